"""What a week is offered beside its lessons, read off the needs: which items, how often, when and by whom.

An offer says what is wished for; where it lands is decided with the lessons (`scheduler.items`), and judged by
`planning.checks.items`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planning.offers.base import Anchor, DayWindow, Offer
from planning.offers.contact import contact_offers
from planning.offers.learning import learning_offers
from planning.offers.meals import meal_offers
from planning.offers.rest import rest_offers
from planning.offers.way import way_offers
from planning.problem import Problem, remembering
from planning.timetable import WeekLabel

__all__ = ["Anchor", "DayWindow", "Offer", "offers_in"]

_BEFORE = ("meet_at_arrival", "breakfast", "bus_with_adult", "morning_message", "wake_up")
"""What comes before the first lesson, from the last of it to the first."""


@remembering
def offers_in(problem: Problem, step: int, week: WeekLabel) -> tuple[Offer, ...]:
    """Every offer of weeks with that label in that step, in a fixed order; each kind at one time of day once."""
    found = (
        *way_offers(problem, step, week),
        *meal_offers(problem, step, week),
        *rest_offers(problem, step, week),
        *contact_offers(problem, step, week),
        *learning_offers(problem, step, week),
    )
    return tuple(_one_after_the_other({offer.id: offer for offer in _each_once(found)}.values()))


def _each_once(offers: Iterable[Offer]) -> Iterator[Offer]:
    """The first offer of each kind with an anchor: nobody is met twice at the same arrival."""
    anchored: set[tuple[str, Anchor]] = set()
    for offer in offers:
        key = (offer.kind, offer.anchor)
        if offer.anchor is Anchor.FREE or key not in anchored:
            anchored.add(key)
            yield offer


def _one_after_the_other(offers: Iterable[Offer]) -> Iterator[Offer]:
    """What comes before the day's first lesson, each ending when the next begins."""
    given = tuple(offers)
    before = sorted((o for o in given if o.anchor is Anchor.BEFORE_DAY), key=lambda o: _BEFORE.index(o.kind))
    taken, apart = 0, {}
    for offer in before:
        apart[offer.id] = max(offer.apart, taken)
        taken = apart[offer.id] + offer.minutes
    yield from (offer.model_copy(update={"apart": apart.get(offer.id, offer.apart)}) for offer in given)
