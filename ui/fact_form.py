"""Draws the form for the school's decision and reads it back, section by section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

import streamlit as st
from pydantic import ValidationError

from planning.decision import DecisionKind, DocumentFacts
from planning.decision_forms import TestChoice
from planning.frozen import Frozen
from ui.entries import read_date
from ui.form_parts import Entry, Kind, Rows, Section
from ui.law_fields import WAYS
from wording.fact_names import decision_called
from wording.form_names import choice_called
from wording.language import tr


def value_at(facts: Frozen, path: str) -> Any:
    """What stands at a path («school.provider»)."""
    value: Any = facts
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def with_value(facts: DocumentFacts, path: str, value: object) -> DocumentFacts:
    """The facts with something else at a path. Raises `ValidationError` when it does not fit there.

    A part that is not there while nothing is written in it comes with its first field, and goes with its last.
    """
    data = facts.model_dump()
    *way, last = path.split(".")
    place = data
    for name in way:
        if place[name] is None:
            place[name] = {}
        place = place[name]
    place[last] = value
    if ".".join(way) in WAYS and not any(_is_written(part) for part in place.values()):
        data = _without(data, way)
    return DocumentFacts.model_validate(data)


def _is_written(value: object) -> bool:
    return value is not None and value not in ("", ())


def _without(data: dict[str, Any], way: Sequence[str]) -> dict[str, Any]:
    name, *rest = way
    return {**data, name: _without(data[name], rest) if rest else None}


def read_entry(kind: Kind, typed: Any) -> Any:
    """What was typed, as the facts keep it. A date that cannot be read stays empty."""
    match kind:
        case Kind.LINES:
            return tuple(line.strip() for line in typed.splitlines() if line.strip())
        case Kind.DATE:
            return read_date(typed)
        case Kind.TEXT | Kind.LONG | Kind.YES_NO | Kind.SAID | Kind.NUMBER | Kind.MINUTES | Kind.DECISION | Kind.TESTS:
            return typed
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
            return _choose(entry, {kind: decision_called(kind) for kind in DecisionKind}, value, key)
        case Kind.YES_NO:
            return st.checkbox(entry.label, value=bool(value), key=key)
        case Kind.SAID:
            return _choose(entry, {True: tr("Ja"), False: tr("Nej")}, value, key)
        case Kind.TESTS:
            return _choose(entry, {choice: choice_called(choice) for choice in TestChoice}, value, key)
        case _:
            assert_never(entry.kind)


def _choose(entry: Entry, words: Mapping[Any, str], value: Any, key: str) -> Any:
    """One of those, or none."""
    known = list(words)
    at = known.index(value) if value in words else None
    return st.selectbox(entry.label, known, index=at, key=key, format_func=words.__getitem__, placeholder=tr("Välj"))
