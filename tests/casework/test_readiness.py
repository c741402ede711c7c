"""What must be said before a plan leaves, by whom, and what a draft never tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.readiness import (
    PARTS_QUESTION,
    Hindrance,
    HindranceKind,
    PlanPart,
    parts_are_answered,
    parts_not_right,
    rests_on,
    what_is_missing,
)
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from tests.casework.small_week import sheet

ALL = [part.value for part in PlanPart]
BY_COACH = {"by": "coach"}
BY_GUARDIAN = {"by": "guardian"}
RIGHT = {"SL1": ALL, "SL2": "yes"}


def kinds(answers: AnswerSheet) -> list[HindranceKind]:
    """What is missing."""
    return [hindrance.kind for hindrance in what_is_missing(answers)]


def test_nothing_is_missing_when_the_student_calls_all_of_it_right() -> None:
    """Every part ticked, and a first step that is about right."""
    assert what_is_missing(sheet(**RIGHT)) == ()


def test_a_plan_that_nobody_has_asked_the_student_about_may_not_leave() -> None:
    """A silence is no yes."""
    assert kinds(sheet()) == [HindranceKind.PARTS_NOT_RIGHT, HindranceKind.FIRST_STEP_NOT_RIGHT]


def test_the_parts_that_are_not_ticked_are_named() -> None:
    """Places and support, when the other three are right."""
    missing = what_is_missing(sheet(SL1=["times", "subjects", "people"], SL2="yes"))
    assert missing == (
        Hindrance(kind=HindranceKind.PARTS_NOT_RIGHT, parts=(PlanPart.PLACES, PlanPart.SUPPORT)),
    )


@pytest.mark.parametrize("choice", ["no", "dont_know", "skip"])
def test_only_a_yes_lets_the_first_step_leave(choice: str) -> None:
    """Neither a no, nor not knowing, nor a skip."""
    assert kinds(sheet(SL1=ALL, SL2=choice)) == [HindranceKind.FIRST_STEP_NOT_RIGHT]


def test_nobody_says_yes_for_the_student() -> None:
    """What an adult has ticked does not count here."""
    answers = sheet(SL1={"ticks": ALL, **BY_COACH}, SL2={"choice": "yes", **BY_GUARDIAN})
    assert kinds(answers) == [HindranceKind.PARTS_NOT_RIGHT, HindranceKind.FIRST_STEP_NOT_RIGHT]


@pytest.mark.parametrize("by", [BY_COACH, BY_GUARDIAN])
def test_guardians_who_do_not_agree_stop_it(by: dict[str, str]) -> None:
    """Whoever has written it down."""
    answers = sheet(**RIGHT, G15={"choice": "no", **by})
    assert kinds(answers) == [HindranceKind.GUARDIANS_DISAGREE]


@pytest.mark.parametrize("choice", ["yes", "dont_know", "skip"])
def test_guardians_who_have_not_said_no_do_not(choice: str) -> None:
    """A question that is left open stops nothing."""
    assert what_is_missing(sheet(**RIGHT, G15={"choice": choice, **BY_GUARDIAN})) == ()


def test_a_student_who_feels_forced_is_asked_again_first() -> None:
    """Until the student answers otherwise."""
    assert kinds(sheet(**RIGHT, HE5="yes")) == [HindranceKind.ASK_STUDENT_AGAIN]
    assert what_is_missing(sheet(**RIGHT, HE5="no")) == ()


def test_parts_are_answered_once_the_student_has_said_something() -> None:
    """A skip is no answer about the parts."""
    assert parts_are_answered(sheet(SL1=["times"]))
    assert not parts_are_answered(sheet(SL1="skip"))
    assert not parts_are_answered(sheet())


def test_a_part_leads_to_the_answers_it_rests_on() -> None:
    """Only to those that there are, and never to a private one."""
    answers = sheet(PL6=["Bildsalen"], TI5=["2"], SO1="yes", VU2=["EXD"], VU3="no", AM1=["Bild"], OR1="yes")
    assert rests_on(PlanPart.PLACES, answers) == ("PL6",)
    assert rests_on(PlanPart.TIMES, answers) == ("TI5", "SO1")
    assert rests_on(PlanPart.SUBJECTS, answers) == ("AM1",)
    assert rests_on(PlanPart.PEOPLE, answers) == ("VU2",)
    assert rests_on(PlanPart.SUPPORT, answers) == ("OR1",)


@given(st.sets(st.sampled_from(ALL)))
def test_every_part_is_either_right_or_asked_about(ticked: set[str]) -> None:
    """None is lost."""
    missing = parts_not_right(sheet(SL1=sorted(ticked)) if ticked else sheet())
    assert {part.value for part in missing} | ticked == set(ALL)
    assert not {part.value for part in missing} & ticked


def test_the_boxes_of_the_bank_are_the_parts() -> None:
    """A new box would otherwise be asked and never read."""
    assert [option.code for option in load_bank().by_id[PARTS_QUESTION].options] == ALL
