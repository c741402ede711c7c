"""The week on the screen: what each lesson and item shows, where it stands, and the component that draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple
from zlib import crc32

import streamlit as st

from planning.clock import MINUTES_PER_DAY, Weekday
from ui.components.parts import styles, text_of
from wording.clock import weekday_name, written_span, written_time
from wording.language import tr

HUES = 9
"""How many calm colours lessons are told apart by; none of them red or orange, which school systems use for absence."""
SHORT_MINUTES = 40
"""Below this a lesson has room for one line only."""
LESSONS_SHARE, WAITING_SHARE = 0.5, 0.42
"""What lessons have of a day's width where items lie beside them."""
LEAST_MINUTES = 13
"""So long on the clock is the least that a line of letters needs: a text of five minutes takes more than its time."""

_week = st.components.v2.component(
    "stegvis_week", html='<div class="week"></div>\n', css=styles("week/week.css"), js=text_of("week/week.js")
)


class CardState(StrEnum):
    """How a lesson stands in the week that is shown."""

    IN = "in"
    NOT_YET = "not_yet"
    OTHER = "other"
    """Lunch and the like: shapes the day, is not chosen."""
    ITEM = "item"
    """Planned, and not a lesson: a ride, a breakfast, a rest."""


class Mark(NamedTuple):
    """A short word on a lesson, with a drawing beside it where there is one («coach», «room»)."""

    text: str
    icon: str = ""


@dataclass(frozen=True)
class Card:
    """One lesson or item on the screen. `why` the sentences a tap gives, `icon` the drawing of an item."""

    id: str
    weekday: Weekday
    start: int
    end: int
    subject: str
    place: str = ""
    state: CardState = CardState.IN
    marks: tuple[Mark, ...] = ()
    why: tuple[str, ...] = ()
    icon: str = ""


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


def hue(subject: str) -> int:
    """The colour of a subject: the same in every week and every case."""
    return crc32(subject.casefold().encode()) % HUES


def week_data(cards: Sequence[Card], empty: str) -> dict[str, Any]:
    """The week as the browser gets it. `empty` stands in a day without lessons."""
    earliest = (min(card.start, card.end - LEAST_MINUTES) for card in cards)
    first = min(earliest, default=8 * 60) // 60 * 60
    last = -(-max((card.end for card in cards), default=15 * 60) // 60) * 60
    weekdays = [day for day in Weekday if day <= Weekday.FRI or any(card.weekday == day for card in cards)]
    return {
        "length": last - first,
        "hours": [{"from": hour - first, "text": written_time(hour)} for hour in range(first, last + 1, 60)],
        "days": [
            {
                "name": weekday_name(day),
                "empty": empty,
                "lessons": [_lesson(placed, first) for placed in in_lanes(c for c in cards if c.weekday == day)],
            }
            for day in weekdays
        ],
        "words": {
            "close": tr("Stäng"),
            "show_waiting": tr("Visa även det som väntar"),
            "hide_waiting": tr("Visa bara det som är med"),
        },
    }


def _lesson(placed: Placed, first: int) -> Mapping[str, Any]:
    card = placed.card
    minutes = placed.span.end - placed.span.start
    return {
        "id": card.id,
        "subject": card.subject,
        "time": written_span(card.start, card.end),
        "place": card.place,
        "state": card.state.value,
        "marks": [mark._asdict() for mark in card.marks],
        "why": list(card.why),
        "hue": hue(card.subject),
        "icon": card.icon,
        "from": placed.span.start - first,
        "minutes": minutes,
        "short": minutes < SHORT_MINUTES,
        "left": round(100 * placed.left, 2),
        "width": round(100 * placed.width, 2),
    }


def show_week(cards: Sequence[Card], *, key: str, empty: str = "") -> None:
    """Draw the week."""
    _week(data=week_data(cards, empty or tr("Inget inplanerat")), key=key)
