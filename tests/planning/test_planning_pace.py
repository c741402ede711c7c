"""The gentle line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.pace import FIRST_STEP_MINUTES, ROOM_ABOVE_LINE_MINUTES, ceiling, line
from planning.problem import Problem
from tests.planning.builders import lessons, problem, timetable

DAYS = ("mon", "tue", "wed", "thu", "fri")


@st.composite
def any_problem(draw: st.DrawFn) -> Problem:
    """A week of up to fifteen lessons of any length and a ladder of up to twelve steps."""
    lengths = draw(st.lists(st.integers(5, 200), max_size=15))
    rows = "\n".join(
        f"l{n} {DAYS[n % 5]} {8 + n // 5 * 4:02d}:00-{8 + n // 5 * 4 + length // 60:02d}:{length % 60:02d} Svenska"
        for n, length in enumerate(lengths)
    )
    return problem(timetable(lessons(rows) if rows else ()), steps=draw(st.integers(1, 12)))


@given(any_problem())
def test_the_line_never_falls_and_ends_at_the_whole_week(made: Problem) -> None:
    """Whatever the week and the ladder."""
    drawn = line(made, "")
    assert len(drawn) == len(made.steps)
    assert all(earlier <= later for earlier, later in pairwise(drawn))
    assert drawn[-1] == made.timetable.minutes_per_week("")


@given(any_problem())
def test_a_ladder_begins_with_two_lessons_at_most(made: Problem) -> None:
    """A ladder of a single step has nothing to spread."""
    first = line(made, "")[0]
    assert len(made.steps) == 1 or first <= FIRST_STEP_MINUTES
    assert first * len(made.steps) <= made.timetable.minutes_per_week("") or len(made.steps) == 1


@given(any_problem())
def test_the_rises_of_the_line_are_even(made: Problem) -> None:
    """To the minute: no step rises more than a minute more than another."""
    rises = [later - earlier for earlier, later in pairwise(line(made, ""))]
    assert max(rises, default=0) - min(rises, default=0) <= 1


@given(any_problem())
def test_the_ceiling_lies_a_lesson_above_the_line_and_never_above_the_week(made: Problem) -> None:
    """About one lesson of room, and no more than there is."""
    full = made.timetable.minutes_per_week("")
    for drawn, highest in zip(line(made, ""), ceiling(made, ""), strict=True):
        assert highest == min(full, drawn + ROOM_ABOVE_LINE_MINUTES)


@pytest.mark.parametrize(
    ("steps", "drawn"), [(1, (360,)), (2, (120, 360)), (3, (120, 240, 360)), (4, (90, 180, 270, 360))]
)
def test_the_line_of_six_hours_is_known(steps: int, drawn: tuple[int, ...]) -> None:
    """An even share of the week to begin with, then straight up."""
    assert line(problem(steps=steps), "") == drawn


def test_each_week_of_a_rotation_has_its_own_line() -> None:
    """A fuller week rises to more."""
    rows = (*lessons("x mon 08:00-09:00 Svenska"), *lessons("y tue 08:00-10:00 Bild", week="B"))
    made = problem(timetable(rows, ("A", "B")), steps=3)
    assert line(made, "A")[-1] == 60
    assert line(made, "B")[-1] == 180
