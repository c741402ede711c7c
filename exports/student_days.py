"""The day cards of the student's own page: what a weekday looks like, and the dates on which it is otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from exports.blocks import DayCard, Look, Moment
from exports.subject_looks import ICONS, look_of
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.frozen import Frozen
from planning.items import ItemKind, Purpose, item_catalogue
from planning.needs.breaks import RestBetweenLessons
from planning.needs.support import Support, SupportKind
from planning.plan import PlannedContact, PlannedItem, Setting
from planning.planned_day import PlannedDay, TestThatDay
from planning.problem import Problem
from planning.public_plan import PublicLesson, PublicWeek, public_lesson
from planning.stories import StepStory
from planning.timetable import monday_of
from wording.clock import short_date, weekday_name, written_span, written_time
from wording.contacts import say_contact_kind
from wording.days import say_after
from wording.language import tr, trn
from wording.phrases import upper_first
from wording.places import place_name
from wording.support_ways import say_way_home

_ICONS: dict[ItemKind, str] = {
    ItemKind.ACTIVITY: "star",
    ItemKind.FIKA: "coffee",
    ItemKind.WALK: "footprints",
    ItemKind.TEXT: "chat-circle-dots",
    ItemKind.MORNING_MESSAGE: "chat-circle-dots",
    ItemKind.EVENING: "phone",
    ItemKind.CAR_RIDE: "car",
    ItemKind.GO_PAST_SCHOOL: "car",
    ItemKind.VISIT_EMPTY_SCHOOL: "buildings",
    ItemKind.HOME_VISIT: "house",
}
_ICONS_BY_PURPOSE = {
    Purpose.CONTACT: "handshake",
    Purpose.WAY: "car",
    Purpose.MEAL: "fork-knife",
    Purpose.REST: "armchair",
    Purpose.HEALTH: "basketball",
    Purpose.LEARNING: "book-open",
}
BREAKFAST_MINUTES = 10
"""How long before the first lesson breakfast begins (`method.md` MA1)."""
LAST = MINUTES_PER_DAY
"""Where what has no hour stands among the moments of a day."""


class StudentWeekday(Frozen):
    """One weekday of a page. `days` are its dates; a page of a step that comes «när du är redo» has none."""

    weekday: Weekday
    week: PublicWeek
    story: StepStory
    days: tuple[PlannedDay, ...] = ()
    items: tuple[PlannedItem, ...] = ()


def icon_of(kind: ItemKind) -> str:
    """The picture of something that is not a lesson."""
    return _ICONS.get(kind) or _ICONS_BY_PURPOSE[item_catalogue()[kind].purpose]


def day_card(problem: Problem, day: StudentWeekday) -> DayCard:
    """The weekday's card; a note where nothing happens."""
    name = upper_first(weekday_name(day.weekday))
    if day.days and not any(date.is_open for date in day.days):
        return DayCard(name=name, moments=(), note=day.days[0].closed or tr("Ingen skola"))
    lessons = _lessons(day)
    timed = [(lesson.start, _lesson(problem, lesson)) for lesson in lessons]
    timed += [(lunch.start, _lunch(lunch)) for lunch in day.week.lunches if lunch.weekday == day.weekday]
    timed += [(item.start, _item(item)) for item in day.items]
    timed += list(_contacts(day))
    if lessons:
        met = [contact.end for contact in _on_day(day) if contact.end is not None]
        end = max(*(lesson.end for lesson in lessons), *met, 0)
        timed += [*_breakfast(day, lessons), *_rests(day, lessons), (end, _home(day.story, end))]
    timed.sort(key=lambda moment: moment[0])
    moments = (*(moment for _, moment in timed), *_other_dates(day, lessons))
    return DayCard(name=name, moments=moments, note="" if moments else tr("Ingen lektion"))


def _lessons(day: StudentWeekday) -> tuple[PublicLesson, ...]:
    """The lessons of the weekday: those of the week, or of its first date where no date has them all."""
    usual = tuple(lesson for lesson in day.week.lessons if lesson.weekday == day.weekday)
    dates = [date for date in day.days if date.is_open]
    if not dates or any(not date.left_out and date.smaller is None for date in dates):
        return usual
    return tuple(map(public_lesson, dates[0].lessons))


