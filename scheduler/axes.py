"""The ways in which an alternative may differ, as constraints: each demands a difference that is noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from planning.alternatives import Axis
from planning.plan import Plan, PlannedLesson
from planning.problem import Problem
from scheduler.model import Choice, Literal, Model, Week

NOTICED_MINUTES = 30
"""Least minutes by which a day begins later or ends earlier. Our default."""


def measure(axis: Axis, problem: Problem, plan: Plan, steps: Sequence[int]) -> int:
    """What the axis comes to in those steps of the plan: days, a time of day, or lessons."""
    lessons = [(s.number, lesson) for s in plan.steps if s.number in steps for lesson in s.lessons]
    match axis:
        case Axis.FEWER_DAYS | Axis.MORE_DAYS:
            return len({(step, p.week, p.lesson.weekday) for step, p in lessons})
        case Axis.LATER_START:
            return min((p.start for _, p in lessons), default=0)
        case Axis.EARLIER_END:
            return max((p.end for _, p in lessons), default=0)
        case Axis.OTHER_SUBJECTS:
            return len(lessons)
        case Axis.WITH_COACH:
            return sum(_coach_can(problem, p) for _, p in lessons)
        case _:
            assert_never(axis)


def _coach_can(problem: Problem, lesson: PlannedLesson) -> bool:
    return problem.coach.can_stay(lesson.lesson, lesson.week) or problem.coach.can_meet(lesson.lesson, lesson.week)


def demand(axis: Axis, model: Model, plan: Plan, steps: Sequence[int], when: Literal) -> bool:
    """Demand the difference of the model in those steps, `when` that is true. False where the axis makes no sense."""
    weeks = [week for (step, _), week in model.weeks.items() if step in steps]
    now = measure(axis, model.problem, plan, steps)
    match axis:
        case Axis.FEWER_DAYS:
            days = [model.at_school(week, day) for week in weeks for day in week.days]
            model.cp.add(sum(days) <= now - 1).only_enforce_if(when)
            return now > len(weeks)
        case Axis.MORE_DAYS:
            model.cp.add(sum(_days(model, weeks)) >= now + 1).only_enforce_if(when)
        case Axis.LATER_START:
            _forbid(model, (c for c in _choices(weeks) if c.visit.start < now + NOTICED_MINUTES), when)
        case Axis.EARLIER_END:
            _forbid(model, (c for c in _choices(weeks) if c.visit.end > now - NOTICED_MINUTES), when)
        case Axis.OTHER_SUBJECTS:
            known = {lesson.lesson.subject for s in plan.steps if s.number == steps[0] for lesson in s.lessons}
            first = [week for week in weeks if week.step == steps[0]]
            count = sum(len(s.lessons) for s in plan.steps if s.number == steps[0])
            model.cp.add(sum(_attended(first, known)) <= count // 2).only_enforce_if(when)
            # To do without one of two subjects is no other subject.
            model.cp.add_bool_or(_attended_but(first, known)).only_enforce_if(when)
        case Axis.WITH_COACH:
            there = [c.taken for c in _choices(weeks) if _can(model.problem, c)]
            model.cp.add(sum(there) >= now + 1).only_enforce_if(when)
            return bool(model.problem.coach.hours)
        case _:
            assert_never(axis)
    return True


def _choices(weeks: Iterable[Week]) -> Iterator[Choice]:
    return (choice for week in weeks for choice in week.choices)


def _forbid(model: Model, choices: Iterable[Choice], when: Literal) -> None:
    for choice in choices:
        model.cp.add_implication(when, choice.taken.negated())


def _days(model: Model, weeks: Iterable[Week]) -> Iterator[Literal]:
    """Per day, true only when a lesson is attended then."""
    for week in weeks:
        for day, choices in week.days.items():
            there = model.cp.new_bool_var(f"a lesson {week.step} {week.label} {day}")
            model.cp.add_bool_or([there.negated(), *(choice.taken for choice in choices)])
            yield there


def _attended(weeks: Iterable[Week], subjects: set[str]) -> list[Literal]:
    return [a for week in weeks for o, a in week.attended.items() if week.lessons[o].subject in subjects]


def _attended_but(weeks: Iterable[Week], subjects: set[str]) -> list[Literal]:
    return [a for week in weeks for o, a in week.attended.items() if week.lessons[o].subject not in subjects]


def _can(problem: Problem, choice: Choice) -> bool:
    lesson, week = choice.visit.lesson, choice.visit.week
    return problem.coach.can_stay(lesson, week) or problem.coach.can_meet(lesson, week)
