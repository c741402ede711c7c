"""The smaller version of every day on a small page of its own, in kind words (`features.md` F33)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import Document, Moment, StudentWeek
from exports.page_format import PageFormat
from exports.student_days import contact_moment, lesson_moment
from exports.student_page import (
    OwnPage,
    ToldStep,
    as_wished_moments,
    nothing_yet,
    student_weeks,
    told_steps,
)
from exports.student_papers import ShortDay
from planning.clock import Weekday
from planning.plan import Plan
from planning.problem import Problem
from planning.public_plan import public_lesson
from planning.smaller_days import BadDay, bad_days
from planning.steps import Timing
from wording.clock import weekday_name
from wording.language import language_tag, tr
from wording.phrases import upper_first

HELP_ON_PAGE = 2
"""Who and where: the help that a small page has room for."""


def build_short_days(problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1) -> Document:
    """A page for every weekday with something planned, in the step that is lived and in the next."""
    told = {one.step.number: one for one in told_steps(problem, plan, current_step=current_step)} if plan.steps else {}
    weeks = student_weeks(problem, plan, own, current_step=current_step)
    found = [
        page
        for week in weeks
        if week.number in (current_step, current_step + 1)
        for page in _pages(problem, plan, own, (told[week.number], week))
    ]
    pages = tuple(page.model_copy(update={"number": number}) for number, page in enumerate(found, 1))
    title = tr("Kort dag")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        page_text="",
        format=PageFormat.A6,
        blocks=pages or (nothing_yet(),),
    )


def _pages(problem: Problem, plan: Plan, own: OwnPage, of: tuple[ToldStep, StudentWeek]) -> Iterator[ShortDay]:
    for weekday in Weekday:
        page = short_day(problem, plan, own, of, weekday)
        if page is not None:
            yield page


def short_day(
    problem: Problem, plan: Plan, own: OwnPage, of: tuple[ToldStep, StudentWeek], weekday: Weekday
) -> ShortDay | None:
    """The smaller version of that weekday of the page's weeks; None where nothing is planned."""
    told, week = of
    smaller = [day for day in bad_days(problem, plan, told.planned) if _is_in(problem, week, day)]
    that_day = [day for day in smaller if day.weekday == weekday]
    if not that_day:
        return None
    moments = tuple(dict.fromkeys(_moments(problem, told, that_day)))
    words = tr("Går inte det heller: ett sms eller ett samtal. Det räknas.")
    alone = tr("Ett sms eller ett samtal räcker. Det räknas.")
    return ShortDay(
        title=upper_first(weekday_name(weekday)),
        subtitle=" · ".join(part for part in (tr("Kort dag"), week.first_name, week.which) if part),
        number=1,
        lead=tr("Den här dagen räknas också."),
        before=tr("Det här räcker i dag:") if moments else "",
        moments=as_wished_moments(moments, own),
        after=(words if moments else alone, tr("I morgon är en ny dag.")),
        help=week.help[:HELP_ON_PAGE],
        style=week.style,
        message=week.message,
    )


def _is_in(problem: Problem, week: StudentWeek, day: BadDay) -> bool:
    """Whether the smaller day belongs to a week of that page."""
    if day.date is not None:
        return any(monday <= day.date < monday + dt.timedelta(weeks=1) for monday in week.mondays)
    labels = {problem.calendar.week_label(problem.timetable, monday) for monday in week.mondays}
    return day.week in labels or not labels


def _moments(problem: Problem, told: ToldStep, days: list[BadDay]) -> Iterator[Moment]:
    """What is left of the day: a part of its lessons, and a contact in its smaller form."""
    for day in days:
        if day.lesson is not None:
            yield lesson_moment(problem, public_lesson(day.lesson))
        if day.contact is not None:
            is_dated = told.step.timing is Timing.DATED
            yield contact_moment(day.contact, is_dated=is_dated, before_lessons=told.before_lessons)
