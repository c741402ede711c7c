"""The week on the screen, to be looked at or to be changed: the component that draws it, and what a tap tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from planning.clock import Weekday
from ui.components.parts import styles, text_of
from ui.components.week.cards import HUES as HUES
from ui.components.week.cards import Act as Act
from ui.components.week.cards import Card as Card
from ui.components.week.cards import CardState as CardState
from ui.components.week.cards import Mark as Mark
from ui.components.week.cards import hue as hue
from ui.components.week.events import WeekEvent as WeekEvent
from ui.components.week.events import event_of
from ui.components.week.lanes import LEAST_MINUTES as LEAST_MINUTES
from ui.components.week.lanes import Placed
from ui.components.week.lanes import in_lanes as in_lanes
from ui.components.week.words import words
from ui.session import told
from wording.clock import weekday_name, written_span, written_time
from wording.language import tr

SHORT_MINUTES = 40
"""Below this a lesson has room for one line only."""
SCRIPTS = ("drawing", "grid", "panel", "sending", "week")

_week = st.components.v2.component(
    "stegvis_week",
    html='<div class="head"></div>\n<div class="status" role="status"></div>\n<div class="notes"></div>\n'
    '<div class="week"></div>\n',
    css=styles("week/week.css") + text_of("week/panel.css"),
    js=text_of(*(f"week/{name}.js" for name in SCRIPTS)),
)


@dataclass(frozen=True)
class WeekView:
    """One way to look at the week, by its name on the switch, with what is told above it."""

    code: str
    name: str
    cards: Sequence[Card]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tool:
    """Undo or redo: which change, and what it is called with what it does."""

    act: str
    label: str
    change: str = ""


@dataclass(frozen=True)
class AskedAbout:
    """What speaks against a change of that card, and how one can go on. `takes` are earlier changes in its way."""

    card: str
    lines: tuple[str, ...]
    takes: tuple[tuple[str, str], ...] = ()
    may_be: bool = True
    asks_reason: bool = False


@dataclass(frozen=True)
class PlanWeek:
    """A week of a plan that is changed by hand, with all that stands around it."""

    views: Sequence[WeekView]
    hours: tuple[str, str]
    """«2 h 10 min» and «av 25 h 45 min»."""
    seen: Mapping[str, Any]
    """What an event brings back, so that it is about what was seen: step, week, revision."""
    tools: tuple[Tool, ...] = ()
    said: tuple[str, ...] = ()
    """What came of the last change."""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands in the way of a lesson that was asked about, by its card."""
    asked: AskedAbout | None = None
    answered: str = ""
    """The event that has been taken care of last."""
    can_choose_where: bool = True
    """Whether there are later steps that a change can hold in too."""
    today: Weekday | None = None


def week_data(cards: Sequence[Card], empty: str, today: Weekday | None = None) -> dict[str, Any]:
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
                "today": day == today,
                "lessons": [_lesson(placed, first) for placed in in_lanes(c for c in cards if c.weekday == day)],
            }
            for day in weekdays
        ],
    }


def plan_data(plan: PlanWeek, empty: str) -> dict[str, Any]:
    """The same of a week that is changed by hand: its views, and what stands around them."""
    asked = plan.asked
    return {
        "views": [
            {"code": one.code, "name": one.name, "notes": list(one.notes), **week_data(one.cards, empty, plan.today)}
            for one in plan.views
        ],
        "plan": {
            "hours": list(plan.hours),
            "seen": dict(plan.seen),
            "tools": [{"act": tool.act, "label": tool.label, "change": tool.change} for tool in plan.tools],
            "said": list(plan.said),
            "answers": {card: list(lines) for card, lines in plan.answers.items()},
            "asked": None if asked is None else {
                "card": asked.card, "lines": list(asked.lines), "may_be": asked.may_be,
                "asks_reason": asked.asks_reason, "takes": [list(one) for one in asked.takes],
            },
            "answered": plan.answered,
            "where": plan.can_choose_where,
        },
        "words": words(),
    }  # fmt: skip


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
        "asks": card.asks,
        "acts": [act._asdict() for act in card.acts],
        "parts": list(card.parts),
        "comments": list(card.comments),
        "changed": card.is_changed,
        "hue": hue(card.subject),
        "icon": card.icon,
        "from": placed.span.start - first,
        "minutes": minutes,
        "short": minutes < SHORT_MINUTES,
        "left": round(100 * placed.left, 2),
        "width": round(100 * placed.width, 2),
    }


def show_week(cards: Sequence[Card], *, key: str, empty: str = "") -> None:
    """Draw the week, to be looked at."""
    shown = {"code": "week", "name": "", "notes": [], **week_data(cards, empty or tr("Inget inplanerat"))}
    _week(data={"views": [shown], "plan": None, "words": words()}, key=key)


def show_plan_week(plan: PlanWeek, *, key: str, empty: str = "") -> None:
    """Draw the week of a plan, to be changed: what a tap asks for is found by `week_event` when the page runs again."""
    _week(data=plan_data(plan, empty or tr("Inget inplanerat")), key=key, on_act_change=lambda: None)


def week_event(key: str) -> WeekEvent | None:
    """What was just asked for in that week; None when nothing was, or the week is not on the screen."""
    try:
        return event_of(told(key, "act"))
    except (KeyError, AttributeError):
        return None
