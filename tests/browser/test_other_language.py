"""A third language is one file beside the cases: it is offered, remembered, and may run from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casework.app_verbs import CASE_FILE
from casework.demo import DEMO_CASE, seed_demo
from tests.browser.house import drawn
from tests.browser.logged import LoggedApp
from tests.browser.looks import ask
from tests.browser.running import ARTEFACTS, free_port
from tests.opened_store import opened_store, ready_folder
from tests.wording.other_language import CODE, pretend, write_language

pytestmark = pytest.mark.browser

PICTURES = ARTEFACTS / "pages"
SIZES = {"320": (320, 640), "390": (390, 844), "1440": (1440, 900)}
SWEDISH = re.compile(r"\b(och|att|inte|vara|frågor|skolan|svar|dig|era)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoggedApp]:
    """An app beside whose cases lie one more language, and a file that is none."""
    folder = tmp_path_factory.mktemp("other") / "data"
    environment = ready_folder(folder)
    store = opened_store(folder / CASE_FILE)
    seed_demo(store)
    store.close()
    write_language(folder / "locales")
    bad = folder / "locales" / "fi" / "LC_MESSAGES" / "stegvis.po"
    bad.parent.mkdir(parents=True)
    bad.write_text("det här är ingen katalog", "utf-8")
    running = LoggedApp(folder=folder, port=free_port(), environment=environment)
    running.start()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One browser for all of it: what it remembers is part of the promise."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def go(page: Page, app: LoggedApp, path: str) -> None:
    """The page at that path in the invented student's case, drawn."""
    page.goto(f"{app.address}/{path}?arende={DEMO_CASE}")
    drawn(page)


def test_a_file_that_is_none_is_told_of_where_the_app_starts_and_left_out(app: LoggedApp) -> None:
    """In one line, with its place; the app runs."""
    told = [line for line in app.log.splitlines() if "Språkfilen" in line]
    assert len(told) == 1
    assert str(Path("fi") / "LC_MESSAGES" / "stegvis.po") in told[0]
    assert app.is_well()


def test_the_language_is_chosen_in_the_bar_and_remembered(app: LoggedApp, page: Page) -> None:
    """By its own name; the page tells its language and which way it runs, after a reload and at the door too."""
    go(page, app, "ramar")
    offered = page.get_by_role("combobox", name="Språk")
    assert offered.locator("option").all_inner_texts() == ["Svenska", "English", "Provspråk"]
    offered.select_option(label="Provspråk")
    expect(page.locator("html")).to_have_attribute("lang", CODE)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", name=pretend("Trappan"))).to_be_visible()
    page.reload()
    drawn(page)
    expect(page.get_by_role("heading", name=pretend("Trappan"))).to_be_visible()
    lost = page.request.get(f"{app.address}/finns-inte", headers={"accept": "text/html"}).text()
    assert pretend("Sidan finns inte") in lost
    assert 'dir="rtl"' in lost


@pytest.mark.parametrize("path", ["vardnadshavare", "fragor", "hemma", "sammanfattning"])
def test_what_a_family_meets_is_read_from_the_right_and_fits(app: LoggedApp, page: Page, path: str) -> None:
    """The questions too come through the file; no width scrolls sideways, and no sentence stands in Swedish."""
    page.context.add_cookies([{"name": "stegvis_sprak", "value": CODE, "url": app.address}])
    if path == "hemma":
        go(page, app, "plan")
    go(page, app, path)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        page.screenshot(path=PICTURES / f"rtl-{path}-{name}.png")
        assert ask(page, "tooWide") == [], name

    said = [text for text, _ in ask(page, "words")]
    assert [text for text in said if SWEDISH.search(text)] == []
    page.set_viewport_size({"width": 1440, "height": 900})
    head = page.locator("h1, h2").filter(visible=True).first
    assert head.evaluate("(it) => getComputedStyle(it).direction") == "rtl"
    assert head.evaluate("(it) => ['start', 'right', 'center'].includes(getComputedStyle(it).textAlign)")
