"""Whether what is not a lesson is where it should be: asked for, at its time, and in nobody's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby, pairwise

from planning.checks.weeks import AttendedWeek, attended_weeks
from planning.items import item_catalogue
from planning.needs import NeedBase
from planning.offers import Anchor, DayWindow, Offer, offers_in
from planning.offers.barred import has_room, is_kept_out
from planning.offers.base import GRID, OnDays, goes_home, hung_time, ride_time
from planning.offers.rest import LONGEST_BREAK
from planning.offers.together import can_both_be
from planning.outcomes import Breach
from planning.plan import Plan, PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


def missing(need: NeedBase, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks that lack items which the need asks for, by how many. Contacts of a week without lessons are dated."""
    for week in attended_weeks(problem, plan):
        planned = plan.steps[week.step - 1]
        lacking = 0
        for offer in offers_in(problem, week.step, week.week):
            if offer.need == need.id and not (offer.contact and not week.visits):
                there = sum(is_of(item, offer) for item in planned.items_in(week.week))
                lacking += max(0, wanted(offer, week) - there)
        if lacking:
            yield week.breach(amount=lacking)


def is_of(item: PlannedItem, offer: Offer) -> bool:
    """Whether the item is what the offer asks for."""
    return (item.kind, item.need, item.contact) == (offer.kind, offer.need, offer.contact)


def wanted(offer: Offer, week: AttendedWeek) -> int:
    """How many times that week, its lessons being what they are."""
    match offer.anchor:
        case Anchor.FREE:
            return offer.a_week
        case Anchor.BEFORE_DAY | Anchor.AFTER_DAY:
            times = [hung_time(offer, day, visits[0].start, _last(visits)) for day, visits in week.days()]
            return sum(time is not None and has_room(offer, time) for time in times)
        case Anchor.RIDE:
            return sum(1 for _ in week.days())
        case Anchor.OVER_LUNCH:
            return sum(_goes_on_over(offer, visits) for _, visits in week.days())
        case Anchor.IN_BREAK:
            return sum(len(breaks_of(offer, visits)) for _, visits in week.days())


def _last(visits: Iterable[Visit]) -> int:
    return max(visit.end for visit in visits)


def _goes_on_over(offer: Offer, visits: tuple[Visit, ...]) -> bool:
    served = offer.served if any(window.weekday == visits[0].lesson.weekday for window in offer.windows) else None
    return served is not None and visits[0].start < served[0] and _last(visits) > served[1]


def breaks_of(offer: Offer, visits: tuple[Visit, ...]) -> list[tuple[int, int]]:
    """The breaks of a day, as (start, end): short ones between a lesson that is attended and the next."""
    least = offer.minutes if offer.kind == "rest" else GRID
    gaps = [(before.end, after.start) for before, after in pairwise(visits)]
    return [(start, end) for start, end in gaps if least <= end - start <= LONGEST_BREAK]


def faults(problem: Problem, planned: PlanStep) -> Iterator[str]:
    """Codes of what is wrong with the step's items, whatever the needs."""
    where = f"step {planned.number}"
    for week in planned.step.week_labels:
        items, lessons = planned.items_in(week), planned.in_week(week)
        offers = offers_in(problem, planned.number, week) if items else ()
        for item in items:
            offer = next((offer for offer in offers if is_of(item, offer)), None)
            if offer is None:
                yield f"structure:unasked_item:{where}"
            elif not _is_in_place(problem, planned.number, week, offer, item, lessons):
                yield f"structure:item_out_of_place:{where}"
        if _clash(items, lessons):
            yield f"structure:item_clash:{where}"
        if any(_is_twice(offer, [item for item in items if is_of(item, offer)]) for offer in offers):
            yield f"structure:same_item_twice:{where}"
    if any(item.week not in planned.step.week_labels for item in planned.items):
        yield f"structure:item_in_no_week:{where}"


def _clash(items: tuple[PlannedItem, ...], lessons: tuple[PlannedLesson, ...]) -> bool:
    """Whether the student would be in two places: an item over a lesson, or two items that cannot both be there."""
    busy = [item for item in items if not item_catalogue()[item.kind].alongside]
    over_lesson = any(
        item.weekday == p.lesson.weekday and item.start < p.end and p.start < item.end for item in busy for p in lessons
    )
    both = any(
        not can_both_be(a.kind, _time_of(a), b.kind, _time_of(b)) for a, b in combinations(items, 2)
    )
    return over_lesson or both


def _time_of(item: PlannedItem) -> DayWindow:
    return DayWindow(weekday=item.weekday, start=item.start, end=item.end)


def _is_twice(offer: Offer, items: list[PlannedItem]) -> bool:
    """Whether it is there more often than it was asked for: in one break, on one day, or in the week."""
    times = [(item.weekday, item.start if offer.anchor is Anchor.IN_BREAK else 0) for item in items]
    return len(set(times)) < len(times) or (offer.anchor is Anchor.FREE and len(times) > offer.a_week)


def _is_in_place(
    problem: Problem, step: int, week: WeekLabel, offer: Offer, item: PlannedItem, lessons: tuple[PlannedLesson, ...]
) -> bool:
    """Whether the item keeps to its offer: who, where, how long, when in the day, and nothing bars it."""
    slot = _time_of(item)
    by_day = {day: list(of) for day, of in groupby(lessons, key=lambda p: p.lesson.weekday)}
    that_day = [Visit.of(step, planned) for planned in by_day.get(item.weekday, [])]
    is_same = (item.carrier, item.place, item.subject) == (offer.carrier, offer.place, offer.subject)
    return is_same and _hangs_right(offer, slot, that_day, problem, week) and not is_kept_out(
        problem, step, week, offer, slot
    )


def _hangs_right(offer: Offer, slot: DayWindow, day: list[Visit], problem: Problem, week: WeekLabel) -> bool:
    """Whether the time is right towards the day's lessons."""
    length = slot.end - slot.start
    if offer.anchor is Anchor.IN_BREAK:
        gaps = breaks_of(offer, tuple(day))
        least = offer.minutes if offer.kind == "rest" else GRID
        return any(start <= slot.start and slot.end <= end for start, end in gaps) and length >= least
    if length != offer.minutes:
        return False
    match offer.anchor:
        case Anchor.FREE:
            return _is_on_its_day(offer, slot, day)
        case Anchor.OVER_LUNCH:
            return bool(day) and _goes_on_over(offer, tuple(day))
        case Anchor.BEFORE_DAY | Anchor.AFTER_DAY:
            return bool(day) and slot == hung_time(offer, slot.weekday, min(v.start for v in day), _last(day))
        case Anchor.RIDE:
            return bool(day) and _is_a_ride(offer, slot, day, problem, week)


def _is_on_its_day(offer: Offer, slot: DayWindow, day: list[Visit]) -> bool:
    """Whether the day has lessons or has none, as it was asked for, and all of them are as far away as they have to."""
    match offer.on_days:
        case OnDays.WITH_LESSONS if not day:
            return False
        case OnDays.WITHOUT_LESSONS if day:
            return False
        case _:
            apart = offer.apart
            return not apart or all(v.end + apart <= slot.start or slot.end + apart <= v.start for v in day)


def _is_a_ride(offer: Offer, slot: DayWindow, day: list[Visit], problem: Problem, week: WeekLabel) -> bool:
    first, last = min(v.start for v in day), _last(day)
    rides = [r for r in problem.rides if r.weekday == slot.weekday and (not r.weeks or week in r.weeks)]
    fits = [r for r in rides if (last <= r.leaves if goes_home(offer) else r.arrives <= first)]
    return any(slot == ride_time(offer, ride) for ride in fits)
