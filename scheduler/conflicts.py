"""Why no plan is possible: the smallest set of needs that collide, and what giving up each would open.

The set is found by implicit hitting sets: a set that hits every known way of making the rest work is tested by really
solving it; either it cannot be met (then it is the smallest conflict) or it leads to one more way. A solver's own
infeasibility core is never trusted: it is often larger than it need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ortools.sat.python import cp_model

from planning.errors import Bug
from planning.needs import AnyNeed, NeedId, Source
from planning.outcomes import OpenedLesson, WayOut
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from scheduler.model import Model
from scheduler.posting import model_of
from scheduler.solving import Answer, Effort, run

BestPlan = Callable[[Problem], Plan | Answer]

_BENDS_FIRST = (Source.COACH, Source.TRAVEL, Source.CALENDAR, Source.HAND, Source.DEFAULT, Source.GOAL, Source.ANSWER)
"""Who is asked to bend first: the coach's hours and the way there, then what adults have settled and agreed to reach.
The student's own ticks come last."""


def as_it_is(_: Model) -> None:
    """Nothing but the needs binds the model."""


def smallest_conflict(
    problem: Problem, effort: Effort, settle: Callable[[Model], None] = as_it_is
) -> tuple[AnyNeed, ...] | None:
    """The fewest hard needs that cannot be met together, in the problem's order; None when the effort ran out.

    `settle` puts into the model what is not a need and cannot be given up. Raises `Bug` when all can be met.
    """
    switchable = model_of(problem, switchable=True)
    settle(switchable)
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
    """For each colliding need what giving up that one alone would open: the ways that are most like an agreement first.

    First of all come limits that nobody has said the end of: what letting each hold until a certain step would open.
    Then the world bends before the student does, and of two that do, the one that opens a way before one that does not
    and the one that opens more before the one that opens less.
    """
    ordered = sorted(colliding, key=lambda need: _BENDS_FIRST.index(need.origin.source))
    ending = [(need, until) for need in ordered if (until := _end_to_ask_for(need, colliding)) is not None]
    ended = (_way_out(need, best_plan(problem.ending(need.id, until)), until) for need, until in ending)
    asked = tuple(way for way in ended if way.is_enough)
    known = {way.give_up for way in asked}
    given_up = [(n, _way_out(n, best_plan(problem.without(n.id)))) for n in ordered if n.id not in known]
    ranked = sorted(given_up, key=lambda pair: _rank(*pair))
    return (*asked, *(way for _, way in ranked))


def _rank(need: AnyNeed, way: WayOut) -> tuple[int, bool, int]:
    return _BENDS_FIRST.index(need.origin.source), not way.is_enough, -sum(way.minutes_per_step)


def _end_to_ask_for(need: AnyNeed, colliding: tuple[AnyNeed, ...]) -> int | None:
    """The last step that a limit without a said end can hold in, for something that begins later to have its way."""
    later = [other.first_step for other in colliding if other.first_step > need.first_step]
    is_open = need.last_step is None and need.origin.source is Source.ANSWER
    return min(later) - 1 if is_open and later else None


def _way_out(need: AnyNeed, plan: Plan | Answer, until: int | None = None) -> WayOut:
    if not isinstance(plan, Plan):
        return WayOut(give_up=need.id, until=until)
    first = next((step for step in plan.steps if step.lessons), plan.steps[0])
    return WayOut(
        give_up=need.id,
        until=until,
        lessons_per_step=tuple(_lessons_a_week(step.lessons) for step in plan.steps),
        minutes_per_step=tuple(step.mean_minutes for step in plan.steps),
        first_subjects=tuple(dict.fromkeys(lesson.lesson.subject for lesson in first.lessons)),
        first_lessons=tuple(_opened(first)),
    )


def _opened(step: PlanStep) -> Iterator[OpenedLesson]:
    """The lessons of the step's first week with any."""
    week = next((lesson.week for lesson in step.lessons), "")
    for one in sorted(step.in_week(week), key=lambda p: (p.lesson.weekday, p.start, p.lesson.id)):
        yield OpenedLesson(
            weekday=one.lesson.weekday,
            start=one.start,
            end=one.end,
            subject=one.lesson.subject,
            with_coach=one.with_coach,
        )


def _lessons_a_week(lessons: tuple[PlannedLesson, ...]) -> int:
    weeks = {lesson.week for lesson in lessons}
    return round(len(lessons) / len(weeks)) if weeks else 0
