"""Whatever becomes of a search, it ends in an outcome, and the outcome in a sentence."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from casework.proposing import problem_of, propose
from planning.errors import BadInput
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.problem import Problem
from planning.timetable import Timetable
from scheduler.worker import Job, Planners
from tests.casework.small_week import MONDAY, TODAY, facts, sheet, week
from tests.planning.crowded import crowded_week
from wording.conflict import ConflictText, say_conflict, say_interrupted
from wording.errors import say_error
from wording.language import speaking

LONG = 60.0
SOON = 3.0
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be halted by a signal here")


@pytest.fixture
def planners() -> Iterator[Planners]:
    """One worker."""
    with Planners() as opened:
        yield opened


def crowded(seed: int, lessons: int = 60) -> Problem:
    """A case whose timetable has so many lessons, seven of them at once, and a long ladder."""
    ladder = {"first_monday": MONDAY, "number_of_steps": 12, "weeks_per_step": 1}
    return problem_of(facts(ladder=ladder), crowded_week(seed, lessons=lessons), sheet(AM1=["Bild"]), today=TODAY)


def said(outcome: Outcome | None) -> ConflictText:
    """What is told of an outcome without a plan: never without a reason, a way on, and a contact; in both languages."""
    assert isinstance(outcome, Conflict | Interrupted)
    with speaking("en"):
        english = say_conflict(outcome) if isinstance(outcome, Conflict) else say_interrupted(outcome)
    text = say_conflict(outcome) if isinstance(outcome, Conflict) else say_interrupted(outcome)
    assert text.headline
    assert text.ways_out
    assert text.contact.startswith("Under tiden: ")
    assert english.headline not in {"", text.headline}
    return text


def begun(planners: Planners) -> tuple[Job, int]:
    """A long search that a worker has come some way with, and the id of the worker."""
    job = planners.start(crowded(1, lessons=100))
    end = time.monotonic() + LONG
    while job.progress is None:
        assert time.monotonic() < end
        time.sleep(0.01)
    (pid,) = planners.processes()
    return job, pid


def test_out_of_time(planners: Planners) -> None:
    """The clock on the wall counts."""
    outcome = planners.start(crowded(1, lessons=100), seconds=0.1).wait(LONG)
    assert said(outcome).headline.startswith("Ingen plan blev klar på 0 sekunder")


@on_posix
def test_out_of_memory() -> None:
    """A limit that nothing fits in."""
    with Planners(memory_mib=1) as small:
        assert said(small.start(crowded(1)).wait(LONG)).headline == "Datorns minne räckte inte för att räkna klart."


@on_posix
def test_worker_killed(planners: Planners) -> None:
    """In the middle of a search; the best plan until then is told of first."""
    job, pid = begun(planners)
    os.kill(pid, signal.SIGKILL)
    text = said(job.wait(SOON))
    assert text.headline == "Uträkningen stannade innan den var klar. Det som är sparat finns kvar."
    assert text.ways_out[0].startswith("Planen som finns håller")


def test_cancelled(planners: Planners) -> None:
    """By somebody who did not want to wait."""
    job, _ = begun(planners)
    job.cancel()
    assert said(job.wait(SOON)).headline == "Sökandet efter en plan avbröts."


def test_goals_that_contradict_each_other(planners: Planners) -> None:
    """The whole week at the end, and never more than one lesson: both are named."""
    goals = {"full_return": {"from_step": 2}, "lessons_per_week": [{"most": 1}]}
    of = problem_of(facts(goals=goals), week(), sheet(), today=TODAY)
    outcome = planners.start(of).wait(LONG)
    assert len(said(outcome).colliding) >= 2
    assert outcome == propose(of)


def test_no_ticks_at_all(planners: Planners) -> None:
    """There is a plan all the same."""
    outcome = planners.start(problem_of(facts(), week(), sheet(), today=TODAY)).wait(LONG)
    assert isinstance(outcome, Found)


def test_an_empty_timetable() -> None:
    """It is said before anything is looked for."""
    with pytest.raises(BadInput) as raised:
        problem_of(facts(), Timetable(group="9T", lessons=()), sheet(), today=TODAY)
    assert "Det finns inga lektioner att planera." in say_error(raised.value)


@pytest.mark.parametrize("seed", [1, 2])
def test_sixty_lessons_with_seven_at_once(planners: Planners, seed: int) -> None:
    """A plan, or a sentence, within the time that was given."""
    began = time.monotonic()
    outcome = planners.start(crowded(seed), seconds=10.0).wait(LONG)
    assert time.monotonic() - began < 10.0 + SOON
    assert isinstance(outcome, Found) or said(outcome)
