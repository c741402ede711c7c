"""Weeks and answers that nobody chose: two weeks of each real school, with a sensible case drawn by lot."""

from __future__ import annotations

import csv
import datetime as dt
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casework.case_file import CaseFile
from casework.proposing import problem_of
from interop.choices import TimetableChoice
from interop.reading import read_timetable
from planning.checks.judge import broken_promises
from planning.outcomes import Conflict, Found
from planning.problem import Problem
from planning.timetable import Timetable
from questionnaire.bank import load_bank
from questionnaire.checking import check_answers
from scheduler.planner import plan_for
from scheduler.posting import model_of
from scheduler.solving import Answer, Effort, run
from tests.scenarios.invented_cases import case_for

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
SEED = 20270111
WEEKS_PER_SCHOOL = 2
TODAY = dt.date(2026, 11, 23)
EFFORT = Effort(by_cores=0.2, by_bounds=3, interleaved=4)
"""Less than a reader is given: what is asked here is that the outcome is right, not that it is the best."""
PERIODS = {"fi_puris": ["P2"]}
"""Schools with a timetable of its own for each period of the year."""
SCHOOLS = (
    "ar_isj", "de_dgs", "de_sec1", "el_didy", "es_ies", "fi_puris", "hu_vmg", "it_liceo", "na_havana", "na_high",
    "ro_or10", "za_mhs",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.exists(), reason="the real timetables are not beside this repository (../shared/data)"),
]


def week_of(school: str, number: int) -> tuple[Timetable, dict[str, Any]]:
    """A week of the school drawn by lot, and where it stands: one student's where there are any, else a class's."""
    file = DATA / "neutral" / f"{school}.csv"
    with file.open(encoding="utf-8") as opened:
        units = sorted({(row["unit"], row["group"]) for row in csv.DictReader(opened)})
    students = [group for unit, group in units if unit == "student_path"]
    unit = "student_path" if students else "class"
    groups = students or [group for _, group in units]
    group = random.Random(f"{SEED} {school} {number}").choice(groups)
    chosen = {"group": group, "unit": unit, "week_labels": PERIODS.get(school)}
    reading = read_timetable(file.read_bytes(), file.name, TimetableChoice.model_validate(chosen))
    return reading.timetable, {"file": str(file), **chosen}


def drawn(school: str, number: int) -> tuple[dict[str, Any], Problem]:
    """A case drawn by lot and the problem that it puts."""
    timetable, source = week_of(school, number)
    case = case_for(timetable, source, random.Random(f"{SEED} case {school} {number}"))
    read = CaseFile.model_validate(case)
    assert check_answers(load_bank(), read.sheet, timetable) == ()
    return case, problem_of(read.facts, timetable, read.sheet, today=TODAY)


@pytest.mark.parametrize("number", range(WEEKS_PER_SCHOOL))
@pytest.mark.parametrize("school", SCHOOLS)
def test_any_sensible_case_gives_a_kept_plan_or_a_smallest_conflict(
    school: str, number: int, record_property: Callable[[str, object], None]
) -> None:
    """A plan without a broken promise, or a set of needs that cannot hold together, none of which can be spared."""
    _, problem = drawn(school, number)
    began = time.monotonic()
    outcome = plan_for(problem, EFFORT)
    seconds = time.monotonic() - began
    record_property("seconds", round(seconds, 1))
    print(f"{school} {number}: {seconds:.1f} s")  # noqa: T201 - shown by pytest -s and when the test fails
    if isinstance(outcome, Found):
        assert broken_promises(problem, outcome.plan) == ()
        assert all(lesson.reasons for step in outcome.plan.steps for lesson in step.lessons)
        assert all(left.reasons for step in outcome.plan.steps for left in step.left_out)
        return
    assert isinstance(outcome, Conflict), outcome
    expect_smallest(problem, outcome)


def expect_smallest(problem: Problem, conflict: Conflict) -> None:
    """The needs of the conflict collide by themselves, and without any one of them the rest can be planned."""
    alone = problem.model_copy(update={"needs": conflict.needs})
    assert planning_comes_to(alone) is Answer.IMPOSSIBLE
    spared = [need.id for need in conflict.needs if planning_comes_to(alone.without(need.id)) is not Answer.OPTIMAL]
    assert spared == []


def planning_comes_to(problem: Problem) -> Answer:
    """Whether any plan exists at all, good or bad."""
    return run(model_of(problem).cp, EFFORT)[0]
