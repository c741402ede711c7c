"""Row by row: the bank against the project's own list of questions, and against what each row says that it does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from planning.needs.base import Respondent, Strength
from planning.needs.support import SupportKind
from questionnaire.answers import Choice
from questionnaire.bank import load_bank
from questionnaire.effect_types import Condition, NeedEffect
from questionnaire.items import Item
from questionnaire.vocabulary import AlertLevel, ItemKind, OptionsFrom, Task

BANK = load_bank()
LIST = Path(__file__).parents[2] / ".." / "shared" / "domain" / "questions.json"
ABSENT = "the project's list of questions lies beside the repository and is not here"
NOTHING = '{"student": [], "guardian": []}'
ROWS: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8") if LIST.exists() else NOTHING)
STUDENT = {row["id"]: row for row in ROWS["student"]}
GUARDIAN = {row["id"]: row for row in ROWS["guardian"]}

needs_the_list = pytest.mark.skipif(not LIST.exists(), reason=ABSENT)
every_student_item = pytest.mark.parametrize(
    "item", [i for i in BANK.items if i.asked_of is Respondent.STUDENT], ids=lambda item: item.id
)

KINDS = {
    "yn": {ItemKind.YES_NO, ItemKind.TIME_GRID},
    "pick1": {ItemKind.PICK_ONE},
    "ticks": {ItemKind.TICKS},
}
FROM_TIMETABLE = {
    "PL6": OptionsFrom.ROOMS, "AM1": OptionsFrom.SUBJECTS, "AM2": OptionsFrom.SUBJECTS, "VU1": OptionsFrom.TEACHERS,
    "VU2": OptionsFrom.TEACHERS,
}  # fmt: skip
"""Rows whose boxes are the school's own: subjects, rooms and adults of the timetable."""
OTHER_BOXES = {
    "PL6": "a few places that no timetable names, and «inget ställe än»",
    "PL7": "the timetable's rooms too: «platser» can be a room",
    "VA1": "the friend's group (row: «shared with that group»)",
    "VA3": "the group to avoid (row: «avoid shared group»)",
    "OR1": "how many at most (row: «tick 1/3/8»)",
    "MA4": "safe foods, if wanted (row: «if pupil wants»)",
    "SK5": "a threat today (row: «F1 if threat today»)",
}
"""Items with boxes that the list does not name in its boxes column, and where they come from."""
LADDER = {
    "place_ladder", "start_elsewhere", "no_lessons_yet", SupportKind.FIRST_MEETING, SupportKind.LUNCH_RUNG,
    SupportKind.MEET_ADULT_FIRST,
}  # fmt: skip
COMPANY = {
    "coach_at_first_lesson", "ride_needed", "morning_help", SupportKind.RIDE, SupportKind.MEET_AT_ARRIVAL,
    SupportKind.LUNCH_PLACE,
}  # fmt: skip

NOT_AS_CODED = {
    ("VU3", "H0"): "the coach names the unsafe setting; that limit is hard (casework.safety), the answer names nobody",
    ("TR2", "H0"): "the coach names the unsafe setting; that limit is hard (casework.safety), the answer names nobody",
    ("VA3", "H1"): "«H0/H1»: the harder of the two was taken",
    ("OR2", "S2"): "support: the timetable does not say which lessons hold presentations",
    ("OR3", "H1"): "a promise of the adults about the day before, as support: no plan can break it",
    ("VG3", "ESC"): "rides are asked for by VG2; here only the hours are wished for",
    ("VG4", "H1"): "the way home of every visit is support and a task: no lesson can break it",
    ("AM6", "S2"): "the medium wish is the plan's own default; the answer makes it strong or leaves it",
    ("HE2", "ESC"): "«by coach or later start»: the later start was taken",
    ("HE3", "H0"): "which weeks belong to which home is a task; the hours then stand in the case as rides and limits",
    ("ON4", "H1"): "the answer does not say which help: the coach asks, and takes it out of the plan",
    ("SO3", "L"): "support with the morning; the first rungs are built by PL1 alone",
    ("IN1", "I"): "told first in the summary, and on the student's own week",
    ("AM7", "I"): "told in the summary",
}
"""Codes of a row that the bank answers in another way, and why."""


