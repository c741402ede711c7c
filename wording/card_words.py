"""The words of the cards that a student can show: a few on the front, and on the back what the adult does."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from wording.language import tr


class CardKind(StrEnum):
    """The cards there are (`features.md` F49)."""

    STOP = "stop"
    PAUSE = "pause"
    LATE = "late"
    ANSWER = "answer"


class CardWords(NamedTuple):
    """What stands on both sides."""

    front: str
    line: str
    blanks: int
    """Lines for words of the student's own."""
    back_title: str
    back: tuple[str, ...]


def say_card(kind: CardKind, calm_place: str = "") -> CardWords:
    """The words of a card. `calm_place` is where the student goes, as it stands inside a sentence; «» if not known."""
    goes = tr("Jag går till {place}.", place=calm_place) if calm_place else tr("Jag går till min lugna plats.")
    where = tr("Platsen: {place}.", place=calm_place) if calm_place else tr("Platsen: ______________")
    match kind:
        case CardKind.STOP:
            return CardWords(
                tr("Stopp"), goes, 0, tr("Till dig som ser kortet"),
                (
                    tr("Det räcker för nu. Sluta fråga och ge plats."), where,
                    tr("Följ inte efter om ni inte har bestämt det."), tr("Säg till coachen. Ingen förklaring behövs."),
                ),
            )  # fmt: skip
        case CardKind.PAUSE:
            return CardWords(
                tr("Paus"), tr("Jag går ut en stund och kommer tillbaka."), 0, tr("Till dig som ser kortet"),
                (tr("Nicka. Mer behövs inte."), where, tr("Tillbaka om: ______ minuter."), tr("Fråga inte efteråt.")),
            )
        case CardKind.LATE:
            return CardWords(
                tr("Jag kommer sent enligt plan"), tr("Tiden är överenskommen."), 0, tr("Till dig som ser kortet"),
                (
                    tr("Säg hej som vanligt. Fråga inte om tiden."), tr("Visa tyst var ni är och vad som ska göras."),
                    tr("Skriv närvaro enligt plan, inte sen ankomst."),
                ),
            )  # fmt: skip
        case CardKind.ANSWER:
            return CardWords(
                tr("Jag vill inte prata om det nu"), tr("Jag har haft ett eget schema. Eller med egna ord:"), 1,
                tr("Till dig som är vuxen i rummet"),
                (
                    tr("Det här är elevens eget svar. Det räcker."), tr("Säg inget mer om det till klassen."),
                    tr("Frågar någon igen: prata om något annat."),
                ),
            )  # fmt: skip
