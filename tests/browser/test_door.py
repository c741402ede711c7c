"""The door in a real browser: what is behind it is gone from every tab when it closes, and nothing leaks beside it."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.logged import PHRASE, LoggedApp, choose_passphrase, unlock
from tests.browser.running import free_port
from tests.browser.steps import drop_table

pytestmark = pytest.mark.browser
CANARY = "Zebrafink"
SECONDS_TO_CLOSE = 12
"""Every open tab is emptied within so long; asked every four seconds, and the machine may be busy."""


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[LoggedApp]:
    """An app on its first start."""
    running = LoggedApp(folder=tmp_path / "data", port=free_port())
    running.start()
    yield running
    running.kill()


def begin_case(page: Page, name: str = CANARY) -> None:
    """A case, from the start page."""
    page.get_by_label("Vad vill eleven kallas?").fill(name)
    page.get_by_role("button", name="Börja", exact=True).click()
    expect(page.get_by_role("heading", name="Elevens vanliga schema")).to_be_visible()


def status(address: str, cookie: str = "") -> int:
    """What a plain request gets."""
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_lock_empties_every_tab_and_opens_with_the_passphrase_again(
    browser: Browser, context: BrowserContext, page: Page, locked: LoggedApp
) -> None:
    """Also in a tab that nobody looks at; a copied cookie opens nothing; one comes back to where one was."""
    choose_passphrase(page, locked)
    begin_case(page)
    other = context.new_page()
    other.goto(page.url)
    expect(other.get_by_text(CANARY)).to_be_visible()
    copied = context.cookies()
    page.get_by_role("button", name="Lås nu").click()

    expect(page.get_by_role("heading", name="Stegvis är låst")).to_be_visible()
    expect(other.get_by_role("heading", name="Stegvis är låst")).to_be_visible(timeout=SECONDS_TO_CLOSE * 1000)
    assert CANARY not in page.content() + other.content()
    thief = browser.new_context()
    thief.add_cookies(copied)  # type: ignore[arg-type]  # playwright's own cookies
    stolen = thief.new_page()
    stolen.goto(locked.address)
    expect(stolen.get_by_role("heading", name="Stegvis är låst")).to_be_visible()
    thief.close()

    page.get_by_label("Lösenfras", exact=True).fill("fel fras, men lång nog")
    page.get_by_role("button", name="Öppna").click()
    expect(page.get_by_role("alert")).to_have_text("Lösenfrasen stämmer inte.")
    unlock(page)
    expect(page.get_by_role("heading", name="Elevens vanliga schema")).to_be_visible()


def test_another_browser_on_the_computer_is_asked_too(browser: Browser, page: Page, locked: LoggedApp) -> None:
    """While the first is in; and a program without a cookie gets nothing of the app."""
    choose_passphrase(page, locked)
    second = browser.new_context().new_page()
    second.goto(locked.address)
    expect(second.get_by_role("heading", name="Stegvis är låst")).to_be_visible()
    unlock(second)
    expect(second.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()
    second.context.close()

    paths = ("/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/media/x.pdf", "/_stcore/upload_file/a/b")
    assert {status(locked.address + path) for path in paths} <= {401, 404}


def test_the_printed_key_opens_when_the_passphrase_is_forgotten(page: Page, locked: LoggedApp) -> None:
    """After a start, with the signs as somebody types them."""
    recovery = choose_passphrase(page, locked)
    # The tab would otherwise show the door by itself, at the same moment as it is asked for here.
    page.goto("about:blank")
    locked.kill()
    locked.start()
    page.goto(locked.address)
    page.get_by_role("link", name="Jag har glömt lösenfrasen").click()
    page.get_by_label("Återställningsnyckel").fill(recovery.lower().replace("-", " "))
    page.get_by_label("Ny lösenfras").fill("tre nya ord att minnas")
    page.get_by_label("Samma en gång till").fill("tre nya ord att minnas")
    page.get_by_role("button", name="Öppna och byt lösenfras").click()
    expect(page.get_by_role("heading", name="Din återställningsnyckel")).to_be_visible()

    assert "-".join(page.locator(".recovery span").all_inner_texts()) != recovery
    assert PHRASE not in locked.log


def test_nobody_there_for_a_while_locks(page: Page, tmp_path: Path) -> None:
    """The page is emptied and the keys are dropped by themselves (here after one minute)."""
    app = LoggedApp(folder=tmp_path / "data", port=free_port(), environment={"STEGVIS_IDLE_MINUTES": "1"})
    app.start()
    try:
        choose_passphrase(page, app)
        page.wait_for_timeout(45_000)
        page.mouse.move(200, 300)
        page.wait_for_timeout(30_000)
        expect(page.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()
        expect(page.get_by_role("heading", name="Stegvis är låst")).to_be_visible(timeout=90_000)
    finally:
        app.kill()


def test_names_are_veiled_in_this_tab_until_wanted(context: BrowserContext, page: Page, locked: LoggedApp) -> None:
    """Initials instead of names, also after a reload; another tab shows what it showed."""
    choose_passphrase(page, locked)
    begin_case(page, "Kim Exempel")
    page.get_by_role("button", name="Insynsskydd").click()
    expect(page.locator(".whose")).to_have_text("K. E.")
    page.locator(".home").click()
    for _ in range(2):
        expect(page.get_by_role("heading", name="Dina ärenden")).to_be_visible()
        expect(page.locator("[class*=st-key-case_card_]").get_by_text("K. E.", exact=True)).to_be_visible()
        page.reload()
    expect(page.get_by_role("heading", name="Dina ärenden")).to_be_visible()
    heading = page.get_by_test_id("stHeading").filter(has_text="Dina ärenden")
    expect(heading).to_have_css("filter", re.compile("blur"))
    other = context.new_page()
    other.goto(locked.address)
    expect(other.get_by_text("Kim Exempel", exact=True)).to_be_visible()
    page.get_by_role("button", name="Insynsskydd").click()
    expect(page.get_by_text("Kim Exempel", exact=True)).to_be_visible()


def test_a_tour_tells_nothing_beside_the_page(page: Page, locked: LoggedApp, tmp_path: Path) -> None:
    """No name in addresses, titles, headers or the log; nobody else is asked for anything; no rule is broken."""
    told: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: told.append(request.url))
    page.on("response", lambda answer: told.extend(f"{name}: {value}" for name, value in answer.headers.items()))
    page.on("console", lambda line: broken.append(line.text) if "Content Security Policy" in line.text else None)
    choose_passphrase(page, locked)
    begin_case(page)
    drop_table(page, tmp_path)
    for stop in ("questions", "plan"):
        page.locator(f".stop[data-page={stop}]").click()
        page.wait_for_timeout(2500)
        told.append(page.title())
    page.locator(".home").click()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hämta: Dagens blad").click()
    told += [fetched.value.url, fetched.value.suggested_filename]
    page.get_by_role("button", name="Lås nu").click()
    expect(page.get_by_role("heading", name="Stegvis är låst")).to_be_visible()

    assert broken == []
    assert any("/hamta/" in line for line in told)
    assert [line for line in told if CANARY in line or PHRASE in line] == []
    assert {line.split("/")[2] for line in told if line.startswith(("http:", "https:"))} == {f"127.0.0.1:{locked.port}"}
    assert CANARY not in locked.log


def test_a_file_is_handed_out_once_and_to_its_own_session(browser: Browser, page: Page, locked: LoggedApp) -> None:
    """The second time 404, and 404 for another session that has the address."""
    choose_passphrase(page, locked)
    begin_case(page)
    page.locator(".home").click()
    page.evaluate("HTMLAnchorElement.prototype.click = function () { window.caught = this.href; }")
    page.get_by_role("button", name="Hämta: Dagens blad").click()
    while not (caught := page.evaluate("window.caught")):
        page.wait_for_timeout(200)
    second = browser.new_context().new_page()
    second.goto(locked.address)
    unlock(second)
    expect(second.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()

    def fetched(tab: Page) -> int:
        return int(tab.evaluate("address => fetch(address).then(answer => answer.status)", caught))

    assert fetched(second) == 404
    assert status(caught) == 404
    assert [fetched(page), fetched(page)] == [200, 404]
    second.context.close()
