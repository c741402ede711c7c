"""The school's answer, dropped in a real browser: looked at, kept, and still there after a reload."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from casework.app_verbs import CASE_FILE
from casework.cases import open_case
from tests.browser.running import App
from tests.browser.steps import picture
from tests.casework.returned_cases import planned_case, sent_proposal
from tests.exports.form_samples import filled
from tests.exports.tampering import drawn_upon
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def test_a_returned_file_is_dropped_looked_at_and_kept(app: App, page: Page, tmp_path: Path) -> None:
    """A file that somebody has drawn upon is shown and cannot be kept; the whole one can."""
    app.folder.mkdir(parents=True, exist_ok=True)
    store = opened_store(app.folder / CASE_FILE)
    case_id = planned_case(store)
    whole, drawn = tmp_path / "svar.pdf", tmp_path / "ritat.pdf"
    whole.write_bytes(filled(sent_proposal(store, case_id)))
    drawn.write_bytes(drawn_upon(whole.read_bytes()))
    page.goto(f"{app.address}/beslut?arende={case_id}")
    expect(page.get_by_role("heading", name="Beslut från skolan")).to_be_visible()
    page.locator("input[type=file]").first.set_input_files(drawn)
    expect(page.get_by_text("något är ritat eller ändrat på sidan 1")).to_be_visible()
    expect(page.get_by_role("button", name="Spara beslutet")).to_have_count(0)
    page.get_by_role("button", name="Välj en annan fil").click()
    page.locator("input[type=file]").first.set_input_files(whole)
    expect(page.get_by_text("Sidorna och planen är som när förslaget lämnades.")).to_be_visible()
    picture(page, "beslut")
    page.get_by_role("button", name="Spara beslutet").click()
    expect(page.get_by_text("Sparade beslut")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Sparade beslut")).to_be_visible()
    (kept,) = open_case(store, case_id).decisions
    assert kept.decided.reasons.startswith("Skollagen 3 kap. 12 §.")
    store.close()
