"""Runs CP-SAT so that its answers can be trusted: one wrapper reads status and values, tiers are solved in order.

The same model gives the same answer: an interleaved search, a fixed seed, and a limit counted in work, not in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ortools.sat.python import cp_model

from planning.errors import Bug
from planning.frozen import Frozen
from scheduler.model import Literal, Loss, Model
from scheduler.tiers import Rank, Tier

PACK_RANGE = 10**7
"""Tiers are solved together as long as the product of their ranges stays below this. Our default, measured."""


class Effort(Frozen):
    """How much work one solve may do, in CP-SAT's deterministic seconds.

    A search guided by unsatisfiable cores proves most models at once; what it leaves open goes to one guided by the
    bounds of linear relaxations, and what that leaves open to an interleaved search of several kinds. Measured
    (`benchmarks/`): most packs take the first some hundredths of a second, and each search alone is many times slower
    on some.
    """

    by_cores: float = 0.2
    by_bounds: float = 6.0
    interleaved: float = 10.0


class Answer(StrEnum):
    """What one run of the solver came to."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


_ANSWERS = {
    cp_model.OPTIMAL: Answer.OPTIMAL,
    cp_model.FEASIBLE: Answer.FEASIBLE,
    cp_model.INFEASIBLE: Answer.IMPOSSIBLE,
    cp_model.UNKNOWN: Answer.UNKNOWN,
}


@dataclass
class Solution:
    """Values of a model's variables, only ever read from a run that found some."""

    answer: Answer
    values: dict[int, int]
    proven: bool = True
    tiers: dict[str, int] = field(default_factory=dict)

    def is_true(self, literal: Literal) -> bool:
        """Whether the literal is taken."""
        return bool(self.value(literal))

    def value(self, variable: Literal) -> int:
        """The variable's value; a negated literal's too. What came into the model later is not taken."""
        index = variable.index
        return self.values.get(index, 0) if index >= 0 else 1 - self.values.get(-index - 1, 0)

    def knows(self, losses: Iterable[Loss]) -> bool:
        """Whether it says what all of these came to."""
        indexes = (loss.amount.index for loss in losses)
        return all((index if index >= 0 else -index - 1) in self.values for index in indexes)


def run(model: cp_model.CpModel, effort: Effort) -> tuple[Answer, dict[int, int]]:
    """One run: the answer, and all values when there are any. Raises `Bug` on a model that makes no sense."""
    answer: Answer = Answer.UNKNOWN
    values: dict[int, int] = {}
    searches = ((_by_cores, effort.by_cores), (_by_bounds, effort.by_bounds), (_interleaved, effort.interleaved))
    for solver in (search(work) for search, work in searches if work > 0):
        if answer is not Answer.UNKNOWN:
            hint(model, values)
        again, better = _run_once(model, solver)
        if again is not Answer.UNKNOWN:
            answer, values = again, better
        if answer in (Answer.OPTIMAL, Answer.IMPOSSIBLE):
            break
    return answer, values


def _by_cores(work: float) -> cp_model.CpSolver:
    solver = _briefly_presolved(_repeatable(work, workers=1))
    solver.parameters.optimize_with_core = True
    return solver


def _briefly_presolved(solver: cp_model.CpSolver) -> cp_model.CpSolver:
    """Measured: a third to two thirds of the time. The search finds what a longer presolve would."""
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_presolve_iterations = 1
    return solver


def _by_bounds(work: float) -> cp_model.CpSolver:
    solver = _briefly_presolved(_repeatable(work, workers=1))
    solver.parameters.linearization_level = 2
    return solver


def _interleaved(work: float) -> cp_model.CpSolver:
    solver = _repeatable(work, workers=4)
    solver.parameters.interleave_search = True
    return solver


def _repeatable(work: float, *, workers: int) -> cp_model.CpSolver:
    """A solver that gives the same answer each time: a fixed seed, and a limit in work."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = work
    return solver


def _run_once(model: cp_model.CpModel, solver: cp_model.CpSolver) -> tuple[Answer, dict[int, int]]:
    status = solver.solve(model)
    if status not in _ANSWERS:
        raise Bug("model_invalid", detail=model.validate())
    answer = _ANSWERS[status]
    if answer in (Answer.OPTIMAL, Answer.FEASIBLE):
        return answer, dict(enumerate(solver.response_proto.solution))
    return answer, {}


def hint(model: cp_model.CpModel, values: Mapping[int, int]) -> None:
    """Let the search begin at these values, by the variables' indexes."""
    model.clear_hints()  # type: ignore[no-untyped-call]  # untyped in ortools 9.15
    # Whole rows at once: `add_hint` for thousands of variables costs more than the search.
    model.proto.solution_hint.vars.extend(values.keys())
    model.proto.solution_hint.values.extend(values.values())


