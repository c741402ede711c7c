"""A plan made anew after something has changed: it keeps every hard need and differs least from the present plan.

Distance is the first tier, then come the others (`docs/adr/0009-changes-by-hand.md`). Mostly one plan alone lies
nearest, and then nothing is left to choose; otherwise the tiers choose among the nearest ones.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from functools import partial

from planning.checks.judge import broken_promises
from planning.contacts import first_contact
from planning.lived import with_needs_from
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.plan import Plan
from planning.problem import Problem
from scheduler.conflicts import smallest_conflict, ways_out
from scheduler.distance import as_present, differs, distance_losses, keep_items, lose_moved_items, untouched_weeks
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.planner import STAGES, checked_plan, days_without_ride
from scheduler.posting import model_of
from scheduler.progress import Progress, Watch, nobody
from scheduler.settling import lost, settle
from scheduler.solving import Answer, Effort, Solution, Stage, hint, run, total
from scheduler.tiers import Rank, Tier

DISTANCE = Rank(Tier.DISTANCE)

BRIEF = Effort(by_cores=0.2, by_bounds=1.5, interleaved=0.0)
"""Effort for each pack of tiers when a plan is made anew. Our default: somebody waits with a finger on the lesson."""


def replan(
    problem: Problem, present: Plan, effort: Effort = BRIEF, watch: Watch = nobody, *, from_step: int = 1
) -> Outcome:
    """The plan nearest to the present one that keeps every hard need, or why there is none.

    Steps before `from_step` have been lived and stay as they were: needs that they break hold from that step on
    (`planning.lived`). When nothing that matters has changed it is the present plan itself. `proven` says that no plan
    lies nearer, and that of those as near none is better by the tiers.
    """
    began = time.monotonic()
    now = with_needs_from(problem, present, from_step)
    lived = partial(_as_lived, present=present, from_step=from_step)
    plan = _nearest(now, present, effort, lived)
    if isinstance(plan, Plan):
        watch(Progress(done=1, of=1, best=plan))
        return Found(plan=plan)
    contact = first_contact(now)
    colliding = None if plan is Answer.UNKNOWN else smallest_conflict(now, effort, lived)
    if colliding is None:
        return Interrupted(seconds=round(time.monotonic() - began, 1), contact=contact)
    return Conflict(
        needs=colliding,
        ways_out=ways_out(now, colliding, lambda eased: _nearest(eased, present, effort, lived)),
        contact=contact,
        without_ride=days_without_ride(now, colliding),
    )


def _as_lived(model: Model, present: Plan, from_step: int) -> None:
    """The steps before that one stay as they were."""
    values = as_present(model, present)
    for (step, _), week in model.weeks.items():
        for choice in week.choices:
            if step < from_step:
                model.cp.add(choice.taken == values[choice.taken.index])


def _nearest(problem: Problem, present: Plan, effort: Effort, lived: Callable[[Model], None]) -> Plan | Answer:
    plan = _settled(problem, present, effort, lived, stay=True)
    # Where something else than a lesson cannot stay though its week is untouched, all of it is planned anew.
    return _settled(problem, present, effort, lived, stay=False) if plan is Answer.IMPOSSIBLE else plan


def _settled(
    problem: Problem, present: Plan, effort: Effort, lived: Callable[[Model], None], *, stay: bool
) -> Plan | Answer:
    model = model_of(problem)
    lived(model)
    begun = _least_changed(model, present, effort)
    if not begun.values:
        return begun.answer
    add_losses(model)
    stages = [*STAGES, Stage(Tier.ITEM_SHAPE, partial(lose_moved_items, present=present))]
    if stay and begun.is_alone:
        weeks = untouched_weeks(model, present, begun.values)
        stages.insert(-1, Stage(Tier.PLACED, partial(keep_items, present=present, weeks=weeks)))
    solution = settle(model, begun, effort, stages)
    if not solution.values:
        return solution.answer
    plan = checked_plan(model, solution)
    stays = _is_the_same(plan, present) and not broken_promises(problem, present)
    return present if stays else plan


class _Begun(Solution):
    """A solution nearest to the present plan."""

    is_alone = False
    """Whether no other choice of lessons is as near."""


def _least_changed(model: Model, present: Plan, effort: Effort) -> _Begun:
    """A solution nearest to the present plan; the model then allows no other but those as near."""
    losses = distance_losses(model, present)
    distance = total(losses)
    model.cp.minimize(distance)
    hint(model.cp, as_present(model, present))
    answer, values = run(model.cp, effort)
    if not values:
        return _Begun(answer, {})
    found = _Begun(answer, values, proven=answer is Answer.OPTIMAL)
    found.tiers = {DISTANCE.name: lost(losses, found)}
    model.cp.clear_objective()  # type: ignore[no-untyped-call]  # untyped in ortools 9.15
    model.cp.add(distance <= found.tiers[DISTANCE.name])
    found.is_alone = found.proven and _is_alone(model, found, effort)
    if found.is_alone:
        for literal in differs(model, values):
            model.cp.add(literal == 0)
    return found


def _is_alone(model: Model, found: Solution, effort: Effort) -> bool:
    """Whether no other choice of lessons is possible in the model."""
    if found.tiers[DISTANCE.name] == 0:
        return True
    other = model.cp.clone()
    other.add_bool_or([other.get_bool_var_from_proto_index(x.index) if x.index >= 0 else
                       other.get_bool_var_from_proto_index(-x.index - 1).negated()
                       for x in differs(model, found.values)])  # fmt: skip
    answer, _ = run(other, effort)
    return answer is Answer.IMPOSSIBLE


def _is_the_same(plan: Plan, present: Plan) -> bool:
    """Whether it has the same lessons for the same reasons, and beside them the same things at whatever hours."""
    return _without_hours(plan) == _without_hours(present) and _judged(plan) == _judged(present)


def _without_hours(plan: Plan) -> list[tuple[object, ...]]:
    """Every step, with what is not a lesson known by what it is alone: what may stay where it is stays there."""
    return [
        (
            step.step, step.lessons, step.left_out, step.released,
            Counter((item.week, item.kind, item.need) for item in step.items),
            Counter((contact.kind, contact.is_invitation, contact.need) for contact in step.contacts),
        )
        for step in plan.steps
    ]  # fmt: skip


def _judged(plan: Plan) -> dict[str, int]:
    """What the lessons come to in every tier, and whether everything beside them has a place."""
    hours = Tier.ITEM_SHAPE.name.lower()
    return {name: lost for name, lost in plan.tiers.items() if name != DISTANCE.name and not name.startswith(hours)}
