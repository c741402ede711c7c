"""Items beside the lessons in the same model: each offer has its possible times, and a loss where it gets none.

A time is possible where no fact bars it; one that hangs on a lesson is taken only with that lesson. An item with a free
time begins where its window begins or where a lesson ends, or ends where one begins: between two such times it could
always be moved to one of them, so none is lost by looking at no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, assert_never

from planning.clock import Weekday
from planning.items import ItemKind, item_catalogue
from planning.needs import CoachMinutes
from planning.offers import Anchor, DayWindow, Offer, offers_in
from planning.offers.base import GRID, is_kept_out
from planning.offers.rest import LONGEST_BREAK
from planning.problem import Problem
from scheduler.model import Choice, ItemChoice, Literal, Model, Posting, Week
from scheduler.rules.adults import post_coach_minutes
from scheduler.tiers import Tier, tier_of

MORNING = 10 * 60
"""Before this hour a contact is early for somebody who has been away for months. Our default."""

BESIDE = 15
"""Minutes within which an item lies beside a lesson: one comes and goes once. Our default."""

MOST_TIMES = 8
"""Most times that a free item is tried at on one day. Our default, measured."""


class Possible(NamedTuple):
    """A time for an item, the visits it can not be with, and groups of visits of which each has one attended."""

    slot: DayWindow
    against: tuple[Literal, ...] = ()
    with_one_of: tuple[tuple[Literal, ...], ...] = ()


def add_asked_items(model: Model) -> None:
    """Put the items that needs ask for by their own strength into the model: they bind the lessons from the start."""
    _add_where(model, lambda _week, offer: offer.is_asked)


def add_binding_items(model: Model) -> None:
    """Put the items that lessons can get in the way of into the model: they are weighed against the lessons' shape."""
    _add_where(model, lambda week, offer: may_bind(model.problem, week, offer))


def add_other_items(model: Model) -> None:
    """Put the rest into the model, whose lessons are settled by then, and what makes the times of all of them good."""
    _add_where(model, lambda _week, _offer: True, Tier.PLACED)
    for week in model.weeks.values():
        _lose_shape(model, week)


def _add_where(model: Model, is_wanted: Callable[[Week, Offer], bool], tier: Tier = Tier.PROMISED) -> None:
    for week in model.weeks.values():
        present = {choice.offer.id for choice in week.items}
        for offer in offers_in(model.problem, week.step, week.label):
            if offer.id not in present and is_wanted(week, offer):
                _add(model, week, offer, tier)
        _apart(model, week)
    for need in model.problem.needs:
        if isinstance(need, CoachMinutes):
            post_coach_minutes(need, model)


def may_bind(problem: Problem, week: Week, offer: Offer) -> bool:
    """Whether some choice of lessons could leave the item without a time.

    One that hangs on a lesson always has one where no fact bars any of its times; one with free times where two of
    them lie beside every lesson of the timetable.
    """
    if any(isinstance(need, CoachMinutes) for need in problem.needs):
        return True
    match offer.anchor:
        case Anchor.BEFORE_DAY | Anchor.AFTER_DAY | Anchor.RIDE:
            times = [time for day in week.days for time in _times(problem, offer, day, week)]
            return any(is_kept_out(problem, week.step, week.label, offer, time.slot) for time in times)
        case Anchor.FREE:
            beside = [time.slot for time in _possible(problem, week, offer) if not time.against]
            return len({slot.weekday for slot in beside}) <= offer.a_week
        case Anchor.OVER_LUNCH | Anchor.IN_BREAK:
            return True


