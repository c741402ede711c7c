"""Two screens at the same question: both answers are kept and shown, and one tap settles which holds."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from casework.cases import list_cases, open_case
from casework.unlocking import CASE_FILE
from questionnaire.two_answers import two_answers
from tests.browser.running import App
from tests.browser.steps import GUARD, question, saved
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def open_matters(app: App) -> int:
    """How many questions wait for somebody to say which answer holds, as the case file has it."""
    store = opened_store(app.folder / CASE_FILE)
    found = two_answers(open_case(store, list_cases(store)[0].id).events)
    store.close()
    return len(found)


def tap(page: Page, choice: str) -> None:
    """One tap, stored."""
    page.wait_for_timeout(GUARD)
    page.locator(f"[data-choice={choice}]").click()
    saved(page)


def test_two_who_answer_past_each_other_are_asked_which_holds(demo: App, page: Page, browser: Browser) -> None:
    """Neither sees the other's tap; the summary shows both answers, and one tap settles it."""
    page.goto(demo.address)
    expect(page.locator(".choices:not(.two)")).to_be_visible()
    saved(page)
    other = browser.new_context(locale="sv-SE", viewport={"width": 820, "height": 1180}).new_page()
    # It lies face down: nothing of what is answered here reaches it before it is tapped.
    other.add_init_script("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
    other.goto(page.url)
    expect(other.locator(".card h2")).to_have_text(question(page))
    asked = question(page)
    tap(page, "no")
    tap(other, "dont_know")
    assert open_matters(demo) == 1

    other.get_by_role("button", name="Sammanfattning").click()
    told = other.locator(".st-key-two_answers")
    expect(told).to_contain_text(asked)
    expect(told.get_by_role("button", name="Det här gäller")).to_have_count(2)
    told.get_by_role("button", name="Det här gäller").first.click()
    expect(told).to_have_count(0)
    assert open_matters(demo) == 0
    other.context.close()
