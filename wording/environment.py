"""Needs about where, in words. Rooms are written as the timetable writes them."""

from __future__ import annotations

from typing import assert_never

from planning.needs import AvoidPlace, AvoidRoom, EnvironmentNeed, SafeRoom, SmallGroupFirst, StartElsewhere
from wording.language import tr
from wording.phrases import Said, or_list
from wording.places import place_name


def say_environment(need: EnvironmentNeed) -> Said:
    """The need in words."""
    match need:
        case AvoidRoom(rooms=rooms):
            names = or_list(rooms)
            full, easy = tr("Ingen lektion i {rooms}", rooms=names), tr("Inte i {rooms}", rooms=names)
            said = Said(full, easy, tr("Anpassade lokaler"))
        case AvoidPlace(places=places):
            names = or_list([place_name(place) for place in places])
            full = tr("Ingen lektion som leder till de här platserna: {places}", places=names)
            said = Said(full, tr("Slippa {places}", places=names), tr("Anpassade lokaler och vägar"))
        case SafeRoom(rooms=rooms):
            names = or_list(rooms)
            said = Said(tr("Först lektioner i {rooms}", rooms=names), tr("Först i {rooms}", rooms=names))
        case SmallGroupFirst():
            full = tr("Nya lektioner börjar i ett litet rum med få elever")
            said = Said(full, tr("Nya lektioner i ett litet rum"))
        case StartElsewhere(places=places):
            names = or_list([place_name(place) for place in places])
            full = tr("Undervisningen börjar någon annanstans än i skolan: {places}", places=names)
            said = Said(full, tr("Börja här: {places}", places=names))
        case _:
            assert_never(need)
    return said
