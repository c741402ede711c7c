"""Items beside the lessons in the same model: each offer has its possible times, and a loss where it gets none.

Which times are possible stands in `scheduler.item_times`. One that hangs on a lesson is taken only with that lesson.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations

from planning.clock import Weekday
from planning.items import ItemKind
from planning.needs import CoachMinutes
from planning.offers import Anchor, Offer, offers_in
from planning.offers.barred import has_room
from planning.offers.base import GRID, goes_home, hung_time
from planning.offers.rest import LONGEST_BREAK
from planning.offers.together import can_both_be
from scheduler.crowding import binding_offers
from scheduler.item_times import MORNING, possible_times
from scheduler.model import Choice, ItemChoice, Literal, Model, Posting, Week
from scheduler.rules.adults import post_coach_minutes
from scheduler.tiers import Tier, tier_of

BESIDE = 15
"""Minutes within which an item lies beside a lesson: one comes and goes once. Our default."""

SAME_DAY = 4
"""How much worse two contacts on one day are than on neighbouring days: worse than all else that can be odd about one
of them, since the second is for another day. Our default."""


def add_asked_items(model: Model) -> None:
    """Put the items that needs ask for by their own strength into the model: they bind the lessons from the start."""
    _add_where(model, lambda _week, offer: offer.is_asked)


def add_binding_items(model: Model) -> None:
    """Put the items that lessons can get in the way of into the model: they are weighed against the lessons' shape."""
    binding = {key: binding_offers(model.problem, week) for key, week in model.weeks.items()}
    _add_where(model, lambda week, offer: offer.id in binding[week.step, week.label])
    _count_coach_anew(model)


def add_other_items(model: Model) -> None:
    """Put the rest into the model, whose lessons are settled by then, and what makes the times of all of them good."""
    _add_where(model, lambda _week, _offer: True, Tier.PLACED)
    _count_coach_anew(model)
    for week in model.weeks.values():
        _lose_shape(model, week)


def _add_where(model: Model, is_wanted: Callable[[Week, Offer], bool], tier: Tier = Tier.PROMISED) -> None:
    for week in model.weeks.values():
        for offer in offers_in(model.problem, week.step, week.label):
            if offer.id not in week.offered and is_wanted(week, offer):
                week.offered.add(offer.id)
                _add(model, week, offer, tier)
        _apart(model, week)


def _count_coach_anew(model: Model) -> None:
    """Count the coach's minutes with the items that have come since the needs were posted."""
    for need in model.problem.needs:
        if isinstance(need, CoachMinutes):
            post_coach_minutes(need, model)


def _add(model: Model, week: Week, offer: Offer, tier: Tier) -> None:
    by_day: dict[Weekday, list[ItemChoice]] = {}
    for possible in possible_times(model.problem, week, offer, given_up=bool(model.switches)):
        taken = model.cp.new_bool_var(f"{week.step} {offer.id} {possible.slot.weekday} {possible.slot.start}")
        for literal in possible.against:
            model.cp.add_implication(taken, literal.negated())
        for group in possible.with_one_of:
            model.cp.add_bool_or([taken.negated(), *group])
        for need_id in possible.barred_by:
            model.cp.add_implication(taken, model.switches[need_id].negated())
        choice = ItemChoice(offer, possible.slot, taken)
        week.items.append(choice)
        by_day.setdefault(possible.slot.weekday, []).append(choice)
    if offer.anchor is not Anchor.IN_BREAK:
        for choices in by_day.values():
            model.cp.add_at_most_one(choice.taken for choice in choices)
    _promise(model, week, offer, by_day, tier)


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
            if offer.served is not None and any(window.weekday == weekday for window in offer.windows):
                for before in choices:
                    for after in choices:
                        if before.visit.start < offer.served[0] and after.visit.end > offer.served[1]:
                            yield list({c.taken.index: c.taken for c in (before, after)}.values()), []
        case Anchor.IN_BREAK:
            yield from _breaks(offer, choices, times)
        case Anchor.RIDE:
            yield from (([choice.taken], []) for choice in choices)
        case _:
            for choice in choices:
                time = hung_time(offer, weekday, choice.visit.start, choice.visit.end)
                if time is not None and has_room(offer, time):
                    yield [choice.taken], []


def _breaks(
    offer: Offer, choices: Sequence[Choice], times: Sequence[ItemChoice]
) -> Iterator[tuple[list[Literal], list[Literal]]]:
    """Two lessons with a break between them, and what fills it: the item, or another lesson."""
    least = offer.minutes if offer.kind is ItemKind.REST else GRID
    for before, after in permutations(choices, 2):
        if least <= after.visit.start - before.visit.end <= LONGEST_BREAK:
            between = [
                c.taken for c in choices if c.visit.start < after.visit.start and before.visit.end < c.visit.end
            ]
            own = [choice.taken for choice in times if choice.slot.start == before.visit.end]
            yield [before.taken, after.taken], [*between, *own]


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
    """Two items never where they cannot both be."""
    by_day: dict[Weekday, list[tuple[int, ItemChoice]]] = {}
    for number, item in enumerate(week.items):
        by_day.setdefault(item.slot.weekday, []).append((number, item))
    for number, one in enumerate(week.items):
        for later, other in by_day[one.slot.weekday]:
            # Those that were there the last time have been kept apart already.
            is_new = later > number and later >= week.kept_apart
            if is_new and one.offer.id != other.offer.id and not can_both_be(
                one.offer.kind, one.slot, other.offer.kind, other.slot
            ):
                model.cp.add_bool_or(one.taken.negated(), other.taken.negated())
    week.kept_apart = len(week.items)


def _lose_shape(model: Model, week: Week) -> None:
    """Better next to the day's lessons, not early, spread over the week, and where it was in the step before.

    Of several rides the one that is waited for the least.
    """
    _lose_waiting(model, week)
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
            weight = SAME_DAY if one.slot.weekday == other.slot.weekday else 1
            model.lose_shape(week, weight, together, tier=Tier.ITEM_SHAPE)


def _lose_waiting(model: Model, week: Week) -> None:
    """A loss for every ride that day which comes later in the morning, or leaves earlier, than the one that is taken.

    Rides that do not fit the day's lessons are not taken anyway.
    """
    driven: dict[tuple[str, Weekday], list[ItemChoice]] = {}
    for choice in week.items:
        if choice.offer.anchor is Anchor.RIDE:
            driven.setdefault((choice.offer.id, choice.slot.weekday), []).append(choice)
    for choices in driven.values():
        is_late_better = not goes_home(choices[0].offer)
        for rank, choice in enumerate(sorted(choices, key=lambda c: c.slot.start, reverse=is_late_better)):
            if rank:
                model.lose_shape(week, rank, choice.taken, tier=Tier.ITEM_SHAPE)


def _lose_unless(model: Model, week: Week, taken: Literal, answers: list[Literal]) -> None:
    """A loss when `taken` without any of the answers."""
    if not answers:
        model.lose_shape(week, 1, taken, tier=Tier.ITEM_SHAPE)
        return
    odd = model.cp.new_bool_var("")
    model.cp.add_bool_or([taken.negated(), *answers, odd])
    model.lose_shape(week, 1, odd, tier=Tier.ITEM_SHAPE)
