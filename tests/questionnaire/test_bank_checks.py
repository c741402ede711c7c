"""Banks that do not hang together are refused with file, item and field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planning.errors import BadInput
from questionnaire.bank import BANK_FOLDER, load_bank

GOOD = """
[SO1]
sitting = "B"
kind = "yes_no"
sv = "Somnar du sent?"
en = "Do you fall asleep late?"
details = ["time"]

[SO1.says]
yes = { group = "hard", sv = "Jag somnar sent.", en = "I fall asleep late." }
no = { group = "works", sv = "Jag somnar i tid.", en = "I fall asleep in time." }

[[SO1.needs]]
when = ["yes"]
need = "earliest_start"
strength = "wish_3"
last_step = 3
with = { time = "10:00" }
agreed = { time = "time" }

[SO3]
sitting = "B"
kind = "ticks"
sv = "Vad stoppar dig?"
en = "What stops you?"
options = [{ code = "mon", sv = "Måndag", en = "Monday" }, { code = "none", sv = "Inget", en = "None", alone = true }]
shown_if = { question = "SO1", equals = "yes" }

[SO3.says]
ticked = { group = "hard", sv = "Det här:", en = "This:" }
none = { group = "works", sv = "Inget.", en = "Nothing." }

[[SO3.needs]]
when_ticked = ["mon"]
need = "days_off"
strength = "hard_now"
ticks_fill = "weekdays"
"""


def made(folder: Path, home: str, **more: str) -> Path:
    """A bank with that home.toml, and other topic files."""
    for name in ("sections.toml", "half_days.toml"):
        shutil.copy(BANK_FOLDER / name, folder / name)
    for name, text in {"home": home, **more}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def refusal(folder: Path) -> dict[str, object]:
    """What the refusal of that bank carries."""
    with pytest.raises(BadInput) as refused:
        load_bank(folder)
    assert refused.value.code == "bank"
    assert refused.value.data["problem"]
    return refused.value.data


def test_a_small_bank_that_hangs_together_is_read(tmp_path: Path) -> None:
    """The example that the refusals below spoil one thing in."""
    bank = load_bank(made(tmp_path, GOOD))

    assert [item.id for item in bank.items] == ["SO1", "SO3"]


@pytest.mark.parametrize(
    ("good", "bad", "field"),
    [
        ('need = "earliest_start"', 'need = "earliest_strat"', "SO1.needs.0.need"),
        ('with = { time = "10:00" }', 'with = { tine = "10:00" }', "SO1.needs.0.with.tine"),
        ('with = { time = "10:00" }', 'with = { time = "25:99" }', "SO1.needs.0.with.time"),
        ('with = { time = "10:00" }', "", "SO1.needs.0.with.time"),
        ('agreed = { time = "time" }', 'agreed = { minutes = "time" }', "SO1.needs.0.agreed"),
        ('agreed = { time = "time" }', 'agreed = { time = "hour" }', "SO1.needs.0"),
        ('strength = "wish_3"', 'strength = "wish_9"', "SO1.needs.0.strength"),
        ('strength = "wish_3"', 'strength = "wish_3"\nafterwards = "hard"', "SO1.needs.0.afterwards"),
        ('strength = "wish_3"', 'strength = "wish_3"\nfor_each_half_day = true', "SO1.needs.0.for_each_half_day"),
        ('strength = "wish_3"', 'strength = "wish_3"\nfilled_by = { time = "SO9" }', "SO1.needs.0.filled_by.time"),
        ('when = ["yes"]\n', "", "SO1.needs.0.when"),
        ('when = ["yes"]\n', 'when = ["yes"]\nwhen_agreed = ["minutes"]\n', "SO1.needs.0.when_agreed"),
        ('when_ticked = ["mon"]', 'when_ticked = ["tue"]', "SO3.needs.0.when_ticked"),
        ('when_ticked = ["mon"]', 'when = ["yes"]', "SO3.needs.0.when"),
        ('when_ticked = ["mon"]', 'only_if = [{ question = "SO8", equals = "yes" }]', "SO3.needs.0.only_if.0.question"),
        ('ticks_fill = "weekdays"', 'ticks_fill = "days"', "SO3.needs.0"),
        ('ticks_fill = "weekdays"', 'ticks_fill = "weekdays"\nvalues = { tue = "tue" }', "SO3.needs.0.values"),
        ('ticks_fill = "weekdays"', 'ticks_fill = "weekdays"\nvalues = { mon = "moon" }', "SO3.needs.0.values"),
        ('question = "SO1", equals', 'question = "SO7", equals', "SO3.shown_if.question"),
        ('question = "SO1", equals', 'question = "SO3", equals', "SO3.shown_if"),
        ('equals = "yes" }', 'contains = "mon" }', "SO3.shown_if"),
        ('equals = "yes" }', 'equals = "yes", equals_not = "no" }', "SO3.shown_if"),
        ('en = "Do you fall asleep late?"', "", "SO1.en"),
        ('en = "Do you fall asleep late?"', 'en = ""', "SO1.en"),
        ('sv = "Måndag", en = "Monday"', 'sv = "Måndag"', "SO3.options.0.en"),
        ('code = "none"', 'code = "mon"', "SO3.options"),
        ('no = { group = "works"', 'nej = { group = "works"', "SO1.says.nej"),
        ('none = { group = "works", sv = "Inget.", en = "Nothing." }', "", "SO3.says.none"),
        ('kind = "yes_no"', 'kind = "yes_or_no"', "SO1.kind"),
        ('kind = "yes_no"', 'kind = "yes_no"\noptions_form = "rooms"', "SO1.options_form"),
        ('kind = "yes_no"', 'kind = "yes_no"\nprivate = true', "SO1.says"),
        ('code = "mon", sv', 'code = "moon", sv', "SO3.needs.0.when_ticked"),
        ('when_ticked = ["mon"]\n', 'values = { mon = "moon" }\n', "SO3.needs.0.values"),
        ('ticks_fill = "weekdays"', 'filled_by = { weekdays = "SO4" }', "SO3.needs.0.filled_by.weekdays"),
    ],
)
def test_one_fault_is_named_by_file_item_and_field(tmp_path: Path, good: str, bad: str, field: str) -> None:
    """Each way to spoil the small bank is refused at the very place."""
    assert good in GOOD

    data = refusal(made(tmp_path, GOOD.replace(good, bad)))

    assert (data["file"], data["field"]) == ("home.toml", field)


@pytest.mark.parametrize(
    ("effect", "field"),
    [
        ('[[SO1.alerts]]\nwhen = ["yes"]\nlevel = "F3"\nroutine = "home"\n', "SO1.alerts.0.level"),
        ('[[SO1.alerts]]\nwhen = ["yes"]\nlevel = "F1"\nroutine = "shout"\n', "SO1.alerts.0.routine"),
        ('[[SO1.referrals]]\nwhen = ["yes"]\nto = "doctor"\n', "SO1.referrals.0.to"),
        ('[[SO1.support]]\nwhen = ["yes"]\nsupport = "cake"\n', "SO1.support.0.support"),
        ('[[SO1.interface]]\nwhen = ["yes"]\npreference = "red"\n', "SO1.interface.0.preference"),
        ('[[SO1.adjusts]]\nwhen = ["yes"]\nadjust = "max_dys"\nwith = {}\n', "SO1.adjusts.0.adjust"),
        ('[[SO1.adjusts]]\nwhen = ["yes"]\nadjust = "max_days"\nwith = { m = 1 }\n', "SO1.adjusts.0.with.m"),
    ],
)
def test_an_unknown_word_in_any_effect_is_named(tmp_path: Path, effect: str, field: str) -> None:
    """The closed words are closed in every kind of effect."""
    data = refusal(made(tmp_path, GOOD.replace("[[SO1.needs]]", effect + "[[SO1.needs]]")))

    assert (data["file"], data["field"]) == ("home.toml", field)


def test_boxes_of_another_question_must_fit_the_field_they_fill(tmp_path: Path) -> None:
    """A way of having lunch that the plan does not know is refused, not forgotten."""
    lunch = """
