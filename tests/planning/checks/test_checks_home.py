"""Help with the morning moves no lesson; waking up has its time on every school day, in a way that was ticked."""

from __future__ import annotations

import pytest

from planning.checks.judge import breaches_of
from planning.needs import Strength
from tests.planning.builders import is_met, need, plan, problem, timetable
from tests.planning.item_builders import with_items


@pytest.mark.parametrize("strength", list(Strength))
@pytest.mark.parametrize("plan", ["", "a", "a b c d e f"])
def test_every_plan_meets_help_that_wakes_nobody(strength: Strength, plan: str) -> None:
    """Company at the door is there whatever the lessons; and who ticked no way is not woken."""
    assert is_met(need("morning_help", strength, ways=["the_door"]), plan)
    assert is_met(need("morning_help", strength, ways=["nobody"]), plan)


@pytest.mark.parametrize("strength", list(Strength))
def test_waking_up_is_there_on_every_day_with_lessons(strength: Strength) -> None:
    """However strongly it holds: a day without it is told."""
    of = problem(timetable(), need("morning_help", strength, ways=["text_message"]))
    both = "wake_up mon 06:30-06:45", "wake_up tue 08:30-08:45"
    for words, missing in ((both, []), (both[:1], [1]), ((), [2])):
        done = with_items(of, plan(of, "a b d"), *words)
        assert [breach.amount for breach in breaches_of(of.needs[0], of, done)] == missing


def test_nobody_is_woken_for_a_day_at_home() -> None:
    """Without lessons there is nothing to wake up for."""
    assert is_met(need("morning_help", ways=["text_message"]), "")
