"""The questionnaire on the screen: one question at a time, moving on in the browser, stored as a log of taps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from questionnaire.answers import AnswerEvent, EventId
from ui.components.parts import styles, text_of
from ui.components.questionnaire.asking import Asking, asking_data, item_data, switches, ways
from ui.components.questionnaire.events import events_from
from ui.components.questionnaire.turns import Left, Turn
from ui.session import session, told
from wording.language import current_language

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
    "questionnaire/draw.js",
)

_questionnaire = st.components.v2.component(
    "stegvis_questionnaire",
    html='<div class="card"></div>\n<p class="unseen told" role="status"></p>\n',
    css=styles("questionnaire/questionnaire.css"),
    js=text_of(*FILES),
)


def ask(asking: Asking, record: Callable[[tuple[AnswerEvent, ...]], Sequence[EventId]], *, key: str) -> Left | None:
    """Draw the questionnaire. `record` stores events and gives the ids that are durable; only those are told so.

    Gives how it was left, if it was just left.
    """

    def take() -> None:
        # Answers that wait in the tab may be from another turn of the same case, private ones included.
        events = events_from(told(key, "log"), asking.bank)
        session().stored = tuple(record(events)) if events else ()

    result = _questionnaire(
        data=asking_data(asking, session().stored, current_language()),
        key=key,
        on_log_change=take,
        on_leave_change=lambda: None,
    )
    return Left(result.leave) if result.leave in set(Left) else None
