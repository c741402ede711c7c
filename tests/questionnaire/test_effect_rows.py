"""Row by row: which answer gives which need."""

from __future__ import annotations

import pytest

from planning.needs.base import CARE
from questionnaire.answers import Answer, QuestionId, asked_of
from questionnaire.bank import load_bank
from tests.questionnaire.sample_answers import NO, YES, Given, needs

BANK = load_bank()

ROWS: list[tuple[str, dict[str, Given], str, dict[str, object]]] = [
    ("PL1", {"PL1": "nothing_yet"}, "no_lessons_yet", {"strength": "hard_now", "first_step": 1, "last_step": 1}),
    ("PL1", {"PL1": ("go_out", "talk_with_coach")}, "no_lessons_yet", {"strength": "hard_now", "last_step": 1}),
    ("PL1", {"PL1": ("go_out", "be_at_lesson")}, "place_ladder",
     {"strength": "support", "comfort": ("go_out", "be_at_lesson")}),
    ("PL1", {"PL1": "nothing_yet"}, "place_ladder", {"comfort": ()}),
    ("PL4", {"PL4": YES, "PL5": ("library", "at_home")}, "start_elsewhere",
     {"strength": "hard_now", "last_step": 1, "places": ("at_home", "library")}),
    ("PL4", {"PL4": YES}, "start_elsewhere", {"places": ()}),
    ("PL6", {"PL6": ("C2", "library")}, "safe_room", {"strength": "wish_3", "rooms": ("C2",), "last_step": None}),
    ("PL7", {"PL7": ("dining_hall", "C2")}, "avoid_place",
     {"strength": "hard_now", "last_step": 3, "places": ("dining_hall",)}),
    ("PL7", {"PL7": ("dining_hall", "Hallen")}, "avoid_room", {"strength": "hard_now", "rooms": ("Hallen",)}),
    ("PL7", {"PL7": ("changing_room",)}, "avoid_place", {"places": ("changing_room",), "strength": "hard_now"}),
    ("TI1", {"TI1": ("afternoon", "morning")}, "preferred_times",
     {"strength": "wish_3", "last_step": 3, "windows": ((0, 660), (780, 1440))}),
    ("TI1", {"TI1": "no_time_yet"}, "no_lessons_yet", {"strength": "hard_now", "last_step": 1}),
    ("TI2", {"TI2": ("come_later",)}, "lesson_edges",
     {"strength": "hard_now", "minutes_late": 10, "minutes_early": 0, "last_step": 3}),
    ("TI2", {"TI2": ("leave_earlier", "own_entrance")}, "lesson_edges", {"minutes_late": 0, "minutes_early": 5}),
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
    ("AM4", {"AM3": "changing_clothes", "AM4": NO}, "avoid_subject",
     {"strength": "hard_now", "last_step": 3, "subjects": ("Idrott",)}),
    ("IN1", {"IN1": ("sport", "drawing")}, "begin_with",
     {"strength": "wish_1", "last_step": 1, "subjects": ("Bild", "Idrott")}),
    ("VU1", {"VU1": "none"}, "no_lessons_yet", {"strength": "hard_now", "last_step": 1}),
    ("VU1", {"VU1": ("Alfa", "Delta, P")}, "trusted_adult",
     {"strength": "wish_3", "last_step": 1, "teachers": ("Alfa", "Delta, P")}),
    ("VU2", {"VU2": "Beta"}, "avoid_teacher",
     {"strength": "hard_now", "last_step": 3, "teachers": ("Beta",), "doorway_minutes": 10}),
    ("VU4", {"VU4": YES}, "coach_at_first_lesson", {"strength": "hard_now", "last_step": 2}),
    ("VA1", {"VA1": YES}, "with_friend", {"strength": "wish_2", "groups": ()}),
    ("VA1", {"VA1": Answer(choice=YES, ticks=("Xb",))}, "with_friend", {"groups": ("Xb",)}),
    ("VA3", {"VA3": Answer(choice=YES, ticks=("Xb",))}, "avoid_group",
     {"strength": "hard", "last_step": None, "groups": ("Xb",), "doorway_minutes": 10}),
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
    ("SI1", {"SI1": "sound"}, "avoid_place", {"strength": "wish_2", "places": ("loud_rooms",)}),
    ("SI1", {"SI1": "crowds"}, "preferred_times", {"strength": "wish_3", "windows": ((540, 900),), "last_step": 3}),
    ("MA3", {"MA2": NO, "MA3": "before_others"}, "preferred_times", {"strength": "wish_2", "windows": ((660, 1440),)}),
    ("SI1", {"SI1": "smell"}, "avoid_place", {"strength": "wish_2", "places": ("rooms_with_smells",)}),
    ("SI4", {"SI4": YES}, "rest_between_lessons", {"strength": "hard_now", "minutes": 15, "last_step": 4}),
    ("OR1", {"OR1": YES}, "small_group_first", {"strength": "hard_now", "last_step": 2, "most": None}),
    ("OR1", {"OR1": Answer(choice=YES, ticks=("at_most_three",))}, "small_group_first", {"most": 3}),
    ("SO1", {"SO1": YES}, "earliest_start", {"strength": "wish_3", "time": 600, "first_step": 1, "last_step": 3}),
    ("SO1", {"SO1": Answer(choice=YES, time=570)}, "earliest_start",
     {"strength": "hard_now", "time": 570, "last_step": 3}),
    ("SO1", {"SO1": Answer(choice=YES, time=570, last_step=2, weeks=("A",))}, "earliest_start",
     {"last_step": 2, "weeks": ("A",)}),
    ("SO2", {"SO1": YES, "SO2": YES}, "earliest_start", {"strength": "hard_now", "time": 720, "last_step": 1}),
    ("SO3", {"SO3": Answer(ticks=("worry",), time=570)}, "earliest_start", {"strength": "hard_now", "time": 570}),
    ("SO3", {"SO3": ("the_door", "clothes")}, "morning_help", {"strength": "support", "ways": ("the_door",)}),
    ("SO4", {"SO3": "waking_up", "SO4": ("knock", "someone_at_home")}, "morning_help",
     {"strength": "support", "ways": ("knock", "someone_at_home")}),
    ("SO4", {"SO3": "waking_up", "SO4": "text_message"}, "morning_help", {"ways": ("text_message",)}),
    ("HE2", {"HE2": NO}, "earliest_start", {"strength": "wish_2", "time": 570, "last_step": 3}),
    ("G03", {"G03": ("mon_am",)}, "blocked_time", {"strength": "hard", "weekdays": (0,), "start": 0, "end": 720}),
    ("G07", {"G07": "later_start"}, "earliest_start", {"strength": "wish_2", "time": 570, "last_step": 3}),
]  # fmt: skip

