"""The small papers as they are offered: to teachers, to those at home, and the student's cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from casework.adult_documents import CARDS, GUARDIAN_PAGE, TEACHER_CARDS, TEACHER_SHEET
from ui.components.downloads import OfferedFile
from wording.language import tr


def _teacher_cards() -> OfferedFile:
    return OfferedFile(
        key=TEACHER_CARDS,
        title=tr("Kort till lärarna"),
        about=tr("Ett litet kort till varje lärare: tider, plats, tecken, och vad man gör och låter bli."),
        leaves=tr("Med: tilltalsnamn, tider, sal och stöd på lektionen. Inte med: orsaker, svar, andra lärare."),
    )


def _teacher_sheet() -> OfferedFile:
    return OfferedFile(
        key=TEACHER_SHEET,
        title=tr("Kort till lärarna, fyra per sida"),
        about=tr("Samma kort på vanligt papper, att klippa isär."),
        leaves=tr("Med: detsamma som på korten."),
    )


def _guardian_page() -> OfferedFile:
    return OfferedFile(
        key=GUARDIAN_PAGE,
        title=tr("Sida till hemmet"),
        about=tr("En sida per steg: morgnar, resor, telefon, en dålig dag, och vad som är bra att säga."),
        leaves=tr("Med: tilltalsnamn, tider, vem som kör och möter. Inte med: svar, skäl."),
    )


def _cards() -> OfferedFile:
    return OfferedFile(
        key=CARDS,
        title=tr("Kort att visa"),
        about=tr("De kort som eleven har kryssat: stopp, paus, sen enligt plan, svar till klassen."),
        leaves=tr("Med: några ord, och på baksidan vad den vuxna gör. Inget namn."),
    )


ADULT_OFFERS: Mapping[str, Callable[[], OfferedFile]] = {
    TEACHER_CARDS: _teacher_cards,
    TEACHER_SHEET: _teacher_sheet,
    GUARDIAN_PAGE: _guardian_page,
    CARDS: _cards,
}
"""How each small paper is offered."""
