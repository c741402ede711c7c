"""How fast a plan follows a hand: made anew after one change, «why not?», and other plans to choose among."""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))

from benchmarks.students import students  # noqa: E402 - the house is found first
from planning.outcomes import Conflict, Found  # noqa: E402
from planning.plan import Plan  # noqa: E402
from planning.plan_changes import attended  # noqa: E402
from planning.problem import Problem  # noqa: E402
from scheduler.alternatives import alternatives  # noqa: E402
from scheduler.planner import plan_for  # noqa: E402
from scheduler.replanning import replan  # noqa: E402
from scheduler.why_not import why_not  # noqa: E402
from tests.scheduler.hand_changes import some_change, with_needs  # noqa: E402

MOST_LESSONS = 45
"""Above so many occasions a student's week is no ordinary one; weeks A and B count as one each."""


class Clock:
    """Seconds by what was done: on the wall, and of the processor (which a busy machine changes less)."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[tuple[float, float]]] = {}

    def time(self, name: Callable[[object], str], work: Callable[[], object]) -> None:
        """Does the work and notes how long it took, under a name that may hang on what it came to."""
        wall, cpu = time.perf_counter(), time.process_time()
        came_to = work()
        took = time.perf_counter() - wall, time.process_time() - cpu
        self.seconds.setdefault(name(came_to), []).append(took)

    def table(self) -> str:
        """p50, p95 and most of everything that was done."""
        rows = ["what                      n   wall p50   p95  most   cpu p50   p95  most"]
        for name, both in sorted(self.seconds.items()):
            cells = []
            for seconds in zip(*both, strict=True):
                # Of one alone every centile is itself.
                centiles = statistics.quantiles([*seconds, *seconds], n=20, method="inclusive")
                cells += [centiles[9], centiles[18], max(seconds)]
            rows.append(f"{name:24} {len(both):3}" + "".join(f"{cell:7.2f}" for cell in cells))
        return "\n".join(rows)


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=42)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=3, help="of each kind for every student")
    arguments = parser.parse_args()
    clock, lot = Clock(), random.Random(arguments.seed)  # noqa: S311 - a lot, not a secret
    for one in students(arguments.count, arguments.seed):
        if len(one.problem.timetable.occasions) > MOST_LESSONS:
            continue
        outcome = plan_for(one.problem)
        if isinstance(outcome, Found):
            print(one.name, flush=True)
            for _ in range(arguments.changes):
                _change(clock, one.problem, outcome.plan, lot)
                _ask(clock, one.problem, outcome.plan, lot)
            clock.time(lambda _: "alternatives", partial(alternatives, one.problem, outcome.plan))
    print(clock.table())


def _change(clock: Clock, problem: Problem, plan: Plan, lot: random.Random) -> None:
    needs = some_change(problem, plan, lot)
    if needs:
        work = partial(replan, with_needs(problem, *needs), plan)
        clock.time(lambda o: "change: conflict" if isinstance(o, Conflict) else "change: plan", work)


def _ask(clock: Clock, problem: Problem, plan: Plan, lot: random.Random) -> None:
    step = lot.choice(problem.steps)
    there = attended(plan)
    out = [
        o for o in problem.timetable.occasions if o.week in step.week_labels and (step.number, o.id) not in there
    ]  # fmt: skip
    if out:
        work = partial(why_not, problem, plan, lot.choice(out).id, step.number)
        clock.time(lambda answer: f"why not: {type(answer).__name__}", work)


if __name__ == "__main__":
    main()
