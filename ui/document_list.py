"""The documents as they are offered: what each is for, and exactly what leaves with it."""

from __future__ import annotations

from collections.abc import Collection

from casework.documents import APPENDIX, CALENDAR, ITEMS, PROPOSAL, STUDENT_PAGE, TABLE
from questionnaire.vocabulary import Preference
from ui.components.downloads import OfferedFile
from wording.language import tr
from wording.phrases import and_list, lower_first


def offered(wished: Collection[Preference] = (), *, is_draft: bool = False) -> tuple[OfferedFile, ...]:
    """Every document: first those in which the student wants the timetable, then those for the school."""
    files = (_proposal(is_draft=is_draft), _appendix(), _own_page(), _calendar(), _table(), _items())
    first = {_MET_BY[form] for form in wished}
    return tuple(sorted(files, key=lambda file: file.key not in first))


_MET_BY = {
    Preference.PHONE_PICTURE: STUDENT_PAGE,
    Preference.CALENDAR: CALENDAR,
    Preference.PAPER_WITH_PICTURES: STUDENT_PAGE,
    Preference.PAPER_WITHOUT_PICTURES: STUDENT_PAGE,
    Preference.POCKET_CARD: STUDENT_PAGE,
}
"""The document that meets each wish."""


def say_wishes(wished: Collection[Preference]) -> tuple[str, ...]:
    """«Så vill eleven ha sitt schema: kalender och litet kort.», and how to make what is no file of its own."""
    if not wished:
        return ()
    names = {
        Preference.PHONE_PICTURE: tr("Mobilbild"),
        Preference.CALENDAR: tr("Kalender"),
        Preference.PAPER_WITH_PICTURES: tr("Papper med bilder"),
        Preference.PAPER_WITHOUT_PICTURES: tr("Papper utan bilder"),
        Preference.POCKET_CARD: tr("Litet kort"),
    }
    how = {
        Preference.PHONE_PICTURE: tr("Mobilbild: öppna elevens eget schema i mobilen och ta en skärmbild av veckan."),
        Preference.POCKET_CARD: tr("Litet kort: skriv ut elevens eget schema med fyra sidor på varje ark, och klipp."),
    }
    wishes = and_list([lower_first(names[form]) for form in wished])
    told = tr("Så vill eleven ha sitt schema: **{wishes}**.", wishes=wishes)
    return (told, *(how[form] for form in wished if form in how))


def _proposal(*, is_draft: bool) -> OfferedFile:
    return OfferedFile(
        key=PROPOSAL,
        title=tr("Förslag till skolan"),
        about=tr("Förslag till åtgärdsprogram med anpassad studiegång. För rektorn, som beslutar."),
        leaves=tr("Med: elevens namn, stegen, tiderna, stödet och uppföljningen. Inte med: svar, hälsa, skäl."),
        badge=tr("Utkast") if is_draft else "",
    )


def _appendix() -> OfferedFile:
    return OfferedFile(
        key=APPENDIX,
        title=tr("Bilaga: kartläggning"),
        about=tr("Det eleven har sagt, sammanfattat, och vad som görs åt det."),
        leaves=tr("Lämnas bara till den som ska ha den, och bara om eleven vet om det."),
        badge=tr("Sekretess"),
    )


def _own_page() -> OfferedFile:
    return OfferedFile(
        key=STUDENT_PAGE,
        title=tr("Elevens eget schema"),
        about=tr("En sida för eleven: veckan, vem som möter och vart man kan gå."),
        leaves=tr("Med: tilltalsnamn, lektioner och annat som är planerat, tider, platser och vilka vuxna som är med."),
    )


def _calendar() -> OfferedFile:
    return OfferedFile(
        key=CALENDAR,
        title=tr("Kalenderfil"),
        about=tr("Planen till mobilens kalender."),
        leaves=tr("Med: lektioner och annat som är planerat, tider och platser."),
    )


def _table() -> OfferedFile:
    return OfferedFile(
        key=TABLE,
        title=tr("Tabell"),
        about=tr("Planen rad för rad, till ett kalkylark."),
        leaves=tr("Med: steg, vecka, dag, tid, ämne och om coachen är med."),
    )


def _items() -> OfferedFile:
    return OfferedFile(
        key=ITEMS,
        title=tr("Tabell över insatser"),
        about=tr("Det som inte är lektioner, rad för rad: skjuts, frukost, avstämning och annat. För coachen."),
        leaves=tr("Med: steg, vecka, dag, tid, vad, vem, var och ämne. Inte med: skäl."),
    )