Tell = Callable[[int, int, "Solution"], None]
"""Is told how many packs of how many are settled, and the best solution so far."""

class Stage(NamedTuple):
    """What is put into the model once every tier above `before` is settled."""

    before: Tier
    furnish: Callable[[Model], None]


def solve(model: Model, effort: Effort, tell: Tell | None = None, stages: Sequence[Stage] = ()) -> Solution:
    """The best solution by the tiers in order; each tier is proven and frozen before the next one counts.

    Once a week has its best shape its lessons are settled: later weeks are shaped around the nearer ones. What a stage
    adds comes late because only lower tiers speak of it: earlier it would be in the way of the others' proof.
    """
    search = _Search(model, effort, tell)
    since = min(Tier)
    for stage in (*stages, None):
        until = stage.before if stage else None
        ranks = [rank for rank in sorted(model.losses) if rank.tier >= since and (until is None or rank.tier < until)]
        search.settle(_packs(model, ranks))
        if not search.is_open:
            break
        if stage is not None:
            stage.furnish(model)
            since = stage.before
    return search.solution


class _Search:
    """One search through the packs of tiers, from the weightiest to the lightest."""

    def __init__(self, model: Model, effort: Effort, tell: Tell | None) -> None:
        self._model, self._effort, self._tell = model, effort, tell
        self.solution = Solution(Answer.UNKNOWN, {})
        self._settled = 0
        self.is_open = True
        """Whether there is a solution to go on from."""

    def settle(self, packs: Sequence[Sequence[Rank]]) -> None:
        """Prove and freeze each pack in turn. Stops where there is no solution."""
        for number, pack in enumerate(packs, 1):
            if not self._better(pack):
                self.is_open = False
                return
            self._freeze(pack)
            self._settled += 1
            if self._tell is not None:
                self._tell(self._settled, self._settled + len(packs) - number, self.solution)

    def _better(self, pack: Sequence[Rank]) -> bool:
        """Whether the pack's best solution was found, or at least one that says what the pack came to."""
        before = self.solution
        minimise(self._model, pack)
        hint(self._model.cp, before.values)
        answer, found = run(self._model.cp, self._effort)
        if not found and not before.values:
            self.solution = Solution(answer, {})
            return False
        proven = before.proven and answer is Answer.OPTIMAL
        settled = Answer.OPTIMAL if proven else Answer.FEASIBLE
        self.solution = Solution(settled, found or before.values, proven, before.tiers)
        return all(self.solution.knows(self._model.losses[rank]) for rank in pack)

    def _freeze(self, pack: Sequence[Rank]) -> None:
        for rank in pack:
            losses = self._model.losses[rank]
            reached = sum(loss.weight * self.solution.value(loss.amount) for loss in losses)
            self.solution.tiers[rank.name] = reached
            self._model.cp.add(total(losses) <= reached)
            if rank.step:
                _settle(self._model, rank, self.solution)


def _settle(model: Model, rank: Rank, solution: Solution) -> None:
    """Fix what the rank has shaped: the week's lessons, or its items."""
    week = model.weeks[rank.step, rank.week]
    shaped = [c.taken for c in (week.items if rank.tier is Tier.ITEM_SHAPE else week.choices)]
    for taken in shaped:
        model.cp.add(taken == solution.value(taken))


def _packs(model: Model, ranks: Sequence[Rank]) -> list[list[Rank]]:
    """The ranks in order, gathered into packs whose weights stay small. At least one pack, even if empty.

    The shape of a step's weeks is a pack of its own: its losses are many and concern no other step.
    """
    packs: list[list[Rank]] = [[]]
    size = 1
    for rank in ranks:
        span = most(model.losses[rank]) + 1
        if packs[-1] and (size * span > PACK_RANGE or _stands_apart(rank, packs[-1][-1])):
            packs.append([])
            size = 1
        packs[-1].append(rank)
        size *= span
    return packs


def _stands_apart(rank: Rank, before: Rank) -> bool:
    return rank.tier is Tier.SHAPE and (before.tier, before.step) != (rank.tier, rank.step)


def most(losses: Sequence[Loss]) -> int:
    """The most that the losses can come to."""
    return sum(loss.weight * loss.most for loss in losses)


def total(losses: Sequence[Loss], weight: int = 1) -> cp_model.LinearExpr:
    """Their sum, each with its own weight, times `weight`."""
    terms = [loss.amount for loss in losses]
    return cp_model.LinearExpr.weighted_sum(terms, [weight * loss.weight for loss in losses])


def minimise(model: Model, pack: Sequence[Rank]) -> None:
    """Minimise the pack's ranks so that no sum of later ones outweighs one unit of an earlier one."""
    weight = 1
    parts = []
    for rank in reversed(pack):
        parts.append(total(model.losses[rank], weight))
        weight *= most(model.losses[rank]) + 1
    model.cp.minimize(cp_model.LinearExpr.sum(parts))