def _add(model: Model, week: Week, offer: Offer, tier: Tier) -> None:
    by_day: dict[Weekday, list[ItemChoice]] = {}
    for possible in _possible(model.problem, week, offer):
        taken = model.cp.new_bool_var(f"{week.step} {offer.id} {possible.slot.weekday} {possible.slot.start}")
        for literal in possible.against:
            model.cp.add_implication(taken, literal.negated())
        for group in possible.with_one_of:
            model.cp.add_bool_or([taken.negated(), *group])
        choice = ItemChoice(offer, possible.slot, taken)
        week.items.append(choice)
        by_day.setdefault(possible.slot.weekday, []).append(choice)
    if offer.anchor is not Anchor.IN_BREAK:
        for choices in by_day.values():
            model.cp.add_at_most_one(choice.taken for choice in choices)
    _promise(model, week, offer, by_day, tier)


def _possible(problem: Problem, week: Week, offer: Offer) -> Iterator[Possible]:
    """The times that nothing bars, day by day."""
    seen: set[tuple[int, int, int]] = set()
    days = set(week.days) if offer.anchor is not Anchor.FREE else {*week.days, *(w.weekday for w in offer.windows)}
    for weekday in sorted(days):
        for possible in _times(problem, offer, weekday, week):
            slot = possible.slot
            key = (slot.weekday, slot.start, slot.end)
            if key not in seen and not is_kept_out(problem, week.step, week.label, offer, slot):
                seen.add(key)
                yield possible


