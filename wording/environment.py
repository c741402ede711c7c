"""Needs about where, in words. Rooms are written as the timetable writes them."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AvoidPlace,
    AvoidRoom,
    EnvironmentNeed,
    PlaceLadder,
    SafeRoom,
    SmallGroupFirst,
    StartElsewhere,
)
from planning.needs.environment import PLACE_RUNGS
from wording.language import tr
from wording.phrases import Said, and_list, in_words, or_list
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
            said = Said(_small_group(need.most), tr("Nya lektioner i ett litet rum"))
        case StartElsewhere(places=places):
            names = or_list([place_name(place) for place in places])
            full = tr("Undervisningen börjar någon annanstans än i skolan: {places}", places=names)
            said = Said(full, tr("Börja här: {places}", places=names))
        case PlaceLadder():
            said = _place_ladder(need)
        case _:
            assert_never(need)
    return said


def _small_group(most: int | None) -> str:
    if most is None:
        return tr("Nya lektioner börjar i ett litet rum med få elever")
    if most == 1:
        return tr("Nya lektioner börjar i ett litet rum utan andra elever")
    return tr("Nya lektioner börjar i ett litet rum med högst {most} elever", most=in_words(most))


def _place_ladder(need: PlaceLadder) -> Said:
    """What goes already and what is aimed at first; before anything goes the words are of home alone."""
    neutral = tr("Planen börjar med det som redan går")
    aim = _rung(need.next_rung)
    if not need.comfort:
        return Said(tr("Planen börjar hemma och siktar först på att {aim}", aim=aim), tr("Börja hemma"), neutral)
    able = and_list([_rung(rung) for rung in PLACE_RUNGS if rung in need.comfort])
    full = tr("Planen börjar med det som redan går: {able}", able=able)
    if aim:
        full = tr("Planen börjar med det som redan går ({able}) och siktar först på att {aim}", able=able, aim=aim)
    return Said(full, tr("Börja med det som redan går"), neutral)


def _rung(rung: str) -> str:
    """A rung of the way into school as it stands after «att»; «» above the highest."""
    rungs = {
        "talk_with_coach": tr("prata med coachen"),
        "go_out": tr("gå ut"),
        "go_past_school": tr("åka förbi skolan"),
        "enter_empty_school": tr("gå in när skolan är tom"),
        "meet_adult": tr("träffa en vuxen i skolan"),
        "be_at_lesson": tr("vara på en lektion"),
    }
    return rungs.get(rung, rung)
