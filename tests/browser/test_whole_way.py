"""The whole way in a real browser: from a new case to the documents, closed and gone on with."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.running import App
from tests.browser.steps import answer_all, begin_case, begin_questions, drop_table, picture, saved

pytestmark = pytest.mark.browser

ANSWERS = {
    "Vad kan du göra redan nu?": "be_at_lesson",
    "Är det lättare att börja någon annanstans än i skolan?": "no",
    "När är det lättast att komma?": "midday",
    "Hur länge orkar du vara där första gången?": "one_lesson",
    "Hur många dagar orkar du första veckan?": "2",
    "Vilka ämnen kan du börja med?": "Bild",
    "Kan du ta dig till skolan själv?": "yes",
    "Kan du äta i matsalen?": "yes",
    "Vill du veta exakt vad som ska hända?": "yes",
    "Vad gillar du?": "music",
}
DOCUMENTS = {
    "forslag.pdf": b"%PDF",
    "kartlaggning.pdf": b"%PDF",
    "schema.pdf": b"%PDF",
    "mobilbild.png": b"\x89PNG",
    "vardnadshavare.pdf": b"%PDF",
    "plan.ics": b"BEGIN:VCALENDAR",
    "plan.xlsx": b"PK",
    "plan.csv": b"step,",
    "skolan.zip": b"PK",
}
ENGLISH_CHROME = (
    "Running", "Connecting", "Press Enter", "Browse files", "Drag and drop", "Page not found", "Connection error",
    "Deploy", "Choose an option", "Choose option", "Stop",
)  # fmt: skip


def no_english(page: Page) -> None:
    """None of Streamlit's own words can be seen."""
    seen = page.locator("body").inner_text()
    assert [word for word in ENGLISH_CHROME if word in seen] == []


def test_from_a_new_case_to_the_documents(app: App, context: BrowserContext, tmp_path: Path) -> None:
    """Every page is walked through; no other host is ever asked, and no English chrome is seen."""
    hosts: set[str] = set()
    problems: list[str] = []
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    context.on("weberror", lambda broken: problems.append(str(broken.error)))
    page = context.new_page()
    page.goto(app.address)
    expect(page.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()
    picture(page, "01-start")
    begin_case(page, app)
    picture(page, "02-schema")
    drop_table(page, tmp_path)

    answer_the_short_route(page)
    tell_what_matters(page)
    look_at_the_plan(page)
    fetch_the_documents(page)

    page.close()
    go_on_another_day(context, app)
    assert hosts - {""} == {f"127.0.0.1:{app.port}"}, "«» is what the page has made itself (data:, blob:)"
    assert problems == []


def answer_the_short_route(page: Page) -> None:
    """All of its questions."""
    expect(page.get_by_role("heading", name="Vi börjar när du vill")).to_be_visible()
    no_english(page)
    picture(page, "03-introduktion")
    begin_questions(page)
    picture(page, "04-fraga")
    assert len(answer_all(page, ANSWERS)) >= 20
    saved(page)
    page.locator("[data-act=leave]").click()


def tell_what_matters(page: Page) -> None:
    """The summary, with one line marked as most important."""
    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_be_visible()
    page.get_by_role("button", name="Viktigast: Jag kan äta i matsalen.").click()
    expect(page.get_by_text("Valt: 1")).to_be_visible()
    picture(page, "05-sammanfattning")
    no_english(page)


def look_at_the_plan(page: Page) -> None:
    """A plan is made, a step is opened, and a lesson says why it is there."""
    page.get_by_role("button", name="Gör en plan").click()
    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible(timeout=60_000)
    page.locator("[data-step='4']").click()
    expect(page.get_by_role("heading", name="Steg 4")).to_be_visible()
    page.locator("button.lesson[data-state=in]").first.click()
    expect(page.locator(".panel p").first).to_be_visible()
    picture(page, "06-plan")
    no_english(page)


def fetch_the_documents(page: Page) -> None:
    """Each is fetched by its own tap, and all that the school gets by one; in English where there is English."""
    page.get_by_role("button", name="Dokument", exact=True).click()
    expect(page.get_by_role("heading", name="Elevens eget schema")).to_be_visible()
    picture(page, "07-dokument")
    for name, beginning in DOCUMENTS.items():
        with page.expect_download() as waiting:
            page.locator(f"[data-file='{name}']").click()
        assert waiting.value.suggested_filename == name
        assert waiting.value.path().read_bytes().startswith(beginning)
    page.get_by_text("Engelska", exact=True).click()
    expect(page.get_by_text("Bara på svenska.").first).to_be_visible()
    with page.expect_download() as waiting:
        page.locator("[data-file='schema.pdf']").click()
    assert waiting.value.suggested_filename == "schema-en.pdf"
    page.get_by_role("button", name="Uppgifter till skolan").click()
    expect(page.get_by_role("heading", name="Uppgifter till skolan")).to_be_visible()
    picture(page, "08-uppgifter")
    no_english(page)


def go_on_another_day(context: BrowserContext, app: App) -> None:
    """The case stands in the list, and one goes on at the plan."""
    page = context.new_page()
    page.goto(app.address)
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible()


def test_pasted_rows_are_looked_at_before_they_are_taken_in(app: App, page: Page) -> None:
    """What cannot be read is counted and listed, and nothing is kept until the coach has said so."""
    begin_case(page, app)
    page.get_by_role("button", name="Klistra in en tabell").click()
    page.get_by_label("Tabellen").fill("Dag;Start;Slut;Ämne\nMåndag;08:10;09:00;Bild\nTisdag;sen;;Musik\n")
    page.get_by_role("button", name="Läs", exact=True).click()

    page.get_by_text("1 rad kunde inte läsas – visa").click()
    expect(page.get_by_text("rad 3", exact=False)).to_be_visible()
    expect(page.get_by_role("heading", name="Stämmer det?")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Välj eller släpp schemafilen")).to_be_visible()


def test_a_line_that_is_wrong_opens_its_question_again(demo: App, page: Page) -> None:
    """The new answer takes the old one's place, and one is back at the summary."""
    page.goto(demo.address)
    page.get_by_role("button", name="Sammanfattning").click()
    page.get_by_role("button", name="Stämmer inte: Jag vill att coachen är med").click()
    expect(page.locator(".card h2")).to_have_text("Ska coachen vara med i skolan i början?")
    page.wait_for_timeout(300)
    page.locator("[data-choice=no]").click()
    saved(page)
    page.get_by_role("button", name="Tillbaka", exact=True).click()

    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_be_visible()
    expect(page.get_by_text("Jag vill att coachen är med")).to_have_count(0)
