"""The form for the school's decision reads back what it shows."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.decision import AskedDecision, DecisionKind, DocumentFacts, EarlierSupport
from ui.fact_fields import Entry, Kind, Rows, sections
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


def test_a_kind_of_decision_is_chosen_and_kept() -> None:
    """What it rests on stands beside it; a row where none is chosen is not kept."""
    rows = next(part for part in PARTS if isinstance(part, Rows) and part.model is AskedDecision)
    typed = [{"kind": DecisionKind.DISTANCE, "because": "Intyg"}, {"kind": None, "because": "Intyg"}]

    assert read_rows(rows, typed) == (AskedDecision(kind=DecisionKind.DISTANCE, because="Intyg"),)


def test_every_field_of_the_form_has_a_name() -> None:
    """No label is empty."""
    assert [part.path for part in PARTS if isinstance(part, Entry) and not part.label] == []
