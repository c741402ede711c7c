"""Two homes: a student who lives every other week in each, while the timetable may be the same every week.

The timetable is then planned in one week label for each home, so that rides, travel times and needs can hold in one of
them. The homes are called «hem 1» and «hem 2» and nothing else; which week is which is for the coach alone
(`method.md` E12), so `without_home` and `planning.public_plan` take the homes away from what others read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from planning.timetable import EVERY_WEEK, Lesson, LessonId, Timetable, WeekLabel

HOME_1, HOME_2 = "hem 1", "hem 2"
HOMES = (HOME_1, HOME_2)


def home_of(first_home_monday: dt.date, monday: dt.date) -> WeekLabel:
    """Which home the week beginning that Monday is lived in, given a Monday of home 1."""
    return HOMES[(monday - first_home_monday).days // 7 % 2]


def without_home(label: WeekLabel) -> WeekLabel:
    """The school's own label of a week: «A» of «A hem 1», «» of «hem 1»."""
    home = next((home for home in HOMES if label.endswith(home)), "")
    return label.removesuffix(home).rstrip()


def home_in(label: WeekLabel) -> WeekLabel:
    """The home that the label names; «» where it names none."""
    return next((home for home in HOMES if label.endswith(home)), "")


def homes_labels(
    labels: tuple[WeekLabel, ...], first_home_monday: dt.date, monday: dt.date
) -> tuple[WeekLabel, ...]:
    """The labels that a week of that Monday's home can have, in rotation order; all where none names a home."""
    home = home_of(first_home_monday, monday)
    return tuple(label for label in labels if home_in(label) == home) or labels


def by_home(timetable: Timetable) -> Timetable:
    """The same timetable with a label for each of its weeks in each home.

    A lesson of one of the school's weeks comes once for each home; the copies have ids of their own.
    """
    lessons: list[Lesson] = []
    for lesson in timetable.lessons:
        if lesson.week == EVERY_WEEK:
            lessons.append(lesson)
            continue
        for home in HOMES:
            own = lesson.id if home == HOME_1 else LessonId(f"{lesson.id}@{home}")
            lessons.append(lesson.model_copy(update={"id": own, "week": _joined(lesson.week, home)}))
    labels = tuple(_joined(label, home) for home in HOMES for label in timetable.week_labels)
    return timetable.model_copy(update={"lessons": tuple(lessons), "week_labels": labels})


def translated(weeks: Sequence[WeekLabel], pairs: Collection[tuple[WeekLabel, WeekLabel]]) -> tuple[WeekLabel, ...]:
    """Week labels as they stand in the planned timetable: «A» or «hem 1» stand for every week that is that.

    `pairs` are (label in the planned timetable, home). A label that is none of them is kept as it is.
    """
    found: list[WeekLabel] = []
    for week in weeks:
        meant = [label for label, home in pairs if week in (label, home, without_home(label))]
        found.extend(meant or [week])
    return tuple(dict.fromkeys(found))


def _joined(label: WeekLabel, home: WeekLabel) -> WeekLabel:
    return f"{label} {home}".strip()
