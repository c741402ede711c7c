"""A plan is changed by hand in a real browser: by tap, by keyboard, on a phone, undone after a reload, and printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.running import App
from tests.browser.steps import picture

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 820, "height": 1180}
WIDE: ViewportSize = {"width": 1440, "height": 900}
WAITING, AVOIDED, ATTENDED = "mon-4", "mon-6", "mon-7"


def drawn(page: Page) -> None:
    """Wait until the page is drawn."""
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=60_000)


def plan(app: App, page: Page, step: int = 3) -> None:
    """The invented student's plan, with that step of it opened."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_role("heading", name="Vad blev rätt i planen?")).to_be_visible(timeout=60_000)
    open_step(page, step)


def open_step(page: Page, step: int) -> None:
    """Open that step."""
    drawn(page)
    page.locator(f"[data-step='{step}']").click()
    expect(page.get_by_role("heading", name=f"Steg {step} ")).to_be_visible()
    drawn(page)


def lesson(page: Page, name: str) -> Locator:
    """That lesson in the week."""
    return page.locator(f"button.lesson[data-id='{name}']")


def said(page: Page) -> Locator:
    """Where it is told what came of a change."""
    return page.locator(".st-key-plan_week .status")


def act(page: Page, code: str) -> Locator:
    """That button in the panel of the lesson that is open."""
    return page.locator(f".panel [data-act='{code}']")


def marks(page: Page, name: str) -> list[str]:
    """The words on that lesson."""
    return lesson(page, name).locator(".mark").all_inner_texts()


def settled(page: Page) -> Locator:
    """The list of what is settled by hand."""
    return page.locator(".st-key-plan_changes summary")


def focused(page: Page) -> str:
    """The name of what has the focus within the week."""
    return str(page.evaluate(
        "() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
        " return e?.dataset.k || e?.tagName; }"
    ))  # fmt: skip


def test_a_lesson_is_locked_moved_and_left_out_by_tap(demo: App, page: Page) -> None:
    """The panel stays open with the focus where it was, what came of it is told, and a double tap is one change."""
    plan(demo, page)
    lesson(page, ATTENDED).click()
    expect(page.locator(".panel")).to_contain_text("Varför här?")
    act(page, "lock").dblclick()
    expect(said(page)).to_contain_text("Slöjd är låst.")
    expect(act(page, "unlock")).to_be_visible()
    assert focused(page) == "act:lock"
    assert "Låst" in marks(page, ATTENDED)
    drawn(page)
    expect(settled(page)).to_contain_text("Ändrat för hand: 1 sak")
    picture(page, "24-andra-i-planen")

    act(page, "small").click()
    expect(said(page)).to_contain_text("Slöjd är i ett litet rum nu.")
    assert "Litet rum" in marks(page, ATTENDED)
    assert focused(page) == "act:room"
    act(page, "unlock").click()
    expect(said(page)).to_contain_text("Slöjd är inte låst längre.")
    hours = page.locator(".hours").inner_text()
    act(page, "leave_out").click()
    expect(said(page)).to_contain_text("Slöjd får vänta.")
    expect(page.locator(".panel")).to_contain_text("Varför inte än?")
    assert page.locator(".hours").inner_text() != hours
    assert lesson(page, ATTENDED).get_attribute("data-state") == "not_yet"

    page.locator("[data-view='changed']").click()
    assert marks(page, ATTENDED) == ["Får vänta nu"]
    picture(page, "24-vad-andrades")
    page.locator("[data-view='ordinary']").click()
    assert lesson_state(page, ATTENDED) == "in"


def lesson_state(page: Page, name: str) -> str | None:
    """How it stands, whether it can be tapped or not."""
    return page.locator(f".lesson[data-id='{name}']").get_attribute("data-state")


def test_a_change_is_undone_after_a_reload_and_done_again(demo: App, page: Page) -> None:
    """The case remembers it, not the tab; each is named by what it is about."""
    plan(demo, page)
    lesson(page, ATTENDED).click()
    act(page, "lock").click()
    expect(said(page)).to_contain_text("Slöjd är låst.")
    page.reload()
    open_step(page, 3)
    assert "Låst" in marks(page, ATTENDED)
    undo, redo = page.locator("[data-tool='undo']"), page.locator("[data-tool='redo']")
    expect(undo).to_have_text("Ångra: Slöjd låst")
    expect(redo).to_be_disabled()
    undo.click()
    expect(said(page)).to_contain_text("Ångrat: Slöjd låst.")
    assert "Låst" not in marks(page, ATTENDED)
    page.reload()
    open_step(page, 3)
    expect(page.locator("[data-tool='undo']")).to_be_disabled()
    expect(redo).to_have_text("Gör om: Slöjd låst")
    redo.click()
    expect(said(page)).to_contain_text("Gjort igen: Slöjd låst.")
    assert "Låst" in marks(page, ATTENDED)


