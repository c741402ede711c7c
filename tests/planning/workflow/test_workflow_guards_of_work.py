"""Guards of the way to a decision, each both ways."""

from __future__ import annotations

from typing import Any

import pytest

from planning.access import Relation, Role
from planning.workflow.comments import LessonComment
from planning.workflow.course_facts import Acting, Guard
from planning.workflow.guards_of_work import OF_WORK
from planning.workflow.moves import Given
from tests.planning.workflow.course_samples import ALONE, COACH, DAY, GIVEN, HASH, RECTOR, SENT, WRITTEN, course


def given(**fields: Any) -> Given:
    """What is said, all of it but for those."""
    return GIVEN.model_copy(update=fields)


BY_COACH = WRITTEN.model_copy(update={"decided_by": "Exempel, Coach (bitr.)"})
OTHER_SCHOOL = Acting("rektor-2", frozenset({(Role.PRINCIPAL, Relation.NONE)}))
MENTOR = Acting("mentor-1", frozenset({(Role.MENTOR, Relation.SAME_UNIT)}))
UNMET: dict[Guard, dict[str, Any]] = {
    Guard.COACH_NAMED: {"coaches": ()},
    Guard.INFORMED: {"given": given(day=None)},
    Guard.CONSENT: {"given": given(other_area=True)},
    Guard.SHARING_CHOSEN: {"sharing_chosen": False},
    Guard.PLAN_HOLDS: {"has_plan": False},
    Guard.NEW_VERSION: {"version": 1},
    Guard.FIELDS_FILLED: {"missing": ("school.provider", "needs")},
    Guard.STUDENT_SAID_YES: {"student_waits": ("parts_not_right",)},
    Guard.DOCUMENT_MADE: {"ready": None},
    Guard.SENT_IS_FIXED: {"sent": None},
    Guard.SAME_DOCUMENT: {"given": given(sha256="b" * 64)},
    Guard.POINTS_GIVEN: {"given": given(points=("",))},
    Guard.PRINCIPAL_OF_THE_SCHOOL: {"acting": COACH},
    Guard.RETURNED_BY_PRINCIPAL: {"acting": COACH},
    Guard.NOT_THE_SUBMITTER: {"sent_by": RECTOR.user},
    Guard.NOT_THE_COACH: {"given": given(written=BY_COACH)},
    Guard.ENDED_BY_PRINCIPAL: {"acting": COACH},
}


def test_every_guard_has_its_case() -> None:
    """None is left untried."""
    assert set(UNMET) == set(OF_WORK)


@pytest.mark.parametrize("guard", UNMET)
def test_a_guard_waits_for_what_it_names_and_nothing_else(guard: Guard) -> None:
    """Where it is there it is silent; where it is not it is told once, with whose turn it is."""
    assert OF_WORK[guard](course()) == ()
    (found,) = OF_WORK[guard](course(**UNMET[guard]))
    assert found.guard is guard
    assert found.whose
    assert found.blocks


def test_a_comment_on_a_lesson_is_a_point_as_good_as_any() -> None:
    """A return that says something of the very lesson says what is to be completed."""
    comment = LessonComment(step=1, lesson="b", subject="Bild", text="Vänta.")
    said = given(points=(), comments=(comment,))
    assert OF_WORK[Guard.POINTS_GIVEN](course(given=said)) == ()
    assert OF_WORK[Guard.POINTS_GIVEN](course(given=given(points=()))) != ()


def test_alone_the_coach_need_not_be_named() -> None:
    """There is nobody else; nor one who is named by the people of the case."""
    assert OF_WORK[Guard.COACH_NAMED](course(coaches=(), acting=ALONE)) == ()
    assert OF_WORK[Guard.COACH_NAMED](course(coaches=(), acting=COACH)) == ()


def test_alone_it_is_written_in_that_it_came_back() -> None:
    """A decision is not: that comes with the rektor's own name."""
    assert OF_WORK[Guard.RETURNED_BY_PRINCIPAL](course(acting=ALONE)) == ()
    assert len(OF_WORK[Guard.PRINCIPAL_OF_THE_SCHOOL](course(acting=ALONE))) == 1


def test_consent_is_asked_only_between_areas() -> None:
    """And then the day of it is enough."""
    across = given(other_area=True, consented_on=DAY)
    assert OF_WORK[Guard.CONSENT](course(given=across)) == ()


def test_what_is_missing_is_told_field_by_field() -> None:
    """So that one can go there."""
    (found,) = OF_WORK[Guard.FIELDS_FILLED](course(missing=("school.provider", "needs")))
    assert found.what == ("school.provider", "needs")


def test_nothing_sent_is_nothing_read() -> None:
    """A hash of no document is not the document's."""
    assert len(OF_WORK[Guard.SAME_DOCUMENT](course(sent=None, given=given(sha256="")))) == 1
    assert OF_WORK[Guard.SAME_DOCUMENT](course(sent=SENT, given=given(sha256=HASH))) == ()


@pytest.mark.parametrize("acting", [COACH, OTHER_SCHOOL, MENTOR])
def test_no_other_is_the_rektor_of_the_school(acting: Acting) -> None:
    """Neither who works there, nor a rektor of another school."""
    assert len(OF_WORK[Guard.PRINCIPAL_OF_THE_SCHOOL](course(acting=acting))) == 1


def test_a_submitter_who_is_rektor_too_does_not_decide() -> None:
    """Nor does one who signs with the name of who prepared it."""
    both = Acting(COACH.user, frozenset({(Role.COACH, Relation.ASSIGNED), (Role.PRINCIPAL, Relation.SAME_UNIT)}))
    assert len(OF_WORK[Guard.NOT_THE_SUBMITTER](course(acting=both))) == 1
    assert len(OF_WORK[Guard.NOT_THE_SUBMITTER](course(given=given(written=BY_COACH)))) == 1


@pytest.mark.parametrize(
    ("name", "is_coach"),
    [("Coach Exempel", True), ("EXEMPEL, Coach", True), ("Eva Exempel, rektor", False), ("", False), ("Coach", False)],
)
def test_the_coach_is_known_by_the_whole_name(name: str, is_coach: bool) -> None:  # noqa: FBT001  a row of the table
    """One name in common is no more than that."""
    written = WRITTEN.model_copy(update={"decided_by": name})
    assert bool(OF_WORK[Guard.NOT_THE_COACH](course(given=given(written=written)))) == is_coach


def test_without_a_decision_anybody_allowed_may_end() -> None:
    """With one it is the rektor, or alone the name of who ended it; never the coach's own."""
    ended = OF_WORK[Guard.ENDED_BY_PRINCIPAL]
    assert ended(course(acting=COACH, in_force=None)) == ()
    assert ended(course(acting=RECTOR)) == ()
    assert ended(course(acting=ALONE)) == ()
    assert len(ended(course(acting=ALONE, given=given(decided_by="")))) == 1
    assert len(ended(course(acting=ALONE, given=given(decided_by="Coach Exempel")))) == 1
