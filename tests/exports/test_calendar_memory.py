"""A calendar that reads every file that a case hands out has what the latest plan says: once, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from exports.calendar_events import ZONE, CalendarEvent, calendar_events
from exports.calendar_file import CalendarFile, Handing, calendar_file
from exports.calendar_memory import read, remember, written
from planning.plan import Plan, PlannedLesson
from planning.problem import Problem
from tests.exports.conftest import make

TODAY = dt.date(2026, 11, 30)
STEP = 2


class Phone:
    """A calendar that reads files as RFC 5545 says: by identifier, where the number is no lower than the one it has."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}
        self.entries = 0

    def take_in(self, content: bytes) -> None:
        """Read a file."""
        for event in Calendar.from_ical(content).walk("VEVENT"):
            known = self.events.get(str(event["uid"]))
            if known is None:
                self.entries += 1
            elif int(event["sequence"]) < int(known["sequence"]):
                continue
            self.events[str(event["uid"])] = event

    @property
    def shown(self) -> list[tuple[dt.date, str]]:
        """What stands in it, by start and summary; what is cancelled does not."""
        live = (event for event in self.events.values() if str(event.get("status", "")) != "CANCELLED")
        return sorted(((event["dtstart"].dt, str(event["summary"])) for event in live), key=str)


def handed(problem: Problem, plan: Plan, memory: str = "", today: dt.date = TODAY, step: int = STEP) -> CalendarFile:
    """The file of that plan after one with that memory."""
    return calendar_file(problem, plan, "Test", "case", current_step=step, handing=Handing(today, memory))


def told_by(problem: Problem, plan: Plan, step: int = STEP) -> list[tuple[dt.date, str]]:
    """What the plan's events are, as the phone shows them."""
    events = calendar_events(problem, plan, "case", current_step=step)
    return sorted(((event.start, event.summary) for event in events), key=str)


def with_lessons(plan: Plan, keep: Sequence[bool], shift: int = 0) -> Plan:
    """The plan with some of the lessons of its steps left out in turn, and the others so many minutes shorter."""

    def changed(lessons: tuple[PlannedLesson, ...]) -> tuple[PlannedLesson, ...]:
        kept = (lesson for n, lesson in enumerate(lessons) if keep[n % len(keep)])
        return tuple(lesson.model_copy(update={"end": lesson.end - shift}) for lesson in kept)

    steps = tuple(step.model_copy(update={"lessons": changed(step.lessons)}) for step in plan.steps)
    return plan.model_copy(update={"steps": steps})


MADE = make(4)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.lists(st.booleans(), min_size=1, max_size=5), st.integers(0, 15)), min_size=1, max_size=5))
def test_whatever_plans_follow_on_each_other_nothing_is_doubled_and_nothing_stays(
    changes: list[tuple[list[bool], int]],
) -> None:
    """The phone shows the last plan exactly, and has no more entries than there ever were occasions."""
    phone, memory, ever = Phone(), "", set[str]()
    for keep, shift in changes:
        plan = with_lessons(MADE.plan, keep, shift)
        file = handed(MADE.problem, plan, memory)
        memory = file.memory
        ever |= {event.uid for event in calendar_events(MADE.problem, plan, "case", current_step=STEP)}
        phone.take_in(file.content)
        phone.take_in(file.content)
        assert phone.shown == told_by(MADE.problem, plan)
    assert phone.entries == len(ever)


def test_the_same_plan_gives_the_same_bytes_whenever_it_is_handed_out() -> None:
    """Also on another day, and also when something has fallen away before."""
    first = handed(MADE.problem, MADE.plan)
    assert handed(MADE.problem, MADE.plan, first.memory, TODAY + dt.timedelta(days=9)) == first
    smaller = handed(MADE.problem, with_lessons(MADE.plan, [True, False]), first.memory)
    assert smaller.content != first.content
    assert handed(MADE.problem, with_lessons(MADE.plan, [True, False]), smaller.memory) == smaller


def test_only_what_is_otherwise_gets_a_new_number() -> None:
    """The others keep identifier, number and date of change; what has fallen away is cancelled, and can come back."""
    first = handed(MADE.problem, MADE.plan)
    plan = with_lessons(MADE.plan, [True, False])
    later = TODAY + dt.timedelta(days=1)
    second = handed(MADE.problem, plan, first.memory, later)
    before, after = read(first.memory), read(second.memory)
    live = {event.uid for event in calendar_events(MADE.problem, plan, "case", current_step=STEP)}
    assert set(before) == set(after)
    assert {uid for uid, told in after.items() if told.is_cancelled} == set(before) - live
    assert set(before) - live
    assert all(after[uid] == before[uid] for uid in live)
    assert {(told.sequence, told.modified) for told in after.values() if told.is_cancelled} == {(1, later)}
    third = read(handed(MADE.problem, MADE.plan, second.memory, later).memory)
    assert {third[uid].sequence for uid in set(before) - live} == {2}


def test_what_is_over_is_left_as_it_is() -> None:
    """A lesson of last week that the new plan does not know of is not called off afterwards."""
    first = handed(MADE.problem, MADE.plan)
    friday = TODAY + dt.timedelta(days=4)
    second = handed(MADE.problem, with_lessons(MADE.plan, [False]), first.memory, friday)
    cancelled = [told for told in read(second.memory).values() if told.is_cancelled]
    assert cancelled
    assert min(told.date for told in cancelled) >= friday


def test_a_step_that_is_dated_later_adds_and_takes_nothing_away() -> None:
    """Going on to the next step gives it its dates; those before stay."""
    first = handed(MADE.problem, MADE.plan, step=1)
    second = handed(MADE.problem, MADE.plan, first.memory, step=3)
    assert not [told for told in read(second.memory).values() if told.is_cancelled]
    assert set(read(first.memory)) < set(read(second.memory))


def test_what_has_fallen_away_tells_neither_subject_nor_place() -> None:
    """Only that it is called off, for calendars that do not read the status."""
    first = handed(MADE.problem, MADE.plan)
    second = handed(MADE.problem, with_lessons(MADE.plan, [False]), first.memory)
    gone = [e for e in Calendar.from_ical(second.content).walk("VEVENT") if str(e.get("status")) == "CANCELLED"]
    assert gone
    assert {str(event["summary"]) for event in gone} == {"Inställt"}
    assert all("location" not in event for event in gone)
    assert "Bild" not in first.memory


def test_a_calendar_library_shows_the_same_days() -> None:
    """What is cancelled, opened as it is written, leaves the others on their hours."""
    first = handed(MADE.problem, MADE.plan)
    plan = with_lessons(MADE.plan, [True, False], 5)
    opened = Calendar.from_ical(handed(MADE.problem, plan, first.memory).content)
    shown = recurring_ical_events.of(opened).between(TODAY, TODAY + dt.timedelta(days=400))
    live = [event for event in shown if str(event.get("status", "")) != "CANCELLED"]
    assert sorted(((event["dtstart"].dt, str(event["summary"])) for event in live), key=str) == told_by(
        MADE.problem, plan
    )


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1))
TIMES = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.builds(dt.datetime.combine, DAYS, TIMES, st.just(ZONE))


@given(st.dictionaries(st.from_regex(r"[0-9a-f]{32}@stegvis", fullmatch=True), MOMENTS | DAYS, max_size=6))
def test_memory_is_read_back_as_it_was_written(starts: dict[str, dt.date]) -> None:
    """Dates as dates, hours as hours."""
    events = [CalendarEvent(uid, start, start, "Bild") for uid, start in starts.items()]
    memory = remember(events, {}, TODAY)
    assert read(written(memory)) == memory
