"""«Att göra»: what the answers ask of the coach, ticked off one by one, and never a word of what is private."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from casework.cases import open_case, record_answers
from casework.demo import DEMO_CASE
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId, asked_of
from questionnaire.bank import load_bank
from tests.browser.running import App
from tests.browser.steps import picture
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser

PRIVATE = [item.sv for item in load_bank().items if item.private]


def answered(app: App, page: Page, **given: str) -> None:
    """The invented student's case, with those answers more."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    at = dt.datetime.now(dt.UTC)
    record_answers(store, DEMO_CASE, [_event(QuestionId(q), choice, at) for q, choice in given.items()])
    store.close()


def _event(question: QuestionId, choice: str, at: dt.datetime) -> AnswerEvent:
    answer = Answer.model_validate({"choice": choice, "by": asked_of(question)})
    return AnswerEvent(id=EventId(f"test-{question}"), question=question, answer=answer, at=at)


def test_a_task_is_ticked_and_the_tick_taken_back(demo: App, page: Page) -> None:
    """Who and when is kept, and nothing more; the start tells how much waits."""
    answered(demo, page, G15="no", SO1="yes", G04="yes", OR4="dont_know")
    page.get_by_role("button", name="Att göra").click()
    expect(page.get_by_role("heading", name="Att prata om")).to_be_visible()
    task = page.get_by_text("Träffa vårdnadshavarna var för sig.")
    expect(task).to_be_visible()
    picture(page, "20-att-gora")
    page.get_by_label("Vem gör det? Roll eller initialer.").fill("KE")
    page.locator("[class*='st-key-task_meet_each_guardian']").get_by_role("button", name="Klart").click()
    expect(page.get_by_text("1 sak är klar")).to_be_visible()
    expect(task).not_to_be_visible()
    store = opened_store(next(demo.folder.glob("arenden.stegvis")))
    assert [note.by for note in open_case(store, DEMO_CASE).done] == ["KE"]
    store.close()

    page.get_by_text("1 sak är klar").click()
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator("[class*='st-key-task_meet_each_guardian']")).to_be_visible()


def test_nothing_that_was_told_in_private_is_on_the_list(demo: App, page: Page) -> None:
    """That the student feels forced gives a task in neutral words."""
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(str(data))))
    answered(demo, page, HE5="yes")
    page.get_by_role("button", name="Att göra").click()
    expect(page.get_by_text("Prata med eleven i enrum om hur planen känns, och fråga igen.")).to_be_visible()
    assert not any(text in frame for text in PRIVATE for frame in frames)
