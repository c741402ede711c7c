"""Support that the ticked boxes shape, in words: where, with whom, when and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planning.needs import Support, SupportKind
from wording.language import tr
from wording.phrases import Said, and_list, or_list
from wording.places import place_name
from wording.support_ways import said_ways


def shaped_by_choices(need: Support, otherwise: Said) -> Said:
    """The sentence with what was ticked; `otherwise` where the boxes do not matter.

    Names of adults, rooms, subjects and friends stand in the sentence from the student's side alone: the neutral one,
    which public documents print, says what is arranged and never with whom or why.
    """
    if not need.choices:
        return otherwise
    if ways := said_ways(need.item, need.choices):
        return _both(ways, otherwise)
    shape = _SHAPES.get(need.item)
    return shape(need.choices, otherwise) if shape else otherwise


def _both(full: str, otherwise: Said) -> Said:
    """What was ticked on the student's side, what stood before in public."""
    return Said(full, full, otherwise.neutral)


def _places(choices: Sequence[str]) -> str:
    return or_list([place_name(choice) for choice in choices])


def _safe_place(choices: Sequence[str], otherwise: Said) -> Said:
    full = tr("En lugn plats att gå till, och att börja och sluta besöken vid: {places}", places=_places(choices))
    return otherwise._replace(full=full)


def _route(choices: Sequence[str], otherwise: Said) -> Said:
    return otherwise._replace(full=tr("En väg till och genom skolan utan {places}", places=_places(choices)))


def _subjects_to_catch_up(choices: Sequence[str], otherwise: Said) -> Said:
    full = tr("I {subjects} är det bestämt hur det viktigaste tas igen", subjects=and_list(choices))
    return otherwise._replace(full=full)


def _met(choices: Sequence[str], otherwise: Said) -> Said:
    if "friend" in choices:
        full = tr("En kompis möter vid ankomsten, och en vuxen om kompisen inte kan")
        return Said(full, tr("En kompis möter vid ankomsten"), tr("Någon möter vid ankomsten"))
    if "met_outside" in choices:
        full = tr("En vuxen möter utanför skolan vid ankomsten")
        return Said(full, full, full)
    return _both(tr("{names} möter vid ankomsten", names=or_list(choices)), otherwise)


def _greeted(choices: Sequence[str], otherwise: Said) -> Said:
    return _both(tr("{names} säger hej vid ankomsten", names=or_list(choices)), otherwise)


_SHAPES: dict[SupportKind, Callable[[Sequence[str], Said], Said]] = {
    SupportKind.SAFE_PLACE: _safe_place,
    SupportKind.ROUTE_PAST_PLACE: _route,
    SupportKind.CATCH_UP: _subjects_to_catch_up,
    SupportKind.MEET_AT_ARRIVAL: _met,
    SupportKind.GREETER: _greeted,
}
