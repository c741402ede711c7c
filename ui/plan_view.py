"""A plan on the screen: what each lesson shows and why, the hours of each step, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planning.items import ItemKind, Purpose, item_catalogue
from planning.needs import AnyNeed, NeedId
from planning.plan import LeftOut, Plan, PlannedItem, PlannedLesson, PlanStep, Reason, ReasonKind, Setting
from planning.problem import Problem
from planning.timetable import Lesson, LessonKind, Timetable, WeekLabel
from ui.components.week import Card, CardState, Mark
from ui.timetable_view import lessons_of
from wording.clock import hours_text, written_time
from wording.item_reasons import say_item_reason
from wording.items import item_text_to_student, say_more_of_item
from wording.language import tr, trn
from wording.phrases import upper_first
from wording.reasons import say_reason

Needs = Mapping[NeedId, AnyNeed]

_ICONS = {
    ItemKind.MEET_AT_ARRIVAL: "coach",
    ItemKind.WAKE_UP: "contact",
    ItemKind.SEE_OWN_SEAT: "room",
    ItemKind.FETCH_SOMETHING: "room",
    ItemKind.VISIT_EMPTY_SCHOOL: "room",
}
"""Drawings of items that are not those of their purpose."""


def why(reasons: Iterable[Reason], needs: Needs) -> tuple[str, ...]:
    """The reasons in words, each once. A need that is no longer asked for leaves its kind of reason."""
    said = (say_reason(reason, needs.get(reason.need) if reason.need else None) for reason in reasons)
    return tuple(dict.fromkeys(_sentence(line) for line in said if line))


def _sentence(line: str) -> str:
    return line if line.endswith((".", "!", "?")) else f"{line}."


def step_cards(timetable: Timetable, step: PlanStep, week: WeekLabel, needs: Needs) -> tuple[Card, ...]:
    """The week of a step: what is attended, what waits («Ej med ännu»), what shapes the day, and what is no lesson."""
    attended = {planned.lesson.id: planned for planned in step.in_week(week)}
    waits = {left.subject: why(left.reasons, needs) for left in step.left_out if left.week == week}
    cards = []
    for lesson in lessons_of(timetable, week):
        planned = attended.get(lesson.id)
        if planned is not None:
            cards.append(_attended(planned, needs))
        elif lesson.kind is LessonKind.LESSON:
            cards.append(
                Card(
                    id=lesson.id,
                    weekday=lesson.weekday,
                    start=lesson.start,
                    end=lesson.end,
                    subject=lesson.subject,
                    place=", ".join(lesson.rooms),
                    state=CardState.NOT_YET,
                    marks=(Mark(tr("Ej med ännu"), "wait"),),
                    why=waits.get(lesson.subject) or (tr("Den väntar till ett senare steg."),),
                    asks=tr("Varför inte än?"),
                )
            )
        elif not _is_eaten_otherwise(lesson, step, week):
            cards.append(
                Card(
                    id=lesson.id,
                    weekday=lesson.weekday,
                    start=lesson.start,
                    end=lesson.end,
                    subject=lesson.subject or tr("Rast"),
                    state=CardState.OTHER,
                )
            )
    return (*cards, *(_item(item, step, needs) for item in step.items_in(week)))


def _is_eaten_otherwise(lesson: Lesson, step: PlanStep, week: WeekLabel) -> bool:
    """Whether it is a lunch in whose place the student eats elsewhere or otherwise."""
    meals = (item for item in step.items_in(week) if item_catalogue()[item.kind].purpose is Purpose.MEAL)
    same_day = (meal for meal in meals if meal.weekday == lesson.weekday)
    return lesson.kind is LessonKind.LUNCH and any(m.start < lesson.end and lesson.start < m.end for m in same_day)


def _item(item: PlannedItem, step: PlanStep, needs: Needs) -> Card:
    """What is not a lesson: what it is, and at a tap with whom, for how long, what comes then, and why."""
    told = item_text_to_student(item)
    reason = say_item_reason(item, needs.get(item.need) if item.need else None)
    return Card(
        id=f"{item.kind}|{item.weekday}|{item.start}|{item.contact}",
        weekday=item.weekday,
        start=item.start,
        end=item.end,
        subject=upper_first(told.what),
        place=told.where,
        state=CardState.ITEM,
        icon=_ICONS.get(item.kind) or item_catalogue()[item.kind].purpose.value,
        marks=(Mark(tr("Nytt")),) if item.is_new else (),
        why=(say_more_of_item(item, then=_then(item, step)), _sentence(reason)),
    )


def _then(item: PlannedItem, step: PlanStep) -> str:
    """«Bild 10.30»: what the student goes on to that day; «» where nothing is planned after it."""
    lessons = ((one.start, one.lesson.subject) for one in step.in_week(item.week)
               if one.lesson.weekday == item.weekday)  # fmt: skip
    others = ((one.start, item_text_to_student(one).what) for one in step.items_in(item.week)
              if one.weekday == item.weekday and one is not item)  # fmt: skip
    following = sorted((start, what) for start, what in (*lessons, *others) if start >= item.end)
    return f"{following[0][1]} {written_time(following[0][0])}" if following else ""


def _attended(planned: PlannedLesson, needs: Needs) -> Card:
    marks = []
    if planned.is_new:
        marks.append(Mark(tr("Nytt")))
    if planned.with_coach:
        marks.append(Mark(tr("Med coachen"), "coach"))
    if planned.setting is Setting.SMALL_ROOM:
        marks.append(Mark(tr("Litet rum"), "room"))
    if planned.is_part:
        marks.append(Mark(tr("En del"), "part"))
    return Card(
        id=planned.lesson.id,
        weekday=planned.lesson.weekday,
        start=planned.start,
        end=planned.end,
        subject=planned.lesson.subject,
        place="" if planned.setting is Setting.SMALL_ROOM else ", ".join(planned.lesson.rooms),
        marks=tuple(marks),
        why=why(_settled_first(planned.reasons), needs) or (tr("Den ligger i nästa lugna steg."),),
        asks=tr("Varför här?"),
    )


def _settled_first(reasons: Iterable[Reason]) -> list[Reason]:
    """What has been settled by hand is the nearest reason of all."""
    return sorted(reasons, key=lambda reason: reason.kind is not ReasonKind.SETTLED)


def step_minutes(plan: Plan) -> tuple[int, ...]:
    """Minutes a week of every step."""
    return tuple(step.mean_minutes for step in plan.steps)


def full_minutes(problem: Problem) -> int:
    """Minutes of the whole ordinary week, on average over its weeks."""
    labels = problem.timetable.week_labels
    return round(sum(problem.timetable.minutes_per_week(label) for label in labels) / len(labels))


def hours_parts(step: PlanStep, problem: Problem) -> tuple[str, str]:
    """«6 h 20 min» and «av 24 h»."""
    return hours_text(step.mean_minutes), tr("av {whole}", whole=hours_text(full_minutes(problem)))


def hours_line(step: PlanStep, problem: Problem) -> str:
    """«6 h 20 min av 24 h»."""
    return tr("{hours} av {whole}", hours=hours_text(step.mean_minutes), whole=hours_text(full_minutes(problem)))


def waiting_lines(left_out: Iterable[LeftOut], needs: Needs) -> tuple[tuple[str, str], ...]:
    """Each subject that waits, and why."""
    return tuple(
        (
            f"{left.subject} ({trn('{n} lektion', '{n} lektioner', left.lessons)})",
            " ".join(why(left.reasons, needs)) or tr("Den väntar till ett senare steg."),
        )
        for left in left_out
    )
