"""«Why not this lesson?»: the plan is solved with the lesson there, and compared with the plan as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planning.answers_why import (
    WISHES,
    AlreadyThere,
    Concern,
    InTheWay,
    NothingAgainst,
    NotToldInTime,
    WhyNot,
    Worse,
    WouldGiveWay,
)
from planning.checks.judge import bars, breaches_of, broken_promises
from planning.errors import BadInput, NotAllowed
from planning.needs import AnyNeed, KeepLesson, NamedLesson, NeedId, Origin, Source, Strength
from planning.plan import Plan
from planning.plan_changes import attended, changes_between
from planning.problem import Problem
from planning.reasons import ONLY_PREFER
from planning.timetable import Occasion, OccasionId
from scheduler.conflicts import smallest_conflict
from scheduler.distance import as_present, distance_losses
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.planner import checked_plan
from scheduler.posting import model_of
from scheduler.settling import LOWER, packs, run_pack
from scheduler.solving import Answer, Effort, Solution, hint, run, total
from scheduler.tiers import Rank, Tier, tier_of
from scheduler.worth import worth

BRIEF = Effort(by_cores=0.2, by_bounds=0.5, interleaved=0.0)
"""Effort for each pack of tiers. Our default: there is an answer within about a second, or that is said."""

ASKED = NeedId("why_not")


def why_not(problem: Problem, plan: Plan, occasion: OccasionId, step: int, effort: Effort = BRIEF) -> WhyNot:
    """What keeps that occasion out of that step, or what would be worse if it were there.

    Raises `BadInput` when the step has no such occasion, `NotAllowed` when the plan does not keep the problem's needs.
    """
    asked_for = _asked_for(problem, occasion, step)
    if broken_promises(problem, plan):
        raise NotAllowed("plan_is_old")
    if (step, occasion) in attended(plan):
        return AlreadyThere()
    forced = problem.model_copy(update={"needs": (*problem.needs, asked_for)})
    model = model_of(forced)
    if barring := _barring(problem, model, occasion, step):
        return InTheWay(needs=barring[:1], also=barring[1:])
    add_losses(model)
    now = worth(problem, plan, effort)
    best = Solution(Answer.UNKNOWN, {}) if now is None else _nearest_of_the_best(model, plan, now, effort)
    if best.answer is Answer.IMPOSSIBLE:
        colliding = smallest_conflict(forced, effort)
        return InTheWay(needs=_ids(colliding)) if colliding else NotToldInTime()
    if now is None or not best.values:
        return NotToldInTime()
    return _compared(forced, plan, asked_for, now, checked_plan(model, best), effort)


def _asked_for(problem: Problem, occasion: OccasionId, step: int) -> KeepLesson:
    """The lesson there, as a need."""
    found = _find(problem, occasion, step)
    if found is None:
        raise BadInput("no_such_lesson", field="occasion", value=occasion, step=step)
    return KeepLesson(
        id=ASKED,
        origin=Origin(source=Source.HAND, ref="why_not"),
        strength=Strength.HARD,
        first_step=step,
        last_step=step,
        weeks=(found.week,) if found.week else (),
        lesson=NamedLesson.of(found.lesson),
    )


def _find(problem: Problem, occasion: OccasionId, step: int) -> Occasion | None:
    labels = {label for one in problem.steps if one.number == step for label in one.week_labels}
    return next((o for o in problem.timetable.occasions if o.id == occasion and o.week in labels), None)


def _ids(needs: Iterable[AnyNeed]) -> tuple[NeedId, ...]:
    return tuple(need.id for need in needs if need.id != ASKED)


def _barring(problem: Problem, model: Model, occasion: OccasionId, step: int) -> tuple[NeedId, ...]:
    """The hard needs that rule every way of attending it out by themselves."""
    visits = [
        choice.visit
        for (number, _), week in model.weeks.items()
        for choice in week.choices
        if number == step and choice.occasion == occasion
    ]
    # What asks for some lessons of a kind each week keeps no other lesson out.
    limits = (need for need in problem.hard_needs() if not isinstance(need, ONLY_PREFER))
    return _ids(need for need in limits if all(bars(need, visit, problem) for visit in visits))


def _nearest_of_the_best(model: Model, plan: Plan, now: dict[Rank, int], effort: Effort) -> Solution:
    """Of the best plans with the lesson there, as far as to the first concerns that are worse, the nearest one.

    What is less weighty than those is not asked for: so the plan moves what the lesson moves, and nothing else. Unknown
    when a concern that is weightier than the pace could not be settled.
    """
    hint(model.cp, as_present(model, plan))
    solution = Solution(Answer.UNKNOWN, {})
    for pack in packs(model, [rank for rank in sorted(model.losses) if rank.tier < Tier.PROMISED]):
        is_low = pack[0].tier > Tier.WISH_1
        better = run_pack(model, pack, solution, LOWER if is_low else effort)
        if not better.proven:
            if is_low:
                break
            return Solution(better.answer if better.answer is Answer.IMPOSSIBLE else Answer.UNKNOWN, {})
        solution = better
        hint(model.cp, solution.values)
        if any(solution.tiers[rank.name] > now.get(rank, 0) for rank in pack):
            break
    model.cp.minimize(total(distance_losses(model, plan)))
    answer, values = run(model.cp, LOWER)
    return Solution(answer, values) if values else solution


def _compared(
    forced: Problem, plan: Plan, asked_for: KeepLesson, now: dict[Rank, int], with_it: Plan, effort: Effort
) -> WouldGiveWay | NothingAgainst | NotToldInTime:
    then = worth(forced, with_it, effort)
    if then is None:
        return NotToldInTime()
    changes = tuple(
        change for change in changes_between(plan, with_it)
        if change.step == asked_for.first_step and change.lesson.id != asked_for.lesson.id
    )
    worse = tuple(_worse(forced, plan, with_it, _by_concern(now), _by_concern(then)))
    if not worse:
        return NothingAgainst(changes=changes, plan=with_it)
    return WouldGiveWay(
        worse=worse,
        changes=changes,
        plan=with_it,
        weekday=asked_for.lesson.weekday,
        longer_day=max(0, _day_length(with_it, asked_for) - _day_length(plan, asked_for)),
    )


def _day_length(plan: Plan, asked_for: KeepLesson) -> int:
    """Minutes from the first lesson to the last on the weekday of the lesson asked for, on its longest such day."""
    step = plan.steps[asked_for.first_step - 1]
    return max(
        (max(p.end for p in day) - min(p.start for p in day)
         for week in asked_for.weeks or step.step.week_labels
         if (day := [p for p in step.in_week(week) if p.lesson.weekday == asked_for.lesson.weekday])),
        default=0,
    )  # fmt: skip


def _by_concern(worth: dict[Rank, int]) -> dict[Concern, int]:
    """The tiers by what they care for, the weightiest first; the shapes of all weeks together."""
    sums: dict[Concern, int] = {}
    for rank in sorted(worth):
        concern = Concern(rank.tier.name.lower())
        sums[concern] = sums.get(concern, 0) + worth[rank]
    return sums


def _worse(
    problem: Problem, plan: Plan, with_it: Plan, now: dict[Concern, int], then: dict[Concern, int]
) -> Iterator[Worse]:
    """As far as to the first concern that is better instead: what comes after it was traded for that."""
    for concern, value in then.items():
        if value < now.get(concern, 0):
            return
        if value > now.get(concern, 0):
            lost_by = _wishes_that_lose(problem, plan, with_it, concern) if concern in WISHES else ()
            yield Worse(concern=concern, now=now.get(concern, 0), then=value, needs=lost_by)


def _wishes_that_lose(problem: Problem, plan: Plan, with_it: Plan, concern: Concern) -> tuple[NeedId, ...]:
    wishes = [need for need in problem.needs if need.is_wish and tier_of(need).name.lower() == concern]
    return _ids(n for n in wishes if _amount(n, problem, with_it) > _amount(n, problem, plan))


def _amount(need: AnyNeed, problem: Problem, plan: Plan) -> int:
    return sum(breach.amount for breach in breaches_of(need, problem, plan))
