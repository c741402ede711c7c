"""Solves the tiers of a model in which nearly everything is settled: a few large packs of tiers at a stated effort.

`scheduler.solving` takes many small packs, which proves a whole plan faster. Where a plan is only changed a little,
each pack costs more to begin than to solve.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scheduler.model import Loss, Model
from scheduler.solving import Answer, Effort, Solution, Stage, hint, minimise, most, run, total
from scheduler.tiers import Rank, Tier

PACK_RANGE = 10**12
"""Most that the product of a pack's ranges may come to. Our default: far from the end of 64 bits, measured."""

LOWER = Effort(by_cores=0.1, by_bounds=0.3, interleaved=0.0)
"""Effort for each pack below the wishes. Our default: what it leaves open is a day's shape, and the plan says so."""


def lost(losses: Iterable[Loss], solution: Solution) -> int:
    """What the solution loses in them."""
    return sum(loss.weight * solution.value(loss.amount) for loss in losses)


def settle(model: Model, begun: Solution, effort: Effort, stages: Sequence[Stage] = ()) -> Solution:
    """The best solution by the tiers in order, begun at one that the model allows; the tiers settled are frozen.

    Whether every pack was proven best stands in the solution; it has no values when the effort ran out before any.
    """
    solution = begun
    since = min(Tier)
    for stage in (*stages, None):
        until = stage.before if stage else max(Tier) + 1
        ranks = [rank for rank in sorted(model.losses) if since <= rank.tier < until]
        solution = _settled(model, solution, effort, ranks)
        if not solution.values or stage is None:
            break
        stage.furnish(model)
        since = stage.before
    return solution


def _settled(model: Model, begun: Solution, effort: Effort, ranks: Sequence[Rank]) -> Solution:
    solution = begun
    for pack in packs(model, ranks):
        hint(model.cp, solution.values)
        solution = run_pack(model, pack, solution, effort if pack[0].tier <= Tier.WISH_1 else LOWER)
        if not solution.values:
            break
    return solution


def run_pack(model: Model, pack: Sequence[Rank], before: Solution, effort: Effort) -> Solution:
    """The best solution by one pack, which is then frozen. Without values when none was found."""
    minimise(model, pack)
    answer, values = run(model.cp, effort)
    if not values:
        return Solution(answer, {}, proven=False, tiers=before.tiers)
    found = Solution(answer, values, proven=before.proven and answer is Answer.OPTIMAL)
    reached = {rank: lost(model.losses[rank], found) for rank in pack}
    for rank, loss in reached.items():
        model.cp.add(total(model.losses[rank]) <= loss)
    found.tiers = {**before.tiers, **{rank.name: loss for rank, loss in reached.items()}}
    return found


def packs(model: Model, ranks: Sequence[Rank]) -> list[list[Rank]]:
    """The ranks in packs whose weights stay within bounds; what comes below the wishes is packed apart."""
    packs: list[list[Rank]] = []
    size, is_low = 1, False
    for rank in ranks:
        span = most(model.losses[rank]) + 1
        goes_low = rank.tier > Tier.WISH_1
        if not packs or size * span > PACK_RANGE or goes_low is not is_low:
            packs.append([])
            size, is_low = 1, goes_low
        packs[-1].append(rank)
        size *= span
    return packs
