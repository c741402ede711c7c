"""Goals and pace: what is added can be read as a sentence, and taken away again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.facts import Amount, FullReturn, Goals, Growth, Most, SubjectLimit
from ui.goal_rows import GoalEntry, GoalKind, NotAGoal, goal_name, goal_rows, with_goal, without_goal

STEPS = 8
ENTRIES = st.builds(
    GoalEntry,
    kind=st.sampled_from(GoalKind),
    number=st.integers(1, 40),
    first_step=st.integers(1, STEPS),
    last_step=st.integers(1, STEPS),
    subjects=st.lists(st.sampled_from(["Bild", "Musik", "Slöjd"]), unique=True).map(tuple),
)


def added(*entries: GoalEntry) -> Goals:
    """The goals after adding those that can be goals."""
    goals = Goals()
    for entry in entries:
        made = with_goal(goals, entry, STEPS)
        if isinstance(made, Goals):
            goals = made
    return goals


@pytest.mark.parametrize(
    ("entry", "goals"),
    [
        (GoalEntry(GoalKind.LEAST_LESSONS, 2, 1, 3), Goals(lessons_per_week=(Amount(least=2, last_step=3),))),
        (GoalEntry(GoalKind.MOST_LESSONS, 2, 4, 8), Goals(lessons_per_week=(Amount(most=2, first_step=4),))),
        (GoalEntry(GoalKind.GROWTH, 3), Goals(growth_per_step=Growth(lessons=3))),
        (
            GoalEntry(GoalKind.FULL_RETURN, first_step=7, subjects=("Bild",)),
            Goals(full_return=FullReturn(from_step=7, except_subjects=("Bild",))),
        ),
        (GoalEntry(GoalKind.NOTHING_REMOVED), Goals(nothing_removed=True)),
    ],
)
def test_each_kind_becomes_the_goal_that_a_case_file_would_hold(entry: GoalEntry, goals: Goals) -> None:
    """A goal to the ladder's last step has no end."""
    assert added(entry) == goals


@given(st.lists(ENTRIES, max_size=5))
def test_every_goal_is_a_sentence_and_can_be_taken_away(entries: list[GoalEntry]) -> None:
    """Taking all rows away leaves no goal at all."""
    goals = added(*entries)
    assert all(row.text for row in goal_rows(goals))
    for row in reversed(goal_rows(goals)):
        goals = without_goal(goals, row)

    assert goals == Goals()


def test_goals_that_the_screen_cannot_add_are_shown_and_removable_too() -> None:
    """A case may have been made from a file."""
    goals = Goals(lessons_per_day=(Most(most=2),), only_subjects=(SubjectLimit(subjects=("Bild",), last_step=1),))
    first, second = goal_rows(goals)

    assert goal_rows(without_goal(goals, first)) == (second._replace(place=0),)


def test_a_row_that_is_gone_takes_no_other_with_it() -> None:
    """Another tab was quicker."""
    goals = added(GoalEntry(GoalKind.LEAST_LESSONS, 2), GoalEntry(GoalKind.NOTHING_REMOVED))
    first, _ = goal_rows(goals)
    left = without_goal(goals, first)

    assert without_goal(left, first) == left


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (GoalEntry(GoalKind.COACH_FIRST, 1, 3, 2), "Sista steget kommer före det första. Välj ett senare."),
        (GoalEntry(GoalKind.SUBJECT), "Välj minst ett ämne."),
        (
            GoalEntry(GoalKind.LEAST_LESSONS, 99999),
            "Det går inte att ha som mål. Pröva ett annat antal eller andra steg.",
        ),
    ],
)
def test_what_cannot_be_a_goal_says_why(entry: GoalEntry, message: str) -> None:
    """In plain words."""
    assert with_goal(Goals(), entry, STEPS) == NotAGoal(message)


def test_the_same_goal_is_not_added_twice() -> None:
    """A second tap changes nothing."""
    entry = GoalEntry(GoalKind.COACH_EVERY, last_step=2)

    assert with_goal(added(entry), entry, STEPS) == NotAGoal("Det målet finns redan.")


def test_every_kind_has_a_name() -> None:
    """No two the same."""
    assert len({goal_name(kind) for kind in GoalKind}) == len(GoalKind)
