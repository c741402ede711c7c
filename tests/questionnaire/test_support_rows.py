"""Row by row: which answer gives which support."""

from __future__ import annotations

import pytest

from planning.needs import SupportKind
from questionnaire.answers import Answer
from questionnaire.bank import load_bank
from tests.questionnaire.sample_answers import DONT_KNOW, NO, YES, Given, needs

BANK = load_bank()

SUPPORT_ROWS: list[tuple[str, dict[str, Given], SupportKind, tuple[str, ...]]] = [
    ("PL6", {"PL6": ("library", "C2")}, SupportKind.SAFE_PLACE, ("library", "C2")),
    ("PL6", {"PL6": "none"}, SupportKind.FIND_SAFE_PLACE, ()),
    ("PL7", {"PL7": ("bus", "entrance")}, SupportKind.ROUTE_PAST_PLACE, ("entrance", "bus")),
    ("SI1", {"SI1": "sound"}, SupportKind.HEADPHONES, ()),
    ("SI1", {"SI1": "light"}, SupportKind.LIGHT, ()),
    ("SI1", {"SI1": "smell"}, SupportKind.SMELL, ()),
    ("SI1", {"SI1": "crowds"}, SupportKind.OFF_PEAK, ()),
    ("SI1", {"SI1": "touch"}, SupportKind.SEAT_AT_EDGE, ()),
    ("SI1", {"SI1": "sitting_still"}, SupportKind.MOVEMENT_BREAKS, ()),
    ("SI2", {"SI1": "sound", "SI2": YES}, SupportKind.LEAVE_CARD, ()),
    ("SI3", {"SI1": "sound", "SI3": "by_wall"}, SupportKind.SEAT_AT_EDGE, ("by_wall",)),
    ("OR1", {"OR1": YES}, SupportKind.SMALL_GROUP, ()),
    ("OR2", {"OR2": YES}, SupportKind.FADE_IN_ARRIVAL, ("seated_before_class",)),
    ("OR3", {"OR3": YES}, SupportKind.DAY_CARD, ()),
    ("OR6", {"OR6": YES}, SupportKind.BAD_DAY_PLAN, ()),
    ("OR6", {"OR6": DONT_KNOW}, SupportKind.BAD_DAY_PLAN, ()),
    ("TI1", {"TI1": ("empty_school", "midday")}, SupportKind.OFF_PEAK, ("empty_school",)),
    ("TI2", {"TI2": ("leave_earlier", "own_entrance")}, SupportKind.FADE_IN_ARRIVAL, ("leave_earlier",)),
    ("TI2", {"TI2": "own_entrance"}, SupportKind.OWN_ENTRANCE, ()),
    ("TI2", {"TI2": "met_outside"}, SupportKind.MEET_AT_ARRIVAL, ("met_outside",)),
    ("AM2", {"AM2": "Idrott"}, SupportKind.CATCH_UP, ("Idrott",)),
    ("VU1", {"VU1": "Alfa"}, SupportKind.MEET_AT_ARRIVAL, ("Alfa",)),
    ("VU1", {"VU1": "none"}, SupportKind.MEET_ADULT_FIRST, ()),
    ("VU5", {"VU4": YES, "VU5": "beside"}, SupportKind.COACH_CLOSENESS, ("beside",)),
    ("VA1", {"VA1": YES}, SupportKind.FRIEND_ASKED_BY_STAFF, ()),
    ("VA2", {"VA1": YES, "VA2": YES}, SupportKind.MEET_AT_ARRIVAL, ("friend",)),
    ("MA3", {"MA2": NO, "MA3": "small_room"}, SupportKind.LUNCH_PLACE, ("small_room",)),
    ("RA2", {"RA1": YES, "RA2": ("go_out", "quiet_room")}, SupportKind.BREAK_PLAN, ("quiet_room", "go_out")),
    ("VG2", {"VG1": NO, "VG2": "taxi"}, SupportKind.RIDE, ("taxi",)),
    ("SO2", {"SO1": YES, "SO2": YES}, SupportKind.EVENING_CONTACT, ()),
    ("SO3", {"SO3": ("shower", "worry")}, SupportKind.EVENING_CONTACT, ("shower",)),
    ("SO3", {"SO3": "worry"}, SupportKind.TEXT_MESSAGES, ("in_the_morning",)),
    ("SK1", {"SK1": YES, "SK2": "afterwards"}, SupportKind.TEXT_MESSAGES, ("afterwards",)),
    ("SK1", {"SK1": NO, "ON2": "talk"}, SupportKind.CONTACT_OTHER_WAY, ("talk",)),
    ("ON2", {"ON2": ("text_messages", "fika")}, SupportKind.CONTACT_OTHER_WAY, ("fika",)),
    ("IN1", {"IN1": "fishing"}, SupportKind.FIRST_MEETING, ("fishing",)),
    ("IN2", {"IN1": "fishing", "IN2": YES}, SupportKind.FIRST_MEETING, ("fishing",)),
    ("IN3", {"IN1": "fishing", "IN2": NO, "IN3": "car_ride"}, SupportKind.FIRST_MEETING, ("car_ride",)),
    ("SI4", {"SI4": YES}, SupportKind.ENERGY_CHECK, ()),
    ("OR2", {"OR2": YES}, SupportKind.NO_PRESENTATIONS, ()),
    ("OR3", {"OR3": YES}, SupportKind.NO_LATE_CHANGES, ()),
    ("OR4", {"OR4": YES}, SupportKind.SUBSTITUTE_PLAN, ()),
    ("OR5", {"OR5": YES}, SupportKind.EXIT_PLAN, ()),
    ("OR5", {"OR5": YES}, SupportKind.STOP_SIGN, ()),
    ("AM3", {"AM3": ("reading", "tests")}, SupportKind.READ_ALOUD, ()),
    ("AM3", {"AM3": "writing"}, SupportKind.COMPUTER, ()),
    ("AM3", {"AM3": "counting"}, SupportKind.COUNTING_AIDS, ()),
    ("AM3", {"AM3": "talking"}, SupportKind.NO_SPEAKING_ALOUD, ()),
    ("AM3", {"AM3": "group_work"}, SupportKind.OWN_TASK, ()),
    ("AM3", {"AM3": "tests"}, SupportKind.TEST_APART, ()),
    ("AM3", {"AM3": "homework"}, SupportKind.HOMEWORK_AGREED, ()),
    ("AM3", {"AM3": "changing_rooms"}, SupportKind.BASE_ROOM, ()),
    ("AM4", {"AM3": "changing_clothes", "AM4": YES}, SupportKind.SPORT_WITHOUT_CHANGING, ()),
    ("AM5", {"AM3": "keeping_up", "AM5": YES}, SupportKind.MINIMUM_TASKS, ()),
    ("VU6", {"VU6": NO}, SupportKind.NO_QUESTIONS_IN_CLASS, ()),
    ("VU6", {"VU6": DONT_KNOW}, SupportKind.NO_QUESTIONS_IN_CLASS, ()),
    ("VU7", {"VU7": YES, "VU1": "Alfa"}, SupportKind.GREETER, ("Alfa",)),
    ("VU7", {"VU7": NO}, SupportKind.QUIET_ARRIVAL, ()),
    ("VA3", {"VA3": YES}, SupportKind.KEPT_APART, ()),
    ("VA4", {"VA4": YES}, SupportKind.ANSWER_CARD, ()),
    ("VA4", {"VA4": YES}, SupportKind.NO_WORD_OF_ABSENCE, ()),
    ("VA5", {"VA4": YES, "VA5": YES}, SupportKind.AGREED_SENTENCE, ()),
    ("VA5", {"VA4": YES, "VA5": NO}, SupportKind.NO_ANNOUNCEMENT, ()),
    ("VG4", {"VG4": YES, "VG1": NO, "VG2": "taxi"}, SupportKind.WAY_HOME, ("taxi",)),
    ("MA1", {"MA1": NO}, SupportKind.BREAKFAST, ()),
    ("SO3", {"SO3": "breakfast"}, SupportKind.BREAKFAST, ()),
    ("MA2", {"MA2": YES}, SupportKind.LUNCH_RUNG, ()),
    ("MA4", {"MA4": Answer(choice=YES, ticks=("safe_foods",))}, SupportKind.SAFE_FOODS, ()),
    ("RA1", {"RA1": YES}, SupportKind.BREAK_COMPANY, ()),
    ("SO1", {"SO1": YES}, SupportKind.SLEEP_PLAN, ()),
    ("SK3", {"SK3": YES}, SupportKind.WRITE_INSTEAD, ()),
    ("IN4", {"IN4": YES}, SupportKind.FOLLOW_TO_TRAINING, ()),
    ("ON1", {"ON1": "lesson_from_home"}, SupportKind.LESSON_FROM_HOME, ()),
    ("ON1", {"ON1": "alone_or_few"}, SupportKind.SMALL_GROUP, ()),
    ("ON1", {"ON1": "planning_help"}, SupportKind.PLANNING_HELP, ()),
    ("ON1", {"ON1": "headphones"}, SupportKind.HEADPHONES, ()),
    ("ON1", {"ON1": "stop_sign"}, SupportKind.STOP_SIGN, ()),
    ("ON1", {"ON1": "own_seat"}, SupportKind.OWN_SEAT, ()),
    ("ON3", {"ON3": YES}, SupportKind.MEETING_INVITED, ()),
    ("ON3", {"ON3": NO}, SupportKind.MEETING_CARRIED, ()),
    ("HE3", {"HE3": YES}, SupportKind.TWO_HOMES, ()),
    ("G01", {"G01": Answer(choice=YES, ticks=("mon", "fri"))}, SupportKind.ADULT_AT_HOME, ("mon", "fri")),
    ("G07", {"G07": "one_adult"}, SupportKind.MEET_AT_ARRIVAL, ()),
    ("G07", {"G07": "small_group"}, SupportKind.SMALL_GROUP, ()),
    ("G07", {"G07": "own_entrance"}, SupportKind.OWN_ENTRANCE, ()),
    ("G07", {"G07": "lunch_aside"}, SupportKind.LUNCH_PLACE, ("small_room",)),
    ("G07", {"G07": "ride"}, SupportKind.RIDE, ()),
    ("G13", {"SK1": YES, "G13": NO}, SupportKind.CONTACT_OTHER_WAY, ()),
]


@pytest.mark.parametrize(("question", "given", "item", "choices"), SUPPORT_ROWS)
def test_an_answer_gives_its_support(
    question: str, given: dict[str, Given], item: SupportKind, choices: tuple[str, ...]
) -> None:
    """One row of the method: this answer, that support, with these boxes."""
    given_support = [
        (need.origin.ref, need.item, need.choices) for need in needs(**given).values() if need.kind == "support"
    ]

    assert (question, item, choices) in given_support


def test_support_after_a_private_answer_does_not_tell_where_it_comes_from() -> None:
    """A text while the student is at school, and no word of why."""
    (given,) = (need for need in needs(HE4=YES).values() if need.kind == "support")

    assert given.origin.ref == "coach.care"


def test_every_support_has_a_row() -> None:
    """The table above is whole: no support of the bank goes untested."""
    in_rows = {(question, str(item)) for question, _, item, _ in SUPPORT_ROWS}
    in_bank = {(str(item.id), str(effect.support)) for item in BANK.items for effect in item.support}

    assert in_bank - {("HE4", "text_messages")} == in_rows
