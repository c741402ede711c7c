"""What the adults know about time: validated, and faults name the field."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from casework.facts import CaseFacts
from casework.field_faults import field_error
from casework.goals import frame_needs
from casework.ladder import calendar_of
from planning.terms import TermName
from tests.casework.small_week import TODAY, facts, problem, week

TEST = {"date": "2027-03-15", "subject": "Matematik", "start": "09:00", "end": "12:00", "name": "delprov B"}
TERMS = [{"first": "2026-08-19", "last": "2026-12-16"}, {"first": "2027-01-13", "last": "2027-06-08"}]
BACKWARDS = {"first": "2027-01-13", "last": "2027-01-12"}
BUS = {"arrivals": ["08:00"], "departures": ["14:00"]}


@pytest.mark.parametrize(
    ("given", "field", "kind"),
    [
        ({"calendar": {"national_tests": [{**TEST, "end": "08:00"}]}}, "calendar.national_tests.0", "before"),
        ({"calendar": {"national_tests": [{**TEST, "date": "2027-03-13"}]}}, "calendar.national_tests.0", "school"),
        ({"calendar": {"national_tests": [{**TEST, "start": "9"}]}}, "calendar.national_tests.0.start", "time_of_day"),
        ({"calendar": {"terms": [TERMS[0], BACKWARDS]}}, "calendar.terms.1", "before"),
        ({"calendar": {"first_home_monday": "2027-01-12"}}, "calendar.first_home_monday", "Monday"),
        ({"travel": {**BUS, "other_weeks": [BUS]}}, "travel", "two_travel_times"),
        ({"travel": {**BUS, "weeks": ["A"], "other_weeks": [{**BUS, "weeks": ["A", "B"]}]}}, "travel", "two"),
    ],
)  # fmt: skip
def test_a_fault_names_its_field(given: dict[str, Any], field: str, kind: str) -> None:
    """And what kind of fault it is."""
    with pytest.raises(ValidationError) as refused:
        CaseFacts.model_validate(given)
    error = field_error(refused.value)
    assert error.data["field"] == field
    assert kind in error.data["problem"]


def test_the_calendar_carries_tests_and_terms() -> None:
    """As they were written; the days between the terms are closed, by the name they have."""
    calendar = calendar_of(facts(calendar={"national_tests": [TEST], "terms": TERMS}), week(), TODAY)
    assert [test.name for test in calendar.tests_on(dt.date(2027, 3, 15))] == ["delprov B"]
    assert calendar.closed_because(dt.date(2026, 12, 17)) == "Jullov"
    assert calendar.is_open(dt.date(2026, 12, 16))
    assert calendar.closed_because(dt.date(2027, 1, 12)) == "Jullov"
    assert calendar.is_open(dt.date(2027, 1, 13))
    term = calendar.term_of(dt.date(2027, 1, 13))
    assert term is not None
    assert term.name is TermName.SPRING


def test_travel_times_of_other_weeks_are_needs_of_their_own() -> None:
    """Each holds in its weeks; what says no time binds nothing."""
    later = {"arrivals": ["09:00"], "weeks": ["B"]}
    case = facts(travel={**BUS, "weeks": ["A"], "other_weeks": [later, {"weeks": ["A"]}]})
    assert [(need.kind, need.weeks) for need in frame_needs(case)] == [
        ("travel_times", ("A",)), ("travel_times", ("B",)),
    ]  # fmt: skip
    ids = [need.id for need in problem(case, timetable=week("A", "B")).needs]
    assert len(ids) == len(set(ids))


def test_times_of_the_same_week_in_different_steps_are_no_fault() -> None:
    """The bus changes with the timetable of the spring."""
    later = {**BUS, "first_step": 3}
    assert len(facts(travel={**BUS, "last_step": 2, "other_weeks": [later]}).travel.times) == 2
