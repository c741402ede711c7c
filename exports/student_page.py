"""D0: the student's own week, one page for every step. First name only, and nothing of the case.

No surname, no school, no case number, no share of anything: it may lie on a kitchen table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import DayCard, Document, HelpCard, Look, Moment, StudentWeek
from exports.subject_looks import ICONS, look_of
from planning.clock import Weekday
from planning.frozen import Frozen
from planning.items import ItemKind
from planning.needs.breaks import RestBetweenLessons
from planning.needs.support import Support, SupportKind
from planning.plan import Plan, PlannedContact, Setting
from planning.problem import Problem
from planning.public_plan import PublicLesson, PublicStep, PublicWeek, public_plan
from planning.stories import StepStory, tell
from wording.clock import short_date, week_name, week_span, weekday_name, written_date, written_time
from wording.contacts import say_contact_kind
from wording.language import current_language, tr, trn
from wording.needs import say_limit
from wording.phrases import upper_first
from wording.places import place_name
from wording.steps import say_story
from wording.support_ways import say_way_home

CONTACT_ICONS: dict[ItemKind, str] = {
    ItemKind.MEETING: "handshake",
    ItemKind.ACTIVITY: "star",
    ItemKind.FIKA: "coffee",
    ItemKind.LUNCH: "fork-knife",
    ItemKind.CAR_RIDE: "car",
    ItemKind.WALK: "footprints",
    ItemKind.TEXT: "chat-circle-dots",
    ItemKind.VISIT_EMPTY_SCHOOL: "buildings",
    ItemKind.MEET_ADULT: "handshake",
    ItemKind.EVENING: "phone",
    ItemKind.GO_PAST_SCHOOL: "car",
}


class OwnPage(Frozen):
    """What the page says beside the plan. What is empty is taken from the plan, or left out."""

    first_name: str = ""
    meets: str = ""
    """Who meets the student."""
    calm_place: str = ""
    check_ins: tuple[dt.date, ...] = ()
    likes: str = ""
    """What the student likes, in words."""
    with_pictures: bool = True
    """Without them the words take all the room (question SK4)."""
    large: bool = False
    """Larger letters for the day's times and names (question ST2)."""


def build_student_page(problem: Problem, plan: Plan, own: OwnPage) -> Document:
    """The student's own pages: one a step, or one for each of its weeks where they differ."""
    stories = tell(problem, plan)
    steps = public_plan(problem, plan).steps
    pages = [
        _page(problem, own, step, week, story)
        for step, story in zip(steps, stories, strict=True)
        for week in step.weeks
    ]
    title = tr("Min vecka")
    return Document(
        title=title,
        subject=title,
        author="",
        language="sv-SE" if current_language() == "sv" else "en",
        footer=tr("Planen kan ändras. Du är med och bestämmer."),
        is_landscape=True,
        blocks=tuple(_as_wished(page, own).model_copy(update={"count": len(steps)}) for page in pages),
    )


def _as_wished(page: StudentWeek, own: OwnPage) -> StudentWeek:
    """The page with larger letters, and without pictures, where the student wants that."""
    if own.with_pictures:
        return page.model_copy(update={"is_large": own.large})
    days = (
        day.model_copy(update={"moments": tuple(moment.model_copy(update={"icon": ""}) for moment in day.moments)})
        for day in page.days
    )
    cards = (card.model_copy(update={"icon": ""}) for card in page.help)
    return page.model_copy(update={"is_large": own.large, "days": tuple(days), "help": tuple(cards)})


def _page(problem: Problem, own: OwnPage, step: PublicStep, week: PublicWeek, story: StepStory) -> StudentWeek:
    weeks = week_span(step.mondays[0], step.mondays[-1])
    if len(step.weeks) > 1:
        weeks = ", ".join(week_name(monday) for monday in week.mondays)
    which = tr("Steg {number} av {count}", number=step.number, count=len(problem.steps))
    return StudentWeek(
        title=tr("Min vecka"),
        subtitle=" · ".join(part for part in (own.first_name, which, weeks) if part),
        number=step.number,
        count=len(problem.steps),
        days=tuple(_day(problem, week, story, Weekday(day)) for day in range(5)),
        help=tuple(_help(problem, own, step, story)),
    )


def _day(problem: Problem, week: PublicWeek, story: StepStory, day: Weekday) -> DayCard:
    lessons = [lesson for lesson in week.lessons if lesson.weekday == day]
    lunches = [lunch for lunch in week.lunches if lunch.weekday == day]
    timed = [(lesson.start, _lesson(problem, lesson)) for lesson in lessons]
    timed += [(lunch.start, _lunch(lunch)) for lunch in lunches]
    timed += list(_contacts(week, story, day))
    if lessons:
        met = [c.end for c in _on_day(week, story, day) if c.end is not None]
        end = max(*(lesson.end for lesson in lessons), *met, 0)
        timed += [*_breakfast(story, lessons), *_rests(story, lessons), (end, _home(story, end))]
    timed.sort(key=lambda moment: moment[0])
    closed = [problem.calendar.closed_because(monday + dt.timedelta(days=day)) for monday in week.mondays]
    is_closed = bool(closed) and all(name is not None for name in closed)
    if is_closed:
        return DayCard(name=upper_first(weekday_name(day)), moments=(), note=closed[0] or tr("Ingen skola"))
    moments = tuple(moment for _, moment in timed)
    return DayCard(name=upper_first(weekday_name(day)), moments=moments, note="" if moments else tr("Ingen lektion"))


