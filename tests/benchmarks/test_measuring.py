"""The benchmark's students and figures: the same everywhere, and no more than what was measured."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256

import pytest

from benchmarks.growth import batches, slope
from benchmarks.ours import measured_apart
from benchmarks.students import FEWEST, HOUSE, MOST, student
from benchmarks.table import Line, at_most, drawn, spread

NUMBERS = (0, 1)
PRINT_THEM = f"""
from hashlib import sha256
from benchmarks.students import student
for number in {NUMBERS}:
    print(sha256(student(number, 7).problem.model_dump_json().encode()).hexdigest())
"""


def test_students_of_a_seed_are_the_same_in_every_process() -> None:
    """A process with other hashes of its strings draws the same problems."""
    environment = {**os.environ, "PYTHONHASHSEED": "2", "PYTHONPATH": "."}
    elsewhere = subprocess.run(
        [sys.executable, "-c", PRINT_THEM], cwd=HOUSE, env=environment, capture_output=True, text=True, check=True
    )
    here = [sha256(student(number, 7).problem.model_dump_json().encode()).hexdigest() for number in NUMBERS]
    assert elsewhere.stdout.split() == here


@pytest.mark.parametrize("number", NUMBERS)
def test_student_on_another_ladder_is_the_same_student(number: int) -> None:
    """The same week and as many answers; only the steps are others."""
    eight, four = student(number, 1), student(number, 1, steps=4)
    assert (len(eight.problem.steps), len(four.problem.steps)) == (8, 4)
    assert eight.problem.timetable == four.problem.timetable
    assert eight.answers == four.answers
    assert FEWEST - 1 <= eight.answers <= MOST


def test_student_that_takes_too_long_is_counted_and_not_left_out() -> None:
    """The process is ended, and the next student gets one of its own."""
    ended = list(measured_apart([0, 1], 1, limit=0))
    assert [(one["number"], one["outcome"]) for one in ended] == [(0, "Ended"), (1, "Ended")]


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_slope_is_the_power_of_the_growth(power: float) -> None:
    """Time that grows with the square has a slope of two."""
    assert slope([(x, 3 * x**power) for x in (4, 8, 12, 16)]) == pytest.approx(power)


def test_nothing_is_drawn_through_one_point() -> None:
    """A slope is only told where there is one."""
    assert slope([(4, 1.0), (4, 2.0)]) is None
    assert batches([1.0] * 20) == [(5.0, 5.0), (10.0, 10.0), (20.0, 20.0)]


def test_goal_that_was_not_reached_says_so() -> None:
    """Whoever reads the table sees it in the last column."""
    lines = [at_most("plan", [1.0, 2.0, 9.0], {50: 2.0, 95: 5.0}), at_most("other", [], {95: 1.0}), Line("x", "", "1")]
    assert [line.met for line in lines] == [False, None, None]
    table = drawn("Goals", lines).splitlines()
    assert table[3].split()[-1] == "MISSED"
    assert "not measured" in table[4]
    assert spread([1.0, 2.0, 9.0]).startswith("p50 2.00 s")


@pytest.mark.slow
def test_whole_run_in_small_prints_its_table() -> None:
    """One student through everything but the longer ladders."""
    done = subprocess.run(
        [sys.executable, "benchmarks/engine.py", "--students", "1", "--highs", "1", "--growth", "0"],
        cwd=HOUSE, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    for said in ("first checked plan (1)", "HiGHS to the same proof", "Greedy:", "Step by step:", "too few students"):
        assert said in done.stdout
