"""What the contacts of a step are: what is all right to do first, and the rungs of the way into school.

The rungs are the student's own ticks (`method.md` PL1): a contact is at the highest one that can be done already, and
only the last contact of a step without lessons aims at the next, as an invitation.
"""

from __future__ import annotations

from collections.abc import Sequence

from planning.items import ItemKind
from planning.needs import PlaceLadder, StartElsewhere, Support, SupportKind
from planning.needs.environment import PLACE_RUNGS
from planning.plan import PlannedContact
from planning.problem import Problem

AT_HOME = "at_home"
"""The place of every contact while nothing can be done yet."""

_RUNG_KINDS = {
    "talk_with_coach": ItemKind.MEETING,
    "go_out": ItemKind.WALK,
    "go_past_school": ItemKind.GO_PAST_SCHOOL,
    "enter_empty_school": ItemKind.VISIT_EMPTY_SCHOOL,
    "meet_adult": ItemKind.MEET_ADULT,
}
"""What a contact at each rung is. To be at a lesson is no contact."""

_TICKED_KINDS = {**{kind.value: kind for kind in ItemKind}, "text_messages": ItemKind.TEXT}
"""What the boxes for a first meeting mean; every other box is an activity."""

_CHECK_INS = {
    "fika": ItemKind.FIKA,
    "lunch": ItemKind.LUNCH,
    "talk": ItemKind.MEETING,
    "in_the_car": ItemKind.CAR_RIDE,
    "at_home": ItemKind.MEETING,
}
"""What the boxes for checking in with the coach mean."""

_AT_SCHOOL = (ItemKind.GO_PAST_SCHOOL, ItemKind.VISIT_EMPTY_SCHOOL, ItemKind.MEET_ADULT)

_AT_NO_PLACE = (*_AT_SCHOOL, ItemKind.WALK, ItemKind.CAR_RIDE, ItemKind.TEXT)
"""Contacts that have their place in themselves, or none."""


def kinds_of(
    problem: Problem, step: int, dated: Sequence[PlannedContact], *, climbs: bool
) -> tuple[PlannedContact, ...]:
    """The contacts with what is done at them and where. `climbs`: the step has no lessons, so they follow the ladder.

    What the student has said is all right to do first is the first contact; without a ladder it is all of them.
    """
    ladder = _ladder(problem, step) if climbs else None
    usual = _usual(ladder) if ladder else _agreed(problem, step)
    first = _first(problem, step, at_home=ladder is not None and not ladder.comfort)
    kinds = [(first or usual) if ladder is None else usual for _ in dated]
    invited = _RUNG_KINDS.get(ladder.next_rung) if ladder and len(dated) > 1 else None
    if kinds and first:
        kinds[0] = first
    if invited:
        kinds[-1] = invited
    places = (_at_home(ladder),) if ladder and not ladder.comfort else _places(problem, step)
    return tuple(
        contact.model_copy(
            update={
                "kind": kind,
                "place": "" if ladder and kind in _AT_NO_PLACE else places[(number - 1) * len(places) // len(dated)],
                "is_invitation": bool(invited) and number == len(dated),
            }
        )
        for number, (contact, kind) in enumerate(zip(dated, kinds, strict=True), 1)
    )


def _ladder(problem: Problem, step: int) -> PlaceLadder | None:
    found = (need for need in problem.needs if isinstance(need, PlaceLadder) and need.holds_in(step))
    return next(found, None)


def _at_home(ladder: PlaceLadder) -> str:
    """At home, where somebody may come there; otherwise the place is agreed on."""
    return AT_HOME if ladder.may_be_at_home else ""


def _agreed(problem: Problem, step: int) -> ItemKind:
    """How the student wants to check in with the coach (ON2); a meeting when nothing was said."""
    for need in problem.needs:
        if isinstance(need, Support) and need.item is SupportKind.CONTACT_OTHER_WAY and need.holds_in(step):
            return next((_CHECK_INS[choice] for choice in need.choices if choice in _CHECK_INS), ItemKind.MEETING)
    return ItemKind.MEETING


def _usual(ladder: PlaceLadder) -> ItemKind:
    """The highest rung that can be done and is a contact; at home something pleasant, when nothing can."""
    if not ladder.comfort:
        return ItemKind.ACTIVITY
    kinds = (_RUNG_KINDS.get(rung) for rung in reversed(PLACE_RUNGS) if rung in ladder.comfort)
    return next((kind for kind in kinds if kind), ItemKind.MEETING)


def _first(problem: Problem, step: int, *, at_home: bool) -> ItemKind | None:
    """What the student has said is all right to do first; at home nothing that has to do with school."""
    for need in problem.needs:
        if isinstance(need, Support) and need.item is SupportKind.FIRST_MEETING and need.holds_in(step):
            ticked = [_TICKED_KINDS[choice] for choice in need.choices if choice in _TICKED_KINDS]
            known = [kind for kind in ticked if not (at_home and kind in _AT_SCHOOL)]
            if known:
                return known[0]
            if need.choices:
                return ItemKind.ACTIVITY
    return None


def _places(problem: Problem, step: int) -> tuple[str, ...]:
    """The codes of the places that the student has ticked to begin at, one after the other; «» when none was."""
    ticked = [n.places for n in problem.needs if isinstance(n, StartElsewhere) and n.holds_in(step)]
    return next((places for places in ticked if places), ("",))
