"""The student's own page: a week to look forward to, and nothing of the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exports.blocks import StudentWeek
from exports.plain_text import render_text
from exports.student_page import OwnPage, build_student_page
from planning.problem import Coach

GOLDEN = Path(__file__).parent / "golden"


def test_the_page_reads_as_it_did(made: Any) -> None:
    """Every word of the pages of a plan."""
    own = OwnPage(first_name="Test", calm_place="Grupprum 2", check_ins=(dt.date(2026, 12, 10),))
    assert render_text(build_student_page(made.problem, made.plan, own)) == (GOLDEN / "schema.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("count", [1, 4, 8])
def test_there_is_a_page_for_every_step(make_plan: Callable[[int], Any], count: int) -> None:
    """One page a step when its weeks are alike."""
    made = make_plan(count)
    blocks = build_student_page(made.problem, made.plan, OwnPage(first_name="Test")).blocks
    assert [page.number for page in blocks if isinstance(page, StudentWeek)] == list(range(1, count + 1))


def test_nothing_of_the_case_is_on_the_page(made: Any, planted: str) -> None:
    """No answer, no class, no share of anything, no teacher."""
    text = build_student_page(made.problem, made.plan, OwnPage(first_name="Test")).model_dump_json()
    for told in (planted, "8X", "%", "Testsson"):
        assert told not in text


def test_a_closed_day_says_its_name(make_plan: Callable[[int], Any]) -> None:
    """In a week of holiday no lesson is shown."""
    made = make_plan(8)
    weeks = build_student_page(made.problem, made.plan, OwnPage()).blocks
    holiday = weeks[2]
    assert isinstance(holiday, StudentWeek)
    assert all(day.note == "Jullov" and not day.moments for day in holiday.days)


def test_who_meets_and_the_calm_place_come_from_the_plan_when_not_given(made: Any) -> None:
    """The coach meets; the calm place is the support that the plan has."""
    text = render_text(build_student_page(made.problem, made.plan, OwnPage(first_name="Test")))
    assert "Den som möter mig: Kim Exempel" in text
    assert "Min lugna plats: " in text


def test_without_a_coach_nobody_is_promised(made: Any) -> None:
    """A page never names somebody who is not known."""
    problem = made.problem.model_copy(update={"coach": Coach()})
    assert "Den som möter mig" not in render_text(build_student_page(problem, made.plan, OwnPage()))
