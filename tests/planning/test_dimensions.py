"""The five dimensions of a step: every level by hand, what rises, and when a step changes more than was agreed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.contacts import contacts_in
from planning.dimensions import (
    TOGETHER,
    Dimension,
    fine,
    leap,
    leaps,
    moves,
    raised,
    state_of,
    steps_that_leap,
    subject_level,
    support_level,
    time_bounds,
    time_level,
    with_states,
)
from planning.needs import AnyNeed
from planning.plan import PlannedItem, PlanStep, StepState
from planning.problem import Problem
from tests.planning.builders import need, plan, problem, timetable

HOURS = [f"{8 + n:02d}:00-{9 + n:02d}:00" for n in range(8)]
WHOLE_DAYS = "\n".join(
    f"l{day}{n} {day} {hours} Ämne{n}" for day in ("mon", "tue", "wed") for n, hours in enumerate(HOURS)
)
"""Twenty-four lessons of an hour in eight subjects: 1440 minutes a week."""
CLASSROOM = need("avoid_place", id="room", places=["classroom"], last_step=1)
SMALL = need("small_group_first", id="small", last_step=1)
PLACE, TIME, SUBJECTS, PEOPLE, SUPPORT = Dimension

states = st.builds(StepState, **{d.value: st.integers(0, 7) for d in Dimension})


def state(of: Problem, *steps: str, number: int = 1) -> StepState:
    """The state of that step of the plan."""
    return state_of(of, plan(of, *steps).steps[number - 1])


@pytest.mark.parametrize(
    ("minutes", "level"),
    [
        (0, 0), (15, 1), (30, 1), (31, 2), (60, 2), (61, 3), (180, 3), (181, 4), (360, 4), (361, 5), (720, 5), (721, 6),
        (1439, 6), (1440, 7),
    ],
)  # fmt: skip
def test_levels_of_time(minutes: int, level: int) -> None:
    """From a quarter of an hour's visit over one and two lessons a day to half the week and all of it."""
    assert time_level(problem(WHOLE_DAYS), "", minutes) == level


@pytest.mark.parametrize("minutes", [60, 90, 120, 400, 720])
def test_levels_of_time_are_in_order_in_a_short_week_too(minutes: int) -> None:
    """And its whole is always the highest."""
    end = 8 * 60 + minutes
    of = problem(f"x mon 08:00-{end // 60:02d}:{end % 60:02d} Bild")
    assert list(time_bounds(of, "")) == sorted(time_bounds(of, ""))
    assert time_level(of, "", minutes) > time_level(of, "", minutes - 1)


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 2), (2, 3), (3, 3), (4, 4), (5, 4), (6, 5), (7, 5), (8, 6)])
def test_levels_of_subjects(count: int, level: int) -> None:
    """None, one that was ticked, two or three, more, and all that the timetable has."""
    assert subject_level(problem(WHOLE_DAYS), count) == level


@pytest.mark.parametrize(
    ("wanted", "level"),
    [
        ([need("coach_all_lessons")], 2), ([need("coach_at_first_lesson")], 5),
        ([need("support", item="meet_at_arrival")], 5), ([need("support", item="text_messages")], 6), ([], 7),
        ([need("support", item="headphones")], 7),
        ([need("support", item="text_messages"), need("coach_all_lessons")], 2),
    ],
)  # fmt: skip
def test_levels_of_support(wanted: list[AnyNeed], level: int) -> None:
    """In the room, at the door, by text, a check-in a week: the most that is agreed counts."""
    assert support_level(problem(WHOLE_DAYS, *wanted), 1) == level


def test_support_that_has_ended_counts_no_longer() -> None:
    """The level rises in the step after its last."""
    of = problem(WHOLE_DAYS, need("coach_all_lessons", last_step=2), steps=3)
    assert [support_level(of, number) for number in (1, 2, 3)] == [2, 2, 7]


@pytest.mark.parametrize(
    ("lessons", "wanted", "place", "people"),
    [
        ("a*", [], 5, 5), ("a*", [need("small_group_first", most=3)], 5, 4),
        ("a*", [need("small_group_first", most=4)], 5, 5),
        ("a@08:00-08:20 b*", [], 7, 6), ("a@08:00-08:20 b", [], 7, 7), ("a", [], 7, 7), ("a* b", [], 7, 7),
    ],
)  # fmt: skip
def test_levels_of_place_and_people(lessons: str, wanted: list[AnyNeed], place: int, people: int) -> None:
    """The small room for very few or some, a part of a lesson in class, and the whole of one."""
    found = state(problem(timetable(), *wanted), lessons)
    assert (found.place, found.people) == (place, people)


