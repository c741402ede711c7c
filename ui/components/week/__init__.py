"""The week on the screen: what each lesson shows, where it stands, and the component that draws it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple
from zlib import crc32

import streamlit as st

from planning.clock import Weekday
from ui.components.parts import styles, text_of
from wording.clock import weekday_name, written_span, written_time
from wording.language import tr

HUES = 9
"""How many calm colours lessons are told apart by; none of them red or orange, which school systems use for absence."""
SHORT_MINUTES = 40
"""Below this a lesson has room for one line only."""

_week = st.components.v2.component(
    "stegvis_week", html='<div class="week"></div>\n', css=styles("week/week.css"), js=text_of("week/week.js")
)


class CardState(StrEnum):
    """How a lesson stands in the week that is shown."""

    IN = "in"
    NOT_YET = "not_yet"
    OTHER = "other"
    """Lunch and the like: shapes the day, is not chosen."""


class Mark(NamedTuple):
    """A short word on a lesson, with a drawing beside it where there is one («coach», «room»)."""

    text: str
    icon: str = ""


@dataclass(frozen=True)
class Card:
    """One lesson on the screen. `why` the sentences a tap gives."""

    id: str
    weekday: Weekday
    start: int
    end: int
    subject: str
    place: str = ""
    state: CardState = CardState.IN
    marks: tuple[Mark, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placed:
    """A card and where it stands when others take place at the same time: lane 0 of 1 when alone."""

    card: Card
    lane: int = 0
    lanes: int = 1


@dataclass
class _Cluster:
    """Cards of a day that overlap one another, each in the first lane that is free."""

    ends: list[int] = field(default_factory=list)
    cards: list[tuple[Card, int]] = field(default_factory=list)

    def take(self, card: Card) -> None:
        lane = next((n for n, end in enumerate(self.ends) if end <= card.start), len(self.ends))
        self.ends[lane : lane + 1] = [card.end]
        self.cards.append((card, lane))

    def placed(self) -> Iterable[Placed]:
        return (Placed(card, lane, len(self.ends)) for card, lane in self.cards)


def in_lanes(cards: Iterable[Card]) -> tuple[Placed, ...]:
    """The cards of one day side by side where they overlap, in the order of the clock."""
    placed: list[Placed] = []
    cluster = _Cluster()
    for card in sorted(cards, key=lambda c: (c.start, c.end, c.subject, c.id)):
        if cluster.ends and max(cluster.ends) <= card.start:
            placed.extend(cluster.placed())
            cluster = _Cluster()
        cluster.take(card)
    placed.extend(cluster.placed())
    return tuple(placed)


def hue(subject: str) -> int:
    """The colour of a subject: the same in every week and every case."""
    return crc32(subject.casefold().encode()) % HUES


def week_data(cards: Sequence[Card], empty: str) -> dict[str, Any]:
    """The week as the browser gets it. `empty` stands in a day without lessons."""
    first = min((card.start for card in cards), default=8 * 60) // 60 * 60
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
    minutes = card.end - card.start
    return {
        "id": card.id,
        "subject": card.subject,
        "time": written_span(card.start, card.end),
        "place": card.place,
        "state": card.state.value,
        "marks": [mark._asdict() for mark in card.marks],
        "why": list(card.why),
        "hue": hue(card.subject),
        "from": card.start - first,
        "minutes": minutes,
        "short": minutes < SHORT_MINUTES,
        "lane": placed.lane,
        "lanes": placed.lanes,
    }


def show_week(cards: Sequence[Card], *, key: str, empty: str = "") -> None:
    """Draw the week."""
    _week(data=week_data(cards, empty or tr("Inget inplanerat")), key=key)
