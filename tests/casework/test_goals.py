"""Goals, company and travel become needs: one for each thing agreed, in its steps and weeks."""

from __future__ import annotations

from typing import Any

import pytest

from casework.facts import Goals
from casework.goals import default_needs, frame_needs, goal_needs
from planning.needs import CoachMinutes, KeepEligibility, MinLessonsPerWeek, Source, Strength
from tests.casework.small_week import facts, week

CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "both bounds": (
        {"lessons_per_week": [{"least": 1, "most": 3}]},
        [("min_lessons_per_week", "n"), ("max_lessons_per_week", "n")],
    ),
    "least only": ({"minutes_per_week": [{"least": 60}]}, [("min_minutes_per_week", "minutes")]),
    "most only": ({"minutes_per_week": [{"most": 60}]}, [("max_minutes_per_week", "minutes")]),
    "a day": ({"lessons_per_day": [{"most": 2}]}, [("max_lessons_per_day", "n")]),
    "days": ({"days_per_week": [{"most": 2}]}, [("max_days", "n")]),
    "subject": ({"subject_minimum": [{"subjects": ["Bild"], "least": 1}]}, [("require_subject", "min")]),
    "only": ({"only_subjects": [{"subjects": ["Bild"]}]}, [("only_subjects", "subjects")]),
    "growth": (
        {"growth_per_step": {"lessons": 2, "minutes": 90}},
        [("max_growth", "n"), ("max_growth_minutes", "minutes")],
    ),
    "return": ({"full_return": {"from_step": 2}}, [("full_restore", "except_subjects")]),
    "kept": ({"nothing_removed": True}, [("no_removal", "kind")]),
    "company": (
        {"coach_at_first_lesson": [{}], "coach_at_every_lesson": [{}]},
        [("coach_at_first_lesson", "kind"), ("coach_all_lessons", "kind")],
    ),
    "nothing": ({}, []),
}


@pytest.mark.parametrize("what", CASES)
def test_each_goal_becomes_the_need_that_it_says(what: str) -> None:
    """The kind, hard, from the field of the goals that it stands in."""
    given, meant = CASES[what]
    needs = list(goal_needs(Goals.model_validate(given)))
    assert [need.kind for need in needs] == [kind for kind, _ in meant]
    assert all(hasattr(need, field) for need, (_, field) in zip(needs, meant, strict=True))
    assert all(need.strength is Strength.HARD and need.origin.source is Source.GOAL for need in needs)
    assert {need.origin.ref.removeprefix("goals.") for need in needs} <= set(given)


def test_zero_is_a_bound_and_nothing_is_none() -> None:
    """«At most 0» binds; an empty amount does not."""
    (none,) = goal_needs(Goals.model_validate({"lessons_per_week": [{"most": 0}]}))
    assert none.kind == "max_lessons_per_week"
    assert list(goal_needs(Goals.model_validate({"lessons_per_week": [{}]}))) == []


@pytest.mark.parametrize("field", ["lessons_per_day", "days_per_week"])
def test_least_that_nothing_can_be_made_of_is_not_passed_over(field: str) -> None:
    """«At least three days» either becomes a need or is refused: it is not forgotten in silence."""
    with pytest.raises(ValueError, match="least"):
        list(goal_needs(Goals.model_validate({field: [{"least": 3}]})))


def test_goal_holds_in_its_steps_and_weeks_only() -> None:
    """Steps 2–3 in A weeks."""
    span = {"most": 3, "first_step": 2, "last_step": 3, "weeks": ["A"]}
    (need,) = goal_needs(Goals.model_validate({"lessons_per_week": [span]}))
    held = [(step, label) for step in range(1, 5) for label in ("A", "B") if need.holds_in(step, label)]
    assert held == [(2, "A"), (3, "A")]


def test_coach_without_hours_binds_nothing() -> None:
    """No hours given is not the same as no hours."""
    assert list(frame_needs(facts())) == []
    hours = [{"weekday": "mon", "start": "08:00", "end": "12:00"}]
    assert [need.kind for need in frame_needs(facts(coach={"hours": hours}))] == ["coach_availability"]


@pytest.mark.parametrize("most", [0, 90])
def test_the_coach_s_minutes_a_week_bind_as_a_frame(most: int) -> None:
    """None at all binds too; nothing said binds nothing."""
    (need,) = frame_needs(facts(coach={"minutes_per_week": most}))
    assert isinstance(need, CoachMinutes)
    assert (need.minutes, need.strength, need.origin.ref) == (most, Strength.FRAME, "coach.minutes_per_week")


def test_travel_times_bind_as_a_frame() -> None:
    """Arrivals or departures make one need; rides alone make none."""
    (need,) = frame_needs(facts(travel={"departures": ["13:35"], "last_step": 2}))
    assert (need.kind, need.strength, need.last_step) == ("travel_times", Strength.FRAME, 2)
    ride = {"weekday": "mon", "arrives": "08:30", "leaves": "12:00"}
    assert list(frame_needs(facts(travel={"rides": [ride]}))) == []


def test_every_plan_aims_at_a_lesson_in_the_end_and_at_eligibility() -> None:
    """The two defaults, named as defaults."""
    eligibility, lesson = default_needs(facts(), week(), 4)
    assert isinstance(eligibility, KeepEligibility)
    assert eligibility.subjects == ("Engelska", "Matematik", "Svenska")
    assert isinstance(lesson, MinLessonsPerWeek)
    assert (lesson.first_step, lesson.n) == (4, 1)
    assert {eligibility.origin.source, lesson.origin.source} == {Source.DEFAULT}


def test_eligibility_follows_what_the_school_calls_its_subjects() -> None:
    """Names of another school's are matched without regard to capitals; none at all gives no need."""
    (first, *_) = default_needs(facts(eligibility_subjects=["BILD"]), week(), 1)
    assert isinstance(first, KeepEligibility)
    assert first.subjects == ("Bild",)
    assert [need.kind for need in default_needs(facts(eligibility_subjects=[]), week(), 1)] == ["min_lessons_per_week"]
