"""Protected identities and guardians from whom a case is kept: for whom it exists, what is kept, what the log tells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.break_glass import break_the_glass
from casework.cases import list_cases, open_case, write_facts
from casework.contact_facts import ContactFacts
from casework.facts import CaseFacts
from casework.protection import (
    end_protection,
    keep_from,
    kept_from,
    no_longer_keep_from,
    protect_identity,
    refuse_unconfirmed,
    without_identity,
)
from planning.access import Relation, Role
from planning.decision import DocumentFacts, GuardianView, PracticalMatters
from planning.errors import NotAllowed
from planning.law.verdicts import Finding, Standing
from planning.parties import Guardian, Preparation, SchoolFacts, StudentFacts
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import Staffed, acts, told
from tests.opened_store import opened_store
from tests.planning.law.cases import found, law_case

KNOWN = CaseFacts(
    student="Kim",
    contacts=ContactFacts(coach_phone="070-000 00 01", school_phone="08-000 00 02", address="Påhittade vägen 4"),
    document=DocumentFacts(
        school=SchoolFacts(
            provider="Exempelby", unit="Exempelskolan", class_name="8X", form="Grundskola", year_group=8
        ),
        student=StudentFacts(
            first_name="Kim", full_name="Kim Testsson", birth_date=dt.date(2012, 3, 4),
            guardians=(Guardian(name="Förälder Ett"), Guardian(name="Förälder Två", interpreter="finska")),
        ),
        guardian_views=(GuardianView(guardian="Förälder Två", text="Ja"),),
        prepared=Preparation(coach="Coach Exempel", organisation="Exempelby elevhälsa"),
        practical=PracticalMatters(travel="Buss 4", phone="08-000 00 03", meals="Äter med coachen"),
    ),
)  # fmt: skip


class Unit:
    """A case with everybody around it."""

    def __init__(self, folder: Path, state: State = State.DRAFT) -> None:
        self.staff = Staffed(folder)
        self.case: CaseId = self.staff.case(state, facts=KNOWN)
        self.coach = self._named(Role.COACH)
        self.principal = self._named(Role.PRINCIPAL)
        self.mentor = self._named(Role.MENTOR)
        self.student = self._named(Role.STUDENT, Relation.SELF)
        self.guardian = self._named(Role.GUARDIAN, Relation.GUARDIAN_OF)
        self.lead = self.staff.somebody(Role.COORDINATOR, name="lead")
        self.helper = self.staff.somebody(Role.COACH, name="helper")

    def _named(self, role: Role, relation: Relation = Relation.ASSIGNED) -> CaseStore:
        who = self.staff.somebody(role, name=role.value)
        self.staff.name(self.case, who, role, relation)
        return who

    def knows(self, who: CaseStore) -> bool:
        """Whether the case can be opened."""
        return told(open_case, who, self.case) == ""

    def lists(self, who: CaseStore) -> list[str]:
        """The case's name on that person's list."""
        return [one.name for one in list_cases(who)]

    @property
    def is_protected(self) -> tuple[bool, bool]:
        """As permissions know it, and as the facts have it."""
        with self.staff.store.reading() as reader:
            kept = open_case(self.coach, self.case).facts.document.student.has_protected_identity
            return reader.case(self.case).is_protected, kept


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    """With a case that is at the school, so that everybody knows of it."""
    return Unit(tmp_path, State.SENT)


@pytest.fixture
def drafted(tmp_path: Path) -> Unit:
    """With a case whose facts can still be written."""
    return Unit(tmp_path)


def test_a_protected_case_exists_for_the_named_few(unit: Unit) -> None:
    """Before, all who work with it; afterwards student, guardian, named coach and named rektor."""
    everybody = [unit.coach, unit.principal, unit.mentor, unit.student, unit.guardian, unit.lead]
    assert [unit.knows(who) for who in everybody] == [True] * 6
    protect_identity(unit.coach, unit.case, called="Ärende tre")
    assert [unit.knows(who) for who in everybody] == [True, True, False, True, True, False]
    other = unit.staff.somebody(Role.PRINCIPAL, name="other-principal")
    assert told(open_case, other, unit.case) == "no-such-case"


def test_no_list_shows_it_but_those_of_coach_and_family(unit: Unit) -> None:
    """By the name that was agreed; not the rektor's, whom the number brings there."""
    assert unit.lists(unit.principal) == unit.lists(unit.lead) == ["Kim"]
    protect_identity(unit.coach, unit.case, called="Ärende tre")
    assert unit.lists(unit.coach) == unit.lists(unit.student) == unit.lists(unit.guardian) == ["Ärende tre"]
    assert unit.lists(unit.principal) == unit.lists(unit.lead) == unit.lists(unit.helper) == []


