"""The first day on a page: minute by minute, what to take along, what to say and do, and room for photos."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from exports.first_day import build_first_day
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage
from exports.student_papers import FirstDay
from planning.items import item_catalogue
from planning.needs.base import NeedId, Origin, Source, Strength
from planning.needs.support import Support, SupportKind
from planning.plan import PlannedItem
from tests.exports.pictures import check_picture, check_text
from tests.wording.test_contacts import SCHOOL_WORDS
from wording.language import LANGUAGES, Language, speaking

OWN = OwnPage(first_name="Test", meets="Kim Exempel", calm_place="Grupprum 2", phone="070-000 00 00")


def with_supports(made: Any, *kinds: SupportKind) -> Any:
    """The problem with those supports arranged."""
    asked = tuple(
        Support(id=NeedId(kind), item=kind, origin=Origin(source=Source.ANSWER, ref="X"), strength=Strength.SUPPORT)
        for kind in kinds
    )
    return made.problem.model_copy(update={"needs": (*made.problem.needs, *asked)})


def test_the_first_day_reads_as_it_did(made: Any) -> None:
    """Every word, with a card of answers and headphones arranged."""
    problem = with_supports(made, SupportKind.ANSWER_CARD, SupportKind.HEADPHONES, SupportKind.LEAVE_CARD)
    check_text(render_text(build_first_day(problem, made.plan, OWN)), "forsta-dagen")


def test_the_first_day_looks_as_it_did(make_plan: Callable[[int], Any]) -> None:
    """Calm with little in it; in colours with a whole day in it."""
    made = make_plan(1)
    problem = with_supports(made, SupportKind.ANSWER_CARD, SupportKind.HEADPHONES, SupportKind.LEAVE_CARD)
    full = OWN.model_copy(update={"style": PictureStyle.COLOURFUL})
    check_picture(render_pdf(build_first_day(problem, made.plan, full)), "forsta-dagen-full", in_all_colours=True)
    little = make_plan(8)
    calm = OWN.model_copy(update={"phone": ""})
    data = render_pdf(build_first_day(little.problem, little.plan, calm))
    check_picture(data, "forsta-dagen-lite", in_all_colours=True)


def test_it_is_the_first_day_with_a_lesson(made: Any) -> None:
    """From today on; before that only what is planned without lessons counts."""
    page = build_first_day(made.problem, made.plan, OWN).blocks[0]
    assert isinstance(page, FirstDay)
    assert page.subtitle == "Test · Onsdag 2 december 2026"
    assert next((moment.time, moment.name) for moment in page.moments) == ("09.40", "Svenska")
    later = build_first_day(made.problem, made.plan, OWN, today=dt.date(2026, 12, 3)).blocks[0]
    assert isinstance(later, FirstDay)
    assert later.subtitle == "Test · Torsdag 3 december 2026"


def test_a_day_that_comes_when_ready_has_no_date(make_plan: Callable[[int], Any]) -> None:
    """Only the step that is lived and the next carry dates."""
    made = make_plan(8)
    page = build_first_day(made.problem, made.plan, OWN, today=dt.date(2027, 3, 1)).blocks[0]
    assert isinstance(page, FirstDay)
    assert page.subtitle == "Test · när du är redo"


def test_answers_are_there_only_when_ticked(made: Any) -> None:
    """Nobody is told to answer what nobody has asked for."""
    assert "Om någon frågar" not in render_text(build_first_day(made.problem, made.plan, OWN))
    asked = with_supports(made, SupportKind.ANSWER_CARD)
    assert "Om någon frågar kan jag säga:" in render_text(build_first_day(asked, made.plan, OWN))


def test_there_are_six_frames_for_own_photos(made: Any) -> None:
    """A story from the way there to home again; they say what to photograph, and hold nothing."""
    page = build_first_day(made.problem, made.plan, OWN).blocks[0]
    assert isinstance(page, FirstDay)
    assert [photo.caption for photo in page.photos] == [
        "Vägen dit", "Dörren", "Rummet", "Den som möter mig", "Min lugna plats", "Hem igen",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_lesson_the_first_day_has_no_word_of_school(
    make_plan: Callable[[int], Any], language: Language
) -> None:
    """Whatever is planned on it (`features.md` F08)."""
    made = make_plan(1)
    items = tuple(
        PlannedItem(kind=kind, week="", weekday="mon", start="09:00", end="09:30", carrier=entry.carrier)
        for kind, entry in item_catalogue().items()
    )
    step = made.plan.steps[0].model_copy(update={"items": items, "lessons": ()})
    problem = with_supports(made, SupportKind.ANSWER_CARD, SupportKind.HEADPHONES)
    with speaking(language):
        document = build_first_day(problem, made.plan.model_copy(update={"steps": (step,)}), OWN)
        text = render_text(document)
    assert len(text.splitlines()) > 30
    assert [line for line in text.splitlines() if SCHOOL_WORDS.search(line)] == []


def test_without_pictures_there_are_none(made: Any) -> None:
    """Neither at the moments nor at the reminders nor in the frames."""
    page = build_first_day(made.problem, made.plan, OWN.model_copy(update={"with_pictures": False})).blocks[0]
    assert isinstance(page, FirstDay)
    assert {one.icon for part in (page.moments, page.reminders, page.photos) for one in part} == {""}
