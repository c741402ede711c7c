"""The calendar file: the right hour on the right day, once, and nothing told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from exports.calendar_file import Handing
from exports.calendar_file import calendar_file as calendar_and_memory
from planning.calendar import ClosedDays, SchoolCalendar
from planning.days import days_of
from planning.items import ItemKind, item_catalogue
from planning.plan import Plan, PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.steps import Step
from planning.timetable import Lesson, LessonId, Timetable
from tests.wording.test_contacts import SCHOOL_WORDS

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def calendar_file(*given: Any, **more: Any) -> bytes:
    """The file alone."""
    return calendar_and_memory(*given, **more).content


def events(data: bytes) -> list[Any]:
    """The events of a calendar file."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def one_lesson_plan(
    mondays: tuple[dt.date, ...], labels: tuple[str, ...] = ("",), week: str = ""
) -> tuple[Problem, Plan]:
    """A plan of one Wednesday lesson at 08.10, in these weeks."""
    lesson = Lesson(id=LessonId("l1"), subject="Bild", weekday="wed", start="08:10", end="09:00", week=week)
    step = Step(number=1, mondays=mondays, week_labels=labels)
    planned = PlannedLesson(lesson=lesson, week=week, start=lesson.start, end=lesson.end)
    problem = Problem(timetable=Timetable(group="x", lessons=(lesson,), week_labels=labels), steps=(step,))
    return problem, Plan(steps=(PlanStep(step=step, lessons=(planned,)),), proven=True)


def test_a_lesson_keeps_its_hour_across_daylight_saving() -> None:
    """08.10 is 08.10 before and after the last Sunday of March and of October."""
    mondays = (dt.date(2027, 3, 22), dt.date(2027, 3, 29), dt.date(2026, 10, 19), dt.date(2026, 10, 26))
    starts = [event["dtstart"].dt for event in events(calendar_file(*one_lesson_plan(mondays), "Test", "c"))]
    assert {start.astimezone(STOCKHOLM).time() for start in starts} == {dt.time(8, 10)}
    assert {start.astimezone(dt.UTC).time() for start in starts} == {dt.time(7, 10), dt.time(6, 10)}


def test_the_file_brings_its_own_time_zone() -> None:
    """A VTIMEZONE for Stockholm stands in the file and every hour refers to it."""
    data = calendar_file(*one_lesson_plan((dt.date(2027, 3, 22),)), "Test", "c")
    assert b"BEGIN:VTIMEZONE" in data
    assert b"DTSTART;TZID=Europe/Stockholm:20270324T081000" in data


def test_closed_days_have_no_lessons() -> None:
    """A lesson on a day without school does not exist."""
    problem, plan = one_lesson_plan((dt.date(2026, 12, 14), dt.date(2026, 12, 21)))
    closed = ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov")
    shut = problem.model_copy(update={"calendar": SchoolCalendar(closed=(closed,))})
    assert [event["dtstart"].dt.date() for event in events(calendar_file(shut, plan, "Test", "c"))] == [
        dt.date(2026, 12, 16)
    ]


def test_a_lesson_of_every_other_week_comes_every_other_week() -> None:
    """Only in weeks that have its label."""
    mondays = tuple(dt.date(2027, 1, 11) + dt.timedelta(weeks=n) for n in range(4))
    problem, plan = one_lesson_plan(mondays, ("A", "B"), "A")
    expected = [m + dt.timedelta(days=2) for m in mondays if problem.calendar.week_label(problem.timetable, m) == "A"]
    assert [event["dtstart"].dt.date() for event in events(calendar_file(problem, plan, "Test", "c"))] == expected
    assert len(expected) == 2


def test_identifiers_are_stable_and_each_stands_once(make_plan: Callable[[int], Any]) -> None:
    """Reading the file again changes nothing; another case never collides."""
    made = make_plan(8)
    data = calendar_file(made.problem, made.plan, "Test", "case-1")
    uids = [str(event["uid"]) for event in events(data)]
    assert len(uids) == len(set(uids))
    assert data == calendar_file(made.problem, made.plan, "Test", "case-1")
    other = {str(event["uid"]) for event in events(calendar_file(made.problem, made.plan, "Test", "case-2"))}
    assert other.isdisjoint(uids)
    assert b"case-1" not in data


