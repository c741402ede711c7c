"""«Inställningar» in a real browser: a number that is changed stands in the alert; files are looked at first."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from casework.app_verbs import CASE_FILE
from casework.cases import create_case
from casework.settings import keep_setting
from casework.settings_kinds import SettingsKind
from questionnaire.answers import Choice
from tests.browser.running import App
from tests.browser.steps import choose_in_list, picture
from tests.browser.test_alerts import case_with, go
from tests.casework.test_settings import YEAR
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser

ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261026
DTEND;VALUE=DATE:20261031
SUMMARY:Höstlov
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261002
DTEND;VALUE=DATE:20261003
SUMMARY:Friluftsdag
END:VEVENT
END:VCALENDAR
"""


def calm(page: Page) -> None:
    """Wait until the page has been drawn."""
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_visible()


def open_kind(page: Page, app: App, kind: SettingsKind, title: str) -> None:
    """The page of that kind."""
    page.goto(f"{app.address}/installningar")
    expect(page.get_by_role("heading", name="Inställningar")).to_be_visible()
    page.locator(f".st-key-open_{kind.value} button").click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    calm(page)


def unfold(page: Page, label: str) -> None:
    """Open that part of the page, unless it is open."""
    calm(page)
    part = page.locator("details", has=page.locator("summary", has_text=label)).first
    if part.get_attribute("open") is None:
        part.locator("summary").click()


def give(page: Page, folder: Path, name: str, text: str) -> None:
    """Give that file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)


def told(page: Page) -> Locator:
    """What was just kept."""
    return page.locator(".st-key-setting_told")


def test_a_help_number_that_is_changed_stands_in_the_alert(app: App, page: Page) -> None:
    """With the day that somebody checked it; what is no number is not kept."""
    case_id = case_with(app, TR3=Choice.YES)
    open_kind(page, app, SettingsKind.ROUTINES, "Rutiner och nummer")
    unfold(page, "Ändra numren")
    page.get_by_label("Nummer, 1", exact=True).fill("ring oss")
    page.get_by_role("button", name="Spara numren").click()
    expect(page.get_by_text("Det här är inget telefonnummer: ring oss.")).to_be_visible()
    page.get_by_label("Nummer, 1", exact=True).fill("0500-12 34 56")
    page.get_by_text("Jag har kontrollerat numren i dag").click()
    picture(page, "70-installningar-numren")
    page.get_by_role("button", name="Spara numren").click()
    expect(told(page)).to_contain_text("116 111 blir 0500-12 34 56")

    go(page, app, "att-ta-hand-om", case_id)
    unfold(page, "Nummer att ringa nu")
    expect(page.get_by_text("0500-12 34 56")).to_be_visible()
    expect(page.get_by_text("Kommunen har inte kontrollerat numren än.")).to_have_count(0)


def test_a_bad_file_changes_nothing_and_a_good_one_can_be_put_back(app: App, page: Page, tmp_path: Path) -> None:
    """Every fault is listed; a good file is shown as what it changes before it is kept."""
    open_kind(page, app, SettingsKind.CALENDAR, "Läsår och lov")
    give(page, tmp_path, "lasar.toml", YEAR.replace("2026-10-30", "2026-10-01").replace("2027-06-11", "2029-06-11"))
    expect(page.get_by_text("Det här behöver rättas i filen")).to_be_visible()
    expect(page.get_by_text("Slutet ligger inte efter början.")).to_be_visible()
    expect(page.get_by_role("button", name="Lägg in filen")).to_have_count(0)
    picture(page, "71-installningar-fel-i-filen")
    assert not (app.folder / "lasar.toml").exists()

    page.get_by_role("button", name="Välj en annan fil").click()
    calm(page)
    give(page, tmp_path, "lasar.toml", YEAR)
    expect(page.get_by_text("2026/27: 2 lov och 1 studiedag tillkommer")).to_be_visible()
    assert not (app.folder / "lasar.toml").exists()
    page.get_by_role("button", name="Lägg in filen").click()
    expect(told(page)).to_contain_text("Sparat, och gäller från nu.")
    expect(page.get_by_text("Sportlov").first).to_be_visible()
    picture(page, "72-installningar-lasar")

    unfold(page, "Tidigare versioner")
    page.get_by_role("button", name="Gå tillbaka till det som levereras").click()
    expect(told(page)).to_contain_text("2026/27: 2 lov och 1 studiedag tas bort")
    unfold(page, "Tidigare versioner")
    page.get_by_role("button", name="Lägg tillbaka").click()
    expect(told(page)).to_contain_text("2026/27: 2 lov och 1 studiedag tillkommer")
    assert (app.folder / "lasar.toml").read_text("utf-8") == YEAR


def test_lov_come_out_of_the_school_s_own_calendar_file(app: App, page: Page, tmp_path: Path) -> None:
    """What does not say that school is closed is left out, and told."""
    open_kind(page, app, SettingsKind.CALENDAR, "Läsår och lov")
    give(page, tmp_path, "skolan.ics", ICS)
    expect(page.get_by_text("2026/27: 1 lov tillkommer")).to_be_visible()
    expect(page.get_by_text("Friluftsdag")).to_be_visible()
    page.get_by_role("button", name="Lägg in filen").click()
    expect(told(page)).to_contain_text("Höstlov")


def test_a_case_is_told_that_the_school_s_calendar_has_changed(app: App, page: Page) -> None:
    """It takes it in with one tap, and not before."""
    store = opened_store(app.folder / CASE_FILE)
    case_id = create_case(store, name="Test T.")
    keep_setting(store, SettingsKind.CALENDAR, YEAR.encode(), folder=app.folder)
    go(page, app, "ramar", case_id)
    expect(page.get_by_text("Skolans kalender har ändrats")).to_be_visible()
    expect(page.get_by_role("textbox", name="Lov och lediga dagar")).to_have_value("")
    picture(page, "73-kalendern-har-andrats")
    page.get_by_role("button", name="Ta in skolans kalender").click()
    expect(page.get_by_text("Skolans kalender har ändrats")).to_have_count(0)
    expect(page.get_by_role("textbox", name="Lov och lediga dagar")).to_have_value(
        "2026-10-26–2026-10-30 Höstlov\n2026-11-13 Studiedag\n2027-02-22–2027-02-26 Sportlov"
    )


def test_a_room_is_written_down_and_can_be_taken_away(app: App, page: Page) -> None:
    """With what it may be used for; without that nothing is kept."""
    open_kind(page, app, SettingsKind.ROOMS, "Salar och lugna platser")
    unfold(page, "Lägg till eller ändra ett rum")
    page.get_by_label("Namn", exact=True).fill("Lugna rummet")
    page.get_by_role("button", name="Spara rummet").click()
    expect(page.get_by_text("Välj vad rummet används som.")).to_be_visible()
    page.get_by_role("button", name="Lugn plats att gå till").click()
    page.get_by_label("Platser", exact=True).fill("4")
    page.get_by_role("button", name="Spara rummet").click()
    expect(told(page)).to_contain_text("Nytt rum: Lugna rummet: Lugn plats att gå till, 4 platser")
    unfold(page, "Lägg till eller ändra ett rum")
    calm(page)
    choose_in_list(page, "Vilket rum?", "Lugna rummet")
    page.get_by_role("button", name="Ta bort rummet").click()
    expect(told(page)).to_contain_text("Lugna rummet tas bort")
