"""The documents as they are offered: what each is for, and exactly what leaves with it."""

from __future__ import annotations

from casework.documents import APPENDIX, CALENDAR, PROPOSAL, STUDENT_PAGE, TABLE
from ui.components.downloads import OfferedFile
from wording.language import tr


def offered() -> tuple[OfferedFile, ...]:
    """Every document, those for the school first."""
    return (
        OfferedFile(
            key=PROPOSAL,
            title=tr("Förslag till skolan"),
            about=tr("Förslag till åtgärdsprogram med anpassad studiegång. För rektorn, som beslutar."),
            leaves=tr("Med: elevens namn, stegen, tiderna, stödet och uppföljningen. Inte med: svar, hälsa, skäl."),
        ),
        OfferedFile(
            key=APPENDIX,
            title=tr("Bilaga: kartläggning"),
            about=tr("Det eleven har sagt, sammanfattat, och vad som görs åt det."),
            leaves=tr("Lämnas bara till den som ska ha den, och bara om eleven vet om det."),
            badge=tr("Sekretess"),
        ),
        OfferedFile(
            key=STUDENT_PAGE,
            title=tr("Elevens eget schema"),
            about=tr("En sida för eleven: veckan, vem som möter och vart man kan gå."),
            leaves=tr("Med: tilltalsnamn, lektioner, tider och salar."),
        ),
        OfferedFile(
            key=CALENDAR,
            title=tr("Kalenderfil"),
            about=tr("Planen till mobilens kalender."),
            leaves=tr("Med: lektioner, tider och salar."),
        ),
        OfferedFile(
            key=TABLE,
            title=tr("Tabell"),
            about=tr("Planen rad för rad, till ett kalkylark."),
            leaves=tr("Med: steg, vecka, dag, tid, ämne och om coachen är med."),
        ),
    )
