"""The plan as a calendar file: one event for every lesson, item and contact on a day with school.

Only the steps that carry dates are in it: what comes when the student is ready has no hour yet.

Identifiers are stable, so that reading the file again moves events and never doubles them. No event tells more than a
timetable does: the subject, the room, and whether the coach is there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from planning.days import days_of
from planning.items import ItemKind, item_catalogue
from planning.plan import Plan, PlannedItem, PlannedLesson, Setting
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.steps import Timing, timing_of
from wording.contacts import say_contact_briefly
from wording.days import say_day_notes
from wording.items import ItemText, is_before_lessons, item_text_to_student
from wording.language import tr
from wording.phrases import upper_first

ZONE = ZoneInfo("Europe/Stockholm")
STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""When every event claims to be written: the same each time, so that equal plans give equal files."""
CONTACT_MINUTES = 30
"""Length of a contact with a start but no end. Our default."""


def calendar_file(problem: Problem, plan: Plan, first_name: str, case_id: str, *, current_step: int = 1) -> bytes:
    """The calendar of the steps that carry dates, in UTF-8. `case_id` only goes into the events' hashed identifiers."""
    days = [day for day in days_of(problem, plan) if timing_of(day.step, current_step) is Timing.DATED]
    calendar = Calendar()
    calendar.add("prodid", "-//Stegvis//sv")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", tr("{name}: min vecka", name=first_name) if first_name else tr("Min vecka"))
    calendar.add("x-wr-timezone", ZONE.key)
    if days:
        year = dt.timedelta(days=366)
        calendar.add_component(Timezone.from_tzinfo(ZONE, ZONE.key, days[0].date - year, days[-1].date + year))
    for event in (event for day in days for event in _events(plan, day, case_id)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(plan: Plan, day: PlannedDay, case_id: str) -> Iterator[Event]:
    for lesson in day.lessons:
        yield _lesson(lesson, day.date, case_id)
    yield from _items(day, case_id, before_lessons=is_before_lessons(plan, day.step))
    yield from _contacts(day, case_id)
    for number, note in enumerate(say_day_notes(day), 1):
        yield _whole_day(note, day.date, _uid(case_id, f"note|{number}", day.date))


def _lesson(planned: PlannedLesson, date: dt.date, case_id: str) -> Event:
    subject = planned.lesson.subject
    event = Event()
    event.add("uid", _uid(case_id, planned.occasion, date))
    event.add("dtstamp", STAMP)
    event.add("summary", tr("{subject}, med coach", subject=subject) if planned.with_coach else subject)
    event.add("dtstart", _moment(date, planned.start))
    event.add("dtend", _moment(date, planned.end))
    if planned.setting is Setting.CLASSROOM and planned.lesson.rooms:
        event.add("location", ", ".join(planned.lesson.rooms))
    return event


def _items(day: PlannedDay, case_id: str, *, before_lessons: bool) -> Iterator[Event]:
    """The day's items, without who. Which of its kind it is that day tells it apart: one with a new hour is moved."""
    count: Counter[ItemKind] = Counter()
    for item in day.items:
        count[item.kind] += 1
        told = item_text_to_student(item.model_copy(update={"person": ""}), before_lessons=before_lessons)
        yield _item(item, told, day.date, _uid(case_id, f"item|{item.kind}|{count[item.kind]}", day.date))


def _item(item: PlannedItem, told: ItemText, date: dt.date, uid: str) -> Event:
    """An item; a text or a ride takes no time of its own, so it leaves the hour free for what else there is."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", STAMP)
    event.add("summary", upper_first(told.what))
    event.add("dtstart", _moment(date, item.start))
    event.add("dtend", _moment(date, item.end))
    if told.where:
        event.add("location", upper_first(told.where))
    if item_catalogue()[item.kind].alongside:
        event.add("transp", "TRANSPARENT")
    return event


def _contacts(day: PlannedDay, case_id: str) -> Iterator[Event]:
    for number, contact in enumerate(day.contacts, 1):
        summary = upper_first(say_contact_briefly(contact))
        uid = _uid(case_id, f"contact|{number}|{contact.kind}", contact.date)
        if contact.start is None:
            yield _whole_day(summary, contact.date, uid)
            continue
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", STAMP)
        event.add("summary", summary)
        end = contact.end if contact.end is not None else contact.start + CONTACT_MINUTES
        event.add("dtstart", _moment(contact.date, contact.start))
        event.add("dtend", _moment(contact.date, end))
        yield event


def _whole_day(summary: str, date: dt.date, uid: str) -> Event:
    """What has no hour of its own: it stands on the day and takes none of it."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", STAMP)
    event.add("summary", summary)
    event.add("dtstart", date)
    event.add("dtend", date + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _moment(date: dt.date, minutes: int) -> dt.datetime:
    """The hour on the clock that day, whichever side of daylight saving it is."""
    days, rest = divmod(minutes, 24 * 60)
    clock = dt.time(rest // 60, rest % 60)
    return dt.datetime.combine(date + dt.timedelta(days=days), clock, ZONE)


def _uid(case_id: str, occasion: str, date: dt.date) -> str:
    digest = hashlib.sha256(f"{case_id}\n{occasion}\n{date.isoformat()}".encode()).hexdigest()
    return f"{digest[:32]}@stegvis"
