"""The student's small papers as they are offered: on the phone, in the pocket, for the first day and for a bad one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from casework.student_documents import (
    FIRST_DAY,
    PHONE_PICTURE,
    POCKET_CARD,
    POCKET_CARD_SHEET,
    SHORT_DAYS,
    WALLET_CARD,
    WALLET_CARD_SHEET,
)
from ui.components.downloads import OfferedFile
from wording.language import tr


def _phone() -> OfferedFile:
    return OfferedFile(
        key=PHONE_PICTURE,
        title=tr("Mobilbild"),
        about=tr("Veckan som bild till mobilens låsskärm."),
        leaves=tr("Med: tilltalsnamn, tider, vad som händer, vem som möter och en lugn plats."),
    )


def _card() -> OfferedFile:
    return OfferedFile(
        key=POCKET_CARD,
        title=tr("Fickkort"),
        about=tr("Veckan på ett vykort, för steget nu och nästa."),
        leaves=tr("Med: tilltalsnamn, tider, vad som händer, vem som möter och en lugn plats."),
    )


def _card_sheet() -> OfferedFile:
    return OfferedFile(
        key=POCKET_CARD_SHEET,
        title=tr("Fickkort, fyra per sida"),
        about=tr("Samma kort på vanligt papper, att klippa isär."),
        leaves=tr("Med: detsamma som på korten."),
    )


def _wallet() -> OfferedFile:
    return OfferedFile(
        key=WALLET_CARD,
        title=tr("Kort till plånboken"),
        about=tr("Bara tiderna, 85 × 55 mm, för steget nu och nästa."),
        leaves=tr("Med: tilltalsnamn, tider, vem som möter och en lugn plats."),
    )


def _wallet_sheet() -> OfferedFile:
    return OfferedFile(
        key=WALLET_CARD_SHEET,
        title=tr("Kort till plånboken, åtta per sida"),
        about=tr("Samma kort på vanligt papper, att klippa isär."),
        leaves=tr("Med: detsamma som på korten."),
    )


def _first_day() -> OfferedFile:
    return OfferedFile(
        key=FIRST_DAY,
        title=tr("Första dagen"),
        about=tr("Dagen minut för minut, vad man tar med, vad man gör om det blir för mycket, och plats för foton."),
        leaves=tr("Med: tilltalsnamn, dagens tider och platser, och vilka vuxna som är med."),
    )


def _short_days() -> OfferedFile:
    return OfferedFile(
        key=SHORT_DAYS,
        title=tr("Korta dagar"),
        about=tr("Den mindre versionen av varje dag, på en liten sida var. Den räknas också."),
        leaves=tr("Med: tilltalsnamn, tider, vem som möter och en lugn plats."),
    )


OWN_OFFERS: Mapping[str, Callable[[], OfferedFile]] = {
    PHONE_PICTURE: _phone,
    POCKET_CARD: _card,
    POCKET_CARD_SHEET: _card_sheet,
    WALLET_CARD: _wallet,
    WALLET_CARD_SHEET: _wallet_sheet,
    FIRST_DAY: _first_day,
    SHORT_DAYS: _short_days,
}
"""How each is offered, in the order of `casework.documents.MAKERS`."""
