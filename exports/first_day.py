"""The first day on one page: minute by minute, what I take with me, what I say and do, and room for own photos."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import DayCard, Document
from exports.printable import clean
from exports.student_days import day_card
from exports.student_page import (
    LONGEST_NAME,
    OwnPage,
    ToldStep,
    as_wished_moments,
    message_to,
    nothing_yet,
    told_steps,
    told_weekday,
)
from exports.student_papers import FirstDay, PhotoFrame, Reminder
from planning.clock import Weekday
from planning.needs.support import Support, SupportKind
from planning.plan import Plan
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.steps import Timing
from planning.timetable import monday_of
from wording.clock import written_date
from wording.days import say_time
from wording.language import language_tag, tr
from wording.phrases import upper_first
from wording.steps import say_story

OWN_LINES = 2
"""Empty lines for what the student wants to take along."""


def build_first_day(
    problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1, today: dt.date = dt.date.min
) -> Document:
    """The first day with a lesson from `today` on; where no step has lessons yet, the first with anything planned."""
    page = first_day_page(problem, plan, own, current_step=current_step, today=today)
    title = tr("Min första dag")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        footer=tr("Planen kan ändras. Du är med och bestämmer."),
        page_text="",
        blocks=(page,) if page else (nothing_yet(),),
    )


def first_day_page(
    problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1, today: dt.date = dt.date.min
) -> FirstDay | None:
    """The page alone; None where the plan has no such day."""
    told = told_steps(problem, plan, current_step=current_step) if plan.steps else ()
    day = _first(told[0].days, today) if told else None
    return _page(problem, own, told[day.step - 1], day) if day else None


def _first(days: tuple[PlannedDay, ...], today: dt.date) -> PlannedDay | None:
    coming = [day for day in days if day.date >= today] or list(days)
    with_lessons = (day for day in coming if day.lessons)
    return next(with_lessons, None) or next((day for day in coming if day.has_something), None)


def _page(problem: Problem, own: OwnPage, told: ToldStep, day: PlannedDay) -> FirstDay:
    is_dated = told.step.timing is Timing.DATED
    when = upper_first(written_date(day.date)) if is_dated else say_time(told.planned.step, told.step.timing)
    card = _card(problem, told, day)
    return FirstDay(
        title=tr("Min första dag"),
        subtitle=" · ".join(part for part in (clean(own.first_name, LONGEST_NAME), when) if part),
        day_title=tr("Så blir dagen"),
        moments=as_wished_moments(card.moments, own),
        note=card.note,
        reminders=tuple(
            reminder if own.with_pictures else reminder.model_copy(update={"icon": ""})
            for reminder in _reminders(problem, own, told)
        ),
        photos_title=tr("Mina bilder"),
        photos_about=tr("Klistra in egna bilder, eller rita. De är dina och stannar hos dig."),
        photos=tuple(_photos(own)),
        style=own.style,
        is_large=own.large,
        message=message_to(own),
    )


def _card(problem: Problem, told: ToldStep, day: PlannedDay) -> DayCard:
    """The day as it stands in the student's week, with that date alone."""
    monday = monday_of(day.date)
    week = next((week for week in told.step.weeks if monday in week.mondays), told.step.weeks[0])
    alone = week.model_copy(update={"mondays": (monday,)})
    return day_card(problem, told_weekday(problem, told, alone, Weekday(day.date.weekday())))


def _reminders(problem: Problem, own: OwnPage, told: ToldStep) -> Iterator[Reminder]:
    arranged = {need.item for need in told.story.support if isinstance(need, Support)}
    meets = own.meets or problem.coach.name
    if meets:
        yield Reminder(icon="hand-waving", title=tr("Den som möter mig"), lines=(meets,))
    brought = tuple(_brought(arranged))
    yield Reminder(icon="backpack", title=tr("Det här tar jag med mig"), lines=brought, is_ticked=True, blank=OWN_LINES)
    if SupportKind.ANSWER_CARD in arranged and not told.before_lessons:
        answers = (
            tr("«Jag har varit borta ett tag. Nu är jag här.»"),
            tr("«Jag vill inte prata om det i dag.»"),
            tr("Jag får också vara tyst."),
        )
        yield Reminder(icon="chat-circle-dots", title=tr("Om någon frågar kan jag säga"), lines=answers)
    calm = (tr("Jag kan gå till: {place}", place=own.calm_place),) if own.calm_place and not told.before_lessons else ()
    reach = (tr("Ring eller skriv: {number}", number=own.phone),) if own.phone else ()
    too_much = say_story(told.story, to_student=True).too_much[:1]
    yield Reminder(icon="lifebuoy", title=tr("Om det blir för mycket"), lines=(*too_much, *calm, *reach))


def _brought(arranged: set[SupportKind]) -> Iterator[str]:
    """What to take along: our default, and what has been arranged."""
    yield tr("Mobilen, laddad")
    if SupportKind.HEADPHONES in arranged:
        yield tr("Hörlurarna")
    if SupportKind.LEAVE_CARD in arranged:
        yield tr("Kortet för att gå ut")
    if SupportKind.ANSWER_CARD in arranged:
        yield tr("Kortet med färdiga svar")
    yield tr("Något som är skönt att ha i fickan")


def _photos(own: OwnPage) -> Iterator[PhotoFrame]:
    """A story in six pictures: there, in, and home again (`features.md` F50)."""
    frames = (
        ("footprints", tr("Vägen dit")),
        ("door", tr("Dörren")),
        ("buildings", tr("Rummet")),
        ("user", tr("Den som möter mig")),
        ("armchair", tr("Min lugna plats")),
        ("house", tr("Hem igen")),
    )
    for icon, caption in frames:
        yield PhotoFrame(icon=icon if own.with_pictures else "", caption=caption)
