"""What a step changes, and its small ladders, said to the student and neutrally to the school."""

from __future__ import annotations

import re

import pytest

from planning.dimensions import Dimension
from planning.needs import AnyNeed
from planning.needs.base import CARE
from planning.rungs import RUNGS, LadderRung, Rung, SmallLadder
from planning.step_changes import ChangeKind, LeapReason, LeapReasonKind, StepChange
from tests.planning.builders import need
from wording.dimensions import rungs_to_say, say_change, say_change_to_school, say_rung
from wording.language import speaking

PLACE, TIME, SUBJECTS, PEOPLE, SUPPORT = Dimension
LATE = need("earliest_start", time="09:30", last_step=2)
HALL = need("avoid_place", places=["dining_hall"], last_step=2)
WHOLE = need("full_restore", first_step=3)
COACH = need("coach_all_lessons", last_step=2)


def leap(*reasons: LeapReason, counted: tuple[Dimension, ...] = (TIME, SUBJECTS)) -> StepChange:
    """A step that changes those, for those reasons."""
    return StepChange(number=3, kind=ChangeKind.RAISES, counted=counted, reasons=reasons)


def by(kind: LeapReasonKind, given: AnyNeed) -> LeapReason:
    """A reason with its need."""
    return LeapReason(kind=kind, need=given.id)


@pytest.mark.parametrize(
    ("counted", "beside", "student", "school"),
    [
        ((TIME,), (), "Det här steget ändrar en sak: tiden.", "Steget ändrar en sak: tiden."),
        (
            (PLACE, TIME), (), "Det här steget ändrar två saker: platsen och tiden.",
            "Steget ändrar två saker: platsen och tiden.",
        ),
        (
            (TIME,), (SUBJECTS,),
            "Det här steget ändrar en sak: tiden. Ämnena ändras också. Det har ingen kryssat som svårt.",
            "Steget ändrar två saker: tiden och ämnena.",
        ),
        ((), (SUBJECTS,), "Det här steget ändrar en sak: ämnena.", "Steget ändrar en sak: ämnena."),
        (
            (TIME, PEOPLE, SUPPORT), (),
            "Det här steget ändrar tre saker: tiden, hur många som är med och stödet.",
            "Steget ändrar tre saker: tiden, hur många som är med och stödet.",
        ),
    ],
)  # fmt: skip
def test_what_rises_is_named(
    counted: tuple[Dimension, ...], beside: tuple[Dimension, ...], student: str, school: str
) -> None:
    """To the student what is hard first; the school is not told what was ticked."""
    change = StepChange(number=2, kind=ChangeKind.RAISES, counted=counted, beside=beside)
    assert (say_change(change, {}), say_change_to_school(change, {})) == (student, (school,))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ChangeKind.START, "Det här är starten."), (ChangeKind.SAME, "Allt är som i steget före."),
        (ChangeKind.LESSONS_BEGIN, "Nu börjar lektionerna."), (ChangeKind.LESS, "Mindre än i steget före."),
    ],
)  # fmt: skip
def test_a_step_that_raises_nothing_says_how_it_is(kind: ChangeKind, said: str) -> None:
    """Calmly, in one sentence."""
    assert say_change(StepChange(number=1, kind=kind), {}) == said


def test_a_leap_says_that_it_is_one_and_why() -> None:
    """The limit or support that ends, the goal that begins, or the pace; then what one can do."""
    needs = {n.id: n for n in (LATE, WHOLE, COACH)}
    said = say_change(leap(by(LeapReasonKind.LIMIT_ENDS, LATE)), needs)
    assert said == (
        "Det här steget ändrar två saker: tiden och ämnena. Det är mer på en gång än ni har kommit överens om. Det är"
        " så för att det här inte gäller längre: ingen lektion före 09.30. Blir det för mycket? Säg till, så delar vi"
        " upp det."
    )
    assert "det här målet gäller nu: " in say_change(leap(by(LeapReasonKind.GOAL, WHOLE)), needs)
    assert "det här stödet slutar: " in say_change(leap(by(LeapReasonKind.SUPPORT_ENDS, COACH)), needs)
    assert "stegen ska räcka hela vägen" in say_change(leap(LeapReason(kind=LeapReasonKind.PACE)), needs)


