"""A plan is changed by hand in a real browser, with nothing but the keyboard, and taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import App
from tests.browser.steps import picture

pytestmark = pytest.mark.browser


def plan(app: App, page: Page) -> None:
    """The invented student's plan, with its third step opened."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_role("heading", name="Vad blev rätt i planen?")).to_be_visible(timeout=60_000)
    page.locator("[data-step='3']").click()
    expect(page.get_by_role("heading", name="Steg 3")).to_be_visible()


def open_lessons(page: Page, box: Locator) -> None:
    """The list of lessons, opened by keyboard; it is drawn anew just after the box around it has opened."""
    lesson = box.get_by_role("combobox")
    for _ in range(10):
        lesson.focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(300)
        if lesson.get_attribute("aria-expanded") == "true":
            break
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_lesson_is_taken_up_and_taken_back_with_the_keyboard(demo: App, page: Page) -> None:
    """The name in the list follows what has been done, and nothing on the way is wider than the screen."""
    plan(demo, page)
    box = page.locator(".st-key-plan_changes")
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    open_lessons(page, box)
    page.keyboard.type("Musik måndag")
    expect(page.get_by_role("option", name="Musik måndag")).to_be_visible()
    page.keyboard.press("Enter")
    box.get_by_role("button", name="Ta upp den här").focus()
    page.keyboard.press("Enter")
    expect(box.get_by_text("Ändringen är gjord.")).to_be_visible()
    expect(box.get_by_role("combobox")).to_have_value("Musik måndag 11.00 · med i steget")
    picture(page, "24-andra-i-planen")

    box.get_by_role("button", name="Ta tillbaka").focus()
    page.keyboard.press("Enter")
    expect(box.get_by_text("Ändringen är tillbakatagen.")).to_be_visible()
    expect(box.get_by_role("combobox")).to_have_value("Musik måndag 11.00 · väntar")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
