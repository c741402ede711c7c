"""D0: the student's own week, one page for every step. First name only, and nothing of the case.

No surname, no school, no case number, no share of anything: it may lie on a kitchen table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.blocks import Document, Heading, HelpCard, Moment, StudentWeek
from exports.page_format import PageFormat
from exports.printable import clean
from exports.student_blocks import PictureStyle, TextMessage
from exports.student_days import StudentWeekday, WeekdayItem, day_card
from planning.clock import Weekday
from planning.days import days_of
from planning.frozen import Frozen
from planning.items import ItemKind
from planning.needs.support import Support, SupportKind
from planning.plan import Plan, PlannedItem, PlanStep
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.public_plan import PublicStep, PublicWeek, public_plan
from planning.steps import Timing
from planning.stories import StepStory, tell
from planning.timetable import monday_of
from wording.clock import week_name, written_date
from wording.days import say_time
from wording.items import is_before_lessons
from wording.language import language_tag, tr
from wording.needs import say_limit
from wording.phrases import upper_first
from wording.steps import say_story

LONGEST_NAME = 32
"""Of what the student is called: a longer name would leave no room for which step it is. Our default, characters."""


class OwnPage(Frozen):
    """What the page says beside the plan. What is empty is taken from the plan, or left out."""

    first_name: str = ""
    meets: str = ""
    """Who meets the student."""
    calm_place: str = ""
    check_ins: tuple[dt.date, ...] = ()
    likes: str = ""
    """What the student likes, in words."""
    phone: str = ""
    """The number that the student can ring or write to, as it is written; empty where none is known."""
    style: PictureStyle = PictureStyle.CALM
    with_pictures: bool = True
    """Without them the words take all the room (question SK4)."""
    large: bool = False
    """Larger letters for the day's times and names (question ST2)."""


def build_student_page(problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1) -> Document:
    """The student's own pages: one a step, or one for each of its weeks where they differ."""
    title = tr("Min vecka")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        footer=tr("Planen kan ändras. Du är med och bestämmer."),
        format=PageFormat.A4_LANDSCAPE,
        blocks=student_weeks(problem, plan, own, current_step=current_step) or (nothing_yet(),),
    )


def nothing_yet() -> Heading:
    """What stands where the plan has no step yet: a page is never empty."""
    return Heading(level=1, text=tr("Planen har inga steg än."))


def student_weeks(
    problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1
) -> tuple[StudentWeek, ...]:
    """The weeks of every step that is told, in order.

    The step that is lived and the next carry dates, later ones come as «när du är redo», and the tail only «sedan».
    """
    if not plan.steps:
        return ()
    told = told_steps(problem, plan, current_step=current_step)
    pages = [
        _page(problem, own, one, week)
        for one in told
        if one.step.timing is not Timing.AFTERWARDS
        for week in one.step.weeks
    ]
    if told[-1].step.timing is Timing.AFTERWARDS:
        pages[-1] = pages[-1].model_copy(update={"help": (*pages[-1].help, _afterwards())})
    return tuple(_as_wished(page, own).model_copy(update={"count": len(told)}) for page in pages)


def told_steps(problem: Problem, plan: Plan, *, current_step: int) -> tuple[ToldStep, ...]:
    """Every step of a plan that has one, with what may be told of it and its dates."""
    steps = public_plan(problem, plan, current_step=current_step).steps
    days = days_of(problem, plan)
    return tuple(
        ToldStep(step, story, planned, days, is_before_lessons(plan, step.number))
        for step, story, planned in zip(steps, tell(problem, plan), plan.steps, strict=True)
    )


class ToldStep(NamedTuple):
    """A step of the pages, and what happens on its dates."""

    step: PublicStep
    story: StepStory
    planned: PlanStep
    days: tuple[PlannedDay, ...]
    before_lessons: bool


def _afterwards() -> HelpCard:
    text = tr("Stegen efter det här gör vi tillsammans, när du är redo.")
    return HelpCard(icon="footprints", title=tr("Sedan"), text=text)


def _as_wished(page: StudentWeek, own: OwnPage) -> StudentWeek:
    """The page with larger letters, in the style of pictures or without any, as the student wants it."""
    page = page.model_copy(update={"is_large": own.large, "style": own.style, "message": message_to(own)})
    days = (day.model_copy(update={"moments": as_wished_moments(day.moments, own)}) for day in page.days)
    cards = (card if own.with_pictures else card.model_copy(update={"icon": ""}) for card in page.help)
    return page.model_copy(update={"days": tuple(days), "help": tuple(cards)})


def as_wished_moments(moments: Sequence[Moment], own: OwnPage) -> tuple[Moment, ...]:
    """The moments, without their pictures where the student wants none."""
    if own.with_pictures:
        return tuple(moments)
    return tuple(moment.model_copy(update={"icon": ""}) for moment in moments)


def message_to(own: OwnPage) -> TextMessage | None:
    """A message that the phone can begin by itself; none where no number is known."""
    number = "".join(sign for sign in own.phone if sign.isdecimal() or sign == "+")
    if not number:
        return None
    about = tr("Kod: läs av den med mobilens kamera, så börjar ett sms till {number}", number=own.phone)
    text = tr("Hej! Det blev för mycket. Kan du höra av dig?")
    return TextMessage(written=own.phone, number=number, text=text, about=about)