def effects_through(item: Item) -> list[NeedEffect]:
    """The item's own need effects, and those of others that its boxes go into."""
    filled = [e for other in BANK.items for e in other.all_needs if item.id in e.filled_by.values()]
    return [*item.all_needs, *filled]


def codes_of(item: Item) -> set[str]:
    """What the item does, as the method's codes (§4.2)."""
    codes: set[str] = set()
    for effect in effects_through(item):
        codes |= {_STRENGTH[s] for s in (effect.strength, effect.afterwards) if s}
        what = {effect.need, effect.fields.get("item", "")}
        codes |= {"L"} if what & LADDER else set()
        codes |= {"ESC"} if what & COMPANY else set()
    for change in item.adjusts:
        codes |= {_STRENGTH[Strength(str(change.fields["strength"]))]} if "strength" in change.fields else set()
    codes |= {"R"} if item.referrals else set()
    codes |= {alert.level.value for alert in item.alerts}
    codes |= {"U", "I"} if item.interface else set()
    codes |= {"I"} if item.consents else set()
    return codes


_STRENGTH = {
    Strength.FRAME: "H0", Strength.HARD: "H0", Strength.HARD_NOW: "H1", Strength.WISH_3: "S3", Strength.WISH_2: "S2",
    Strength.WISH_1: "S1", Strength.SUPPORT: "SUP",
}  # fmt: skip


@needs_the_list
def test_the_bank_has_the_questions_of_the_list_and_no_others() -> None:
    """85 to the student and 18 to the guardians, by id."""
    assert {i.id for i in BANK.items if i.asked_of is Respondent.STUDENT} == set(STUDENT)
    assert {i.id for i in BANK.items if i.asked_of is Respondent.GUARDIAN} == set(GUARDIAN)
    assert (len(STUDENT), len(GUARDIAN)) == (85, 18)


@needs_the_list
@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_the_words_are_those_of_the_list(item: Item) -> None:
    """Swedish and English to the letter."""
    row = {**STUDENT, **GUARDIAN}[item.id]

    assert (item.sv, item.en) == (row["sv"], row["en"])


@needs_the_list
@every_student_item
def test_it_is_asked_when_the_list_says(item: Item) -> None:
    """Sitting, way of answering, short route, privacy and condition."""
    row = STUDENT[item.id]

    assert item.sitting.value == row["sit"]
    assert item.kind in KINDS[row["type"]]
    assert item.private == (row["tier"] == "private")
    assert _as_written(item.shown_if) == row["show"]
    is_starred = "★" in row["eff"]
    followed = item.shown_if and "★" in STUDENT[item.shown_if.question]["eff"]
    assert item.short_route == bool(is_starred or (followed and item.short_route))


def _as_written(condition: Condition | None) -> str:
    """The condition as the list writes it: «PL4=Ja», «AM3~Byta om», «SI1≠Inget»."""
    if condition is None:
        return ""
    boxes = {option.code: option.sv for option in BANK.by_id[condition.question].options}
    if condition.equals is not None:
        return f"{condition.question}={'Ja' if condition.equals is Choice.YES else 'Nej'}"
    if condition.contains:
        return f"{condition.question}~{boxes[condition.contains]}"
    return f"{condition.question}≠{boxes[condition.contains_not]}"


@needs_the_list
@every_student_item
def test_its_boxes_are_those_of_the_list(item: Item) -> None:
    """Number, order and words of the boxes; those of the timetable where the row asks for them."""
    written = STUDENT[item.id]["opts"]
    boxes = [option.sv for option in item.options]

    if item.kind is ItemKind.TIME_GRID:
        assert not boxes
    elif item.id in FROM_TIMETABLE:
        assert item.options_from is FROM_TIMETABLE[item.id]
    elif written:
        assert list(map(_same, boxes)) == list(map(_same, written.split(" / ")))
    else:
        assert (bool(boxes) or item.options_from is not None) == (item.id in OTHER_BOXES)


