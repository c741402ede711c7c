"""Cards to choose among: what each means in words, a small drawing of its weeks, and one button that does it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from planning.clock import Weekday
from ui.components.parts import styles, text_of
from ui.components.week import hue
from wording.clock import short_weekday, weekday_name, written_span, written_time
from wording.language import tr

_PARTS = re.compile(r"(?<=\w{4})(kunskap|historia|språk|lära|slöjd|teknik|ment(?=kunskap)|matik)")
"""What the long names of subjects end in. Our own list: a name that it misses is broken anywhere."""

_cards = st.components.v2.component(
    "stegvis_cards",
    html='<ul class="cards"></ul><p class="unseen" role="status"></p>\n',
    css=styles("cards/cards.css"),
    js=text_of("cards/cards.js"),
)


@dataclass(frozen=True)
class Block:
    """One lesson of a small week. `is_other`: the plan that it is compared with does not have it."""

    weekday: Weekday
    start: int
    end: int
    subject: str
    is_other: bool = False


@dataclass(frozen=True)
class SmallWeek:
    """A week as a small drawing under its name («Steg 1»)."""

    name: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One line of a card («Dagar», «måndag och fredag»). `is_other`: it differs from what it is compared with."""

    name: str
    text: str
    is_other: bool = False


@dataclass(frozen=True)
class OfferCard:
    """One card. Without `button` there is nothing to press on it. `kicker` stands small above the title."""

    id: str
    title: str
    kicker: str = ""
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    weeks: tuple[SmallWeek, ...] = ()
    note: str = ""
    """What it costs, or why there is nothing to press."""
    button: str = ""
    is_main: bool = False
    """Whether its button is the one that is meant first."""


def cards_data(cards: Sequence[OfferCard]) -> dict[str, Any]:
    """The cards as the browser gets them; the weekdays are those that any of them needs."""
    blocks = [block for card in cards for week in card.weeks for block in week.blocks]
    days = [day for day in Weekday if day <= Weekday.FRI or any(block.weekday == day for block in blocks)]
    return {
        "cards": [
            {
                "id": card.id,
                "kicker": card.kicker,
                "title": card.title,
                "lines": list(card.lines),
                "facts": [{"name": one.name, "text": one.text, "other": one.is_other} for one in card.facts],
                "weeks": [_week(week, days) for week in card.weeks],
                "note": card.note,
                "button": card.button,
                "main": card.is_main,
            }
            for card in cards
        ],
        "words": {"other": tr("annat"), "working": tr("Ett ögonblick …")},
    }


def spoken_week(week: SmallWeek) -> str:
    """«Steg 1: måndag Slöjd 13.35–14.55; fredag Bild 12.15–13.05.»: the drawing for whoever does not see it."""
    if not week.blocks:
        return tr("{name}: inga lektioner.", name=week.name)
    said = [
        f"{weekday_name(block.weekday)} {block.subject} {written_span(block.start, block.end)}"
        for block in _ordered(week.blocks)
    ]
    return tr("{name}: {lessons}.", name=week.name, lessons="; ".join(said))


def _ordered(blocks: Sequence[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: (block.weekday, block.start, block.end, block.subject))


def _week(week: SmallWeek, days: Sequence[Weekday]) -> Mapping[str, Any]:
    return {
        "name": week.name,
        "spoken": spoken_week(week),
        "days": [
            {
                "name": short_weekday(day),
                "blocks": [
                    {
                        "subject": with_places_to_break(block.subject),
                        "time": written_time(block.start),
                        "hue": hue(block.subject),
                        "other": block.is_other,
                    }
                    for block in _ordered(week.blocks)
                    if block.weekday == day
                ],
            }
            for day in days
        ],
    }


def with_places_to_break(subject: str) -> str:
    """The subject with a soft hyphen where its long words are put together: a small drawing is narrow."""
    return _PARTS.sub("\N{SOFT HYPHEN}\\1", subject)


def show_cards(cards: Sequence[OfferCard], *, key: str) -> str | None:
    """Draw the cards; the id of the one whose button was just pressed."""
    result = _cards(data=cards_data(cards), key=key, on_press_change=lambda: None)
    pressed = result.press
    return str(pressed) if pressed else None
