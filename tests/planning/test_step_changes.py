"""What a step changes beside the one before, and why it is more than was agreed where it is."""

from __future__ import annotations

import pytest

from planning.dimensions import Dimension
from planning.needs import AnyNeed
from planning.needs.base import CARE
from planning.reasons import explained
from planning.step_changes import ChangeKind, LeapReasonKind, StepChange, changes_of, public_change
from tests.planning.builders import need, plan, problem, timetable

PLACE, TIME, SUBJECTS, PEOPLE, SUPPORT = Dimension


def change(*steps: str, needs: tuple[AnyNeed, ...] = (), **fields: int) -> StepChange:
    """What the last of those steps changes."""
    of = problem(timetable(), *needs, steps=len(steps), **fields)
    return changes_of(of, explained(of, plan(of, *steps)))[-1]


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        (("a",), ChangeKind.START), (("", "a"), ChangeKind.LESSONS_BEGIN), (("a", "a b c d"), ChangeKind.RAISES),
        (("a b", "a b"), ChangeKind.SAME), (("a", "d"), ChangeKind.OTHER), (("a b", "a"), ChangeKind.LESS),
        (("a", ""), ChangeKind.LESS), (("a b@09:10-09:20", "a b@09:10-09:30"), ChangeKind.MORE),
    ],
)  # fmt: skip
def test_kinds_of_change(steps: tuple[str, ...], kind: ChangeKind) -> None:
    """The first, the one that begins lessons, and the ways of being like or unlike the step before."""
    assert change(*steps).kind is kind


def test_what_was_not_ticked_as_hard_stands_beside() -> None:
    """More subjects come with the time; to the reader all of it rises."""
    found = change("a", "a b c d")
    assert (found.counted, found.beside, found.reasons) == ((TIME,), (SUBJECTS,), ())
    hard = change("a", "a b c d", needs=(need("begin_with", "wish_1", subjects=["Svenska"]),))
    assert (hard.counted, hard.beside) == ((TIME, SUBJECTS), ())
    assert found.raises == hard.raises == (TIME, SUBJECTS)


def test_place_stands_for_the_people_that_come_with_it() -> None:
    """People alone are told where the place is the same."""
    small = (need("small_group_first", last_step=1),)
    assert change("a*", "a", needs=small).counted == (PLACE,)
    assert change("a@08:00-08:30 b@09:10-09:40", "a", needs=small).counted == (PEOPLE,)


def kinds(found: StepChange) -> list[tuple[LeapReasonKind, str]]:
    """Its reasons, with their needs."""
    return [(reason.kind, reason.need or "") for reason in found.reasons]


BEGIN = need("begin_with", "wish_1", subjects=["Svenska"])


def test_a_leap_has_its_goal_its_ended_support_or_its_ended_limit_as_reason() -> None:
    """Read off the needs and the lessons that are new."""
    goal = need("full_restore", first_step=2)
    limit = need("earliest_start", time="10:00", last_step=1)
    support = need("coach_all_lessons", last_step=1)
    assert kinds(change("d", "a b c d e f", needs=(BEGIN, limit, support, goal))) == [
        (LeapReasonKind.GOAL, "full_restore"), (LeapReasonKind.SUPPORT_ENDS, "coach_all_lessons"),
        (LeapReasonKind.LIMIT_ENDS, "earliest_start"),
    ]  # fmt: skip
    least = need("min_lessons_per_week", n=3, first_step=2)
    assert kinds(change("a", "a b c", needs=(BEGIN, least))) == [(LeapReasonKind.GOAL, "min_lessons_per_week")]


def test_a_limit_that_opened_nothing_is_no_reason() -> None:
    """Nor one that ended in another step, a goal that was met already, or support that took nothing away."""
    idle = (
        need("days_off", weekdays=["fri"], last_step=1), need("earliest_start", time="10:00", last_step=2),
        need("min_lessons_per_week", n=1, last_step=1), need("support", item="headphones", last_step=1),
        need("require_subject", subjects=["Svenska"], min=1, first_step=2),
    )  # fmt: skip
    assert kinds(change("a", "a b c d", needs=(BEGIN, *idle))) == [(LeapReasonKind.PACE, "")]


def test_a_room_that_opens_is_the_reason_for_the_way_into_it() -> None:
    """Though it let the same lessons in before."""
    room = need("avoid_place", places=["classroom"], last_step=1)
    assert kinds(change("a*", "a b c d", needs=(room,))) == [(LeapReasonKind.LIMIT_ENDS, "avoid_place")]


def test_a_leap_without_any_of_them_is_for_the_pace() -> None:
    """And one that the student has said yes to needs no reason."""
    assert kinds(change("a", "a b c d", needs=(BEGIN,))) == [(LeapReasonKind.PACE, "")]
    assert kinds(change("a", "a b c d", needs=(BEGIN,), rises_per_step=2)) == []


def test_every_step_has_its_change() -> None:
    """In order, by its number."""
    of = problem(timetable(), steps=3)
    assert [one.number for one in changes_of(of, plan(of, "", "a", "a"))] == [1, 2, 3]


def test_the_public_change_tells_neither_what_was_ticked_nor_what_it_rests_on() -> None:
    """All that rises is told alike, reasons by their kind; what rests on something private is no reason."""
    goal = need("full_restore", first_step=2)
    private = need("earliest_start", time="10:00", last_step=1).model_copy(update={"origin": CARE})
    of = problem(timetable(), BEGIN, goal, private, steps=2)
    change = changes_of(of, explained(of, plan(of, "d", "a b c d e f")))[-1]
    assert len(change.reasons) == 2
    told = public_change(of, change)
    assert (told.counted, told.beside) == ((TIME, SUBJECTS), ())
    assert kinds(told) == [(LeapReasonKind.GOAL, "")]
    only_time = changes_of(problem(timetable(), steps=2), plan(problem(timetable(), steps=2), "a", "a b c d"))[-1]
    assert (public_change(of, only_time).counted, public_change(of, only_time).beside) == ((TIME, SUBJECTS), ())
