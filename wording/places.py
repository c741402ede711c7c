"""Places of a school and outside it, by the codes of the question bank. Other names are said as they are given."""

from __future__ import annotations

from wording.language import tr


def place_name(code: str) -> str:
    """«matsalen» of «dining_hall»; a name that is no known code stays as it is."""
    return {**_at_school(), **_elsewhere()}.get(code, code)


def place_outside_school(code: str) -> str:
    """The same of a place outside school; «» of every other, which may lie in it."""
    return _elsewhere().get(code, "")


def _at_school() -> dict[str, str]:
    return {
        "entrance": tr("entrén"),
        "corridor": tr("korridoren"),
        "dining_hall": tr("matsalen"),
        "changing_room": tr("omklädningsrummet"),
        "classroom": tr("klassrummet"),
        "toilets": tr("toaletterna"),
        "schoolyard": tr("skolgården"),
        "bus": tr("bussen"),
        "small_room": tr("ett litet rum"),
        "student_health": tr("elevhälsan"),
        "mentor_room": tr("mentorns rum"),
        "loud_rooms": tr("rum med mycket ljud"),
        "rooms_with_smells": tr("rum med starka lukter"),
    }


def _elsewhere() -> dict[str, str]:
    return {
        "at_home": tr("hemma"),
        "library": tr("biblioteket"),
        "municipal_room": tr("kommunens lokal"),
        "outdoors": tr("ute"),
        "youth_centre": tr("fritidsgården"),
        "coach_room": tr("coachens rum"),
    }
