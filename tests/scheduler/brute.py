"""Every plan of a small problem, made without any solver, and what the checks say of each.

A plan here is what the student could be told to do: whole lessons, or their first or last minutes where a visit must be
shorter; the coach where a need asks for the coach; the small room wherever that could be asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import Any

from planning.checks.judge import breaches_of, broken_promises
from planning.contacts import contacts_in
from planning.dimensions import leaps
from planning.needs import (
    AnyNeed,
    CoachAllLessons,
    CoachAtFirstLesson,
    KeepLesson,
    LessonEdges,
    LessonPart,
    LessonSetting,
    MaxVisitMinutes,
    NeedId,
    NoRemoval,
    Origin,
    Source,
    Strength,
)
from planning.needs.hand import span_asked_for
from planning.pace import LONG_WAIT_MINUTES, ceiling, floor
from planning.plan import Plan, PlannedLesson, PlanStep, Reason, ReasonKind, Setting
from planning.problem import Problem
from planning.steps import Step
from planning.timetable import Occasion
from scheduler.tiers import Tier, tier_of
from tests.scheduler.brute_items import with_asked_items

ORDER = (
    Tier.REMOVED, Tier.EMPTY, Tier.TORN, Tier.TOO_FAST, Tier.TOO_SLOW, Tier.LEAPS, Tier.IMPORTANT, Tier.WISH_3,
    Tier.WISH_2, Tier.WISH_1,
)  # fmt: skip
"""The tiers that the checks and the gentle line alone decide."""
COUNTED = frozenset(ORDER) - {Tier.TOO_FAST}
"""Those that the solver counts in the unit of the checks; minutes too fast it weighs more coarsely."""


def every_plan(problem: Problem) -> Iterator[Plan]:
    """All plans of the problem, whether they meet its needs or not."""
    for steps in product(*(list(_every_step(problem, step)) for step in problem.steps)):
        yield Plan(steps=steps, proven=False)


def _every_step(problem: Problem, step: Step) -> Iterator[PlanStep]:
    occasions = [o for o in problem.timetable.occasions if o.week in step.week_labels]
    contacts = contacts_in(problem, step)
    for ways in product(*([None, *_ways(problem, step, occasion)] for occasion in occasions)):
        attended = [way for way in ways if way is not None]
        lessons = tuple(_accompanied(problem, step, attended))
        planned = PlanStep(step=step, lessons=lessons, contacts=() if lessons else contacts)
        yield with_asked_items(problem, planned)


def _ways(problem: Problem, step: Step, occasion: Occasion) -> Iterator[PlannedLesson]:
    """Whole and in part; each also cut at its edges by any of the needs that ask for it."""
    edges = [
        need.span_of(occasion.lesson) for need in problem.hard_needs()
        if isinstance(need, LessonEdges) and need.holds_in(step.number, occasion.week)
    ]
    cuts = [some for size in range(len(edges) + 1) for some in combinations(edges, size)]
    seen = set()
    for way in _uncut_ways(problem, step, occasion):
        for cut in cuts:
            start = max([way.start, *(first for first, _ in cut)])
            end = min([way.end, *(last for _, last in cut)])
            if start < end and (start, end) not in seen:
                seen.add((start, end))
                yield way.model_copy(update={"start": start, "end": end})


def _uncut_ways(problem: Problem, step: Step, occasion: Occasion) -> Iterator[PlannedLesson]:
    lesson = occasion.lesson
    whole = PlannedLesson(
        lesson=lesson, week=occasion.week, start=lesson.start, end=lesson.end,
        setting=_settled(problem, step, occasion, "setting", Setting.SMALL_ROOM),
        reasons=(Reason(kind=ReasonKind.KEPT),),
    )  # fmt: skip
    yield whole
    for need in problem.needs:
        if isinstance(need, MaxVisitMinutes) and need.is_hard and need.holds_in(step.number, occasion.week):
            bound = need.minutes_in(step.number)
            if bound < lesson.minutes:
                yield whole.model_copy(update={"end": lesson.start + bound})
                yield whole.model_copy(update={"start": lesson.end - bound})
        is_asked = isinstance(need, KeepLesson | LessonPart) and need.holds_in(step.number, occasion.week)
        span = span_asked_for(need, lesson) if is_asked else None  # type: ignore[arg-type]  # asked is one of these
        if span is not None and lesson.start <= span[0] < span[1] <= lesson.end:
            yield whole.model_copy(update={"start": span[0], "end": span[1]})


def _settled(problem: Problem, step: Step, occasion: Occasion, field: str, otherwise: Any) -> Any:
    """What a change by hand settles about that lesson, or what holds otherwise."""
    for need in problem.hard_needs():
        about_it = isinstance(need, KeepLesson | LessonSetting) and need.lesson.id == occasion.lesson.id
        if about_it and need.holds_in(step.number, occasion.week) and getattr(need, field) is not None:
            return getattr(need, field)
    return otherwise


def _accompanied(problem: Problem, step: Step, attended: list[PlannedLesson]) -> Iterator[PlannedLesson]:
    """The lessons, with the coach where a hard need wants the coach and nowhere else."""
    for planned in attended:
        holding = [n for n in problem.hard_needs() if n.holds_in(step.number, planned.week)]
        same_day = [p for p in attended if (p.week, p.lesson.weekday) == (planned.week, planned.lesson.weekday)]
        is_first = planned.start == min(p.start for p in same_day)
        wanted = any(
            isinstance(need, CoachAllLessons) or (is_first and isinstance(need, CoachAtFirstLesson)) for need in holding
        )
        occasion = Occasion(lesson=planned.lesson, week=planned.week)
        settled = _settled(problem, step, occasion, "with_coach", wanted)
        yield planned.model_copy(update={"with_coach": settled})


def possible_plans(problem: Problem) -> Iterator[Plan]:
    """Those that keep every promise."""
    return (plan for plan in every_plan(problem) if not broken_promises(problem, plan))


def is_possible(problem: Problem) -> bool:
    """Whether any plan keeps every promise."""
    return next(possible_plans(problem), None) is not None


def with_only(problem: Problem, needs: tuple[AnyNeed, ...]) -> Problem:
    """The same problem with these needs and no others."""
    return problem.model_copy(update={"needs": needs})


def smallest_conflicts(problem: Problem) -> list[tuple[AnyNeed, ...]]:
    """All the sets of hard needs of the smallest size that cannot be met together."""
    hard = tuple(problem.hard_needs())
    for size in range(1, len(hard) + 1):
        if found := [some for some in combinations(hard, size) if not any(map(is_possible, keeping(problem, some)))]:
            return found
    return []


def keeping(problem: Problem, needs: tuple[AnyNeed, ...]) -> Iterator[Problem]:
    """The problem with these needs alone, and with each choice of the others that ask for parts of lessons.

    What asks for a part also makes it possible: needs collide when nobody's asking lets them be met.
    """
    asking = [
        need for need in problem.hard_needs()
        if isinstance(need, KeepLesson | LessonEdges | LessonPart | MaxVisitMinutes) and need not in needs
    ]
    for size in range(len(asking) + 1):
        yield from (with_only(problem, (*needs, *some)) for some in combinations(asking, size))


def losses(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """What the plan loses in each of the tiers of `ORDER`, told by the checks and the gentle line alone."""
    lost = dict.fromkeys(ORDER, 0)
    kept = NoRemoval(
        id=NeedId("kept"), origin=Origin(source=Source.DEFAULT, ref="kept"), strength=Strength.HARD
    )
    lost[Tier.LEAPS] = leaps(problem, plan.steps)
    lost[Tier.REMOVED] = sum(breach.amount for breach in breaches_of(kept, problem, plan))
    for step in plan.steps:
        for week in step.step.week_labels:
            if problem.timetable.minutes_per_week(week):
                lost[Tier.EMPTY] += not step.in_week(week)
            if step is not plan.last:
                lost[Tier.TORN] += len(_torn_days(problem, step, week))
            lost[Tier.TOO_FAST] += max(0, step.minutes(week) - ceiling(problem, week)[step.number - 1])
            below = floor(problem, week)[step.number - 1] - step.minutes(week)
            lost[Tier.TOO_SLOW] += max(0, -(-below // 60))
    for need in problem.needs:
        if need.is_wish:
            lost[tier_of(need)] += sum(breach.amount for breach in breaches_of(need, problem, plan))
    return tuple(lost[tier] for tier in ORDER)


def _torn_days(problem: Problem, step: PlanStep, week: str) -> set[int]:
    """Days with a wait of over an hour between two lessons, although the timetable has a lesson in between."""
    ordinary = [o.lesson for o in problem.timetable.occasions if o.week == week]
    return {
        before.lesson.weekday
        for before, after in pairwise(step.in_week(week))
        if before.lesson.weekday == after.lesson.weekday
        and after.start - before.end > LONG_WAIT_MINUTES
        and any(
            lesson.weekday == after.lesson.weekday and before.end <= lesson.start and lesson.end <= after.start
            for lesson in ordinary
        )
    }


def reached(plan: Plan) -> tuple[int, ...]:
    """What the solver says that its plan loses in each of the tiers of `COUNTED`."""
    return tuple(plan.tiers.get(tier.name.lower(), 0) for tier in ORDER if tier in COUNTED)
