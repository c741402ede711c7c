"""The documents as they are offered: who gets each, what it is for, and exactly what leaves with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from casework.adult_documents import CARDS, GUARDIAN_PAGE, TEACHER_CARDS, TEACHER_SHEET
from casework.documents import (
    APPENDIX,
    BUNDLES,
    CALENDAR,
    ITEMS,
    MAKERS,
    PROPOSAL,
    STUDENT_PAGE,
    TABLE,
    WORKBOOK,
    Receiver,
    documents_in,
    language_of,
)
from casework.student_documents import PHONE_PICTURE, POCKET_CARD
from casework.summary_document import SUMMARY
from questionnaire.vocabulary import Preference
from ui.adult_offers import ADULT_OFFERS
from ui.components.downloads import OfferedFile
from ui.own_offers import OWN_OFFERS
from wording.language import SOURCE_LANGUAGE, Language, tr, trn
from wording.phrases import and_list, lower_first


@dataclass(frozen=True)
class OfferedGroup:
    """The documents that one receiver gets."""

    receiver: Receiver
    title: str
    about: str
    files: tuple[OfferedFile, ...]
    together: OfferedFile | None = None
    """All of them as one file, but for those that are secret; None where that would be one document."""


def offered(
    wished: Collection[Preference] = (), *, is_draft: bool = False, language: Language = SOURCE_LANGUAGE,
    say_state: Callable[[str], str] = lambda _: "",
) -> tuple[OfferedGroup, ...]:  # fmt: skip
    """Every document by who gets it: what the student wants the timetable in comes first, and is marked.

    `say_state` says where the one with that file name stands.
    """
    first = {_MET_BY[form] for form in wished}
    made = (replace(_in_language(make(), language), state=say_state(name)) for name, make in OFFERS.items())
    files = [_marked(file, is_wished=file.key in first, is_draft=is_draft) for file in made]
    files.sort(key=lambda file: file.key not in first)
    groups = (_group(who, tuple(file for file in files if MAKERS[file.key].goes_to is who)) for who in Receiver)
    wanted_by = {MAKERS[name].goes_to for name in first}
    return tuple(sorted((group for group in groups if group.files), key=lambda group: group.receiver not in wanted_by))


def _group(who: Receiver, files: tuple[OfferedFile, ...]) -> OfferedGroup:
    title, about = _say_receiver(who)
    return OfferedGroup(who, title, about, files, _together(who, title, files))


def _together(who: Receiver, title: str, files: tuple[OfferedFile, ...]) -> OfferedFile | None:
    bundled = documents_in(BUNDLES[who])
    if len(bundled) < 2:
        return None
    alone = [file.title for file in files if file.key not in bundled]
    about = trn("{n} fil i ett paket (zip).", "{n} filer i ett paket (zip).", len(bundled))
    if alone:
        about = f"{about} {tr('{titles} hämtas för sig.', titles=and_list(alone))}"
    return OfferedFile(key=BUNDLES[who], title=title, about=about, fetch=tr("Hämta allt"))


def _in_language(file: OfferedFile, language: Language) -> OfferedFile:
    """The file as it is offered in that language: one that is not written in it says so."""
    if language_of(file.key, language) == language:
        return file
    return replace(file, about=f"{file.about} {tr('Bara på svenska.')}")


def _marked(file: OfferedFile, *, is_wished: bool, is_draft: bool) -> OfferedFile:
    if file.key == PROPOSAL and is_draft:
        return replace(file, badge=tr("Utkast"))
    return replace(file, badge=tr("Elevens önskan")) if is_wished and not file.badge else file


def _say_receiver(receiver: Receiver) -> tuple[str, str]:
    """«För skolan», and a line on what the receiver does with it."""
    match receiver:
        case Receiver.SCHOOL:
            return tr("För skolan"), tr("Rektorn beslutar. Skolan får bara det som behövs för beslutet och för stödet.")
        case Receiver.STUDENT:
            return tr("För eleven"), tr("Elevens egna. Utan efternamn, skola och procent.")
        case Receiver.HOME:
            return tr("För hemmet"), tr("Till vårdnadshavarna.")
        case Receiver.COACH:
            return tr("För dig som coach"), tr("Ditt eget arbetsmaterial. Lämna det inte vidare.")
        case Receiver.SYSTEMS:
            about = tr("Till skolans schema, närvaro och kalkylark. Bara det som förslaget visar.")
            return tr("Till andra system"), about
        case _:
            assert_never(receiver)


_MET_BY = {
    Preference.PHONE_PICTURE: PHONE_PICTURE,
    Preference.CALENDAR: CALENDAR,
    Preference.PAPER_WITH_PICTURES: STUDENT_PAGE,
    Preference.PAPER_WITHOUT_PICTURES: STUDENT_PAGE,
    Preference.POCKET_CARD: POCKET_CARD,
}
"""The document that meets each wish."""


def say_wishes(wished: Collection[Preference]) -> tuple[str, ...]:
    """«Så vill eleven ha sitt schema: kalender och litet kort.»; nothing where no wish is known."""
    if not wished:
        return ()
    names = {
        Preference.PHONE_PICTURE: tr("Mobilbild"),
        Preference.CALENDAR: tr("Kalender"),
        Preference.PAPER_WITH_PICTURES: tr("Papper med bilder"),
        Preference.PAPER_WITHOUT_PICTURES: tr("Papper utan bilder"),
        Preference.POCKET_CARD: tr("Litet kort"),
    }
    wishes = and_list([lower_first(names[form]) for form in wished])
    told = tr("Så vill eleven ha sitt schema: **{wishes}**.", wishes=wishes)
    return (told,)


def _proposal() -> OfferedFile:
    return OfferedFile(
        key=PROPOSAL,
        title=tr("Förslag till skolan"),
        about=tr("Förslag till åtgärdsprogram med anpassad studiegång. För rektorn, som beslutar."),
        leaves=tr("Med: elevens namn, stegen, tiderna, stödet och uppföljningen. Inte med: svar, hälsa, skäl."),
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


def _summary() -> OfferedFile:
    return OfferedFile(
        key=SUMMARY,
        title=tr("Så här har jag förstått dig"),
        about=tr("Det eleven har sagt, rad för rad, att läsa och kryssa."),
        leaves=tr("Med: tilltalsnamn och elevens egna rader. Inte med: det som är privat, och namn på andra."),
        badge=tr("Bara till eleven"),
    )


def _calendar() -> OfferedFile:
    return OfferedFile(
        key=CALENDAR,
        title=tr("Kalenderfil"),
        about=tr("Planen till mobilens kalender. Läs in filen igen när planen ändras: inget blir dubbelt."),
        leaves=tr("Med: tilltalsnamn, det som är planerat, tider och platser. Inte med: efternamn, skola."),
    )


def _workbook() -> OfferedFile:
    return OfferedFile(
        key=WORKBOOK,
        title=tr("Kalkylark till skolan"),
        about=tr("Anpassat schema, hur frånvaro registreras, minuter per ämne och underlag till betyg."),
        leaves=tr("Med: lektioner, tider, salar och det av insatserna som får berättas. Inte med: namn, svar, skäl."),
    )


def _table() -> OfferedFile:
    return OfferedFile(
        key=TABLE,
        title=tr("Tabell"),
        about=tr("Planen rad för rad, för program som läser csv."),
        leaves=tr("Med: steg, vecka, dag, tid, ämne och om coachen är med."),
    )


def _items() -> OfferedFile:
    return OfferedFile(
        key=ITEMS,
        title=tr("Tabell över insatser"),
        about=tr("Det som inte är lektioner, rad för rad: skjuts, frukost, avstämning och annat. För coachen."),
        leaves=tr("Med: steg, vecka, dag, tid, vad, vem, var och ämne. Inte med: skäl."),
    )


OFFERS: Mapping[str, Callable[[], OfferedFile]] = {
    PROPOSAL: _proposal,
    APPENDIX: _appendix,
    TEACHER_CARDS: ADULT_OFFERS[TEACHER_CARDS],
    TEACHER_SHEET: ADULT_OFFERS[TEACHER_SHEET],
    STUDENT_PAGE: _own_page,
    **OWN_OFFERS,
    CALENDAR: _calendar,
    CARDS: ADULT_OFFERS[CARDS],
    SUMMARY: _summary,
    GUARDIAN_PAGE: ADULT_OFFERS[GUARDIAN_PAGE],
    ITEMS: _items,
    WORKBOOK: _workbook,
    TABLE: _table,
}
"""How each document is offered: one row for every row of `casework.documents.MAKERS`, in the same order."""
