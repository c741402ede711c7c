"""Row by row: which answer gives which need, support, referral or preference."""

from __future__ import annotations

import pytest

from planning.needs import Respondent, SupportKind
from questionnaire.answers import Answer
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from, referrals_from
from tests.questionnaire.sample_answers import DONT_KNOW, NO, WEEK, YES, Given, needs, sheet

BANK = load_bank()

ROWS: list[tuple[str, dict[str, Given], str, dict[str, object]]] = [
    ("PL1", {"PL1": "nothing_yet"}, "no_lessons_yet", {"strength": "hard_now", "first_step": 1, "last_step": 1}),
    ("PL1", {"PL1": ("go_out", "talk_with_coach")}, "no_lessons_yet", {"strength": "hard_now", "last_step": 1}),
    ("PL4", {"PL4": YES, "PL5": ("library", "at_home")}, "start_elsewhere",
     {"strength": "hard_now", "last_step": 1, "places": ("at_home", "library")}),
    ("PL4", {"PL4": YES}, "start_elsewhere", {"places": ()}),
    ("PL6", {"PL6": ("C2", "library")}, "safe_room", {"strength": "wish_3", "rooms": ("C2",), "last_step": None}),
    ("PL7", {"PL7": ("dining_hall", "C2")}, "avoid_place",
     {"strength": "hard_now", "last_step": 3, "places": ("dining_hall",)}),
    ("PL7", {"PL7": ("dining_hall", "Hallen")}, "avoid_room", {"strength": "hard_now", "rooms": ("Hallen",)}),
    ("TI1", {"TI1": ("afternoon", "morning")}, "preferred_times",
     {"strength": "wish_3", "last_step": 3, "windows": ((0, 660), (780, 1440))}),
    ("TI1", {"TI1": "no_time_yet"}, "no_lessons_yet", {"strength": "hard_now", "last_step": 1}),
    ("TI3", {"TI3": ("thu", "mon")}, "days_off", {"strength": "hard_now", "last_step": 2, "weekdays": (0, 3)}),
    ("TI4", {"TI4": "15_minutes"}, "max_visit_minutes", {"strength": "hard_now", "minutes": 15, "growth_percent": 50}),
    ("TI4", {"TI4": "30_minutes"}, "max_visit_minutes", {"minutes": 30, "last_step": None}),
    ("TI4", {"TI4": "half_day"}, "max_visit_minutes", {"minutes": 180}),
    ("TI4", {"TI4": Answer(ticks=("30_minutes",), minutes=45)}, "max_visit_minutes", {"minutes": 45}),
    ("TI4", {"TI4": "one_lesson"}, "max_lessons_per_day", {"strength": "hard_now", "n": 1, "growth_per_step": 1}),
    ("TI4", {"TI4": "two_lessons"}, "max_lessons_per_day", {"n": 2}),
    ("TI4", {"TI4": Answer(ticks=("one_lesson",), minutes=70)}, "max_visit_minutes", {"minutes": 70}),
    ("TI5", {"TI5": "3"}, "max_days", {"strength": "hard_now", "n": 3, "growth_per_step": 1}),
    ("TI6", {"TI6": YES}, "rest_day_between", {"strength": "hard_now", "first_step": 1, "last_step": 2}),
    ("TI9", {"TI9": ("wed_am", "mon_am")}, "blocked_time",
     {"strength": "hard", "weekdays": (0, 2), "start": 0, "end": 720}),
    ("TI9", {"TI9": Answer(choice=YES, ticks=("fri_pm",), time=840, end_time=900)}, "blocked_time",
     {"weekdays": (4,), "start": 840, "end": 900}),
    ("TI9", {"TI9": Answer(choice=YES, time=840, end_time=900)}, "blocked_time", {"weekdays": (), "start": 840}),
    ("IN4", {"IN4": Answer(choice=YES, ticks=("tue_pm",))}, "blocked_time", {"strength": "hard", "weekdays": (1,)}),
    ("AM1", {"AM1": ("Matematik", "Bild")}, "begin_with",
     {"strength": "wish_3", "last_step": 1, "subjects": ("Bild", "Matematik")}),
    ("AM2", {"AM2": "Idrott"}, "avoid_subject", {"strength": "hard_now", "last_step": 2, "subjects": ("Idrott",)}),
    ("VU1", {"VU1": ("Alfa", "Delta, P")}, "trusted_adult",
     {"strength": "wish_3", "last_step": 1, "teachers": ("Alfa", "Delta, P")}),
    ("VU2", {"VU2": "Beta"}, "avoid_teacher", {"strength": "hard_now", "last_step": 3, "teachers": ("Beta",)}),
    ("VU4", {"VU4": YES}, "coach_at_first_lesson", {"strength": "hard_now", "last_step": 2}),
    ("VA1", {"VA1": YES}, "with_friend", {"strength": "wish_2", "groups": ()}),
    ("VA1", {"VA1": Answer(choice=YES, ticks=("Xb",))}, "with_friend", {"groups": ("Xb",)}),
    ("VG1", {"VG1": NO}, "ride_needed", {"strength": "hard_now", "last_step": 3}),
    ("VG3", {"VG3": YES}, "preferred_times", {"strength": "wish_2", "windows": ((540, 900),)}),
    ("MA2", {"MA2": NO}, "lunch_elsewhere", {"strength": "hard_now", "how": "undecided", "last_step": 3}),
    ("MA2", {"MA2": NO, "MA3": "with_coach"}, "lunch_elsewhere", {"how": "with_coach"}),
    ("MA2", {"MA2": Answer(choice=NO, time=690, end_time=720)}, "lunch_elsewhere", {"start": 690, "end": 720}),
    ("RA1", {"RA1": YES}, "max_idle_gap", {"strength": "hard_now", "minutes": 15, "last_step": 3}),
    ("RA1", {"RA1": Answer(choice=YES, minutes=75)}, "max_idle_gap", {"minutes": 75}),
    ("RA1", {"RA1": Answer(choice=YES, time=575, end_time=595)}, "not_present_during",
     {"strength": "hard_now", "start": 575, "end": 595, "last_step": 3}),
    ("RA3", {"RA3": YES}, "max_idle_gap", {"strength": "wish_3", "minutes": 15, "last_step": None}),
    ("SI4", {"SI4": Answer(choice=YES, end_time=750)}, "latest_end", {"strength": "hard_now", "time": 750}),
    ("OR1", {"OR1": YES}, "small_group_first", {"strength": "hard_now", "last_step": 2}),
    ("SO1", {"SO1": YES}, "earliest_start", {"strength": "wish_3", "time": 600, "first_step": 1, "last_step": 3}),
    ("SO1", {"SO1": Answer(choice=YES, time=570)}, "earliest_start",
     {"strength": "hard_now", "time": 570, "last_step": 3}),
    ("SO1", {"SO1": Answer(choice=YES, time=570, last_step=2, weeks=("A",))}, "earliest_start",
     {"last_step": 2, "weeks": ("A",)}),
    ("SO2", {"SO1": YES, "SO2": YES}, "earliest_start", {"strength": "hard_now", "time": 720, "last_step": 1}),
    ("SO3", {"SO3": Answer(ticks=("worry",), time=570)}, "earliest_start", {"strength": "hard_now", "time": 570}),
    ("SO3", {"SO3": ("the_door", "clothes")}, "morning_help", {"strength": "support", "ways": ("the_door",)}),
    ("SO4", {"SO3": "waking_up", "SO4": ("knock", "text_message")}, "morning_help",
     {"strength": "support", "ways": ("text_message", "knock")}),
    ("HE2", {"HE2": NO}, "earliest_start", {"strength": "wish_2", "time": 570, "last_step": 3}),
]  # fmt: skip

