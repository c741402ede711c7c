"""Protection on the screen: never by one press, told beforehand, and kept from a guardian and given again."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.cases import CaseId, CaseStore, create_case, list_cases, open_case
from casework.people import named_for
from planning.access import Relation, Role
from planning.workflow.states import State
from tests.casework.staffed import told as refused
from tests.opened_store import live_in
from tests.ui.plan_pages import LONG, names, press, told
from tests.ui.staffed_pages import HEARD, Office, the_page
from ui.protection_view import what_follows


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """The store of one who works alone."""
    live_in(monkeypatch, tmp_path / "kept")
    return app_verbs.the_store()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A municipality's installation."""
    return Office(tmp_path, monkeypatch)


def opened(case_id: CaseId) -> AppTest:
    """The page as it is first seen."""
    return AppTest.from_function(the_page, args=("people", case_id)).run(timeout=LONG)


def is_protected(store: CaseStore, case_id: CaseId) -> bool:
    """As the facts have it."""
    return open_case(store, case_id).facts.document.student.has_protected_identity


def test_alone_it_says_in_two_sentences_who_sees_it(alone: CaseStore) -> None:
    """No list of people, nobody to name, and nothing of others in what protection means."""
    page = opened(create_case(alone, name="Test Testsson"))
    assert "Bara du ser ärendet, på den här datorn och med din lösenfras." in told(page)
    assert names(page) == ["Skydda uppgifterna", "Ärendets gång"]
    assert "nödläge" not in told(page).casefold()


def test_protection_takes_a_yes_to_what_is_left_out(alone: CaseStore) -> None:
    """Without it nothing changes and the page says so; with it the name goes at once."""
    case_id = create_case(alone, name="Test Testsson")
    page = press(opened(case_id), "Skydda uppgifterna")
    assert "Läs vad som töms, och kryssa i att du vet det." in told(page)
    assert not is_protected(alone, case_id)
    page.text_input[0].set_value("Ärende tre")
    page.checkbox[0].check()
    page = press(page, "Skydda uppgifterna")
    assert is_protected(alone, case_id)
    assert [one.name for one in list_cases(alone)] == ["Ärende tre"]
    assert "Uppgifterna är skyddade." in told(page)


def test_ending_it_takes_a_yes_too(alone: CaseStore) -> None:
    """What was emptied stays empty, and that is said first."""
    case_id = create_case(alone, name="Test Testsson")
    page = opened(case_id)
    page.checkbox[0].check()
    page = press(press(page, "Skydda uppgifterna"), "Avsluta skyddet")
    assert is_protected(alone, case_id)
    assert "Kryssa i att du vet det först." in told(page)
    page.checkbox[0].check()
    press(page, "Avsluta skyddet")
    assert not is_protected(alone, case_id)
    assert open_case(alone, case_id).facts.student == "T."


def test_a_coordinator_who_protects_is_led_out(office: Office) -> None:
    """From then on the case is there for the named few alone."""
    case_id = office.staff.case(State.DRAFT)
    lead = office.staff.somebody(Role.COORDINATOR)
    page = office.shows(lead, "people", case_id)
    page.checkbox[0].check()
    press(page, "Skydda uppgifterna")
    assert HEARD == ["start"]
    assert refused(open_case, lead, case_id) == "no-such-case"


def test_a_case_is_kept_from_a_guardian_and_given_again(office: Office) -> None:
    """Only where somebody says that the reason is tried; the table tells it to those who may know."""
    case_id = office.staff.case(State.SENT)
    coach, guardian = office.staff.somebody(Role.COACH), office.staff.somebody(Role.GUARDIAN, unit="")
    office.staff.name(case_id, coach, Role.COACH)
    office.staff.name(case_id, guardian, Role.GUARDIAN, Relation.GUARDIAN_OF)
    page = press(office.shows(coach, "people", case_id), "Håll ärendet från personen")
    assert "Se till att skälet är prövat" in told(page)
    assert refused(open_case, guardian, case_id) == ""
    next(one for one in page.checkbox if one.label.startswith("Skälet")).check()
    page = press(page, "Håll ärendet från personen")
    assert refused(open_case, guardian, case_id) == "no-such-case"
    assert list(page.table[0].value["Ser ärendet"]) == ["Ja", "Nej, hålls utanför"]
    press(page, "Låt personen se ärendet igen")
    assert refused(open_case, guardian, case_id) == ""


def test_others_do_not_learn_from_whom_it_is_kept(office: Office) -> None:
    """A mentor sees who is named, and nothing of what must be kept."""
    case_id = office.staff.case(State.SENT)
    mentor, guardian = office.staff.somebody(Role.MENTOR), office.staff.somebody(Role.GUARDIAN, unit="")
    office.staff.name(case_id, mentor, Role.MENTOR)
    office.staff.name(case_id, guardian, Role.GUARDIAN, Relation.GUARDIAN_OF)
    office.staff.block(case_id, guardian)
    page = office.shows(mentor, "people", case_id)
    assert [one.is_blocked for one in named_for(mentor, case_id) if one.role is Role.GUARDIAN] == [True]
    assert list(page.table[0].value.columns) == ["Vem", "Nummer"]
    assert "Håll ärendet" not in told(page)


def test_what_follows_says_of_others_only_where_there_are_others() -> None:
    """Alone there is nobody else, and no emergency."""
    assert what_follows(is_alone=False)[: len(what_follows(is_alone=True))] == what_follows(is_alone=True)
    assert len(what_follows(is_alone=False)) > len(what_follows(is_alone=True))
