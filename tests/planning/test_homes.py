"""Two homes: which week is lived where, and a timetable planned once for each."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import SchoolCalendar
from planning.homes import HOME_1, HOME_2, by_home, home_in, home_of, translated, without_home
from planning.timetable import WeekLabel
from tests.planning.builders import MONDAY, lessons, timetable

WEEKS = st.integers(-200, 200).map(lambda n: MONDAY + dt.timedelta(weeks=n))
TURNS = timetable(
    (*lessons("a mon 08:00-09:00 Svenska", week="A"), *lessons("b tue 08:00-09:00 Bild", week="B"),
     *lessons("e fri 12:00-13:00 Musik")), ("A", "B"),
)  # fmt: skip


@given(WEEKS, WEEKS)
def test_the_homes_take_turns(first: dt.date, monday: dt.date) -> None:
    """Every other week, whatever the number of the week, over every new year."""
    assert home_of(first, first) == HOME_1
    assert {home_of(first, monday), home_of(first, monday + dt.timedelta(weeks=1))} == {HOME_1, HOME_2}


def test_a_timetable_of_one_week_has_a_week_in_each_home() -> None:
    """The lessons are the same and come in both."""
    plain = timetable()
    split = by_home(plain)
    assert split.week_labels == (HOME_1, HOME_2)
    assert split.lessons == plain.lessons
    assert len(split.occasions) == 2 * len(plain.occasions)


def test_a_rotation_is_planned_in_each_home() -> None:
    """A lesson of A weeks comes in the A weeks of both homes, with an id of its own in each."""
    split = by_home(TURNS)
    assert split.week_labels == ("A hem 1", "B hem 1", "A hem 2", "B hem 2")
    assert {(o.lesson.subject, o.week) for o in split.occasions} == {
        *(("Svenska", f"A {home}") for home in (HOME_1, HOME_2)),
        *(("Bild", f"B {home}") for home in (HOME_1, HOME_2)),
        *(("Musik", label) for label in split.week_labels),
    }
    assert split.minutes_per_week("A hem 2") == TURNS.minutes_per_week("A")


@given(WEEKS, WEEKS, st.sampled_from([None, MONDAY]))
def test_a_week_in_a_home_is_the_school_s_week_and_that_home(
    monday: dt.date, first: dt.date, anchor: dt.date | None
) -> None:
    """Each kept its own turn."""
    calendar = SchoolCalendar(anchor_monday=anchor)
    at_homes = calendar.model_copy(update={"first_home_monday": first})
    found = at_homes.week_label(by_home(TURNS), monday)
    assert without_home(found) == calendar.week_label(TURNS, monday)
    assert home_in(found) == home_of(first, monday)
    assert at_homes.week_label(by_home(timetable()), monday) == home_of(first, monday)
    assert at_homes.week_label(TURNS, monday) == calendar.week_label(TURNS, monday)


@pytest.mark.parametrize(
    ("weeks", "meant"),
    [
        (("A",), ("A hem 1", "A hem 2")),
        ((HOME_2,), ("A hem 2", "B hem 2")),
        (("A", HOME_1), ("A hem 1", "A hem 2", "B hem 1")),
        (("B hem 1",), ("B hem 1",)),
        (("2027-W01",), ("2027-W01",)),
        ((), ()),
    ],
)
def test_weeks_are_meant_by_the_school_s_label_or_by_the_home(
    weeks: tuple[WeekLabel, ...], meant: tuple[WeekLabel, ...]
) -> None:
    """What names neither stays as it is."""
    pairs = [(label, home_in(label)) for label in by_home(TURNS).week_labels]
    assert translated(weeks, pairs) == meant
