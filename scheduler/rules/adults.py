"""Needs about adults as constraints."""

from __future__ import annotations

from typing import assert_never

from planning.encounters import at_the_door
from planning.items import Carrier, ItemKind
from planning.needs import (
    AdultNeed,
    AvoidTeacher,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    CoachMinutes,
    OnlyTeachers,
    RequireTeacherShare,
    TrustedAdult,
)
from planning.timetable import Lesson, OccasionId
from planning.visits import Visit
from scheduler.model import Model, Posting, Term, Week
from scheduler.rules.company import post_some_of_these

MEETS = "meets"
STAYS = "stays"


def post(need: AdultNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        match need:
            case AvoidTeacher() | OnlyTeachers() | RequireTeacherShare():
                for choice in week.choices:
                    if _rules_out(need, choice.visit.lesson) or _meets_at_the_door(need, choice.visit, model):
                        posting.never_together(choice.taken)
            case TrustedAdult():
                post_some_of_these(posting, week, lambda v: not set(v.lesson.teachers).isdisjoint(need.teachers))
            case CoachAllLessons():
                for occasion, attended in week.attended.items():
                    posting.if_then_any(attended, [model.coach(week, occasion, STAYS)])
            case CoachAtFirstLesson():
                _post_meeting(posting, week)
            case CoachAvailability():
                _post_hours(posting, week)
            case CoachMinutes():
                _post_minutes(need, posting, week)
            case _:
                assert_never(need)


def _rules_out(need: AvoidTeacher | OnlyTeachers | RequireTeacherShare, lesson: Lesson) -> bool:
    present = [teacher for teacher in lesson.teachers if teacher in need.teachers]
    match need:
        case AvoidTeacher():
            return bool(present)
        case OnlyTeachers():
            return not present
        case RequireTeacherShare():
            return not present and lesson.subject not in need.subjects


def _meets_at_the_door(
    need: AvoidTeacher | OnlyTeachers | RequireTeacherShare, visit: Visit, model: Model
) -> bool:
    if not isinstance(need, AvoidTeacher):
        return False
    passing = at_the_door(model.problem.timetable, visit, need.doorway_minutes)
    return any(teacher in need.teachers for lesson in passing for teacher in lesson.teachers)


def _post_meeting(posting: Posting, week: Week) -> None:
    """The first lesson of a day has the coach: a lesson does, or something that day begins before it."""
    for choices in week.days.values():
        for choice in choices:
            earlier = [c.taken for c in choices if c.visit.start < choice.visit.start]
            posting.if_then_any(choice.taken, [posting.model.coach(week, _occasion(choice.visit), MEETS), *earlier])


def post_coach_minutes(need: CoachMinutes, model: Model) -> None:
    """Put the need into the model once more, with the items that have come since."""
    for week in model.weeks_of(need):
        _post_minutes(need, Posting(model, need), week)


def _post_minutes(need: CoachMinutes, posting: Posting, week: Week) -> None:
    """What lessons and items take of the coach's time: all of a lesson where the coach stays, else a meeting."""
    model, coach = posting.model, posting.model.problem.coach
    asked = [n for n in model.problem.needs if n.holds_in(week.step, week.label)]
    stays = any(isinstance(n, CoachAllLessons) for n in asked)
    meets = any(isinstance(n, CoachAtFirstLesson) for n in asked)
    terms: list[Term] = []
    for occasion, lesson in week.lessons.items():
        if stays:
            terms.append((lesson.minutes, model.coach(week, occasion, STAYS)))
        elif meets:
            terms.append((coach.meeting_minutes(lesson), model.coach(week, occasion, MEETS)))
    terms.extend(
        (choice.slot.end - choice.slot.start, choice.taken)
        for choice in week.items
        if choice.offer.carrier is Carrier.COACH and choice.offer.kind is not ItemKind.MEET_AT_ARRIVAL
    )
    posting.at_most(terms, need.minutes)


def _post_hours(posting: Posting, week: Week) -> None:
    """The coach neither meets nor stays outside the coach's hours."""
    coach = posting.model.problem.coach
    for occasion, lesson in week.lessons.items():
        if not coach.can_meet(lesson, week.label):
            posting.never_together(posting.model.coach(week, occasion, MEETS))
        if not coach.can_stay(lesson, week.label):
            posting.never_together(posting.model.coach(week, occasion, STAYS))


def _occasion(visit: Visit) -> OccasionId:
    return OccasionId(f"{visit.week}|{visit.lesson.id}")
