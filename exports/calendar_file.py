"""The plan as a calendar file: one event for every lesson and contact on a day with school.

Identifiers are stable, so that reading the file again moves events and never doubles them. No event tells more than a
timetable does: the subject, the room, and whether the coach is there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from planning.plan import Plan, PlannedContact, PlannedLesson, PlanStep, Setting
from planning.problem import Problem
from wording.contacts import say_contact_briefly
from wording.language import tr
from wording.phrases import upper_first

ZONE = ZoneInfo("Europe/Stockholm")
STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""When every event claims to be written: the same each time, so that equal plans give equal files."""
CONTACT_MINUTES = 30
"""Length of a contact with a start but no end. Our default."""


def calendar_file(problem: Problem, plan: Plan, first_name: str, case_id: str) -> bytes:
    """The calendar of the whole plan, in UTF-8. `case_id` only goes into the events' hashed identifiers."""
    calendar = Calendar()
    calendar.add("prodid", "-//Stegvis//sv")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", tr("{name}: min vecka", name=first_name) if first_name else tr("Min vecka"))
    calendar.add("x-wr-timezone", ZONE.key)
    days = [monday for step in plan.steps for monday in step.step.mondays]
    if days:
        until = max(days) + dt.timedelta(days=366)
        calendar.add_component(Timezone.from_tzinfo(ZONE, ZONE.key, min(days) - dt.timedelta(days=366), until))
    for event in _events(problem, plan, case_id):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(problem: Problem, plan: Plan, case_id: str) -> Iterator[Event]:
    for step in plan.steps:
        for monday in step.step.mondays:
            label = problem.calendar.week_label(problem.timetable, monday)
            for planned in step.in_week(label):
                date = monday + dt.timedelta(days=planned.lesson.weekday)
                if problem.calendar.is_open(date):
                    yield _lesson(planned, date, case_id)
        yield from _contacts(step, case_id)


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


def _contacts(step: PlanStep, case_id: str) -> Iterator[Event]:
    same_day: dict[dt.date, int] = {}
    for contact in step.contacts:
        number = same_day[contact.date] = same_day.get(contact.date, 0) + 1
        event = Event()
        event.add("uid", _uid(case_id, f"contact|{number}|{contact.kind}", contact.date))
        event.add("dtstamp", STAMP)
        event.add("summary", upper_first(say_contact_briefly(contact)))
        _add_times(event, contact)
        yield event


def _add_times(event: Event, contact: PlannedContact) -> None:
    """The hours of a contact; the whole day where the hour is agreed on later."""
    if contact.start is None:
        event.add("dtstart", contact.date)
        event.add("dtend", contact.date + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return
    end = contact.end if contact.end is not None else contact.start + CONTACT_MINUTES
    event.add("dtstart", _moment(contact.date, contact.start))
    event.add("dtend", _moment(contact.date, end))


def _moment(date: dt.date, minutes: int) -> dt.datetime:
    """The hour on the clock that day, whichever side of daylight saving it is."""
    days, rest = divmod(minutes, 24 * 60)
    clock = dt.time(rest // 60, rest % 60)
    return dt.datetime.combine(date + dt.timedelta(days=days), clock, ZONE)


def _uid(case_id: str, occasion: str, date: dt.date) -> str:
    digest = hashlib.sha256(f"{case_id}\n{occasion}\n{date.isoformat()}".encode()).hexdigest()
    return f"{digest[:32]}@stegvis"
