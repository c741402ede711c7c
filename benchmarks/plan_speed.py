"""How fast a plan is found and proven, and what the core-guided search is worth: ratios within one run."""

from __future__ import annotations

import argparse
import datetime as dt
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from casework.case_file import CaseFile  # noqa: E402 - the house is found first
from casework.proposing import problem_of  # noqa: E402
from interop.choices import TimetableChoice  # noqa: E402
from interop.reading import offered_groups, read_timetable  # noqa: E402
from planning.outcomes import Conflict, Found, Outcome  # noqa: E402
from planning.problem import Problem  # noqa: E402
from scheduler.planner import plan_for  # noqa: E402
from scheduler.solving import Effort  # noqa: E402
from tests.scenarios.invented_cases import case_for  # noqa: E402

TODAY = dt.date(2026, 11, 22)
ONLY_INTERLEAVED = Effort(by_cores=0.0)


def timetable_files() -> list[Path]:
    """The project's own timetables, and those beside the project where they are."""
    return [*sorted((HOUSE / "examples").glob("*.csv")), *sorted((HOUSE.parent / "shared/data/neutral").glob("*.csv"))]


def problems(count: int, seed: int) -> Iterator[tuple[str, Problem]]:
    """Problems drawn by lot, file by file."""
    lot = random.Random(seed)  # noqa: S311 - a lot, not a secret
    files = timetable_files()
    contents = {path: path.read_bytes() for path in files}
    for number in range(count):
        path = files[number % len(files)]
        offers = offered_groups(contents[path], path.name)
        offer = lot.choice([o for o in offers if o.unit == "student_path"] or list(offers))
        weeks = ("P2",) if "P2" in offer.weeks else None
        choice = TimetableChoice(group=offer.group, unit=offer.unit, week_labels=weeks)
        timetable = read_timetable(contents[path], path.name, choice).timetable
        case = CaseFile.model_validate(case_for(timetable, {"file": path.name}, lot))
        yield path.stem, problem_of(case.facts, timetable, case.sheet, today=TODAY)


def timed(work: Callable[[], Outcome]) -> tuple[float, Outcome]:
    """Seconds that the work took, and what it came to."""
    began = time.perf_counter()
    outcome = work()
    return time.perf_counter() - began, outcome


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=42)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    ours, other, proven, conflicts = [], [], 0, 0
    for name, problem in problems(arguments.count, arguments.seed):
        seconds, outcome = timed(partial(plan_for, problem))
        print(f"{name:24} {type(outcome).__name__:9} {seconds:6.2f} s", flush=True)
        conflicts += isinstance(outcome, Conflict)
        if isinstance(outcome, Found):
            ours.append(seconds)
            proven += outcome.plan.proven
            other.append(timed(partial(plan_for, problem, ONLY_INTERLEAVED))[0])
    print(f"\n{dt.date.today()}, {platform.machine()}, Python {platform.python_version()}")  # noqa: DTZ011 - a heading
    print(f"{len(ours)} plans, {proven} proven; {conflicts} conflicts")
    centiles = statistics.quantiles(ours, n=20, method="inclusive")
    print(f"case to checked plan: p50 {centiles[9]:.2f} s, p95 {centiles[18]:.2f} s, most {max(ours):.2f} s")
    ratios = [slow / fast for slow, fast in zip(other, ours, strict=True)]
    print(f"without core-guided search: {statistics.median(ratios):.1f} times as long at the median")


if __name__ == "__main__":
    main()
