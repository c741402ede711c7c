"""The rules T of days and hours: T1–T6 (`law.md` §6). Forms of teaching and what is counted stand beside it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from planning.checks.breaks import planned_rest
from planning.decision import DecisionKind
from planning.guaranteed_hours import school_year_of
from planning.items import item_catalogue
from planning.law.counted import COUNTED
from planning.law.of_case import asks_for, dates_of, in_whole_weeks, less_a_week, less_than_class, year_on
from planning.law.rules import rule_on
from planning.law.teaching_forms import TEACHING_FORMS
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing
from planning.plan import PlanStep
from planning.planned_day import PlannedDay
from planning.terms import TermName
from planning.timetable import EVERY_WEEK, LessonKind


def judge_t1(case: LawCase, rule: LawRule) -> Finding:
    """Lessons Monday to Friday only, and none dated to a day without school."""
    days = rule.numbers["days_a_week"]
    planned = {lesson.lesson.id: lesson.lesson for step in case.plan.steps for lesson in step.lessons}
    outside = [
        lesson.subject
        for lesson in planned.values()
        if lesson.weekday >= days or (lesson.date is not None and not case.problem.calendar.is_open(lesson.date))
    ]
    subjects = tuple(sorted(set(outside)))
    return Finding(Standing.DEVIATES if subjects else Standing.MET, {"subjects": subjects})


def judge_t2(case: LawCase, rule: LawRule) -> Finding:
    """Obligatory time a day: from the first lesson's start to the last one's end, breaks included (our reading)."""
    found = Finding(Standing.MET)
    for day in dates_of(case):
        if not day.lessons:
            continue
        minutes = max(lesson.end for lesson in day.lessons) - min(lesson.start for lesson in day.lessons)
        numbers, year = rule_on(rule, day.date).numbers, year_on(case, day.date)
        lowest = range(numbers["first_lowest_year"], numbers["last_lowest_year"] + 1)
        most = numbers["minutes_a_day_lowest" if year in lowest else "minutes_a_day"]
        facts: dict[str, Fact] = {"date": day.date, "minutes": minutes, "most_minutes": most}
        if minutes > most:
            return Finding(Standing.DEVIATES, facts)
        if year is None and minutes > numbers["minutes_a_day_lowest"] and found.standing is Standing.MET:
            facts["most_minutes"] = numbers["minutes_a_day_lowest"]
            found = Finding(Standing.UNKNOWN, facts, ("school.year_group",))
    return found


def judge_t3(case: LawCase, rule: LawRule) -> Finding:
    """The plan has no more days of a school year than may be obligatory; the year no fewer than it must have.

    The calendar may lack days without school, so of a year's days only the most that they can be is known: what is
    still too few is told, and too many are told of the plan's own days alone.
    """
    fewest, most = rule.numbers["fewest_days_a_year"], rule.numbers["most_days_a_year"]
    planned = Counter(school_year_of(day) for day in case.teaching.days)
    facts: dict[str, Fact] = {"days": max(planned.values(), default=0), "fewest_days": fewest, "most_days": most}
    for year, days in sorted(planned.items()):
        if days > most:
            return Finding(Standing.DEVIATES, {**facts, "year": year, "days": days})
        at_most = _days_in_terms(case, year)
        if at_most is not None and at_most < fewest:
            return Finding(Standing.DEVIATES, {**facts, "year": year, "days_of_terms": at_most})
    return Finding(Standing.MET, facts)


def _days_in_terms(case: LawCase, year: int) -> int | None:
    """Days of both terms that are not known to be closed; None unless both are written down."""
    calendar = case.problem.calendar
    terms = [term for term in calendar.terms if school_year_of(term.first) == year]
    if {term.name for term in terms} != set(TermName):
        return None
    days = (term.first + dt.timedelta(days=n) for term in terms for n in range((term.last - term.first).days + 1))
    return sum(calendar.is_open(day) for day in days)


def judge_t4(case: LawCase, _rule: LawRule) -> Finding:
    """There is a timetable for every step: lessons, or a time with somebody."""
    planned = {step.number for step in case.plan.steps if step.lessons or step.items or step.contacts}
    asked = [step.number for step in case.problem.steps] or [1]
    without = tuple(str(number) for number in asked if number not in planned)
    return Finding(Standing.DEVIATES if without else Standing.MET, {"steps": without})


def judge_t5(case: LawCase, rule: LawRule) -> Finding:
    """Days as whole as can be, and the week's time not all on a single day."""
    least, lessons = rule.numbers["gap_minutes"], rule.numbers["lessons_on_a_single_day"]
    gaps = [(gap, day.step) for day in dates_of(case) for gap in _gaps(case, day) if gap >= least]
    gathered = tuple(str(step.number) for step in case.plan.steps if _is_on_a_single_day(step, lessons))
    facts: dict[str, Fact] = {
        "steps": tuple(str(step) for step in sorted({step for _, step in gaps})),
        "gap_minutes": max((gap for gap, _ in gaps), default=0),
        "gathered_steps": gathered,
    }
    return Finding(Standing.DEVIATES if gaps or gathered else Standing.MET, facts)


def _gaps(case: LawCase, day: PlannedDay) -> Iterator[int]:
    """Minutes between what the day has at school, less the lunch and the rest that lie there."""
    lunches = [
        lunch
        for lunch in case.problem.timetable.lessons
        if lunch.kind is LessonKind.LUNCH
        and lunch.weekday == day.date.weekday()
        and lunch.week in (EVERY_WEEK, day.week)
        and lunch.date in (None, day.date)
    ]
    at_school = [(lesson.start, lesson.end) for lesson in day.lessons]
    at_school += [(item.start, item.end) for item in day.items if item_catalogue()[item.kind].at_school]
    rest = planned_rest(case.problem, day.step, day.week)
    for (_, before), (after, _) in pairwise(_joined(at_school)):
        eaten = max((min(lunch.end, after) - max(lunch.start, before) for lunch in lunches), default=0)
        yield after - before - max(eaten, 0) - rest


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that meet or overlap as one."""
    start, end = None, 0
    for begins, ends in sorted(spans):
        if start is None or begins > end:
            if start is not None:
                yield start, end
            start, end = begins, ends
        end = max(end, ends)
    if start is not None:
        yield start, end


def _is_on_a_single_day(step: PlanStep, lessons: int) -> bool:
    """Whether some week of it has so many lessons or more, all on one day."""
    weeks = (step.in_week(label) for label in step.step.week_labels)
    return any(len(week) >= lessons and len({one.lesson.weekday for one in week}) == 1 for week in weeks)


def judge_t6(case: LawCase, _rule: LawRule) -> Finding:
    """Less than the class timetable, in all or in a subject, is an anpassad studiegång."""
    less = less_than_class(case)
    lost = max((less_a_week(step.total, step) for step in in_whole_weeks(case).steps), default=0)
    facts: dict[str, Fact] = {
        "subjects": tuple(one.subject for one in less),
        "minutes": tuple(str(one.minutes_a_week) for one in less),
        "minutes_a_week": lost,
    }
    if not less and not lost:
        return Finding(Standing.MET, facts)
    fields = () if asks_for(case, DecisionKind.ADAPTED_STUDIES) else ("decisions",)
    return Finding(Standing.DEVIATES, facts, fields)


TIMETABLE: Mapping[str, Judge] = {
    "T1": judge_t1,
    "T2": judge_t2,
    "T3": judge_t3,
    "T4": judge_t4,
    "T5": judge_t5,
    "T6": judge_t6,
    **TEACHING_FORMS,
    **COUNTED,
}
"""The functions of all rules T, by the rule's code."""
