"""«Why not this lesson?» names what truly stands in the way, or what truly would give way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.answers_why import (
    AlreadyThere,
    Concern,
    InTheWay,
    NothingAgainst,
    NotToldInTime,
    WhyNot,
    WouldGiveWay,
)
from planning.checks.judge import broken_promises
from planning.errors import BadInput, NotAllowed
from planning.needs import AnyNeed
from planning.outcomes import Conflict, Found
from planning.plan_changes import attended
from planning.problem import Problem
from planning.timetable import OccasionId
from scheduler.planner import plan_for
from scheduler.solving import Effort
from scheduler.tiers import Tier
from scheduler.why_not import why_not
from tests.planning.builders import need, plan, problem, timetable
from tests.scheduler.agreement import found
from tests.scheduler.brute import with_only
from tests.scheduler.hand_changes import with_needs
from tests.scheduler.test_planner import small


def asked(of: Problem, lesson: str, step: int = 1) -> WhyNot:
    """Why that lesson is not in that step of the best plan."""
    return why_not(of, found(of), OccasionId(f"|{lesson}"), step)


def there(of: Problem, occasion: OccasionId, step: int) -> AnyNeed:
    """That lesson there, as a need."""
    week, lesson = occasion.split("|")
    return need("keep_lesson", id="there", lesson={"id": lesson}, first_step=step, last_step=step,
                weeks=[week] if week else [])  # fmt: skip


def test_every_tier_has_a_concern_and_every_concern_a_tier() -> None:
    """In the same order."""
    assert [tier.name.lower() for tier in Tier] == [concern.value for concern in Concern]


def test_a_limit_that_bars_the_lesson_alone_is_named_and_so_is_every_other_one() -> None:
    """To give the first one up would not be enough."""
    of = problem(
        timetable(), need("avoid_subject", subjects=["Matematik"]), need("latest_end", time="10:00"),
        need("avoid_room", rooms=["B12"]),
    )  # fmt: skip
    assert asked(of, "b") == InTheWay(needs=("avoid_subject",), also=("latest_end",))


def test_limits_that_bar_it_only_together_are_named_together() -> None:
    """A lunch goal that takes the day's only lesson."""
    of = problem(timetable(), need("max_lessons_per_day", n=1), need("keep_lesson", lesson={"id": "a"}))
    answer = asked(of, "b")
    assert isinstance(answer, InTheWay)
    assert set(answer.needs) == {"max_lessons_per_day", "keep_lesson"}


def test_a_wish_that_would_lose_is_named() -> None:
    """The one that it would go against."""
    wait = need("avoid_subject", "wish_3", subjects=["Matematik"], most_important=True)
    answer = asked(problem(timetable(), wait, need("earliest_start", "wish_1", time="08:00"), steps=2), "b")
    assert isinstance(answer, WouldGiveWay)
    assert answer.worse[0].concern is Concern.IMPORTANT
    assert answer.worse[0].needs == ("avoid_subject",)
    assert answer.worse[0].then - answer.worse[0].now == 1


def test_what_the_lesson_pushes_out_is_told() -> None:
    """On a full day the other one."""
    of = problem(timetable(), need("max_lessons_per_day", n=1), need("begin_with", "wish_3", subjects=["Svenska"]))
    answer = asked(of, "b")
    assert isinstance(answer, WouldGiveWay)
    assert [(c.lesson.id, c.change) for c in answer.changes] == [("a", "gone")]
    assert (1, "|b") in attended(answer.plan)


def test_a_day_that_would_be_longer_is_told_in_minutes() -> None:
    """From the first lesson to the last."""
    of = problem(timetable(), steps=4)
    present = found(of)
    waiting = [(s, o.id) for s in (1, 2) for o in of.timetable.occasions if (s, o.id) not in attended(present)]
    answers = [why_not(of, present, occasion, step) for step, occasion in waiting]
    longer = [answer for answer in answers if isinstance(answer, WouldGiveWay) and answer.longer_day]
    assert longer
    assert all(answer.weekday is not None for answer in longer)


def test_a_lesson_that_is_there_is_there() -> None:
    """Nothing is searched for."""
    assert asked(problem(timetable()), "a") == AlreadyThere()


@pytest.mark.parametrize(("lesson", "step"), [("z", 1), ("a", 2)])
def test_a_lesson_that_the_step_cannot_have_is_bad_input(lesson: str, step: int) -> None:
    """Another timetable's, or beyond the ladder."""
    with pytest.raises(BadInput, match="no_such_lesson"):
        asked(problem(timetable()), lesson, step)


def test_an_old_plan_is_not_asked_about() -> None:
    """It does not keep what has been agreed since."""
    of = problem(timetable(), need("avoid_subject", subjects=["Svenska"]))
    with pytest.raises(NotAllowed, match="plan_is_old"):
        why_not(of, plan(of, "a"), OccasionId("|b"), 1)


def test_without_any_effort_it_is_said_that_it_is_not_known() -> None:
    """Never a guess."""
    of = problem(timetable(), need("max_lessons_per_day", n=1), need("max_lessons_per_week", "wish_1", n=3), steps=4)
    present = found(of)
    occasion = next(o.id for o in of.timetable.occasions if (2, o.id) not in attended(present))
    answer = why_not(of, present, occasion, 2, Effort(by_cores=0.0, by_bounds=0.0, interleaved=0.0))
    assert isinstance(answer, NotToldInTime)


@given(small(), st.data())
@settings(max_examples=100, deadline=None)
def test_the_answer_is_what_solving_with_the_lesson_there_comes_to(of: Problem, data: st.DataObject) -> None:
    """The needs in the way collide with it; the plan shown passes every check; what is worse first truly is."""
    outcome = plan_for(of)
    if not isinstance(outcome, Found):
        return
    slots = [
        (step.number, o.id) for step in of.steps for o in of.timetable.occasions
        if (step.number, o.id) not in attended(outcome.plan)
    ]  # fmt: skip
    if not slots:
        return
    step, occasion = data.draw(st.sampled_from(slots))
    answer = why_not(of, outcome.plan, occasion, step)
    forced = with_needs(of, there(of, occasion, step))
    best = plan_for(forced)
    if isinstance(answer, InTheWay):
        assert isinstance(best, Conflict)
        named = tuple(n for n in of.needs if n.id in answer.needs)
        assert isinstance(plan_for(with_only(of, (*named, forced.needs[-1]))), Conflict)
        assert len(named) <= len(best.needs)
        return
    assert isinstance(answer, WouldGiveWay | NothingAgainst)
    assert isinstance(best, Found)
    assert (step, occasion) in attended(answer.plan)
    assert broken_promises(forced, answer.plan) == ()
    now, then = outcome.plan.tiers, best.plan.tiers
    upper = [tier.name.lower() for tier in Tier if tier < Tier.PROMISED]
    first = next((name for name in upper if then.get(name, 0) > now.get(name, 0)), None)
    if first is not None:
        assert isinstance(answer, WouldGiveWay)
        assert (answer.worse[0].concern, answer.worse[0].then) == (first, then[first])
        assert answer.worse[0].now == now.get(first, 0)
    elif isinstance(answer, WouldGiveWay):
        assert answer.worse[0].concern in (
            Concern.STABILITY, Concern.SHAPE,
        )  # fmt: skip
