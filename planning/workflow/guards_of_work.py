"""Guards of the way to a decision: who is named, what is chosen, made, sent and read, and who may decide."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planning.access import Relation, Role
from planning.workflow.course_facts import CourseFacts, Guard, Hindrance
from planning.workflow.guards_of_law import COACH, RECTOR, Found, Judge

_LEADS = (Role.COORDINATOR, Role.PRINCIPAL)
_WORD = re.compile(r"[^\W\d_]+")


def coach_named(facts: CourseFacts) -> Found:
    """A coach is named for the case (`law.md` §7, state 0)."""
    is_one = facts.acting.is_alone or (Role.COACH, Relation.ASSIGNED) in facts.acting.standing
    return _unless(bool(facts.coaches) or is_one, Guard.COACH_NAMED, _LEADS)


def informed(facts: CourseFacts) -> Found:
    """Student and guardians have been told of the coach (`law.md` §7, state 0)."""
    return _unless(facts.given.day is not None, Guard.INFORMED, COACH)


def consent(facts: CourseFacts) -> Found:
    """Consent is given where the coach works in another area of secrecy (OSL 12 kap. 2 §; `law.md` §7, state 0)."""
    is_there = not facts.given.other_area or facts.given.consented_on is not None
    return _unless(is_there, Guard.CONSENT, (Role.GUARDIAN, Role.STUDENT))


def sharing_chosen(facts: CourseFacts) -> Found:
    """The student has said what others may know (`law.md` §7, state 1, and §8 on OSL 12 kap. 3 §)."""
    return _unless(facts.sharing_chosen, Guard.SHARING_CHOSEN, (Role.STUDENT, Role.COACH))


def plan_holds(facts: CourseFacts) -> Found:
    """There is a plan of today's answers that keeps its promises (`law.md` §7, state 2)."""
    return _unless(facts.has_plan, Guard.PLAN_HOLDS, COACH)


def new_version(facts: CourseFacts) -> Found:
    """What was sent is never sent again as the same: a new proposal bears a higher version (`law.md` §7, 7a)."""
    return _unless(facts.version > facts.highest_version, Guard.NEW_VERSION, COACH)


def fields_filled(facts: CourseFacts) -> Found:
    """Every field that statute asks for is filled in (`planning.decision.missing_fields`)."""
    missing = Hindrance(guard=Guard.FIELDS_FILLED, whose=COACH, what=facts.missing)
    return (missing,) if facts.missing else ()


def student_said_yes(facts: CourseFacts) -> Found:
    """The student has called the plan right, and nobody of the family says stop (`casework.readiness`)."""
    waits = Hindrance(guard=Guard.STUDENT_SAID_YES, whose=(Role.STUDENT, Role.COACH), what=facts.student_waits)
    return (waits,) if facts.student_waits else ()


def document_made(facts: CourseFacts) -> Found:
    """The proposal is made, and no draft, of the plan and the facts as they stand (`law.md` §7, state 5)."""
    return _unless(facts.ready is not None, Guard.DOCUMENT_MADE, COACH)


def sent_is_fixed(facts: CourseFacts) -> Found:
    """What was sent is known by its hash (`law.md` §7, state 5: «content hash fixed»)."""
    return _unless(facts.sent is not None, Guard.SENT_IS_FIXED, COACH)


def same_document(facts: CourseFacts) -> Found:
    """The decider has read the very document that was sent, and not one before it (`security.md` §3.3)."""
    is_same = facts.sent is not None and facts.given.sha256 == facts.sent.sha256
    return _unless(is_same, Guard.SAME_DOCUMENT, RECTOR)


def points_given(facts: CourseFacts) -> Found:
    """A return says what is to be completed, point by point (`law.md` §7, 7a: «with list of points»).

    What is written about the very lesson is a point as good as any (`features.md` F68).
    """
    is_said = any(point for point in facts.given.points) or bool(facts.given.comments)
    return _unless(is_said, Guard.POINTS_GIVEN, RECTOR)


def principal_of_the_school(facts: CourseFacts) -> Found:
    """Only the rektor of that school unit decides, and does not hand it on (skollagen 3 kap. 9 §; rule P7)."""
    return _unless(facts.acting.is_principal_of_unit(), Guard.PRINCIPAL_OF_THE_SCHOOL, RECTOR)


def returned_by_principal(facts: CourseFacts) -> Found:
    """The rektor returns a proposal (`law.md` §7, 7a); one coach alone writes in that it has come back."""
    return _unless(facts.acting.is_alone or facts.acting.is_principal_of_unit(), Guard.RETURNED_BY_PRINCIPAL, RECTOR)


def not_the_submitter(facts: CourseFacts) -> Found:
    """Who sent the proposal never decides on it (`security.md` §6: «submitter ≠ approver»)."""
    written = facts.given.written
    is_another = facts.sent_by != facts.acting.user and not (written and _is_coach(facts, written.decided_by))
    return _unless(is_another, Guard.NOT_THE_SUBMITTER, RECTOR)


def not_the_coach(facts: CourseFacts) -> Found:
    """A decision that is written in bears another name than that of who prepared it (`security.md` §6, as above)."""
    written = facts.given.written
    return _unless(not (written and _is_coach(facts, written.decided_by)), Guard.NOT_THE_COACH, RECTOR)


def ended_by_principal(facts: CourseFacts) -> Found:
    """Where a decision holds it is the rektor who ends it (`law.md` §7, state 13).

    One coach alone writes in who has ended it, and that is not the coach.
    """
    if facts.in_force is None:
        return ()
    by = facts.given.decided_by
    is_written = facts.acting.is_alone and bool(by) and not _is_coach(facts, by)
    return _unless(is_written or facts.acting.is_principal_of_unit(), Guard.ENDED_BY_PRINCIPAL, RECTOR)


def _is_coach(facts: CourseFacts, name: str) -> bool:
    """Whether a name, titles and order apart, is that of somebody who has prepared the proposal."""
    said = words_of(name)
    return any(coach and coach <= said for coach in map(words_of, facts.coaches))


def words_of(name: str) -> frozenset[str]:
    """The words of a name."""
    return frozenset(_WORD.findall(name.casefold()))


def _unless(is_met: bool, guard: Guard, whose: tuple[Role, ...]) -> Found:  # noqa: FBT001  the one question asked
    return () if is_met else (Hindrance(guard=guard, whose=whose),)


OF_WORK: Mapping[Guard, Judge] = {
    Guard.COACH_NAMED: coach_named, Guard.INFORMED: informed, Guard.CONSENT: consent,
    Guard.SHARING_CHOSEN: sharing_chosen, Guard.PLAN_HOLDS: plan_holds, Guard.NEW_VERSION: new_version,
    Guard.FIELDS_FILLED: fields_filled, Guard.STUDENT_SAID_YES: student_said_yes, Guard.DOCUMENT_MADE: document_made,
    Guard.SENT_IS_FIXED: sent_is_fixed, Guard.SAME_DOCUMENT: same_document, Guard.POINTS_GIVEN: points_given,
    Guard.PRINCIPAL_OF_THE_SCHOOL: principal_of_the_school, Guard.RETURNED_BY_PRINCIPAL: returned_by_principal,
    Guard.NOT_THE_SUBMITTER: not_the_submitter, Guard.NOT_THE_COACH: not_the_coach,
    Guard.ENDED_BY_PRINCIPAL: ended_by_principal,
}  # fmt: skip
"""By its name."""
