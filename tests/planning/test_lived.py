"""What has been lived cannot be judged by what was agreed later."""

from __future__ import annotations

from planning.lived import with_needs_from
from tests.planning.builders import need, plan, problem, timetable

LIMIT = need("avoid_subject", subjects=["Matematik"])


def test_a_need_that_an_earlier_step_breaks_begins_in_the_step_that_is_lived() -> None:
    """And one that it keeps is left as it is."""
    kept = need("avoid_room", rooms=["Sal9"], last_step=2)
    of = problem(timetable(), LIMIT, kept, steps=3)
    now = with_needs_from(of, plan(of, "a b", "a b", "a b"), 2)
    assert [(n.kind, n.first_step) for n in now.needs] == [("avoid_subject", 2), ("avoid_room", 1)]


def test_at_the_start_of_the_ladder_nothing_has_been_lived() -> None:
    """Every need holds from where it says."""
    of = problem(timetable(), LIMIT, steps=2)
    assert with_needs_from(of, plan(of, "b", "b"), 1) is of


def test_a_plan_of_another_ladder_has_not_been_lived() -> None:
    """Its steps cannot be compared."""
    of = problem(timetable(), LIMIT, steps=2)
    other = problem(timetable(), steps=1)
    assert with_needs_from(of, plan(other, "b"), 2) is of
