"""What a decision leaves room for: the plan it was made of, and whatever is more of the same."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.decided_frame import NewDecision, first_day_of, frame_of, kinds_of, last_day_of, needs_new_decision
from planning.decision import AskedDecision, DecisionKind, DocumentFacts
from planning.plan import Plan
from tests.planning.builders import MONDAY, plan, problem

LESSONS = st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=4)


def planned(steps: list[set[str]]) -> Plan:
    """A plan of those lessons, step by step."""
    return plan(problem(steps=len(steps)), *(" ".join(sorted(step)) for step in steps))


@given(LESSONS)
def test_a_plan_is_within_the_decision_on_it(steps: list[set[str]]) -> None:
    """Where its hours never fall below those of the first step, which are the floor."""
    done = planned(steps)
    beyond = needs_new_decision(frame_of(done, DocumentFacts()), done)
    falls = any(step.mean_minutes < done.steps[0].mean_minutes for step in done.steps)
    assert [one.why for one in beyond] == ([NewDecision.BELOW_FLOOR] if falls else [])


@given(LESSONS)
def test_more_lessons_never_need_a_new_decision(steps: list[set[str]]) -> None:
    """The whole week in every step of the same ladder stays within any decision on it."""
    decided = frame_of(planned(steps), DocumentFacts())
    assert needs_new_decision(decided, planned([set("abcdef")] * len(steps))) == ()


@given(LESSONS, st.integers(1, 3))
def test_a_longer_ladder_always_needs_one(steps: list[set[str]], more: int) -> None:
    """However little longer, unless the rektor wrote a later last day."""
    decided, longer = frame_of(planned(steps), DocumentFacts()), planned([*steps, *[steps[-1]] * more])
    assert NewDecision.PERIOD_EXTENDED in {one.why for one in needs_new_decision(decided, longer)}
    roomy = frame_of(planned(steps), DocumentFacts(), dt.date(2027, 6, 11))
    assert NewDecision.PERIOD_EXTENDED not in {one.why for one in needs_new_decision(roomy, longer)}


def test_the_days_of_a_plan_are_its_first_monday_and_last_friday() -> None:
    """Two weeks from Monday 7 September 2026."""
    done = planned([{"a"}, {"a", "b"}])
    assert (first_day_of(done), last_day_of(done)) == (MONDAY, dt.date(2026, 9, 18))


def test_the_kinds_are_those_asked_for_and_those_that_the_teaching_needs() -> None:
    """In the order of statute, each once."""
    small = plan(problem(), "a*")
    asked = (AskedDecision(kind=DecisionKind.WORK_PLACEMENT), AskedDecision(kind=DecisionKind.ADAPTED_STUDIES))
    assert kinds_of(small, DocumentFacts(decisions=asked)) == (
        DecisionKind.ADAPTED_STUDIES, DecisionKind.SPECIAL_GROUP, DecisionKind.WORK_PLACEMENT,
    )  # fmt: skip
