"""The questionnaire on the screen: one question at a time, moving on in the browser, stored as a log of taps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from planning.timetable import Timetable
from questionnaire.answers import AnswerEvent, AnswerSheet, EventId, QuestionId
from questionnaire.items import Bank, Item
from questionnaire.options import options_for
from questionnaire.vocabulary import Preference, Sitting
from ui.components.parts import styles, text_of
from ui.components.questionnaire.events import events_from
from ui.components.questionnaire.words import words
from ui.session import session, told
from wording.bank_words import said_in
from wording.language import Language, current_language

_FILES = ("route.js", "log.js", "build.js", "view.js", "draw.js")
_WAYS = {Preference.FULL_ROUTE: "full", Preference.SHORT_ROUTE: "short", Preference.NOT_TODAY: "not_today"}

_questionnaire = st.components.v2.component(
    "stegvis_questionnaire",
    html='<div class="card"></div>\n',
    css=styles("questionnaire/questionnaire.css"),
    js=text_of(*(f"questionnaire/{name}" for name in _FILES)),
)


@dataclass(frozen=True)
class Asking:
    """What is asked, of whom. `place` names the case without telling whose it is."""

    bank: Bank
    timetable: Timetable
    sheet: AnswerSheet
    place: str
    is_alone: bool = False
    """The student has the screen: private questions may be opened."""
    focus: QuestionId | None = None
    """One question to answer anew, and no other."""
    call_coach: bool = False
    """The student has asked to talk to somebody today."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that can come up. The one about the draft is asked beside the draft."""
        if self.focus is not None:
            return tuple(item for item in self.bank.items if item.id == self.focus)
        return tuple(
            item
            for item in self.bank.items
            if (self.is_alone or not item.private) and item.sitting is not Sitting.E
        )


def item_data(item: Item, timetable: Timetable, language: Language) -> dict[str, Any]:
    """One question as the browser gets it."""
    return {
        "id": item.id,
        "section": item.section,
        "kind": item.kind.value,
        "text": said_in(item, language),
        "options": [
            {"code": option.code, "label": said_in(option, language), "alone": option.alone}
            for option in options_for(item, timetable)
        ],
        "shown_if": item.shown_if.model_dump(mode="json") if item.shown_if else None,
        "short": item.short_route,
        "private": item.private,
    }


def ways(bank: Bank) -> list[dict[str, Any]]:
    """Which box of which question chooses how much is asked."""
    found = []
    for item in bank.items:
        by_box = {
            box: _WAYS[effect.preference]
            for effect in item.interface
            if effect.preference in _WAYS
            for box in effect.when_ticked
        }
        if by_box:
            found.append({"question": item.id, "by_box": by_box})
    return found


def asking_data(asking: Asking, stored: Sequence[EventId], language: Language) -> dict[str, Any]:
    """Everything the browser needs to ask, and what has been stored of what it sent."""
    items = asking.items
    shown = [item_data(item, asking.timetable, language) for item in items]
    if asking.focus is not None:
        shown = [{**each, "shown_if": None, "short": True} for each in shown]
    ids = {item.id for item in items}
    return {
        "items": shown,
        "ways": ways(asking.bank),
        "sections": [{"code": s.code, "label": said_in(s, language)} for s in asking.bank.sections],
        "answers": {
            question: {"choice": answer.choice, "ticks": list(answer.ticks)}
            for question, answer in asking.sheet.answers.items()
            if question in ids
        },
        "stored": list(stored),
        "place": f"stegvis-{asking.place}",
        "focus": asking.focus,
        "only_focus": asking.focus is not None,
        "call_coach": asking.call_coach,
        "language": language,
        "words": words(is_alone=asking.is_alone, is_focus=asking.focus is not None),
    }


def ask(asking: Asking, record: Callable[[tuple[AnswerEvent, ...]], Sequence[EventId]], *, key: str) -> str | None:
    """Draw the questionnaire. `record` stores events and gives the ids that are durable; only those are told so.

    Gives how it was left («pause», «end»), if it was just left.
    """
    # Answers that wait in the tab may be from another turn of the same case, private ones included.
    known = frozenset(asking.bank.by_id)

    def take() -> None:
        events = events_from(told(key, "log"), known)
        session().stored = tuple(record(events)) if events else ()

    result = _questionnaire(
        data=asking_data(asking, session().stored, current_language()),
        key=key,
        on_log_change=take,
        on_leave_change=lambda: None,
    )
    left: str | None = result.leave
    return left
