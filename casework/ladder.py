"""The ladder's steps on the real calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import count, islice, pairwise

from casework.facts import CaseFacts, LadderFacts, StepWeeks
from interop.school_calendar import swedish_calendar
from planning.calendar import ClosedDays, SchoolCalendar
from planning.errors import BadInput
from planning.steps import Step
from planning.terms import TermDates
from planning.timetable import Timetable

USUAL_STEPS = 8
"""How many steps where nobody has said and no answers are known (`casework.length`)."""

LONGEST = dt.timedelta(weeks=104)
"""How far ahead a ladder may reach and its calendar is known."""


def calendar_of(facts: CaseFacts, timetable: Timetable, today: dt.date) -> SchoolCalendar:
    """Closed days for the whole ladder: the school's own, and Swedish holidays unless they are turned off."""
    first = _earliest(facts.ladder, timetable, today)
    told = facts.calendar
    closed = (*told.closed, *_between(told.terms))
    if told.assume_lov:
        closed = (*closed, *_assumed_lov(first, first + LONGEST, closed))
    if told.swedish_holidays:
        closed = swedish_calendar(first, first + LONGEST, closed).closed
    return SchoolCalendar(
        closed=closed,
        anchor_monday=told.first_week_monday,
        national_tests=told.national_tests,
        terms=told.terms,
    )


def _between(terms: Sequence[TermDates]) -> Iterator[ClosedDays]:
    """The days between two terms that the school has given: jullov where the spring follows, otherwise sommarlov."""
    for before, after in pairwise(sorted(terms, key=lambda term: term.first)):
        first, last = before.last + dt.timedelta(days=1), after.first - dt.timedelta(days=1)
        if first <= last:
            yield ClosedDays(first=first, last=last, name="Jullov" if first.month > 9 else "Sommarlov")


ASSUMED_LOV = (("Jullov", (12, 21), (1, 8)), ("Sommarlov", (6, 12), (8, 16)))
"""Name, first and last day (month, day) of the lov that every Swedish school has about then. Our default: the school's
own dates replace it as soon as one of them touches the period."""


def _assumed_lov(first: dt.date, last: dt.date, own: tuple[ClosedDays, ...]) -> tuple[ClosedDays, ...]:
    """Jullov and sommarlov of those years where the school has not said its own."""
    assumed = []
    for year in range(first.year - 1, last.year + 1):
        for name, begins, ends in ASSUMED_LOV:
            starts = dt.date(year, *begins)
            lov = ClosedDays(first=starts, last=dt.date(year + (ends < begins), *ends), name=name)
            if not any(c.first <= lov.last and lov.first <= c.last for c in own):
                assumed.append(lov)
    return tuple(assumed)


def _earliest(ladder: LadderFacts, timetable: Timetable, today: dt.date) -> dt.date:
    """The earliest Monday that the ladder may begin."""
    if ladder.first_monday is not None:
        if ladder.first_monday.weekday() != 0:
            raise BadInput("not_a_monday", field="ladder.first_monday", value=ladder.first_monday.isoformat())
        return ladder.first_monday
    dated = [_monday_of(label) for label in timetable.week_labels] if timetable.is_dated else []
    named = [_monday_of(week) for step in ladder.steps for week in step.weeks if isinstance(week, str)]
    return min(named or dated or [today + dt.timedelta(days=7 - today.weekday())])


def _monday_of(label: str) -> dt.date:
    """The Monday of «2027-W02»."""
    try:
        year, week = label.split("-W")
        return dt.date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        raise BadInput("not_a_week", field="ladder.steps", value=label) from None


def steps_of(facts: CaseFacts, timetable: Timetable, calendar: SchoolCalendar, today: dt.date) -> tuple[Step, ...]:
    """The steps with their weeks; given ones as they are, others by the ladder's defaults over weeks with school."""
    ladder, size = facts.ladder, facts.ladder.weeks_per_step
    number_of_steps = ladder.number_of_steps or USUAL_STEPS
    first = _earliest(ladder, timetable, today)
    if ladder.steps:
        weeks = [_given_mondays(step, first) for step in ladder.steps]
        _must_follow_each_other(weeks)
    else:
        open_weeks = (m for m in _mondays(first, timetable) if calendar.open_days(m))
        mondays = list(islice(open_weeks, number_of_steps * size))
        weeks = [tuple(mondays[at : at + size]) for at in range(0, len(mondays), size)]
    if not weeks or not all(weeks):
        raise BadInput("no_weeks", field="ladder")
    if not ladder.steps and not timetable.is_dated and sum(map(len, weeks)) < number_of_steps * size:
        raise BadInput("too_few_weeks", field="ladder.number_of_steps", found=sum(map(len, weeks)))
    return tuple(
        Step(
            number=number,
            mondays=mondays,
            week_labels=_labels(timetable, mondays),
            week_numbers=tuple((monday - weeks[0][0]).days // 7 + 1 for monday in mondays),
        )
        for number, mondays in enumerate(weeks, start=1)
    )


def _mondays(first: dt.date, timetable: Timetable) -> list[dt.date]:
    """The Mondays to take weeks from: those of a dated timetable, otherwise every one for two years."""
    if timetable.is_dated:
        return sorted(m for m in map(_monday_of, timetable.week_labels) if m >= first)
    return [first + dt.timedelta(weeks=n) for n in islice(count(), LONGEST.days // 7)]


def _given_mondays(step: StepWeeks, first: dt.date) -> tuple[dt.date, ...]:
    if any(isinstance(week, int) and week < 1 for week in step.weeks):
        raise BadInput("not_a_week", field="ladder.steps", value=min(w for w in step.weeks if isinstance(w, int)))
    return tuple(
        first + dt.timedelta(weeks=week - 1) if isinstance(week, int) else _monday_of(week) for week in step.weeks
    )


def _must_follow_each_other(weeks: list[tuple[dt.date, ...]]) -> None:
    mondays = [monday for step in weeks for monday in step]
    if mondays != sorted(set(mondays)):
        raise BadInput("weeks_out_of_order", field="ladder.steps")


def _labels(timetable: Timetable, mondays: tuple[dt.date, ...]) -> tuple[str, ...]:
    """The weeks of the timetable that the step plans: all of a rotation, or its own weeks of a dated one."""
    if not timetable.is_dated:
        return timetable.week_labels
    dated = {_monday_of(label): label for label in timetable.week_labels}
    return tuple(dated[monday] for monday in mondays if monday in dated)
