"""What the questions do in the browser: boxes beside a yes, a day without questions, whose turn it is, a new round."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item
from questionnaire.vocabulary import Sitting
from tests.browser.mounted import FREE_TEXT, Mounted
from tests.questionnaire.sample_answers import WEEK
from ui.components.questionnaire import Asking, Turn

pytestmark = pytest.mark.browser

BANK = load_bank()
AT = dt.datetime(2025, 11, 3, 9, 0, tzinfo=dt.UTC)


def invented(number: str, **other: object) -> Item:
    """A question that no bank has."""
    return Item.model_validate(
        {"id": number, "topic": "friends", "sitting": Sitting.A, "kind": "yes_no", "sv": f"Fråga {number}?",
         "en": "Question?", **other}
    )  # fmt: skip


FRIENDS = invented("VA1", options_from="groups", short_route=True)
FEW = invented("OR1", options=[{"code": "3", "sv": "Högst tre", "en": "Three"}], short_route=True)
PLAIN = invented("SK1", short_route=True, shown_if={"question": "OR1", "contains": "3"})
INVENTED = Bank(items=(FRIENDS, FEW, PLAIN), sections=BANK.sections, half_days=BANK.half_days)


def said(question: str, choice: Choice | None = None, *ticks: str, by: Respondent = Respondent.STUDENT) -> AnswerEvent:
    """One answer from the beginning of November."""
    answer = Answer(choice=choice, ticks=ticks, by=by)
    return AnswerEvent(id=EventId(f"{question}{by}"), question=QuestionId(question), answer=answer, at=AT)


def mounted(
    page: Page,
    *events: AnswerEvent,
    bank: Bank = BANK,
    turn: Turn = Turn.TOGETHER,
    round_started: dt.datetime | None = None,
) -> Mounted:
    """The questions on the screen."""
    opened = Mounted(page, Asking(bank, WEEK, events, "a-case", turn, round_started=round_started))
    opened.open()
    return opened


def test_boxes_open_beside_a_yes(page: Page) -> None:
    """They are ticked and go along with the yes; a question without boxes is answered at once."""
    asking = mounted(page, bank=INVENTED)
    asking.press("[data-act=begin]")
    asking.press("[data-choice=yes]")
    expect(page.locator("[data-choice=yes]")).to_have_count(0)
    asking.press(".box[data-code=Xa]")
    asking.press("[data-choice=ready]")
    asking.press("[data-choice=yes]")
    asking.press(".box[data-code='3']")
    asking.press("[data-choice=ready]")
    asking.press("[data-choice=yes]")

    expect(page.locator(".card h2")).to_have_text("Tack, det var alla frågor")
    assert asking.answers() == {"VA1": ("yes", ("Xa",)), "OR1": ("yes", ("3",)), "SK1": ("yes", ())}


def test_a_yes_without_any_box_is_a_yes(page: Page) -> None:
    """«Klar» with none ticked; and what asks for a box is not shown."""
    asking = mounted(page, bank=INVENTED)
    asking.press("[data-act=begin]")
    for _ in range(2):
        asking.press("[data-choice=yes]")
        asking.press("[data-choice=ready]")

    expect(page.locator(".card h2")).to_have_text("Tack, det var alla frågor")
    assert asking.answers() == {"VA1": ("yes", ()), "OR1": ("yes", ())}


def test_undo_closes_the_boxes_before_it_takes_an_answer_back(page: Page) -> None:
    """One goes back to the four buttons, and nothing has been stored."""
    asking = mounted(page, bank=INVENTED)
    asking.press("[data-act=begin]")
    asking.press("[data-choice=yes]")
    asking.press("[data-act=undo]")

    expect(page.locator("[data-choice=no]")).to_be_visible()
    assert asking.stored == []


def test_not_today_ends_kindly_and_offers_what_one_likes(page: Page) -> None:
    """One button; after it nothing more is asked."""
    asking = mounted(page)
    asking.press("[data-act=begin]")
    asking.press(".box[data-code=not_today]")
    expect(page.locator(".card h2")).to_have_text("Det är helt okej")
    expect(page.get_by_text("Vill du berätta vad du gillar i stället?")).to_be_visible()
    asking.press("[data-act=likes]")
    assert asking.question() == "Vad gillar du?"
    asking.press(".box[data-code=music]")
    asking.press("[data-choice=ready]")
    expect(page.locator("[data-act=likes]")).to_have_count(0)
    asking.press("[data-act=leave_today]")

    assert asking.answers() == {"ST1": (None, ("not_today",)), "IN1": (None, ("music",))}
    assert page.evaluate("left") == ["pause"]


def test_another_day_begins_with_the_first_question_anew(page: Page) -> None:
    """Nothing is ticked in advance, and the earlier answer keeps its date."""
    asking = mounted(page, said("ST1", None, "not_today"))
    assert asking.question() == "Orkar du svara på frågor nu?"
    assert page.locator(".box[aria-pressed=true]").count() == 0
    asking.press(".box[data-code=yes]")

    assert asking.question() == "Vill du ha frågorna upplästa?"
    assert asking.asking.events[0].at == AT
    assert asking.stored[0].at > AT


def test_a_wrong_not_today_can_be_undone(page: Page) -> None:
    """The question comes back."""
    asking = mounted(page)
    asking.press("[data-act=begin]")
    asking.press(".box[data-code=not_today]")
    asking.press("[data-act=undo]")

    assert asking.question() == "Orkar du svara på frågor nu?"
    assert asking.answers() == {}


def test_who_wants_the_screen_is_offered_it_at_once(page: Page) -> None:
    """Yes to answering oneself, with the coach beside; no changes nothing, and alone one has it already."""
    full = (said("ST1", None, "yes"), said("ST2", Choice.NO))
    asking = mounted(page, *full)
    asking.press("[data-choice=yes]")
    expect(page.locator(".card h2")).to_have_text("Ge skärmen till eleven")
    asking.press("[data-act=hand_over]")
    assert page.evaluate("left") == ["hand_over"]

    asking.asking = Asking(BANK, WEEK, full, "another", Turn.ALONE)
    asking.stored.clear()
    asking.open()
    asking.press("[data-choice=yes]")
    assert "skärmen" not in asking.question()


def test_an_adult_is_told_whose_picture_it_is(page: Page) -> None:
    """What the student has said is neither shown nor changed."""
    asking = mounted(page, said("PL6", None, "toilets"), turn=Turn.ADULT)
    asking.press("[data-act=begin]")
    expect(page.get_by_text("Det räknas som den vuxnas bild.", exact=False)).to_be_visible()
    while page.locator("[data-choice=skip]").count():
        assert page.locator(".box[aria-pressed=true]").count() == 0
        asking.press("[data-choice=skip]")

    assert {event.answer.by for event in asking.stored if event.answer} == {Respondent.COACH}
    assert "PL6" in {event.question for event in asking.stored}
    assert not any(BANK.by_id[event.question].private for event in asking.stored)


LATER = AT + dt.timedelta(days=20)
TWO = Bank(items=(FRIENDS, FEW), sections=BANK.sections, half_days=BANK.half_days)


def test_a_new_round_asks_again_with_the_earlier_answer_shown(page: Page) -> None:
    """The same again is one tap and a new answer; «samma som förut» is none."""
    before = (said("VA1", Choice.NO), said("OR1", Choice.YES, "3"))
    asking = mounted(page, *before, bank=TWO, round_started=LATER)
    expect(page.get_by_text("Förra gången, 3 november: Nej")).to_be_visible()
    asking.press("[data-choice=no]")
    expect(page.get_by_text("Förra gången, 3 november: Ja: Högst tre")).to_be_visible()
    expect(page.locator("[data-choice=skip]")).to_contain_text("Samma som förut")
    asking.press("[data-choice=skip]")

    expect(page.locator(".card h2")).to_have_text("Tack, det var alla frågor")
    assert [event.question for event in asking.stored] == ["VA1"]
    asking.open()
    expect(page.locator(".card h2")).to_have_text("Tack, det var alla frågor")


def test_undo_in_a_round_never_takes_the_earlier_answer_along(page: Page) -> None:
    """What was kept as before is asked again; what was changed and undone can still be kept as before."""
    asking = mounted(page, said("VA1", Choice.NO), bank=TWO, round_started=LATER)
    asking.press("[data-choice=skip]")
    asking.press("[data-act=undo]")
    assert asking.stored == []
    asking.press("[data-choice=dont_know]")
    asking.press("[data-act=undo]")
    asking.press("[data-choice=skip]")

    assert asking.answers()["VA1"] == ("no", ())


def test_what_was_skipped_is_not_asked_in_a_new_round(page: Page) -> None:
    """«Hoppa över» holds."""
    asking = mounted(page, said("VA1", Choice.SKIP), said("OR1", Choice.NO), bank=TWO, round_started=LATER)

    assert asking.question() == FEW.sv


ONWARDS = (
    "[data-choice=yes]", "[data-choice=ready]", ".boxes.one .box >> nth=0", "[data-act=stay]", "[data-act=begin]",
)  # fmt: skip
"""What leads on from a screen, the first that is there."""


def test_nowhere_can_anything_be_written(page: Page) -> None:
    """Every screen from the first to the last has boxes and buttons only; `test_keyboard` sees to the private ones."""
    asking = mounted(page)
    screens = set()
    for _ in range(3 * len(BANK.items)):
        if page.locator("[data-act=leave]").count():
            break
        assert page.locator(FREE_TEXT).count() == 0, asking.question()
        screens.add(asking.question())
        asking.press(next(way for way in ONWARDS if page.locator(way).count()))

    assert len({item.sv for item in BANK.items} & screens) >= 40
