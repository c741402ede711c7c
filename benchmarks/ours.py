"""Our own planner on the benchmark's students, in a process of its own, so that its memory is nobody else's.

One line of JSON a student: how long it took to the first plan that has passed the checks, to the proven one, to the
smallest conflict, and to a new plan after one change by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import IO, Any

from benchmarks.students import HOUSE, STEPS, Student, student
from planning.checks.judge import bars
from planning.needs import NEED, AnyNeed
from planning.outcomes import Conflict, Found
from planning.plan import Plan
from planning.problem import Problem
from planning.visits import Visit
from scheduler.conflicts import smallest_conflict
from scheduler.objective import add_losses
from scheduler.planner import plan_for
from scheduler.posting import model_of
from scheduler.progress import Progress
from scheduler.replanning import replan
from scheduler.solving import Effort, solve

Measured = dict[str, Any]
"""What was measured of one student, as JSON."""


def measure(one: Student, *, only_plan: bool = False) -> Measured:
    """Plan one student with somebody watching, as on the screen, and then what hangs on the outcome."""
    marks: list[float] = []

    def watch(progress: Progress) -> None:
        if progress.best is not None:
            marks.append(time.perf_counter())

    began = time.perf_counter()
    outcome = plan_for(one.problem, watch=watch)
    seconds = time.perf_counter() - began
    measured: Measured = {
        "number": one.number, "name": one.name, "answers": one.answers, "seconds": seconds,
        "outcome": type(outcome).__name__, "lessons": len(one.problem.timetable.occasions),
        "weeks": len(one.problem.timetable.week_labels),
    }  # fmt: skip
    if isinstance(outcome, Found):
        measured |= {"first": marks[0] - began if marks else seconds, "proven": outcome.plan.proven}
        measured |= {"tiers": outcome.plan.tiers, "print": fingerprint(outcome.plan)}
        if not only_plan:
            measured |= _after_a_change(one, outcome.plan)
    if isinstance(outcome, Conflict):
        measured |= {"colliding": len(outcome.needs), "conflict": _seconds_to_conflict(one.problem)}
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return measured | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6}


def fingerprint(plan: Plan) -> str:
    """Tells whether two processes came to the same plan."""
    return hashlib.sha256(plan.model_dump_json().encode()).hexdigest()[:16]


def _seconds_to_conflict(problem: Problem) -> float:
    """From the question to the smallest conflict, without the ways out: what `plan_for` does until then."""
    began = time.perf_counter()
    model = model_of(problem)
    add_losses(model)
    solve(model, Effort())
    smallest_conflict(problem, Effort())
    return time.perf_counter() - began


def _after_a_change(one: Student, plan: Plan) -> Measured:
    """One tap in the plan's third step, and the plan made anew from there."""
    tapped = change(one, plan)
    if tapped is None:
        return {}
    changed = one.problem.model_copy(update={"needs": (*one.problem.needs, tapped)})
    began = time.perf_counter()
    outcome = replan(changed, plan)
    return {"again": time.perf_counter() - began, "again_outcome": type(outcome).__name__}


def change(one: Student, plan: Plan) -> AnyNeed | None:
    """Every other student leaves out a lesson of the middle step, the others lock one that nothing bars there."""
    step = plan.steps[len(plan.steps) // 2 - 1]
    attended = {lesson.occasion: lesson.lesson for lesson in step.lessons}
    hard = list(one.problem.hard_needs())
    others = {
        occasion.id: occasion.lesson for occasion in one.problem.timetable.occasions
        if occasion.id not in attended
        and not any(bars(need, Visit.whole(step.number, occasion), one.problem) for need in hard)
    }  # fmt: skip
    kind, among = ("leave_out_lesson", attended) if one.number % 2 else ("keep_lesson", others)
    if not among:
        return None
    lesson = among[min(among)]
    return NEED.validate_python({
        "kind": kind, "id": "hand", "strength": "hard", "first_step": step.number, "last_step": step.number,
        "origin": {"source": "hand", "ref": "hand", "by": "coach"}, "lesson": {"id": lesson.id},
    })  # fmt: skip


def measured_apart(numbers: Sequence[int], seed: int, *, limit: float, steps: int = STEPS,
                   only_plan: bool = False) -> Iterator[Measured]:
    """The students with those numbers, measured in a fresh process.

    One that takes longer than `limit` seconds is ended: {"number", "outcome": "Ended", "seconds": limit}.
    """
    left = list(numbers)
    while left:
        command = [sys.executable, "-m", "benchmarks.ours", "--seed", str(seed), "--steps", str(steps)]
        command += ["--only-plan"] * only_plan
        with subprocess.Popen(
            [*command, *map(str, left)], cwd=HOUSE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            while left and (line := _line_within(process, process.stdout, limit)):
                left.pop(0)
                yield json.loads(line)
        if left:
            yield {"number": left.pop(0), "outcome": "Ended", "seconds": limit}


def _line_within(process: subprocess.Popen[str], stream: IO[str], seconds: float) -> str:
    """The next line; nothing when the process had to be ended for it."""
    ending = threading.Timer(seconds, process.kill)
    ending.start()
    try:
        return stream.readline()
    finally:
        ending.cancel()


def main() -> None:
    """Measure the students named, one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--only-plan", action="store_true")
    parser.add_argument("numbers", type=int, nargs="+")
    arguments = parser.parse_args()
    # What is loaded on first use is not counted: the app's worker has it loaded.
    plan_for(student(0, arguments.seed, steps=4).problem)
    for number in arguments.numbers:
        one = student(number, arguments.seed, steps=arguments.steps)
        print(json.dumps(measure(one, only_plan=arguments.only_plan)), flush=True)


if __name__ == "__main__":
    main()
