"""How fast a plan follows a hand: made anew after one change, «why not?», and other plans to choose among."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))

from benchmarks.students import TODAY, students  # noqa: E402 - the house is found first
from casework.app_verbs import problem_for  # noqa: E402
from casework.case_file import read_case_file  # noqa: E402
from casework.cases import open_case  # noqa: E402
from casework.demo import seed_demo  # noqa: E402
from casework.proposing import problem_of  # noqa: E402
from planning.outcomes import Conflict, Found  # noqa: E402
from planning.plan import Plan  # noqa: E402
from planning.plan_changes import attended  # noqa: E402
from planning.problem import Problem  # noqa: E402
from scheduler.alternatives import alternatives  # noqa: E402
from scheduler.planner import plan_for  # noqa: E402
from scheduler.replanning import replan  # noqa: E402
from scheduler.why_not import why_not  # noqa: E402
from tests.opened_store import opened_store  # noqa: E402
from tests.scenarios.translate import case_of  # noqa: E402
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
    parser.add_argument("--known", action="store_true", help="the students of the examples, the demo and the scenarios")
    parser.add_argument("--only-changes", action="store_true", help="neither «why not?» nor other plans")
    arguments = parser.parse_args()
    clock, lot = Clock(), random.Random(arguments.seed)  # noqa: S311 - a lot, not a secret
    drawn = ((one.name, one.problem) for one in students(arguments.count, arguments.seed))
    for name, problem in known_students() if arguments.known else drawn:
        if len(problem.timetable.occasions) > MOST_LESSONS and not arguments.known:
            continue
        outcome = plan_for(problem)
        if isinstance(outcome, Found):
            print(name, flush=True)
            for _ in range(arguments.changes):
                _change(clock, problem, outcome.plan, lot)
                if not arguments.only_changes:
                    _ask(clock, problem, outcome.plan, lot)
            if not arguments.only_changes:
                clock.time(lambda _: "alternatives", partial(alternatives, problem, outcome.plan))
    print(clock.table())


def known_students() -> Iterator[tuple[str, Problem]]:
    """The students that have names: those of the examples, the invented one of the app, and the scenarios beside us."""
    for path in sorted((HOUSE / "examples").glob("*.json")):
        yield path.stem, _problem_in(path)
    with tempfile.TemporaryDirectory() as folder:
        store = opened_store(Path(folder) / "cases.stegvis")
        case = open_case(store, seed_demo(store))
        store.close()
    of_demo = problem_for(case)
    assert of_demo is not None
    yield "demo", of_demo
    data = HOUSE.parent / "shared" / "data"
    for path in sorted((data / "scenarios").glob("*.json")):
        told = case_of(json.loads(path.read_text(encoding="utf-8")), data)
        with tempfile.TemporaryDirectory() as folder:
            written = Path(folder) / "case.json"
            written.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            yield path.stem, _problem_in(written)


def _problem_in(path: Path) -> Problem:
    case, reading = read_case_file(path)
    return problem_of(case.facts, reading.timetable, case.sheet, today=TODAY, important=case.most_important)


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
