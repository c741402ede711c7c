"""What happens on a date: a whole school year, every kind of timetable, and never anything on a closed day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from exports.calendar_file import calendar_file
from planning.calendar import ClosedDays, NationalTest, SchoolCalendar
from planning.days import days_of, mondays_without_lessons, weeks_with_nothing
from planning.items import Carrier, ItemKind
from planning.plan import Plan, PlannedItem
from planning.planned_day import WhyNot
from planning.problem import Problem
from planning.timetable import Timetable, iso_week
from tests.planning import school_years
from tests.planning.builders import A_WEEK, MONDAY, lessons, plan, problem, timetable

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TURNS = (
    *lessons("a mon 08:00-09:00 Svenska\nb wed 10:00-11:00 Engelska", week="A"),
    *lessons("c tue 08:00-09:00 Bild\nd thu 10:00-11:00 Fysik", week="B"),
    *lessons("e fri 12:00-13:00 Musik"),
)
YEARS = (2026, 2027)


def tables(year: int) -> dict[str, tuple[Timetable, dt.date | None]]:
    """Every kind of timetable, and the anchor of its rotation."""
    weekly = timetable(A_WEEK)
    return {
        "weekly": (weekly, None),
        "odd and even": (timetable(TURNS, ("A", "B")), None),
        "anchored": (timetable(TURNS, ("A", "B")), school_years.STARTS[year]),
        "dated": (school_years.dated(weekly.lessons, year), None),
    }


@pytest.fixture(params=[(year, kind) for year in YEARS for kind in tables(2026)], ids=str)
def year_of(request: pytest.FixtureRequest) -> tuple[Problem, Plan]:
    """A whole school year with a plan over it."""
    year, kind = request.param
    table, anchor = tables(year)[kind]
    return school_years.whole_year(year, table, anchor)


def test_nothing_happens_on_a_closed_day_of_a_whole_school_year(year_of: tuple[Problem, Plan]) -> None:
    """Lov, studiedagar, red days and a whole summer: the day says why, and holds nothing."""
    of, done = year_of
    days = days_of(of, done)
    closed = [day for day in days if not day.is_open]
    assert len(days) == 45 * 5
    assert {"Höstlov", "Jullov", "Sportlov", "Påsklov", "Sommarlov", "Kristi himmelsfärdsdag"} <= {
        day.closed for day in closed
    }
    assert not any(day.has_something for day in closed)
    assert [day.date for day in days if day.is_open] == [d.date for d in days if of.calendar.is_open(d.date)]


def test_every_week_with_school_has_something_on_a_date(year_of: tuple[Problem, Plan]) -> None:
    """R6: there is always a dated next item, also in the week whose only lesson falls on a studiedag."""
    assert weeks_with_nothing(*year_of) == ()


def test_a_lesson_comes_on_every_date_of_its_weeks_and_on_no_other(year_of: tuple[Problem, Plan]) -> None:
    """Told by the timetable and the almanac alone; the days after a lov are smaller, and none has more."""
    of, done = year_of
    for day in days_of(of, done):
        label = day.week
        ordinary = [
            lesson.lesson.id for lesson in done.steps[day.step - 1].lessons
            if day.is_open and lesson.lesson.weekday == day.date.weekday() and lesson.week == label
            and lesson.lesson.date in (None, day.date)
        ]  # fmt: skip
        found = [lesson.lesson.id for lesson in day.lessons]
        if day.smaller is None:
            assert found == ordinary
        else:
            assert found
            assert set(found) <= set(ordinary)


@pytest.mark.parametrize("year", YEARS)
def test_the_calendar_file_of_a_whole_year_has_nothing_on_a_closed_day(year: int) -> None:
    """And every hour stands on the clock of the wall, before and after both changes of daylight saving."""
    of, done = school_years.whole_year(year, timetable(A_WEEK))
    data = calendar_file(of, done, "Test", "c", current_step=len(done.steps)).content
    starts = [event["dtstart"].dt for event in Calendar.from_ical(data).walk("VEVENT")]
    hours = [start for start in starts if isinstance(start, dt.datetime)]
    days = {start.date() if isinstance(start, dt.datetime) else start for start in starts}
    assert len(hours) > 150
    assert all(of.calendar.is_open(day) for day in days)
    ordinary = {dt.time(lesson.start // 60, lesson.start % 60) for lesson in of.timetable.lessons}
    assert {start.astimezone(STOCKHOLM).time() for start in hours} <= ordinary
    mondays_at_eight = [start for start in hours if (start.weekday(), start.hour) == (0, 8)]
    assert {start.astimezone(dt.UTC).hour for start in mondays_at_eight} == {6, 7}
    assert all(start.astimezone(dt.UTC).hour == 7 for start in mondays_at_eight if start.month in {11, 12, 1, 2})


def labels(calendar: SchoolCalendar, first: dt.date, weeks: int) -> str:
    """The labels of the weeks from that Monday on."""
    table = timetable(TURNS, ("A", "B"))
    return "".join(calendar.week_label(table, first + dt.timedelta(weeks=n)) for n in range(weeks))


def test_odd_weeks_come_twice_where_week_53_meets_week_1() -> None:
    """2026 has a week 53: «udda» says two A weeks in a row; a school with an anchor has them take turns."""
    week_52 = dt.date(2026, 12, 21)
    assert labels(SchoolCalendar(), week_52, 4) == "BAAB"
    assert labels(SchoolCalendar(anchor_monday=dt.date(2026, 8, 17)), week_52, 4) == "ABAB"
    assert labels(SchoolCalendar(), dt.date(2027, 12, 20), 4) == "ABAB"


def test_a_step_whose_week_is_closed_has_nothing_and_breaks_nothing() -> None:
    """It is told why, and asks for no contact."""
    shut = SchoolCalendar(closed=(ClosedDays(first=MONDAY, last=MONDAY + dt.timedelta(days=6), name="Lov"),))
    of = problem(calendar=shut)
    days = days_of(of, plan(of, "a"))
    assert [(day.closed, day.has_something) for day in days] == [("Lov", False)] * 5
    assert weeks_with_nothing(of, plan(of, "a")) == ()


def test_an_item_comes_on_its_weekday_and_never_on_a_closed_one() -> None:
    """What is not a lesson keeps to the calendar too."""
    tuesday = MONDAY + dt.timedelta(days=1)
    of = problem(calendar=SchoolCalendar(closed=(ClosedDays(first=tuesday, last=tuesday, name="Studiedag"),)))
    ride = {"kind": ItemKind.RIDE_THERE, "week": "", "start": "07:30", "end": "07:50", "carrier": Carrier.COACH}
    items = tuple(PlannedItem.model_validate({**ride, "weekday": day}) for day in ("mon", "tue"))
    done = plan(of, "a")
    done = done.model_copy(update={"steps": (done.steps[0].model_copy(update={"items": items}),)})
    assert [day.date for day in days_of(of, done) if day.items] == [MONDAY]
    assert "Skjuts till skolan" in calendar_file(of, done, "Test", "c").content.decode()


TEST = NationalTest(date=MONDAY, subject="Svenska", start="08:30", end="11:30", name="delprov B")


def test_a_national_test_takes_the_lessons_that_it_overlaps() -> None:
    """They are left out that date alone, with the reason; the rest of the day is as it was."""
    of = problem(steps=2, calendar=SchoolCalendar(national_tests=(TEST.model_copy(
        update={"date": MONDAY + dt.timedelta(weeks=1)}),)))  # fmt: skip
    first, second = plan(of, "a b c", "a b c").steps
    known = tuple(lesson.model_copy(update={"is_new": False}) for lesson in second.lessons)
    done = Plan(steps=(first, second.model_copy(update={"lessons": known})), proven=False)
    monday = days_of(of, done)[5]
    assert [lesson.lesson.id for lesson in monday.lessons] == ["c"]
    assert [(left.lesson.lesson.id, left.why) for left in monday.left_out] == [
        ("a", WhyNot.NATIONAL_TEST), ("b", WhyNot.NATIONAL_TEST),
    ]  # fmt: skip
    assert [(one.test.name, one.concerns) for one in monday.tests] == [("delprov B", True)]


def test_no_lesson_is_met_for_the_first_time_on_a_day_with_a_national_test() -> None:
    """The new one waits a week, also where the test does not touch it."""
    of = problem(calendar=SchoolCalendar(national_tests=(TEST,)))
    (step,) = plan(of, "c").steps
    twice = step.step.model_copy(update={"mondays": (MONDAY, MONDAY + dt.timedelta(weeks=1))})
    new = tuple(lesson.model_copy(update={"is_new": True}) for lesson in step.lessons)
    done = Plan(steps=(step.model_copy(update={"step": twice, "lessons": new}),), proven=False)
    monday, *_, later = (day for day in days_of(of, done) if day.date.weekday() == 0)
    assert monday.lessons == ()
    assert [left.why for left in monday.left_out] == [WhyNot.FIRST_VISIT]
    assert [one.concerns for one in monday.tests] == [False]
    assert [lesson.lesson.id for lesson in later.lessons] == ["c"]


def test_a_national_test_on_a_closed_day_is_none() -> None:
    """The calendar decides."""
    shut = ClosedDays(first=MONDAY, last=MONDAY, name="Studiedag")
    of = problem(calendar=SchoolCalendar(closed=(shut,), national_tests=(TEST,)))
    assert days_of(of, plan(of, "a"))[0].tests == ()


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """Closed days anywhere in six weeks, national tests among them, with and without an anchor."""
    closed = [
        ClosedDays(first=(first := MONDAY + dt.timedelta(days=at)), last=first + dt.timedelta(days=long), name="Lov")
        for at, long in draw(st.lists(st.tuples(st.integers(-3, 42), st.integers(0, 9)), max_size=5))
    ]
    tests = [
        NationalTest(date=MONDAY + dt.timedelta(days=at), subject="Matematik", start=start, end=start + 180)
        for at, start in draw(st.lists(st.tuples(st.integers(0, 41), st.integers(450, 700)), max_size=3))
    ]
    anchor = draw(st.sampled_from([None, MONDAY, MONDAY + dt.timedelta(weeks=1)]))
    return SchoolCalendar(closed=tuple(closed), national_tests=tuple(tests), anchor_monday=anchor)


def years(calendar: SchoolCalendar, table: Timetable) -> Iterator[tuple[Problem, Plan]]:
    """Growing plans of six weeks in steps of one, two and three weeks."""
    for size in (1, 2, 3):
        mondays = [MONDAY + dt.timedelta(weeks=n) for n in range(6)]
        rows = [tuple(mondays[at : at + size]) for at in range(0, 6, size)]
        first = problem(table, steps=len(rows)).steps
        steps = tuple(
            step.model_copy(update={
                "mondays": row, "week_labels": tuple(map(iso_week, row)) if table.is_dated else table.week_labels,
            })
            for step, row in zip(first, rows, strict=True)
        )  # fmt: skip
        of = Problem(timetable=table, steps=steps, calendar=calendar)
        yield of, school_years.growing(of)


@settings(max_examples=60, deadline=None)
@given(calendars(), st.sampled_from(["weekly", "odd and even", "dated"]))
def test_never_anything_on_a_closed_day_and_always_something_in_a_week_with_school(
    calendar: SchoolCalendar, kind: str
) -> None:
    """Whatever the calendar: no lesson, item or contact on a closed day, and R6 in every week with an open day."""
    table = tables(2026)[kind][0]
    for of, done in years(calendar, table):
        for day in days_of(of, done):
            assert day.is_open == calendar.is_open(day.date)
            assert day.is_open or not (day.has_something or day.left_out or day.tests)
            overlapping = [t for t in day.tests for p in day.lessons if t.test.overlaps(p.lesson.start, p.lesson.end)]
            assert not overlapping
        assert weeks_with_nothing(of, done) == ()


@given(calendars())
def test_weeks_without_lessons_are_found_by_date(calendar: SchoolCalendar) -> None:
    """A week is taught when one of its lessons has a date with school and without a national test."""
    of = problem("x mon 07:00-07:20 Bild", calendar=calendar, steps=6)
    done = plan(of, *["x"] * 6)
    for step in done.steps:
        (monday,) = step.step.mondays
        taught = calendar.is_open(monday) and not calendar.tests_on(monday)
        assert mondays_without_lessons(of, step.step, step.lessons) == (() if taught else (monday,))
