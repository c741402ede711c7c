"""What obliges somebody to act comes before everything else on the coach's screen, and shuts nobody in."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from casework.app_verbs import CASE_FILE
from casework.cases import CaseId, create_case, open_case, record_answers, take_in_timetable, write_facts
from casework.demo import demo_facts, demo_timetable
from casework.safety import MeasureThere
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.browser.running import App
from tests.browser.steps import GUARD, choose_in_list, picture, question
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def case_with(app: App, **said: Choice | str) -> CaseId:
    """A case with a week and those answers, given just now."""
    store = opened_store(app.folder / CASE_FILE)
    case_id = create_case(store, name="Test T.")
    write_facts(store, case_id, demo_facts())
    take_in_timetable(store, case_id, demo_timetable())
    answers = {q: Answer(choice=a) if isinstance(a, Choice) else Answer(ticks=(a,)) for q, a in said.items()}
    record_answers(
        store,
        case_id,
        [
            AnswerEvent(id=EventId(f"{case_id}-{q}"), question=QuestionId(q), answer=a, at=dt.datetime.now(dt.UTC))
            for q, a in answers.items()
        ],
    )
    return case_id


def go(page: Page, app: App, address: str, case_id: CaseId) -> None:
    """Open that page of that case."""
    page.goto(f"{app.address}/{address}?arende={case_id}")


def take_care(page: Page) -> None:
    """Note the first thing that waits."""
    page.get_by_label("Vem tog emot det?").first.fill("rektor")
    page.get_by_label("Vem mer har fått uppgiften?").first.fill("kurator")
    page.get_by_role("button", name="Det här är omhändertaget").first.click()


def test_what_is_due_today_holds_the_case_but_not_the_talk(app: App, page: Page) -> None:
    """Every page of the case leads to it, the first page too; the questions stay open."""
    case_id = case_with(app, TR3=Choice.YES)
    for address in ("schema", "ramar", "sammanfattning", "plan", "dokument"):
        go(page, app, address, case_id)
        expect(page.get_by_role("heading", name="Att ta hand om först")).to_be_visible()
    page.get_by_role("button", name="Stegvis, till början").click()
    expect(page.get_by_text("Ärendet hålls öppet")).to_be_visible()
    expect(page.get_by_role("button", name="Lämna ärendet för nu")).to_have_count(0)

    page.get_by_role("button", name="Tillbaka till frågorna").click()
    expect(page.locator(".card h2")).to_be_visible()
    expect(page.get_by_text("Det finns något att ta hand om.")).to_be_visible()


def test_a_second_person_is_asked_for(app: App, page: Page) -> None:
    """Without one, or with the same one twice, nothing is noted."""
    case_id = case_with(app, TR3=Choice.YES)
    go(page, app, "att-ta-hand-om", case_id)
    page.get_by_label("Vem tog emot det?").fill("kurator")
    page.get_by_role("button", name="Det här är omhändertaget").click()
    expect(page.get_by_text("Skriv vem som tog emot det, vem mer")).to_be_visible()
    page.get_by_label("Vem mer har fått uppgiften?").fill("Kurator")
    page.get_by_role("button", name="Det här är omhändertaget").click()
    expect(page.get_by_text("Skriv vem som tog emot det, vem mer")).to_be_visible()
    take_care(page)
    expect(page.get_by_text("Nu går det att fortsätta")).to_be_visible()

    (note,) = open_case(opened_store(app.folder / CASE_FILE), case_id).handled
    assert (note.by, note.second) == ("rektor", "kurator")


def test_leaving_goes_by_what_waits_and_the_first_page_tells_it_first(app: App, page: Page) -> None:
    """What is due in two school days lets go of the coach, and stands on top without a word of what it is."""
    case_id = case_with(app, MA4=Choice.YES)
    case_with(app, SO1=Choice.YES)
    go(page, app, "sammanfattning", case_id)
    expect(page.get_by_text("Det finns något att ta hand om.")).to_be_visible()
    page.get_by_role("button", name="Stegvis, till början").click()
    expect(page.get_by_role("heading", name="Att ta hand om först")).to_be_visible()
    page.get_by_role("button", name="Lämna ärendet för nu").click()

    expect(page.get_by_role("heading", name="Dina ärenden")).to_be_visible()
    cards = page.locator("[class*=st-key-case_card_]")
    expect(cards.first).to_contain_text("Att ta hand om först")
    expect(cards.nth(1)).to_contain_text("Frågor")
    picture(page, "15-start-att-ta-hand-om")
    cards.first.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Eleven har berättat att det är svårt att äta just nu.")).to_be_visible()


def test_where_it_is_not_safe_waits_for_a_measure_there(app: App, page: Page) -> None:
    """The coach ticks where; that only the exposed student is moved releases nothing; a measure there does."""
    case_id = case_with(app, TR1=Choice.YES, TR2=Choice.YES)
    go(page, app, "att-ta-hand-om", case_id)
    expect(page.get_by_role("button", name="Tillbaka till frågorna")).to_be_visible()
    picture(page, "16-otryggt-forst")
    take_care(page)
    expect(page.get_by_role("heading", name="Eleven har berättat om något som hänt i skolan.")).to_be_visible()
    take_care(page)
    expect(page.get_by_text("Planen väntar tills du har kryssat något här.")).to_be_visible()
    go(page, app, "plan", case_id)
    expect(page.get_by_role("heading", name="Var är det otryggt?")).to_be_visible()

    # A list that is opened while the page is still being drawn closes again.
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_visible()
    choose_in_list(page, "Ställen", "Omklädningsrummet")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Spara var det är").click()
    expect(page.get_by_text("ingen åtgärd är skriven än")).to_be_visible()

    for measure in ("Bara den här eleven har flyttats", "En vuxen är med där"):
        page.get_by_role("button", name="Omklädningsrummet", exact=True).click()
        page.get_by_role("button", name=measure).click()
        page.get_by_label("Vem säger det?").fill("rektor")
        page.get_by_role("button", name="Skriv in åtgärden").click()
        expect(page.get_by_text(f"{measure} (rektor")).to_be_visible()
        if measure.startswith("Bara"):
            expect(page.get_by_text("Att bara flytta den som blivit utsatt räcker inte.")).to_be_visible()
            picture(page, "17-vad-gors-dar")
    expect(page.get_by_text("Att bara flytta den som blivit utsatt räcker inte.")).to_have_count(0)

    (setting,) = open_case(opened_store(app.folder / CASE_FILE), case_id).unsafe
    assert [m.kind for m in setting.measures] == [MeasureThere.ONLY_THIS_STUDENT_MOVED, MeasureThere.ADULT_PRESENT]
    assert setting.is_released


def test_side_by_side_the_next_screen_says_that_something_waits(app: App, page: Page) -> None:
    """One tap is enough, and the words do not tell what it is."""
    case_id = case_with(app, ST1="yes")
    go(page, app, "fragor", case_id)
    begin = page.get_by_role("button", name="Börja", exact=True)
    expect(begin.or_(page.locator(".card h2")).first).to_be_visible()
    if begin.count():
        begin.click()
    while question(page) != "Är det svårt att äta just nu?":
        page.wait_for_timeout(GUARD)
        page.locator("[data-choice=skip]").click()
        page.wait_for_timeout(100)
    page.wait_for_timeout(GUARD)
    page.locator("[data-choice=yes]").click()
    page.wait_for_timeout(GUARD)
    ready = page.locator("[data-choice=ready]")
    if ready.count():
        ready.click()

    expect(page.get_by_text("Det finns något att ta hand om.")).to_be_visible(timeout=3000)
    expect(page.locator(".card h2")).to_be_visible()
    picture(page, "18-bredvid-varandra")


def test_a_bad_local_routine_hides_nothing(app: App, page: Page) -> None:
    """The project's own routine stands there, and the coach is told which field to mend."""
    case_id = case_with(app, TR3=Choice.YES)
    (app.folder / "rutiner.toml").write_text("[afraid]\ntodo = []\n", encoding="utf-8")
    go(page, app, "att-ta-hand-om", case_id)
    expect(page.get_by_text("rutiner.toml, afraid.hand_over_to")).to_be_visible()
    expect(page.get_by_text("Stanna tills en vuxen till är på plats.")).to_be_visible()
    picture(page, "19-trasig-rutin")