def _page(problem: Problem, own: OwnPage, told: ToldStep, week: PublicWeek) -> StudentWeek:
    step = told.step
    return StudentWeek(
        title=tr("Min vecka"),
        first_name=clean(own.first_name, LONGEST_NAME),
        which=tr("Steg {number} av {count}", number=step.number, count=len(problem.steps)),
        when=tuple(_when(told, week)),
        mondays=week.mondays,
        number=step.number,
        count=len(problem.steps),
        days=tuple(day_card(problem, told_weekday(problem, told, week, Weekday(day))) for day in range(5)),
        help=tuple(_help(problem, own, told)),
    )


def _when(told: ToldStep, week: PublicWeek) -> Iterator[str]:
    """The page's weeks by their numbers; of a step without dates «när du är redo», and which of its weeks it is."""
    step = told.step
    if step.timing is Timing.DATED:
        several = len(step.weeks) > 1
        yield ", ".join(map(week_name, week.mondays)) if several else say_time(told.planned.step, step.timing)
        yield from _weeks_of_lov(told, week)
        return
    yield say_time(told.planned.step, step.timing)
    if len(step.weeks) > 1:
        letters = [label for label in week.labels if label and "-W" not in label]
        number = step.weeks.index(week) + 1
        yield tr("vecka {which}", which=", ".join(letters)) if letters else tr("vecka {n} i steget", n=number)


def _weeks_of_lov(told: ToldStep, week: PublicWeek) -> Iterator[str]:
    """The page's weeks without a day of school, by the name of their first day: «v. 52: Jullov»."""
    for monday in week.mondays:
        days = [day for day in told.days if monday_of(day.date) == monday]
        if not any(day.is_open for day in days):
            yield tr("{week}: {lov}", week=week_name(monday), lov=days[0].closed or tr("ingen skola"))


def told_weekday(problem: Problem, told: ToldStep, week: PublicWeek, weekday: Weekday) -> StudentWeekday:
    """That weekday of the page, with its dates where the step carries them."""
    of_lov = {monday for monday in week.mondays if not problem.calendar.open_days(monday)}
    mondays = set(week.mondays) if of_lov == set(week.mondays) else set(week.mondays) - of_lov
    dates = {monday + dt.timedelta(days=weekday) for monday in mondays}
    is_dated = told.step.timing is Timing.DATED
    return StudentWeekday(
        weekday=weekday,
        week=week,
        story=told.story,
        days=tuple(day for day in told.days if day.date in dates and day.step == told.step.number) if is_dated else (),
        items=tuple(_items(problem, told, week, weekday)),
        before_lessons=told.before_lessons,
    )


def _items(problem: Problem, told: ToldStep, week: PublicWeek, weekday: Weekday) -> Iterator[WeekdayItem]:
    """The weekday's items, each once; one that not all of the page's weeks have says in which it comes."""
    labelled = {monday: problem.calendar.week_label(problem.timetable, monday) for monday in week.mondays}
    labels = dict.fromkeys(labelled.values())
    found: dict[tuple[ItemKind, int, int], list[PlannedItem]] = {}
    for label in labels:
        for item in told.planned.items_in(label):
            if item.weekday == weekday:
                found.setdefault((item.kind, item.start, item.end), []).append(item)
    for same in found.values():
        within = {item.week for item in same}
        if within >= set(labels):
            yield WeekdayItem(item=same[0])
        elif told.step.timing is Timing.DATED:
            mondays = [week_name(monday) for monday, label in labelled.items() if label in within]
            yield WeekdayItem(item=same[0], when=", ".join(mondays))
        else:
            yield WeekdayItem(item=same[0], when=tr("vissa veckor"))


def _help(problem: Problem, own: OwnPage, told: ToldStep) -> Iterator[HelpCard]:
    step, story = told.step, told.story
    meets = own.meets or problem.coach.name
    if meets:
        yield HelpCard(icon="hand-waving", title=tr("Den som möter mig"), text=meets)
    calm = own.calm_place or _calm_place(story)
    if calm and not told.before_lessons:
        yield HelpCard(icon="armchair", title=tr("Min lugna plats"), text=calm)
    too_much = say_story(story, to_student=True).too_much[0]
    yield HelpCard(icon="lifebuoy", title=tr("Om det blir för mycket"), text=too_much)
    if told.before_lessons and own.likes:
        yield HelpCard(icon="star", title=tr("Det här gillar jag"), text=upper_first(own.likes))
    elif not told.before_lessons:
        yield HelpCard(icon="star", title=tr("Efter skolan"), text=upper_first(own.likes) or tr("Något jag gillar"))
    check_in = next((day for day in own.check_ins if step.first_day <= day <= step.last_day), _last_open(problem, step))
    if check_in and step.timing is Timing.DATED:
        yield HelpCard(icon="calendar-check", title=tr("Vi stämmer av"), text=upper_first(written_date(check_in)))


def _calm_place(story: StepStory) -> str:
    """The support that gives a calm place, in easy words."""
    places = (need for need in story.support if isinstance(need, Support) and need.item is SupportKind.SAFE_PLACE)
    return next((say_limit(need, simple=True) for need in places), "")


def _last_open(problem: Problem, step: PublicStep) -> dt.date | None:
    """The last school day of the step: our default for looking back together."""
    days = [day for monday in step.mondays for day in problem.calendar.open_days(monday)]
    return days[-1] if days else None
