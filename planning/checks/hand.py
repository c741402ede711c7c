"""When a plan meets what was settled by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.needs.hand import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting, span_asked_for
from planning.outcomes import Breach
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


def bars(need: HandNeed, visit: Visit) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case LeaveOutLesson():
            return visit.lesson.id == need.lesson.id
        case KeepLesson() | LessonPart():
            span = span_asked_for(need, visit.lesson)
            return span is not None and span != (visit.start, visit.end)
        case LessonSetting():
            return False
        case _:
            assert_never(need)


def breaches(need: HandNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need: the lesson missing, there all the same, or met otherwise."""
    taught = {o.week for o in problem.timetable.occasions if o.lesson.id == need.lesson.id}
    for planned in plan.steps:
        for week in problem.steps[planned.number - 1].week_labels:
            if week not in taught or not need.holds_in(planned.number, week):
                continue
            attended = [lesson for lesson in planned.in_week(week) if lesson.lesson.id == need.lesson.id]
            if isinstance(need, KeepLesson) and not attended:
                yield Breach(step=planned.number, week=week, amount=1)
            yield from _met_otherwise(need, planned, week, attended)


def _met_otherwise(
    need: HandNeed, planned: PlanStep, week: WeekLabel, attended: list[PlannedLesson]
) -> Iterator[Breach]:
    for lesson in attended:
        if bars(need, Visit.of(planned.number, lesson)) or _in_other_company(need, lesson):
            yield Breach(step=planned.number, week=week, lessons=(lesson.lesson.id,), amount=1)


def _in_other_company(need: HandNeed, lesson: PlannedLesson) -> bool:
    if isinstance(need, LeaveOutLesson | LessonPart):
        return False
    elsewhere = need.setting is not None and lesson.setting != need.setting
    return elsewhere or (need.with_coach is not None and lesson.with_coach != need.with_coach)