def test_a_need_that_is_broken_is_named_and_the_change_kept_with_a_reason(demo: App, page: Page) -> None:
    """All of it in the panel of the lesson, where the focus goes to the reason."""
    plan(demo, page)
    lesson(page, AVOIDED).click()
    act(page, "keep").click()
    asked = page.locator(".panel .asked")
    expect(asked).to_contain_text("Det går emot: «vänta med Idrott och hälsa och Spanska")
    page.locator("[data-k='act:anyway']").click()
    expect(asked).to_contain_text("Det går inte ihop", timeout=60_000)
    expect(page.locator(".panel textarea")).to_be_visible()
    assert focused(page) == "reason"
    picture(page, "24-skal")
    page.locator("[data-k='act:anyway']").click()
    expect(page.locator(".panel .hint")).to_have_text("Skriv varför det ska gälla ändå.")
    page.keyboard.type("Kim vill pröva.")
    page.locator("[data-k='act:anyway']").click()
    expect(said(page)).to_contain_text("Spanska är med nu, och låst.", timeout=60_000)
    assert lesson_state(page, AVOIDED) == "in"
    drawn(page)
    settled(page).click()
    expect(page.locator(".st-key-plan_changes")).to_contain_text("Skälet som står: Kim vill pröva.")


def test_the_whole_way_goes_by_keyboard(demo: App, page: Page) -> None:
    """Arrows, Enter, L, Escape, undo: a held key is one change, and the focus is never lost."""
    plan(demo, page)
    lesson(page, WAITING).focus()
    page.keyboard.press("ArrowDown")
    assert focused(page) == f"lesson:{AVOIDED}"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert focused(page) == "heading"
    page.keyboard.press("Escape")
    assert focused(page) == f"lesson:{WAITING}"
    page.keyboard.press("Enter")
    act(page, "keep").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Musik är med nu, och låst.")
    page.keyboard.press("Escape")
    assert focused(page) == f"lesson:{WAITING}"

    lesson(page, ATTENDED).focus()
    for _ in range(3):
        page.keyboard.down("l")
    page.keyboard.up("l")
    expect(said(page)).to_contain_text("Slöjd är låst.")
    assert focused(page) == f"lesson:{ATTENDED}"
    assert "Låst" in marks(page, ATTENDED)
    drawn(page)
    page.keyboard.press("Control+z")
    expect(said(page)).to_contain_text("Ångrat: Slöjd låst.")
    drawn(page)
    expect(settled(page)).to_contain_text("Ändrat för hand: 1 sak")


def test_on_a_phone_the_days_with_something_come_first_and_nothing_is_wider_than_the_screen(
    demo: App, page: Page
) -> None:
    """Tabs and the first lesson on the first screen; the panel opens under its lesson, with targets for a thumb."""
    page.set_viewport_size(PHONE)
    plan(demo, page, step=1)
    page.locator("[data-testid='stMain']").evaluate("main => main.scrollTo(0, 0)")
    tab = page.locator("[data-step='1']").bounding_box()
    first = page.locator(".day[data-free='no'] .lesson:visible").first.bounding_box()
    assert tab is not None
    assert first is not None
    assert tab["y"] + tab["height"] < first["y"]
    assert first["y"] + first["height"] < PHONE["height"]
    assert page.locator(".day:visible .dayname").all_inner_texts() == ["Måndag", "Fredag"]
    expect(page.locator(".free-days")).to_have_text("Inget inplanerat: tisdag, onsdag, torsdag.")
    expect(page.locator(".lesson[data-state='not_yet']:visible")).to_have_count(0)

    lesson(page, ATTENDED).click()
    panel, own = page.locator(".panel").bounding_box(), lesson(page, ATTENDED).bounding_box()
    assert panel is not None
    assert own is not None
    assert panel["y"] >= own["y"] + own["height"]
    for button in page.locator(".panel button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 48
    act(page, "lock").click()
    expect(page.locator(".panel .came")).to_contain_text("Slöjd är låst.")
    page.set_viewport_size({"width": 320, "height": 700})
    drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("[data-testid='stMain']").evaluate("main => main.scrollWidth <= main.clientWidth")


def test_the_last_step_of_many_is_in_sight_on_a_phone(demo: App, page: Page) -> None:
    """The tabs scroll within themselves."""
    page.set_viewport_size(PHONE)
    plan(demo, page, step=8)
    page.wait_for_timeout(400)
    tab = page.locator("[data-step='8']").bounding_box()
    assert tab is not None
    assert tab["x"] >= 0
    assert tab["x"] + tab["width"] <= PHONE["width"]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_page_is_printed_on_one_sheet(demo: App, page: Page, look: str) -> None:
    """The week with the name of the step and its hours, lying down, and nothing of the rest of the page."""
    page.emulate_media(color_scheme=look)  # type: ignore[arg-type]  # one of two
    plan(demo, page, step=1)
    page.emulate_media(media="print")
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) == 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    text = pages[0].extract_text()
    for words in ("Steg 1", "mån 7 dec", "fre 18 dec", "2 h 10 min", "Slöjd", "måndag"):
        assert words.casefold() in text.casefold()
    assert "Vad blev rätt" not in text
    assert "Andra planer" not in text


def test_a_short_lunch_has_room_for_its_words(demo: App, page: Page) -> None:
    """Nothing of a lunch or of a lesson's own line is cut off, at any width of the grid."""
    plan(demo, page, step=1)
    for size in (WIDE, TABLET):
        page.set_viewport_size(size)
        page.wait_for_timeout(300)
        clipped = page.locator(".lesson[data-state='other']").evaluate_all(
            "all => all.filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)"
            ".map(one => one.textContent)"
        )
        assert clipped == []
