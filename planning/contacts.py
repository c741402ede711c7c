"""The contact that every plan falls back on: dated, small, with somebody the student trusts. Never nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from planning.needs import BlockedTime, DatesExcluded, DaysOff, EarliestStart, StartElsewhere, Support, SupportKind
from planning.plan import ContactKind, PlannedContact
from planning.problem import Problem
from planning.steps import Step
from planning.stories import CONTACTS_PER_WEEK

CONTACT_MINUTES = 30
"""How long a first contact is. Our default."""


def contacts_in(problem: Problem, step: Step, mondays: Iterable[dt.date] | None = None) -> tuple[PlannedContact, ...]:
    """Contacts for weeks of a step without lessons (all of them, or those of `mondays`): up to two in each week."""
    weeks = step.mondays if mondays is None else mondays
    return tuple(_contacts(problem, weeks, step.number, CONTACTS_PER_WEEK))


def first_contact(problem: Problem) -> PlannedContact:
    """The next dated contact when no plan is possible: in the first week with an open day."""
    monday = problem.steps[0].mondays[0]
    weeks = (monday + dt.timedelta(weeks=n) for n in range(60))
    return next(_contacts(problem, weeks, 1, 1))


def _contacts(problem: Problem, mondays: Iterable[dt.date], step: int, a_week: int) -> Iterator[PlannedContact]:
    person = problem.trusted_person or problem.coach.name
    kind, place = _kind(problem, step), _place(problem, step)
    for monday in mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        timed = [
            PlannedContact(date=day, kind=kind, start=start, end=start + CONTACT_MINUTES, person=person)
            for day in problem.calendar.open_days(monday)
            if (start := _free_start(problem, step, label, day)) is not None
        ]
        untimed = [
            PlannedContact(date=day, kind=kind, person=person)
            for day in problem.calendar.open_days(monday)
            if not problem.coach.hours and not _is_day_off(problem, step, day)
        ]
        found = _spread(timed or untimed or _any_day(problem, step, monday, kind, person), a_week)
        yield from (contact.model_copy(update={"place": place}) for contact in found)


def _spread(found: list[PlannedContact], a_week: int) -> list[PlannedContact]:
    """The first, and the last when two are wanted: as far apart as the week allows."""
    return found if len(found) <= a_week else [found[0], found[-1]][:a_week]


def _any_day(problem: Problem, step: int, monday: dt.date, kind: ContactKind, person: str) -> list[PlannedContact]:
    """When no hour fits there is still a day, not one that is hard if it can be helped: the hour is agreed by hand."""
    days = problem.calendar.open_days(monday)
    calm = [day for day in days if not _is_day_off(problem, step, day)]
    return [PlannedContact(date=day, kind=kind, person=person) for day in calm or days]


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


def _place(problem: Problem, step: int) -> str:
    """The code of the place that the student has ticked to begin at; nothing when none was, or several were."""
    places = [n.places for n in problem.needs if isinstance(n, StartElsewhere) and n.holds_in(step)]
    return places[0][0] if len(places) == 1 and len(places[0]) == 1 else ""


def _kind(problem: Problem, step: int) -> ContactKind:
    """What the student has said is all right to do first; a meeting when nothing was said."""
    kinds = {kind.value: kind for kind in ContactKind}
    for need in problem.needs:
        if isinstance(need, Support) and need.item is SupportKind.FIRST_MEETING and need.holds_in(step):
            for choice in need.choices:
                if choice in kinds:
                    return kinds[choice]
            if need.choices:
                return ContactKind.ACTIVITY
    return ContactKind.MEETING
