"""The plan engine measured in one run: ours, the same model in HiGHS, greedy, step by step, and how time grows.

`python benchmarks/engine.py` takes a hundred students; for trying there is `--students 10 --highs 2`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from benchmarks.comparison import against_highs, against_others  # noqa: E402 - the house is found first
from benchmarks.growth import batches, by_steps, slope  # noqa: E402
from benchmarks.ours import Measured, measured_apart  # noqa: E402
from benchmarks.students import STEPS, timetable_files  # noqa: E402
from benchmarks.table import Line, at_most, drawn, machine, percentile  # noqa: E402

RESULT = HOUSE / "benchmarks/engine.txt"
WHOLE = 100
"""From so many students on the result is kept in `engine.txt`."""
LADDERS = (4, 8, 12, 16)


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=WHOLE, help="how many students")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--highs", type=int, default=30, help="how many of those with a plan HiGHS is asked about")
    parser.add_argument("--baselines", type=int, help="how many are planned greedily and step by step; else as HiGHS")
    parser.add_argument("--growth", type=int, help="how many are planned on longer ladders; else half of HiGHS")
    parser.add_argument("--limit", type=float, default=120, help="seconds for one student, in ours and in HiGHS")
    asked = parser.parse_args()
    asked.baselines = asked.highs if asked.baselines is None else asked.baselines
    asked.growth = -(-asked.highs // 2) if asked.growth is None else asked.growth
    return asked


def main() -> None:
    """Measure, print, and keep the result of a whole run."""
    asked = arguments()
    where = machine(dt.datetime.now(tz=dt.UTC).date())
    ours = list(_told(measured_apart(range(asked.students), asked.seed, limit=asked.limit)))
    found = [one for one in ours if one["outcome"] == "Found"]
    numbers = [one["number"] for one in found]
    highs = against_highs(found[: asked.highs], asked.seed, asked.limit)
    others = against_others(found[: asked.baselines], asked.seed)
    ladders = {
        steps: list(measured_apart(numbers[: asked.growth], asked.seed, limit=asked.limit, steps=steps, only_plan=True))
        for steps in LADDERS
    }
    title = f"{asked.students} students, seed {asked.seed}, {STEPS} steps, {len(timetable_files())} timetables"
    heading = f"{title}\n{where}\n"
    goals = [*_ours(ours), *highs.lines, *_growth(ours, ladders)]
    text = "\n".join([heading, drawn("Goals", goals), _students(ours), highs.text, others, _slowest(ours)])
    print(f"\n{text}")
    if asked.students >= WHOLE:
        RESULT.write_text(f"{text.rstrip()}\n", encoding="utf-8")
    if highs.faults:
        sys.exit("HiGHS HAS A BETTER PLAN THAN OURS, OR THE TRANSLATION IS WRONG:\n" + "\n".join(highs.faults))


def _told(measured: Iterator[Measured]) -> Iterator[Measured]:
    """Tell of each student as soon as it is done."""
    for one in measured:
        print(f"{one.get('name', one['number']):24} {one['outcome']:9} {one['seconds']:6.2f} s", flush=True)
        yield one


def _ours(ours: Sequence[Measured]) -> Iterator[Line]:
    found = [one for one in ours if one["outcome"] == "Found"]
    planned = [one for one in ours if one["outcome"] in ("Found", "Ended", "Interrupted")]
    proven = sum(one["proven"] for one in found)
    share = 100 * proven / len(planned) if planned else 100.0
    yield at_most("first checked plan", [one["first"] for one in found], {95: 0.2})
    yield at_most("proven plan", [one["seconds"] for one in planned], {50: 1.0, 95: 5.0})
    yield Line("proven", "≥ 99 %", f"{proven} of {len(planned)} ({share:.0f} %)", share >= 99)
    again = [one for one in ours if "again" in one]
    yield at_most("a new plan after a change", [o["again"] for o in again if o["again_outcome"] == "Found"], {95: 0.3})
    yield at_most("smallest conflict", [one["conflict"] for one in ours if "conflict" in one], {95: 1.0})
    peak = max((one["megabytes"] for one in ours if "megabytes" in one), default=0.0)
    yield Line("most memory of the process", "≤ 300 MB", f"{peak:.0f} MB", peak <= 300)


def _growth(ours: Sequence[Measured], ladders: dict[int, list[Measured]]) -> Iterator[Line]:
    points = batches([one["seconds"] for one in ours])
    yield _slope("slope over the number of students", points, 1.1, "≤ 1 (a tenth for noise)")
    medians = by_steps({steps: [one["seconds"] for one in ladder] for steps, ladder in ladders.items()})
    yield _slope("slope over the number of steps, medians", medians, 2.0, "≤ 2")
    for steps, median in medians:
        slow = percentile([one["seconds"] for one in ladders[int(steps)]], 95)
        yield Line(f"  {steps:.0f} steps ({len(ladders[int(steps)])})", "", f"p50 {median:.2f} s, p95 {slow:.2f} s")
    found = [one for one in ours if one["outcome"] == "Found"]
    alike = [(one["lessons"], one["seconds"]) for one in found if one["weeks"] == 1]
    yield _slope("slope over lessons a week, all weeks alike", alike, None, "")
    every = [(one["lessons"], one["seconds"]) for one in found]
    yield _slope("slope over lessons in all weeks of the timetable", every, None, "")


def _slope(what: str, points: Sequence[tuple[float, float]], most: float | None, goal: str) -> Line:
    found = slope(points)
    if found is None:
        return Line(what, goal, "too few students")
    return Line(what, goal, f"{found:.2f}", None if most is None else found <= most)


def _students(ours: Sequence[Measured]) -> str:
    outcomes = [one["outcome"] for one in ours]
    counts = ", ".join(f"{outcomes.count(kind)} {kind}" for kind in sorted(set(outcomes)))
    answers = [one["answers"] for one in ours if "answers" in one]
    sizes = [one["colliding"] for one in ours if "colliding" in one]
    whole = [one["seconds"] for one in ours if one["outcome"] == "Conflict"]
    said = [f"Students: {counts}; {min(answers)}–{max(answers)} answers each."]
    if sizes:
        said.append(
            f"Conflicts: {min(sizes)}–{max(sizes)} needs; with every way out solved p50 {percentile(whole, 50):.2f} s, "
            f"p95 {percentile(whole, 95):.2f} s."
        )
    changed = [one for one in ours if "again" in one]
    came_to = [one["again_outcome"] for one in changed]
    said.append(f"Changes by hand: {', '.join(f'{came_to.count(k)} {k}' for k in sorted(set(came_to))) or 'none'}.")
    return "\n".join(said) + "\n"


def _slowest(ours: Sequence[Measured]) -> str:
    """Where skill is still to be shown."""
    slowest = sorted(ours, key=lambda one: -one["seconds"])[:10]
    said = (f"  {o.get('name', o['number'])}: {o['outcome']}, {o['seconds']:.2f} s" for o in slowest)
    return "\n".join(["Slowest", *said])


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"\n{(time.perf_counter() - began) / 60:.0f} minutes")
