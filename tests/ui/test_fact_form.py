"""The form for the school's decision reads back what it shows."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.decision import DocumentFacts, EarlierSupport, missing_fields
from ui.fact_fields import Entry, Kind, Rows, label_of, sections
from ui.fact_form import read_entry, read_rows, value_at, with_value

PARTS = [part for section in sections() for part in section.parts]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.path)
def test_every_field_of_the_form_is_a_field_of_the_facts(part: Entry | Rows) -> None:
    """What stands there can be put back where it stood."""
    facts = DocumentFacts()

    assert with_value(facts, part.path, value_at(facts, part.path)) == facts


@pytest.mark.parametrize("rows", [part for part in PARTS if isinstance(part, Rows)], ids=lambda rows: rows.path)
def test_every_column_is_a_field_of_its_rows(rows: Rows) -> None:
    """Nothing is asked that would be thrown away."""
    assert {column.path for column in rows.columns} <= set(rows.model.model_fields)


@pytest.mark.parametrize("code", missing_fields(DocumentFacts()))
def test_every_missing_field_has_a_name(code: str) -> None:
    """The coach never meets a code."""
    assert label_of(code) != code


def test_a_value_is_put_where_it_belongs() -> None:
    """And nothing else moves."""
    facts = with_value(DocumentFacts(), "school.unit", "Exempelskolan")

    assert facts.school.unit == "Exempelskolan"
    assert facts.school.provider == ""


def test_lines_and_dates_are_read() -> None:
    """Empty lines are nothing; a date that cannot be read stays empty."""
    assert read_entry(Kind.LINES, "ett\n\n två ") == ("ett", "två")
    assert read_entry(Kind.DATE, "2026-11-30") == dt.date(2026, 11, 30)
    assert read_entry(Kind.DATE, "snart") is None


def test_the_empty_row_at_the_end_is_not_kept() -> None:
    """Nor one that lacks what it must have."""
    rows = next(part for part in PARTS if isinstance(part, Rows) and part.model is EarlierSupport)
    typed = [
        {"what": "Egen ingång", "when": "", "why_not_enough": ""},
        {"what": "", "when": "", "why_not_enough": ""},
    ]

    assert read_rows(rows, typed) == (EarlierSupport(what="Egen ingång"),)
