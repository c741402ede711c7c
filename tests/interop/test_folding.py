"""From dated lessons to an ordinary week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from interop.assembling import numbered
from interop.choices import doubts_of
from interop.folding import as_weekly, repeats
from planning.clock import Weekday
from planning.timetable import Lesson, LessonId, Timetable, iso_week

MONDAY = dt.date(2026, 8, 31)  # v. 36


def lesson(day: dt.date, subject: str = "Svenska", teacher: str = "Ada") -> Lesson:
    """A lesson at 8.10 that day."""
    return Lesson(
        id=LessonId(""), subject=subject, weekday=Weekday(day.weekday()), start=490, end=540, week=iso_week(day),
        date=day, teachers=(teacher,), source_ref=day.isoformat(),
    )


def dated(lessons: Iterable[Lesson]) -> Timetable:
    """A dated timetable of them."""
    taught = numbered(lessons)
    return Timetable(group="8A", lessons=taught, week_labels=tuple(sorted({o.week for o in taught})))


def weeks(count: int, step: int = 1, first: dt.date = MONDAY) -> list[dt.date]:
    """Mondays, `step` weeks apart."""
    return [first + dt.timedelta(weeks=n) for n in range(0, count, step)]


def test_what_comes_every_week_is_the_ordinary_week() -> None:
    """A lesson of every week is kept once, without a date; the most common teacher is its teacher."""
    timetable = dated([lesson(day, teacher="Bo" if n == 0 else "Ada") for n, day in enumerate(weeks(6))])
    folded = as_weekly(timetable)
    (ordinary,) = folded.timetable.lessons
    assert (ordinary.week, ordinary.date, ordinary.source_ref, ordinary.teachers) == ("", None, "", ("Ada",))
    assert folded.timetable.week_labels == ("",)
    assert doubts_of(folded) == ()


def test_every_other_week_makes_an_a_and_a_b_week() -> None:
    """Odd ISO weeks are A, even ones B; what comes in both stays in both."""
    odd, even = weeks(8, 2, MONDAY + dt.timedelta(weeks=1)), weeks(8, 2)
    both = [lesson(day + dt.timedelta(days=1), "Idrott") for day in odd + even]
    folded = as_weekly(dated([lesson(d, "Slöjd") for d in odd] + [lesson(d, "Bild") for d in even] + both)).timetable
    assert folded.week_labels == ("A", "B")
    assert {(o.week, o.subject) for o in folded.lessons} == {("A", "Slöjd"), ("B", "Bild"), ("", "Idrott")}


def test_a_single_occasion_is_left_out_and_listed() -> None:
    """A theme day is no part of the ordinary week, and is not dropped in silence."""
    timetable = dated([lesson(day) for day in weeks(5)] + [lesson(MONDAY + dt.timedelta(weeks=2), "Temadag")])
    folded = as_weekly(timetable)
    assert folded.timetable.subjects == ("Svenska",)
    assert [(d.code, d.where) for d in doubts_of(folded)] == [("does_not_repeat", "2026-09-14")]


def test_lov_does_not_vote() -> None:
    """A weekday that has no lessons at all in a week says nothing about that week."""
    mondays = weeks(6)
    fridays = [lesson(day + dt.timedelta(days=4), "Musik") for day in mondays[:3]]
    folded = as_weekly(dated([lesson(day) for day in mondays] + fridays))
    assert folded.timetable.subjects == ("Musik", "Svenska")


def test_an_ordinary_week_is_told_from_a_term_of_single_days() -> None:
    """Six alike weeks repeat; three weeks in rotation repeat too, but no ordinary week would hold them."""
    assert repeats(dated([lesson(day) for day in weeks(6)]))
    assert not repeats(dated([lesson(day, f"Ämne {n}") for n, day in enumerate(weeks(6))]))
    assert not repeats(dated([lesson(day, f"Ämne {n % 3}") for n, day in enumerate(weeks(18))]))
    assert not repeats(dated([]))
