"""The guardians' page: one for each step with dates. Mornings, rides, numbers, a bad day, and what to say and let be.

It tells when and who, never why. What the student has told alone leaves no trace here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from exports.blocks import Document, Heading, Paragraph
from exports.dated_steps import DatedStep, dated_steps, said_dates
from exports.printable import clean
from exports.sheet_blocks import (
    Cell,
    Sheet,
    SheetField,
    SheetFields,
    SheetLines,
    SheetPair,
    SheetPart,
    SheetTable,
    SheetText,
)
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.frozen import Frozen
from planning.items import ItemKind
from planning.needs.base import CARE
from planning.plan import Plan, PlannedItem
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.smaller_days import BadDay, bad_days
from planning.timetable import monday_of
from wording.clock import short_date, week_name, weekday_name, written_date, written_span, written_time
from wording.contacts import say_contact_briefly
from wording.home_lines import MORNINGS, good_to_leave_be, good_to_say, is_for_home, on_a_bad_day, say_to_home
from wording.language import language_tag, tr
from wording.phrases import upper_first
from wording.steps import step_name

NAME, LINE = 40, 120
"""Longest name and line on a small paper, in characters. Our defaults."""
_ELSEWHERE = (*MORNINGS, ItemKind.RIDE_HOME, ItemKind.TEXT, ItemKind.REST)
"""What is told in another column, or is between coach and student, or asks nothing of anybody."""


class ToldHome(Frozen):
    """What those at home are told beside the plan."""

    first_name: str = ""
    coach: str = ""
    coach_phone: str = ""
    school_phone: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    """Whom else to ring, and the number. The coach and the school always have a line, to fill in while unknown."""
    follow_up: dt.date | None = None
    """When the plan is followed up, where that is settled."""


def build_guardian_page(problem: Problem, plan: Plan, told: ToldHome, *, current_step: int = 1) -> Document:
    """One page for the step that is lived, and one for the next."""
    title = tr("Till er hemma")
    steps = dated_steps(problem, plan, current_step)
    pages = tuple(
        _page(problem, step, bad_days(problem, plan, step.planned), told).model_copy(update={"number": number})
        for number, step in enumerate(steps, 1)
    )
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        footer=tr("Planen kan ändras. Det som gäller just nu är alltid överenskommet med eleven."),
        page_text=tr("Sida {{page}} ({{pages}})"),
        blocks=pages or (Heading(level=1, text=title), Paragraph(text=tr("Planen har inga steg än."))),
    )


def _page(problem: Problem, step: DatedStep, smaller: Sequence[BadDay], told: ToldHome) -> Sheet:
    name, coach = clean(told.first_name, NAME), clean(told.coach or problem.coach.name, NAME)
    subtitle = " · ".join(part for part in (name, step_name(step.planned.number), step.weeks) if part)
    parts: list[SheetPart] = [
        SheetText(text=tr("Tack för att ni finns där. Lugn hemma hjälper mest. Resten sköter vi tillsammans.")),
        _days(problem, step, smaller),
        SheetPair(
            left=(SheetLines(title=tr("Om det blir en dålig dag"), lines=on_a_bad_day(coach)),),
            right=(numbers_to_ring(coach, told), next_meetings(step, told)),
        ),
        SheetPair(
            left=(SheetLines(title=tr("Bra att säga"), lines=good_to_say(), is_set_apart=True),),
            right=(SheetLines(title=tr("Det kan få vara"), lines=good_to_leave_be(), is_set_apart=True),),
        ),
    ]
    return Sheet(title=tr("Till er hemma"), subtitle=subtitle, parts=tuple(parts))


def _days(problem: Problem, step: DatedStep, smaller: Sequence[BadDay]) -> SheetTable:
    """Day by day, with the smaller day of each; days that are alike stand once."""
    return SheetTable(
        title=tr("Dag för dag"),
        head=(tr("Dag"), tr("Morgon"), tr("Dagen"), tr("Hem"), tr("En dålig dag")),
        rows=tuple(_rows(problem, step, smaller)),
        widths=(2.5, 3.4, 3.6, 2.6, 3.0),
    )


def _rows(problem: Problem, step: DatedStep, smaller: Sequence[BadDay]) -> Iterator[tuple[Cell, ...]]:
    """A row for each weekday, or for those of its dates that are not alike; a week of lov is one row, last."""
    with_school = {monday_of(day.date) for day in step.days if day.is_open}
    for weekday in Weekday:
        dates = [day for day in step.days if day.date.weekday() == weekday and monday_of(day.date) in with_school]
        days = [(_cells(told_day(problem, day, smaller)), day) for day in dates]
        days.sort(key=lambda one: (str(one[0]), one[1].date))
        told = [(cells, [day for _, day in same]) for cells, same in groupby(days, key=lambda one: one[0])]
        told.sort(key=lambda one: one[1][0].date)
        name = upper_first(weekday_name(weekday))
        for cells, same in told:
            which = "" if len(told) == 1 else f" {said_dates(day.date for day in same)}"
            yield (f"{name}{which}", *cells)
    for day in step.days:
        if day.date.weekday() == Weekday.MON and day.date not in with_school:
            yield (upper_first(week_name(day.date)), "–", upper_first(day.closed or tr("ingen skola")), "–", "–")


class ToldDay(Frozen):
    """What those at home are told of one date. `closed` says why there is no school; empty where there is."""

    closed: str = ""
    morning: tuple[str, ...] = ()
    lessons: str = ""
    """From the first lesson to the end of the last."""
    besides: tuple[str, ...] = ()
    """What else is done that day, in the order of the clock."""
    there: tuple[str, ...] = ()
    """Both, in the order of the clock."""
    home: tuple[str, ...] = ()
    smaller: tuple[str, ...] = ()
    """What is left of it when it is a bad one."""


def told_day(problem: Problem, day: PlannedDay, smaller: Sequence[BadDay]) -> ToldDay:
    """Morning, what is done, the way home, and the day's smaller version."""
    if day.closed is not None:
        return ToldDay(closed=upper_first(day.closed or tr("ingen skola")))
    items = [_briefly(item) for item in day.items if _may_be_told(problem, item)]
    lessons, besides = tuple(_lessons(day)), sorted(_besides(day, items))
    return ToldDay(
        morning=tuple(say_to_home(item) for item in items if item.kind in MORNINGS),
        lessons="".join(words for _, words in lessons),
        besides=tuple(words for _, words in besides),
        there=tuple(words for _, words in sorted((*lessons, *besides))),
        home=tuple(say_to_home(item) for item in items if item.kind is ItemKind.RIDE_HOME),
        smaller=tuple(_smaller(day, smaller)),
    )


