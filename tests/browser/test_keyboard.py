"""The keyboard alone is enough: every question of the full route and of the guardians' form, and all tools."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from planning.needs.base import Respondent
from questionnaire.answers import fold
from questionnaire.bank import load_bank
from questionnaire.route import Route, guardian_items, shown_items
from tests.browser.mounted import FREE_TEXT, Mounted
from tests.browser.steps import GUARD
from tests.questionnaire.sample_answers import WEEK
from ui.components.questionnaire import Asking, Turn

pytestmark = pytest.mark.browser

BANK = load_bank()
MOST_STEPS = 60
"""More presses of Tab than any screen has things to stop at."""
FOCUS = """() => {
  const it = document.querySelector("main").shadowRoot.activeElement;
  if (!it) return null;
  const style = getComputedStyle(it);
  const bar = getComputedStyle(it, "::after").backgroundColor;
  const isOutlined = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2;
  const seen = it.matches("h2") ? bar !== "rgba(0, 0, 0, 0)" : isOutlined;
  return { seen, choice: it.dataset.choice, act: it.dataset.act, code: it.dataset.code, text: it.textContent };
}"""  # fmt: skip


def opened(page: Page, turn: Turn) -> Mounted:
    """The questions from the beginning; nothing is touched but keys."""
    asking = Mounted(page, Asking(BANK, WEEK, (), "a-case", turn))
    asking.open()
    return asking


def go_to(page: Page, name: str, value: str | None = None) -> None:
    """Press Tab until it is reached; wherever the focus lands, it can be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            continue
        assert focus["seen"], focus
        if focus.get(name) is not None and value in (None, focus[name]):
            return
    raise AssertionError(f"{name} {value} cannot be reached")


def press(page: Page, name: str, value: str | None = None, key: str = "Enter") -> None:
    """Go there and press."""
    go_to(page, name, value)
    page.wait_for_timeout(GUARD)
    page.keyboard.press(key)


def answer(page: Page) -> None:
    """Say yes where one can, tick the first box, and say that one is ready; then the next screen is there."""
    asked = page.locator(".card h2").inner_text()
    if page.locator("[data-choice=yes]").count():
        press(page, "choice", "yes")
    if page.locator(".boxes.one").count():
        press(page, "code", key="Space")
    elif page.locator(".box").count():
        press(page, "code", key="Space")
        expect(page.locator(".box[aria-pressed=true]").first).to_be_visible()
        press(page, "choice", "ready")
    expect(page.locator(".card h2")).not_to_have_text(asked)


def answer_all(asking: Mounted) -> None:
    """To the last question; the heading has the focus when a question comes, and nothing can be written."""
    page = asking.page
    while page.locator("[data-choice]").count():
        assert page.locator(FREE_TEXT).count() == 0
        asked = asking.question()
        assert page.evaluate(FOCUS)["text"] == asked
        answer(page)


def test_the_student_walks_the_full_route_and_the_private_questions(page: Page) -> None:
    """Every question that the answers open has an answer at the end."""
    asking = opened(page, Turn.ALONE)
    press(page, "act", "begin")
    answer_all(asking)
    press(page, "act", "private")
    answer_all(asking)
    expect(page.locator("[data-act=private]")).to_have_count(0)
    press(page, "act", "leave")

    sheet = fold(asking.stored)
    asked = {item.id for item in shown_items(BANK, sheet, Route.FULL, pupil_mode=True)}
    assert len(asked) > 60
    assert set(sheet.answers) == asked
    assert page.evaluate("left") == ["end"]


def test_the_guardians_walk_their_form(page: Page) -> None:
    """All of it, in the guardians' name."""
    asking = opened(page, Turn.GUARDIAN)
    press(page, "act", "begin")
    answer_all(asking)
    press(page, "act", "leave")

    sheet = fold(asking.stored)
    assert set(sheet.answers) == {item.id for item in guardian_items(BANK, sheet)}
    assert {answer.by for answer in sheet.answers.values()} == {Respondent.GUARDIAN}


def test_undo_pause_and_tools_are_reached(page: Page) -> None:
    """Tab and Enter do all that a finger does, and Escape closes a dialog."""
    asking = opened(page, Turn.TOGETHER)
    press(page, "act", "begin")
    first = asking.question()
    answer(page)
    press(page, "act", "undo")
    expect(page.locator(".card h2")).to_have_text(first)
    press(page, "act", "aids")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    press(page, "act", "pause")
    expect(page.locator(".card h2")).to_have_text("Bra jobbat")
    go_to(page, "text", "Fortsätt lite till")
    page.keyboard.press("Enter")

    expect(page.locator(".card h2")).to_have_text(first)


def test_a_held_enter_ticks_once(page: Page) -> None:
    """A box does not flicker under a key that is held."""
    asking = opened(page, Turn.ADULT)
    press(page, "act", "begin")
    expect(page.locator(".boxes:not(.one) .box").first).to_be_visible()
    page.wait_for_timeout(GUARD)
    go_to(page, "code")
    for _ in range(6):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    expect(page.locator(".box[aria-pressed=true]")).to_have_count(1)
    assert asking.question()
