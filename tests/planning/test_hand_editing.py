"""The live check of a change made by hand: what it breaks by itself, at once."""

from __future__ import annotations

import time

from planning.hand_editing import check_change, edited
from planning.needs import HandNeed
from planning.plan import Setting
from planning.plan_changes import Change, changes_between
from tests.planning.builders import need, plan, problem, timetable, written


def by_hand(kind: str, lesson: str, **fields: object) -> HandNeed:
    """That settled about that lesson."""
    made = need(kind, lesson={"id": lesson}, **fields)
    assert isinstance(made, HandNeed)
    return made


def test_a_plan_is_edited_and_nothing_else_is_moved() -> None:
    """Kept, left out and shortened, in its steps."""
    of = problem(timetable(), steps=2)
    before = plan(of, "a", "a b")
    assert written(edited(of, before, [by_hand("keep_lesson", "c", last_step=1)])) == ("a c", "a b")
    assert written(edited(of, before, [by_hand("leave_out_lesson", "a", first_step=2)])) == ("a", "b")
    part = edited(of, before, [by_hand("lesson_part", "b", first_minutes=20)])
    assert [(c.lesson.id, c.change) for c in changes_between(before, part)] == [("b", Change.OTHERWISE)]
    small = edited(of, before, [by_hand("lesson_setting", "b", setting="small_room")])
    assert [lesson.setting for lesson in small.steps[1].lessons] == [Setting.CLASSROOM, Setting.SMALL_ROOM]


def test_what_the_change_breaks_is_named_and_nothing_that_was_broken_before() -> None:
    """Hard needs and wishes apart."""
    of = problem(
        timetable(), need("max_lessons_per_day", n=1), need("days_off", "wish_2", weekdays=["mon"]),
        need("avoid_subject", "wish_1", subjects=["Svenska"]),
    )  # fmt: skip
    found = check_change(of, plan(of, "a"), [by_hand("keep_lesson", "b")])
    assert found.hard == ("max_lessons_per_day",)
    assert found.wishes == ("days_off",)
    assert not found.is_clear


def test_a_lesson_taken_up_goes_where_new_lessons_go() -> None:
    """To the small room and with the coach, where that is asked for: that alone is no breach."""
    of = problem(timetable(), need("small_group_first"), need("coach_all_lessons"))
    assert check_change(of, plan(of, ""), [by_hand("keep_lesson", "b")]).is_clear


def test_lessons_at_the_same_hour_are_named() -> None:
    """Nobody is in two places at once."""
    week = timetable("x mon 08:00-09:00 Bild\ny mon 08:30-09:30 Musik")
    of = problem(week)
    found = check_change(of, plan(of, "x"), [by_hand("keep_lesson", "y")])
    assert [clash.lesson.id for clash in found.clashes] == ["x"]


def test_the_check_follows_a_finger() -> None:
    """Well below 300 ms for a whole ladder, also on a busy machine."""
    rows = [
        f"l{day}{hour} {name} {hour:02d}:00-{hour:02d}:50 Ämne{hour} Lärare-A"
        for day, name in enumerate(("mon", "tue", "wed", "thu", "fri")) for hour in range(8, 15)
    ]  # fmt: skip
    limits = (
        need("max_idle_gap", minutes=30), need("max_days", n=3, growth_per_step=1),
        need("earliest_start", time="09:00", last_step=4), need("avoid_teacher", teachers=["X"]),
    )  # fmt: skip
    of = problem("\n".join(rows), *limits, steps=8)
    full = plan(of, *(" ".join(row.split()[0] for row in rows) for _ in of.steps))
    began = time.process_time()
    check_change(of, full, [by_hand("leave_out_lesson", "l08")])
    assert time.process_time() - began < 0.3
