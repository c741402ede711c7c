"""«Ärendets gång» in a real browser: one tap on, locked while it is sent, and still there after a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from casework.app_verbs import CASE_FILE
from casework.course_look import state_of
from casework.course_verbs import begin_draft, inform_guardians, present, submit
from planning.workflow.states import State
from tests.browser.running import App
from tests.browser.steps import picture
from tests.casework.followed_cases import TOLD, made_for_real, planned
from tests.casework.ready_case import DAY, ready_facts
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser
ANSWERED = [{"guardian": "Förälder Ett", "offered": "2026-11-02", "channel": "möte", "answered": "2026-11-03"}]


def test_the_course_is_followed_and_what_was_sent_can_be_taken_back(app: App, page: Page) -> None:
    """From the questions to a draft by a tap; what lies at the school is locked on the plan's page too."""
    app.folder.mkdir(parents=True, exist_ok=True)
    store = opened_store(app.folder / CASE_FILE)
    facts = ready_facts(guardian_views=ANSWERED)
    assert facts.document.prepared.date == DAY
    mapped, sent = planned(store, facts), planned(store, facts)
    page.goto(f"{app.address}/gang?arende={mapped}")
    expect(page.get_by_role("heading", name="Ärendet är nu: Kartläggning")).to_be_visible()
    page.get_by_role("button", name="Börja med ett utkast").click()
    expect(page.get_by_role("heading", name="Ärendet är nu: Utkast")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Ärendet är nu: Utkast")).to_be_visible()
    for verb in (begin_draft, present, inform_guardians):
        verb(store, sent, TOLD)
    made_for_real(store, sent)
    submit(store, sent)
    page.goto(f"{app.address}/plan?arende={sent}")
    expect(page.get_by_text("Förslaget ligger hos skolan och är låst.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Ärendets gång").click()
    expect(page.get_by_text("Version 1 är låst så länge.")).to_be_visible()
    picture(page, "gang")
    page.get_by_role("button", name="Ta tillbaka förslaget").click()
    expect(page.get_by_role("heading", name="Ärendet är nu: Utkast")).to_be_visible()
    assert state_of(store, sent) is State.DRAFT
    store.close()
