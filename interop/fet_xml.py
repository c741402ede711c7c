"""FET's `*_subgroups.xml`: a subgroup is one possible student; a class is all its subgroups together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interop.assembling import UNNUMBERED, assemble
from interop.choices import Doubt, GroupOffer, Reading, TimetableChoice, doubt
from interop.fet_clock import Clock, read_clock, read_days
from interop.fet_source import MOST_NAMES, Slot, Subgroup, read_subgroups
from interop.groups import no_such_group
from interop.words import NOT_TEACHING
from planning.errors import BadInput
from planning.timetable import Lesson, LessonKind, WeekLabel


class _Span(NamedTuple):
    """An activity's hours in a row on one day: the first, and the hour it ends with."""

    first: Slot
    last_hour: str


def read_fet(content: bytes, name: str, choice: TimetableChoice) -> Reading:
    """The week of a subgroup, or of every subgroup of a class.

    `BadInput`: no_lessons, group_needed, no_such_group, days_needed, bell_times_needed, and those of `read_subgroups`.
    """
    subgroups = read_subgroups(content, name)
    if not subgroups:
        raise BadInput("no_lessons", file=name, field="Subgroup", doubts=0, first="")
    group, chosen = _chosen(subgroups, name, choice)
    days, hours = _in_order(chosen)
    if len(days) > MOST_NAMES or len(hours) > MOST_NAMES:
        raise BadInput("too_large", file=name, field="Day", most=MOST_NAMES)
    spans = {subgroup.name: list(_spans(subgroup, hours)) for subgroup in chosen}
    used = {hour for of_one in spans.values() for span in of_one for hour in (span.first.hour, span.last_hour)}
    clock = read_clock(days, hours, used, name, choice)
    lessons, doubts = _merged(spans, clock, group)
    wanted = [
        lesson
        for lesson in lessons
        if lesson.subject not in choice.drop_subjects
        and choice.takes_part(lesson.part_of_group)
        and choice.takes_week(lesson.week)
    ]
    return assemble(wanted, choice, group=group, source=name, doubts=(*clock.doubts, *doubts))


def offered_fet_groups(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """Every subgroup, with the weeks that its day names tell."""
    return tuple(
        GroupOffer(
            group=subgroup.name,
            unit="student_path",
            lessons=len(list(_spans(subgroup, subgroup.hours))),
            weeks=_weeks(subgroup.days, name),
        )
        for subgroup in read_subgroups(content, name)
    )


def _weeks(days: Sequence[str], name: str) -> tuple[WeekLabel, ...]:
    """The weeks that the day names tell; none when they must be explained first."""
    try:
        named, _ = read_days(days, name, TimetableChoice())
    except BadInput:
        return ()
    return tuple(dict.fromkeys(week for week, _ in named.values()))


def _in_order(subgroups: Sequence[Subgroup]) -> tuple[list[str], list[str]]:
    """Days and hours of the subgroups together, in the order of the file."""
    days = dict.fromkeys(day for subgroup in subgroups for day in subgroup.days)
    return list(days), list(dict.fromkeys(hour for subgroup in subgroups for hour in subgroup.hours))


def _chosen(subgroups: Sequence[Subgroup], name: str, choice: TimetableChoice) -> tuple[str, list[Subgroup]]:
    """The group's name and its subgroups: one by its own name (or «class / name»), otherwise a class's by the start.

    A class that is not divided is itself a subgroup; another that begins with its name («1aDS») is not part of it.
    """
    names = tuple(subgroup.name for subgroup in subgroups)
    if choice.group is None:
        if len(subgroups) != 1:
            raise BadInput("group_needed", file=name, field="group", groups=names[:20])
        return names[0], list(subgroups)
    asked = choice.group
    own = {asked, asked.rpartition(" / ")[2]} if choice.unit != "class" else {asked}
    found = [s for s in subgroups if s.name in own] or [
        s for s in subgroups if choice.unit != "student_path" and _is_of_class(s.name, asked)
    ]
    if not found:
        raise no_such_group(asked, names, name)
    return asked, found


def _is_of_class(subgroup: str, asked: str) -> bool:
    """Whether a subgroup's name begins with the class: «9dSW» is of 9d, «Gr 10A» is not of Gr 1."""
    rest = subgroup.removeprefix(asked)
    return subgroup.startswith(asked) and not (asked[-1:].isdigit() and rest[:1].isdigit())


def _spans(subgroup: Subgroup, hours: Sequence[str]) -> Iterator[_Span]:
    """Hours in a row with the same activity are one lesson."""
    places = {hour: n for n, hour in enumerate(hours)}
    open_spans: dict[tuple[str, str], _Span] = {}
    for slot in subgroup.slots:
        key = slot.day, slot.activity
        before = open_spans.get(key)
        if before is not None and places[slot.hour] == places[before.last_hour] + 1:
            open_spans[key] = before._replace(last_hour=slot.hour)
            continue
        if before is not None:
            yield before
        open_spans[key] = _Span(slot, slot.hour)
    yield from open_spans.values()


def _merged(spans: dict[str, list[_Span]], clock: Clock, group: str) -> tuple[list[Lesson], list[Doubt]]:
    """One lesson for what several subgroups have together; it is of part of the group when some do not have it."""
    doubts: list[Doubt] = []
    attending: dict[Lesson, list[str]] = defaultdict(list)
    for subgroup, of_one in spans.items():
        for span in of_one:
            found = _lesson(span, clock, group)
            if isinstance(found, Doubt):
                doubts.append(found)
            else:
                attending[found].append(subgroup)
    lessons = [
        lesson if len(names) == len(spans) else lesson.model_copy(update={"part_of_group": "|".join(names)})
        for lesson, names in attending.items()
    ]
    return lessons, list(dict.fromkeys(doubts))


def _lesson(span: _Span, clock: Clock, group: str) -> Lesson | Doubt:
    slot = span.first
    week, weekday = clock.days[slot.day]
    start, end = clock.bells[slot.hour].start, clock.bells[span.last_hour].end
    where = f"{slot.day} {slot.hour}"
    if not slot.subject:
        return doubt(where, "no_subject", slot.activity)
    if end <= start:
        return doubt(where, "ends_before_start", slot.subject)
    return Lesson(
        id=UNNUMBERED, subject=slot.subject, weekday=weekday, start=start, end=end, week=week,
        teachers=tuple(slot.teachers), rooms=tuple(slot.real_rooms or slot.rooms), groups=(group,),
        kind=NOT_TEACHING.get(slot.subject.casefold(), LessonKind.LESSON), source_ref=slot.activity,
    )
