"""Wishes that some of a week's lessons be of a kind: with somebody trusted, in a good room, with a friend."""

from __future__ import annotations

import pytest

from planning.checks.judge import judge
from planning.needs import AnyNeed
from planning.outcomes import Met, PartlyMet
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import colliding, found

PAIR = "x mon 09:00-10:00 Svenska Lärare-A B12 7X\ny wed 09:00-10:00 Bild Lärare-B B14 7Y"
"""Two lessons that differ in everything but their length."""
BY_THE_FIRST = (
    ("trusted_adult", {"teachers": ["Lärare-A"]}),
    ("safe_room", {"rooms": ["B12"]}),
    ("with_friend", {"groups": ["7X"]}),
)
BY_THE_SECOND = (
    ("trusted_adult", {"teachers": ["Lärare-B"]}),
    ("safe_room", {"rooms": ["B14"]}),
    ("with_friend", {"groups": ["7Y"]}),
)


def wishes(kinds: tuple[tuple[str, dict[str, list[str]]], ...], strength: str = "wish_1") -> list[AnyNeed]:
    """Those wishes as needs."""
    return [need(kind, strength, **fields) for kind, fields in kinds]


@pytest.mark.parametrize("wish", wishes(BY_THE_FIRST), ids=lambda n: n.kind)
def test_the_first_lesson_is_of_the_wished_kind(wish: AnyNeed) -> None:
    """Of two that are alike in all else."""
    assert written(found(problem(PAIR, wish, steps=2))) == ("x", "x y")


@pytest.mark.parametrize("wish", wishes(BY_THE_SECOND), ids=lambda n: n.kind)
def test_which_lesson_comes_first_in_the_file_does_not_matter(wish: AnyNeed) -> None:
    """The wish decides."""
    assert written(found(problem(PAIR, wish, steps=2))) == ("y", "x y")


@pytest.mark.parametrize("wish", wishes(BY_THE_FIRST), ids=lambda n: n.kind)
def test_one_wished_lesson_a_week_is_enough(wish: AnyNeed) -> None:
    """The others come as well: it is no limit."""
    of = problem(timetable(), wish)
    plan = found(of)
    assert len(plan.last.lessons) == 6
    assert [type(judgement.verdict) for judgement in judge(of, plan)] == [Met]


@pytest.mark.parametrize("wish", wishes(BY_THE_FIRST, "wish_3"), ids=lambda n: n.kind)
def test_a_wish_that_cannot_be_met_leaves_no_week_empty(wish: AnyNeed) -> None:
    """The only lesson is of another kind: it is taken up, and the wish is told to be met in part."""
    of = problem("y wed 09:00-10:00 Bild Lärare-B B14 7Y", wish)
    plan = found(of)
    assert written(plan) == ("y",)
    assert [type(judgement.verdict) for judgement in judge(of, plan)] == [PartlyMet]


@pytest.mark.parametrize("must", wishes(BY_THE_FIRST, "hard"), ids=lambda n: n.kind)
def test_when_it_must_be_so_a_week_without_the_kind_is_empty(must: AnyNeed) -> None:
    """And a goal collides with it."""
    week = "y wed 09:00-10:00 Bild Lärare-B B14 7Y"
    assert written(found(problem(week, must))) == ("",)
    assert colliding(problem(week, must, need("min_lessons_per_week", n=1))) == {must.id, "min_lessons_per_week"}
