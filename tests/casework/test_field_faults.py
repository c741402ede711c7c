"""A fault of a field names its place in the file, not in the program."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from casework.case_file import CaseFile
from casework.field_faults import field_error
from planning.errors import BadInput


def fault(**case: Any) -> BadInput:
    """What is wrong with that case."""
    with pytest.raises(ValidationError) as refused:
        CaseFile.model_validate({"timetable": {"file": "week.csv"}, **case})
    return field_error(refused.value)


@pytest.mark.parametrize(
    ("case", "field", "problem", "limit"),
    [
        ({"ladder": {"number_of_steps": 41}}, "ladder.number_of_steps", "less_than_equal", 40),
        ({"limits": [{"kind": "avoid_teacher"}]}, "limits.0.teachers", "missing", ""),
        ({"limits": [{"kind": "days_off", "weekdays": ["x"]}]}, "limits.0.weekdays.0", "not_a_weekday", ""),
        ({"answers": {"SO1": {"choice": "yes", "time": "24:30"}}}, "answers.SO1.time", "not_a_time_of_day", 1440),
        ({"ladder": {"steps": [{"weeks": [105]}]}}, "ladder.steps.0.weeks.0", "not_a_week", ""),
    ],
)
def test_fault_is_field_kind_and_limit(case: dict[str, Any], field: str, problem: str, limit: object) -> None:
    """As `wording` needs them."""
    told = fault(**case)
    assert (told.data["field"], told.data["problem"], told.data["limit"]) == (field, problem, limit)


def test_word_that_is_none_of_the_words_comes_with_those_that_are() -> None:
    """And with the word itself, so that the nearest can be offered."""
    told = fault(limits=[{"kind": "avoid_teachr"}])
    assert told.data["value"] == "avoid_teachr"
    assert "avoid_teacher" in str(told.data["known"])
