"""What is agreed in the app: beside an answer, as a goal, about the first step; and the way out when it collides."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from casework.cases import open_case, record_answers, write_facts
from casework.demo import DEMO_CASE
from casework.facts import Amount, CoachFacts, Goals
from planning.clock import Weekday
from planning.problem import CoachHours
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.browser.running import App
from tests.browser.steps import picture
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def opened(app: App, page: Page, name: str) -> None:
    """That page of the invented student's case."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name=name, exact=True).click()


def test_a_limit_is_agreed_beside_the_answer(demo: App, page: Page) -> None:
    """Bad input is told in place and stays; what is kept is said on the line."""
    opened(demo, page, "Sammanfattning")
    page.get_by_role("button", name="Vad gäller? Så länge orkar jag").click()
    page.get_by_label("Minuter, som mest").fill("en stund")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("«en stund» är inget antal.")).to_be_visible()
    expect(page.get_by_label("Minuter, som mest")).to_have_value("en stund")
    picture(page, "11-vad-galler")
    page.get_by_label("Minuter, som mest").fill("40")
    page.get_by_label("Till och med").select_option("2")
    page.get_by_role("button", name="Spara", exact=True).click()

    expect(page.get_by_text("till och med steg 2.").first).to_be_visible()
    expect(page.get_by_label("Minuter, som mest")).to_have_count(0)


def test_a_goal_is_added_and_taken_away(demo: App, page: Page) -> None:
    """Each is a sentence in the list."""
    opened(demo, page, "Ramar")
    page.get_by_text("Mål och takt").click()
    page.get_by_role("button", name="Lägg till").click()
    goal = page.get_by_text("Minst 1 lektion i veckan.")
    expect(goal).to_be_visible()
    picture(page, "12-mal-och-takt")
    page.get_by_role("button", name="Ta bort", exact=True).click()

    expect(goal).to_have_count(0)


def test_a_first_step_that_is_too_big_becomes_smaller(demo: App, page: Page) -> None:
    """And the answer can be taken back."""
    opened(demo, page, "Plan")
    hours = page.get_by_text("av 25 h 45 min").first
    expect(page.get_by_role("heading", name="Är första steget lagom?")).to_be_visible(timeout=60_000)
    before = hours.inner_text()
    page.get_by_role("button", name="Nej", exact=True).click()
    expect(page.get_by_text("Nu är första steget mindre.")).to_be_visible(timeout=60_000)
    assert hours.inner_text() != before
    picture(page, "13-mindre-forsta-steg")
    page.get_by_test_id("stBaseButton-secondary").filter(has_text="Ångra").click()

    expect(page.get_by_role("heading", name="Är första steget lagom?")).to_be_visible(timeout=60_000)
    expect(hours).to_have_text(before)


def test_every_way_out_of_a_conflict_leads_to_where_it_can_be_changed(demo: App, page: Page) -> None:
    """One answers anew and is back at the plan, which is made again."""
    no_way(demo)
    opened(demo, page, "Plan")
    expect(page.get_by_role("heading", name="Det går inte ihop just nu")).to_be_visible(timeout=60_000)
    picture(page, "14-krock")
    expect(page.get_by_role("button", name="Till ramarna")).to_have_count(1)
    expect(page.get_by_role("button", name="Ta bort målet")).to_have_count(1)
    page.get_by_text("Fler vägar").click()
    expect(page.get_by_role("button", name="Fråga eleven")).to_have_count(2)
    page.get_by_role("button", name="Fråga eleven").last.click()
    expect(page.locator(".card h2")).to_be_visible()
    page.wait_for_timeout(300)
    page.locator("[data-choice=no]").click()
    page.get_by_role("button", name="Tillbaka", exact=True).click()

    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible(timeout=60_000)


def no_way(app: App) -> None:
    """A coach before nine, a student after ten with the coach along, and a goal of a lesson in the first step."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    facts = open_case(store, DEMO_CASE).facts
    mornings = tuple(CoachHours(weekday=day, start="08:00", end="09:00") for day in list(Weekday)[:5])
    goals = Goals(lessons_per_week=(Amount(least=1, last_step=1),))
    write_facts(
        store, DEMO_CASE, facts.model_copy(update={"coach": CoachFacts(name="Coach", hours=mornings), "goals": goals})
    )
    late = Answer(choice=Choice.YES, time="10:00")
    at = dt.datetime.now(dt.UTC)
    record_answers(
        store, DEMO_CASE, [AnswerEvent(id=EventId("late-start"), question=QuestionId("SO1"), answer=late, at=at)]
    )
    store.close()
