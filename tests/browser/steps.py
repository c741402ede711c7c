"""What a person does in the app, said as steps that tests can take."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.running import ARTEFACTS, TABLE, App

WIDTHS = {"390": (390, 844), "820": (820, 1180), "1440": (1440, 900)}
GUARD = 300
"""Milliseconds after which the next tap counts."""


def begin_case(page: Page, app: App, name: str = "Kim Exempel") -> None:
    """A new case."""
    page.goto(app.address)
    page.get_by_label("Vad vill eleven kallas?").fill(name)
    page.get_by_role("button", name="Börja", exact=True).click()
    expect(page.get_by_role("heading", name="Elevens vanliga schema")).to_be_visible()


def drop_table(page: Page, folder: Path) -> None:
    """Give the invented week as a file, and take it in."""
    file = folder / "schema.csv"
    file.write_text(TABLE, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Ja, spara schemat").click()
    page.get_by_role("button", name="Gå vidare").click()
    page.get_by_role("button", name="Spara och gå vidare").click()


def begin_questions(page: Page) -> None:
    """Past the opening words, on the short route."""
    page.get_by_role("button", name="Börja", exact=True).click()
    answer(page, {"Orkar du svara på frågor nu?": "a_few"})


def question(page: Page) -> str:
    """The question that is asked now."""
    return page.locator(".card h2").inner_text()


def answer(page: Page, wanted: Mapping[str, str] = {}) -> None:
    """Answer the question on the screen as wanted; otherwise skip it."""
    asked = question(page)
    page.wait_for_timeout(GUARD)
    code = wanted.get(asked, "skip")
    box = page.locator(f".box[data-code='{code}']")
    if box.count():
        box.click()
        ready = page.locator("[data-choice=ready]")
        if ready.count() and question(page) == asked:
            ready.click()
    else:
        page.locator(f"[data-choice={code}]").click()
        ready = page.locator("[data-choice=ready]")
        if code == "yes" and ready.count() and question(page) == asked:
            page.wait_for_timeout(GUARD)
            ready.click()
    expect(page.locator(".card h2")).not_to_have_text(asked)


def answer_all(page: Page, wanted: Mapping[str, str]) -> list[str]:
    """Answer to the end; the questions in the order they came."""
    asked = []
    while not page.locator("[data-act=leave]").count():
        asked.append(question(page))
        answer(page, wanted)
    return asked


def choose_in_list(page: Page, label: str, name: str) -> None:
    """Open the list with that label and choose; once more where it closed since the page was drawn anew."""
    option = page.get_by_role("option", name=name)
    for _ in range(5):
        page.get_by_label(label).click()
        try:
            option.click(timeout=4000)
        except TooLate:
            continue
        return
    raise AssertionError(f"«{name}» could not be chosen")


def saved(page: Page) -> None:
    """Wait until everything is stored."""
    expect(page.locator(".state").first).to_have_text("Sparat")


def picture(page: Page, name: str) -> None:
    """Pictures of the page at the three widths, to be looked at."""
    ARTEFACTS.mkdir(exist_ok=True)
    for label, (width, height) in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(250)
        page.screenshot(path=ARTEFACTS / f"{name}-{label}.png")
    page.set_viewport_size({"width": 1440, "height": 900})


class Hand:
    """A thumb that counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, what: Locator) -> None:
        """Tap it, and wait until the page stands still."""
        what.scroll_into_view_if_needed()
        what.tap()
        self.taps += 1
        still(self.page)

    def button(self, name: str) -> None:
        """Tap the button of that name."""
        self.tap(self.page.get_by_role("button", name=name, exact=True))


def still(page: Page) -> None:
    """Wait until the page has been drawn."""
    page.locator('[data-test-script-state="notRunning"]').wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(250)


def choose_ruling(hand: Hand, name: str) -> None:
    """Choose what a rektor answers."""
    hand.tap(hand.page.locator('[class*="st-key-principal_ruling"] label').filter(has_text=name).first)
