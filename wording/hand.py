"""What was settled by hand, in words."""

from __future__ import annotations

from typing import assert_never

from planning.needs import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting, NamedLesson
from planning.setting import Setting
from wording.clock import hours_text, weekday_name, written_span, written_time
from wording.language import tr
from wording.phrases import Said, upper_first


def say_hand(need: HandNeed) -> Said:
    """The need in words."""
    subject = upper_first(need.lesson.subject) or tr("Lektionen")
    return Said(_settled(need, _named(need.lesson)), _settled(need, subject), tr("Planen är ändrad för hand"))


def _named(lesson: NamedLesson) -> str:
    """«Bild måndag 12.30»."""
    parts = [upper_first(lesson.subject) or tr("Lektionen")]
    if lesson.weekday is not None:
        parts.append(weekday_name(lesson.weekday))
    if lesson.start is not None:
        parts.append(written_time(lesson.start))
    return " ".join(parts)


def _settled(need: HandNeed, lesson: str) -> str:
    match need:
        case KeepLesson():
            part = [written_span(need.at.start, need.at.end)] if need.at else []
            return ", ".join([tr("{lesson} är med", lesson=lesson), *part, *_company(need)])
        case LeaveOutLesson():
            return tr("{lesson} är inte med", lesson=lesson)
        case LessonSetting():
            return tr("{lesson} är {how}", lesson=lesson, how=", ".join(_company(need)))
        case LessonPart():
            return tr("Av {lesson} bara {part}", lesson=lesson, part=_part(need))
        case _:
            assert_never(need)


def _company(need: KeepLesson | LessonSetting) -> list[str]:
    how = []
    if need.setting is not None:
        how.append(tr("i ett litet rum") if need.setting is Setting.SMALL_ROOM else tr("i klassrummet"))
    if need.with_coach is not None:
        how.append(tr("med coachen") if need.with_coach else tr("utan coachen"))
    return how


def _part(need: LessonPart) -> str:
    if need.at is not None:
        return written_span(need.at.start, need.at.end)
    if need.first_minutes is not None:
        return tr("de första {time}", time=hours_text(need.first_minutes))
    return tr("de sista {time}", time=hours_text(need.last_minutes or 0))
