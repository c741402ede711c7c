"""The coach's day is fetched beside the list of cases, and names those that it has no plan for."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.running import App
from tests.browser.steps import begin_case, picture

pytestmark = pytest.mark.browser


def test_the_day_sheet_is_fetched_where_the_coach_begins(app: App, page: Page) -> None:
    """One tap, one file, every case on it by name; where there is no case there is nothing to fetch."""
    page.goto(app.address)
    expect(page.get_by_role("heading", name="Nytt ärende")).to_be_visible()
    assert page.locator("[data-file='dagblad.pdf']").count() == 0
    begin_case(page, app, "Testina")
    page.goto(app.address)
    expect(page.get_by_role("heading", name="Dagens blad")).to_be_visible()
    picture(page, "19-dagens-blad")
    with page.expect_download() as download:
        page.locator("[data-file='dagblad.pdf']").click()
    assert download.value.suggested_filename == "dagblad.pdf"
    text = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages[0].extract_text()
    assert "Testina: ingen plan än" in " ".join(text.split())
