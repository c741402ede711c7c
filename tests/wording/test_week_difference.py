"""A new timetable is told by what it changes."""

from __future__ import annotations

from planning.timetable import LessonKind
from planning.week_difference import difference
from tests.planning.week_lessons import lesson, week_of
from wording.week_difference import say_counts, say_differences, say_kind, say_plan_effect


def test_counts_leave_out_what_there_is_none_of() -> None:
    """Nobody reads «0 borta»."""
    found = difference(week_of("mon 08:10-09:00 Bild"), week_of("mon 08:10-09:00 Bild", "tue 08:10-09:00 NO"))
    assert say_counts(found) == "1 ny, 1 som förut"
    assert list(say_differences(found)) == ["Ny: tis 08.10–09.00 NO"]


def test_a_moved_lesson_is_told_with_both_times() -> None:
    """From when to when."""
    found = difference(
        week_of("mon 08:10-09:00 Bild", lesson("tue 08:10-09:00 NO", rooms=("A",)), "fri 08:10-09:00 Musik"),
        week_of("wed 10:10-11:00 Bild", lesson("tue 08:10-09:00 NO", rooms=("B",), teachers=("Ada",))),
    )
    assert list(say_differences(found)) == [
        "Borta: fre 08.10–09.00 Musik",
        "Flyttad: mån 08.10–09.00 Bild → ons 10.10–11.00",
        "Ändrad: tis 08.10–09.00 NO: sal B, lärare Ada",
    ]
    assert say_counts(found) == "1 borta, 1 flyttad, 1 ändrad"


def test_what_becomes_of_the_plan_is_said_before_it_happens() -> None:
    """It is made anew, and what was settled by hand may be let go."""
    assert say_plan_effect(0, 0) == "Planen görs om, och du får se den innan något annat händer."
    assert say_plan_effect(3, 1).endswith(
        "3 lektioner i planen berörs. 1 ändring som gjorts för hand gäller en lektion som inte finns kvar, och släpps."
    )


def test_every_kind_has_a_name() -> None:
    """And no two the same."""
    assert len({say_kind(kind) for kind in LessonKind}) == len(LessonKind)
