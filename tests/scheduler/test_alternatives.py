"""Other plans are a real choice: as good through the wishes, different in the first steps, and checked."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from planning.alternatives import LEAST_DIFFERENT, Axis, WhyNone, are_a_choice, first_steps
from planning.checks.judge import broken_promises
from planning.errors import NotAllowed
from planning.outcomes import Found
from planning.problem import Problem
from scheduler.alternatives import A_LITTLE, alternatives
from scheduler.planner import plan_for
from scheduler.solving import Effort
from scheduler.tiers import Tier
from scheduler.worth import worth
from tests.planning.builders import need, plan, problem, timetable
from tests.scheduler.agreement import found
from tests.scheduler.test_planner import small

MUCH = Effort()
WIDE = """
    a mon 08:00-09:00 Svenska   Lärare-A
    b mon 09:10-10:10 Matematik Lärare-B
    c tue 08:00-09:00 Bild      Lärare-C
    d tue 09:10-10:10 Engelska  Lärare-A
    e wed 08:00-09:00 Musik     Lärare-B
    f wed 09:10-10:10 Slöjd     Lärare-C
    g thu 13:00-14:00 NO        Lärare-C
    h thu 14:10-15:10 SO        Lärare-A
"""


def test_there_are_alternatives_where_the_wishes_leave_room() -> None:
    """Two of them, along two axes."""
    of = problem(timetable(WIDE), steps=4)
    present = found(of)
    answer = alternatives(of, present)
    assert len(answer.found) == 2
    assert len({one.axis for one in answer.found}) == 2
    assert answer.why_none is None
    assert all(one.worse == () for one in answer.found)


def test_an_alternative_does_what_it_says() -> None:
    """Fewer days are fewer, a later start is later."""
    of = problem(timetable(WIDE), steps=4)
    for one in alternatives(of, found(of), most=6).found:
        match one.axis:
            case Axis.FEWER_DAYS | Axis.EARLIER_END:
                assert one.then < one.now
            case Axis.MORE_DAYS | Axis.LATER_START | Axis.WITH_COACH:
                assert one.then > one.now
            case Axis.OTHER_SUBJECTS:
                first = [p.lesson.subject for p in found(of).steps[0].lessons]
                assert len([s for s in one.subjects if s in first]) <= len(first) // 2
                assert set(one.subjects) - set(first)


def test_two_that_begin_alike_are_not_both_offered() -> None:
    """Whoever is about to begin has a real choice of beginnings."""
    of = problem(timetable(WIDE), steps=4)
    begins = [one.plan.steps[0].lessons for one in alternatives(of, found(of), most=3).found]
    occasions = [{(p.occasion, p.start) for p in lessons} for lessons in begins]
    assert len(occasions) == 3
    assert all(one != other for one, other in combinations(occasions, 2))


def test_a_plan_that_leaves_no_choice_says_so() -> None:
    """One lesson, every week."""
    of = problem("x mon 08:00-09:00 Bild", steps=2)
    assert alternatives(of, found(of)).why_none is WhyNone.ONE_WAY


def test_a_plan_without_lessons_says_so() -> None:
    """There is nothing to choose among yet."""
    of = problem(timetable(), need("no_lessons_yet"))
    assert alternatives(of, found(of)).why_none is WhyNone.NO_LESSONS


def test_an_old_plan_has_no_alternatives() -> None:
    """It does not keep what has been agreed since."""
    of = problem(timetable(), need("avoid_subject", subjects=["Svenska"]))
    with pytest.raises(NotAllowed, match="plan_is_old"):
        alternatives(of, plan(of, "a"))


def test_the_same_plan_has_the_same_alternatives() -> None:
    """Asked again, to the last sign."""
    of = problem(timetable(WIDE), need("avoid_subject", "wish_2", subjects=["Bild"], last_step=2), steps=3)
    present = found(of)
    assert alternatives(of, present) == alternatives(of, present)


@given(small())
@settings(max_examples=25, deadline=None)
def test_every_alternative_is_checked_different_and_as_good_as_is_told(of: Problem) -> None:
    """From the plan and from each other; what it loses stands in it and is within what is allowed."""
    outcome = plan_for(of)
    if not isinstance(outcome, Found):
        return
    answer = alternatives(of, outcome.plan)
    assert bool(answer.found) is (answer.why_none is None)
    assert len(answer.found) <= 2
    steps = first_steps(outcome.plan)
    now = worth(of, outcome.plan, MUCH)
    for one in answer.found:
        assert broken_promises(of, one.plan) == ()
        assert len(one.changes) >= LEAST_DIFFERENT
        then = worth(of, one.plan, MUCH)
        assert now is not None
        assert then is not None
        lost = {rank.tier: then[rank] - now[rank] for rank in then if rank.tier <= Tier.WISH_1}
        assert {w.concern: w.then - w.now for w in one.worse} == {t.name.lower(): n for t, n in lost.items() if n > 0}
        assert all(more <= A_LITTLE.get(tier, 0) for tier, more in lost.items())
    plans = [outcome.plan, *(one.plan for one in answer.found)]
    assert all(are_a_choice(a, b, steps) for a, b in combinations(plans, 2))
