"""Draws the form for the school's decision and reads it back, section by section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

import streamlit as st
from pydantic import ValidationError

from planning.decision import DecisionKind, DocumentFacts
from planning.frozen import Frozen
from ui.entries import read_date
from ui.fact_fields import Entry, Kind, Rows, Section
from wording.fact_names import decision_called
from wording.language import tr


def value_at(facts: Frozen, path: str) -> Any:
    """What stands at a path («school.provider»)."""
    value: Any = facts
    for name in path.split("."):
        value = getattr(value, name)
    return value


def with_value(facts: DocumentFacts, path: str, value: object) -> DocumentFacts:
    """The facts with something else at a path. Raises `ValidationError` when it does not fit there."""
    data = facts.model_dump()
    *way, last = path.split(".")
    place = data
    for name in way:
        place = place[name]
    place[last] = value
    return DocumentFacts.model_validate(data)


def read_entry(kind: Kind, typed: Any) -> Any:
    """What was typed, as the facts keep it. A date that cannot be read stays empty."""
    match kind:
        case Kind.TEXT | Kind.LONG | Kind.YES_NO | Kind.NUMBER | Kind.MINUTES | Kind.DECISION:
            return typed
        case Kind.LINES:
            return tuple(line.strip() for line in typed.splitlines() if line.strip())
        case Kind.DATE:
            return read_date(typed)
        case _:
            assert_never(kind)


def read_rows(rows: Rows, typed: Sequence[Mapping[str, Any]]) -> tuple[Frozen, ...]:
    """The rows that say something; one that lacks what it must have is left out."""
    read = []
    for row in typed:
        values = {column.path: read_entry(column.kind, row[column.path]) for column in rows.columns}
        if not any(values.values()):
            continue
        try:
            read.append(rows.model.model_validate(values))
        except ValidationError:
            continue
    return tuple(read)


def ask_section(section: Section, facts: DocumentFacts) -> DocumentFacts | None:
    """One section as a form of its own; the facts as they are to be kept when it was saved, else None."""
    with st.form(f"section_{section.key}", border=False):
        typed: list[tuple[Entry | Rows, Any]] = [
            (part, _ask_rows(part, facts) if isinstance(part, Rows) else _ask_entry(part, facts))
            for part in section.parts
        ]
        if not st.form_submit_button(tr("Spara")):
            return None
    for part, value in typed:
        read = read_rows(part, value) if isinstance(part, Rows) else read_entry(part.kind, value)
        if isinstance(part, Entry) and part.path == "eligibility.passed" and not read:
            read = None
        facts = with_value(facts, part.path, read)
    return facts


def _ask_rows(rows: Rows, facts: DocumentFacts) -> Sequence[Mapping[str, Any]]:
    st.markdown(f"**{rows.title}**")
    known = [*value_at(facts, rows.path), None]
    typed = []
    for number, row in enumerate(known):
        with st.container(border=True):
            typed.append(
                {
                    column.path: _ask(column, getattr(row, column.path, None), f"{rows.path}.{number}.{column.path}")
                    for column in rows.columns
                }
            )
    return typed


def _ask_entry(entry: Entry, facts: DocumentFacts) -> Any:
    return _ask(entry, value_at(facts, entry.path), entry.path)


def _ask(entry: Entry, value: Any, key: str) -> Any:
    match entry.kind:
        case Kind.TEXT:
            return st.text_input(entry.label, value=value or "", key=key, autocomplete="off")
        case Kind.LONG:
            return st.text_area(entry.label, value=value or "", key=key, height=100)
        case Kind.LINES:
            return st.text_area(entry.label, value="\n".join(value or ()), key=key, height=110)
        case Kind.DATE:
            written = value.isoformat() if value else ""
            return st.text_input(entry.label, value=written, key=key, placeholder=tr("ÅÅÅÅ-MM-DD"), autocomplete="off")
        case Kind.NUMBER:
            return st.selectbox(entry.label, range(11), index=value, key=key, placeholder=tr("Välj"))
        case Kind.MINUTES:
            return st.number_input(entry.label, min_value=0, max_value=2400, step=5, value=value, key=key)
        case Kind.DECISION:
            kinds = list(DecisionKind)
            at = kinds.index(value) if value else None
            return st.selectbox(
                entry.label, kinds, index=at, key=key, format_func=decision_called, placeholder=tr("Välj")
            )
        case Kind.YES_NO:
            return st.checkbox(entry.label, value=bool(value), key=key)
        case _:
            assert_never(entry.kind)
