"""What a student tells in private stays on the student's own screen and the coach's page of duties, nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from casework.app_verbs import CASE_FILE
from casework.app_verbs import make_plan as plan_for_case
from casework.cases import CaseId, create_case, open_case, record_answers, take_in_timetable, write_facts
from casework.demo import demo_facts, demo_timetable
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from tests.browser.running import App
from tests.browser.steps import GUARD, answer, question, saved
from tests.browser.traffic import Traffic, told_beside
from tests.opened_store import opened_store
from tests.private_words import PRIVATE, QUESTIONS, private_words_in

pytestmark = pytest.mark.browser

BANK = load_bank()
DUTIES_PAGE = "att-ta-hand-om"
PAGES = (
    "", "schema", "ramar", "fragor", "sammanfattning", "plan", "dokument", "uppgifter", "att-gora", "vardnadshavare",
    "papper",
)  # fmt: skip
CODE = "2468"
TOLD = {
    "VU3": "yes", "SK5": "yes", "HE1": "no", "HE4": "yes", "HE5": "yes", "TR1": "yes", "TR2": "yes", "TR3": "yes",
    "TR4": "soon",
}  # fmt: skip
"""An answer to every private question that leads to something. The last one lets the talk wait."""


def almost_done(app: App) -> CaseId:
    """A case with a plan where every open question is answered, and the private ones are not."""
    store = opened_store(app.folder / CASE_FILE)
    case_id = create_case(store, name="Test T.")
    write_facts(store, case_id, demo_facts())
    timetable = demo_timetable()
    take_in_timetable(store, case_id, timetable)
    wanted: Mapping[str, Answer] = {
        "ST1": Answer(ticks=("yes",)),
        "VU2": Answer(ticks=timetable.teachers[:1]),
        "AM1": Answer(ticks=timetable.subjects[:2]),
        "SO1": Answer(choice=Choice.YES),
    }
    at = dt.datetime.now(dt.UTC)
    record_answers(
        store,
        case_id,
        [
            AnswerEvent(
                id=EventId(f"{case_id}-{item.id}"),
                question=QuestionId(item.id),
                answer=wanted.get(item.id, Answer(choice=Choice.SKIP)),
                at=at,
            )
            for item in BANK.items
            if not item.private and item.asked_of is Respondent.STUDENT
        ],
    )
    plan_for_case(store, open_case(store, case_id))
    return case_id


def visit(page: Page, app: App, address: str, case_id: CaseId) -> None:
    """Open that page of the case, and wait until it is drawn."""
    page.goto(f"{app.address}/{address}?arende={case_id}")
    expect(page.locator("[data-testid=stMain]")).to_be_visible()
    expect(page.locator("[data-testid=stAppViewContainer]")).to_be_visible()
    page.wait_for_timeout(1200)


def hand_over(page: Page, app: App, case_id: CaseId) -> None:
    """Give the student the screen."""
    visit(page, app, "fragor", case_id)
    page.get_by_role("button", name="Låt eleven svara själv").click()
    page.get_by_label("Välj en kod, minst fyra tecken").fill(CODE)
    page.get_by_role("button", name="Lämna över skärmen").click()
    expect(page.get_by_text("Nu är det din tur")).to_be_visible()


def take_back(page: Page) -> None:
    """The coach's code."""
    page.get_by_role("button", name="Ge tillbaka skärmen").click()
    page.get_by_label("Coachens kod").fill(CODE)
    page.get_by_role("button", name="Ta tillbaka skärmen").click()


def answer_private(page: Page) -> list[str]:
    """Open the private questions, answer them all, and go on to the end; the questions in the order they came."""
    page.wait_for_timeout(GUARD)
    page.locator("[data-act=begin]").click()
    page.locator("[data-act=private]").click()
    wanted = {item.sv: TOLD[item.id] for item in PRIVATE}
    asked = []
    while page.locator(".card h2").count() and not page.locator("[data-act=leave]").count():
        asked.append(question(page))
        answer(page, wanted)
    saved(page)
    return asked


def take_care_of_everything(page: Page) -> None:
    """Note each duty that waits, until none does."""
    done = page.get_by_role("button", name="Det här är omhändertaget")
    while left := done.count():
        page.get_by_label("Vem tog emot det?").first.fill("kurator")
        page.get_by_label("Vem mer har fått uppgiften?").first.fill("rektor")
        done.first.click()
        expect(done).to_have_count(left - 1)


def test_private_words_are_on_the_student_s_screen_and_the_page_of_duties_alone(app: App, page: Page) -> None:
    """Told, taken back, taken care of: then every page, its traffic and what the browser keeps tell none of it."""
    traffic = Traffic(page)
    case_id = almost_done(app)
    for address in PAGES:
        visit(page, app, address, case_id)
        assert told_beside(page) == [], address
    assert traffic.private_words == []

    hand_over(page, app, case_id)
    asked = answer_private(page)
    assert asked == [item.sv for item in PRIVATE]
    assert set(traffic.private_words) >= set(QUESTIONS) - {item.en for item in PRIVATE}
    take_back(page)
    expect(page.get_by_role("heading", name="Att ta hand om först")).to_be_visible()
    assert not set(told_beside(page)) & set(QUESTIONS)
    take_care_of_everything(page)

    traffic.forget()
    told: dict[str, list[str]] = {}
    for address in PAGES:
        visit(page, app, address, case_id)
        told[address] = told_beside(page) + traffic.private_words
        traffic.forget()
    assert {address: words for address, words in told.items() if words} == {}


def test_nothing_is_kept_in_the_browser_once_the_screen_is_back(app: App, page: Page) -> None:
    """Another person at the same computer finds no private answer, waiting or stored."""
    case_id = almost_done(app)
    hand_over(page, app, case_id)
    answer_private(page)
    take_back(page)
    expect(page.get_by_role("heading", name="Att ta hand om först")).to_be_visible()

    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")

    assert private_words_in(kept) == []
    assert "yes" not in kept