def test_no_more_than_two_reasons_are_named() -> None:
    """Each by itself; a list of everything that ends is no explanation."""
    needs = {n.id: n for n in (LATE, WHOLE, COACH)}
    goal, ends = by(LeapReasonKind.GOAL, WHOLE), by(LeapReasonKind.LIMIT_ENDS, LATE)
    reasons = (goal, ends, by(LeapReasonKind.SUPPORT_ENDS, COACH))
    said = say_change(leap(*reasons), needs)
    assert "stödet slutar" not in said
    assert ", och för att det här inte gäller längre: ingen lektion före 09.30." in said


def test_what_was_told_to_nobody_is_only_a_limit_that_ends() -> None:
    """A private answer is not read off the reason."""
    private = HALL.model_copy(update={"origin": CARE})
    said = say_change(leap(by(LeapReasonKind.LIMIT_ENDS, private)), {private.id: private})
    assert "en gräns inte gäller längre" in said
    assert "matsal" not in said.lower()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_school_reads_no_limit_and_no_tick(language: str) -> None:
    """Not which limit ends, nor which support: only a goal that may be printed is named."""
    needs = {n.id: n for n in (LATE, HALL, WHOLE, COACH)}
    reasons = (by(LeapReasonKind.LIMIT_ENDS, HALL), by(LeapReasonKind.SUPPORT_ENDS, COACH))
    with speaking(language):  # type: ignore[arg-type]  # the two languages that there are
        what, why = say_change_to_school(leap(*reasons), needs)
        said = f"{what} {why}"
        assert not re.search(r"matsal|dining|kryss|tick|coach", said, re.IGNORECASE)


@pytest.mark.parametrize(
    ("ladder", "rung", "said"),
    [
        (SmallLadder.DINING_HALL, Rung.EATS_BEFORE_OTHERS, "Matsalen: äter före de andra"),
        (SmallLadder.CHANGING_ROOM, Rung.SPORT_WITHOUT_CHANGING, "Omklädningsrummet: idrott utan att byta om"),
        (SmallLadder.BUS, Rung.BUS_WITH_ADULT, "Bussen: åker med en vuxen"),
        (SmallLadder.CLASSROOM, Rung.SMALL_ROOM, "Klassrummet: lektionerna är i ett litet rum"),
    ],
)  # fmt: skip
def test_a_rung_is_said_by_its_place(ladder: SmallLadder, rung: Rung, said: str) -> None:
    """Short, and without saying why."""
    assert say_rung(LadderRung(ladder=ladder, rung=rung)) == said


def test_a_small_group_first_is_about_what_is_new() -> None:
    """Lessons that are known are met with the class already."""
    small = LadderRung(ladder=SmallLadder.CLASSROOM, rung=Rung.SMALL_ROOM)
    assert say_rung(small, need("small_group_first")) == "Klassrummet: det som är nytt börjar i ett litet rum"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_rung_has_words_of_its_own_and_no_number(language: str) -> None:
    """In each language."""
    with speaking(language):  # type: ignore[arg-type]  # the two languages that there are
        said = [say_rung(LadderRung(ladder=ladder, rung=rung)) for ladder, rungs in RUNGS.items() for rung in rungs]
    assert len(set(said)) == len(said)
    assert not any(re.search(r"\d", one) for one in said)


def test_a_top_that_was_reached_before_needs_no_line() -> None:
    """It is said in the step that reaches it, and what is left to climb is always said."""
    new = LadderRung(ladder=SmallLadder.BUS, rung=Rung.BUS_ALONE, is_new=True)
    old = new.model_copy(update={"is_new": False})
    low = LadderRung(ladder=SmallLadder.BUS, rung=Rung.COMES_OTHERWISE)
    assert list(rungs_to_say([new, old, low])) == [new, low]