def _lesson(problem: Problem, lesson: PublicLesson) -> Moment:
    look = look_of(lesson.subject)
    place = tr("litet rum") if lesson.setting is Setting.SMALL_ROOM else lesson.room
    until = tr("till {time}", time=written_time(lesson.end))
    details = [" · ".join(part for part in (until, place) if part)]
    if lesson.with_coach:
        details.append(tr("med {name}", name=problem.coach.name or tr("coachen")))
    time = written_time(lesson.start)
    return Moment(time=time, name=lesson.subject, details=tuple(details), icon=ICONS[look], look=look)


def _lunch(lunch: PublicLesson) -> Moment:
    time = written_time(lunch.start)
    return Moment(time=time, name=tr("Lunch"), icon=ICONS[Look.LUNCH], look=Look.LUNCH)


BREAKFAST_MINUTES = 10
"""How long before the first lesson breakfast begins (`method.md` MA1)."""


def _breakfast(story: StepStory, lessons: list[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """Breakfast before the first lesson, where the student needs it then."""
    if _arranged(story, SupportKind.BREAKFAST) is not None:
        start = max(0, min(lesson.start for lesson in lessons) - BREAKFAST_MINUTES)
        yield start, Moment(time=written_time(start), name=tr("Frukost"), icon=ICONS[Look.LUNCH], look=Look.LUNCH)


def _rests(story: StepStory, lessons: list[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """A rest after every lesson but the last, where rests are planned."""
    rests = [need.minutes for need in story.holding if isinstance(need, RestBetweenLessons)]
    if rests:
        length = trn("{n} minut", "{n} minuter", max(rests))
        for lesson in sorted(lessons, key=lambda each: each.end)[:-1]:
            time = written_time(lesson.end)
            yield lesson.end, Moment(time=time, name=tr("Vila"), details=(length,), icon="armchair", look=Look.COACH)


def _home(story: StepStory, end: int) -> Moment:
    way = _arranged(story, SupportKind.WAY_HOME)
    home = say_way_home(way.choices) if way else ""
    details = (upper_first(home),) if home else ()
    return Moment(time=written_time(end), name=tr("Klart för i dag"), details=details, icon="house", look=Look.COACH)


def _arranged(story: StepStory, item: SupportKind) -> Support | None:
    """That support, where it is arranged in the step."""
    return next((need for need in story.support if isinstance(need, Support) and need.item is item), None)


def _contacts(week: PublicWeek, story: StepStory, day: Weekday) -> Iterator[tuple[int, Moment]]:
    """The contacts on that weekday of the page's weeks; one that comes every week is told once."""
    seen: set[tuple[ItemKind, int | None, str]] = set()
    for contact in _on_day(week, story, day):
        key = (contact.kind, contact.start, contact.person)
        if key not in seen:
            yield (24 * 60 if contact.start is None else contact.start), _contact(contact)
        seen.add(key)


def _on_day(week: PublicWeek, story: StepStory, day: Weekday) -> Iterator[PlannedContact]:
    for contact in story.contacts:
        monday = contact.date - dt.timedelta(days=contact.date.weekday())
        if monday in week.mondays and contact.date.weekday() == day:
            yield contact


def _contact(contact: PlannedContact) -> Moment:
    time = short_date(contact.date) if contact.start is None else written_time(contact.start)
    who = tr("med {name}", name=contact.person) if contact.person else ""
    invited = tr("om du vill") if contact.is_invitation else ""
    return Moment(
        time=time,
        name=upper_first(say_contact_kind(contact.kind)),
        details=tuple(part for part in (who, place_name(contact.place), invited) if part),
        icon=CONTACT_ICONS[contact.kind],
        look=Look.COACH,
    )


def _help(problem: Problem, own: OwnPage, step: PublicStep, story: StepStory) -> Iterator[HelpCard]:
    meets = own.meets or problem.coach.name
    if meets:
        yield HelpCard(icon="hand-waving", title=tr("Den som möter mig"), text=meets)
    calm = own.calm_place or _calm_place(story)
    if calm:
        yield HelpCard(icon="armchair", title=tr("Min lugna plats"), text=calm)
    if own.likes:
        yield HelpCard(icon="star", title=tr("Det här gillar jag"), text=upper_first(own.likes))
    too_much = say_story(story, to_student=True).too_much[0]
    yield HelpCard(icon="lifebuoy", title=tr("Om det blir för mycket"), text=too_much)
    check_in = next((day for day in own.check_ins if step.first_day <= day <= step.last_day), _last_open(problem, step))
    if check_in:
        yield HelpCard(icon="calendar-check", title=tr("Vi stämmer av"), text=upper_first(written_date(check_in)))


def _calm_place(story: StepStory) -> str:
    """The support that gives a calm place, in easy words."""
    places = (need for need in story.support if isinstance(need, Support) and need.item is SupportKind.SAFE_PLACE)
    return next((say_limit(need, simple=True) for need in places), "")


def _last_open(problem: Problem, step: PublicStep) -> dt.date | None:
    """The last school day of the step: our default for looking back together."""
    days = [day for monday in step.mondays for day in problem.calendar.open_days(monday)]
    return days[-1] if days else None
