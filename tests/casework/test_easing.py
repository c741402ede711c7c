"""A goal that collides waits, or is let go of, by one tap; what else was agreed stays."""

from __future__ import annotations

import pytest

from casework.easing import ease_goal
from casework.facts import Amount, CaseFacts, FullReturn, Goals, Growth, Most, SubjectMinimum
from casework.goals import goal_needs
from planning.needs import AnyNeed, NeedId
from planning.outcomes import WayOut
from tests.wording.every_need import a_need

STEPS = 6


def need_of(goals: Goals, kind: str) -> AnyNeed:
    """The need of that kind, as planning has made it its own."""
    found = next(need for need in goal_needs(goals) if need.kind == kind)
    return found.model_copy(update={"id": NeedId(f"{found.id}:2")})


def eased(goals: Goals, kind: str, *lessons: int) -> tuple[Goals, int | None]:
    """The goals after the tap, and the step that the goal waits until."""
    need = need_of(goals, kind)
    way = WayOut(give_up=need.id, lessons_per_step=lessons or (1,) * STEPS)
    found = ease_goal(CaseFacts(goals=goals, student="Kim"), need, way)
    assert found is not None
    assert found.facts.student == "Kim"
    return found.facts.goals, found.waits_until


def test_a_least_number_of_lessons_waits_until_the_way_has_them() -> None:
    """It holds again from there on; one that is never reached is let go of."""
    goals = Goals(lessons_per_week=(Amount(least=3),))
    assert eased(goals, "min_lessons_per_week", 1, 2, 3, 4, 5, 6) == (
        Goals(lessons_per_week=(Amount(least=3, first_step=3),)), 3,
    )  # fmt: skip
    assert eased(goals, "min_lessons_per_week", 1, 2, 2, 2, 2, 2) == (Goals(), None)


def test_a_goal_that_ends_before_the_way_reaches_it_is_let_go_of() -> None:
    """To wait beyond its own end would be to say nothing."""
    goals = Goals(lessons_per_week=(Amount(least=1, last_step=1), Amount(most=4, first_step=2)))
    assert eased(goals, "min_lessons_per_week", 0, 0, 1, 1, 1, 1) == (
        Goals(lessons_per_week=(Amount(most=4, first_step=2),)), None,
    )  # fmt: skip


def test_the_other_half_of_an_amount_stays_where_it_is() -> None:
    """Least and most are agreed together and eased apart."""
    both = Goals(lessons_per_week=(Amount(least=2, most=5),))
    assert eased(both, "min_lessons_per_week", 1, 2, 3, 3, 3, 3) == (
        Goals(lessons_per_week=(Amount(most=5), Amount(least=2, first_step=2))), 2,
    )  # fmt: skip
    assert eased(both, "max_lessons_per_week", 6, 6, 6, 6, 6, 6) == (Goals(lessons_per_week=(Amount(least=2),)), None)
    pace = Goals(growth_per_step=Growth(lessons=1, minutes=60))
    assert eased(pace, "max_growth") == (Goals(growth_per_step=Growth(minutes=60)), None)


@pytest.mark.parametrize(
    ("goals", "kind"),
    [
        (Goals(full_return=FullReturn(from_step=4)), "full_restore"),
        (Goals(nothing_removed=True), "no_removal"),
        (Goals(days_per_week=(Most(most=2),)), "max_days"),
        (Goals(subject_minimum=(SubjectMinimum(subjects=("Bild",), least=1),)), "require_subject"),
        (Goals(growth_per_step=Growth(minutes=60)), "max_growth_minutes"),
    ],
)
def test_any_other_goal_is_let_go_of(goals: Goals, kind: str) -> None:
    """Nothing is left of it, and nothing else is touched."""
    assert eased(goals, kind) == (Goals(), None)


def test_what_is_no_goal_of_the_adults_is_left_alone() -> None:
    """An answer is the student's; a way that is not enough opens nothing; a goal may be gone already."""
    facts, way = CaseFacts(goals=Goals(days_per_week=(Most(most=2),))), WayOut(give_up="x", lessons_per_step=(1,))
    assert ease_goal(facts, a_need("max_days", n=2), way) is None
    goal = need_of(facts.goals, "max_days")
    assert ease_goal(facts, goal, WayOut(give_up="x")) is None
    assert ease_goal(CaseFacts(), goal, way) is None