def _cells(told: ToldDay) -> tuple[Cell, ...]:
    """The day as it stands in the table."""
    if told.closed:
        return "–", told.closed, "–", "–"
    return told.morning or "–", told.there or tr("inget planerat"), told.home or "–", told.smaller or "–"


def _lessons(day: PlannedDay) -> Iterator[tuple[int, str]]:
    """From the first lesson to the end of the last: when it begins, and in words."""
    if day.lessons:
        start, end = min(one.start for one in day.lessons), max(one.end for one in day.lessons)
        span = written_span(start, end)
        yield start, tr("{span} lektioner", span=span) if len(day.lessons) > 1 else tr("{span} lektion", span=span)


def _besides(day: PlannedDay, items: Iterable[PlannedItem]) -> Iterator[tuple[int, str]]:
    """What else is done that day: when it begins, and in words."""
    for item in items:
        if item.kind not in _ELSEWHERE:
            yield item.start, say_to_home(item)
    for contact in day.contacts:
        time = f"{written_time(contact.start)} " if contact.start is not None else ""
        yield contact.start or MINUTES_PER_DAY, f"{time}{say_contact_briefly(contact)}"


def _smaller(day: PlannedDay, smaller: Sequence[BadDay]) -> Iterator[str]:
    """What is left of the day when it is a bad one."""
    for one in smaller:
        if one.date is None and (one.week, one.weekday) == (day.week, day.date.weekday()) and day.lessons:
            lesson = one.lesson
            subject = clean(lesson.lesson.subject, NAME) if lesson else ""
            span = written_span(lesson.start, lesson.end) if lesson else ""
            yield tr("bara {subject} {span}", subject=subject, span=span) if lesson else tr("ett sms räcker")
        elif one.date == day.date and one.contact:
            yield say_contact_briefly(one.contact)


def _may_be_told(problem: Problem, item: PlannedItem) -> bool:
    """What rests on something told alone is told to those at home only where they make it happen.

    So is what rests on something that is no longer there to ask.
    """
    need = problem.needs_by_id.get(item.need) if item.need else None
    rests_on_nothing_private = need.origin.ref != CARE.ref if need is not None else not item.need
    return rests_on_nothing_private or is_for_home(item)


def _briefly(item: PlannedItem) -> PlannedItem:
    """The item with names that keep to a cell."""
    short = {name: clean(getattr(item, name), NAME) for name in ("person", "place", "subject")}
    return item.model_copy(update=short)


def numbers_to_ring(coach: str, told: ToldHome) -> SheetFields:
    """Whom to ring, with a line to write on where a number is not known."""
    known = tr("Coachen, {name}", name=coach) if coach else tr("Coachen")
    rows = [
        SheetField(label=known, value=clean(told.coach_phone, NAME)),
        SheetField(label=tr("Skolan"), value=clean(told.school_phone, NAME)),
    ]
    rows += [SheetField(label=clean(who, NAME), value=clean(number, LINE)) for who, number in told.numbers]
    return SheetFields(title=tr("Ring eller skriv"), rows=tuple(rows))


def next_meetings(step: DatedStep, told: ToldHome) -> SheetFields:
    """The last day with school of the step is when one looks back together (our default)."""
    open_days = [day.date for day in step.days if day.is_open]
    rows = []
    if open_days:
        rows.append(SheetField(label=tr("Vi stämmer av"), value=upper_first(written_date(open_days[-1]))))
    if told.follow_up and step.planned.step.first_day <= told.follow_up <= step.planned.step.last_day:
        rows.append(SheetField(label=tr("Skolan följer upp"), value=upper_first(short_date(told.follow_up))))
    return SheetFields(title=tr("Nästa gång vi hörs"), rows=tuple(rows or [SheetField(label=tr("Vi stämmer av"))]))
