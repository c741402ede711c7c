"""What differs between two plans."""

from __future__ import annotations

from planning.plan_changes import Change, changes_between
from tests.planning.builders import plan, problem, timetable


def test_every_lesson_that_differs_is_told_once() -> None:
    """Added, gone, or attended in another part, in the order of steps and clock; what is the same is not."""
    of = problem(timetable(), steps=2)
    found = changes_between(plan(of, "a b", "a b c"), plan(of, "b@09:10-09:40 d", "a b c"))
    assert [(c.step, c.lesson.id, c.change) for c in found] == [
        (1, "a", Change.GONE), (1, "b", Change.OTHERWISE), (1, "d", Change.ADDED),
    ]  # fmt: skip
    assert (found[1].start, found[1].end) == (9 * 60 + 10, 9 * 60 + 40)


def test_the_same_plan_differs_nowhere() -> None:
    """Whoever is there with the student."""
    of = problem(timetable())
    assert changes_between(plan(of, "a b"), plan(of, "a+ b*")) == ()
