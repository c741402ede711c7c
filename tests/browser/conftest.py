"""A real app in a process of its own, and a real browser in front of it."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.running import App, free_port

LONGEST_TEST = 300
"""Seconds. A page that never changes must not keep the whole run waiting; where there is no such alarm it may."""


@pytest.fixture(autouse=True)
def _comes_to_an_end() -> Iterator[None]:
    """Stops a test that waits for something that never comes."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done in {LONGEST_TEST} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_TEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# A busy machine is slow, and slowness is not what these tests are about.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this computer. Let go of after each file, since it keeps the thread's event loop to itself."""
    path = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium here; name one in STEGVIS_CHROMIUM")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path)
        yield launched
        launched.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An app without cases."""
    running = App(folder=tmp_path / "data", port=free_port())
    running.start()
    yield running
    running.kill()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[App]:
    """An app with the invented student whose case is half done."""
    running = App(folder=tmp_path / "data", port=free_port(), environment={"STEGVIS_DEMO": "1"})
    running.start()
    yield running
    running.kill()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here, and speaks Swedish."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE", accept_downloads=True)
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()
