"""«Vem ser ärendet» on the screen: who is named, who sees it besides, and naming and letting go."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.break_glass import break_the_glass
from casework.facts import CaseFacts
from casework.people import named_for
from planning.access import Relation, Role
from planning.decision import DocumentFacts
from planning.parties import StudentFacts
from planning.workflow.states import State
from storage.actor import UserId
from storage.user_table import CasePerson
from tests.casework.staffed import acts
from tests.ui.plan_pages import names, press, told
from tests.ui.staffed_pages import HEARD, Office
from ui.people_view import standings_of


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A municipality's installation."""
    return Office(tmp_path, monkeypatch)


def born(year: int) -> CaseFacts:
    """A student born on the first of May of that year; it is November 2026."""
    student = StudentFacts(first_name="Test", birth_date=dt.date(year, 5, 1))
    return CaseFacts(student="Test", document=DocumentFacts(student=student))


def test_those_who_are_named_stand_there_by_role_and_number(office: Office) -> None:
    """The coach sees whom else there is, and that what is ticked is seen by few; naming is the coordinator's."""
    case_id = office.staff.case(State.DRAFT)
    coach, mentor = office.staff.somebody(Role.COACH, name="coach-one"), office.staff.somebody(Role.MENTOR)
    office.staff.name(case_id, mentor, Role.MENTOR)
    office.staff.name(case_id, coach, Role.COACH)
    page = office.shows(coach, "people", case_id)
    table = page.table[0].value
    assert list(table["Vem"]) == ["Coachen (du)", "Mentorn"]
    assert next(iter(table["Nummer"])) == "coach-on"
    assert "Vad eleven har kryssat i ser bara eleven och den som är utsedd." in told(page)
    assert "Ge ärendet" not in names(page)


def test_a_coordinator_names_somebody_and_lets_them_go(office: Office) -> None:
    """By number and role; a role that somebody has not is told calmly, and nothing happens."""
    case_id = office.staff.case(State.DRAFT)
    lead, coach = office.staff.somebody(Role.COORDINATOR), office.staff.somebody(Role.COACH)
    page = office.shows(lead, "people", case_id)
    page.text_input[0].set_value(coach.actor.user)
    page.selectbox[0].set_value(Role.MENTOR)
    page = press(page, "Ge ärendet")
    assert len(page.warning) == 1
    assert named_for(lead, case_id) == ()
    page.selectbox[0].set_value(Role.COACH)
    page = press(page, "Ge ärendet")
    assert [one.user for one in named_for(lead, case_id)] == [coach.actor.user]
    assert "Välj vem först." in told(press(page, "Ta bort"))
    whom = next(one for one in page.selectbox if one.label == "Vem")
    whom.set_value(named_for(lead, case_id)[0])
    press(page, "Ta bort")
    assert named_for(lead, case_id) == ()


def test_one_who_leaves_is_led_out_of_the_case(office: Office) -> None:
    """A coordinator who was named and takes off herself does not stay in what she was shown."""
    case_id = office.staff.case(State.DRAFT)
    lead = office.staff.somebody(Role.COORDINATOR)
    office.staff.name(case_id, lead, Role.COORDINATOR)
    page = office.shows(lead, "people", case_id)
    whom = next(one for one in page.selectbox if one.label == "Vem")
    whom.set_value(named_for(lead, case_id)[0])
    press(page, "Ta bort")
    assert HEARD == ["start"]


@pytest.mark.parametrize(("year", "is_said"), [(2010, True), (2011, False)])
def test_from_sixteen_the_student_is_a_party(office: Office, year: int, *, is_said: bool) -> None:
    """One sentence, when the age says so."""
    case_id = office.staff.case(State.DRAFT, facts=born(year))
    coach = office.staff.somebody(Role.COACH)
    office.staff.name(case_id, coach, Role.COACH)
    assert ("för sin egen talan" in told(office.shows(coach, "people", case_id))) is is_said


def test_a_look_leaves_no_refusal_in_the_log(office: Office) -> None:
    """Whatever somebody may not do is not tried on their behalf: a mentor, and one in an emergency."""
    case_id = office.staff.case(State.SENT)
    mentor, helper = office.staff.somebody(Role.MENTOR), office.staff.somebody(Role.COACH)
    office.staff.name(case_id, mentor, Role.MENTOR)
    break_the_glass(helper, case_id, "Eleven väntar i dörren just nu")
    for who in (mentor, helper):
        page = office.shows(who, "people", case_id)
        assert names(page) == ["Ärendets gång"]
    assert "denied" not in {outcome for _, _, outcome in acts(office.staff.log())}


def test_what_is_offered_follows_from_how_one_stands() -> None:
    """By name, in an emergency, or else as one who leads the unit."""
    one = CasePerson(user=UserId("a"), role=Role.MENTOR, relation=Relation.ASSIGNED, is_blocked=False)
    assert standings_of([one], "a", in_emergency=False) == {(Role.MENTOR, Relation.ASSIGNED)}
    assert standings_of([one], "b", in_emergency=True) == {(Role.COACH, Relation.BREAK_GLASS)}
    assert standings_of([one], "b", in_emergency=False) == {(Role.COORDINATOR, Relation.SAME_UNIT)}
