"""What was settled by hand as constraints.

Setting and company follow from the other needs when a plan is read off. Only where a change by hand settles them do
they have literals, so that a change that another need speaks against is a conflict and not a broken promise.
"""

from __future__ import annotations

from typing import assert_never

from planning.needs import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting
from planning.needs.hand import span_asked_for
from planning.setting import Setting
from planning.timetable import LessonId, OccasionId
from scheduler.model import Literal, Model, Posting, Week
from scheduler.rules.adults import MEETS, STAYS
from scheduler.solving import Solution


def post(need: HandNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        for occasion, lesson in week.lessons.items():
            if lesson.id == need.lesson.id:
                _post_lesson(need, posting, week, occasion)


def _post_lesson(need: HandNeed, posting: Posting, week: Week, occasion: OccasionId) -> None:
    match need:
        case KeepLesson():
            posting.at_least_one([week.attended[occasion]])
            _post_part(need, posting, week)
            _post_company(need, posting, week, occasion)
        case LeaveOutLesson():
            posting.never_together(week.attended[occasion])
        case LessonPart():
            _post_part(need, posting, week)
        case LessonSetting():
            _post_company(need, posting, week, occasion)
        case _:
            assert_never(need)


def _post_part(need: KeepLesson | LessonPart, posting: Posting, week: Week) -> None:
    """No other part of the lesson than the one asked for."""
    for choice in week.choices:
        span = span_asked_for(need, choice.visit.lesson)
        if span is not None and span != (choice.visit.start, choice.visit.end):
            posting.never_together(choice.taken)


def _post_company(need: KeepLesson | LessonSetting, posting: Posting, week: Week, occasion: OccasionId) -> None:
    attended = week.attended[occasion]
    if need.setting is not None:
        small = _small_room(posting.model, week, occasion)
        posting.if_then_any(attended, [small if need.setting is Setting.SMALL_ROOM else small.negated()])
    company = [posting.model.coach(week, occasion, how) for how in (MEETS, STAYS)]
    if need.with_coach:
        posting.if_then_any(attended, company)
    elif need.with_coach is not None:
        for there in company:
            posting.never_together(attended, there)


def _small_room(model: Model, week: Week, occasion: OccasionId) -> Literal:
    key = week.step, occasion
    if key not in model.small_rooms:
        model.small_rooms[key] = model.cp.new_bool_var(f"small room {key}")
    return model.small_rooms[key]


def _settles(model: Model, week: Week, lesson: LessonId) -> tuple[bool, bool]:
    """Whether some need of the problem settles the lesson's setting there, and its company."""
    needs = [
        need for need in model.problem.needs
        if isinstance(need, KeepLesson | LessonSetting)
        and need.lesson.id == lesson
        and need.holds_in(week.step, week.label)
    ]
    return any(n.setting is not None for n in needs), any(n.with_coach is not None for n in needs)


def post_small_room(posting: Posting, week: Week, *, only_new: bool) -> None:
    """In the small room, wherever the setting is settled by hand; with `only_new` lessons that are being taken up."""
    for occasion, lesson in week.lessons.items():
        if _settles(posting.model, week, lesson.id)[0]:
            known = posting.model.attended_before(week, lesson) if only_new else []
            small = _small_room(posting.model, week, occasion)
            posting.if_then_any(week.attended[occasion], [small, *known])


def settled_small_room(model: Model, week: Week, occasion: OccasionId) -> Literal | None:
    """Whether that lesson is met in the small room, None where nobody has settled it by hand."""
    return _small_room(model, week, occasion) if _settles(model, week, week.lessons[occasion].id)[0] else None


def settled_setting(model: Model, week: Week, occasion: OccasionId, solution: Solution) -> Setting | None:
    """Where that lesson is met, None where nobody has settled it by hand."""
    small = settled_small_room(model, week, occasion)
    if small is None:
        return None
    return Setting.SMALL_ROOM if solution.is_true(small) else Setting.CLASSROOM


def settled_company(model: Model, week: Week, occasion: OccasionId, solution: Solution) -> bool | None:
    """Whether the coach is at that lesson, None where nobody has settled it by hand."""
    if not _settles(model, week, week.lessons[occasion].id)[1]:
        return None
    return any(solution.is_true(model.coach(week, occasion, how)) for how in (MEETS, STAYS))
