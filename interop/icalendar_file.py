"""A school's calendar feed or file (iCalendar): dated lessons, events that are more than a lesson, and doubts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from interop.assembling import UNNUMBERED, assemble
from interop.choices import Doubt, GroupOffer, Reading, TimetableChoice, doubt
from interop.decoding import clean
from interop.folding import as_weekly
from interop.icalendar_series import Occurrence, expand
from interop.icalendar_source import read_events
from interop.words import NOT_TEACHING
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.timetable import Lesson, LessonKind, iso_week

__all__ = ["as_weekly", "offered_icalendar_groups", "read_icalendar"]

LONGEST_LESSON_MINUTES = 6 * 60  # our default: what is longer is a day out or a closure, not a lesson
_LONGEST_EVENT_DAYS = 100
_SIMPLE_ROOM_LENGTH = 25
_POSTCODE = re.compile(r"\b\d{3} ?\d{2}\b", re.ASCII)
_LABELLED = re.compile(r"^(?:lokalnamn|lokal|sal|room)\s*:\s*(.*?)(?:\.\s.*)?$", re.IGNORECASE)
_UNLABELLED = re.compile(r"(?:^|,)\s*:\s+")
_PERSON_LINE = re.compile(r"^[ \t]*(?:lärare|teachers?|personal)[ \t]*:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE)
_GROUP_LINE = re.compile(
    r"^[ \t]*(?:klass|klasser|grupp|grupper|class|group)[ \t]*:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE
)


def read_icalendar(content: bytes, name: str, choice: TimetableChoice) -> Reading:
    """The dated lessons of the file between the choice's dates; all of it is one student's or group's calendar.

    Cancelled events are doubts («cancelled»). All-day events, those over 6 hours and those over midnight are EVENT.
    `BadInput` as `read_events` and `expand`.
    """
    calendar = read_events(content, name)
    expanded = expand(calendar, name, choice)
    doubts = [*calendar.doubts, *expanded.doubts]
    lessons: list[Lesson] = []
    for occurrence in expanded.occurrences:
        subject = _subject(occurrence)
        if subject in choice.drop_subjects:
            continue
        if occurrence.cancelled:
            doubts.append(doubt(occurrence.start.date(), "cancelled", f"{occurrence.start:%H:%M} {subject}"))
        elif not subject:
            doubts.append(doubt(occurrence.start.date(), "no_subject", clean(occurrence.location)))
        else:
            lessons.extend(_lessons(occurrence, choice))
            doubts.extend(_assumed(occurrence))
    group = choice.group or _text(calendar.name.replace("\\,", ",").replace("\\;", ";"))
    return assemble(lessons, choice, group=group, source=name, doubts=list(dict.fromkeys(doubts)))


def offered_icalendar_groups(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """The one group of the file: the calendar's own name, with its lessons and weeks within a school year."""
    timetable = read_icalendar(content, name, TimetableChoice()).timetable
    taught = [lesson for lesson in timetable.lessons if lesson.kind is LessonKind.LESSON]
    return (
        GroupOffer(
            group=timetable.group, unit="student_path", lessons=len(taught), weeks=timetable.week_labels
        ),
    )


def _lessons(occurrence: Occurrence, choice: TimetableChoice) -> Iterator[Lesson]:
    """The occurrence as one lesson, or as one event for each day that it touches."""
    end = occurrence.end
    if end <= occurrence.start:
        end = occurrence.start + dt.timedelta(minutes=choice.lesson_minutes)
    day = occurrence.start.date()
    touches_more = end > dt.datetime.combine(day, dt.time()) + dt.timedelta(days=1)
    is_long = (end - occurrence.start) > dt.timedelta(minutes=LONGEST_LESSON_MINUTES)
    kind = LessonKind.EVENT if occurrence.all_day or touches_more or is_long else _kind(occurrence)
    for n in range(_LONGEST_EVENT_DAYS):
        midnight = dt.datetime.combine(day, dt.time()) + dt.timedelta(days=n)
        if midnight >= end:
            return
        begins, ends = _minutes(occurrence.start, midnight), _minutes(end, midnight)
        if ends > begins and choice.takes_date(midnight.date()):
            yield _lesson(occurrence, midnight.date(), begins, ends, kind)


def _minutes(moment: dt.datetime, midnight: dt.datetime) -> int:
    """Minutes after that midnight, kept within the day."""
    return min(max(0, int((moment - midnight).total_seconds()) // 60), MINUTES_PER_DAY)


def _lesson(occurrence: Occurrence, day: dt.date, start: int, end: int, kind: LessonKind) -> Lesson:
    return Lesson(
        id=UNNUMBERED, subject=_subject(occurrence), weekday=Weekday(day.weekday()), start=start, end=end,
        week=iso_week(day), date=day, teachers=_people(occurrence.description), rooms=rooms_of(occurrence.location),
        groups=_groups(occurrence.description), kind=kind, source_ref=day.isoformat(),
    )


def _kind(occurrence: Occurrence) -> LessonKind:
    return NOT_TEACHING.get(_subject(occurrence).casefold(), LessonKind.LESSON)


def _assumed(occurrence: Occurrence) -> Iterator[Doubt]:
    """A doubt, once for each line of the file, that an event had a start only."""
    if occurrence.end <= occurrence.start:
        yield doubt(occurrence.line, "end_assumed", _subject(occurrence), left_out=False)


def _subject(occurrence: Occurrence) -> str:
    """The summary; some systems write «: » before a text without a label. Without one, the room names the event."""
    return _text(occurrence.summary) or _text(occurrence.location.partition("\n")[0])


def rooms_of(location: str) -> tuple[str, ...]:
    """The rooms of a LOCATION: one a line, labelled («Lokalnamn: KD1. …»), or short names with commas between.

    An address is kept whole: «Storgatan 1, 123 45 Ort» is one place.
    """
    rooms: list[str] = []
    for line in re.split(r"[\n|;]", location):
        if labelled := _LABELLED.match(line.strip()):
            rooms.append(clean(labelled[1]))
        elif _UNLABELLED.search(line):
            rooms.extend(clean(part).partition(". ")[0] for part in _UNLABELLED.split(line))
        else:
            rooms.extend(_comma_parts(clean(line)))
    return tuple(dict.fromkeys(room for room in rooms if room))


def _comma_parts(line: str) -> list[str]:
    parts = [part.strip() for part in line.split(",")]
    simple = all(len(part) <= _SIMPLE_ROOM_LENGTH for part in parts) and not _POSTCODE.search(line)
    return parts if simple else [line]


def _people(description: str) -> tuple[str, ...]:
    return _named(_PERSON_LINE, description)


def _groups(description: str) -> tuple[str, ...]:
    return _named(_GROUP_LINE, description)


def _named(pattern: re.Pattern[str], description: str) -> tuple[str, ...]:
    names = [clean(part) for line in pattern.findall(description) for part in re.split(r"[,;|+]", line)]
    return tuple(dict.fromkeys(name for name in names if name))


def _text(raw: str) -> str:
    """A property's text without outer spaces and the «: » of an empty label."""
    return clean(raw).removeprefix(":").strip()
