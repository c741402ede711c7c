"""A plan on the screen: what each lesson shows and why, the hours of each step, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planning.needs import AnyNeed, NeedId
from planning.plan import LeftOut, Plan, PlannedLesson, PlanStep, Reason, Setting
from planning.problem import Problem
from planning.timetable import LessonKind, Timetable, WeekLabel
from ui.components.week import Card, CardState, Mark
from ui.timetable_view import lessons_of
from wording.clock import hours_text
from wording.language import tr, trn
from wording.reasons import say_reason

Needs = Mapping[NeedId, AnyNeed]


def why(reasons: Iterable[Reason], needs: Needs) -> tuple[str, ...]:
    """The reasons in words, each once. A need that is no longer asked for leaves its kind of reason."""
    said = (say_reason(reason, needs.get(reason.need) if reason.need else None) for reason in reasons)
    return tuple(dict.fromkeys(_sentence(line) for line in said if line))


def _sentence(line: str) -> str:
    return line if line.endswith((".", "!", "?")) else f"{line}."


def step_cards(timetable: Timetable, step: PlanStep, week: WeekLabel, needs: Needs) -> tuple[Card, ...]:
    """The week of a step: what is attended, what waits («Ej med ännu»), and what shapes the day."""
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
                    marks=(Mark(tr("Ej med ännu")),),
                    why=waits.get(lesson.subject) or (tr("Den väntar till ett senare steg."),),
                )
            )
        else:
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
    return tuple(cards)


def _attended(planned: PlannedLesson, needs: Needs) -> Card:
    marks = []
    if planned.is_new:
        marks.append(Mark(tr("Nytt")))
    if planned.with_coach:
        marks.append(Mark(tr("Med coachen"), "coach"))
    if planned.setting is Setting.SMALL_ROOM:
        marks.append(Mark(tr("Litet rum"), "room"))
    if planned.is_part:
        marks.append(Mark(tr("En del")))
    return Card(
        id=planned.lesson.id,
        weekday=planned.lesson.weekday,
        start=planned.start,
        end=planned.end,
        subject=planned.lesson.subject,
        place="" if planned.setting is Setting.SMALL_ROOM else ", ".join(planned.lesson.rooms),
        marks=tuple(marks),
        why=why(planned.reasons, needs) or (tr("Den ligger i nästa lugna steg."),),
    )


def step_minutes(plan: Plan) -> tuple[int, ...]:
    """Minutes a week of every step."""
    return tuple(step.mean_minutes for step in plan.steps)


def full_minutes(problem: Problem) -> int:
    """Minutes of the whole ordinary week, on average over its weeks."""
    labels = problem.timetable.week_labels
    return round(sum(problem.timetable.minutes_per_week(label) for label in labels) / len(labels))


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
