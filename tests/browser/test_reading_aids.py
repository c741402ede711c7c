"""The device's own voice, larger text, more air, and a narrow screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from tests.browser.mounted import Mounted
from tests.questionnaire.sample_answers import WEEK
from ui.components.questionnaire import Asking, Turn

pytestmark = pytest.mark.browser

VOICES = """
window.read = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => %s,
  addEventListener(_, tell) { window.voicesCome = tell; },
  removeEventListener() {},
  cancel() {},
  speak(speech) { read.push([speech.text, speech.voice.name]); },
} });
"""
TOO_SMALL = """(all) => all.filter((it) => it.offsetParent && Math.min(it.offsetHeight, it.offsetWidth) < 64)
  .map((it) => it.textContent)"""
FROM_AFAR = '{ name: "afar", lang: "sv-SE", localService: false }'
ENGLISH = '{ name: "english", lang: "en-GB", localService: true }'
OWN = '{ name: "own", lang: "sv_SE", localService: true }'
AT = dt.datetime(2025, 11, 3, 9, 0, tzinfo=dt.UTC)


def said(question: str, choice: Choice | None = None, *ticks: str) -> AnswerEvent:
    """One answer of the student."""
    answer = Answer(choice=choice, ticks=ticks, by=Respondent.STUDENT)
    return AnswerEvent(id=EventId(question), question=QuestionId(question), answer=answer, at=AT)


def mounted(page: Page, *events: AnswerEvent, voices: tuple[str, ...] = ()) -> Mounted:
    """The full route at ST2, in a browser with those voices."""
    page.add_init_script(VOICES % f"[{', '.join(voices)}]")
    asking = Asking(load_bank(), WEEK, (said("ST1", None, "yes"), *events), "a-case", Turn.ALONE)
    opened = Mounted(page, asking)
    opened.open()
    return opened


def read(page: Page) -> list[list[str]]:
    """What has been read aloud, and by which voice."""
    return page.evaluate("read")  # type: ignore[no-any-return]  # a list of pairs, as VOICES keeps it


def test_yes_to_reading_reads_every_question_and_its_boxes(page: Page) -> None:
    """By a voice that lives in the device and speaks the language, and no other; the text grows too."""
    asking = mounted(page, voices=(FROM_AFAR, ENGLISH, OWN))
    assert read(page) == []
    asking.press("[data-choice=yes]")
    asking.press("[data-choice=no]")

    (first, voice), *others = read(page)
    assert first == "Vill du svara själv på skärmen?"
    assert {voice, *(each[1] for each in others)} == {"own"}
    assert others[-1][0].startswith(asking.question())
    assert page.locator(".card").get_attribute("data-size") == "A+"


def test_the_boxes_beside_a_yes_are_read_when_they_open(page: Page) -> None:
    """Each by its label."""
    asking = mounted(page, said("ST2", Choice.YES), voices=(OWN,))
    while not page.locator(".box").count():
        asking.press("[data-choice=yes], .box")
    labels = page.locator(".box > span:not(.mark)").all_inner_texts()

    assert all(label in read(page)[-1][0] for label in labels)


def test_reading_can_be_turned_off_and_stays_off(page: Page) -> None:
    """One button; a page made anew does not begin again."""
    asking = mounted(page, said("ST2", Choice.YES), voices=(OWN,))
    page.locator("[data-act=stop_reading]").click()
    before = len(read(page))
    asking.press("[data-choice=skip]")
    assert len(read(page)) == before
    asking.open()

    assert read(page) == []
    expect(page.locator("[data-act=read]")).to_be_visible()


@pytest.mark.parametrize("where", ["[data-act=pause]", "[data-act=aids]"])
def test_voices_that_come_late_leave_the_focus_where_it_is(page: Page, where: str) -> None:
    """They change the tools alone; a key that is pressed just then means what it meant."""
    mounted(page, voices=(OWN,))
    page.locator(where).focus()
    page.evaluate("voicesCome()")

    expect(page.locator(where)).to_be_focused()


@pytest.mark.parametrize("voices", [(), (FROM_AFAR,), (ENGLISH,)])
def test_without_a_voice_of_its_own_the_device_says_so(page: Page, voices: tuple[str, ...]) -> None:
    """Nothing is sent away to be spoken."""
    mounted(page, said("ST2", Choice.YES), voices=voices)

    expect(page.locator(".novoice")).to_contain_text("kan inte läsa upp")
    expect(page.locator("[data-act=read], [data-act=stop_reading]")).to_have_count(0)
    assert read(page) == []


def test_text_and_air_are_kept_by_the_device(page: Page) -> None:
    """Size and spacing hold when the questions are opened again."""
    asking = mounted(page)
    page.locator("[data-act=aids]").click()
    page.locator("[data-aid=size][data-to='A++']").click()
    page.locator("[data-act=airy]").click()
    page.get_by_role("button", name="Stäng").click()
    asking.open()

    assert page.locator(".card").get_attribute("data-size") == "A++"
    align, between_letters, between_words = page.locator(".card h2").evaluate(
        "(it) => ['textAlign', 'letterSpacing', 'wordSpacing'].map((name) => getComputedStyle(it)[name])"
    )
    assert align == "start"
    assert float(between_letters.removesuffix("px")) > 1
    assert float(between_words.removesuffix("px")) > 1


def test_pictures_light_and_colour_are_chosen_and_remembered_by_case(page: Page) -> None:
    """Filled, drawn or none; light or dark whatever the device; and another student's case is as it was."""
    asking = mounted(page)
    expect(page.locator(".picture svg path.line")).not_to_have_count(0)
    page.locator("[data-act=aids]").click()
    page.locator("[data-to=colours]").click()
    expect(page.locator(".picture svg path[fill]")).not_to_have_count(0)
    page.locator("[data-to=dark]").click()
    page.locator("[data-to=lavender]").click()
    expect(page.locator("[data-to=lavender]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("html")).to_have_attribute("data-look", "lavender-dark")
    asking.open()
    expect(page.locator("html")).to_have_attribute("data-look", "lavender-dark")
    expect(page.locator(".picture svg path[fill]")).not_to_have_count(0)
    page.locator("[data-act=aids]").click()
    page.locator("[data-to=none]").click()
    expect(page.locator(".picture")).to_be_hidden()

    asking.asking = replace(asking.asking, place="another-case")
    asking.open()
    assert page.locator("html").get_attribute("data-look") is None
    expect(page.locator(".picture svg path.line")).not_to_have_count(0)


def test_boxes_have_pictures_that_say_nothing_to_a_screen_reader(page: Page) -> None:
    """Beside the words, and the words alone are the button's name."""
    asking = mounted(page)
    while asking.question() != "Vad kan du göra redan nu?":
        asking.press("[data-choice=skip]")

    expect(page.locator(".box .small svg")).to_have_count(6)
    expect(page.get_by_role("button", name="Gå ut", exact=True)).to_be_visible()


def test_the_largest_airy_text_needs_no_scrolling_sideways(page: Page) -> None:
    """On a screen 320 wide, at every question of the full route; and every target is at least 64 pixels high."""
    page.set_viewport_size({"width": 320, "height": 640})
    for setting, value in {"stegvis-a-case-text": "A++", "stegvis-a-case-spacing": "airy"}.items():
        page.add_init_script(f"localStorage.setItem('{setting}', '{value}')")
    asking = mounted(page)
    asked = 0
    while page.locator("[data-choice=skip]").count():
        if page.locator("[data-choice=yes]").count():
            asking.press("[data-choice=yes]")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, asking.question()
        assert page.locator("button").evaluate_all(TOO_SMALL) == [], asking.question()
        asked += 1
        if page.locator("[data-choice=skip]").count():
            asking.press("[data-choice=skip]")

    assert asked > 20