SUPPORT_ROWS: list[tuple[str, dict[str, Given], SupportKind, tuple[str, ...]]] = [
    ("PL1", {"PL1": ("go_out", "be_at_lesson")}, SupportKind.COMFORT_ZONE, ("go_out", "be_at_lesson")),
    ("PL6", {"PL6": ("library", "C2")}, SupportKind.SAFE_PLACE, ("library", "C2")),
    ("PL6", {"PL6": "none"}, SupportKind.FIND_SAFE_PLACE, ()),
    ("PL7", {"PL7": ("bus", "entrance")}, SupportKind.ROUTE_PAST_PLACE, ("entrance", "bus")),
    ("SI1", {"SI1": "sound"}, SupportKind.HEADPHONES, ()),
    ("SI1", {"SI1": "light"}, SupportKind.LIGHT, ()),
    ("SI1", {"SI1": "smell"}, SupportKind.SMELL, ()),
    ("SI1", {"SI1": "crowds"}, SupportKind.OFF_PEAK, ()),
    ("SI1", {"SI1": "touch"}, SupportKind.SEAT_AT_EDGE, ()),
    ("SI1", {"SI1": "sitting_still"}, SupportKind.MOVEMENT_BREAKS, ()),
    ("SI2", {"SI1": "sound", "SI2": YES}, SupportKind.SAFE_PLACE, ("leave_without_asking",)),
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
]


