"""Guards of a plan that is decided and lived: from which day, which step, who has been heard, and how it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from planning.access import Role
from planning.appeal import appeal_by
from planning.workflow.course_facts import CourseFacts, Guard, Hindrance
from planning.workflow.guards_of_law import COACH, RECTOR, SCHOOL, Found, Judge
from planning.workflow.moves import Ending, Heard


def lets_live(facts: CourseFacts) -> Found:
    """The decision is one that a plan can be lived by (`law.md` §7, states 7b and 9)."""
    return () if facts.lets_live else _waits(Guard.LETS_LIVE, RECTOR)


def from_its_day(facts: CourseFacts) -> Found:
    """The decision holds from that day (`law.md` §7, state 9: «from validity date»)."""
    begins = facts.newest.valid_from if facts.newest else None
    return _waits(Guard.FROM_ITS_DAY, COACH, day=begins) if begins and begins > facts.on else ()


def in_force(facts: CourseFacts) -> Found:
    """A decision holds, and it is known what it leaves room for (`law.md` §7, state 9: «inside decided frame»)."""
    is_known = facts.in_force is not None and facts.in_force.frame is not None and facts.lived is not None
    return () if is_known else _waits(Guard.IN_FORCE, RECTOR)


def begun(facts: CourseFacts) -> Found:
    """The plan has begun (`law.md` §7, state 9)."""
    return () if facts.step else _waits(Guard.BEGUN, COACH)


def within_period(facts: CourseFacts) -> Found:
    """The decision has not run out: longer is a new decision (`law.md` §6, P13: «period extended»)."""
    frame = facts.in_force.frame if facts.in_force else None
    is_over = frame is not None and frame.last_day < facts.on
    return _waits(Guard.WITHIN_PERIOD, COACH, day=frame.last_day) if frame and is_over else ()


def next_step(facts: CourseFacts) -> Found:
    """There is a step after this one (`law.md` §7, state 9: «step k→k+1»)."""
    steps = len(facts.lived.minutes) if facts.lived else 0
    return () if facts.step < steps else _waits(Guard.NEXT_STEP, COACH)


def earlier_step(facts: CourseFacts) -> Found:
    """There is a step before this one (`law.md` §7, state 9)."""
    return () if facts.step > 1 else _waits(Guard.EARLIER_STEP, COACH)


def above_floor(facts: CourseFacts) -> Found:
    """The step before has as many minutes as the decision asks for (`law.md` §7, state 9: «below floor → 11»)."""
    frame = facts.in_force.frame if facts.in_force else None
    if frame is None or facts.lived is None or not 1 < facts.step <= len(facts.lived.minutes):
        return ()
    minutes = facts.lived.minutes[facts.step - 2]
    return () if minutes >= frame.floor_minutes else _waits(Guard.ABOVE_FLOOR, COACH)


def heard(facts: CourseFacts) -> Found:
    """Student and guardians are heard and the rektor told (`law.md` §7, state 10)."""
    lacking = tuple(who.value for who in Heard if who not in facts.given.heard)
    return (Hindrance(guard=Guard.HEARD, whose=COACH, what=lacking),) if lacking else ()


def why(facts: CourseFacts) -> Found:
    """A new version has a reason: the plan goes beyond the decision, or somebody says why (`law.md` §7, state 11)."""
    verdict = facts.verdict(Guard.P13)
    goes_beyond = verdict is not None and bool(verdict.facts)
    return () if goes_beyond or facts.given.note else _waits(Guard.WHY, COACH)


def has_decision(facts: CourseFacts) -> Found:
    """There is a decision to appeal (skollagen 28 kap. 16 §)."""
    return () if facts.newest is not None else _waits(Guard.HAS_DECISION, RECTOR)


def day_given(facts: CourseFacts) -> Found:
    """The day that it came in is written down (förvaltningslagen 45 §; `law.md` §7, state 12)."""
    return () if facts.given.day is not None else _waits(Guard.DAY_GIVEN, SCHOOL)


def appeal_in_time(facts: CourseFacts) -> Found:
    """Whether the appeal came in time the school tries (förvaltningslagen 45 §). Told; it holds nothing back."""
    last, came = last_day_to_appeal(facts), facts.given.day
    if last is None or came is None or came <= last:
        return ()
    return (Hindrance(guard=Guard.APPEAL_IN_TIME, whose=SCHOOL, blocks=False, day=last),)


def ending_said(facts: CourseFacts) -> Found:
    """It is said why it ends, and in words where the reason has no name (`law.md` §7, state 13: «end report»)."""
    ending = facts.given.ending
    is_said = ending is not None and (ending is not Ending.ENDED or bool(facts.given.note))
    return () if is_said else _waits(Guard.ENDING_SAID, COACH)


def attendance_closed(facts: CourseFacts) -> Found:
    """The attendance register has been told that a plan that was lived has ended (`law.md` §7, state 13)."""
    is_told = not facts.step or facts.given.attendance_closed is not None
    return () if is_told else _waits(Guard.ATTENDANCE_CLOSED, SCHOOL)


def appeal_time_over(facts: CourseFacts) -> Found:
    """Nothing is put away while it can be appealed (förvaltningslagen 44 §; that it waits for this is our default)."""
    if facts.newest is None:
        return ()
    last = last_day_to_appeal(facts)
    is_over = last is not None and last < facts.on
    return () if is_over else _waits(Guard.APPEAL_TIME_OVER, SCHOOL, day=last)


def last_day_to_appeal(facts: CourseFacts) -> dt.date | None:
    """The last day to appeal the last decision; None while it is not known when it was received."""
    return appeal_by(facts.received_on) if facts.received_on else None


def _waits(guard: Guard, whose: tuple[Role, ...], day: dt.date | None = None) -> Found:
    return (Hindrance(guard=guard, whose=whose, day=day),)


OF_LIFE: Mapping[Guard, Judge] = {
    Guard.LETS_LIVE: lets_live, Guard.FROM_ITS_DAY: from_its_day, Guard.IN_FORCE: in_force, Guard.BEGUN: begun,
    Guard.WITHIN_PERIOD: within_period, Guard.NEXT_STEP: next_step, Guard.EARLIER_STEP: earlier_step,
    Guard.ABOVE_FLOOR: above_floor, Guard.HEARD: heard, Guard.WHY: why, Guard.HAS_DECISION: has_decision,
    Guard.DAY_GIVEN: day_given, Guard.APPEAL_IN_TIME: appeal_in_time, Guard.ENDING_SAID: ending_said,
    Guard.ATTENDANCE_CLOSED: attendance_closed, Guard.APPEAL_TIME_OVER: appeal_time_over,
}  # fmt: skip
"""By its name."""