def test_no_event_tells_of_an_answer(make_plan: Callable[[int], Any], planted: str) -> None:
    """Subject, room and coach are all there is."""
    made = make_plan(8)
    data = calendar_file(made.problem, made.plan, "Test", "c")
    assert planted.encode() not in data
    assert any("med coach" in str(event["summary"]) for event in events(data))


def test_contacts_are_in_the_calendar_without_the_person(make_plan: Callable[[int], Any]) -> None:
    """A contact with an hour is an appointment, one without is a note for the day."""
    made = make_plan(4)
    told = {str(event["summary"]): event for event in events(calendar_file(made.problem, made.plan, "Test", "c"))}
    assert isinstance(told["Fika"]["dtstart"].dt, dt.datetime)
    assert not isinstance(told["Sms"]["dtstart"].dt, dt.datetime)


def item(kind: ItemKind, start: str, end: str, **given: Any) -> PlannedItem:
    """An item on Wednesdays."""
    common = {"kind": kind, "week": "", "weekday": "wed", "start": start, "end": end}
    return PlannedItem.model_validate({"carrier": item_catalogue()[kind].carrier, **common, **given})


def with_items(plan: Plan, *items: PlannedItem, **more: Any) -> Plan:
    """The plan's only step with those items."""
    return plan.model_copy(update={"steps": (plan.steps[0].model_copy(update={"items": items, **more}),)})


def test_texts_and_rides_leave_their_hour_free() -> None:
    """They take no time of their own; a breakfast does. None names who."""
    problem, plan = one_lesson_plan((dt.date(2027, 1, 11),))
    planned = with_items(
        plan, item(ItemKind.RIDE_THERE, "07:40", "08:00", person="Kim Exempel"),
        item(ItemKind.TEXT, "07:00", "07:05"), item(ItemKind.BREAKFAST, "08:00", "08:10", place="library"),
        item(ItemKind.MEET_AT_ARRIVAL, "08:05", "08:10", person="EXA"),
    )  # fmt: skip
    data = calendar_file(problem, planned, "Test", "c")
    told = {str(event["summary"]): event for event in events(data)}
    free = {name for name, event in told.items() if event.get("transp") == "TRANSPARENT"}
    assert free == {"Skjuts till skolan", "Sms"}
    assert str(told["Frukost"]["location"]) == "Biblioteket"
    assert b"Kim Exempel" not in data
    assert b"EXA" not in data


def test_an_item_with_a_new_hour_is_moved_and_not_doubled() -> None:
    """Its identifier stays; two of a kind on one day have each their own."""
    problem, plan = one_lesson_plan((dt.date(2027, 1, 11),))
    rests = item(ItemKind.REST, "09:00", "09:10"), item(ItemKind.REST, "10:00", "10:10")
    later = item(ItemKind.REST, "09:05", "09:15"), item(ItemKind.REST, "10:00", "10:10")
    before = [str(e["uid"]) for e in events(calendar_file(problem, with_items(plan, *rests), "Test", "c"))]
    after = [str(e["uid"]) for e in events(calendar_file(problem, with_items(plan, *later), "Test", "c"))]
    assert before == after
    assert len(set(before)) == 3


def test_no_item_falls_on_a_closed_day() -> None:
    """Nor is a word of school in what comes before the first lesson."""
    problem, plan = one_lesson_plan((dt.date(2026, 12, 14), dt.date(2026, 12, 21)))
    closed = ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov")
    shut = problem.model_copy(update={"calendar": SchoolCalendar(closed=(closed,))})
    items = [item(kind, "09:00", "09:30", place="classroom") for kind in ItemKind]
    told = events(calendar_file(shut, with_items(plan, *items, lessons=()), "Test", "c"))
    assert {event["dtstart"].dt.date() for event in told} == {dt.date(2026, 12, 16)}
    assert len(told) == len(ItemKind)
    assert not [event for event in told if SCHOOL_WORDS.search(f"{event['summary']} {event.get('location', '')}")]


