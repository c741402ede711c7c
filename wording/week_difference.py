"""What a new timetable changes of the one in hand, and what that does to the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planning.timetable import Lesson, LessonKind
from planning.week_difference import Pair, WeekDifference
from wording.clock import short_weekday, written_span
from wording.language import tr, trn
from wording.week_findings import say_lesson


def say_counts(difference: WeekDifference) -> str:
    """«2 nya, 1 borta, 3 flyttade, 20 som förut»: what there is none of is left out."""
    counted = (
        (len(difference.new), trn("{n} ny", "{n} nya", len(difference.new))),
        (len(difference.gone), trn("{n} borta", "{n} borta", len(difference.gone))),
        (len(difference.moved), trn("{n} flyttad", "{n} flyttade", len(difference.moved))),
        (len(difference.other), trn("{n} ändrad", "{n} ändrade", len(difference.other))),
        (difference.same, trn("{n} som förut", "{n} som förut", difference.same)),
    )
    return ", ".join(said for count, said in counted if count)


def say_differences(difference: WeekDifference) -> Iterator[str]:
    """One line for every lesson that is not as it was."""
    yield from (tr("Ny: {lesson}", lesson=say_lesson(lesson)) for lesson in difference.new)
    yield from (tr("Borta: {lesson}", lesson=say_lesson(lesson)) for lesson in difference.gone)
    for before, after in difference.moved:
        yield tr("Flyttad: {lesson} → {time}", lesson=say_lesson(before), time=_time(after))
    for pair in difference.other:
        yield tr("Ändrad: {lesson}: {changes}", lesson=say_lesson(pair.before), changes=", ".join(_changes(pair)))


def say_plan_effect(touched: int, changes: int) -> str:
    """What becomes of the plan: it is made anew, and how much of it is touched."""
    said = [tr("Planen görs om, och du får se den innan något annat händer.")]
    if touched:
        said.append(trn("{n} lektion i planen berörs.", "{n} lektioner i planen berörs.", touched))
    if changes:
        said.append(
            trn(
                "{n} ändring som gjorts för hand gäller en lektion som inte finns kvar, och släpps.",
                "{n} ändringar som gjorts för hand gäller lektioner som inte finns kvar, och släpps.",
                changes,
            )
        )
    return " ".join(said)


def _time(lesson: Lesson) -> str:
    week = f" ({tr('vecka {label}', label=lesson.week)})" if lesson.week else ""
    return f"{short_weekday(lesson.weekday)} {written_span(lesson.start, lesson.end)}{week}"


def _changes(pair: Pair) -> Iterator[str]:
    before, after = pair
    if before.subject != after.subject:
        yield after.subject
    if before.rooms != after.rooms:
        yield tr("sal {rooms}", rooms=", ".join(after.rooms) or "–")
    if before.teachers != after.teachers:
        yield tr("lärare {teachers}", teachers=", ".join(after.teachers) or "–")
    if before.kind != after.kind:
        yield say_kind(after.kind)
    if before.part_of_group != after.part_of_group:
        yield tr("grupp {name}", name=after.part_of_group or "–")


def say_kind(kind: LessonKind) -> str:
    """What it counts as."""
    match kind:
        case LessonKind.LESSON:
            return tr("Lektion")
        case LessonKind.LUNCH:
            return tr("Lunch")
        case LessonKind.FREE:
            return tr("Rast")
        case LessonKind.EVENT:
            return tr("Annat, ingen lektion")
