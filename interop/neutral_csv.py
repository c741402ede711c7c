"""The neutral CSV: one row per lesson and group, weekly (weekday, week) or dated (start_date)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from interop.assembling import UNNUMBERED, assemble
from interop.choices import Doubt, GroupOffer, Reading, TimetableChoice, Unit, doubt
from interop.csv_table import Row, Table, read_table
from interop.groups import no_such_group
from interop.words import KINDS, NOT_TEACHING, date_of, day_number, day_of, span_of, week_order
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.errors import BadInput
from planning.timetable import EVERY_WEEK, Lesson, LessonKind, iso_week

_UNITS: tuple[Unit, ...] = ("class", "student_path")
_LUNCH = "Lunch"


def read_csv(content: bytes, name: str, choice: TimetableChoice) -> Reading:
    """The chosen group's week. `BadInput` as `read_table`, and group_needed, no_such_group, unit_needed, no_such_unit.

    A file without a group column is one student's own week.
    """
    table = read_table(content, name, choice.rows)
    group = _chosen_group(table, name, choice)
    rows, doubts = _rows_of(table, group, _chosen_unit(table, name, choice, group))
    dated = any(row["date"] for row in rows)
    doubts += _guessed(table)
    lessons: list[Lesson] = []
    for row in rows:
        found = _lesson_of(row, choice, dated=dated)
        if isinstance(found, Doubt):
            doubts.append(found)
        elif found is not None:
            lessons.append(found.lesson)
            doubts.extend(found.doubts)
    return assemble(lessons, choice, group=group, source=name, doubts=doubts)


def offered_csv_groups(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """Every group of the file by unit, in the order of the file; one nameless offer without a group column."""
    rows: dict[tuple[str, Unit], list[Row]] = defaultdict(list)
    for row in read_table(content, name).rows:
        for group in row["group"].split("|"):
            unit: Unit = "class" if row["unit"] == "class" else "student_path"
            rows[group.strip(), unit].append(row)
    return tuple(
        GroupOffer(
            group=group,
            unit=unit,
            lessons=len(of_group),
            weeks=tuple(sorted({_week_of(row) for row in of_group}, key=week_order)),
        )
        for (group, unit), of_group in rows.items()
    )


def _week_of(row: Row) -> str:
    day = date_of(row["date"])
    return iso_week(day) if day else row["week"]


def _chosen_group(table: Table, name: str, choice: TimetableChoice) -> str:
    if "group" not in table.fields:
        return choice.group or ""
    groups = tuple(dict.fromkeys(group for row in table.rows for group in _groups(row)))
    if choice.group is None and len(groups) == 1:
        return groups[0]
    if choice.group is None:
        raise BadInput("group_needed", file=name, field="group", groups=groups[:20])
    if choice.group not in groups and not any(row["group"] == choice.group for row in table.rows):
        raise no_such_group(choice.group, groups, name)
    return choice.group


def _groups(row: Row) -> tuple[str, ...]:
    return tuple(group.strip() for group in row["group"].split("|") if group.strip())


def _chosen_unit(table: Table, name: str, choice: TimetableChoice, group: str) -> str | None:
    """The unit to keep; None keeps every row of the group (the file says nothing of units, or only one)."""
    if "unit" not in table.fields:
        return None
    units = {row["unit"] for row in table.rows if _belongs(row, group)}
    if choice.unit is not None and choice.unit not in units:
        raise BadInput("no_such_unit", file=name, field="unit", unit=choice.unit, units=tuple(sorted(units)))
    if choice.unit is None and len(units) > 1:
        raise BadInput("unit_needed", file=name, field="unit", units=_UNITS)
    return choice.unit


def _belongs(row: Row, group: str) -> bool:
    return row["group"] == group or group in _groups(row)


def _rows_of(table: Table, group: str, unit: str | None) -> tuple[list[Row], list[Doubt]]:
    """The group's rows, and a doubt for each row that names no group at all."""
    if "group" not in table.fields:
        return list(table.rows), []
    rows = [row for row in table.rows if _belongs(row, group) and (unit is None or row["unit"] == unit)]
    return rows, [doubt(row.place, "no_group", row.raw) for row in table.rows if not row["group"]]


