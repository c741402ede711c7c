"""A municipality's log-in in a real browser, over SQLite, with a provider of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from casework import people
from planning.access import Role
from storage.actor import SYSTEM
from storage.store import CaseStore
from tests.browser.logged import LoggedApp
from tests.browser.provider_app import provider_running
from tests.browser.running import free_port
from tests.opened_store import opened_keys, ready_folder
from tests.ui.mock_provider import CLIENT, MockProvider

pytestmark = pytest.mark.browser


@pytest.fixture
def provider() -> Iterator[MockProvider]:
    """The provider."""
    with provider_running() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path, provider: MockProvider) -> CaseStore:
    """What the installation keeps, with one coach in it."""
    folder = tmp_path / "data"
    ready_folder(folder)
    made = CaseStore(folder / "gemensam.stegvis", opened_keys(folder), SYSTEM)
    unit = people.add_unit(made, "Påhittade skolan")
    coach = people.add_user(made, provider.lives_at, "coach", "Coach Exempel")
    people.give_role(made, coach, Role.COACH, unit)
    return made


def serve(tmp_path: Path, provider: MockProvider) -> LoggedApp:
    """One process of the installation."""
    folder, port = tmp_path / "data", free_port()
    environment = {
        **ready_folder(folder),
        "STEGVIS_DATABASE": f"sqlite:///{folder / 'gemensam.stegvis'}",
        "STEGVIS_ADDRESS": f"http://127.0.0.1:{port}",
        "STEGVIS_OIDC_ISSUER": provider.lives_at,
        "STEGVIS_OIDC_CLIENT_ID": CLIENT,
    }
    app = LoggedApp(folder=folder, port=port, environment=environment)
    app.start()
    return app


def log_in(page: Page, app: LoggedApp) -> None:
    """From the door to the start page."""
    page.goto(app.address)
    page.get_by_role("link", name="Logga in").click()
    expect(page.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()


def test_in_and_out_in_every_tab(
    context: BrowserContext, page: Page, tmp_path: Path, store: CaseStore, provider: MockProvider
) -> None:
    """A coach logs in, begins a case, logs out: the other tab is emptied and the provider is told."""
    app = serve(tmp_path, provider)
    try:
        log_in(page, app)
        page.get_by_label("Vad vill eleven kallas?").fill("Kim Exempel")
        page.get_by_role("button", name="Börja", exact=True).click()
        expect(page.get_by_role("heading", name="Elevens vanliga schema")).to_be_visible()
        other = context.new_page()
        other.goto(page.url)
        expect(other.get_by_text("Kim Exempel")).to_be_visible()
        page.get_by_role("button", name="Logga ut").click()

        expect(page.get_by_role("heading", name="Utloggad hos leverantoren")).to_be_visible()
        expect(other.get_by_role("heading", name="Logga in i Stegvis")).to_be_visible()
        assert "Kim" not in other.content()
        assert "Kim" not in app.log
    finally:
        app.kill()


def test_what_is_ended_elsewhere_is_ended_here(
    page: Page, tmp_path: Path, store: CaseStore, provider: MockProvider
) -> None:
    """An administrator stops somebody from another process: their tab is emptied, and they are told whom to ask."""
    app = serve(tmp_path, provider)
    try:
        log_in(page, app)
        (user,) = people.list_users(store)
        people.set_active(store, user.id, is_active=False)
        expect(page.get_by_role("heading", name="Logga in i Stegvis")).to_be_visible()
        page.get_by_role("link", name="Logga in").click()

        expect(page.get_by_text("Be den som är administratör")).to_be_visible()
    finally:
        app.kill()
