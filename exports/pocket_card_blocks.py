"""Cards for the pocket as data: the times of a week, whom and where one can go to, and what one does then."""

from __future__ import annotations

from enum import StrEnum

from exports.student_blocks import DayCard, HelpCard, PictureStyle, TextMessage
from planning.frozen import Frozen


class CardSize(StrEnum):
    """How large a card is when it is cut out."""

    POSTCARD = "postcard"
    """A6, upright."""
    WALLET = "wallet"
    """85 × 55 mm: what a wallet holds."""


class PocketCard(Frozen):
    """A week on a card. `number` says which of the document's cards it is, from 1."""

    title: str
    step: str
    number: int
    days: tuple[DayCard, ...]
    help: tuple[HelpCard, ...]
    style: PictureStyle = PictureStyle.CALM
    message: TextMessage | None = None


class PocketCards(Frozen):
    """A page of cards: one as large as the page, or as many as a sheet of A4 holds, with marks to cut along.

    On a sheet the cards come over and over, so that one can be lost.
    """

    cards: tuple[PocketCard, ...]
    size: CardSize
    on_sheet: bool = False
