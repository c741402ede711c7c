"""Guards that are rules of law (`law.md` §6): `planning.law` has judged them, and here is said only who can act on it.

A rule that was not asked, since there is no plan to ask it of, waits for the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planning.access import Role
from planning.law.verdicts import Gate, LawVerdict, Standing
from planning.workflow.course_facts import CourseFacts, Guard, Hindrance

Found = tuple[Hindrance, ...]
Judge = Callable[[CourseFacts], Found]

COACH = (Role.COACH,)
SCHOOL = (Role.PRINCIPAL, Role.MENTOR)
RECTOR = (Role.PRINCIPAL,)

COPY_FIELD = "around.student_copy"
"""What rule P10 asks for once it is decided; before that it asks who the party is."""


def p1(facts: CourseFacts) -> Found:
    """P1: the need of special support is investigated (skollagen 3 kap. 7 och 9 §§)."""
    return _waits(facts, Guard.P1, SCHOOL)


def p2(facts: CourseFacts) -> Found:
    """P2: the elevhälsa is consulted, or it is said why not (skollagen 3 kap. 7 §)."""
    return _waits(facts, Guard.P2, SCHOOL)


def p3(facts: CourseFacts) -> Found:
    """P3: the absence is investigated and the huvudman told (skollagen 7 kap. 19 a §)."""
    return _waits(facts, Guard.P3, SCHOOL)


def p4(facts: CourseFacts) -> Found:
    """P4: the student's view is written down (skollagen 1 kap. 10 §, 3 kap. 9 §)."""
    return _waits(facts, Guard.P4, (Role.STUDENT, Role.COACH))


def p5(facts: CourseFacts) -> Found:
    """P5: every guardian has answered, or has had until a day that has passed (skollagen 3 kap. 9 §, FL 25 §)."""
    verdict = facts.verdict(Guard.P5)
    is_theirs = verdict is not None and verdict.standing is Standing.DEVIATES
    return _waits(facts, Guard.P5, (Role.GUARDIAN,) if is_theirs else COACH)


def guardians_offered(facts: CourseFacts) -> Found:
    """The first half of P5: every guardian has been offered to take part, and a day to answer by (`law.md` §6)."""
    verdict = facts.verdict(Guard.P5)
    if verdict is not None and verdict.standing is not Standing.UNKNOWN:
        return ()
    return _told(Guard.GUARDIANS_OFFERED, COACH, verdict)


def p6(facts: CourseFacts) -> Found:
    """P6: follow-up and evaluation have a day and a person each, within the time (skollagen 3 kap. 9 §)."""
    return _waits(facts, Guard.P6, (Role.COACH, Role.PRINCIPAL))


def p7(facts: CourseFacts) -> Found:
    """P7: the rektor decides, or a substitute who is appointed (skollagen 3 kap. 9 §, 2 kap. 9 §)."""
    return _waits(facts, Guard.P7, RECTOR)


def p8(facts: CourseFacts) -> Found:
    """P8: provisions and decisive circumstances are given (förvaltningslagen 32 §)."""
    return _waits(facts, Guard.P8, RECTOR)


def p9(facts: CourseFacts) -> Found:
    """P9: the day of receipt is known, and with it the last day to appeal (förvaltningslagen 33 och 44 §§).

    How to appeal stands in every proposal; the day cannot be known before the decision has been received, so it is
    asked for when those whom it concerns are notified. Our reading.
    """
    return _waits(facts, Guard.P9, SCHOOL)


def p10(facts: CourseFacts) -> Found:
    """P10: a student of 16 is named as a party (skollagen 29 kap. 12 §); the copy is asked for afterwards."""
    verdict = facts.verdict(Guard.P10)
    return () if verdict is not None and verdict.fields == (COPY_FIELD,) else _waits(facts, Guard.P10, COACH)


def student_copy(facts: CourseFacts) -> Found:
    """P10: a student of 16 has got a copy of her or his own (skollagen 29 kap. 12 §)."""
    verdict = facts.verdict(Guard.P10)
    has_it = verdict is not None and verdict.fields != (COPY_FIELD,)
    return () if has_it else _told(Guard.STUDENT_COPY, SCHOOL, verdict)


def p11(facts: CourseFacts) -> Found:
    """P11: interpreting is arranged where somebody needs it (förvaltningslagen 13 §). Told; it holds nothing back."""
    return _open(facts, Guard.P11, SCHOOL)


def p12(facts: CourseFacts) -> Found:
    """P12: what the coach has written is easy to read (språklagen 11 §). Told; it holds nothing back."""
    return _open(facts, Guard.P12, COACH)


