"""The rules T of what counts as teaching, and of what is lost: T12–T14 (`law.md` §6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from planning.law.of_case import dates_of, first_day
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing
from planning.plan import PlannedLesson
from planning.planned_day import PlannedDay
from planning.teaching_hours import HoursRow
from planning.timetable import LessonKind, OccasionId


def judge_t12(case: LawCase, rule: LawRule) -> Finding:
    """Time with the coach, and time that nobody leads, is never counted: teaching is the timetable's lessons alone."""
    days = dates_of(case)
    led = {occasion.id for occasion in case.problem.timetable.occasions}
    apart = sum(item.minutes for day in days for item in day.items) + _minutes_met(days)
    counted = sum(lesson.minutes for day in days for lesson in day.lessons if not _is_led(lesson, led))
    deviates = counted > rule.numbers["counted_minutes"]
    return Finding(Standing.DEVIATES if deviates else Standing.MET, {"minutes": apart, "counted_minutes": counted})


def _minutes_met(days: Iterable[PlannedDay]) -> int:
    return sum(
        contact.end - contact.start
        for day in days
        for contact in day.contacts
        if contact.start is not None and contact.end is not None
    )


def _is_led(lesson: PlannedLesson, led: Collection[OccasionId]) -> bool:
    """Whether it is a lesson of the student's timetable: those are led by teachers."""
    return lesson.lesson.kind is LessonKind.LESSON and lesson.occasion in led


def judge_t13(case: LawCase, rule: LawRule) -> Finding:
    """Extra study time, lovskola and distansundervisning are not counted towards the guaranteed time."""
    words = {word.casefold() for word in rule.words["not_counted"]}
    there = {name for name in case.problem.timetable.subjects if name.casefold() in words}
    distance = set(case.facts.forms.distance.subjects) if case.facts.forms.distance else set()
    if not there and not distance:
        return Finding(Standing.NOT_ASKED)
    counted = Counter(dict.fromkeys(there & {name for row in case.hours.rows for name in _names(row)}, 0))
    for name in counted:
        counted[name] = case.teaching.cumulated[-1][name].planned
    counted.update(_taught_meanwhile(case, distance))
    minutes = counted.total()
    deviates = minutes > rule.numbers["counted_minutes"]
    subjects = +counted if deviates else there | distance
    facts: dict[str, Fact] = {"subjects": tuple(sorted(subjects)), "counted_minutes": minutes}
    return Finding(Standing.DEVIATES if deviates else Standing.MET, facts)


def _names(row: HoursRow) -> Iterable[str]:
    return {*row.names, *(name for one in row.within for name in one.names)}


def _taught_meanwhile(case: LawCase, subjects: Collection[str]) -> Counter[str]:
    """Planned minutes of those subjects on days while distansundervisning is given."""
    minutes: Counter[str] = Counter()
    distance = case.facts.forms.distance
    if distance is not None:
        begins = distance.first_day or first_day(case)
        for day in dates_of(case):
            if day.date >= begins and (distance.last_day is None or day.date <= distance.last_day):
                for one in day.lessons:
                    minutes[one.lesson.subject] += one.minutes * (one.lesson.subject in subjects)
    return minutes


def judge_t14(case: LawCase, _rule: LawRule) -> Finding:
    """What is lost of the class timetable over the plan, subject by subject, and beside the hours of the stage."""
    whole = case.teaching.cumulated[-1] if case.teaching.steps else {}
    lost = sorted(((m.lost, name) for name, m in whole.items() if m.lost > 0), key=lambda one: (-one[0], one[1]))
    below = [row for row in case.hours.rows if row.below]
    facts: dict[str, Fact] = {
        "subjects": tuple(name for _, name in lost),
        "minutes": tuple(str(minutes) for minutes, _ in lost),
        "lost_minutes": case.teaching.cumulated_total[-1].lost if case.teaching.steps else 0,
        "timplan": tuple(str(row.code) for row in below),
        "below_minutes": tuple(str(row.below) for row in below),
    }
    fields = () if case.group else ("school.year_group",)
    if lost:
        return Finding(Standing.DEVIATES, facts, fields)
    has_unknown_weeks = any(step.weeks_unknown for step in case.teaching.steps)
    return Finding(Standing.UNKNOWN if has_unknown_weeks else Standing.MET, facts)


COUNTED: Mapping[str, Judge] = {"T12": judge_t12, "T13": judge_t13, "T14": judge_t14}
"""By the rule's code."""
