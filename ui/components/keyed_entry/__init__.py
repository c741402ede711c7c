"""Keying a filled paper form in: one narrow field a question, read at once in the browser, stored as a log of lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from casework.paper import condition_words, write_hint
from casework.paper_words import fault_texts
from planning.needs.base import Respondent
from planning.timetable import Timetable
from questionnaire.answers import AnswerEvent, Choice, EventId, QuestionId
from questionnaire.items import Bank
from questionnaire.keyed import BUTTON_WORDS, DAY_NAMES, HALF_NAMES, NOON, write_keyed
from questionnaire.own_answers import own_answers
from questionnaire.paper_rows import Form, PaperRow, mark_of, rows_on_paper
from questionnaire.vocabulary import ItemKind
from ui.components.keyed_entry.typed import read_typed
from ui.components.keyed_entry.words import form_names, letters, respondent_names, words
from ui.components.parts import styles, text_of
from ui.session import session, told
from wording.bank_words import said_in
from wording.language import current_language

KEY = "keyed_entry"
_FILES = ("questionnaire/route.js", "questionnaire/log.js", "keyed_entry/reading.js", "keyed_entry/rows.js",
          "keyed_entry/entry.js")  # fmt: skip

_keyed = st.components.v2.component(
    "stegvis_keyed_entry",
    html='<div class="entry"></div>\n',
    css=styles("keyed_entry/keyed_entry.css"),
    js=text_of(*_FILES),
)


@dataclass(frozen=True)
class Keying:
    """What is keyed in, and what is known already. `place` names the case without telling whose it is."""

    bank: Bank
    timetable: Timetable
    events: tuple[AnswerEvent, ...]
    place: str
    form: Form = Form.FULL
    """The form that is shown first."""

    def rows(self, form: Form) -> tuple[PaperRow, ...]:
        """The rows of a form."""
        return rows_on_paper(self.bank, self.timetable, form)

    @property
    def by_id(self) -> dict[QuestionId, PaperRow]:
        """Every question that stands on some paper."""
        return {row.item.id: row for form in Form for row in self.rows(form)}


def keying_data(keying: Keying, stored: Sequence[EventId], refused: Mapping[str, str]) -> dict[str, Any]:
    """Everything the browser needs to read lines, and what has become of those it sent."""
    rows = keying.by_id
    return {
        "items": {row.item.id: _item(keying.bank, row) for row in rows.values()},
        "forms": [_form(keying, form) for form in Form],
        "form": keying.form.value,
        "sections": {section.code: said_in(section) for section in keying.bank.sections},
        "typed": {by.value: _typed(keying, rows, by) for by in respondent_names()},
        "stored": [*stored, *refused],
        "refused": dict(refused),
        "place": f"stegvis-paper-{keying.place}",
        "language": current_language(),
        "reading": {
            "buttons": {word: choice.value for word, choice in BUTTON_WORDS.items()},
            "days": {name: day.value for day, names in DAY_NAMES.items() for name in names},
            "halves": dict(HALF_NAMES),
            "faults": {fault.value: text for fault, text in fault_texts().items()},
        },
        "words": words(),
    }


def key_in(keying: Keying, record: Callable[[tuple[AnswerEvent, ...]], Sequence[EventId]]) -> None:
    """Draw the rows. `record` stores events and gives the ids that are durable; only those are told so."""
    rows = keying.by_id

    def take() -> None:
        events = read_typed(told(KEY, "log"), keying.bank, rows).events
        session().stored = tuple(record(events)) if events else ()

    try:
        refused = read_typed(told(KEY, "log"), keying.bank, rows).refused
    except KeyError:
        refused = {}
    _keyed(data=keying_data(keying, session().stored, refused), key=KEY, on_log_change=take)


def _item(bank: Bank, row: PaperRow) -> dict[str, Any]:
    item = row.item
    halves = {half.code: half for half in bank.half_days} if item.kind is ItemKind.TIME_GRID else {}
    return {
        "id": item.id,
        "section": item.section,
        "kind": item.kind.value,
        "text": said_in(item),
        "hint": write_hint(row),
        "boxes": [
            {
                "code": box.code,
                "label": said_in(box),
                "alone": box.alone,
                "day": halves[box.code].weekday if box.code in halves else None,
                "morning": halves[box.code].start < NOON if box.code in halves else None,
            }
            for box in row.boxes
        ],
        "shown_if": item.shown_if.model_dump(mode="json") if item.shown_if else None,
    }


def _form(keying: Keying, form: Form) -> dict[str, Any]:
    rows = keying.rows(form)
    by = (Respondent.GUARDIAN,) if form is Form.GUARDIANS else tuple(respondent_names())
    return {
        "key": form.value,
        "name": form_names()[form],
        "mark": mark_of(rows),
        "by": [{"key": each.value, "name": respondent_names()[each]} for each in by],
        "rows": [row.item.id for row in rows],
        "conditions": {row.item.id: condition_words(keying.bank, rows, row) for row in rows if row.item.shown_if},
    }


def _typed(keying: Keying, rows: Mapping[QuestionId, PaperRow], by: Respondent) -> dict[str, str]:
    """What that one has answered already, as it would be typed."""
    spelt: Mapping[Choice, str] = letters()
    return {
        question: write_keyed(rows[question], own.answer, spelt)
        for question, own in own_answers(keying.events, by).items()
        if question in rows
    }
