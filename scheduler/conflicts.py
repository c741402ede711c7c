"""Why no plan is possible: the smallest set of needs that collide, and what giving up each would open.

The set is found by implicit hitting sets: a set that hits every known way of making the rest work is tested by really
solving it; either it cannot be met (then it is the smallest conflict) or it leads to one more way. A solver's own
infeasibility core is never trusted: it is often larger than it need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

from planning.errors import Bug
from planning.needs import AnyNeed, NeedId, Source
from planning.outcomes import WayOut
from planning.plan import Plan, PlannedLesson
from planning.problem import Problem
from scheduler.model import Model
from scheduler.posting import model_of
from scheduler.solving import Answer, Effort, run

BestPlan = Callable[[Problem], Plan | Answer]

_GIVE_UP_LAST = (Source.ANSWER,)
"""The student's own ticks are named last among the ways out: the world is asked to bend first."""


def smallest_conflict(problem: Problem, effort: Effort) -> tuple[AnyNeed, ...] | None:
    """The fewest hard needs that cannot be met together, in the problem's order; None when the effort ran out.

    Raises `Bug` when all of them can be met.
    """
    switchable = model_of(problem, switchable=True)
    ways: list[frozenset[NeedId]] = []
    while True:
        suspects = _smallest_hitting(ways, switchable)
        answer, loosened = _easiest_rest(switchable, suspects, effort)
        if answer is Answer.UNKNOWN:
            return None
        if answer is Answer.IMPOSSIBLE:
            return tuple(need for need in problem.needs if need.id in suspects)
        if not loosened:
            raise Bug("no_conflict")
        ways.append(loosened)


def _smallest_hitting(ways: Iterable[frozenset[NeedId]], switchable: Model) -> frozenset[NeedId]:
    """The fewest needs of which every way gives up at least one; ties go to the needs named first."""
    model = cp_model.CpModel()
    chosen = {need_id: model.new_bool_var(need_id) for need_id in switchable.switches}
    for way in ways:
        model.add_bool_or([chosen[need_id] for need_id in sorted(way)])
    size = len(chosen) * len(chosen) + 1
    model.minimize(sum((size + rank) * literal for rank, literal in enumerate(chosen.values())))
    answer, values = run(model, Effort())
    if answer is not Answer.OPTIMAL:
        raise Bug("hitting_set", answer=answer)
    return frozenset(need_id for need_id, literal in chosen.items() if values[literal.index])


def _easiest_rest(
    switchable: Model, kept: frozenset[NeedId], effort: Effort
) -> tuple[Answer, frozenset[NeedId]]:
    """The fewest needs to give up when `kept` are all met; none are named when they cannot be met together."""
    model = switchable.cp.clone()
    for need_id in kept:
        model.add(model.get_bool_var_from_proto_index(switchable.switches[need_id].index) == 1)
    model.maximize(
        sum(model.get_bool_var_from_proto_index(switch.index) for switch in switchable.switches.values())
    )
    answer, values = run(model, effort)
    if not values:
        return answer, frozenset()
    return answer, frozenset(need_id for need_id, switch in switchable.switches.items() if not values[switch.index])


def ways_out(problem: Problem, colliding: tuple[AnyNeed, ...], best_plan: BestPlan) -> tuple[WayOut, ...]:
    """For each colliding need what giving up that one alone would open, the student's own ticks named last."""
    ordered = sorted(colliding, key=lambda need: need.origin.source in _GIVE_UP_LAST)
    return tuple(_way_out(problem, need, best_plan) for need in ordered)


def _way_out(problem: Problem, need: AnyNeed, best_plan: BestPlan) -> WayOut:
    plan = best_plan(problem.without(need.id))
    if not isinstance(plan, Plan):
        return WayOut(give_up=need.id)
    first = next((step for step in plan.steps if step.lessons), plan.steps[0])
    return WayOut(
        give_up=need.id,
        lessons_per_step=tuple(_lessons_a_week(step.lessons) for step in plan.steps),
        minutes_per_step=tuple(step.mean_minutes for step in plan.steps),
        first_subjects=tuple(dict.fromkeys(lesson.lesson.subject for lesson in first.lessons)),
    )


def _lessons_a_week(lessons: tuple[PlannedLesson, ...]) -> int:
    weeks = {lesson.week for lesson in lessons}
    return round(len(lessons) / len(weeks)) if weeks else 0
