"""Every case in the list says how far it has come, and leads on from there."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.cases import CaseId, CaseSummary, Stage
from ui.case_list import day_sheet_offer, in_order, next_page, stage_text, to_do_text
from ui.frame.ways import _ADDRESSES

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def summary(stage: Stage, answered: int = 0) -> CaseSummary:
    """A case that far along, of 24 questions."""
    return CaseSummary(id=CaseId("a-case"), changed_at=AT, stage=stage, answered=answered, asked=24)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_leads_to_a_page_that_there_is(stage: Stage) -> None:
    """And is told in words."""
    assert next_page(summary(stage)) in _ADDRESSES
    assert stage_text(summary(stage))


def test_unanswered_questions_come_before_the_summary() -> None:
    """How many is told, never how many are left."""
    assert stage_text(summary(Stage.QUESTIONS, 12)) == "Frågor: 12 av 24"
    assert next_page(summary(Stage.QUESTIONS, 12)) == "questions"
    assert next_page(summary(Stage.QUESTIONS, 24)) == "summary"


@pytest.mark.parametrize("stage", Stage)
def test_what_is_to_be_taken_care_of_comes_before_the_stage(stage: Stage) -> None:
    """Told without a word of what it is, and it leads there."""
    waiting = summary(stage).model_copy(update={"duties_wait": True})
    assert stage_text(waiting) == "Att ta hand om först"
    assert next_page(waiting) == "alerts"


def test_cases_with_something_to_take_care_of_stand_first() -> None:
    """The others keep their order."""
    first, second = summary(Stage.PLAN), summary(Stage.NEW)
    waiting = second.model_copy(update={"duties_wait": True})
    assert in_order((first, second, waiting)) == [waiting, first, second]


def test_what_waits_for_the_coach_is_counted_calmly() -> None:
    """Nothing is said when nothing waits."""
    assert to_do_text(summary(Stage.PLAN)) == ""
    assert to_do_text(summary(Stage.PLAN).model_copy(update={"to_do": 1})) == "1 sak att göra"
    assert to_do_text(summary(Stage.PLAN).model_copy(update={"to_do": 3})) == "3 saker att göra"


def test_the_day_sheet_is_offered_as_a_file_that_names_nobody() -> None:
    """It says what is in it, and that it is the coach's own."""
    offer = day_sheet_offer()
    assert offer.key == "dagblad.pdf"
    assert offer.about
    assert offer.badge == "Bara för dig"