[MA2]
sitting = "A"
kind = "ticks"
private = true
sv = "Hur?"
en = "How?"
options = [{ code = "on_the_moon", sv = "På månen", en = "On the moon" }]

[MA3]
sitting = "A"
kind = "yes_no"
private = true
sv = "Kan du äta?"
en = "Can you eat?"

[[MA3.needs]]
when = ["no"]
need = "lunch_elsewhere"
strength = "hard_now"
filled_by = { how = "MA2" }
"""
    data = refusal(made(tmp_path, GOOD, breaks=lunch))

    assert (data["file"], data["field"]) == ("breaks.toml", "MA3.needs.0.filled_by.how")


def test_questions_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    """A cycle in shown_if: the first of the two waits for one that is asked after it."""
    cycle = GOOD.replace('details = ["time"]', 'shown_if = { question = "SO3", contains = "mon" }\ndetails = ["time"]')

    assert refusal(made(tmp_path, cycle))["field"] == "SO1.shown_if.question"


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    """An id is the name of one question."""
    data = refusal(made(tmp_path, GOOD, travel=GOOD))

    assert (data["file"], data["field"]) == ("travel.toml", "SO1")


def test_the_same_id_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    """TOML itself says so, with the line."""
    data = refusal(made(tmp_path, GOOD + GOOD))

    assert data["file"] == "home.toml"
    assert "SO1" in str(data["problem"])


def test_a_question_that_leads_to_nothing_is_refused(tmp_path: Path) -> None:
    """Nobody is asked for the sake of asking."""
    idle = GOOD + '[SO5]\nsitting = "B"\nkind = "yes_no"\nprivate = true\nsv = "Är det så?"\nen = "Is it so?"\n'

    assert refusal(made(tmp_path, idle))["field"] == "SO5"


@pytest.mark.parametrize(("name", "field"), [("XX1", "XX1"), ("SO", "SO.id"), ("so1", "so1.id")])
def test_an_id_needs_a_section_and_a_number(tmp_path: Path, name: str, field: str) -> None:
    """Two capital letters of a section, and a number."""
    item = GOOD.split("[SO3]", maxsplit=1)[0].replace("SO1", name)

    assert refusal(made(tmp_path, item))["field"] == field


def test_a_file_of_no_topic_is_refused(tmp_path: Path) -> None:
    """A misspelt file name would otherwise hide a whole topic."""
    assert refusal(made(tmp_path, GOOD, travle=""))["file"] == "travle.toml"


def test_an_entry_that_is_no_table_is_refused(tmp_path: Path) -> None:
    """A stray line above the first table is named."""
    assert refusal(made(tmp_path, 'SO9 = "x"\n' + GOOD))["field"] == "SO9"
