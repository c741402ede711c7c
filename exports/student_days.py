"""The day cards of the student's own page: what a weekday looks like, and the dates on which it is otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from exports.blocks import DayCard, Look, Moment
from exports.student_icons import icon_of, icon_of_subject
from exports.subject_looks import ICONS, look_of
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.contact_kinds import AT_HOME
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
from wording.clock import hours_text, short_date, weekday_name, written_span, written_time
from wording.contacts import say_contact_kind
from wording.days import say_after
from wording.items import item_text_to_student, say_kind_before_lessons
from wording.language import tr, trn
from wording.phrases import upper_first
from wording.places import place_name, place_outside_school
from wording.support_ways import say_way_home

_AT_HOME = (ItemKind.REST, ItemKind.EVENING, ItemKind.EVENING_TRAINING, ItemKind.HOME_VISIT, ItemKind.WAKE_UP)
"""What is done at home, or in the evening."""
BREAKFAST_MINUTES = 10
"""How long before the first lesson breakfast begins (`method.md` MA1)."""
LUNCH_NEARBY = 40
"""How long before the others' lunch a meal may be and still be the day's lunch. Our default."""
MOMENTARY = 5
"""What takes no longer has no end worth telling. Our default."""
LAST = MINUTES_PER_DAY
"""Where what has no hour stands among the moments of a day."""


class WeekdayItem(Frozen):
    """An item of a weekday. `when` says which of the page's weeks it comes in, where not in all of them."""

    item: PlannedItem
    when: str = ""


class StudentWeekday(Frozen):
    """One weekday of a page. `days` are its dates; a page of a step that comes «när du är redo» has none."""

    weekday: Weekday
    week: PublicWeek
    story: StepStory
    days: tuple[PlannedDay, ...] = ()
    items: tuple[WeekdayItem, ...] = ()
    before_lessons: bool = False
    """Whether the plan has had no lesson yet: then the page has no word of school (`features.md` F08)."""


def day_card(problem: Problem, day: StudentWeekday) -> DayCard:
    """The weekday's card; a note where nothing happens."""
    name = upper_first(weekday_name(day.weekday))
    if day.days and not any(date.is_open for date in day.days):
        return DayCard(name=name, moments=(), note=day.days[0].closed or _closed(day))
    lessons = _lessons(day)
    timed = [(lesson.start, lesson_moment(problem, lesson)) for lesson in lessons]
    timed += [(lunch.start, _lunch(lunch)) for lunch in day.week.lunches if _is_eaten(day, lunch)]
    timed += [(one.item.start, _item(day, one)) for one in day.items if not (lessons and _is_the_way_home(one))]
    timed += list(_contacts(day))
    if lessons:
        timed += [*_breakfast(day, lessons), *_rests(day, lessons), _home(day, lessons)]
    timed.sort(key=lambda moment: moment[0])
    moments = (*(moment for _, moment in timed), *_other_dates(day, lessons))
    return DayCard(name=name, moments=moments, note="" if moments else _nothing(day))


def _nothing(day: StudentWeekday) -> str:
    return tr("Inget planerat") if day.before_lessons else tr("Ingen lektion")


def _closed(day: StudentWeekday) -> str:
    return tr("Ledigt") if day.before_lessons else tr("Ingen skola")


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
            free = () if day.before_lessons else (tr("ingen skola"),)
            yield Moment(time=when, name=date.closed or _closed(day), more=free, icon="house", look=Look.COACH)
            continue
        if date.smaller is not None:
            own = tuple(map(public_lesson, date.lessons))
            left = [f"{one.subject} {written_span(one.start, one.end)}" for one in own] if own != lessons else []
            details = (say_after(date.smaller), *left)
            yield Moment(time=when, name=tr("Mindre dag"), more=details, icon="hand-waving", look=Look.COACH)
        for one in date.tests:
            if one.concerns:
                yield _test(day.story, when, one)


def _test(story: StepStory, when: str, one: TestThatDay) -> Moment:
    """A national test of a subject in the plan: never as something that has to be written."""
    apart = _arranged(story, SupportKind.TEST_APART) is not None
    ways = tr("i eget rum, eller inte") if apart else tr("med andra, själv eller inte")
    what = f"{one.test.subject} {written_span(one.test.start, one.test.end)}"
    details = (what, ways, tr("rektorn bestämmer"))
    return Moment(time=when, name=tr("Nationellt prov"), more=details, icon="calendar-check", look=Look.COACH)


def lesson_moment(problem: Problem, lesson: PublicLesson) -> Moment:
    """A lesson, with the coach where the coach is there."""
    who = tr("med {name}", name=problem.coach.name or tr("coachen"))
    return Moment(
        **_lasting(lesson.start, lesson.end),
        name=lesson.subject,
        place=tr("litet rum") if lesson.setting is Setting.SMALL_ROOM else lesson.room,
        more=(who,) if lesson.with_coach else (),
        icon=icon_of_subject(lesson.subject),
        look=look_of(lesson.subject),
    )


def _lasting(start: int, end: int) -> dict[str, Any]:
    """When it begins, until when it lasts, and how long: the fields of a moment."""
    return {
        "time": written_time(start),
        "span": (start, end),
        "until": tr("till {time}", time=written_time(end)),
        "length": hours_text(end - start),
    }


def _lunch(lunch: PublicLesson) -> Moment:
    time = written_time(lunch.start)
    return Moment(time=time, name=tr("Lunch"), icon=ICONS[Look.LUNCH], look=Look.LUNCH)


