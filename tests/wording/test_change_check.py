"""What a change made by hand would break, in sentences."""

from __future__ import annotations

from planning.hand_editing import check_change
from planning.needs import HandNeed
from tests.planning.builders import need, plan, problem, timetable
from wording.change_check import say_check


def kept(lesson: str) -> HandNeed:
    """That lesson kept by hand."""
    made = need("keep_lesson", lesson={"id": lesson})
    assert isinstance(made, HandNeed)
    return made


def test_what_must_hold_is_said_first_and_all_is_well_in_one_line() -> None:
    """Each with whose it is."""
    of = problem(timetable(), need("max_lessons_per_day", n=1), need("days_off", "wish_2", weekdays=["mon"]))
    present = plan(of, "d")
    assert say_check(check_change(of, present, [kept("e")]), of) == ("Det går bra.",)
    assert say_check(check_change(of, present, [kept("a"), kept("b")]), of) == (
        "Det går emot: «högst 1 lektion om dagen» (eleven kryssade).",
        "Det här blir lite sämre: «ingen lektion måndagar» (eleven kryssade).",
    )


def test_lessons_at_the_same_hour_are_said() -> None:
    """By subject, day and hour."""
    of = problem(timetable("x mon 08:00-09:00 Bild\ny mon 08:30-09:30 Musik"))
    check = check_change(of, plan(of, "x"), [kept("y")])
    assert say_check(check, of) == ("Den ligger samtidigt som Bild måndag 08.00.",)
