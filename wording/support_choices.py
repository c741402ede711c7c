"""Support that the ticked boxes shape, in words: where to sit, whom to meet, how to come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planning.needs import SupportKind, SupportNeed
from wording.language import tr
from wording.phrases import Said, or_list, upper_first
from wording.places import place_name


def shaped_by_choices(need: SupportNeed, otherwise: Said) -> Said:
    """The sentence with what was ticked; `otherwise` where the boxes do not matter.

    Names of adults, rooms and friends stand in the sentence from the student's side alone: the neutral one, which
    public documents print, says what is arranged and never with whom or why.
    """
    shape = _SHAPES.get(need.item)
    return shape(need.choices, otherwise) if shape and need.choices else otherwise


def _seat(choices: Sequence[str], otherwise: Said) -> Said:
    seats = {
        "near_door": tr("nära dörren"),
        "at_back": tr("längst bak"),
        "by_wall": tr("vid väggen"),
        "near_teacher": tr("nära läraren"),
    }
    wished = or_list([seats[choice] for choice in choices if choice in seats])
    return _both(tr("En plats {where}", where=wished), otherwise) if wished else otherwise


def _safe_place(choices: Sequence[str], otherwise: Said) -> Said:
    if "leave_without_asking" in choices:
        full = tr("Gå ut utan att fråga, till en plats som är bestämd")
        return Said(full, otherwise.easy, tr("Eleven kan lämna rummet och gå till en bestämd plats"))
    places = or_list([place_name(choice) for choice in choices])
    return otherwise._replace(full=tr("Det finns en lugn plats att gå till: {places}", places=places))


def _come_and_go(choices: Sequence[str], otherwise: Said) -> Said:
    ways = {
        "come_later": tr("komma in lite senare"),
        "leave_earlier": tr("gå lite före"),
        "seated_before_class": tr("sitta på plats innan de andra kommer"),
    }
    wished = or_list([ways[choice] for choice in choices if choice in ways])
    return _both(upper_first(wished), otherwise) if wished else otherwise


def _met(choices: Sequence[str], otherwise: Said) -> Said:
    if "friend" in choices:
        full = tr("En kompis möter vid ankomsten")
        return Said(full, full, tr("Någon möter vid ankomsten"))
    if "met_outside" in choices:
        full = tr("En vuxen möter utanför skolan vid ankomsten")
        return Said(full, full, full)
    return _both(tr("{names} möter vid ankomsten", names=or_list(choices)), otherwise)


def _quiet_hours(choices: Sequence[str], otherwise: Said) -> Said:
    return _both(tr("Vara i skolan när få är där"), otherwise) if "empty_school" in choices else otherwise


def _closeness(choices: Sequence[str], otherwise: Said) -> Said:
    places = {
        "beside": tr("bredvid"),
        "in_room": tr("i rummet"),
        "in_corridor": tr("i korridoren"),
        "in_building": tr("i huset"),
    }
    wished = or_list([places[choice] for choice in choices if choice in places])
    return _both(tr("Coachen är {where}", where=wished), otherwise) if wished else otherwise


def _both(full: str, otherwise: Said) -> Said:
    """What was ticked on the student's side, what stood before in public."""
    return Said(full, full, otherwise.neutral)


_SHAPES: dict[SupportKind, Callable[[Sequence[str], Said], Said]] = {
    SupportKind.SEAT_AT_EDGE: _seat,
    SupportKind.SAFE_PLACE: _safe_place,
    SupportKind.FADE_IN_ARRIVAL: _come_and_go,
    SupportKind.MEET_AT_ARRIVAL: _met,
    SupportKind.OFF_PEAK: _quiet_hours,
    SupportKind.COACH_CLOSENESS: _closeness,
}
