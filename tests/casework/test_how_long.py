"""Limits that nobody has said the end of: a question with what its answer opens, never a dead end."""

from __future__ import annotations

import pytest

from casework.proposing import propose
from planning.outcomes import Conflict, Found
from tests.casework.small_week import facts, problem, sheet, week
from wording.conflict import say_conflict

LONG = {"first_monday": "2027-01-11", "number_of_steps": 6, "weeks_per_step": 1}
BLOCKED = {"choice": "yes", "ticks": ["mon_am"]}
BACK = {"full_return": {"from_step": 5}}


def test_a_limit_without_an_end_against_a_full_return_is_asked_about_first() -> None:
    """Nobody has said how long Monday mornings are taken: the first way out is that question, really solved."""
    outcome = propose(problem(facts(ladder=LONG, goals=BACK), sheet(TI9=BLOCKED)))

    assert isinstance(outcome, Conflict)
    asked = outcome.ways_out[0]
    assert (asked.give_up, asked.until) == ("TI9:blocked_time", 4)
    assert asked.lessons_per_step[-1] == 5
    assert say_conflict(outcome, week()).ways_out[0].startswith("Hur länge gäller «")


@pytest.mark.parametrize(("last_step", "in_last_step"), [(4, 5), (6, 3)], ids=["to step 4", "not in this plan"])
def test_an_answer_to_how_long_opens_the_plan(last_step: int, in_last_step: int) -> None:
    """To step 4: everything is back. «Inte i den här planen»: all is back but what it rules out."""
    answers = sheet(TI9={**BLOCKED, "last_step": last_step})

    outcome = propose(problem(facts(ladder=LONG, goals=BACK), answers))

    assert isinstance(outcome, Found)
    assert len(outcome.plan.last.lessons) == in_last_step