def _is_eaten(day: StudentWeekday, lunch: PublicLesson) -> bool:
    """Whether that lunch is the weekday's: not where one is eaten elsewhere, or before the others."""
    own = (one.item for one in day.items if item_catalogue()[one.item.kind].purpose is Purpose.MEAL)
    elsewhere = any(meal.start < lunch.end and lunch.start - LUNCH_NEARBY < meal.end for meal in own)
    return lunch.weekday == day.weekday and not elsewhere


def _item(day: StudentWeekday, one: WeekdayItem) -> Moment:
    """«10.30 Rast i sällskap»: until when and where, with whom, and in which weeks where not in all."""
    item = one.item
    told = item_text_to_student(item, before_lessons=day.before_lessons)
    when = _lasting(item.start, item.end) if item.minutes > MOMENTARY else {"time": written_time(item.start)}
    return Moment(
        **when,
        name=upper_first(told.what),
        place=told.where,
        more=tuple(part for part in (told.who, one.when) if part),
        icon=icon_of(item.kind),
        look=Look.COACH,
    )


def _breakfast(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """Breakfast before the first lesson, where the student needs it then and it is not planned by itself."""
    is_planned = any(one.item.kind is ItemKind.BREAKFAST for one in day.items)
    if _arranged(day.story, SupportKind.BREAKFAST) is not None and not is_planned:
        start = max(0, min(lesson.start for lesson in lessons) - BREAKFAST_MINUTES)
        yield start, Moment(time=written_time(start), name=tr("Frukost"), icon=ICONS[Look.LUNCH], look=Look.LUNCH)


def _rests(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> Iterator[tuple[int, Moment]]:
    """A rest after every lesson but the last, where rests are planned and are not planned by themselves."""
    rests = [need.minutes for need in day.story.holding if isinstance(need, RestBetweenLessons)]
    if rests and not any(one.item.kind is ItemKind.REST for one in day.items):
        length = trn("{n} minut", "{n} minuter", max(rests))
        for lesson in sorted(lessons, key=lambda each: each.end)[:-1]:
            time = written_time(lesson.end)
            yield lesson.end, Moment(time=time, name=tr("Vila"), more=(length,), icon="armchair", look=Look.COACH)


def _is_the_way_home(one: WeekdayItem) -> bool:
    return one.item.kind is ItemKind.RIDE_HOME and not one.when


def _home(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> tuple[int, Moment]:
    """When the day is done, and how one comes home: with the ride that is planned, or as has been ticked."""
    ride = next((one.item for one in day.items if _is_the_way_home(one)), None)
    way = _arranged(day.story, SupportKind.WAY_HOME)
    if ride is not None:
        told = item_text_to_student(ride)
        start, icon, home = ride.start, icon_of(ride.kind), (upper_first(told.what), told.who)
    else:
        start, icon, home = _end(day, lessons), "house", (upper_first(say_way_home(way.choices)) if way else "", "")
    more = tuple(part for part in home if part)
    name = tr("Klart för i dag")
    return start, Moment(time=written_time(start), name=name, more=more, icon=icon, look=Look.COACH)


def _end(day: StudentWeekday, lessons: Sequence[PublicLesson]) -> int:
    """When the last lesson, contact or item away from home is over."""
    met = [contact.end for contact in _on_day(day) if contact.end is not None]
    away = [one.item.end for one in day.items if not _is_at_home(one.item)]
    return max(*(lesson.end for lesson in lessons), *met, *away, 0)


def _is_at_home(item: PlannedItem) -> bool:
    """Whether it is done at home, or wherever one is: it does not keep the day from being over."""
    entry = item_catalogue()[item.kind]
    return entry.alongside or item.place == AT_HOME or item.kind in _AT_HOME


def _arranged(story: StepStory, item: SupportKind) -> Support | None:
    """That support, where it is arranged in the step."""
    return next((need for need in story.support if isinstance(need, Support) and need.item is item), None)


def _contacts(day: StudentWeekday) -> Iterator[tuple[int, Moment]]:
    """The contacts on that weekday of the page's weeks; one that comes every week is told once."""
    told: Counter[tuple[ItemKind, int | None, str]] = Counter()
    for contact in _on_day(day):
        key = (contact.kind, contact.start, contact.person)
        if not told[key]:
            moment = contact_moment(contact, is_dated=bool(day.days), before_lessons=day.before_lessons)
            yield (LAST if contact.start is None else contact.start), moment
        told[key] += 1


def _on_day(day: StudentWeekday) -> Iterator[PlannedContact]:
    for contact in day.story.contacts:
        if monday_of(contact.date) in day.week.mondays and contact.date.weekday() == day.weekday:
            yield contact


def contact_moment(contact: PlannedContact, *, is_dated: bool, before_lessons: bool) -> Moment:
    """A contact with the coach; without an hour it says its date, or that it is agreed when."""
    if contact.start is None:
        when: dict[str, Any] = {"time": short_date(contact.date) if is_dated else tr("Ni bestämmer när")}
    elif contact.end is None:
        when = {"time": written_time(contact.start)}
    else:
        when = _lasting(contact.start, contact.end)
    who = tr("med {name}", name=contact.person) if contact.person else ""
    invited = tr("om du vill") if contact.is_invitation else ""
    say_kind, say_place = (
        (say_kind_before_lessons, place_outside_school) if before_lessons else (say_contact_kind, place_name)
    )
    return Moment(
        **when,
        name=upper_first(say_kind(contact.kind)),
        place=say_place(contact.place),
        more=tuple(part for part in (who, invited) if part),
        icon=icon_of(contact.kind),
        look=Look.COACH,
    )
