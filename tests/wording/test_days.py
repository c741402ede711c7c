"""What is special about a date, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.calendar import NationalTest
from planning.plan import PlannedLesson
from planning.planned_day import PlannedDay, Smaller, TestThatDay, WhyNot
from planning.steps import DATED_STEPS, MOST_DRAWN, Step, Timing, timing_of
from planning.timetable import Lesson, LessonId
from wording.days import (
    say_day_notes,
    say_earliest,
    say_not_that_day,
    say_other_days,
    say_smaller,
    say_smaller_day,
    say_test_ways,
    say_time,
)
from wording.phrases import said_label

MONDAY = dt.date(2027, 3, 8)
TEST = NationalTest(date=MONDAY, subject="Matematik", start="09:00", end="12:00", name="delprov B")
LESSONS = tuple(
    PlannedLesson(
        lesson=Lesson(id=LessonId(name), subject=name, weekday="mon", start=start, end=start + 60), week="",
        start=start, end=start + 60,
    )
    for name, start in (("Bild", 600), ("Musik", 660))
)  # fmt: skip


@pytest.mark.parametrize(
    ("smaller", "said"),
    [
        (Smaller(after="Sportlov"), "Mindre dag efter sportlovet"),
        (Smaller(after="Lovskola"), "Mindre dag efter Lovskola"),
        (Smaller(), "Mindre dag efter de lediga dagarna"),
        (Smaller(after_illness=True), "Mindre dag efter att ha varit sjuk"),
    ],
)
def test_a_smaller_day_says_after_what(smaller: Smaller, said: str) -> None:
    """By the name of the lov, as one says it."""
    assert say_smaller(smaller) == said


def test_a_day_s_notes_are_those_that_concern_the_student() -> None:
    """A test in a subject that is not in the plan is nothing to think of."""
    day = PlannedDay(date=MONDAY, step=1, week="", tests=(TestThatDay(test=TEST, concerns=True),))
    assert say_day_notes(day) == ("Nationellt prov i Matematik, delprov B",)
    other = day.model_copy(update={"tests": (TestThatDay(test=TEST, concerns=False),), "smaller": Smaller()})
    assert say_day_notes(other) == ("Mindre dag efter de lediga dagarna",)
    assert say_day_notes(PlannedDay(date=MONDAY, step=1, week="")) == ()


def test_a_national_test_says_what_can_be_done_and_who_decides() -> None:
    """Apart where the student has asked for it; never that it has to be written."""
    one = TestThatDay(test=TEST, concerns=True)
    assert say_test_ways(one, apart=True) == (
        "Nationellt prov i Matematik, delprov B 09.00–12.00. Du kan skriva provet i ett eget rum, eller låta bli. "
        "Ni pratar om det innan. Rektorn bestämmer."
    )
    assert "med de andra" in say_test_ways(one, apart=False)


def test_the_days_that_are_otherwise_are_told_in_order() -> None:
    """A studiedag by its date, a week of lov by its number, a smaller day with what is left, a test with its ways."""
    lov = [PlannedDay(date=MONDAY - dt.timedelta(days=7 - n), step=1, week="", closed="Sportlov") for n in range(5)]
    days = [
        *lov,
        PlannedDay(date=MONDAY, step=1, week="", lessons=LESSONS[:1], smaller=Smaller(after="Sportlov")),
        PlannedDay(date=MONDAY + dt.timedelta(days=1), step=1, week="", closed="Studiedag"),
        PlannedDay(date=MONDAY + dt.timedelta(days=2), step=1, week="", tests=(TestThatDay(test=TEST, concerns=True),)),
        PlannedDay(date=MONDAY + dt.timedelta(days=3), step=1, week="", lessons=LESSONS),
    ]
    lov_line, smaller, closed, test = say_other_days(days, apart=True)
    assert lov_line == "v. 9: Sportlov"
    assert smaller == "mån 8 mars: Bild 10.00–11.00 (mindre dag efter sportlovet)"
    assert closed == "tis 9 mars: Studiedag"
    assert test.startswith("ons 10 mars: Nationellt prov i Matematik, delprov B 09.00–12.00. Du kan skriva")


@pytest.mark.parametrize("why", WhyNot)
def test_what_is_left_out_that_day_has_a_reason(why: WhyNot) -> None:
    """In a whole sentence, each its own."""
    said = say_not_that_day(why)
    assert said.endswith(".")
    assert said not in {say_not_that_day(other) for other in WhyNot if other is not why}


def test_what_is_left_of_a_smaller_day_is_told_with_its_hours() -> None:
    """Every lesson of it."""
    day = PlannedDay(date=MONDAY, step=1, week="", lessons=LESSONS)
    assert say_smaller_day(day) == "mån 8 mars: Bild 10.00–11.00 och Musik 11.00–12.00"


def test_only_the_nearest_steps_say_their_weeks() -> None:
    """To the student the others come when she or he is ready; to the school they come at the earliest."""
    step = Step(number=3, mondays=(MONDAY, MONDAY + dt.timedelta(weeks=1)), week_labels=("",))
    assert [say_time(step, timing) for timing in Timing] == ["v. 10–11", "när du är redo", "sedan"]
    assert [say_earliest(step.mondays, timing) for timing in Timing] == ["v. 10–11", "tidigast v. 10", "tidigast v. 10"]


@pytest.mark.parametrize(
    ("label", "said"), [("A", "A"), ("hem 1", "hos hem 1"), ("hem 2", "hos hem 2"), ("A hem 2", "A hos hem 2")]
)
def test_a_week_in_a_home_is_said_with_its_home(label: str, said: str) -> None:
    """«Vecka hos hem 1», as it stands after the word."""
    assert said_label(label) == said


def test_two_steps_carry_dates_and_the_tail_is_afterwards() -> None:
    """The one that is lived, the next, and those that are over; from step 15 on there is only «sedan»."""
    assert [timing_of(number) for number in range(1, 5)] == [*[Timing.DATED] * DATED_STEPS, *[Timing.WHEN_READY] * 2]
    assert [timing_of(number, 3) for number in (1, 3, 4, 5)] == [*[Timing.DATED] * 3, Timing.WHEN_READY]
    assert [timing_of(number) for number in (MOST_DRAWN, MOST_DRAWN + 1)] == [Timing.WHEN_READY, Timing.AFTERWARDS]
    assert timing_of(MOST_DRAWN + 1, MOST_DRAWN) is Timing.DATED
