"""The contact that every plan falls back on: dated, small, with somebody the student trusts. Never nothing.

What a contact is stands in `planning.contact_kinds`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from planning.contact_kinds import kinds_of
from planning.items import ItemKind
from planning.needs import AnyNeed, BlockedTime, DatesExcluded, DaysOff, EarliestStart, Support, SupportKind
from planning.offers.contact import CONTACTS_PER_WEEK
from planning.plan import PlannedContact, PlannedItem
from planning.problem import Problem
from planning.steps import Step

CONTACT_MINUTES = 30
"""How long a first contact is. Our default."""


def contacts_in(
    problem: Problem,
    step: Step,
    mondays: Iterable[dt.date] | None = None,
    found: Iterable[PlannedItem] = (),
) -> tuple[PlannedContact, ...]:
    """Contacts for weeks of a step without lessons (all of them, or those of `mondays`): up to two in each week.

    They are at the times `found` for them in the week's plan, where the coach has hours and the day is open. The last
    contact of a step that has no lessons at all aims at the next rung of the ladder into school.
    """
    weeks = step.mondays if mondays is None else tuple(mondays)
    times = tuple(found) if problem.coach.hours else ()
    dated = [
        contact
        for monday in weeks
        for contact in _at_found_times(problem, monday, times)
        or _contacts(problem, [monday], step.number, CONTACTS_PER_WEEK)
    ]
    return kinds_of(problem, step.number, dated, climbs=weeks == step.mondays)


def _at_found_times(problem: Problem, monday: dt.date, found: Iterable[PlannedItem]) -> list[PlannedContact]:
    """The week's contacts at the times found for them; none when one of them falls on a closed day."""
    label = problem.calendar.week_label(problem.timetable, monday)
    person = problem.trusted_person or problem.coach.name
    times = sorted(
        {(item.weekday, item.start) for item in found if item.week == label and item.contact <= CONTACTS_PER_WEEK}
    )
    dates = [(monday + dt.timedelta(days=weekday), start) for weekday, start in times]
    if not all(problem.calendar.is_open(date) for date, _ in dates):
        return []
    return [
        PlannedContact(date=date, kind=ItemKind.MEETING, start=start, end=start + CONTACT_MINUTES, person=person)
        for date, start in dates
    ]


def evening_contacts(problem: Problem, step: Step) -> tuple[PlannedContact, ...]:
    """One contact in the evening every week of the step, where the student is awake at night (`method.md` §4.4 SO2).

    The hour is agreed with the student. It is planned like any other occasion.
    """
    if not any(_is_for_the_night(need) and need.holds_in(step.number) for need in problem.needs):
        return ()
    person = problem.trusted_person or problem.coach.name
    found = (_any_day(problem, step.number, monday, person)[:1] for monday in step.mondays)
    return tuple(c.model_copy(update={"kind": ItemKind.EVENING}) for contacts in found for c in contacts)


def _is_for_the_night(need: AnyNeed) -> bool:
    """Evening support with boxes is about preparing the morning, and no occasion of its own."""
    return isinstance(need, Support) and need.item is SupportKind.EVENING_CONTACT and not need.choices


def first_contact(problem: Problem) -> PlannedContact:
    """The next dated contact when no plan is possible: in the first week with an open day."""
    monday = problem.steps[0].mondays[0]
    weeks = (monday + dt.timedelta(weeks=n) for n in range(60))
    return kinds_of(problem, 1, [next(_contacts(problem, weeks, 1, 1))], climbs=True)[0]


def _contacts(problem: Problem, mondays: Iterable[dt.date], step: int, a_week: int) -> Iterator[PlannedContact]:
    """Meetings on days and at hours that fit; what is done at them is said by `kinds_of`."""
    person = problem.trusted_person or problem.coach.name
    for monday in mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        timed = [
            PlannedContact(date=day, kind=ItemKind.MEETING, start=start, end=start + CONTACT_MINUTES, person=person)
            for day in problem.calendar.open_days(monday)
            if (start := _free_start(problem, step, label, day)) is not None
        ]
        untimed = [
            PlannedContact(date=day, kind=ItemKind.MEETING, person=person)
            for day in problem.calendar.open_days(monday)
            if not problem.coach.hours and not _is_day_off(problem, step, day)
        ]
        yield from _spread(timed or untimed or _any_day(problem, step, monday, person), a_week)


def _spread(found: list[PlannedContact], a_week: int) -> list[PlannedContact]:
    """The first, and the last when two are wanted: as far apart as the week allows."""
    return found if len(found) <= a_week else [found[0], found[-1]][:a_week]


def _any_day(problem: Problem, step: int, monday: dt.date, person: str) -> list[PlannedContact]:
    """When no hour fits there is still a day, not one that is hard if it can be helped: the hour is agreed by hand."""
    days = problem.calendar.open_days(monday)
    calm = [day for day in days if not _is_day_off(problem, step, day)]
    return [PlannedContact(date=day, kind=ItemKind.MEETING, person=person) for day in calm or days]


def _free_start(problem: Problem, step: int, week: str, day: dt.date) -> int | None:
    """The earliest minute that day when the coach is free, nothing else is booked, and it is not too early."""
    if _is_day_off(problem, step, day):
        return None
    earliest = max(
        (n.time_in(step) for n in problem.needs if isinstance(n, EarliestStart) and n.holds_in(step, week)), default=0
    )
    blocked = [
        need for need in problem.needs
        if isinstance(need, BlockedTime) and need.holds_in(step, week)
        and (not need.weekdays or day.weekday() in need.weekdays)
    ]
    for hours in sorted(problem.coach.hours, key=lambda h: h.start):
        if hours.weekday != day.weekday() or (hours.weeks and week not in hours.weeks):
            continue
        for start in range(max(hours.start, earliest), hours.end - CONTACT_MINUTES + 1, 5):
            if not any(start < need.end and start + CONTACT_MINUTES > need.start for need in blocked):
                return start
    return None


def _is_day_off(problem: Problem, step: int, day: dt.date) -> bool:
    holding = [need for need in problem.hard_needs() if need.holds_in(step)]
    return any(
        (isinstance(need, DaysOff) and day.weekday() in need.weekdays)
        or (isinstance(need, DatesExcluded) and day in need.dates)
        for need in holding
    )