def _other_dates(day: StudentWeekday, lessons: tuple[PublicLesson, ...]) -> Iterator[Moment]:
    """The dates that are not as the weekday's card says: closed, smaller, or with a national test."""
    for date in day.days:
        when = short_date(date.date)
        if not date.is_open:
            name = date.closed or tr("Ingen skola")
            yield Moment(time=when, name=name, details=(tr("ingen skola"),), icon="house", look=Look.COACH)
            continue
        if date.smaller is not None:
            own = tuple(map(public_lesson, date.lessons))
            left = [f"{one.subject} {written_span(one.start, one.end)}" for one in own] if own != lessons else []
            details = (say_after(date.smaller), *left)
            yield Moment(time=when, name=tr("Mindre dag"), details=details, icon="hand-waving", look=Look.COACH)
        for one in date.tests:
            if one.concerns:
                yield _test(day.story, when, one)


def _test(story: StepStory, when: str, one: TestThatDay) -> Moment:
    """A national test of a subject in the plan: never as something that has to be written."""
    apart = _arranged(story, SupportKind.TEST_APART) is not None
    ways = tr("i eget rum, eller inte") if apart else tr("med andra, själv eller inte")
    what = f"{one.test.subject} {written_span(one.test.start, one.test.end)}"
    details = (what, ways, tr("rektorn bestämmer"))
    return Moment(time=when, name=tr("Nationellt prov"), details=details, icon="calendar-check", look=Look.COACH)


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


def _item(item: PlannedItem) -> Moment:
    details = [tr("till {time}", time=written_time(item.end))]
    if item.person:
        details.append(tr("med {name}", name=item.person))
    if item.place:
        details.append(place_name(item.place))
    name = upper_first(say_contact_kind(item.kind))
    time = written_time(item.start)
    return Moment(time=time, name=name, details=tuple(details), icon=icon_of(item.kind), look=Look.COACH)


def _breakfast(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """Breakfast before the first lesson, where the student needs it then and it is not planned by itself."""
    is_planned = any(item.kind is ItemKind.BREAKFAST for item in day.items)
    if _arranged(day.story, SupportKind.BREAKFAST) is not None and not is_planned:
        start = max(0, min(lesson.start for lesson in lessons) - BREAKFAST_MINUTES)
        yield start, Moment(time=written_time(start), name=tr("Frukost"), icon=ICONS[Look.LUNCH], look=Look.LUNCH)


def _rests(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """A rest after every lesson but the last, where rests are planned and are not planned by themselves."""
    rests = [need.minutes for need in day.story.holding if isinstance(need, RestBetweenLessons)]
    if rests and not any(item.kind is ItemKind.REST for item in day.items):
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


def _contacts(day: StudentWeekday) -> Iterator[tuple[int, Moment]]:
    """The contacts on that weekday of the page's weeks; one that comes every week is told once."""
    told: Counter[tuple[ItemKind, int | None, str]] = Counter()
    for contact in _on_day(day):
        key = (contact.kind, contact.start, contact.person)
        if not told[key]:
            yield (LAST if contact.start is None else contact.start), _contact(contact, has_date=bool(day.days))
        told[key] += 1


def _on_day(day: StudentWeekday) -> Iterator[PlannedContact]:
    for contact in day.story.contacts:
        if monday_of(contact.date) in day.week.mondays and contact.date.weekday() == day.weekday:
            yield contact


def _contact(contact: PlannedContact, *, has_date: bool) -> Moment:
    if contact.start is not None:
        time = written_time(contact.start)
    else:
        time = short_date(contact.date) if has_date else tr("Ni bestämmer när")
    who = tr("med {name}", name=contact.person) if contact.person else ""
    invited = tr("om du vill") if contact.is_invitation else ""
    return Moment(
        time=time,
        name=upper_first(say_contact_kind(contact.kind)),
        details=tuple(part for part in (who, place_name(contact.place), invited) if part),
        icon=icon_of(contact.kind),
        look=Look.COACH,
    )
