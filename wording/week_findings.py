"""What is worth a look in a timetable, and what each way to put it right would do."""

from __future__ import annotations

from collections.abc import Sequence

from planning.clock import Weekday
from planning.timetable import Lesson
from planning.week_findings import Finding, FindingKind, Fix, FixKind
from wording.clock import short_weekday, written_span, written_time
from wording.language import tr, trn
from wording.phrases import and_list, said_label

_SHOWN = 4


def say_lesson(lesson: Lesson) -> str:
    """«mån 08.10–09.00 Bild», with its week where it has one of its own."""
    week = f" ({tr('vecka {label}', label=said_label(lesson.week))})" if lesson.week else ""
    return f"{short_weekday(lesson.weekday)} {written_span(lesson.start, lesson.end)} {lesson.subject}{week}"


def say_lessons(lessons: Sequence[Lesson]) -> str:
    """The first of them, and how many more there are."""
    said = ", ".join(say_lesson(lesson) for lesson in lessons[:_SHOWN])
    more = len(lessons) - _SHOWN
    return said if more <= 0 else f"{said} {trn('och {n} till', 'och {n} till', more)}"


def say_finding(finding: Finding) -> str:
    """One or two sentences: what it is, and of which lessons."""
    lessons, value, count = say_lessons(finding.lessons), finding.value, len(finding.lessons)
    match finding.kind:
        case FindingKind.PARTS if value:
            return tr("{subject} är delad i grupper. Vilken går eleven i?", subject=value)
        case FindingKind.PARTS:
            return tr("Klassen är delad i grupper. Vilken går eleven i?")
        case FindingKind.WEEKS:
            some = trn("{n} lektion kommer bara vissa veckor", "{n} lektioner kommer bara vissa veckor", count)
            return f"{some}: {_weeks(finding.lessons)}."
        case FindingKind.DUPLICATE:
            return tr("Står flera gånger: {lessons}.", lessons=say_lesson(finding.lessons[0]))
        case FindingKind.AT_ONCE:
            return tr("Samtidigt: {lessons}. Vad gäller för eleven?", lessons=lessons)
        case FindingKind.LUNCH_NAMED:
            subjects = and_list(list(dict.fromkeys(lesson.subject for lesson in finding.lessons)))
            return tr("{subjects} räknas inte som lunch än.", subjects=subjects)
        case FindingKind.LUNCH_MISSING:
            days = and_list([short_weekday(Weekday[day.upper()]) for day in value.split()])
            gap = "" if finding.fixes else " " + tr("Det finns ingen lucka mitt på dagen.")
            return tr("Lunch saknas {days}.", days=days) + gap
        case FindingKind.NO_LESSON:
            times = trn("{n} gång", "{n} gånger", count)
            return tr("{subject} ({times}) låter inte som en lektion.", subject=value, times=times)
        case FindingKind.LENGTH:
            return tr("Ovanligt kort eller långt: {lessons}.", lessons=lessons)
        case FindingKind.HOURS:
            return tr("Före 07, efter 18 eller på en helg: {lessons}.", lessons=lessons)


def _weeks(lessons: Sequence[Lesson]) -> str:
    named = list(dict.fromkeys(f"{lesson.subject} {lesson.week}".strip() for lesson in lessons))
    return ", ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")


def say_fix(fix: Fix) -> str:
    """What a tap does, on a button."""
    lessons, first = fix.lessons, fix.lessons[0]
    match fix.kind:
        case FixKind.MY_PART:
            removed = trn("tar bort {n} lektion", "tar bort {n} lektioner", len(lessons))
            return tr("Grupp {name} ({removed})", name=fix.value, removed=removed)
        case FixKind.FIRST_ODD:
            odd, even = _named(first, lessons), _named(lessons[1], lessons)
            return tr("{odd} udda veckor, {even} jämna", odd=odd, even=even)
        case FixKind.KEEP:
            return tr("Bara {subject}", subject=_named(first, lessons))
        case FixKind.SHORTEN:
            time = written_time(lessons[1].start)
            return tr("{subject} slutar {time}", subject=_named(first, lessons), time=time)
        case FixKind.ADD_LUNCH:
            return tr("Lägg in lunch: {times}", times=_lunches(lessons))
        case FixKind.REMOVE:
            return trn("Ta bort den", "Ta bort {n}", len(lessons))
        case _:
            return _same_for_all()[fix.kind]


def _same_for_all() -> dict[FixKind, str]:
    return {
        FixKind.BY_WEEK: tr("Gör udda och jämna veckor av dem"),
        FixKind.EVERY_WEEK: tr("Räkna dem som varje vecka"),
        FixKind.MERGE: tr("Slå ihop till en"),
        FixKind.AS_LUNCH: tr("Räkna som lunch"),
        FixKind.AS_NO_LESSON: tr("Räkna inte som lektion"),
    }


def _named(lesson: Lesson, among: Sequence[Lesson]) -> str:
    """The subject; with time or room where others are called the same."""
    alike = [other for other in among if other.subject == lesson.subject]
    if len(alike) == 1:
        return lesson.subject
    if len({(other.start, other.end) for other in alike}) == len(alike):
        return f"{lesson.subject} {written_span(lesson.start, lesson.end)}"
    return f"{lesson.subject} {', '.join((*lesson.rooms, *lesson.teachers))}".strip()


def _lunches(lessons: Sequence[Lesson]) -> str:
    """«11.30–12.10 mån och tis, 12.00–12.40 ons»."""
    days: dict[str, list[str]] = {}
    for lesson in lessons:
        days.setdefault(written_span(lesson.start, lesson.end), []).append(short_weekday(lesson.weekday))
    return ", ".join(f"{span} {and_list(of)}" for span, of in days.items())
