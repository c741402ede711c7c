"""A form says some of a file anew, and leaves the rest as it stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.routines import HelpNumber, Person, Routines
from casework.settings import Setting, check_setting, keep_setting, see_setting
from casework.settings_forms import (
    file_to_fetch,
    name_to_fetch,
    with_numbers,
    with_people,
    with_room,
    with_rule,
    with_words,
    with_year,
    without_room,
)
from casework.settings_kinds import KINDS, SettingsKind
from planning.local_rules import LocalRule, LocalWords
from planning.rooms import Room, RoomUse
from planning.school_dates import FreeDays, SchoolYearDates
from planning.telling_kinds import Telling
from questionnaire.vocabulary import Routine
from storage.store import CaseStore
from tests.casework.test_settings import YEAR
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return opened_store(tmp_path / "arenden.stegvis")


def kept(store: CaseStore, kind: SettingsKind, text: str) -> Setting:
    """The setting once that has been kept."""
    assert keep_setting(store, kind, text.encode()).faults == ()
    return see_setting(store, kind)


def test_numbers_and_people_are_said_without_touching_each_other(store: CaseStore) -> None:
    """Each form writes its own entry."""
    setting = see_setting(store, SettingsKind.ROUTINES)
    numbers = [HelpNumber(sv="Kurator", en="Counsellor", phone="0500-11 11 11")]
    setting = kept(store, SettingsKind.ROUTINES, with_numbers(setting, numbers, dt.date(2026, 11, 30)))
    person = Person(sv="kuratorn", en="the counsellor", name="Test Testsson", phone="0500-22 22 22")
    setting = kept(store, SettingsKind.ROUTINES, with_people(setting, Routine.HOME, person, person))
    routines: Routines = setting.value
    assert routines.help.numbers[0].phone == "0500-11 11 11"
    assert routines.help.checked_on == dt.date(2026, 11, 30)
    assert routines.by_routine[Routine.HOME].second == person
    assert len(routines.by_routine[Routine.HOME].todo) == 1


def test_a_year_is_said_and_the_others_stay(store: CaseStore) -> None:
    """In the order of the years."""
    setting = kept(store, SettingsKind.CALENDAR, YEAR)
    closed = (FreeDays(first=dt.date(2025, 10, 27), last=dt.date(2025, 10, 31), name="Höstlov"),)
    setting = kept(store, SettingsKind.CALENDAR, with_year(setting, "2025/26", SchoolYearDates(closed=closed)))
    assert list(setting.value) == ["2025/26", "2026/27"]
    assert len(setting.value["2026/27"].closed) == 3


def test_a_room_gets_another_name_and_is_taken_away(store: CaseStore) -> None:
    """The last one taken away leaves no file."""
    room = Room(use=(RoomUse.CALM,), seats=4)
    setting = kept(store, SettingsKind.ROOMS, with_room(see_setting(store, SettingsKind.ROOMS), "Lugna", room))
    setting = kept(store, SettingsKind.ROOMS, with_room(setting, "Lugna rummet", room, instead_of="Lugna"))
    assert dict(setting.value) == {"Lugna rummet": room}
    setting = kept(store, SettingsKind.ROOMS, without_room(setting, "Lugna rummet"))
    assert (dict(setting.value), setting.text) == ({}, "")


def test_limits_and_words_are_said_without_touching_each_other(store: CaseStore) -> None:
    """And an empty one is as it is delivered."""
    setting = see_setting(store, SettingsKind.RULES)
    rule = LocalRule(numbers={"most_weeks_a_step": 8}, source="Kommunens riktlinje")
    setting = kept(store, SettingsKind.RULES, with_rule(setting, "C8", rule))
    words = {Telling.HEALTH: LocalWords(stems=("blåklocke",)), Telling.FAMILY: LocalWords()}
    setting = kept(store, SettingsKind.RULES, with_words(setting, words))
    assert setting.value.rules == {"C8": rule}
    assert setting.value.words == {Telling.HEALTH: LocalWords(stems=("blåklocke",))}
    setting = kept(store, SettingsKind.RULES, with_words(setting, {}))
    setting = kept(store, SettingsKind.RULES, with_rule(setting, "C8", None))
    assert setting.text == ""


def test_a_form_mends_a_file_that_was_broken_in_the_folder(store: CaseStore, tmp_path: Path) -> None:
    """From what holds, since the file says nothing that can be used."""
    kept(store, SettingsKind.CALENDAR, YEAR)
    (tmp_path / "lasar.toml").write_text('["2026/27"\n', encoding="utf-8")
    setting = see_setting(store, SettingsKind.CALENDAR)
    assert setting.state.faults
    setting = kept(store, SettingsKind.CALENDAR, with_year(setting, "2025/26", SchoolYearDates()))
    assert list(setting.value) == ["2025/26", "2026/27"]


@pytest.mark.parametrize("kind", list(SettingsKind))
def test_there_is_always_a_file_to_begin_from_that_changes_nothing(store: CaseStore, kind: SettingsKind) -> None:
    """And one that has its lines uncommented can be read in as it is."""
    setting = see_setting(store, kind)
    text = file_to_fetch(setting)
    assert name_to_fetch(setting) == KINDS[kind].file
    checked = check_setting(store, kind, text.encode())
    assert (checked.faults, checked.changes) == ((), ())
    if kind is not SettingsKind.ROUTINES:
        begun = "\n".join(line.removeprefix("# ").removeprefix("#") for line in text.splitlines()[2:])
        used = check_setting(store, kind, begun.encode())
        assert used.faults == ()
        assert used.changes or kind is SettingsKind.RULES


def test_what_stands_in_the_file_is_what_is_fetched(store: CaseStore) -> None:
    """Comments and all."""
    setting = kept(store, SettingsKind.CALENDAR, f"# Våra läsår\n{YEAR}")
    assert file_to_fetch(setting) == f"# Våra läsår\n{YEAR}"
