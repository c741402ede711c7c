"""Guards of a plan that is decided and lived, each both ways."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.decided import Ruling
from planning.law.verdicts import Standing
from planning.workflow.course_facts import CourseFacts, Guard, InForce, LivedPlan
from planning.workflow.guards_of_life import OF_LIFE, last_day_to_appeal
from planning.workflow.moves import Ending, Given, Heard
from tests.planning.workflow.course_samples import DAY, DECIDED, FRAME, GIVEN, course, verdict, verdicts

NEXT_DAY = DAY + dt.timedelta(days=1)
LATER = DECIDED.model_copy(update={"valid_from": NEXT_DAY})
REFUSAL = DECIDED.model_copy(update={"ruling": Ruling.NO_PROGRAMME})
OVER = InForce(1, DECIDED, 1, FRAME.model_copy(update={"last_day": DAY - dt.timedelta(days=1)}))


def given(**fields: Any) -> Given:
    """What is said, all of it but for those."""
    return GIVEN.model_copy(update=fields)


UNMET: dict[Guard, dict[str, Any]] = {
    Guard.LETS_LIVE: {"newest": REFUSAL},
    Guard.FROM_ITS_DAY: {"newest": LATER},
    Guard.IN_FORCE: {"in_force": None},
    Guard.BEGUN: {"step": 0},
    Guard.WITHIN_PERIOD: {"in_force": OVER},
    Guard.NEXT_STEP: {"step": 3},
    Guard.EARLIER_STEP: {"step": 1},
    Guard.ABOVE_FLOOR: {"lived": LivedPlan(1, (90, 180, 300))},
    Guard.HEARD: {"given": given(heard=(Heard.STUDENT,))},
    Guard.WHY: {"given": given(note="")},
    Guard.HAS_DECISION: {"newest": None},
    Guard.DAY_GIVEN: {"given": given(day=None)},
    Guard.APPEAL_IN_TIME: {"received_on": DAY - dt.timedelta(days=60)},
    Guard.ENDING_SAID: {"given": given(ending=None)},
    Guard.ATTENDANCE_CLOSED: {"given": given(attendance_closed=None)},
    Guard.APPEAL_TIME_OVER: {"received_on": DAY - dt.timedelta(days=5)},
}


def met(guard: Guard) -> CourseFacts:
    """Facts by which that guard is silent."""
    return course(received_on=DAY) if guard is Guard.APPEAL_IN_TIME else course()


def test_every_guard_has_its_case() -> None:
    """None is left untried."""
    assert set(UNMET) == set(OF_LIFE)


@pytest.mark.parametrize("guard", UNMET)
def test_a_guard_waits_for_what_it_names_and_nothing_else(guard: Guard) -> None:
    """Where it is there it is silent; where it is not it is told once, with whose turn it is."""
    assert OF_LIFE[guard](met(guard)) == ()
    (found,) = OF_LIFE[guard](course(**UNMET[guard]))
    assert found.guard is guard
    assert found.whose
    assert found.blocks == (guard is not Guard.APPEAL_IN_TIME)


def test_a_decision_holds_from_its_day_on() -> None:
    """The day is told; without a day it holds at once."""
    assert [one.day for one in OF_LIFE[Guard.FROM_ITS_DAY](course(newest=LATER))] == [NEXT_DAY]
    assert OF_LIFE[Guard.FROM_ITS_DAY](course(newest=LATER, on=NEXT_DAY)) == ()
    assert OF_LIFE[Guard.FROM_ITS_DAY](course(newest=DECIDED.model_copy(update={"valid_from": None}))) == ()


def test_a_frame_that_is_not_kept_leaves_room_for_nothing() -> None:
    """What the decision was about must be known before a step is taken within it."""
    assert len(OF_LIFE[Guard.IN_FORCE](course(in_force=InForce(1, DECIDED, None, None)))) == 1
    assert len(OF_LIFE[Guard.IN_FORCE](course(lived=None))) == 1


def test_the_last_day_is_within() -> None:
    """The day after is not."""
    assert OF_LIFE[Guard.WITHIN_PERIOD](course(on=FRAME.last_day)) == ()
    assert len(OF_LIFE[Guard.WITHIN_PERIOD](course(on=FRAME.last_day + dt.timedelta(days=1)))) == 1


def test_a_step_back_may_come_down_to_the_floor() -> None:
    """Not below it; from the first step there is none back."""
    floor = OF_LIFE[Guard.ABOVE_FLOOR]
    assert floor(course(lived=LivedPlan(1, (120, 180)), step=2)) == ()
    assert len(floor(course(lived=LivedPlan(1, (119, 180)), step=2))) == 1
    assert floor(course(lived=LivedPlan(1, (0, 180)), step=1)) == ()


def test_who_has_not_been_heard_is_named_by_role() -> None:
    """All that lack, at once."""
    (found,) = OF_LIFE[Guard.HEARD](course(given=given(heard=(Heard.STUDENT,))))
    assert found.what == ("guardians", "principal")


def test_what_goes_beyond_is_reason_enough() -> None:
    """Nobody need write what the plan itself shows."""
    beyond = verdict("P13", Standing.DEVIATES, facts={"below_floor": ("1",)})
    assert OF_LIFE[Guard.WHY](course(given=given(note=""), verdicts=verdicts(beyond))) == ()


def test_an_ending_without_a_name_is_told_in_words() -> None:
    """The others say themselves."""
    ending = OF_LIFE[Guard.ENDING_SAID]
    assert len(ending(course(given=given(ending=Ending.ENDED, note="")))) == 1
    assert ending(course(given=given(ending=Ending.ENDED))) == ()
    assert ending(course(given=given(ending=Ending.MOVED, note=""))) == ()


def test_a_plan_that_never_began_has_no_register_to_close() -> None:
    """It was never told of it."""
    assert OF_LIFE[Guard.ATTENDANCE_CLOSED](course(step=0, given=given(attendance_closed=None))) == ()


def test_nothing_is_put_away_while_it_can_be_appealed() -> None:
    """Nor where nobody knows since when; without a decision there is nothing to appeal."""
    over = OF_LIFE[Guard.APPEAL_TIME_OVER]
    assert len(over(course(received_on=None))) == 1
    assert over(course(newest=None, received_on=None)) == ()
    last = last_day_to_appeal(course(received_on=DAY))
    assert last == dt.date(2027, 2, 22)
    assert len(over(course(received_on=DAY, on=last))) == 1
    assert over(course(received_on=DAY, on=last + dt.timedelta(days=1))) == ()


def test_a_late_appeal_is_told_and_still_taken_in() -> None:
    """Whether it came in time is for the school to try."""
    came = given(day=dt.date(2027, 2, 23))
    (found,) = OF_LIFE[Guard.APPEAL_IN_TIME](course(received_on=DAY, given=came))
    assert (found.blocks, found.day) == (False, dt.date(2027, 2, 22))
    assert OF_LIFE[Guard.APPEAL_IN_TIME](course(received_on=DAY, given=given(day=dt.date(2027, 2, 22)))) == ()
