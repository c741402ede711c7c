"""Steps of the ladder."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from planning.steps import Step
from tests.planning.builders import MONDAY, ladder


def test_a_step_lasts_from_its_first_monday_to_its_last_friday() -> None:
    """Also when a week between is no week of the step."""
    step = Step(number=1, mondays=(MONDAY, MONDAY + dt.timedelta(weeks=2)), week_labels=("",))
    assert step.first_day == MONDAY
    assert step.last_day == dt.date(2026, 9, 25)


def test_the_steps_of_a_ladder_follow_each_other() -> None:
    """The builders of these tests make ladders without holes."""
    steps = ladder(3, ("A", "B"))
    assert [step.number for step in steps] == [1, 2, 3]
    weekend = dt.timedelta(days=3)
    assert all(later.first_day - earlier.last_day == weekend for earlier, later in pairwise(steps))