def _guessed(table: Table) -> list[Doubt]:
    """What was taken for granted about the whole table: which column is which, and days that stand once for several."""
    first = next((row for row in table.rows if row.takes_day_from_above), None)
    columns = [doubt("", "columns_guessed", " ".join(table.guessed), left_out=False)] if table.guessed else []
    return columns + ([doubt(first.place, "day_from_above", first.raw, left_out=False)] if first else [])


class _Found(NamedTuple):
    lesson: Lesson
    doubts: Sequence[Doubt]


class _Day(NamedTuple):
    week: str
    weekday: Weekday
    date: dt.date | None = None


def _lesson_of(row: Row, choice: TimetableChoice, *, dated: bool) -> _Found | Doubt | None:
    """The lesson of a row, a doubt when it cannot be understood, None when it was not asked for."""
    if row["subject"] in choice.drop_subjects or not choice.takes_part(row["part_of_group"]):
        return None
    day = _day(row, dated=dated)
    if isinstance(day, Doubt):
        return day
    if not (choice.takes_date(day.date) if day.date else choice.takes_week(day.week)):
        return None
    if row.has_more_cells:
        return doubt(row.place, "too_many_cells", row.raw)
    kind, subject, doubts = _kind(row, choice)
    if not subject:
        return doubt(row.place, "no_subject", row.raw)
    times = _times(row, choice, all_day=day.date is not None and kind is LessonKind.EVENT)
    if isinstance(times, Doubt):
        return times
    start, end, assumed = times
    lesson = Lesson(
        id=UNNUMBERED, subject=subject, weekday=day.weekday, start=start, end=end, week=day.week, date=day.date,
        teachers=_several(row["teacher"]), rooms=_several(row["room"]), groups=_groups(row),
        part_of_group=row["part_of_group"], kind=kind, source_ref=day.date.isoformat() if day.date else row["ref"],
    )
    return _Found(lesson, [*doubts, *assumed])


def _day(row: Row, *, dated: bool) -> _Day | Doubt:
    """When a row's lesson comes: on its date in a dated file, otherwise its weekday in its week."""
    if dated:
        date = date_of(row["date"])
        if date is None:
            return doubt(row.place, "no_date", row.raw)
        return _Day(iso_week(date), Weekday(date.weekday()), date)
    number = day_number(row["weekday"])
    named = ("", number) if number is not None else day_of(row["weekday"])
    if named is None:
        return doubt(row.place, "no_weekday", row.raw)
    return _Day(row["week"] or named[0] or EVERY_WEEK, named[1])


def _times(row: Row, choice: TimetableChoice, *, all_day: bool) -> tuple[int, int, Sequence[Doubt]] | Doubt:
    """Start and end; an end that is missing is assumed, with a doubt; a dated event without times takes the day."""
    start, end = span_of(row["start"] or row["time"])
    if row["end"]:
        end = span_of(row["end"])[0]
    if start is None:
        nothing = not (row["start"] or row["time"] or row["end"])
        return (0, MINUTES_PER_DAY, ()) if all_day and nothing else doubt(row.place, "no_start", row.raw)
    if end is None:
        if row["end"]:
            return doubt(row.place, "no_end", row.raw)
        end = min(start + choice.lesson_minutes, MINUTES_PER_DAY)
        assumed = [doubt(row.place, "end_assumed", row.raw, left_out=False)]
    else:
        assumed = []
    return (start, end, assumed) if end > start else doubt(row.place, "ends_before_start", row.raw)


def _kind(row: Row, choice: TimetableChoice) -> tuple[LessonKind, str, Sequence[Doubt]]:
    """What the row is, its subject (an unlabelled lunch is called so), and a doubt about a word nobody explained."""
    subject, word = row["subject"], row["kind"].casefold()
    if not subject and "lunch" in row["note"].casefold():
        return LessonKind.LUNCH, _LUNCH, ()
    if choice.lesson_kinds is not None and word:
        if row["kind"] in choice.lesson_kinds:
            return LessonKind.LESSON, subject, ()
        kind = KINDS.get(word, LessonKind.EVENT)
        return (LessonKind.EVENT if kind is LessonKind.LESSON else kind), subject, ()
    if word:
        unknown = () if word in KINDS else (doubt(row.place, "unknown_kind", row.raw, left_out=False),)
        return KINDS.get(word, LessonKind.LESSON), subject, unknown
    return NOT_TEACHING.get(subject.casefold(), LessonKind.LESSON), subject, ()


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