def test_what_tells_who_and_where_is_emptied_as_the_rule_asks() -> None:
    """D2r is met at once; what tells neither stays, and guardians keep their answers and interpreters by number."""
    facts = without_identity(KNOWN)
    assert found("D2r", law_case("a b", facts=facts.document)) == Finding(Standing.MET)
    text = facts.model_dump_json()
    for word in ("Kim", "Testsson", "2012-03-04", "Förälder", "Exempelby", "8X", "Buss", "08-000", "Påhittade"):
        assert word not in text
    assert (facts.student, facts.contacts.coach_phone, facts.document.school.year_group) == ("K.", "070-000 00 01", 8)
    assert facts.document.practical.meals == "Äter med coachen"
    assert [(one.name, one.interpreter) for one in facts.document.student.guardians] == [
        ("Vårdnadshavare 1", ""), ("Vårdnadshavare 2", "finska"),
    ]  # fmt: skip
    assert [(view.guardian, view.text) for view in facts.document.guardian_views] == [("Vårdnadshavare 2", "Ja")]
    assert without_identity(facts) == facts


def test_flag_and_facts_are_in_step_whoever_writes_them(drafted: Unit) -> None:
    """By the verb, by the form of facts, and back; the log tells of it under its own name each time."""
    protect_identity(drafted.coach, drafted.case)
    assert drafted.is_protected == (True, True)
    end_protection(drafted.coach, drafted.case)
    assert drafted.is_protected == (False, False)
    hidden = KNOWN.document.model_copy(update={"student": StudentFacts(has_protected_identity=True)})
    write_facts(drafted.coach, drafted.case, KNOWN.model_copy(update={"document": hidden}))
    assert drafted.is_protected == (True, True)
    write_facts(drafted.coach, drafted.case, KNOWN)
    assert drafted.is_protected == (False, False)
    rows = [action for who, action, came in acts(drafted.staff.log(drafted.case)) if (who, came) == ("coach", "done")]
    assert rows.count("set_protection") == 4


def test_facts_that_say_the_same_of_it_leave_no_row_of_their_own(drafted: Unit) -> None:
    """Writing an ordinary fact is one act."""
    before = len(drafted.staff.log(drafted.case))
    write_facts(drafted.coach, drafted.case, KNOWN.model_copy(update={"trusted_person": "Fritids-Sam"}))
    assert acts(drafted.staff.log(drafted.case))[before:] == [("coach", "write_facts", "done")]


def test_every_act_on_a_protected_case_stands_twice_in_the_log(unit: Unit) -> None:
    """Whoever watches over such cases finds them by the second row."""
    protect_identity(unit.coach, unit.case)
    before = len(unit.staff.log(unit.case))
    open_case(unit.coach, unit.case)
    assert acts(unit.staff.log(unit.case))[before:] == [("coach", "see_case", "done"), ("coach", "see_case", "doubled")]


def test_an_emergency_of_one_person_ends_when_the_identity_is_protected(unit: Unit) -> None:
    """From then on it takes two."""
    break_the_glass(unit.helper, unit.case, "Coachen är sjuk och eleven väntar här")
    assert unit.knows(unit.helper)
    protect_identity(unit.coach, unit.case)
    assert not unit.knows(unit.helper)


