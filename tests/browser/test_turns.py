"""«Nu är det din tur»: the student's screen stays the student's, and private questions live there only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from questionnaire.bank import load_bank
from tests.browser.running import ARTEFACTS, App
from tests.browser.steps import GUARD, answer_all, picture, saved

pytestmark = pytest.mark.browser

PRIVATE = [item.sv for item in load_bank().items if item.private]


def hand_over(page: Page, app: App) -> None:
    """Give the student the screen, with the code 2468."""
    page.goto(app.address)
    page.get_by_role("button", name="Låt eleven svara själv").click()
    page.get_by_label("Välj en kod, minst fyra tecken").fill("2468")
    page.get_by_role("button", name="Lämna över skärmen").click()
    expect(page.get_by_role("heading", name="Nu är det din tur, Kim")).to_be_visible()


def begin(page: Page) -> None:
    """Past the calm screen that the turn begins with."""
    page.wait_for_timeout(GUARD)
    page.locator("[data-act=begin]").click()
    expect(page.locator("[data-act=begin]")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390), (820, 1180)])
def test_the_turn_begins_calmly_and_every_answer_is_seen(demo: App, page: Page, width: int, height: int) -> None:
    """Who sees what, that one may pause and skip, and nothing of the coach's; then four answers without scrolling."""
    hand_over(page, demo)
    page.set_viewport_size({"width": width, "height": height})
    for told in ("Skolan får ett schema, inte svaren.", "Du kan ta paus när du vill.", "Hoppa över så mycket du vill."):
        expect(page.get_by_text(told)).to_be_visible()
    expect(page.locator(".st-key-stepbar")).to_have_count(0)
    picture(page, f"11-lugn-borjan-{width}x{height}")
    page.set_viewport_size({"width": width, "height": height})
    begin(page)
    for choice in ("yes", "no", "dont_know", "skip"):
        expect(page.locator(f"[data-choice={choice}]")).to_be_in_viewport(ratio=1)
    page.screenshot(path=ARTEFACTS / f"11-fraga-{width}x{height}.png")
    page.reload()
    expect(page.locator("[data-choice=skip]")).to_be_visible()


def test_the_student_s_turn_ends_with_the_coach_s_code(demo: App, page: Page) -> None:
    """Reloading, other addresses and other tabs stay locked; a wrong code changes nothing."""
    hand_over(page, demo)
    picture(page, "09-din-tur")
    for address in ("/", "/plan", "/dokument"):
        page.goto(demo.address + address)
        expect(page.get_by_text("Nu är det din tur")).to_be_visible()
        expect(page.get_by_role("button", name="Dokument")).to_have_count(0)
    page.get_by_role("button", name="Jag är klar för idag").click()
    page.get_by_role("button", name="Ge tillbaka skärmen").click()
    page.get_by_label("Coachens kod").fill("1111")
    page.get_by_role("button", name="Ta tillbaka skärmen").click()
    expect(page.get_by_text("Koden stämmer inte.")).to_be_visible()
    page.get_by_label("Coachens kod").fill("2468")
    page.get_by_role("button", name="Ta tillbaka skärmen").click()

    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_be_visible()


def test_an_adult_who_fills_in_leaves_the_student_s_questions_open(demo: App, page: Page) -> None:
    """The screen says whose picture it is, and the student is asked the same question afterwards."""
    page.goto(demo.address)
    expect(page.locator(".card h2")).to_be_visible()
    students = page.locator(".card h2").inner_text()
    page.get_by_text("En vuxen fyller i").click()
    expect(page.get_by_role("heading", name="En vuxen fyller i")).to_be_visible()
    page.locator("[data-act=begin]").click()
    expect(page.locator(".note")).to_contain_text("den vuxnas bild")
    while page.locator(".card h2").inner_text() != students:
        page.wait_for_timeout(GUARD)
        page.locator("[data-choice=skip]").click()
    page.wait_for_timeout(GUARD)
    page.locator("[data-choice=no]").click()
    saved(page)
    page.get_by_text("Eleven", exact=True).click()

    expect(page.locator(".card h2")).to_have_text(students)
    expect(page.locator(".note")).to_have_count(0)


def test_the_screen_is_handed_over_by_keyboard_too(demo: App, page: Page) -> None:
    """The code, the student's turn, and back again."""
    page.goto(demo.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Låt eleven svara själv").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Välj en kod, minst fyra tecken").focus()
    page.keyboard.type("jnv1")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nu är det din tur")).to_be_visible()
    page.locator("[data-act=pause]").focus()
    page.wait_for_timeout(GUARD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ge tillbaka skärmen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Coachens kod").fill("jnv1")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Så här har jag förstått dig")).to_be_visible()


def test_what_is_private_is_told_alone_and_handled_first(demo: App, page: Page) -> None:
    """The questions come only when the student opens them; the plan waits until somebody has taken care."""
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(str(data))))
    page.goto(demo.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.wait_for_timeout(500)
    assert not any(text in frame for text in PRIVATE for frame in frames)

    hand_over(page, demo)
    begin(page)
    answer_all(page, {})
    page.locator("[data-act=private]").click()
    while page.locator(".card h2").inner_text() != "Behöver du prata med någon om hur du mår?":
        page.wait_for_timeout(GUARD)
        page.locator("[data-choice=skip]").click()
    page.wait_for_timeout(GUARD)
    page.locator(".box").first.click()
    expect(page.get_by_role("heading", name="Tack för att du berättade")).to_be_visible()
    saved(page)
    page.get_by_role("button", name="Ge tillbaka skärmen").click()
    page.get_by_label("Coachens kod").fill("2468")
    page.get_by_role("button", name="Ta tillbaka skärmen").click()

    expect(page.get_by_role("heading", name="Att ta hand om först")).to_be_visible()
    picture(page, "10-att-ta-hand-om")
    expect(page.get_by_role("button", name="Plan")).to_have_count(0)
    page.get_by_label("Vem tog emot det?").fill("kurator")
    page.get_by_label("Vem mer har fått uppgiften?").fill("rektor")
    page.get_by_role("button", name="Det här är omhändertaget").click()
    expect(page.get_by_text("Nu går det att fortsätta")).to_be_visible()
