"""Reads a plan off a solution: nothing is decided here that the model has not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from planning.contacts import contacts_in, evening_contacts
from planning.days import mondays_without_lessons
from planning.needs import AvoidPlace, CoachAllLessons, CoachAtFirstLesson, CoachAvailability, SmallGroupFirst
from planning.needs.environment import CLASSROOM
from planning.plan import Plan, PlannedContact, PlannedItem, PlannedLesson, PlanStep, Setting
from planning.problem import Problem
from planning.reasons import explained
from planning.steps import Step
from planning.timetable import OccasionId
from planning.visits import Series, Visit, series_of
from scheduler.model import Model, Week
from scheduler.rules.hand import settled_company, settled_setting
from scheduler.solving import Solution


def read_plan(model: Model, solution: Solution) -> Plan:
    """The plan that the solution says, with its reasons."""
    problem = model.problem
    steps: list[PlanStep] = []
    known: set[Series] = set()
    for step in problem.steps:
        lessons = tuple(
            lesson
            for label in step.week_labels
            for lesson in _lessons(model, model.weeks[step.number, label], solution, known)
        )
        known = {series_of(lesson.lesson, lesson.week) for lesson in lessons}
        taken = tuple(_items(model, step, solution))
        taught = {lesson.week for lesson in lessons}
        items = tuple(item for item in taken if item.week in taught or not item.contact)
        contacts = _contacts(problem, step, mondays_without_lessons(problem, step, lessons, items), taken)
        steps.append(PlanStep(step=step, lessons=lessons, contacts=contacts, items=items))
    return explained(problem, Plan(steps=tuple(steps), proven=solution.proven, tiers=solution.tiers))


def _items(model: Model, step: Step, solution: Solution) -> Iterator[PlannedItem]:
    """The items that were given a time, in the order of the clock."""
    for label in step.week_labels:
        chosen = [c for c in model.weeks[step.number, label].items if solution.is_true(c.taken)]
        for offer, slot, _ in sorted(chosen, key=lambda c: (c.slot.weekday, c.slot.start, c.slot.end, c.offer.id)):
            yield PlannedItem(
                kind=offer.kind,
                week=label,
                weekday=slot.weekday,
                start=slot.start,
                end=slot.end,
                carrier=offer.carrier,
                person=offer.person,
                place=offer.place,
                subject=offer.subject,
                need=offer.need,
                contact=offer.contact,
            )


def _contacts(
    problem: Problem, step: Step, mondays: tuple[dt.date, ...], items: Iterable[PlannedItem]
) -> tuple[PlannedContact, ...]:
    """Dated contacts of the weeks in which nobody is met, at the times that were found for them."""
    by_day = contacts_in(problem, step, mondays, [item for item in items if item.contact])
    return tuple(sorted((*by_day, *evening_contacts(problem, step)), key=lambda contact: contact.date))


def _lessons(model: Model, week: Week, solution: Solution, known: set[Series]) -> list[PlannedLesson]:
    problem = model.problem
    lessons = []
    for choices in week.days.values():
        visits = [choice.visit for choice in choices if solution.is_true(choice.taken)]
        for visit in visits:
            is_first = visit.start == min(v.start for v in visits)
            occasion = OccasionId(f"{week.label}|{visit.lesson.id}")
            settled = settled_setting(model, week, occasion, solution)
            company = settled_company(model, week, occasion, solution)
            lessons.append(
                PlannedLesson(
                    lesson=visit.lesson,
                    week=week.label,
                    start=visit.start,
                    end=visit.end,
                    setting=settled or _setting(problem, visit, known),
                    with_coach=_with_coach(problem, visit, is_first=is_first) if company is None else company,
                )
            )
    return lessons


def _setting(problem: Problem, visit: Visit, known: set[Series]) -> Setting:
    """The small room while the classroom is avoided, and for a lesson taken up while a small group comes first."""
    is_new = series_of(visit.lesson, visit.week) not in known
    for need in problem.needs:
        if not need.holds_in(visit.step, visit.week):
            continue
        if isinstance(need, SmallGroupFirst) and is_new:
            return Setting.SMALL_ROOM
        if isinstance(need, AvoidPlace) and CLASSROOM in need.places:
            return Setting.SMALL_ROOM
    return Setting.CLASSROOM


def _with_coach(problem: Problem, visit: Visit, *, is_first: bool) -> bool:
    """Whether the coach is there: wherever promised, and where wished for and the coach's hours allow it."""
    holding = [need for need in problem.needs if need.holds_in(visit.step, visit.week)]
    asked = [
        need for need in holding
        if isinstance(need, CoachAllLessons) or (is_first and isinstance(need, CoachAtFirstLesson))
    ]
    if any(need.is_hard for need in asked) or not any(isinstance(need, CoachAvailability) for need in holding):
        return bool(asked)
    coach = problem.coach
    return any(
        coach.can_stay(visit.lesson, visit.week) if isinstance(need, CoachAllLessons)
        else coach.can_meet(visit.lesson, visit.week)
        for need in asked
    )