@pytest.mark.parametrize("role", ["principal", "mentor", "student", "guardian", "helper", "lead"])
def test_who_may_say_that_an_identity_is_protected(unit: Unit, role: str) -> None:
    """The named coach, the unit's coordinator and the named rektor; nobody takes it off whom it hides the case from."""
    may = {"principal", "lead"}
    assert (told(protect_identity, getattr(unit, role), unit.case) == "") == (role in may)
    protect_identity(unit.coach, unit.case)
    assert (told(end_protection, getattr(unit, role), unit.case) == "") == (role == "principal")


def test_alone_nothing_is_hidden_from_the_one_coach(tmp_path: Path) -> None:
    """On a computer of one's own protection is about papers and log; the case stays in the list."""
    store = opened_store(tmp_path / "alone.stegvis")
    staff = Staffed(tmp_path)
    case = staff.case(unit="", facts=KNOWN)
    alone = staff.store.acting(store.actor)
    protect_identity(alone, case)
    assert [one.name for one in list_cases(alone)] == ["K."]
    end_protection(alone, case)
    assert open_case(alone, case).facts.document.student.full_name == ""


def test_a_guardian_from_whom_it_is_kept_meets_nothing(unit: Unit) -> None:
    """As if the case were not there; the other guardian and the student notice nothing, and it can be taken back."""
    other = unit.staff.somebody(Role.GUARDIAN, name="other-guardian")
    unit.staff.name(unit.case, other, Role.GUARDIAN, Relation.GUARDIAN_OF)
    keep_from(unit.coach, unit.case, "guardian")
    assert told(open_case, unit.guardian, unit.case) == "no-such-case"
    assert unit.lists(unit.guardian) == []
    assert [unit.knows(who) for who in (other, unit.student, unit.coach)] == [True] * 3
    assert kept_from(unit.coach, unit.case) == {"guardian"}
    no_longer_keep_from(unit.coach, unit.case, "guardian")
    assert unit.knows(unit.guardian)
    assert kept_from(unit.coach, unit.case) == frozenset()


def test_it_is_kept_from_them_as_whatever_else_they_are(unit: Unit) -> None:
    """A guardian who works at the school does not come in by that door either."""
    teacher = unit.staff.somebody(Role.GUARDIAN, Role.PRINCIPAL, name="both")
    unit.staff.name(unit.case, teacher, Role.GUARDIAN, Relation.GUARDIAN_OF)
    assert unit.knows(teacher)
    keep_from(unit.coach, unit.case, "both")
    assert told(open_case, teacher, unit.case) == "no-such-case"


@pytest.mark.parametrize("who", ["coach", "student", "nobody-here"])
def test_only_from_guardians_is_a_case_kept(unit: Unit, who: str) -> None:
    """Neither the student, nor those who work with it, nor somebody who is not in it."""
    assert told(keep_from, unit.coach, unit.case, who) == "not_a_guardian_here"
    assert told(no_longer_keep_from, unit.coach, unit.case, who) == "not_a_guardian_here"


@pytest.mark.parametrize("who", ["guardian", "student", "mentor", "helper"])
def test_no_guardian_decides_what_is_kept_from_whom(unit: Unit, who: str) -> None:
    """Nor do they see it."""
    assert told(keep_from, getattr(unit, who), unit.case, "guardian") in {"not_yours_to_do", "no-such-case"}
    assert told(kept_from, getattr(unit, who), unit.case) in {"not_yours_to_do", "no-such-case"}
    assert unit.knows(unit.guardian)


def test_nothing_of_a_protected_student_leaves_by_one_press() -> None:
    """Somebody says first that they know where it goes; for others nothing is asked."""
    refuse_unconfirmed(KNOWN, is_confirmed=False)
    refuse_unconfirmed(without_identity(KNOWN), is_confirmed=True)
    with pytest.raises(NotAllowed, match="protected_unconfirmed"):
        refuse_unconfirmed(without_identity(KNOWN), is_confirmed=False)


@pytest.mark.parametrize("who", ["guardian", "mentor", "principal"])
def test_numbers_and_addresses_are_for_those_who_plan(unit: Unit, who: str) -> None:
    """To open a case is to see what it is called and how far it has come; where somebody lives is not in that."""
    assert open_case(getattr(unit, who), unit.case).facts.contacts == ContactFacts()
