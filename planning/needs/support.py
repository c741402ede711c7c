"""Support around the lessons: it moves none of them, but the documents and the coach must know it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from planning.clock import ClockTime, WeekdayField
from planning.items import Carrier, ItemKind
from planning.needs.base import Disclosure, NeedBase


class SupportKind(StrEnum):
    """The closed list of support that an answer can give rise to."""

    READ_ALOUD = "read_aloud"
    COMPUTER = "computer"
    COUNTING_AIDS = "counting_aids"
    NO_SPEAKING_ALOUD = "no_speaking_aloud"
    NO_PRESENTATIONS = "no_presentations"
    NO_QUESTIONS_IN_CLASS = "no_questions_in_class"
    OWN_TASK = "own_task"
    TEST_APART = "test_apart"
    HOMEWORK_AGREED = "homework_agreed"
    BASE_ROOM = "base_room"
    SPORT_WITHOUT_CHANGING = "sport_without_changing"
    MINIMUM_TASKS = "minimum_tasks"
    PLANNING_HELP = "planning_help"
    OWN_SEAT = "own_seat"
    LESSON_FROM_HOME = "lesson_from_home"
    WRITE_INSTEAD = "write_instead"
    STOP_SIGN = "stop_sign"
    EXIT_PLAN = "exit_plan"
    LEAVE_CARD = "leave_card"
    ENERGY_CHECK = "energy_check"
    SUBSTITUTE_PLAN = "substitute_plan"
    NO_LATE_CHANGES = "no_late_changes"
    GREETER = "greeter"
    QUIET_ARRIVAL = "quiet_arrival"
    ANSWER_CARD = "answer_card"
    NO_WORD_OF_ABSENCE = "no_word_of_absence"
    AGREED_SENTENCE = "agreed_sentence"
    NO_ANNOUNCEMENT = "no_announcement"
    KEPT_APART = "kept_apart"
    BREAK_COMPANY = "break_company"
    WAY_HOME = "way_home"
    BREAKFAST = "breakfast"
    SAFE_FOODS = "safe_foods"
    SLEEP_PLAN = "sleep_plan"
    ADULT_AT_HOME = "adult_at_home"
    TWO_HOMES = "two_homes"
    FOLLOW_TO_TRAINING = "follow_to_training"
    MEETING_INVITED = "meeting_invited"
    MEETING_CARRIED = "meeting_carried"
    LUNCH_RUNG = "lunch_rung"
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


class WeeklyItem(NeedBase):
    """Something that is not a lesson, so many times a week, within these hours: written in by the coach."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["weekly_item"] = "weekly_item"
    item: ItemKind
    """What it is."""
    times_a_week: int = Field(default=1, ge=1, le=7)
    """How many times a week, on different days."""
    minutes: int | None = Field(default=None, ge=5, le=480, multiple_of=5)
    """How long each time; null: as the catalogue of items says."""
    weekdays: tuple[WeekdayField, ...] = ()
    """Weekdays that it may be on; empty for Monday to Friday."""
    start: ClockTime = 8 * 60
    """When it may begin at the earliest, time of day."""
    end: ClockTime = 17 * 60
    """When it is over at the latest, time of day."""
    carrier: Carrier | None = None
    """Who makes it happen; null: as the catalogue says."""
    person: str = ""
    """Who it is with, by name."""
    place: str = ""
    """Where it is: the code of a place, or a room."""
    subject: str = ""
    """The subject that it is about, if any."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end <= self.start:
            raise ValueError("it ends before it begins")
        return self
