"""Things that are not lessons and are planned like them: a ride, a lunch, a meeting, a rest (`method.md` §5.3).

What each kind is by default stands in `item_catalogue.toml`: where and with whom it is met, how long it takes, how one
gets there, and what must be said yes to first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from planning.errors import BadInput
from planning.frozen import Frozen


class ItemKind(StrEnum):
    """What something that is not a lesson is."""

    TEXT = "text"
    MORNING_MESSAGE = "morning_message"
    HOME_VISIT = "home_visit"
    ACTIVITY = "activity"
    CAR_RIDE = "car_ride"
    FIKA = "fika"
    LUNCH = "lunch"
    WALK = "walk"
    MEETING = "meeting"
    CHECK_IN = "check_in"
    EVENING = "evening"
    GO_PAST_SCHOOL = "go_past_school"
    CAR_PARK = "car_park"
    VISIT_EMPTY_SCHOOL = "visit_empty_school"
    MEET_ADULT = "meet_adult"
    MEET_ADULT_AT_SCHOOL = "meet_adult_at_school"
    SEE_OWN_SEAT = "see_own_seat"
    FETCH_SOMETHING = "fetch_something"
    WAKE_UP = "wake_up"
    BREAKFAST = "breakfast"
    RIDE_THERE = "ride_there"
    RIDE_HOME = "ride_home"
    BUS_WITH_ADULT = "bus_with_adult"
    MEET_AT_ARRIVAL = "meet_at_arrival"
    LUNCH_SMALL_ROOM = "lunch_small_room"
    LUNCH_BEFORE_OTHERS = "lunch_before_others"
    BREAK_WITH_ADULT = "break_with_adult"
    ONE_TO_ONE_STOPOVER = "one_to_one_stopover"
    ONE_TO_ONE_SCHOOL = "one_to_one_school"
    LIBRARY_TIME = "library_time"
    PRACTICAL_ALONE = "practical_alone"
    HOMEWORK_TIME = "homework_time"
    DISTANCE_TIME = "distance_time"
    EVENING_TRAINING = "evening_training"
    WORK_PLACEMENT = "work_placement"
    STUDY_VISIT = "study_visit"
    REST = "rest"


class Carrier(StrEnum):
    """Who makes an item happen, beside the student."""

    COACH = "coach"
    COACH_REMOTE = "coach_remote"
    """By phone or text, whatever the hours when the coach can be there."""
    ADULT = "adult"
    """A named adult of the school."""
    GUARDIAN = "guardian"
    NOBODY = "nobody"


class Purpose(StrEnum):
    """What an item is for. Health, rest and interests stand beside learning (`features.md` F29)."""

    CONTACT = "contact"
    WAY = "way"
    MEAL = "meal"
    REST = "rest"
    HEALTH = "health"
    LEARNING = "learning"


class Requirement(StrEnum):
    """What must be said yes to before an item can be."""

    HOME_VISITS = "home_visits"
    """The guardians let somebody come home (G12)."""
    TEXT_MESSAGES = "text_messages"
    """Student and guardians let the coach text (SK1, G13)."""
    TICKED_WAY = "ticked_way"
    """The student has ticked the way (SO4)."""
    PRINCIPAL = "principal"
    """The rektor decides: teaching one to one, at a distance, work placement (skollagen 3 kap. 11–12 §§)."""
    GUARDIANS = "guardians"
    """The guardians agree (skollagen 22 kap. 5 §)."""


class CatalogueEntry(Frozen):
    """What a kind of item is by default."""

    place: int = Field(ge=0, le=7)
    """Its level on the way into school (`planning.dimensions`)."""
    people: int = Field(ge=0, le=7)
    """Its level of how many others are there."""
    minutes: int = Field(ge=5, le=480, multiple_of=5)
    """How long it takes."""
    transport: str = ""
    """How one gets there: «coach_comes», «with_coach», «own_way»; empty where it is on the spot."""
    requires: tuple[Requirement, ...] = ()
    """What must be said yes to first."""
    purpose: Purpose
    carrier: Carrier
    at_school: bool = False
    """Whether it takes the student to school: limits about being there hold for it."""
    alongside: bool = False
    """Whether it takes no time of its own: a text, or the car that something else is done in."""


_CATALOGUE = TypeAdapter(dict[ItemKind, CatalogueEntry])


@cache
def item_catalogue() -> Mapping[ItemKind, CatalogueEntry]:
    """Every kind's defaults. Raises `BadInput` naming the entry and the field when the data is wrong."""
    path = Path(__file__).with_name("item_catalogue.toml")
    return read_catalogue(path.read_text(encoding="utf-8"), path.name)


def read_catalogue(text: str, name: str) -> Mapping[ItemKind, CatalogueEntry]:
    """A catalogue from TOML; every kind has an entry."""
    try:
        found = _CATALOGUE.validate_python(tomllib.loads(text))
    except ValidationError as error:
        fault = error.errors()[0]
        raise BadInput("catalogue", file=name, field=".".join(map(str, fault["loc"])), detail=fault["msg"]) from None
    if missing := [kind.value for kind in ItemKind if kind not in found]:
        raise BadInput("catalogue", file=name, field=missing[0], detail="missing")
    return found
