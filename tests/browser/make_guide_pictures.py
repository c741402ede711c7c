"""Makes the pictures of the guides anew, from the invented student: `python -m tests.browser.make_guide_pictures`.

Each guide in docs/ names its pictures; a test sees to it that every one that is named is made here, and none besides.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.answered_town import PHONE, Town, town_with_proposal
from tests.browser.house import drawn, house_of
from tests.browser.make_pictures import keep
from tests.browser.pages_shown import SHOWN

LAPTOP = {"viewport": {"width": 1180, "height": 820}}
SMALL = {"viewport": {"width": 390, "height": 844}}
START = "guide-coach-start"
COACH: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "guide-coach-timetable": ("timetable-empty", LAPTOP),
    "guide-coach-question": ("questions", SMALL),
    "guide-coach-summary": ("summary", LAPTOP),
    "guide-coach-plan": ("plan", LAPTOP),
    "guide-coach-lesson": ("plan-lesson", LAPTOP),
    "guide-coach-documents": ("documents", LAPTOP),
}
"""The pictures by their names: which page it is, by its key on the list of pages, and on what it is seen."""


def made_for_coaches(browser: Browser) -> None:
    """Those of the coach's guide: one house for each size."""
    reach = {one.key: one.reach for one in SHOWN}
    for size in (LAPTOP, SMALL):
        with house_of(browser, **size) as house:
            if size is LAPTOP:
                # Alone, the house has a damaged case on its list.
                keep(_still(house.go("coach", "")).screenshot(), f"{START}.png")
            for name, (key, wanted) in COACH.items():
                if wanted is size:
                    keep(_still(reach[key](house)).screenshot(), f"{name}.png")


def _still(page: Page) -> Page:
    """Nothing moves and nothing is pointed at."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(600)
    return page


def rektor_overview(page: Page, town: Town) -> bytes:
    """What is asked, on one screen."""
    page.goto(f"{town.app.address}/rektor?arende={town.case}")
    drawn(page)
    return _still(page).screenshot()


def rektor_lesson(page: Page, _: Town) -> bytes:
    """A lesson opened to be written about."""
    page.get_by_role("button", name="Skolan har tagit emot det").tap()
    drawn(page)
    lesson = page.locator(".lesson").filter(has_text="Bild").first
    lesson.scroll_into_view_if_needed()
    lesson.tap()
    page.locator("textarea#text").fill("Kan Bild få vänta till steg 2?")
    return _still(page).screenshot()


def rektor_decide(page: Page, _: Town) -> bytes:
    """The answer."""
    page.get_by_role("button", name="Spara kommentaren").tap()
    drawn(page)
    page.locator('[class*="st-key-principal_ruling"] label').filter(has_text="Beslut").first.tap()
    drawn(page)
    page.locator('[class*="st-key-principal_ruling"]').first.scroll_into_view_if_needed()
    return _still(page).screenshot()


REKTOR: Mapping[str, Callable[[Page, Town], bytes]] = {
    "guide-rektor-overview": rektor_overview,
    "guide-rektor-lesson": rektor_lesson,
    "guide-rektor-decide": rektor_decide,
}


def made_for_rektors(browser: Browser) -> None:
    """Those of the rektor's guide, on a phone."""
    with tempfile.TemporaryDirectory(prefix="stegvis-guide-") as folder:
        town = town_with_proposal(Path(folder))
        try:
            town.app.start()
            page = town.tab(browser, "rektor", **PHONE)
            for name, take in REKTOR.items():
                keep(take(page, town), f"{name}.png")
        finally:
            town.close()


def main() -> None:
    """Both guides."""
    chromium = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        made_for_coaches(browser)
        made_for_rektors(browser)


if __name__ == "__main__":
    main()
