"""The rektor's page in a real browser, on a phone: read, comment on a lesson, send back; and decide in a few taps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import update

from casework.cases import open_case, write_facts
from casework.course_comments import comments_on_lessons
from casework.course_look import state_of
from casework.course_verbs import receive
from casework.principal_look import principal_look
from planning.decided import CameAs, Ruling
from planning.workflow.moves import Given
from planning.workflow.states import State
from storage.people import sessions
from tests.browser.answered_town import Town, send, town_with_proposal
from tests.browser.running import ARTEFACTS
from tests.browser.steps import Hand, choose_ruling, still

pytestmark = pytest.mark.browser
MOST_TAPS = 12
"""From the list to a decision (issue: two minutes on a phone)."""
WISH = "Kan Bild få vänta till steg 2?"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The town, with its app running."""
    made = town_with_proposal(tmp_path / "town")
    made.app.start()
    yield made
    made.close()


def at_the_page(page: Page, town: Town) -> Hand:
    """The rektor's page of the case, drawn."""
    page.goto(f"{town.app.address}/rektor?arende={town.case}")
    expect(page.get_by_role("heading", name="Förslag att besluta om")).to_be_visible(timeout=60_000)
    still(page)
    return Hand(page)


def kept(page: Page, name: str) -> None:
    """A picture, to be looked at."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}-390.png")


def test_a_lesson_is_written_about_sent_back_put_right_and_decided(browser: Browser, town: Town) -> None:
    """On a phone: the comment reaches the coach at the lesson, version 2 comes, and it is decided within the taps."""
    page = town.tab(browser, "rektor")
    hand = at_the_page(page, town)
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    kept(page, "rektor-forst")
    expect(page.get_by_text("Anpassad studiegång", exact=True).first).to_be_visible()
    hand.button("Skolan har tagit emot det")
    lesson = page.locator(".lesson").filter(has_text="Bild").first
    hand.tap(lesson)
    page.locator("textarea#text").fill(WISH)
    kept(page, "rektor-lektion")
    hand.button("Spara kommentaren")
    expect(page.get_by_text("Kommentaren är sparad hos dig.")).to_be_visible()
    page.reload()
    still(page)
    expect(page.locator(".lesson[data-said]")).to_have_count(1)
    choose_ruling(hand, "Skicka tillbaka")
    expect(page.get_by_text("1 kommentar följer med")).to_be_visible()
    hand.button("Gå vidare")
    expect(page.get_by_text("Du skickar tillbaka version 1 för Kim Exempel")).to_be_visible()
    hand.button("Ja, skicka tillbaka")
    expect(page.get_by_role("heading", name="Återsänt för komplettering")).to_be_visible()

    coach = town.acting("coach")
    assert state_of(coach, town.case) is State.RETURNED
    ((_, told),) = comments_on_lessons(coach, town.case).items()
    assert told == (WISH,)
    of_coach = town.tab(browser, "coach")
    of_coach.goto(f"{town.app.address}/gang?arende={town.case}")
    expect(of_coach.get_by_text("Rektorn har skrivit om Bild på fredag").first).to_be_visible(timeout=60_000)
    expect(of_coach.get_by_text(WISH).first).to_be_visible()

    facts = open_case(coach, town.case).facts
    write_facts(coach, town.case, facts.model_copy(update={"trusted_person": "Ester Exempel"}))
    send(town)
    assert comments_on_lessons(coach, town.case) == {}
    receive(town.acting("rektor"), town.case, Given(day=dt.datetime.now(dt.UTC).date()))
    page.goto(f"{town.app.address}/")
    still(page)
    hand = decide_from_the_list(page, town)
    assert hand.taps <= MOST_TAPS
    look = principal_look(town.acting("rektor"), town.case)
    assert look.state is State.DECIDED
    assert look.decision is not None
    decided = look.decision.decided
    assert (decided.ruling, decided.came_as) == (Ruling.AS_PROPOSED, CameAs.HERE)
    assert (decided.proposal_version, decided.decided_by) == (2, "Eva Exempel, rektor")
    assert look.proposal is not None
    assert (decided.valid_from, decided.valid_to) == (look.proposal.public.first_day, look.proposal.public.last_day)


def decide_from_the_list(page: Page, town: Town) -> Hand:
    """From the list of what waits to a decision, counting."""
    hand = Hand(page)
    hand.tap(page.get_by_role("button", name="Läs och besluta").first)
    expect(page.get_by_text("Version 2, skickad")).to_be_visible(timeout=60_000)
    hand.tap(page.get_by_role("link", name="Till svaret"))
    choose_ruling(hand, "Besluta")
    page.get_by_label("Motivering").tap()
    hand.taps += 1
    page.get_by_label("Motivering").fill("Skollagen 3 kap. 12 §. Kim behöver börja i liten skala.")
    hand.button("Gå vidare")
    expect(page.get_by_text("Du beslutar")).to_be_visible()
    expect(page.get_by_text("enligt förslaget.")).to_be_visible()
    kept(page, "rektor-beslut")
    hand.button("Ja, besluta")
    expect(page.get_by_role("heading", name="Det här händer nu")).to_be_visible()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Öppna: Beslutet (PDF)").tap()
    assert fetched.value.suggested_filename == "beslut.pdf"
    return hand


def test_proof_is_asked_before_an_answer_and_loses_nothing(browser: Browser, town: Town) -> None:
    """What is written before the proof has grown old is there after it, and no answer is given without it."""
    receive(town.acting("rektor"), town.case, Given(day=dt.datetime.now(dt.UTC).date()))
    page = town.tab(browser, "rektor")
    hand = at_the_page(page, town)
    choose_ruling(hand, "Besluta med ändringar")
    page.get_by_label("Motivering").fill("Idrott börjar i steg 3.")
    choose_ruling(hand, "Skicka tillbaka")
    choose_ruling(hand, "Besluta med ändringar")
    expect(page.get_by_label("Motivering")).to_have_value("Idrott börjar i steg 3.")
    page.get_by_label("Diarienummer, om det finns").fill("BUN 2026/12")
    with town.store.writing() as writer:
        old = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=30)
        writer._connection.execute(update(sessions).values(proved_at=old))
    page.wait_for_timeout(700)
    hand.button("Gå vidare")
    expect(page.get_by_text("Det du har skrivit är sparat")).to_be_visible()
    way = page.get_by_role("link", name="Bekräfta att det är du")
    assert (way.get_attribute("href") or "").startswith("/logga-in?igen=1&vidare=%2Frektor")
    assert state_of(town.acting("coach"), town.case) is State.PREPARED
    with town.store.writing() as writer:
        writer._connection.execute(update(sessions).values(proved_at=dt.datetime.now(dt.UTC)))
    page.reload()
    still(page)
    expect(page.get_by_label("Motivering")).to_have_value("Idrott börjar i steg 3.")
    expect(page.get_by_label("Diarienummer, om det finns")).to_have_value("BUN 2026/12")


READS = ("coach", "guardian", "student", "coordinator")


@pytest.mark.parametrize("who", READS)
def test_others_read_what_was_sent_and_answer_nothing(browser: Browser, town: Town, who: str) -> None:
    """Whoever may see documents reads the same page, without a form and without a way to comment."""
    receive(town.acting("rektor"), town.case, Given(day=dt.datetime.now(dt.UTC).date()))
    page = town.tab(browser, who)
    page.goto(f"{town.app.address}/rektor?arende={town.case}")
    expect(page.get_by_role("heading", name="Veckan")).to_be_visible(timeout=60_000)
    still(page)
    expect(page.get_by_text("Rektorns svar")).to_have_count(0)
    expect(page.get_by_text("Skriv om hela steget")).to_have_count(0)
    page.locator(".lesson").first.click()
    expect(page.locator("textarea")).to_have_count(0)


@pytest.mark.parametrize("who", ["mentor", "other"])
def test_whoever_may_not_see_documents_sees_none(browser: Browser, town: Town, who: str) -> None:
    """The mentor before a decision, and the rektor of another school: nothing of the proposal is drawn."""
    page = town.tab(browser, who)
    page.goto(f"{town.app.address}/rektor?arende={town.case}")
    still(page)
    page.wait_for_timeout(1500)
    assert "Anpassad studiegång" not in page.content()
