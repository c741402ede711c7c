"""The gentle line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.pace import (
    FIRST_STEP_MINUTES,
    ROOM_MINUTES,
    ceiling,
    ends_half_way,
    floor,
    gentle_day,
    half_step,
    line,
)
from planning.problem import Problem
from tests.planning.builders import lessons, need, problem, timetable

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
    """And with an even share; a single step, or a week of fewer minutes than steps, has nothing to spread."""
    full = made.timetable.minutes_per_week("")
    if 1 < len(made.steps) <= full:
        first = line(made, "")[0]
        assert first <= FIRST_STEP_MINUTES
        assert first * len(made.steps) <= full


@given(any_problem())
def test_the_earliest_rises_are_the_smallest(made: Problem) -> None:
    """To the minute that rounding takes or gives at either end of a rise."""
    rises = [later - earlier for earlier, later in pairwise(line(made, ""))]
    assert all(earlier <= later + 2 for earlier, later in pairwise(rises))


@given(any_problem())
def test_the_line_lies_midway_between_equal_minutes_and_an_equal_factor(made: Problem) -> None:
    """To the minute; never above the straight line."""
    drawn = line(made, "")
    last = len(drawn) - 1
    for number, minutes in enumerate(drawn):
        if last and drawn[0]:
            straight = drawn[0] + (drawn[-1] - drawn[0]) * number / last
            curved = drawn[0] ** (1 - number / last) * drawn[-1] ** (number / last)
            assert abs(minutes - (straight + curved) / 2) <= 0.5 + 1e-6


@given(any_problem())
def test_the_ceiling_lies_a_lesson_above_the_line_and_never_above_the_week(made: Problem) -> None:
    """About one lesson of room, and no more than there is."""
    full = made.timetable.minutes_per_week("")
    for drawn, highest in zip(line(made, ""), ceiling(made, ""), strict=True):
        assert highest == min(full, drawn + ROOM_MINUTES)


@pytest.mark.parametrize(
    ("steps", "drawn"), [(1, (360,)), (2, (120, 360)), (3, (120, 224, 360)), (4, (90, 161, 248, 360))]
)
def test_the_line_of_six_hours_is_known(steps: int, drawn: tuple[int, ...]) -> None:
    """An even share of the week to begin with, at most two hours, then gently up."""
    assert line(problem(steps=steps), "") == drawn


def test_each_week_of_a_rotation_has_its_own_line() -> None:
    """A fuller week rises to more."""
    rows = (*lessons("x mon 08:00-09:00 Svenska"), *lessons("y tue 08:00-10:00 Bild", week="B"))
    made = problem(timetable(rows, ("A", "B")), steps=3)
    assert line(made, "A")[-1] == 60
    assert line(made, "B")[-1] == 180


@given(any_problem())
def test_the_floor_lies_a_lesson_below_the_line_and_the_last_step_is_whole(made: Problem) -> None:
    """Never below nothing; there is no room below the last step."""
    lowest = floor(made, "")
    assert lowest[-1] == made.timetable.minutes_per_week("")
    for minutes, drawn in list(zip(lowest, line(made, ""), strict=True))[1:-1]:
        assert minutes == max(0, drawn - ROOM_MINUTES)


@given(any_problem())
def test_the_first_step_of_a_ladder_may_be_as_small_as_it_needs_to_be(made: Problem) -> None:
    """It is never too slow, unless it is the only one."""
    assert len(made.steps) == 1 or floor(made, "")[0] == 0


@given(any_problem())
def test_a_gentle_day_has_room_for_the_longest_lesson(made: Problem) -> None:
    """A day that cannot be gentle is not asked for."""
    longest = max((o.lesson.minutes for o in made.timetable.occasions), default=0)
    assert all(minutes >= longest for minutes in gentle_day(made, ""))


@pytest.mark.parametrize(
    ("fields", "last"),
    [({}, 240), ({"last_step": 1}, 360), ({"first_step": 2}, 240)],
)
def test_the_line_leads_to_what_was_agreed(fields: dict[str, int], last: int) -> None:
    """Subjects that a whole return excepts at the end of the ladder are not aimed at; a wish excepts nothing."""
    but_two = need("full_restore", except_subjects=["Matematik"], **fields)
    wished = need("full_restore", "wish_3", except_subjects=["Matematik"], **fields)
    assert line(problem(timetable(), but_two, steps=3), "")[-1] == last
    assert line(problem(timetable(), wished, steps=3), "")[-1] == 360


def test_the_line_begins_with_the_first_lesson() -> None:
    """Two steps of contact first: nothing is aimed at in them, nothing is too little in the third, the end is whole."""
    week = timetable("""x mon 08:00-10:00 Svenska