def a_year() -> tuple[Problem, Plan]:
    """Two steps over 53 weeks, through week 53: two weeks in turn, a jullov, a sportlov and a studiedag."""
    first = dt.date(2026, 8, 17)
    mondays = tuple(first + dt.timedelta(weeks=n) for n in range(53))
    lessons = tuple(
        Lesson(id=LessonId(f"l{day}{week}"), subject=f"Ämne {day}", weekday=day, start="08:10", end=end, week=week)
        for day in ("mon", "wed", "fri")
        for week, end in (("A", "09:00"), ("B", "10:30"))
    )
    steps = tuple(
        Step(number=n, mondays=some, week_labels=("A", "B")) for n, some in ((1, mondays[:26]), (2, mondays[26:]))
    )
    planned = tuple(
        PlannedLesson(lesson=lesson, week=lesson.week, start=lesson.start, end=lesson.end) for lesson in lessons
    )
    closed = tuple(
        ClosedDays(first=dt.date.fromisoformat(begins), last=dt.date.fromisoformat(ends), name=name)
        for begins, ends, name in (
            ("2026-12-21", "2026-12-29", "Jullov"), ("2027-02-22", "2027-02-26", "Sportlov"),
            ("2027-04-14", "2027-04-14", "Studiedag"),
        )
    )  # fmt: skip
    problem = Problem(
        timetable=Timetable(group="x", lessons=lessons, week_labels=("A", "B")),
        steps=steps,
        calendar=SchoolCalendar(closed=closed),
    )
    return problem, Plan(steps=tuple(PlanStep(step=step, lessons=planned) for step in steps), proven=True)


def test_a_calendar_library_shows_every_day_of_a_year_as_the_plan_has_it() -> None:
    """Across both changes of the clock, week 53 and what is closed; hours are those on the clock in Stockholm."""
    problem, plan = a_year()
    days = days_of(problem, plan)
    told = Calendar.from_ical(calendar_file(problem, plan, "Test", "c"))
    shown = recurring_ical_events.of(told).between(days[0].date, days[-1].date + dt.timedelta(days=1))
    timed = [event for event in shown if isinstance(event["dtstart"].dt, dt.datetime)]
    lessons = {
        (
            event["dtstart"].dt.astimezone(STOCKHOLM).replace(tzinfo=None),
            event["dtend"].dt.astimezone(STOCKHOLM).replace(tzinfo=None),
            str(event["summary"]),
        )
        for event in timed
    }
    planned = {
        (at(day.date, lesson.start), at(day.date, lesson.end), lesson.lesson.subject)
        for day in days
        for lesson in day.lessons
    }
    assert lessons == planned
    assert len(timed) == len(planned) > 120
    assert {day for day, _, _ in lessons if day.isocalendar().week == 53}
    assert {event["dtstart"].dt.utcoffset() for event in timed} == {dt.timedelta(hours=1), dt.timedelta(hours=2)}
    assert not {start.date() for start, _, _ in lessons} & {day.date for day in days if not day.is_open}


def at(date: dt.date, minutes: int) -> dt.datetime:
    """So many minutes after midnight."""
    return dt.datetime.combine(date, dt.time(minutes // 60, minutes % 60))


def test_one_is_reminded_only_where_it_is_wished_and_once_a_day(make_plan: Callable[[int], Any]) -> None:
    """Before the first thing that takes time; a text or a note has no alarm."""
    made = make_plan(4)
    silent = calendar_file(made.problem, made.plan, "Test", "c")
    assert b"VALARM" not in silent
    told = events(calendar_file(made.problem, made.plan, "Test", "c", handing=Handing(reminder_minutes=15)))
    reminding = [event for event in told if event.walk("VALARM")]
    timed = [event for event in told if isinstance(event["dtstart"].dt, dt.datetime)]
    first = {date: min(e["dtstart"].dt for e in timed if e["dtstart"].dt.date() == date)
             for date in {event["dtstart"].dt.date() for event in timed}}  # fmt: skip
    assert sorted(event["dtstart"].dt for event in reminding) == sorted(first.values())
    assert {alarm["trigger"].dt for event in reminding for alarm in event.walk("VALARM")} == {
        dt.timedelta(minutes=-15)
    }


def test_others_that_share_the_calendar_see_only_that_there_is_something(make_plan: Callable[[int], Any]) -> None:
    """Every event is private."""
    made = make_plan(4)
    told = events(calendar_file(made.problem, made.plan, "Test", "c"))
    assert {str(event["class"]) for event in told} == {"PRIVATE"}
