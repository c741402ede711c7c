"""A limit is written without the paperwork of a need, and one that would bind nothing is refused."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from casework.case_file import schema
from casework.facts import CaseFacts
from planning.needs import NEED_KINDS

LIMITS = schema()["properties"]["limits"]["items"]["oneOf"]


@pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: str(kind["title"]))
def test_every_field_of_every_limit_is_described(kind: dict[str, Any]) -> None:
    """Its kind, the question and its own fields."""
    assert [name for name, field in kind["properties"].items() if not field.get("description")] == []
    assert kind["description"]
    assert "question" in kind["properties"]


def test_schema_knows_every_kind_of_limit() -> None:
    """One form for each, and none of them asks for paperwork."""
    assert {kind["properties"]["kind"]["const"] for kind in LIMITS} == set(NEED_KINDS)
    assert all("id" not in kind["properties"] for kind in LIMITS)


@pytest.mark.parametrize(
    "limit",
    [
        {"kind": "blocked_time", "start": "12:00", "end": "12:00"},
        {"kind": "not_present_during", "start": "12:00", "end": "11:00"},
        {"kind": "preferred_times", "windows": [{"start": "12:00", "end": "11:00"}]},
        {"kind": "rest_day_between", "first_step": 3, "last_step": 2},
        {"kind": "rest_day_between", "first_step": 0},
    ],
)
def test_limit_that_would_bind_nothing_is_refused(limit: dict[str, Any]) -> None:
    """It ends before it begins, in hours or in steps."""
    with pytest.raises(ValidationError):
        CaseFacts.model_validate({"limits": [limit]})


def test_schema_and_program_ask_for_the_same_fields() -> None:
    """Without its hours a blocked time is neither valid nor taken."""
    without = {"timetable": {"file": "week.csv"}, "limits": [{"kind": "blocked_time", "start": "08:00"}]}
    assert not Draft202012Validator(schema()).is_valid(without)
    with pytest.raises(ValidationError):
        CaseFacts.model_validate({"limits": without["limits"]})