UNSAID: list[tuple[str, dict[str, Given], str, dict[str, object]]] = [
    ("HE4", {"HE4": YES}, "max_visit_minutes", {"strength": "wish_2", "minutes": 120, "last_step": 3}),
    ("HE5", {"HE5": YES}, "half_steps", {"strength": "wish_3", "last_step": None}),
    ("G11", {"G11": YES}, "half_steps", {"strength": "wish_3"}),
]
"""Needs that do not tell where they come from."""


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
    assert (need.origin.ref, need.origin.by) == (question, asked_of(QuestionId(question)))


@pytest.mark.parametrize(("question", "given", "kind", "fields"), UNSAID)
def test_an_answer_gives_its_need_without_a_word_of_where_it_comes_from(
    question: str, given: dict[str, Given], kind: str, fields: dict[str, object]
) -> None:
    """Private answers, and what guardians say of the student, leave no name behind."""
    need = needs(**given)[f"coach.care:{kind}"]

    assert {name: getattr(need, name) for name in fields} == fields
    assert need.origin == CARE
    assert question not in need.model_dump_json()


def test_every_effect_has_a_row() -> None:
    """The tables above are whole: no need of the bank goes untested."""
    in_rows = {(question, kind) for question, _, kind, _ in (*ROWS, *UNSAID)}
    in_bank = {(str(item.id), effect.need) for item in BANK.items for effect in item.needs}

    assert in_bank == in_rows