def test_a_step_without_lessons_stands_where_its_contacts_are() -> None:
    """An item at the school gate is as far as it comes; an invitation to more does not count."""
    of = problem(timetable(), need("no_lessons_yet"))
    gate = PlannedItem.model_validate(
        {"kind": "car_park", "week": "", "weekday": "mon", "start": 600, "end": 620, "carrier": "coach"}
    )
    contacts = contacts_in(of, of.steps[0])
    assert contacts
    step = PlanStep(step=of.steps[0], lessons=(), items=(gate,), contacts=contacts)
    assert state_of(of, step) == StepState(place=3, time=0, subjects=0, people=0, support=7)
    asked = contacts[0].model_copy(update={"kind": "meet_adult_at_school", "is_invitation": True})
    assert state_of(of, step.model_copy(update={"contacts": (asked,)})) == state_of(of, step)


def test_the_fuller_of_two_weeks_says_how_much_time() -> None:
    """Of a rotation."""
    of = problem(timetable(labels=("A", "B")))
    assert state(of, "A|a A|b B|a").time == time_level(of, "A", 120)


def test_only_what_was_ticked_as_hard_rises_level_by_level() -> None:
    """Time always does."""
    assert fine(problem(timetable())) == {TIME}
    assert fine(problem(timetable(), need("begin_with", "wish_3", subjects=["Bild"]))) == {TIME, SUBJECTS}
    assert fine(problem(timetable(), SMALL)) == {TIME, PLACE, PEOPLE}
    assert fine(problem(timetable(), CLASSROOM)) == {TIME, PLACE, PEOPLE}
    assert fine(problem(timetable(), need("avoid_place", places=["bus"]))) == {TIME}
    assert fine(problem(timetable(), need("coach_all_lessons", last_step=1), steps=2)) == {TIME, SUPPORT}
    assert fine(problem(timetable(), need("coach_all_lessons"), steps=2)) == {TIME}
    for_a_while = need("coach_all_lessons", first_step=2, last_step=2)
    assert fine(problem(timetable(), for_a_while, steps=3)) == {TIME, SUPPORT}


EVERYTHING = problem(
    timetable(), CLASSROOM, need("begin_with", subjects=["Bild"]), need("coach_all_lessons", last_step=1), steps=2
)  # fmt: skip


@given(states, states)
def test_moves_are_counted_in_what_rises_level_by_level(before: StepState, after: StepState) -> None:
    """Place with people is one thing; what falls or stays is none."""
    rises = {d for d in Dimension if getattr(after, d) > getattr(before, d)}
    assert set(raised(before, after)) == rises
    expected = len(rises) - (rises >= {PLACE, PEOPLE})
    assert moves(EVERYTHING, before, after) == expected
    assert moves(problem(timetable()), before, after) == (TIME in rises)


def test_a_step_that_changes_one_thing_is_no_leap() -> None:
    """More time in the subjects that are there."""
    of = problem(timetable(), need("begin_with", subjects=["Matematik"]), steps=2)
    assert leaps(of, plan(of, "b", "b e").steps) == 0


def test_a_step_that_changes_two_things_leaps_unless_two_were_ticked() -> None:
    """More time, in a subject more."""
    of = problem(timetable(), need("begin_with", subjects=["Matematik"]), steps=2)
    steps = plan(of, "b", "a b").steps
    assert (leaps(of, steps), steps_that_leap(of, steps)) == (1, (2,))
    both = of.model_copy(update={"rises_per_step": 2})
    assert (leaps(both, steps), steps_that_leap(both, steps)) == (0, ())


@pytest.mark.parametrize("rises_per_step", [1, 2])
def test_support_that_falls_as_place_rises_is_a_leap_whatever_was_ticked(rises_per_step: int) -> None:
    """Nobody is left alone in the very step that leads into the class."""
    of = problem(timetable(), CLASSROOM, need("coach_all_lessons", last_step=1), steps=2)
    allowed = of.model_copy(update={"rises_per_step": rises_per_step})
    before, after = plan(allowed, "a*+", "a").steps
    assert leap(allowed, before, after) == TOGETHER + (rises_per_step == 1)
    assert steps_that_leap(allowed, (before, after)) == (2,)


def test_the_first_step_with_lessons_is_no_leap() -> None:
    """It begins everything."""
    of = problem(timetable(), need("begin_with", subjects=["Bild"]), CLASSROOM, steps=3)
    assert leaps(of, plan(of, "", "", "a b c d e f").steps) == 0


def test_every_step_of_a_plan_carries_its_state() -> None:
    """The same as `state_of` says of it."""
    of = problem(timetable(), SMALL, steps=2)
    done = plan(of, "a*", "a b*")
    assert [step.state for step in with_states(of, done).steps] == [state_of(of, step) for step in done.steps]