def p13(facts: CourseFacts) -> Found:
    """P13: the plan stays within the decision in force (skollagen 3 kap. 9 §; `planning.decided_frame`).

    A recorded reason does not help here: what goes beyond needs a new decision.
    """
    verdict = facts.verdict(Guard.P13)
    if verdict is not None and verdict.standing is not Standing.DEVIATES:
        return ()
    return _told(Guard.P13, COACH, verdict)


def p14(facts: CourseFacts) -> Found:
    """P14: the evaluation is not overdue; nothing goes on by itself after its day (skollagen 3 kap. 9 §)."""
    return _waits(facts, Guard.P14, (Role.COACH, Role.PRINCIPAL))


def p15(facts: CourseFacts) -> Found:
    """P15: what the next school needs to know has been handed over (skollagen 3 kap. 12 j §)."""
    if facts.verdicts is None:
        return ()
    return _waits(facts, Guard.P15, SCHOOL)


def p16(facts: CourseFacts) -> Found:
    """P16: the attendance register knows the plan (skolförordningen 6 kap. 12 §). Told; it holds nothing back."""
    return _open(facts, Guard.P16, SCHOOL)


def p17(facts: CourseFacts) -> Found:
    """P17: school transport has been looked into (skollagen 10 kap. 32 §). Told; it holds nothing back."""
    return _open(facts, Guard.P17, SCHOOL)


def d4r(facts: CourseFacts) -> Found:
    """D4r: nothing is left that somebody is obliged to tell the rektor (skollagen 6 kap. 10 §)."""
    return _told(Guard.D4R, COACH, None) if facts.open_reports else ()


def d5r(facts: CourseFacts) -> Found:
    """D5r: no worry for the child waits to be handled (skollagen 29 kap. 13 §)."""
    return _told(Guard.D5R, COACH, None) if facts.open_worry else ()


def d6r(facts: CourseFacts) -> Found:
    """D6r: how long each kind of paper is kept (`law.md` §6; the local plan). Told; it holds nothing back."""
    return _open(facts, Guard.D6R, (Role.ADMINISTRATOR,))


def may_be_sent(facts: CourseFacts) -> Found:
    """Every hard rule that keeps sending closed is met (`law.md` §6, level H «kan inte skickas»)."""
    return _gated(facts, Guard.MAY_BE_SENT, Gate.SEND)


def may_begin(facts: CourseFacts) -> Found:
    """Every hard rule that keeps the beginning closed is met (`law.md` §6, level H). P14 is told by itself."""
    return _gated(facts, Guard.MAY_BEGIN, Gate.BEGIN)


def _gated(facts: CourseFacts, guard: Guard, gate: Gate) -> Found:
    own = {member.value for member in Guard}
    closed = (v for v in facts.verdicts or () if v.waits and v.rule.gate is gate and v.rule.code not in own)
    return tuple(Hindrance(guard=guard, whose=COACH, verdict=verdict) for verdict in closed)


def _waits(facts: CourseFacts, guard: Guard, whose: tuple[Role, ...]) -> Found:
    """The hindrance while the rule asks something of somebody, or could not be asked."""
    verdict = facts.verdict(guard)
    return _told(guard, whose, verdict) if verdict is None or verdict.waits else ()


def _open(facts: CourseFacts, guard: Guard, whose: tuple[Role, ...]) -> Found:
    """A reminder while the rule is not met; none where it could not be asked."""
    verdict = facts.verdict(guard)
    if verdict is None or verdict.standing in (Standing.MET, Standing.NOT_ASKED):
        return ()
    return (Hindrance(guard=guard, whose=whose, blocks=False, verdict=verdict),)


def _told(guard: Guard, whose: tuple[Role, ...], verdict: LawVerdict | None) -> Found:
    return (Hindrance(guard=guard, whose=whose, verdict=verdict),)


OF_LAW: Mapping[Guard, Judge] = {
    Guard.P1: p1, Guard.P2: p2, Guard.P3: p3, Guard.P4: p4, Guard.P5: p5, Guard.P6: p6, Guard.P7: p7, Guard.P8: p8,
    Guard.P9: p9, Guard.P10: p10, Guard.P11: p11, Guard.P12: p12, Guard.P13: p13, Guard.P14: p14, Guard.P15: p15,
    Guard.P16: p16, Guard.P17: p17, Guard.D4R: d4r, Guard.D5R: d5r, Guard.D6R: d6r,
    Guard.GUARDIANS_OFFERED: guardians_offered, Guard.STUDENT_COPY: student_copy, Guard.MAY_BE_SENT: may_be_sent,
    Guard.MAY_BEGIN: may_begin,
}  # fmt: skip
"""By its name. All but D4r and D5r ask for the rules' verdicts."""
