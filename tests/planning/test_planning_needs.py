"""The closed vocabulary of needs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planning.needs import (
    NEED,
    NEED_KINDS,
    AnyNeed,
    Disclosure,
    EarliestStart,
    LessonEdges,
    MaxVisitMinutes,
    Strength,
)
from tests.planning.builders import lessons, need
from tests.planning.kinds import FIELDS

SEPARATE = ("adults", "breaks", "environment", "friends", "hand", "home", "subjects", "support", "times", "travel")


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
@pytest.mark.parametrize("strength", list(Strength))
def test_every_need_reads_back_from_its_own_dump(kind: str, strength: Strength) -> None:
    """As Python values and as JSON, with everything that all needs share."""
    made = need(kind, strength, first_step=2, last_step=4, weeks=["A"], most_important=True, **FIELDS[kind])
    assert NEED.validate_python(made.model_dump()) == made
    assert NEED.validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
def test_a_need_refuses_what_it_does_not_know(kind: str) -> None:
    """A misspelt field would bind nothing and nobody would notice."""
    with pytest.raises(ValidationError):
        need(kind, **FIELDS[kind], misspelt=1)


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
def test_a_need_does_not_change(kind: str) -> None:
    """It is a value."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(need(kind, **FIELDS[kind]), "first_step", 3)  # noqa: B010 - that it fails is the test


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
def test_every_need_says_how_far_it_may_be_told(kind: str) -> None:
    """And stands in the module of its topic."""
    assert NEED_KINDS[kind].disclosure in Disclosure
    assert NEED_KINDS[kind].__module__.rsplit(".", 1)[-1] in SEPARATE


def test_what_points_at_a_person_or_a_home_is_never_printed() -> None:
    """Adults to avoid or to have, and how the mornings are."""
    closed = {kind for kind, of in NEED_KINDS.items() if of.disclosure is Disclosure.CLOSED}
    assert closed >= {"avoid_teacher", "only_teachers", "require_teacher_share", "morning_help"}


def test_a_kind_that_nobody_knows_is_refused() -> None:
    """The vocabulary is closed."""
    with pytest.raises(ValidationError):
        need("feel_better")


@pytest.mark.parametrize(
    ("span", "held"),
    [
        ({}, [1, 2, 3, 4]),
        ({"last_step": 2}, [1, 2]),
        ({"first_step": 3}, [3, 4]),
        ({"first_step": 2, "last_step": 3}, [2, 3]),
    ],
)
def test_a_need_holds_from_its_first_step_to_its_last(span: dict[str, int], held: list[int]) -> None:
    """Without a last step it holds to the end."""
    made = need("rest_day_between", **span)
    assert [step for step in range(1, 5) if made.holds_in(step)] == held


def test_a_need_of_one_week_holds_in_that_week() -> None:
    """A need without weeks holds in all; asked without a week, the step alone decides."""
    only_b = need("rest_day_between", weeks=["B"])
    assert [only_b.holds_in(1, week) for week in ("A", "B")] == [False, True]
    assert only_b.holds_in(1)
    assert need("rest_day_between").holds_in(1, "A")


@pytest.mark.parametrize("strength", list(Strength))
def test_a_strength_is_hard_or_a_wish_or_support(strength: Strength) -> None:
    """Exactly one of the three."""
    made = need("rest_day_between", strength)
    assert [made.is_hard, made.is_wish, strength is Strength.SUPPORT].count(True) == 1


def earliest(**fields: Any) -> AnyNeed:
    """An earliest start of ten o'clock."""
    return need("earliest_start", time="10:00", **fields)


def test_an_earliest_start_eases_from_its_own_first_step() -> None:
    """Twenty minutes a step after the first."""
    made = earliest(eases_minutes_per_step=20, first_step=2)
    assert isinstance(made, EarliestStart)
    assert [made.time_in(step) for step in (2, 3, 4)] == [600, 580, 560]


@pytest.mark.parametrize(
    ("fields", "bounds"),
    [
        ({"minutes": 20}, [20, 30, 45, 70]),
        ({"minutes": 60}, [60, 90, 135, 205]),
        ({"minutes": 60, "growth_minutes": 60}, [60, 120, 180, 270]),
        ({"minutes": 60, "growth_percent": 25}, [60, 75, 95, 120]),
        ({"minutes": 5, "growth_percent": 0}, [5, 10, 15, 20]),
    ],
)
def test_a_visit_grows_by_half_or_by_a_lesson(fields: dict[str, int], bounds: list[int]) -> None:
    """`method.md` TI4 and SI4, on the grid of five minutes."""
    made = need("max_visit_minutes", **fields)
    assert isinstance(made, MaxVisitMinutes)
    assert [made.minutes_in(step) for step in (1, 2, 3, 4)] == bounds


@given(st.integers(1, 600), st.integers(0, 400), st.integers(0, 300))
def test_a_visit_s_bound_never_shrinks_and_lies_on_the_grid(minutes: int, percent: int, growth: int) -> None:
    """Whatever was agreed."""
    made = need("max_visit_minutes", minutes=minutes, growth_percent=percent, growth_minutes=growth)
    assert isinstance(made, MaxVisitMinutes)
    bounds = [made.minutes_in(step) for step in range(1, 6)]
    assert bounds == sorted(bounds)
    assert all(bound % 5 == 0 for bound in bounds[1:])


@pytest.mark.parametrize(
    ("late", "early", "hours", "there"),
    [
        (10, 5, "08:00-09:00", (490, 535)),
        (0, 0, "08:00-09:00", (480, 540)),
        (10, 5, "08:00-08:30", (490, 505)),
        (10, 5, "08:00-08:29", (480, 509)),
    ],
    ids=["both edges", "none", "just long enough", "too short to be cut"],
)
def test_the_edges_of_a_lesson_are_cut_where_a_visit_is_left(
    late: int, early: int, hours: str, there: tuple[int, int]
) -> None:
    """A quarter of an hour at least; a lesson that is shorter is attended whole."""
    (lesson,) = lessons(f"a mon {hours} Svenska")
    edges = need("lesson_edges", minutes_late=late, minutes_early=early)
    assert isinstance(edges, LessonEdges)
    assert edges.span_of(lesson) == there


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("weekly_item", {"item": "fika", "start": "10:00", "end": "10:00"}),
        ("weekly_item", {"item": "fika", "times_a_week": 0}),
        ("weekly_item", {"item": "fika", "minutes": 12}),
        ("weekly_item", {"item": "nothing"}),
        ("weekly_item", {}),
        ("lesson_edges", {"minutes_late": 31}),
        ("lesson_edges", {"minutes_early": -1}),
        ("coach_minutes", {"minutes": -1}),
        ("coach_minutes", {}),
    ],
)
def test_a_need_that_means_nothing_is_refused(kind: str, fields: dict[str, Any]) -> None:
    """It ends before it begins, is never, is nothing, or is beyond its limits."""
    with pytest.raises(ValidationError):
        need(kind, **fields)


def test_days_a_week_grow_to_the_whole_week() -> None:
    """There are no more than seven."""
    made = need("max_days", n=2, growth_per_step=2)
    assert [getattr(made, "n_in")(step) for step in (1, 2, 3, 9)] == [2, 4, 6, 7]  # noqa: B009 - of this kind only