def _same(words: str) -> str:
    """Shortened words are written out: «Mån» is «Måndag», «min» is «minuter»."""
    return re.sub(r"^(Mån|Tis|Ons|Tors|Fre)dag$", r"\1", words).replace(" minuter", " min")


@needs_the_list
@every_student_item
def test_it_does_what_its_row_says(item: Item) -> None:
    """Every code of the row is there as an effect of that class, save the reasoned exceptions."""
    missing = set(STUDENT[item.id]["codes"]) - codes_of(item)

    assert missing == {code for question, code in NOT_AS_CODED if question == item.id}


@needs_the_list
def test_every_exception_is_about_a_row() -> None:
    """A list of excuses that nobody needs any more is taken away."""
    for question, code in NOT_AS_CODED:
        assert code in STUDENT[question]["codes"]
    assert all(NOT_AS_CODED.values())


def test_alerts_follow_the_rows_that_have_them() -> None:
    """F1 and F2 stand at the nine questions of the method, and nowhere else."""
    levels = {item.id: {alert.level for alert in item.alerts} for item in BANK.items if item.alerts}
    both, soon, now = {AlertLevel.F1, AlertLevel.F2}, {AlertLevel.F2}, {AlertLevel.F1}

    assert levels == {
        "VU3": now, "MA4": soon, "SK5": both, "HE1": soon, "HE4": soon, "TR1": soon, "TR2": now, "TR3": now,
        "TR4": both,
    }  # fmt: skip


GUARDIAN_ROWS: dict[str, set[str]] = {
    "G01": {"adult_at_home", "compare HE2"}, "G02": {"guardian_ride"}, "G03": {"hard blocked_time"},
    "G04": {"skolskoterska", "compare SO1"}, "G05": {"skolskoterska", "vardcentral"},
    "G06": {"skolskoterska", Task.HEALTH_MATTER},
    "G07": {"wish_2 earliest_start", "meet_at_arrival", "small_group", "own_entrance", "lunch_place", "rektor", "ride"},
    "G08": {Task.NAME_HELP_NOT_WANTED}, "G09": {"contacts"}, "G10": {"foraldrastod", Task.SUPPORT_FOR_GUARDIANS},
    "G11": {"foraldrastod", "wish_3 half_steps"}, "G12": {"home_visits", Task.AGREE_WITHOUT_HOME_VISITS},
    "G13": {"texts", Task.EXPLAIN_NO_TEXTS, "contact_other_way", "compare SK1"}, "G14": {"shared_with"},
    "G15": {"guardians_agree", Task.MEET_EACH_GUARDIAN}, "G16": {Task.HEAR_GUARDIAN_ON_STEP, "compare SL2"},
    "G17": {"rektor", Task.ASK_WHO_SENT_HOME}, "G18": {Task.BOOK_INTERPRETER, Task.TRANSLATE_PLAN},
}  # fmt: skip
"""What each row of the guardians' form (§4.5) leads to."""


@pytest.mark.parametrize("question", GUARDIAN_ROWS)
def test_a_question_to_the_guardians_does_what_its_row_says(question: str) -> None:
    """Everything of the row, and nothing else."""
    item = BANK.by_id[question]  # type: ignore[index]  # a plain string is enough to find it
    gives: set[str] = {f"{effect.strength} {effect.need}" for effect in item.needs}
    gives |= {e.support.value for e in item.support} | {e.to.value for e in item.referrals}
    gives |= {e.task.value for e in item.tasks} | {e.consent.value for e in item.consents}
    gives |= {e.escort.value for e in item.escorts}
    gives |= {f"compare {item.compare.question}"} if item.compare else set()

    assert gives == set(GUARDIAN_ROWS[question])