def _times(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    choices = week.days.get(weekday, [])
    match offer.anchor:
        case Anchor.FREE:
            yield from _anywhere(offer, weekday, choices)
        case Anchor.OVER_LUNCH:
            yield from _over_lunch(offer, weekday, choices)
        case Anchor.BEFORE_DAY:
            for start in sorted({choice.visit.start for choice in choices}):
                yield _hung(weekday, start - offer.apart - offer.minutes, offer.minutes, (
                    [c.taken for c in choices if c.visit.start < start],
                    [c.taken for c in choices if c.visit.start == start],
                ))  # fmt: skip
        case Anchor.AFTER_DAY:
            for end in sorted({choice.visit.end for choice in choices}):
                yield _hung(weekday, end + offer.apart, offer.minutes, (
                    [c.taken for c in choices if c.visit.end > end],
                    [c.taken for c in choices if c.visit.end == end],
                ))  # fmt: skip
        case Anchor.IN_BREAK:
            yield from _breaks(offer, weekday, choices)
        case Anchor.RIDE:
            yield from _rides(problem, offer, weekday, week)
        case _:
            assert_never(offer.anchor)


def _hung(weekday: Weekday, start: int, minutes: int, lessons: tuple[list[Literal], list[Literal]]) -> Possible:
    against, with_one_of = lessons
    slot = DayWindow(weekday=weekday, start=max(0, start), end=max(0, start) + minutes)
    return Possible(slot, tuple(against), (tuple(with_one_of),))


def _anywhere(offer: Offer, weekday: Weekday, choices: Sequence[Choice]) -> Iterator[Possible]:
    """The beginnings that are enough to look at, those next to lessons and late in the morning first."""
    beside = {c.visit.end for c in choices} | {c.visit.start - offer.minutes for c in choices}
    starts = {
        start
        for window in offer.windows
        if window.weekday == weekday
        for first in (window.start, max(window.start, MORNING), *sorted(beside))
        for start in (_on_grid(first), _on_grid(first) + offer.minutes)
        if window.start <= start and start + offer.minutes <= window.end
    }
    ordered = sorted(starts, key=lambda start: (start not in beside, start < MORNING, start))[:MOST_TIMES]
    for start in sorted(ordered):
        end = start + offer.minutes
        clash = {c.taken.index: c.taken for c in choices if c.visit.start < end and start < c.visit.end}
        busy = () if item_catalogue()[offer.kind].alongside else tuple(clash.values())
        yield Possible(DayWindow(weekday=weekday, start=start, end=end), busy)


def _over_lunch(offer: Offer, weekday: Weekday, choices: Sequence[Choice]) -> Iterator[Possible]:
    """While lunch is served, on a day that goes on over it."""
    for window in offer.windows:
        before = tuple(c.taken for c in choices if c.visit.start < window.start)
        after = tuple(c.taken for c in choices if c.visit.end > window.end)
        if window.weekday == weekday and before and after:
            for possible in _anywhere(offer, weekday, choices):
                yield possible._replace(with_one_of=(before, after))


def _on_grid(minute: int) -> int:
    return -(-minute // GRID) * GRID


def _breaks(offer: Offer, weekday: Weekday, choices: Sequence[Choice]) -> Iterator[Possible]:
    """Between a lesson that is attended and the next one, with nothing attended in between."""
    least = offer.minutes if offer.kind is ItemKind.REST else GRID
    spans = {(b.visit.end, a.visit.start) for b in choices for a in choices}
    for end, start in sorted(span for span in spans if least <= span[1] - span[0] <= LONGEST_BREAK):
        between = [c.taken for c in choices if c.visit.start < start and end < c.visit.end]
        length = min(start - end, max(offer.minutes, GRID))
        yield Possible(
            DayWindow(weekday=weekday, start=end, end=end + length),
            tuple(between),
            (
                tuple(c.taken for c in choices if c.visit.end == end),
                tuple(c.taken for c in choices if c.visit.start == start),
            ),
        )


def _rides(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    choices = week.days.get(weekday, [])
    any_lesson = tuple(c.taken for c in choices)
    for ride in problem.rides:
        if ride.weekday != weekday or (ride.weeks and week.label not in ride.weeks):
            continue
        if offer.kind is ItemKind.RIDE_THERE:
            start, missed = ride.arrives - offer.minutes, [c.taken for c in choices if c.visit.start < ride.arrives]
        else:
            start, missed = ride.leaves, [c.taken for c in choices if c.visit.end > ride.leaves]
        slot = DayWindow(weekday=weekday, start=max(0, start), end=max(0, start) + offer.minutes)
        yield Possible(slot, tuple(missed), (any_lesson,))


def _promise(
    model: Model, week: Week, offer: Offer, by_day: dict[Weekday, list[ItemChoice]], tier: Tier
) -> None:
    """What is asked for is there, or it is a loss; of a hard need it must be there."""
    need = model.problem.needs_by_id.get(offer.need) if offer.need and offer.is_asked else None
    asking = Posting(model, need) if need is not None and need.is_hard else None
    counted = tier_of(need) if need is not None else tier
    if offer.anchor is Anchor.FREE:
        _promise_times(model, asking, offer, [c.taken for choices in by_day.values() for c in choices], counted)
        return
    for weekday, choices in week.days.items():
        there = [choice.taken for choice in by_day.get(weekday, [])]
        missed = None if asking else model.cp.new_bool_var("")
        for held, possible in _conditions(offer, weekday, choices, by_day.get(weekday, [])):
            answered = possible if offer.anchor is Anchor.IN_BREAK else there
            clause = [*(literal.negated() for literal in held), *answered]
            if asking is not None:
                asking.at_least_one(clause)
            elif missed is not None:
                model.cp.add_bool_or([*clause, missed])
        if missed is not None:
            model.lose(counted, 1, missed)


def _conditions(
    offer: Offer, weekday: Weekday, choices: Sequence[Choice], times: Sequence[ItemChoice]
) -> Iterator[tuple[list[Literal], list[Literal]]]:
    """When a day needs the item: literals that together call for it, and what answers them or calls it off."""
    match offer.anchor:
        case Anchor.OVER_LUNCH:
            lunch = next((window for window in offer.windows if window.weekday == weekday), None)
            if lunch is not None:
                for before in choices:
                    for after in choices:
                        if before.visit.start < lunch.start and after.visit.end > lunch.end:
                            yield list({c.taken.index: c.taken for c in (before, after)}.values()), []
        case Anchor.IN_BREAK:
            for before in choices:
                for after in choices:
                    gap = after.visit.start - before.visit.end
                    if (offer.minutes if offer.kind is ItemKind.REST else GRID) <= gap <= LONGEST_BREAK:
                        between = [
                            c.taken for c in choices
                            if c.visit.start < after.visit.start and before.visit.end < c.visit.end
                        ]
                        own = [choice.taken for choice in times if choice.slot.start == before.visit.end]
                        yield [before.taken, after.taken], [*between, *own]
        case _:
            yield from (([choice.taken], []) for choice in choices)


def _promise_times(
    model: Model, asking: Posting | None, offer: Offer, times: list[Literal], tier: Tier
) -> None:
    if asking is not None:
        asking.at_least([(1, taken) for taken in times], offer.a_week)
    elif offer.contact:
        _promise_contact(model, times, tier)
    else:
        lacking = model.cp.new_int_var(0, offer.a_week, "")
        model.cp.add(sum(times) + lacking >= offer.a_week)
        model.lose(tier, 1, lacking, offer.a_week)
    model.cp.add(sum(times) <= offer.a_week)


def _promise_contact(model: Model, times: list[Literal], tier: Tier) -> None:
    """A contact has its time in a week with lessons; without any it is dated (`planning.contacts`)."""
    lacking = model.cp.new_bool_var("")
    model.cp.add_bool_or([lacking, *times])
    model.lose(tier, 1, lacking)


def _apart(model: Model, week: Week) -> None:
    """Two items never at the same time, unless one takes no time of its own."""
    busy = [choice for choice in week.items if not item_catalogue()[choice.offer.kind].alongside]
    for one, other in combinations(busy, 2):
        same_day = one.slot.weekday == other.slot.weekday
        if same_day and one.offer.id != other.offer.id and _overlap(one.slot, other.slot):
            pair = (one.taken.index, other.taken.index)
            if pair not in week.kept_apart:
                week.kept_apart.add(pair)
                model.cp.add_bool_or(one.taken.negated(), other.taken.negated())


def _overlap(one: DayWindow, other: DayWindow) -> bool:
    return one.start < other.end and other.start < one.end


def _lose_shape(model: Model, week: Week) -> None:
    """Better next to the day's lessons, not early, spread over the week, and where it was in the step before."""
    before = model.week_before(week)
    usual = {(c.offer.id, c.slot.weekday, c.slot.start): c.taken for c in before.items} if before else {}
    offered = {choice.offer.id for choice in before.items} if before else set()
    free = [choice for choice in week.items if choice.offer.anchor is Anchor.FREE]
    for choice in free:
        near = [
            c.taken for c in week.days.get(choice.slot.weekday, [])
            if 0 <= choice.slot.start - c.visit.end <= BESIDE or 0 <= c.visit.start - choice.slot.end <= BESIDE
        ]
        _lose_unless(model, week, choice.taken, near)
        if choice.slot.start < MORNING:
            _lose_unless(model, week, choice.taken, [])
        if choice.offer.id in offered:
            same = usual.get((choice.offer.id, choice.slot.weekday, choice.slot.start))
            _lose_unless(model, week, choice.taken, [] if same is None else [same])
    for one, other in combinations(free, 2):
        are_contacts = one.offer.contact and other.offer.contact and one.offer.id != other.offer.id
        if are_contacts and abs(one.slot.weekday - other.slot.weekday) < 2:
            together = model.cp.new_bool_var("")
            model.cp.add_bool_or(one.taken.negated(), other.taken.negated(), together)
            model.lose_shape(week, 1, together, tier=Tier.ITEM_SHAPE)


def _lose_unless(model: Model, week: Week, taken: Literal, answers: list[Literal]) -> None:
    """A loss when `taken` without any of the answers."""
    if not answers:
        model.lose_shape(week, 1, taken, tier=Tier.ITEM_SHAPE)
        return
    odd = model.cp.new_bool_var("")
    model.cp.add_bool_or([taken.negated(), *answers, odd])
    model.lose_shape(week, 1, odd, tier=Tier.ITEM_SHAPE)
