"""What the days of a plan hold, as events: plain data that a calendar file is written from.

Only the steps that carry dates have events: what comes when the student is ready has no hour yet. No event tells more
than a timetable does: the subject, the room, and whether the coach is there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from planning.days import days_of
from planning.items import ItemKind, item_catalogue
from planning.plan import Plan, PlannedContact, PlannedItem, PlannedLesson, Setting
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.steps import Timing, timing_of
from wording.contacts import say_contact_briefly
from wording.days import say_day_notes
from wording.items import ItemText, is_before_lessons, item_text_to_student
from wording.language import tr
from wording.phrases import upper_first

ZONE = ZoneInfo("Europe/Stockholm")
CONTACT_MINUTES = 30
"""Length of a contact with a start but no end. Our default."""


@dataclass(frozen=True)
class CalendarEvent:
    """An event. A `start` that is a date has no hour of its own; `is_free` takes none of the day's time."""

    uid: str
    """Made of the case and the occasion, never of the hour: an event with a new hour is moved, not doubled."""
    start: dt.date
    """A date, or a moment (`datetime`) on Stockholm's clock."""
    end: dt.date
    summary: str
    location: str = ""
    is_free: bool = False
    reminder_minutes: int = 0
    """So long before it begins one is reminded; 0: not at all."""

    @property
    def date(self) -> dt.date:
        """The day that it begins."""
        return self.start.date() if isinstance(self.start, dt.datetime) else self.start

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that change when anything of it does."""
        known = (self.start.isoformat(), self.end.isoformat(), self.summary, self.location, self.is_free,
                 self.reminder_minutes)  # fmt: skip
        return hashlib.sha256(repr(known).encode()).hexdigest()[:12]


def calendar_events(
    problem: Problem, plan: Plan, case_id: str, *, current_step: int = 1, reminder_minutes: int = 0
) -> tuple[CalendarEvent, ...]:
    """Every event of the steps that carry dates, day by day. The first that takes time each day may have a reminder."""
    days = [day for day in days_of(problem, plan) if timing_of(day.step, current_step) is Timing.DATED]
    return tuple(
        event for day in days for event in _reminding(list(_events(plan, day, case_id)), reminder_minutes)
    )


def _reminding(events: list[CalendarEvent], minutes: int) -> Iterable[CalendarEvent]:
    timed = [event for event in events if isinstance(event.start, dt.datetime) and not event.is_free]
    if not minutes or not timed:
        return events
    first = min(timed, key=lambda event: event.start)
    return [replace(event, reminder_minutes=minutes) if event is first else event for event in events]


def _events(plan: Plan, day: PlannedDay, case_id: str) -> Iterator[CalendarEvent]:
    for lesson in day.lessons:
        yield _lesson(lesson, day.date, case_id)
    yield from _items(day, case_id, before_lessons=is_before_lessons(plan, day.step))
    yield from _contacts(day, case_id)
    for number, note in enumerate(say_day_notes(day), 1):
        yield _whole_day(note, day.date, _uid(case_id, f"note|{number}", day.date))


def _lesson(planned: PlannedLesson, date: dt.date, case_id: str) -> CalendarEvent:
    subject = planned.lesson.subject
    return CalendarEvent(
        uid=_uid(case_id, planned.occasion, date),
        start=_moment(date, planned.start),
        end=_moment(date, planned.end),
        summary=tr("{subject}, med coach", subject=subject) if planned.with_coach else subject,
        location=", ".join(planned.lesson.rooms) if planned.setting is Setting.CLASSROOM else "",
    )


def _items(day: PlannedDay, case_id: str, *, before_lessons: bool) -> Iterator[CalendarEvent]:
    """The day's items, without who. Which of its kind it is that day tells it apart: one with a new hour is moved."""
    count: Counter[ItemKind] = Counter()
    for item in day.items:
        count[item.kind] += 1
        told = item_text_to_student(item.model_copy(update={"person": ""}), before_lessons=before_lessons)
        yield _item(item, told, day.date, _uid(case_id, f"item|{item.kind}|{count[item.kind]}", day.date))


def _item(item: PlannedItem, told: ItemText, date: dt.date, uid: str) -> CalendarEvent:
    """An item; a text or a ride takes no time of its own, so it leaves the hour free for what else there is."""
    return CalendarEvent(
        uid=uid,
        start=_moment(date, item.start),
        end=_moment(date, item.end),
        summary=upper_first(told.what),
        location=upper_first(told.where) if told.where else "",
        is_free=item_catalogue()[item.kind].alongside,
    )


def _contacts(day: PlannedDay, case_id: str) -> Iterator[CalendarEvent]:
    for number, contact in enumerate(day.contacts, 1):
        yield _contact(contact, _uid(case_id, f"contact|{number}|{contact.kind}", contact.date))


def _contact(contact: PlannedContact, uid: str) -> CalendarEvent:
    summary = upper_first(say_contact_briefly(contact))
    if contact.start is None:
        return _whole_day(summary, contact.date, uid)
    end = contact.end if contact.end is not None else contact.start + CONTACT_MINUTES
    return CalendarEvent(
        uid=uid, start=_moment(contact.date, contact.start), end=_moment(contact.date, end), summary=summary
    )


def _whole_day(summary: str, date: dt.date, uid: str) -> CalendarEvent:
    """What has no hour of its own: it stands on the day and takes none of it."""
    return CalendarEvent(uid=uid, start=date, end=date + dt.timedelta(days=1), summary=summary, is_free=True)


def _moment(date: dt.date, minutes: int) -> dt.datetime:
    """The hour on the clock that day, whichever side of daylight saving it is."""
    days, rest = divmod(minutes, 24 * 60)
    clock = dt.time(rest // 60, rest % 60)
    return dt.datetime.combine(date + dt.timedelta(days=days), clock, ZONE)


def _uid(case_id: str, occasion: str, date: dt.date) -> str:
    digest = hashlib.sha256(f"{case_id}\n{occasion}\n{date.isoformat()}".encode()).hexdigest()
    return f"{digest[:32]}@stegvis"
