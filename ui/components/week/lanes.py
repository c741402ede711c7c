"""Where cards stand in a day: side by side where they overlap, and each long enough to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from planning.clock import MINUTES_PER_DAY
from ui.components.week.cards import Card, CardState

LESSONS_SHARE, WAITING_SHARE = 0.5, 0.42
"""What lessons have of a day's width where items lie beside them."""
LEAST_MINUTES = 13
"""So long on the clock is the least that a line of letters needs: a text of five minutes takes more than its time."""


class Span(NamedTuple):
    """From when to when a card is drawn, minutes after midnight."""

    start: int
    end: int


@dataclass(frozen=True)
class Placed:
    """A card and where it stands: `left` and `width` are shares of the day's column, 0 and 1 when it is alone."""

    card: Card
    span: Span
    left: float = 0
    width: float = 1


@dataclass
class _Lanes:
    """Cards side by side, each in the first lane that is free."""

    ends: list[int] = field(default_factory=list)
    cards: list[tuple[Card, Span, int]] = field(default_factory=list)

    def take(self, card: Card, span: Span) -> None:
        lane = next((n for n, end in enumerate(self.ends) if end <= span.start), len(self.ends))
        self.ends[lane : lane + 1] = [span.end]
        self.cards.append((card, span, lane))

    def placed(self, left: float, width: float) -> Iterator[Placed]:
        each = width / max(1, len(self.ends))
        return (Placed(card, span, left + lane * each, each) for card, span, lane in self.cards)


@dataclass
class _Cluster:
    """Cards of a day that overlap one another: lessons to the left and items to the right of them."""

    lessons: _Lanes = field(default_factory=_Lanes)
    items: _Lanes = field(default_factory=_Lanes)

    def take(self, card: Card, span: Span) -> None:
        (self.items if card.state is CardState.ITEM else self.lessons).take(card, span)

    def is_over_at(self, start: int) -> bool:
        return all(end <= start for end in (*self.lessons.ends, *self.items.ends))

    def placed(self) -> Iterator[Placed]:
        """A lesson that is attended has half the room, one that waits and a lunch have less."""
        is_attended = any(card.state is CardState.IN for card, _, _ in self.lessons.cards)
        share = LESSONS_SHARE if is_attended else WAITING_SHARE
        if not (self.lessons.cards and self.items.cards):
            share = 1.0 if self.lessons.cards else 0.0
        yield from self.lessons.placed(0, share)
        yield from self.items.placed(share, 1 - share)


def in_lanes(cards: Iterable[Card]) -> tuple[Placed, ...]:
    """The cards of one day side by side where they overlap, in the order of the clock."""
    placed: list[Placed] = []
    cluster = _Cluster()
    ordered = sorted(cards, key=lambda c: (c.start, c.end, c.subject, c.id))
    for card, span in sorted(zip(ordered, spans(ordered), strict=True), key=lambda pair: pair[1]):
        if cluster.is_over_at(span.start):
            placed.extend(cluster.placed())
            cluster = _Cluster()
        cluster.take(card, span)
    placed.extend(cluster.placed())
    return tuple(sorted(placed, key=lambda one: one.span))


def spans(cards: Sequence[Card]) -> tuple[Span, ...]:
    """From when to when each card of a day is drawn, the cards being in the order of the clock.

    A lesson keeps its own times. A short item grows into the free time after it, then into that before it, so that it
    can be read, and never over a lesson.
    """
    drawn: list[Span] = []
    for number in range(len(cards) - 1, -1, -1):
        card = cards[number]
        if card.state is not CardState.ITEM:
            drawn.insert(0, Span(card.start, card.end))
            continue
        after = min((span.start for other, span in zip(cards[number + 1 :], drawn, strict=True)
                     if other.start >= card.end), default=MINUTES_PER_DAY)  # fmt: skip
        before = max((other.end for other in cards[:number] if other.state is not CardState.ITEM
                      and other.end <= card.start), default=0)  # fmt: skip
        end = min(max(card.end, card.start + LEAST_MINUTES), max(after, card.start))
        drawn.insert(0, Span(max(before, min(card.start, end - LEAST_MINUTES)), end))
    return tuple(_one_after_the_other(cards, drawn))


def _one_after_the_other(cards: Sequence[Card], drawn: Sequence[Span]) -> list[Span]:
    """Items that overlap each other, a ride beside a check-in, under each other where each has room for its line."""
    apart = list(drawn)
    items = [number for number, card in enumerate(cards) if card.state is CardState.ITEM]
    for first, second in pairwise(sorted(items, key=lambda number: apart[number])):
        cut = max(apart[first].start + LEAST_MINUTES, apart[second].start)
        if apart[second].start < apart[first].end and apart[second].end - cut >= LEAST_MINUTES:
            apart[first] = Span(apart[first].start, min(apart[first].end, cut))
            apart[second] = Span(cut, apart[second].end)
    return apart
