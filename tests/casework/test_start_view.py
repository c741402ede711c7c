"""Everybody meets their own cases at the start, as what they are to each, and nothing that is not theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.start_view import StartCase, cases_at_start, met_as
from planning.access import Relation, Role
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.lived_cases import lived
from tests.casework.staffed import ELSEWHERE, HERE, Staffed, told


class Town:
    """Two units, each with cases in several states, and one of each role at the first."""

    def __init__(self, folder: Path) -> None:
        self.staff = Staffed(folder)
        self.cases = {
            "lived": lived(self.staff, State.ACTIVE, name="Lived", answers={"OR1": "yes"}),
            "sent": lived(self.staff, State.SENT, name="Sent", waited=4),
            "prepared": lived(self.staff, State.PREPARED, name="Prepared", waited=9),
            "drafted": lived(self.staff, State.DRAFT, name="Drafted"),
            "elsewhere": lived(self.staff, State.SENT, name="Elsewhere", unit=ELSEWHERE),
        }

    def somebody(
        self, role: Role, *named_for: str, relation: Relation = Relation.ASSIGNED, unit: str = HERE
    ) -> CaseStore:
        """A user with that role, named for those cases."""
        who = self.staff.somebody(role, unit=unit)
        for name in named_for:
            self.staff.name(self.cases[name], who, role, relation)
        return who


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """It is only looked at."""
    made = Town(tmp_path_factory.mktemp("town"))
    yield made
    made.staff.store.close()


def names(seen: tuple[StartCase, ...]) -> set[str]:
    """Which cases somebody sees."""
    return {case.summary.name for case in seen}


def the(seen: tuple[StartCase, ...], name: str) -> StartCase:
    """One of them."""
    return next(case for case in seen if case.summary.name == name)


def test_a_coach_sees_those_that_they_are_named_for(town: Town) -> None:
    """With how far each has come, and since when it waits at the school."""
    seen = cases_at_start(town.somebody(Role.COACH, "lived", "sent"))
    assert names(seen) == {"Lived", "Sent"}
    assert {case.met_as for case in seen} == {Role.COACH}
    assert (the(seen, "Lived").state, the(seen, "Lived").step) == (State.ACTIVE, 1)
    assert the(seen, "Sent").waits_days == 4
    assert the(seen, "Lived").summary.answered > 0
    assert not any(case.may_decide for case in seen)


def test_a_coordinator_sees_the_unit_and_nothing_that_was_said(town: Town) -> None:
    """Which state, for whom it waits and who coaches; neither how much is answered nor what is to be done."""
    seen = cases_at_start(town.somebody(Role.COORDINATOR))
    assert names(seen) == {"Lived", "Sent", "Prepared", "Drafted"}
    assert {case.met_as for case in seen} == {Role.COORDINATOR}
    assert {(case.summary.answered, case.summary.to_do, case.summary.duties_wait) for case in seen} == {(0, 0, False)}
    assert {case.coach for case in seen} == {"Coach Exempel"}
    assert the(seen, "Prepared").turn == (Role.PRINCIPAL,)


def test_a_rektor_sees_what_has_come_to_the_school_and_what_waits_for_a_decision(town: Town) -> None:
    """Not what is drafted, and nothing of another school."""
    seen = cases_at_start(town.somebody(Role.PRINCIPAL))
    assert names(seen) == {"Lived", "Sent", "Prepared"}
    assert {case.summary.name: case.waits_days for case in seen if case.may_decide} == {"Sent": 4, "Prepared": 9}
    assert {(case.summary.answered, case.summary.to_do, case.summary.duties_wait) for case in seen} == {(0, 0, False)}


def test_a_rektor_of_another_school_sees_theirs(town: Town) -> None:
    """And none of these."""
    assert names(cases_at_start(town.somebody(Role.PRINCIPAL, unit=ELSEWHERE))) == {"Elsewhere"}


def test_a_mentor_sees_those_that_they_are_named_for(town: Town) -> None:
    """While the school works with them."""
    seen = cases_at_start(town.somebody(Role.MENTOR, "lived", "drafted"))
    assert names(seen) == {"Lived"}
    assert the(seen, "Lived").met_as is Role.MENTOR


def test_guardians_and_students_see_their_own(town: Town) -> None:
    """And are met as what they are; what the plan says of the school's work is not told before they may see it."""
    guardian = town.somebody(Role.GUARDIAN, "lived", "drafted", relation=Relation.GUARDIAN_OF, unit="")
    seen = cases_at_start(guardian)
    assert names(seen) == {"Lived", "Drafted"}
    assert {case.met_as for case in seen} == {Role.GUARDIAN}
    assert (the(seen, "Drafted").coach, the(seen, "Drafted").follow_up) == ("", None)
    student = town.somebody(Role.STUDENT, "lived", relation=Relation.SELF, unit="")
    assert [(case.summary.name, case.met_as) for case in cases_at_start(student)] == [("Lived", Role.STUDENT)]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_those_who_keep_the_installation_meet_no_student(town: Town, role: Role) -> None:
    """Neither here nor elsewhere."""
    assert cases_at_start(town.somebody(role)) == ()


def test_one_who_is_alone_coaches_all(town: Town) -> None:
    """Whatever state they are in."""
    assert {case.met_as for case in cases_at_start(town.staff.store)} == {Role.COACH}


def test_a_protected_student_is_in_no_school_s_list(tmp_path: Path) -> None:
    """Neither the coordinator's nor the rektor's; the named coach meets it."""
    staff = Staffed(tmp_path)
    case_id = lived(staff, State.SENT)
    with staff.store.writing() as writer:
        writer.set_protected(case_id, is_protected=True)
    assert cases_at_start(staff.somebody(Role.COORDINATOR)) == ()
    assert cases_at_start(staff.somebody(Role.PRINCIPAL)) == ()
    coach = staff.somebody(Role.COACH)
    staff.name(case_id, coach, Role.COACH)
    assert [case.id for case in cases_at_start(coach)] == [case_id]


def test_as_what_somebody_meets_one_case_is_said_alone(town: Town) -> None:
    """A stranger is told that there is none."""
    who = town.somebody(Role.MENTOR, "lived")
    assert met_as(who, town.cases["lived"]) is Role.MENTOR
    assert told(met_as, town.somebody(Role.COACH, unit=ELSEWHERE), town.cases["lived"]) == "no-such-case"
    assert told(met_as, who, CaseId("none")) == "no-such-case"
