"""What must hold of every plan whatever the needs: it is made of the student's real lessons and is never nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from planning.checks import items
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem

OTHER_STEPS = "structure:steps"
"""The plan is one of another ladder: nothing more can be judged."""


def faults(problem: Problem, plan: Plan) -> Iterator[str]:
    """Codes of what is wrong with the plan itself, with the step where it is."""
    if tuple(s.step for s in plan.steps) != problem.steps:
        yield OTHER_STEPS
    ordinary = {o.id: o.lesson for o in problem.timetable.occasions}
    for planned in plan.steps:
        where = f"step {planned.number}"
        labels = planned.step.week_labels
        if any(ordinary.get(p.occasion) != p.lesson or p.week not in labels for p in planned.lessons):
            yield f"structure:unknown_lesson:{where}"
        if any(not _lies_within(lesson) for lesson in planned.lessons):
            yield f"structure:part_outside_lesson:{where}"
        if len({lesson.occasion for lesson in planned.lessons}) < len(planned.lessons):
            yield f"structure:same_lesson_twice:{where}"
        if _in_two_places(planned):
            yield f"structure:two_places_at_once:{where}"
        if any(not lesson.reasons for lesson in planned.lessons):
            yield f"structure:lesson_without_reason:{where}"
        if any(not left.reasons for left in planned.left_out):
            yield f"structure:left_out_without_reason:{where}"
        yield from _contact_faults(problem, planned, where)
        yield from items.faults(problem, planned)


def _lies_within(lesson: PlannedLesson) -> bool:
    return lesson.lesson.start <= lesson.start < lesson.end <= lesson.lesson.end


def _in_two_places(planned: PlanStep) -> bool:
    return any(
        a.week == b.week and a.lesson.weekday == b.lesson.weekday and a.start < b.end and b.start < a.end
        for a, b in combinations(planned.lessons, 2)
    )


def _contact_faults(problem: Problem, planned: PlanStep, where: str) -> Iterator[str]:
    """A step without lessons has a dated contact if it has a day with school; none falls on a closed day."""
    has_school = any(problem.calendar.open_days(monday) for monday in planned.step.mondays)
    if has_school and not planned.lessons and not planned.contacts:
        yield f"structure:nothing_at_all:{where}"
    if any(not problem.calendar.is_open(contact.date) for contact in planned.contacts):
        yield f"structure:contact_on_closed_day:{where}"
