"""The questionnaire on the screen: one question at a time, moving on in the browser, stored as a log of taps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from casework.routines import routines_in_force
from questionnaire.answers import AnswerEvent, EventId
from ui.components.parts import styles, text_of
from ui.components.questionnaire.asking import (
    Asking,
    asking_data,
    item_data,
    moving_data,
    steady_data,
    switches,
    ways,
)
from ui.components.questionnaire.events import events_from, knows_of
from ui.components.questionnaire.turns import Left, Turn
from ui.server.own_files import fetched_script
from ui.session import Steady, session, told
from wording.language import Language, current_language

__all__ = ["FILES", "Asking", "Left", "Turn", "ask", "asking_data", "item_data", "switches", "ways"]

FILES = (
    "settings.js",
    "looks.js",
    "questionnaire/route.js",
    "questionnaire/log.js",
    "questionnaire/build.js",
    "questionnaire/view.js",
    "questionnaire/pictures.js",
    "questionnaire/reading.js",
    "questionnaire/screens.js",
    "questionnaire/elsewhere.js",
    "questionnaire/draw.js",
)

_questionnaire = st.components.v2.component(
    "stegvis_questionnaire",
    html='<div class="card"></div>\n<p class="unseen told" role="status"></p>\n',
    js=fetched_script("questionnaire", text_of(*FILES), styles("questionnaire/questionnaire.css")),
)


def ask(asking: Asking, record: Callable[[tuple[AnswerEvent, ...]], Sequence[EventId]], *, key: str) -> Left | None:
    """Draw the questionnaire. `record` stores events and gives the ids that are durable; only those are told so.

    Gives how it was left, if it was just left.
    """

    def take() -> None:
        # Answers that wait in the tab may be from another turn of the same case, private ones included.
        log = told(key, "log")
        events = events_from(log, asking.bank)
        session().stored = tuple(record(events)) if events else ()
        # What the browser has of what stays the same is not sent again with every answer.
        session().browser_knows = knows_of(log)

    result = _questionnaire(
        data=_given(asking, session().stored, session().browser_knows),
        key=key,
        on_log_change=take,
        on_leave_change=lambda: None,
    )
    return Left(result.leave) if result.leave in set(Left) else None


def _given(asking: Asking, stored: Sequence[EventId], known: str) -> dict[str, Any]:
    """What is sent now: what stays the same only where the browser does not have it."""
    language = current_language()
    name, steady = _steady(asking, language)
    sent = {} if name == known else {"steady": steady}
    return {**sent, "steady_name": name, **moving_data(asking, stored, language)}


def _steady(asking: Asking, language: Language) -> tuple[str, dict[str, Any]]:
    """What stays the same, and a name for it. Worked out anew only when what it is made from is another."""
    numbers = routines_in_force().routines.help
    made_from = (asking.bank, asking.timetable, asking.turn, asking.focus, asking.name, asking.place, numbers, language)
    held = session().steady
    if held is None or held.made_from != made_from:
        data = steady_data(asking, language)
        name = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]
        held = session().steady = Steady(made_from, name, data)
    return held.name, held.data
