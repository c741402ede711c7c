"""Ours against others on the same students: HiGHS to the same proof, greedy and step by step by what they lose."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.greedy import greedy
from benchmarks.judged import is_worse, judged
from benchmarks.ours import Measured, fingerprint
from benchmarks.same_proof import Verdict, prove, taken_down
from benchmarks.stepwise import Taken, step_by_step
from benchmarks.students import student
from benchmarks.table import NOT_MEASURED, Line, spread
from planning.outcomes import Found
from planning.problem import Problem
from scheduler.planner import plan_for
from scheduler.tiers import Tier

RATIO = 10.0
"""How many times as long HiGHS is to take at the median."""


class Highs(NamedTuple):
    """What the comparison with HiGHS came to."""

    lines: tuple[Line, ...]
    text: str
    faults: tuple[str, ...]


def against_highs(ours: Sequence[Measured], seed: int, limit: float) -> Highs:
    """HiGHS on what our solve asked for those students, solver against solver.

    Where HiGHS ran out of time its ratio is counted as the one that it had then, which is too small.
    """
    verdicts: list[tuple[Measured, Verdict]] = []
    other_plans = 0
    for one in ours:
        with taken_down() as asked:
            outcome = plan_for(student(one["number"], seed).problem)
        other_plans += not (isinstance(outcome, Found) and fingerprint(outcome.plan) == one["print"])
        if asked:
            verdict = prove(asked, limit)
            verdicts.append((one, verdict))
            print(f"{one['name']:24} HiGHS     {verdict.seconds:6.2f} s, CP-SAT {verdict.ours:.2f} s", flush=True)
    if not verdicts:
        return Highs((Line("HiGHS to the same proof", f"≥ {RATIO:g} × ours", NOT_MEASURED),), "", ())
    ratios = [verdict.seconds / verdict.ours for _, verdict in verdicts]
    ended = sum(not verdict.is_finished for _, verdict in verdicts)
    median = statistics.median(ratios)
    at_least = "at least " if ended * 2 >= len(ratios) else ""
    reached = f"{at_least}{median:.1f} × at the median ({len(ratios)}, {ended} not in time)"
    answered = sum(verdict.answered for _, verdict in verdicts)
    agreed = answered - sum(len(v.better) + len(v.short) for _, v in verdicts)
    theirs, own = [verdict.seconds for _, verdict in verdicts], [verdict.ours for _, verdict in verdicts]
    whole = [one["seconds"] for one, _ in verdicts]
    short = [f"  {one['name']}: {said}" for one, verdict in verdicts for said in verdict.short]
    text = [
        f"HiGHS, inside it: {spread(theirs)}.",
        f"CP-SAT, inside it, on the same models: {spread(own)}.",
        f"Ratios from {min(ratios):.1f} to {max(ratios):.1f}; of the sums {sum(theirs) / sum(own):.1f}.",
        f"Ours whole, from problem to checked plan with somebody watching: {spread(whole)}.",
        f"Same optimum in {agreed} of {answered} packs of tiers.",
        *(["HiGHS calls the best what ours, checked in whole numbers, is better than:", *short] if short else []),
        f"Another process came to the same plan for {len(verdicts) - other_plans} of {len(verdicts)} students.",
        "",
    ]
    faults = tuple(f"{one['name']}: {said}" for one, verdict in verdicts for said in verdict.better)
    line = Line("HiGHS to the same proof", f"≥ {RATIO:g} × ours", reached, median >= RATIO)
    return Highs((line,), "\n".join(text), faults)


def against_others(ours: Sequence[Measured], seed: int) -> str:
    """Greedy and step by step on those students."""
    ways = (("Greedy", greedy), ("Step by step", step_by_step))
    return "\n".join(_against(name, way, ours, seed) for name, way in ways if ours)


def _against(name: str, way: Callable[[Problem], Taken | None], ours: Sequence[Measured], seed: int) -> str:
    seconds: list[float] = []
    lost: Counter[str] = Counter()
    of_ours: Counter[str] = Counter()
    standing: Counter[bool | None] = Counter()
    for one in ours:
        problem = student(one["number"], seed).problem
        began = time.perf_counter()
        taken = way(problem)
        seconds.append(time.perf_counter() - began)
        plan = judged(problem, taken)
        if plan is not None:
            lost.update(by_tier(plan.tiers))
            of_ours.update(by_tier(one["tiers"]))
            standing[is_worse(plan.tiers, one["tiers"])] += 1
    plans = sum(standing.values())
    weighed = [tier.name.lower() for tier in Tier]
    said = [
        f"{name}: {spread(seconds)}.",
        f"  A plan that keeps every promise for {plans} of {len(ours)} students.",
        f"  Against ours: {standing[True]} worse, {standing[None]} as good, {standing[False]} better.",
        "  Lost by tier, theirs / ours, where there are both:",
        *(f"    {name:14} {lost[name]:7} / {of_ours[name]}" for name in weighed if name in of_ours),
        "",
    ]
    return "\n".join(said)


def by_tier(tiers: dict[str, int]) -> dict[str, int]:
    """Losses summed over the weeks of a tier: «shape 3 A» is part of «shape»."""
    summed: Counter[str] = Counter()
    for name, amount in tiers.items():
        summed[name.split()[0]] += amount
    return dict(summed)
