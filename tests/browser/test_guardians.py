"""The guardians' own form: all of it, resumable, and nothing of the student's while they hold the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from casework.cases import open_case
from casework.demo import DEMO_CASE
from planning.needs.base import Respondent
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from tests.browser.running import App
from tests.browser.steps import GUARD, answer, picture, question, saved
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser

OF_GUARDIANS = [item.sv for item in load_bank().items if item.asked_of is Respondent.GUARDIAN]
OF_STUDENT = [item.sv for item in load_bank().items if item.asked_of is Respondent.STUDENT]
CODE = "2468"


def form(page: Page, app: App) -> None:
    """The form, with the coach beside."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Vårdnadshavarnas frågor").click()
    expect(page.get_by_text("Era svar ändrar inte barnets svar.").first).to_be_visible()


def begin(page: Page) -> None:
    """Past the opening words."""
    page.locator("[data-act=begin]").click()
    expect(page.locator("[data-act=begin]")).to_have_count(0)


def kept(app: App, question_id: str) -> Respondent | None:
    """Who has answered that question, as it is kept."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    found = open_case(store, DEMO_CASE).sheet.of(QuestionId(question_id))
    store.close()
    return found.by if found else None


def test_guardians_answer_alone_and_go_on_another_day(demo: App, page: Page) -> None:
    """Neither the student's questions nor the coach's pages can be opened; what was answered is still there."""
    form(page, demo)
    page.get_by_role("button", name="Låt vårdnadshavaren svara själv").click()
    page.get_by_label("Välj en kod, minst fyra tecken").fill(CODE)
    page.get_by_role("button", name="Lämna över skärmen").click()
    expect(page.get_by_text("Nu är det er tur")).to_be_visible()
    begin(page)
    asked = [question(page)]
    answer(page, {asked[0]: "no"})
    saved(page)
    picture(page, "21-vardnadshavare")
    for address in ("/", "/att-gora", "/sammanfattning"):
        page.goto(demo.address + address)
        expect(page.get_by_text("Nu är det er tur")).to_be_visible()
        expect(page.get_by_role("button", name="Att göra")).to_have_count(0)
    while not page.locator("[data-act=leave]").count():
        asked.append(question(page))
        answer(page, {})
    assert asked == OF_GUARDIANS
    saved(page)
    page.locator("[data-act=leave]").click()
    page.get_by_label("Coachens kod").fill(CODE)
    page.get_by_role("button", name="Ta tillbaka skärmen").click()
    expect(page.get_by_role("button", name="Låt vårdnadshavaren svara själv")).to_be_visible()

    assert kept(demo, "G01") is Respondent.GUARDIAN


def test_the_form_never_gets_a_student_s_question(demo: App, page: Page) -> None:
    """Not even in what the browser is sent while the guardians have the screen."""
    form(page, demo)
    page.get_by_role("button", name="Låt vårdnadshavaren svara själv").click()
    page.get_by_label("Välj en kod, minst fyra tecken").fill(CODE)
    page.get_by_role("button", name="Lämna över skärmen").click()
    expect(page.get_by_text("Nu är det er tur")).to_be_visible()
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(str(data))))
    page.reload()
    expect(page.locator(".card h2")).to_be_visible()
    assert any("guardian" in frame for frame in frames)
    assert not any(text in frame for text in OF_STUDENT for frame in frames)


def test_what_the_coach_fills_in_by_telephone_is_the_coach_s(demo: App, page: Page) -> None:
    """Until the guardians have answered themselves."""
    form(page, demo)
    page.get_by_text("Coachen, åt dem på telefon").click()
    expect(page.get_by_role("heading", name="Du fyller i åt vårdnadshavarna")).to_be_visible()
    begin(page)
    expect(page.get_by_text("Du fyller i det vårdnadshavarna säger.")).to_be_visible()
    page.wait_for_timeout(GUARD)
    answer(page, {question(page): "yes"})
    saved(page)

    assert kept(demo, "G01") is Respondent.COACH
