"""A solved plan on the real calendar: never a week with school and nobody to meet."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendar import ClosedDays, NationalTest, SchoolCalendar
from planning.checks.judge import broken_promises
from planning.days import days_of, weeks_with_nothing
from planning.needs import AnyNeed
from planning.outcomes import Found
from planning.plan import Plan
from planning.problem import Coach, CoachHours, Problem
from scheduler.planner import plan_for
from tests.planning.builders import MONDAY, need, problem

TWO_DAYS = "a mon 08:00-09:00 Svenska\nb mon 09:10-10:10 Matematik\nc tue 10:00-11:00 Bild"
COACH = Coach(name="Coach Exempel", hours=(CoachHours(weekday="thu", start="10:00", end="12:00"),))


def solved(of: Problem) -> Plan:
    """The plan of that problem."""
    outcome = plan_for(of)
    assert isinstance(outcome, Found)
    assert broken_promises(of, outcome.plan) == ()
    return outcome.plan


def test_a_week_whose_only_lessons_fall_on_a_studiedag_has_a_contact() -> None:
    """R6: the week goes on with somebody to meet."""
    shut = ClosedDays(first=MONDAY, last=MONDAY + dt.timedelta(days=1), name="Studiedagar")
    of = problem(TWO_DAYS, calendar=SchoolCalendar(closed=(shut,)), coach=COACH)
    done = solved(of)
    assert done.last.lessons
    assert weeks_with_nothing(of, done) == ()
    assert any(day.contacts or day.items for day in days_of(of, done))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6)), max_size=4),
    st.sampled_from([None, 0, 1, 7, 8]),
    st.sampled_from([COACH, Coach()]),
    st.sampled_from([(), (need("no_lessons_yet", last_step=1),)]),
)
def test_every_week_with_school_has_somebody_to_meet(
    spans: list[tuple[int, int]], test_at: int | None, coach: Coach, needs: tuple[AnyNeed, ...]
) -> None:
    """Whatever the calendar, with and without the coach's hours, from the first lesson or from contact alone."""
    closed = tuple(
        ClosedDays(first=MONDAY + dt.timedelta(days=at), last=MONDAY + dt.timedelta(days=at + long), name="Lov")
        for at, long in spans
    )
    tests = () if test_at is None else (
        NationalTest(date=MONDAY + dt.timedelta(days=test_at), subject="Bild", start="08:30", end="12:00"),
    )  # fmt: skip
    calendar = SchoolCalendar(closed=closed, national_tests=tests)
    of = problem(TWO_DAYS, *needs, steps=3, calendar=calendar, coach=coach)
    done = solved(of)
    assert weeks_with_nothing(of, done) == ()
    assert not any(day.has_something for day in days_of(of, done) if not day.is_open)
