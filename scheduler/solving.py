"""Runs CP-SAT so that its answers can be trusted: one wrapper reads status and values, tiers are solved in order.

The same model gives the same answer: an interleaved search, a fixed seed, and a limit counted in work, not in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ortools.sat.python import cp_model

from planning.errors import Bug
from planning.frozen import Frozen
from scheduler.model import Literal, Loss, Model, Week
from scheduler.tiers import Rank

PACK_RANGE = 10**7
"""Tiers are solved together as long as the product of their ranges stays below this. Our default, measured."""


class Effort(Frozen):
    """How much work one solve may do, in CP-SAT's deterministic seconds.

    One search guided by unsatisfiable cores proves most models at once; what it leaves open goes to an interleaved
    search of several kinds. Measured: 0.1–0.5 s against 3–60 s for either kind of search alone.
    """

    by_cores: float = 8.0
    interleaved: float = 30.0


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
        """The variable's value; a negated literal's too."""
        index = variable.index
        return self.values[index] if index >= 0 else 1 - self.values[-index - 1]


def run(model: cp_model.CpModel, effort: Effort) -> tuple[Answer, dict[int, int]]:
    """One run: the answer, and all values when there are any. Raises `Bug` on a model that makes no sense."""
    answer, values = _run_once(model, _by_cores(effort.by_cores))
    if answer in (Answer.OPTIMAL, Answer.IMPOSSIBLE):
        return answer, values
    _hint(model, values)
    again, better = _run_once(model, _interleaved(effort.interleaved))
    return (answer, values) if again is Answer.UNKNOWN else (again, better)


def _by_cores(work: float) -> cp_model.CpSolver:
    solver = _repeatable(work, workers=1)
    solver.parameters.optimize_with_core = True
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


def _hint(model: cp_model.CpModel, values: dict[int, int]) -> None:
    model.clear_hints()  # type: ignore[no-untyped-call]  # untyped in ortools 9.15
    for index, value in values.items():
        model.add_hint(model.get_int_var_from_proto_index(index), value)


Tell = Callable[[int, int, "Solution | None"], None]
"""Is told how many packs of how many are settled, and the best solution so far when there is a better one."""


def solve(model: Model, effort: Effort, tell: Tell | None = None) -> Solution:
    """The best solution by the tiers in order; each tier is proven and frozen before the next one counts.

    Once a week has its best shape its lessons are settled: later weeks are shaped around the nearer ones.
    """
    proven = True
    values: dict[int, int] = {}
    reached: dict[str, int] = {}
    packs = _packs(model)
    for number, pack in enumerate(packs, 1):
        _minimise(model, pack)
        _hint(model.cp, values)
        answer, found = run(model.cp, effort)
        if answer is Answer.IMPOSSIBLE or (answer is Answer.UNKNOWN and not values):
            return Solution(answer, {})
        proven = proven and answer is Answer.OPTIMAL
        values = found or values
        solution = Solution(answer, values)
        for rank in pack:
            losses = model.losses[rank]
            reached[rank.name] = sum(loss.weight * solution.value(loss.amount) for loss in losses)
            model.cp.add(_total(losses) <= reached[rank.name])
            if rank.step:
                _settle(model, model.weeks[rank.step, rank.week], solution)
        if tell is not None:
            tell(number, len(packs), solution)
    return Solution(Answer.OPTIMAL if proven else Answer.FEASIBLE, values, proven, reached)


def _settle(model: Model, week: Week, solution: Solution) -> None:
    for choice in week.choices:
        model.cp.add(choice.taken == solution.value(choice.taken))


def _packs(model: Model) -> list[list[Rank]]:
    """The ranks that have losses, gathered into packs whose weights stay small. At least one pack, even if empty.

    A week's shape is a pack of its own: its losses are many and concern no other week.
    """
    packs: list[list[Rank]] = [[]]
    size = 1
    for rank in sorted(model.losses):
        span = _most(model.losses[rank]) + 1
        if packs[-1] and (size * span > PACK_RANGE or rank.step):
            packs.append([])
            size = 1
        packs[-1].append(rank)
        size *= span
    return packs


def _most(losses: Sequence[Loss]) -> int:
    return sum(loss.weight * loss.most for loss in losses)


def _total(losses: Sequence[Loss], weight: int = 1) -> cp_model.LinearExpr:
    terms = [loss.amount for loss in losses]
    return cp_model.LinearExpr.weighted_sum(terms, [weight * loss.weight for loss in losses])


def _minimise(model: Model, pack: Sequence[Rank]) -> None:
    """Minimise the pack's ranks so that no sum of later ones outweighs one unit of an earlier one."""
    weight = 1
    parts = []
    for rank in reversed(pack):
        parts.append(_total(model.losses[rank], weight))
        weight *= _most(model.losses[rank]) + 1
    model.cp.minimize(cp_model.LinearExpr.sum(parts))