@pytest.mark.parametrize(("question", "given", "kind", "fields"), ROWS)
def test_an_answer_gives_its_need(
    question: str, given: dict[str, Given], kind: str, fields: dict[str, object]
) -> None:
    """One row of the method: this answer, that need, so strong and for so long."""
    need = needs(**given)[f"{question}:{kind}"]
    data = {name: getattr(need, name) for name in fields}
    if "windows" in data:
        data["windows"] = tuple((window.start, window.end) for window in data["windows"])

    assert data == fields
    assert (need.origin.ref, need.origin.by) == (question, Respondent.STUDENT)


@pytest.mark.parametrize(("question", "given", "item", "choices"), SUPPORT_ROWS)
def test_an_answer_gives_its_support(
    question: str, given: dict[str, Given], item: SupportKind, choices: tuple[str, ...]
) -> None:
    """One row of the method: this answer, that support, with these boxes."""
    given_support = [
        (need.origin.ref, need.item, need.choices) for need in needs(**given).values() if need.kind == "support"
    ]

    assert (question, item, choices) in given_support


def test_every_effect_has_a_row() -> None:
    """The two tables above are whole: no need or support of the bank goes untested."""
    in_rows = {(question, kind) for question, _, kind, _ in ROWS}
    in_rows |= {(question, str(item)) for question, _, item, _ in SUPPORT_ROWS}
    in_bank = {(str(item.id), effect.need) for item in BANK.items for effect in item.needs}
    in_bank |= {(str(item.id), str(effect.support)) for item in BANK.items for effect in item.support}

    assert in_bank == in_rows


@pytest.mark.parametrize(
    ("given", "professions"),
    [
        ({"OR1": YES}, ["rektor"]),
        ({"AM2": "Bild"}, []),
        ({"AM2": ("Bild", "Idrott")}, ["rektor", "specialpedagog"]),
        ({"AM7": YES}, ["syv"]),
        ({"SO1": YES}, ["skolskoterska"]),
        ({"SO3": ("quarrels", "aches"), "SO5": DONT_KNOW}, ["foraldrastod", "skolskoterska"]),
        ({"SO3": "aches", "SO5": YES}, []),
        ({"HE2": NO}, ["foraldrastod"]),
        ({"MA4": YES}, ["skolskoterska"]),
        ({"HE1": NO}, ["kurator", "foraldrastod"]),
        ({"TR4": "soon"}, ["kurator"]),
        ({"TR4": "no"}, []),
    ],
)
def test_an_answer_is_passed_on_to_a_profession(given: dict[str, Given], professions: list[str]) -> None:
    """Who is asked for help, row by row."""
    assert [referral.to for referral in referrals_from(BANK, sheet(**given), WEEK)] == professions


def test_a_referral_from_a_private_question_is_private() -> None:
    """Nothing of it may be shown to the guardians."""
    (first, *_) = referrals_from(BANK, sheet(HE1=NO), WEEK)

    assert first.private


@pytest.mark.parametrize(
    ("given", "preferences"),
    [
        ({"ST1": "yes"}, ["full_route"]),
        ({"ST1": "a_few", "ST2": YES}, ["short_route", "read_aloud"]),
        ({"ST1": "not_today", "ST3": YES}, ["not_today", "pupil_mode"]),
        ({"SL2": NO}, ["smaller_first_step"]),
        ({"SL2": YES, "ST2": NO}, []),
    ],
)
def test_an_answer_changes_how_the_program_behaves(given: dict[str, Given], preferences: list[str]) -> None:
    """What the screen and the draft are to do, row by row."""
    assert list(preferences_from(BANK, sheet(**given))) == preferences
