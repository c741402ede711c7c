"""One tap, one answer: however fast, however long, and in spite of a server that dies."""

from __future__ import annotations

import contextlib
import re

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from casework.cases import list_cases, open_case
from questionnaire.answers import AnswerEvent
from tests.browser.running import App
from tests.browser.steps import GUARD, answer, question, saved
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser


def stored(app: App) -> tuple[AnswerEvent, ...]:
    """What lies in the case file, read by another process than the app's."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    events = open_case(store, list_cases(store)[0].id).events
    store.close()
    return events


@pytest.fixture
def asking(demo: App, page: Page) -> Page:
    """A page that stands at a question with four buttons, in the middle of the short route."""
    page.goto(demo.address)
    expect(page.locator(".choices:not(.two)")).to_be_visible()
    page.wait_for_timeout(GUARD)
    return page


def test_three_quick_clicks_give_one_answer(demo: App, asking: Page) -> None:
    """The next question is not answered by a hand that trembled."""
    saved(asking)
    before = len(stored(demo))
    asking.locator("[data-choice=no]").click(click_count=3, delay=10)
    asking.wait_for_timeout(600)
    saved(asking)

    assert len(stored(demo)) == before + 1


def test_a_double_tap_of_a_finger_gives_one_answer(demo: App, browser: Browser) -> None:
    """On a screen that is touched, where the second tap lands on the next question's button."""
    phone = {"width": 390, "height": 844}
    touched = browser.new_context(locale="sv-SE", viewport=phone, has_touch=True, is_mobile=True)
    page = touched.new_page()
    page.goto(demo.address)
    expect(page.locator(".choices:not(.two)")).to_be_visible()
    page.wait_for_timeout(GUARD)
    saved(page)
    before = len(stored(demo))
    box = page.locator("[data-choice=dont_know]").bounding_box()
    assert box is not None
    for _ in range(2):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(60)
    page.wait_for_timeout(600)
    saved(page)

    assert len(stored(demo)) == before + 1
    touched.close()


def test_a_held_key_gives_one_answer(demo: App, asking: Page) -> None:
    """The keyboard repeats the key; the app does not."""
    saved(asking)
    before = len(stored(demo))
    for _ in range(25):
        asking.keyboard.down("n")
        asking.wait_for_timeout(40)
    asking.keyboard.up("n")
    saved(asking)

    assert len(stored(demo)) == before + 1


def test_the_keyboard_is_enough(demo: App, asking: Page) -> None:
    """Letters answer, Backspace takes back, and the heading of the new question has the focus."""
    asked = question(asking)
    asking.keyboard.press("v")
    expect(asking.locator(".card h2")).not_to_have_text(asked)
    focused = asking.evaluate("""() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.textContent;
    }""")
    assert focused == question(asking)
    asking.wait_for_timeout(GUARD)
    asking.keyboard.press("Backspace")
    expect(asking.locator(".card h2")).to_have_text(asked)
    saved(asking)

    last = max(stored(demo), key=lambda event: event.at)
    assert last.answer is None


def test_a_server_that_dies_mid_way_loses_nothing(demo: App, asking: Page) -> None:
    """What is answered meanwhile waits in the browser, says so, and is stored once when the server is back."""
    saved(asking)
    before = {event.id for event in stored(demo)}
    demo.kill()
    for _ in range(3):
        answer(asking)
    expect(asking.locator(".state").first).to_contain_text("Ingen kontakt", timeout=8000)
    asking.wait_for_timeout(5000)
    assert "Connection error" not in asking.locator("body").inner_text()
    answer(asking)
    here = question(asking)
    demo.start()
    expect(asking.locator(".state").first).to_have_text("Sparat", timeout=30_000)

    after = stored(demo)
    assert before <= {event.id for event in after}
    assert len(after) == len(before) + 4
    assert question(asking) == here


