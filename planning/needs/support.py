"""Support around the lessons: it moves none of them, but the documents and the coach must know it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from planning.needs.base import Disclosure, NeedBase


class SupportKind(StrEnum):
    """The closed list of support that an answer can give rise to."""

    READ_ALOUD = "read_aloud"
    PUPIL_MODE = "pupil_mode"
    SAFE_PLACE = "safe_place"
    FIND_SAFE_PLACE = "find_safe_place"
    ROUTE_PAST_PLACE = "route_past_place"
    MEET_AT_ARRIVAL = "meet_at_arrival"
    MEET_ADULT_FIRST = "meet_adult_first"
    COACH_CLOSENESS = "coach_closeness"
    FRIEND_ASKED_BY_STAFF = "friend_asked_by_staff"
    RIDE = "ride"
    LUNCH_PLACE = "lunch_place"
    BREAK_PLAN = "break_plan"
    HEADPHONES = "headphones"
    LIGHT = "light"
    SMELL = "smell"
    OFF_PEAK = "off_peak"
    SEAT_AT_EDGE = "seat_at_edge"
    MOVEMENT_BREAKS = "movement_breaks"
    SMALL_GROUP = "small_group"
    DAY_CARD = "day_card"
    BAD_DAY_PLAN = "bad_day_plan"
    TEXT_MESSAGES = "text_messages"
    CONTACT_OTHER_WAY = "contact_other_way"
    FIRST_MEETING = "first_meeting"
    COMFORT_ZONE = "comfort_zone"
    FADE_IN_ARRIVAL = "fade_in_arrival"
    OWN_ENTRANCE = "own_entrance"
    CATCH_UP = "catch_up"
    EVENING_CONTACT = "evening_contact"


class Support(NeedBase):
    """One thing that is arranged. `choices` are the ticked boxes (option codes) that shape it."""

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    kind: Literal["support"] = "support"
    item: SupportKind
    """What is arranged."""
    choices: tuple[str, ...] = ()
    """Ticked boxes (option codes, or names of the timetable) that shape it."""
