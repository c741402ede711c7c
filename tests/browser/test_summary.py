"""«Så här har jag förstått dig» in a real browser: three stars, limits without an end, paper, and answering again."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from casework.cases import open_case, record_answers
from casework.demo import DEMO_CASE
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.browser.running import App
from tests.browser.steps import picture
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def answered(app: App, days_ago: float = 0, **answers: Answer) -> None:
    """Those answers in the invented student's case."""
    at = dt.datetime.now(dt.UTC) - dt.timedelta(days=days_ago)
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    record_answers(
        store,
        DEMO_CASE,
        [
            AnswerEvent(id=EventId(f"{question}-{at:%s%f}"), question=QuestionId(question), answer=answer, at=at)
            for question, answer in answers.items()
        ],
    )
    store.close()


def summary(app: App, page: Page, days_ago: float = 0, **answers: Answer) -> None:
    """The summary of that case, with more answers."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    answered(app, days_ago, **answers)
    page.get_by_role("button", name="Sammanfattning", exact=True).click()
    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_be_visible()


def test_the_fourth_star_says_that_one_has_to_go_first(demo: App, page: Page) -> None:
    """Three are kept; the student chooses which of them gives way."""
    summary(demo, page)
    stars = page.get_by_role("button", name="Viktigast:")
    for number in range(3):
        stars.nth(number).click()
        expect(page.get_by_text(f"Valt: {number + 1}")).to_be_visible()
    stars.nth(3).click()
    expect(page.get_by_role("alert").filter(has_text="Ta bort en först.")).to_be_visible()
    expect(page.get_by_text("Valt: 3")).to_be_visible()
    picture(page, "15-fjarde-stjarnan")
    stars.nth(0).click()
    expect(page.get_by_text("Valt: 2")).to_be_visible()
    stars.nth(3).click()

    expect(page.get_by_text("Valt: 3")).to_be_visible()
    expect(stars.nth(3)).to_have_attribute("aria-pressed", "true")


def test_a_limit_without_an_end_is_asked_about_until_it_is_answered(demo: App, page: Page) -> None:
    """The question stands open beside the line; once answered the line says it."""
    summary(demo, page, TI9=Answer(choice=Choice.YES, ticks=("mon_am",)))
    how_long = page.get_by_label("Hur länge gäller det?")
    expect(how_long).to_be_visible()
    picture(page, "16-hur-lange")
    how_long.select_option(label="inte i den här planen")
    page.get_by_role("button", name="Spara", exact=True).click()

    expect(page.get_by_text("Så är det i hela den här planen.")).to_be_visible()
    expect(how_long).to_have_count(0)


def test_the_summary_is_printed_on_one_page_without_private_words_and_names(demo: App, page: Page) -> None:
    """The student's own paper: first name, lines and stars."""
    summary(
        demo, page, VU2=Answer(ticks=("LOP",)), VU6=Answer(choice=Choice.YES), HE1=Answer(choice=Choice.NO),
        MA2=Answer(choice=Choice.DONT_KNOW),
    )  # fmt: skip
    with page.expect_download() as download:
        page.locator("[data-file='sammanfattning.pdf']").click()
    reader = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    text = " ".join(reader.pages[0].extract_text().split())

    assert download.value.suggested_filename == "sammanfattning.pdf"
    assert len(reader.pages) == 1
    assert "Kan du äta i matsalen?" in text
    assert "Programmet lämnar det inte till skolan" in text
    assert "LOP" not in text
    assert "hemma för det mesta" not in text


def test_answering_again_shows_then_and_now(demo: App, page: Page) -> None:
    """The round is kept, and what is answered otherwise in it is told with both days."""
    summary(demo, page, days_ago=20, OR3=Answer(choice=Choice.YES))
    expect(page.get_by_text("Det har ändrats sedan")).to_have_count(0)
    page.get_by_role("button", name="Svara igen").click()
    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_have_count(0)
    store = opened_store(next(demo.folder.glob("arenden.stegvis")))
    began = open_case(store, DEMO_CASE).round_started
    store.close()
    assert began is not None
    answered(demo, OR3=Answer(choice=Choice.NO))
    page.get_by_role("button", name="Sammanfattning", exact=True).click()

    expect(page.get_by_role("heading", name="Det har ändrats sedan")).to_be_visible()
    expect(page.locator(".moved dd")).to_have_text(["Ja", "Nej"])
    picture(page, "17-har-andrats")
