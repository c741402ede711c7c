"""Support moves no lesson; what is to be there at a time of the week is met when it has its place there."""

from __future__ import annotations

import pytest

from planning.checks.judge import breaches_of
from planning.needs import SupportKind
from planning.outcomes import Breach
from planning.problem import Problem
from tests.planning.builders import is_met, need, plan, problem, timetable
from tests.planning.item_builders import with_items

WITH_ITEMS: dict[SupportKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    SupportKind.BREAKFAST: ((), ("breakfast mon 07:50-08:00",)),
    SupportKind.BREAK_COMPANY: ((), ("break_with_adult mon 09:00-09:10",)),
    SupportKind.MEET_AT_ARRIVAL: (("Läraren Exempel",), ("meet_at_arrival mon 07:55-08:00",)),
    SupportKind.MEET_ADULT_FIRST: ((), ("meet_adult tue 10:00-10:30",)),
    SupportKind.TEXT_MESSAGES: (
        ("in_the_morning", "afterwards"), ("morning_message mon 06:55-07:00", "text mon 10:40-10:45"),
    ),
    SupportKind.CONTACT_OTHER_WAY: (("fika",), ("fika wed 13:00-13:30",)),
    SupportKind.ENERGY_CHECK: ((), ("rest mon 10:40-11:10",)),
    SupportKind.FIRST_MEETING: (("fishing",), ("activity thu 10:00-11:00",)),
}  # fmt: skip
"""Ticked boxes, and what they ask for in a week with Monday's first two lessons."""


def lacking(of: Problem, *words: str) -> list[Breach]:
    """Where Monday's first two lessons and those items do not meet the first need."""
    return list(breaches_of(of.needs[0], of, with_items(of, plan(of, "a b"), *words)))


@pytest.mark.parametrize("item", [kind for kind in SupportKind if kind not in WITH_ITEMS])
@pytest.mark.parametrize("plan", ["", "a b c d e f"])
def test_every_plan_meets_support_that_has_no_time_of_its_own(item: SupportKind, plan: str) -> None:
    """All that is arranged around the lessons."""
    assert is_met(need("support", "support", item=item), plan)
    assert is_met(need("support", "hard", item=item), plan)


@pytest.mark.parametrize("strength", ["support", "wish_2", "hard"])
@pytest.mark.parametrize("kind", WITH_ITEMS)
def test_support_with_a_time_of_its_own_is_met_when_it_has_it(kind: SupportKind, strength: str) -> None:
    """However strongly it is asked for; without its time it is not there."""
    choices, words = WITH_ITEMS[kind]
    of = problem(timetable(), need("support", strength, item=kind, choices=choices))
    assert lacking(of, *words) == []
    (breach,) = lacking(of)
    assert (breach.step, breach.amount) == (1, len(words))


def test_one_of_two_is_half_of_it() -> None:
    """The breach tells how many are missing."""
    choices, words = WITH_ITEMS[SupportKind.TEXT_MESSAGES]
    of = problem(timetable(), need("support", "support", item="text_messages", choices=choices))
    assert [breach.amount for breach in lacking(of, words[0])] == [1]


def test_what_comes_with_lessons_is_not_missed_where_there_are_none() -> None:
    """Nobody meets at the door on a day at home; a first meeting is still a meeting."""
    meets, adult = (need("support", "support", item=item) for item in ("meet_at_arrival", "meet_adult_first"))
    assert is_met(meets, "")
    assert not is_met(adult, "")


def test_a_contact_of_a_week_without_lessons_is_dated_and_not_missed() -> None:
    """It stands among the step's contacts."""
    assert is_met(need("support", "support", item="contact_other_way", choices=["fika"]), "")


def test_support_that_is_released_asks_for_nothing_any_more() -> None:
    """It held in the first step only."""
    of = problem(timetable(), need("support", "support", item="breakfast", last_step=1), steps=2)
    done = with_items(of, plan(of, "a b", "a b"), "breakfast mon 07:50-08:00")
    assert list(breaches_of(of.needs[0], of, done)) == []


def test_what_the_coach_has_written_in_is_missed_as_often_as_it_lacks() -> None:
    """Fika twice a week, with lessons and without."""
    of = problem(timetable(), need("weekly_item", item="fika", times_a_week=2))
    assert [breach.amount for breach in lacking(of)] == [2]
    assert [breach.amount for breach in lacking(of, "fika tue 13:00-13:30")] == [1]
    assert lacking(of, "fika tue 13:00-13:30", "fika thu 10:00-10:30") == []
    assert not is_met(need("weekly_item", item="fika"), "")
