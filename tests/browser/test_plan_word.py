"""What the student says of the draft, on the page where it is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import App
from tests.browser.steps import GUARD, picture

pytestmark = pytest.mark.browser


def plan(app: App, page: Page) -> None:
    """The draft of the invented student's plan."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_role("heading", name="Vad blev rätt i planen?")).to_be_visible(timeout=60_000)


def test_a_part_that_is_not_right_leads_to_its_answers_and_back_to_a_new_plan(demo: App, page: Page) -> None:
    """The question is opened again, and the plan is made with the new answer without asking."""
    plan(demo, page)
    page.get_by_text("Ämnena", exact=True).click()
    expect(page.get_by_text("Vill du ändra något?")).to_be_visible()
    page.locator("summary").get_by_text("Tiderna").click()
    picture(page, "22-vad-blev-ratt")
    page.locator("[class*='st-key-change_times_TI4']").get_by_role("button", name="Ändra svar").click()
    expect(page.locator(".card h2")).to_have_text("Hur länge orkar du vara där första gången?")
    page.wait_for_timeout(GUARD)
    page.locator(".box[data-code='15_minutes']").click()
    page.get_by_role("button", name="Tillbaka", exact=True).click()

    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Något har ändrats sedan planen gjordes.")).to_have_count(0)
    expect(page.get_by_role("heading", name="Vad blev rätt i planen?")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("checkbox", name="Ämnena")).not_to_be_checked()


def test_one_of_three_smaller_first_steps_is_chosen(demo: App, page: Page) -> None:
    """It is asked about anew, and «Ja» leaves it as it is."""
    plan(demo, page)
    page.get_by_role("button", name="Nej", exact=True).click()
    expect(page.get_by_role("button", name="Välj det här")).to_have_count(3, timeout=90_000)
    picture(page, "23-tre-mindre-steg")
    page.locator("[class*='st-key-smaller_place_down']").get_by_role("button", name="Välj det här").click()
    expect(page.get_by_text("Du valde ett mindre första steg: En plats närmare hemma.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Ja", exact=True).click()

    expect(page.get_by_text("Är första steget lagom? Ja.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Du valde ett mindre första steg")).to_be_visible()


def test_ticks_that_come_quickly_are_all_kept(demo: App, page: Page) -> None:
    """Five taps in a row, none of them waited for, and the plan is as it was."""
    plan(demo, page)
    for part in ("Platsen", "Tiderna", "Ämnena", "Personerna", "Stödet"):
        page.locator(".st-key-plan_parts_boxes").get_by_text(part, exact=True).click()

    expect(page.get_by_text("Allt blev rätt. Tack för att du tittade noga.")).to_be_visible()
    expect(page.get_by_text("Något har ändrats sedan planen gjordes.")).to_have_count(0)
