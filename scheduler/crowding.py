"""Which items some choice of lessons could leave without a time: they are weighed before the lessons are settled.

All others find theirs whatever the lessons are, so they can wait, and the proof of the lessons is not in their way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planning.needs import CoachMinutes, RideNeeded
from planning.offers import Anchor, Offer, offers_in
from planning.offers.together import can_both_be
from planning.problem import Problem
from scheduler.item_times import Possible, possible_times
from scheduler.model import Week

Times = Mapping[str, Sequence[Possible]]
"""By offer, the times that it can have."""


def binding_offers(problem: Problem, week: Week) -> frozenset[str]:
    """Ids of the offers of that week that lessons can get in the way of.

    One with a free time never, where as many days as the week asks for items in all have a time that is clear of every
    lesson and of all that hangs on one: each of the others takes one such day at most. One that hangs on a lesson
    never, where no need bars any of its times and nothing that lacks such days, and nothing that hangs on the day in
    another way, could be there.
    """
    offers = offers_in(problem, week.step, week.label)
    if any(isinstance(need, CoachMinutes) for need in problem.needs):
        return frozenset(offer.id for offer in offers)
    times = {offer.id: tuple(possible_times(problem, week, offer, given_up=True)) for offer in offers}
    free = [offer for offer in offers if offer.anchor is Anchor.FREE]
    hung = [offer for offer in offers if offer.anchor is not Anchor.FREE]
    asked = sum(offer.a_week for offer in free)
    crowded = [offer for offer in free if _clear_days(offer, hung, times) < asked]
    bound = [
        offer for offer in hung
        if _may_be_barred(problem, offer, times) or _meets(offer, [*crowded, *_rivals(offer, hung)], times)
    ]
    return frozenset(offer.id for offer in (*crowded, *bound))


def _clear_days(offer: Offer, hung: Iterable[Offer], times: Times) -> int:
    """On how many days it has a time that no lesson, and nothing that hangs on one, can take."""
    others = [(other.kind, time.slot) for other in hung for time in times[other.id]]
    clear = (
        time.slot for time in times[offer.id] if not (time.against or time.with_one_of or time.barred_by)
    )
    return len({slot.weekday for slot in clear if all(can_both_be(offer.kind, slot, *other) for other in others)})


def _may_be_barred(problem: Problem, offer: Offer, times: Times) -> bool:
    """Whether a lesson that calls for it could be one beside which it has no time."""
    if offer.anchor in (Anchor.OVER_LUNCH, Anchor.IN_BREAK):
        return True
    need = problem.needs_by_id.get(offer.need) if offer.need else None
    comes_anyway = isinstance(need, RideNeeded) and not need.is_hard
    return comes_anyway or any(time.barred_by for time in times[offer.id])


_LOOSE = (Anchor.RIDE, Anchor.OVER_LUNCH)
"""What hangs on a day but not beside its first or last lesson, so that it can meet what does."""


def _rivals(offer: Offer, hung: Iterable[Offer]) -> list[Offer]:
    """What hangs on the day in another way, and could lie over it."""
    return [one for one in hung if one.anchor is not offer.anchor and {one.anchor, offer.anchor} & {*_LOOSE}]


def _meets(offer: Offer, rivals: Iterable[Offer], times: Times) -> bool:
    """Whether one of those could have a time of its own at the same time."""
    return any(
        not can_both_be(offer.kind, one.slot, rival.kind, other.slot)
        for rival in rivals for one in times[offer.id] for other in times[rival.id]
    )  # fmt: skip
