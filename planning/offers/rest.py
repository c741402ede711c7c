"""Rest between lessons and after them, and company in breaks: health beside learning (`features.md` F29)."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import AnyNeed, RestBetweenLessons, RestDayBetween, Support, SupportKind
from planning.offers.base import Anchor, Offer, holding, offer_of, reckoned_from
from planning.problem import Problem
from planning.timetable import WeekLabel

REST_AFTER_SCHOOL = 30
"""Minutes between the last lesson, or the ride home, and the rest there: the way. Our default."""

LONGEST_BREAK = 60
"""A longer gap is no break: it is waited out elsewhere or bridged. Our default."""


def rest_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """The rests and the company in breaks that are offered in that week. Where every break is a rest both are one."""
    held = tuple(holding(problem, step, week))
    calm = next((c for need in held if isinstance(need, Support) for c in _calm_place(need)), "")
    rests_always = any(isinstance(need, RestBetweenLessons) and need.is_hard for need in held)
    has_company = any(isinstance(need, Support) and need.item is SupportKind.BREAK_COMPANY for need in held)
    for need in held:
        match need:
            case RestBetweenLessons():
                by = Carrier.ADULT if has_company else Carrier.NOBODY
                yield offer_of(ItemKind.REST, need, Anchor.IN_BREAK, minutes=need.minutes, place=calm, carrier=by)
            case Support(item=SupportKind.BREAK_COMPANY) if not rests_always:
                yield offer_of(ItemKind.BREAK_WITH_ADULT, need, Anchor.IN_BREAK)
            case _ if _asks_for_rest(need):
                yield offer_of(
                    ItemKind.REST, need, reckoned_from(problem, step, week, Anchor.AFTER_DAY),
                    apart=REST_AFTER_SCHOOL, carrier=Carrier.NOBODY, place="at_home",
                )  # fmt: skip
            case _:
                pass


def _calm_place(need: Support) -> tuple[str, ...]:
    return need.choices[:1] if need.item is SupportKind.SAFE_PLACE else ()


def _asks_for_rest(need: AnyNeed) -> bool:
    is_tired = isinstance(need, Support) and need.item is SupportKind.ENERGY_CHECK
    return is_tired or (isinstance(need, RestDayBetween) and need.is_hard)
