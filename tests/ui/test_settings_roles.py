"""«Inställningar» as those of a municipality meet it: whose they are, who changes them, and who only sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework.people import add_unit
from casework.settings import keep_setting
from casework.settings_kinds import SettingsKind
from planning.access import Role
from tests.casework.test_settings import YEAR
from tests.ui.staffed_pages import Office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A municipality's installation."""
    return Office(tmp_path, monkeypatch)


def texts(page: AppTest) -> str:
    """Everything that stands on the page, as it is read."""
    return "\n".join([*(one.value for one in page.markdown), *(one.value for one in page.title)]).replace("\\", "")


def labels(page: AppTest) -> list[str]:
    """What can be pressed."""
    return [button.label for button in page.button]


def test_an_administrator_chooses_whose_and_changes_them(office: Office) -> None:
    """Every kind of the whole municipality; of a school those that a school has."""
    keeper = office.staff.somebody(Role.ADMINISTRATOR, unit="")
    unit = add_unit(keeper, "Exempelskolan")
    page = office.shows(keeper, "settings")
    assert not page.exception
    assert page.selectbox[0].options == ["Hela kommunen", "Exempelskolan"]
    assert labels(page).count("Öppna") == len(SettingsKind)
    page.selectbox[0].select(unit).run()
    assert labels(page).count("Öppna") == 2
    page.button(key="open_calendar").click().run()
    assert not page.exception
    assert "Läsår och lov" in texts(page)
    assert "Spara 2026/27" in labels(page)


def test_a_rektor_sees_and_finds_no_button_to_change(office: Office) -> None:
    """And is told who does."""
    keeper = office.staff.somebody(Role.ADMINISTRATOR, unit="")
    keep_setting(keeper, SettingsKind.CALENDAR, YEAR.encode())
    page = office.shows(office.staff.somebody(Role.PRINCIPAL), "settings")
    page.button(key="open_calendar").click().run()
    assert not page.exception
    assert "Administratören ändrar det" in texts(page)
    assert labels(page) == ["Alla inställningar"]
    assert keeper.actor.user[:8] in texts(page)


def test_a_coach_of_a_municipality_is_told_that_they_are_others(office: Office) -> None:
    """In a sentence, with a way back."""
    page = office.shows(office.staff.somebody(Role.COACH), "settings")
    assert not page.exception
    assert len(page.warning) == 1
    assert labels(page) == ["Till början"]


def test_numbers_are_changed_by_a_form_and_the_page_says_what_changed(office: Office) -> None:
    """What is no number changes nothing."""
    page = office.shows(office.staff.somebody(Role.ADMINISTRATOR, unit=""), "settings")
    page.button(key="open_routines").click().run()
    page.text_input(key="number_phone_0").input("ring oss")
    next(button for button in page.button if button.label == "Spara numren").click().run()
    assert "Det här är inget telefonnummer: ring oss." in texts(page)
    page.text_input(key="number_phone_0").input("0500-12 34 56")
    next(button for button in page.button if button.label == "Spara numren").click().run()
    assert not page.exception
    assert "116 111 blir 0500-12 34 56" in texts(page)


@pytest.mark.parametrize(
    ("role", "is_offered"),
    [(Role.ADMINISTRATOR, True), (Role.COORDINATOR, True), (Role.PRINCIPAL, True), (Role.COACH, False),
     (Role.MENTOR, False)],
)  # fmt: skip
def test_the_start_offers_settings_to_those_who_may_see_them(
    office: Office, role: Role, *, is_offered: bool
) -> None:
    """Nobody is led to a closed door."""
    page = office.shows(office.staff.somebody(role), "start")
    assert not page.exception
    assert ("Inställningar" in labels(page)) is is_offered