def test_three_answers_without_contact_are_kept_and_stored_once(demo: App, asking: Page) -> None:
    """They wait, it is said, a page that is loaded anew in vain loses nothing, and they come when there is contact."""
    saved(asking)
    before = {event.id for event in stored(demo)}
    asking.context.set_offline(True)
    demo.kill()
    for _ in range(3):
        answer(asking)
    here = question(asking)
    expect(asking.locator(".state").first).to_have_text(
        "Ingen kontakt just nu. Svaren ligger kvar i den här enheten.", timeout=8000
    )
    assert asking.evaluate("Object.values(sessionStorage).some((kept) => JSON.parse(kept).length === 3)")
    with contextlib.suppress(Error):
        asking.reload(timeout=5000)
    assert {event.id for event in stored(demo)} == before
    demo.start()
    asking.context.set_offline(False)
    asking.goto(demo.address)
    saved(asking)

    assert len(stored(demo)) == len(before) + 3
    assert question(asking) == here
    assert not asking.evaluate("Object.keys(sessionStorage).some((key) => /^stegvis-[0-9a-f-]+$/.test(key))")


def test_what_is_answered_on_another_screen_is_said_here(demo: App, asking: Page, browser: Browser) -> None:
    """The screen that is picked up again shows the answer given on the other, and goes on from there."""
    saved(asking)
    asked = question(asking)
    other = browser.new_context(locale="sv-SE", viewport={"width": 820, "height": 1180}).new_page()
    other.goto(asking.url)
    expect(other.locator(".card h2")).to_have_text(asked)
    answer(other, {asked: "no"})
    saved(other)
    after = question(other)
    asking.wait_for_timeout(2100)
    asking.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(asking.locator(".elsewhere")).to_contain_text("på en annan skärm: Nej")
    expect(asking.locator("[data-choice=no]")).to_have_attribute("aria-pressed", "true")
    before = len(stored(demo))
    asking.wait_for_timeout(GUARD)
    asking.locator("[data-act=onwards]").click()
    expect(asking.locator(".card h2")).to_have_text(after)
    assert len(stored(demo)) == before
    other.context.close()


def test_what_happens_is_said_to_a_screen_reader(asking: Page) -> None:
    """The part of the way in words where it is another, and «Ångrat»; the tree has the question and four buttons."""
    told = asking.locator(".told")
    expect(told).to_have_text(re.compile(r"^[^,]+, del \d+ av \d+$"))
    expect(told).to_have_attribute("role", "status")
    asked = question(asking)
    answer(asking)
    asking.wait_for_timeout(GUARD)
    asking.locator("[data-act=undo]").click()
    expect(told).to_have_text("Ångrat")
    expect(asking.locator(".card h2")).to_have_text(asked)
    expect(asking.locator(".card h2")).to_be_focused()
    tree = asking.locator(".card").aria_snapshot()

    assert f'- heading "{asked}" [level=2]' in tree
    assert re.findall(r'- button "(Ja|Nej|Vet inte|Hoppa över)"', tree) == ["Ja", "Nej", "Vet inte", "Hoppa över"]
    assert "img" not in tree


def test_a_reloaded_page_goes_on_at_the_same_question(demo: App, asking: Page) -> None:
    """Nothing is asked again."""
    answer(asking)
    saved(asking)
    here = question(asking)
    asking.reload()

    expect(asking.locator(".card h2")).to_have_text(here)


def test_another_device_goes_on_at_the_same_question(demo: App, asking: Page, browser: Browser) -> None:
    """What was answered and skipped on one device is neither lost nor asked again on another; skips are kept too."""
    answer(asking)
    answer(asking, {question(asking): "no"})
    saved(asking)
    here, case = question(asking), asking.url
    before = {event.id for event in stored(demo)}
    asking.close()

    other = browser.new_context(locale="sv-SE", viewport={"width": 390, "height": 844}).new_page()
    other.goto(case)
    expect(other.locator(".card h2")).to_have_text(here)
    answer(other)
    saved(other)
    assert before < {event.id for event in stored(demo)}
    other.context.close()


def test_the_next_question_comes_at_once(demo: App, asking: Page) -> None:
    """Moving on waits for no server: well under a tenth of a second, on a busy computer too."""
    took = asking.evaluate("""async () => {
        const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot);
        const root = roots.find((each) => each?.querySelector('.card'));
        const heading = root.querySelector('h2').textContent;
        const from = performance.now();
        root.querySelector('[data-choice=no]').click();
        while (root.querySelector('h2').textContent === heading) await new Promise(requestAnimationFrame);
        return performance.now() - from;
    }""")

    assert took < 100
