"""One coach alone shows the page to those at home, lends the screen with the week, and finds one case among many."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from casework.app_verbs import CASE_FILE, make_plan
from casework.cases import CaseId, CaseStore, create_case, open_case, take_in_timetable, write_facts
from casework.course_verbs import close
from planning.workflow.moves import Ending, Given
from tests.browser.house import drawn
from tests.browser.running import App
from tests.browser.steps import picture
from tests.casework.lived_cases import facts_of_today
from tests.casework.small_week import week
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


@pytest.fixture
def store(app: App) -> Iterator[CaseStore]:
    """The coach's own."""
    app.folder.mkdir(parents=True, exist_ok=True)
    opened = opened_store(app.folder / CASE_FILE)
    yield opened
    opened.close()


def planned(store: CaseStore) -> CaseId:
    """A case with a plan that begins this week."""
    case_id = create_case(store, name="Kim Exempel")
    write_facts(store, case_id, facts_of_today("Kim"))
    take_in_timetable(store, case_id, week())
    make_plan(store, open_case(store, case_id))
    return case_id


def test_the_student_has_the_screen_with_the_week_and_nothing_else(app: App, page: Page, store: CaseStore) -> None:
    """The bar is gone, every other address leads back, and the coach's code takes the screen."""
    case_id = planned(store)
    page.goto(f"{app.address}/min-vecka?arende={case_id}")
    expect(page.get_by_text("Så här ser det ut för eleven.")).to_be_visible()
    page.get_by_role("button", name="Ge skärmen till eleven").click()
    page.get_by_label("Välj en kod, minst fyra tecken").fill("1234")
    page.get_by_role("button", name="Lämna över skärmen").click()
    give_back = page.get_by_role("button", name="Ge tillbaka skärmen")
    expect(give_back).to_be_visible()
    expect(page.get_by_role("button", name="Insynsskydd")).to_have_count(0)
    expect(page.get_by_text("Så här ser det ut för eleven.")).to_have_count(0)
    picture(page, "min-vecka-lanad")
    page.goto(f"{app.address}/dokument?arende={case_id}")
    expect(page).to_have_url(re.compile("/din-tur"))
    page.goto(f"{app.address}/min-vecka?arende={case_id}")
    give_back.click()
    page.get_by_label("Coachens kod").fill("1234")
    page.get_by_role("button", name="Ta tillbaka skärmen").click()
    expect(page.get_by_role("button", name="Insynsskydd")).to_be_visible()


def test_the_coach_shows_the_page_to_those_at_home(app: App, page: Page, store: CaseStore) -> None:
    """From the documents, as a proposal, with a way to print it."""
    case_id = planned(store)
    page.goto(f"{app.address}/dokument?arende={case_id}")
    page.get_by_role("button", name="Se hemmets sida på skärmen").click()
    expect(page.get_by_text("Så här ser det ut för hemmet.")).to_be_visible()
    expect(page.get_by_text("Rektorn har inte beslutat än.").first).to_be_visible()
    expect(page.get_by_role("button", name="Skriv ut sidan")).to_be_visible()
    picture(page, "hemma-visad")


def test_many_cases_are_found_by_name_and_ended_ones_are_folded(app: App, page: Page, store: CaseStore) -> None:
    """With a kind word where nobody is called that."""
    for n in range(11):
        create_case(store, name=f"Elev {chr(ord('A') + n)}")
    ended = create_case(store, name="Slutad")
    close(store, ended, Given(day=facts_of_today().ladder.first_monday, ending=Ending.NEVER_BEGUN))
    page.goto(app.address)
    expect(page.get_by_role("heading", name="Dina ärenden")).to_be_visible()
    drawn(page)
    cards = page.locator("[class*='st-key-case_card_']:visible")
    expect(cards).to_have_count(11)
    expect(page.get_by_text("1 avslutat ärende")).to_be_visible()
    looked_for = page.get_by_label("Sök på namn eller initialer")
    looked_for.fill("elev c")
    looked_for.press("Enter")
    expect(cards).to_have_count(1)
    picture(page, "start-sok")
    looked_for.fill("ingen")
    looked_for.press("Enter")
    expect(page.get_by_text("Ingen heter så.")).to_be_visible()