y tue 08:00-10:00 Matematik""")
    waits = problem(week, need("no_lessons_yet", last_step=2), steps=4)
    assert line(waits, "") == (0, 0, 120, 240)
    assert floor(waits, "") == (0, 0, 0, 240)
    assert line(problem(week, steps=2), "") == (120, 240)


CALM = need("half_steps", "wish_3")


def with_needs(made: Problem, *needs: AnyNeed) -> Problem:
    """The same week and ladder with those needs."""
    return made.model_copy(update={"needs": needs})


@given(any_problem())
def test_half_steps_rise_half_as_much_as_the_line_does_otherwise(made: Problem) -> None:
    """From the same beginning, to the minute that rounding takes or gives."""
    drawn, calm = line(made, ""), line(with_needs(made, CALM), "")
    assert calm[0] == drawn[0]
    for otherwise, halved in zip(pairwise(drawn), pairwise(calm), strict=True):
        assert abs((otherwise[1] - otherwise[0]) / 2 - (halved[1] - halved[0])) <= 1


@given(any_problem())
def test_no_half_step_leaps_or_starves(made: Problem) -> None:
    """Floor and ceiling follow the calmer line, and the line itself rises no more than the need allows."""
    calm = with_needs(made, CALM)
    drawn, bounds = line(calm, ""), half_step(calm, "")
    rises = (later - earlier for earlier, later in pairwise(drawn))
    assert all(rise <= bound for rise, bound in zip(rises, bounds[1:], strict=True))
    for low, minutes, high in zip(floor(calm, ""), drawn, ceiling(calm, ""), strict=True):
        assert low <= minutes <= high <= minutes + ROOM_MINUTES


@given(any_problem(), st.one_of(st.just(CALM), st.just(need("half_steps"))))
def test_a_whole_week_that_must_be_reached_is_reached_without_a_leap(made: Problem, calm: AnyNeed) -> None:
    """The goal wins: half steps come first, and what they leave is spread over the rest."""
    whole = with_needs(made, calm, need("full_restore", first_step=len(made.steps)))
    drawn, otherwise = line(whole, ""), line(made, "")
    assert drawn[-1] == otherwise[-1]
    assert all(low <= high for low, high in pairwise(drawn))
    assert all(halved <= minutes for halved, minutes in zip(drawn, otherwise, strict=True))
    for ours, theirs in zip(pairwise(drawn), pairwise(otherwise), strict=True):
        assert ours[1] - ours[0] <= 1.5 * (theirs[1] - theirs[0]) + 2


def test_half_steps_that_are_released_end_at_the_whole_week() -> None:
    """A calmer beginning of the same ladder."""
    made = problem(timetable(), need("half_steps", last_step=2), steps=4)
    drawn = line(made, "")
    assert drawn[:2] == (90, 90 + 36)
    assert drawn[-1] == 360
    assert ends_half_way(made, "") is None


def test_half_steps_to_the_end_lead_half_way() -> None:
    """From an hour and a half, by half of what is left."""
    assert line(problem(timetable(), CALM, steps=4), "") == (90, 126, 169, 225)


def test_half_steps_begin_after_the_first_step_with_lessons() -> None:
    """The first one is small already."""
    week = timetable("x mon 08:00-10:00 Svenska\ny tue 08:00-10:00 Matematik")
    waits = need("no_lessons_yet", last_step=1)
    assert line(problem(week, waits, CALM, steps=3), "") == (0, 120, 180)
    assert half_step(problem(week, waits, CALM, steps=3), "") == (60, 120, 60)


def test_a_single_step_has_no_half() -> None:
    """It is the whole week as before."""
    assert line(problem(timetable(), CALM), "") == (360,)
