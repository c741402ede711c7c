"""The line under a step's name, and its small ladders."""

from __future__ import annotations

from planning.problem import Problem
from tests.planning.builders import need, plan, problem, timetable
from ui.step_change_view import change_line, ladder_lines

LUNCH = need("lunch_elsewhere", how="small_room", last_step=2)


def of(steps: int) -> Problem:
    """A week with lunch somewhere else in the first two steps."""
    return problem(timetable(), LUNCH, steps=steps)


def test_a_step_says_what_it_changes_after_the_one_before() -> None:
    """The first is the start."""
    steps = plan(of(3), "a", "a", "a b c d")
    assert [change_line(step, steps, of(3)) for step in steps.steps] == [
        "Det här är starten.",
        "Allt är som i steget före.",
        "Det här steget ändrar en sak: tiden. Ämnena ändras också. Det har ingen kryssat som svårt.",
    ]


def test_small_ladders_are_listed_until_they_have_been_climbed() -> None:
    """The last rung in the step that reaches it."""
    steps = plan(of(5), "a", "a", "a", "a", "a")
    assert [ladder_lines(step, steps, of(5)) for step in steps.steps] == [
        ["Matsalen: äter någon annanstans"], ["Matsalen: äter någon annanstans"], ["Matsalen: äter före de andra"],
        ["Matsalen: äter med de andra"], [],
    ]  # fmt: skip


def test_no_word_of_school_is_said_before_lessons() -> None:
    """A dining hall least of all."""
    steps = plan(of(2), "", "a")
    assert ladder_lines(steps.steps[0], steps, of(2)) == []
    assert ladder_lines(steps.steps[1], steps, of(2)) != []
