"""Settings: checked whole, shown as a difference, kept as versions, put back; and who may do what with whose."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.routines import routines_in_force
from casework.settings import (
    Checked,
    SettingState,
    check_setting,
    keep_setting,
    list_settings,
    put_back,
    see_setting,
    units_to_see,
)
from casework.settings_kinds import SettingsKind
from casework.settings_words import say_kind, say_state
from planning.access import Role
from planning.errors import BadInput, NotAllowed, PlanningError
from storage.actor import ALONE, SYSTEM
from storage.audit import Outcome
from storage.store import CaseStore
from tests.casework.staffed import ELSEWHERE, HERE, Staffed, told
from tests.opened_store import opened_store

HELP = '[help]\nnumbers = [{{ sv = "Jourhavande kurator", en = "Counsellor on duty", phone = "{phone}" }}]\n'
YEAR = """["2026/27"]
terms = [{ first = 2026-08-18, last = 2026-12-18 }, { first = 2027-01-11, last = 2027-06-11 }]
closed = [
    { first = 2026-10-26, last = 2026-10-30, name = "Höstlov" },
    { first = 2026-11-13, name = "Studiedag", kind = "study_day" },
    { first = 2027-02-22, last = 2027-02-26, name = "Sportlov" },
]
"""


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation, in a folder of its own."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return opened_store(tmp_path / "arenden.stegvis")


def keep(store: CaseStore, kind: SettingsKind, text: str, **more: str) -> Checked:
    """Keeps that text."""
    return keep_setting(store, kind, text.encode(), **more)  # type: ignore[arg-type]  # a unit, or nothing


def state_of(store: CaseStore, kind: SettingsKind) -> SettingState:
    """How it is with that kind."""
    return next(state for state in list_settings(store) if state.kind is kind)


def test_as_delivered_nothing_is_said_to_be_changed(alone: CaseStore) -> None:
    """Every kind has a name and a sentence, and the coach alone may change them all."""
    states = list_settings(alone)
    assert [state.kind for state in states] == list(SettingsKind)
    assert {say_state(state) for state in states} == {"Som det levereras"}
    assert all(state.may_keep for state in states)
    assert all(say_kind(kind).title and say_kind(kind).about.endswith(".") for kind in SettingsKind)


def test_a_kept_file_holds_at_once_and_tells_who_kept_it(alone: CaseStore, tmp_path: Path) -> None:
    """What is kept is what the alert then says."""
    done = keep(alone, SettingsKind.ROUTINES, HELP.format(phone="0500-11 11 11"))
    assert done.faults == ()
    assert done.changes[0] == "Nytt nummer att ringa: Jourhavande kurator, 0500-11 11 11"
    assert [number.phone for number in routines_in_force(tmp_path).routines.help.numbers] == ["0500-11 11 11"]
    state = state_of(alone, SettingsKind.ROUTINES)
    assert state.changed is not None
    assert state.changed.by == ALONE.user
    assert say_state(state, ALONE.user).endswith("av dig")
    assert ("keep_settings", Outcome.DONE) in acts(alone)


def acts(store: CaseStore) -> list[tuple[str, Outcome]]:
    """What the log holds."""
    with store.reading() as reader:
        return [(row.action, row.outcome) for row in reader.log()]


def test_a_file_is_looked_at_before_it_is_kept(alone: CaseStore, tmp_path: Path) -> None:
    """Checking tells what would change, and changes nothing."""
    checked = check_setting(alone, SettingsKind.CALENDAR, YEAR.encode())
    assert checked.changes[0] == "2026/27: 2 lov och 1 studiedag tillkommer"
    assert "+ Sportlov, 22 feb 2027–26 feb 2027" in checked.changes
    assert "+ Studiedag, fre 13 nov 2026" in checked.changes
    assert "2026/27: vårterminen är 11 jan 2027–11 juni 2027" in checked.changes
    assert not (tmp_path / "lasar.toml").exists()
    assert state_of(alone, SettingsKind.CALENDAR).is_default


def test_a_bad_file_changes_nothing_and_every_fault_is_told(alone: CaseStore, tmp_path: Path) -> None:
    """By file, entry and field, each with what to do; the file that held goes on holding."""
    keep(alone, SettingsKind.CALENDAR, YEAR)
    bad = YEAR.replace("2026-10-30", "2026-10-20").replace("2027-02-26", "2027-09-01").replace('"study_day"', '"ledig"')
    refused = keep(alone, SettingsKind.CALENDAR, bad + '["2027"]\nclosed = []\n')
    assert [(fault.file, fault.entry, fault.field) for fault in refused.faults] == [
        ("lasar.toml", "2026/27", "closed.0"),
        ("lasar.toml", "2026/27", "closed.1.kind"),
        ("lasar.toml", "2027", ""),
    ]
    assert refused.faults[0].said == "Slutet ligger inte efter början. Rätta det ena eller det andra."
    assert "2026/27" in refused.faults[2].said
    assert refused.changes == ()
    assert (tmp_path / "lasar.toml").read_text("utf-8") == YEAR
    assert len(see_setting(alone, SettingsKind.CALENDAR).versions) == 1


def test_the_one_before_can_be_put_back_and_so_can_what_was_delivered(alone: CaseStore, tmp_path: Path) -> None:
    """Nothing is thrown away by it: putting back is a version like any other."""
    for phone in ("0500-11 11 11", "0500-22 22 22"):
        keep(alone, SettingsKind.ROUTINES, HELP.format(phone=phone))
    put_back(alone, SettingsKind.ROUTINES)
    assert "0500-11 11 11" in (tmp_path / "rutiner.toml").read_text("utf-8")
    put_back(alone, SettingsKind.ROUTINES, 0)
    assert not (tmp_path / "rutiner.toml").exists()
    assert state_of(alone, SettingsKind.ROUTINES).is_default
    put_back(alone, SettingsKind.ROUTINES, 2)
    assert "0500-22 22 22" in (tmp_path / "rutiner.toml").read_text("utf-8")
    assert [version.number for version in see_setting(alone, SettingsKind.ROUTINES).versions] == [1, 2, 3, 4, 5]


def test_with_nothing_before_there_is_nothing_to_put_back(alone: CaseStore) -> None:
    """And no such version is no such version."""
    assert told(put_back, alone, SettingsKind.ROOMS) == "nothing_before"
    assert told(put_back, alone, SettingsKind.ROOMS, 7) == "no_such_version"


def test_what_was_changed_in_the_folder_is_told_and_kept_before_it_is_written_over(
    alone: CaseStore, tmp_path: Path
) -> None:
    """The file is the municipality's, whoever wrote it."""
    (tmp_path / "rutiner.toml").write_text(HELP.format(phone="0500-33 33 33"), encoding="utf-8")
    assert say_state(state_of(alone, SettingsKind.ROUTINES)).startswith("Ändrat i mappen ")
    keep(alone, SettingsKind.ROUTINES, HELP.format(phone="0500-44 44 44"))
    assert [version.by for version in see_setting(alone, SettingsKind.ROUTINES).versions] == ["", ALONE.user]
    put_back(alone, SettingsKind.ROUTINES)
    assert "0500-33 33 33" in (tmp_path / "rutiner.toml").read_text("utf-8")


def test_a_file_broken_in_the_folder_leaves_what_was_kept_last_in_force(alone: CaseStore, tmp_path: Path) -> None:
    """And the fault is told."""
    keep(alone, SettingsKind.ROUTINES, HELP.format(phone="0500-11 11 11"))
    (tmp_path / "rutiner.toml").write_text("[help]\nnumbers = []\n", encoding="utf-8")
    held = routines_in_force(tmp_path)
    assert [number.phone for number in held.routines.help.numbers] == ["0500-11 11 11"]
    assert held.fault is not None
    state = state_of(alone, SettingsKind.ROUTINES)
    assert say_state(state) == "Fel i filen på 1 ställe. Det gamla gäller."
    assert state.faults[0].field == "numbers"


def test_two_who_change_at_once_do_not_write_over_each_other(alone: CaseStore) -> None:
    """The later one is told, and nothing of theirs is kept."""
    keep(alone, SettingsKind.ROUTINES, HELP.format(phone="0500-11 11 11"))
    with pytest.raises(BadInput, match="settings_changed_meanwhile"):
        keep_setting(alone, SettingsKind.ROUTINES, HELP.format(phone="0500-22 22 22").encode(), seen=0)
    assert len(see_setting(alone, SettingsKind.ROUTINES).versions) == 1


def test_the_same_file_again_is_no_new_version(alone: CaseStore) -> None:
    """And says that it changes nothing."""
    keep(alone, SettingsKind.CALENDAR, YEAR)
    assert keep(alone, SettingsKind.CALENDAR, YEAR).changes == ()
    assert len(see_setting(alone, SettingsKind.CALENDAR).versions) == 1


def test_a_folder_that_cannot_be_written_in_is_told_and_nothing_changes(alone: CaseStore, tmp_path: Path) -> None:
    """Neither the file nor its history."""
    (tmp_path / "installningar").write_text("in the way", encoding="utf-8")
    assert told(keep, alone, SettingsKind.CALENDAR, YEAR) == "settings_not_writable"
    assert not (tmp_path / "lasar.toml").exists()
    assert state_of(alone, SettingsKind.CALENDAR).is_default


@pytest.mark.parametrize("content", [b"\xff\xfe[help]", b"x" * 300_001, b"[help", b'[help]\nnumbers = [{ sv = "'])
def test_what_is_no_file_of_settings_is_refused_with_a_sentence(alone: CaseStore, content: bytes) -> None:
    """Another encoding, too large, half a file."""
    refused = check_setting(alone, SettingsKind.ROUTINES, content)
    assert len(refused.faults) == 1
    assert refused.faults[0].said.endswith(".")


def test_what_the_law_says_is_not_for_a_municipality_to_change(alone: CaseStore) -> None:
    """A threshold that is our own default is; what is said names the statute."""
    text = '[T2]\nnumbers = { minutes_a_day = 600 }\nsource = "Vår riktlinje"\n'
    (fault,) = check_setting(alone, SettingsKind.RULES, text.encode()).faults
    assert "skollagen 7 kap. 17 §" in fault.said
    open_to = '[C8]\nnumbers = { most_weeks_a_step = 8 }\nsource = "Kommunens riktlinje 2027"\n'
    assert keep(alone, SettingsKind.RULES, open_to).changes == (
        "Ett steg som är längre än så många veckor påpekas: 6 blir 8 (C8)",
    )


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Staffed:
    """A municipality's installation."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return Staffed(tmp_path)


def tries(store: CaseStore, kind: SettingsKind, unit: str = "") -> str:
    """What comes of keeping something there."""
    text = {SettingsKind.CALENDAR: YEAR, SettingsKind.ROUTINES: HELP.format(phone="0500-11 11 11")}[kind]
    try:
        keep_setting(store, kind, text.encode(), unit)
    except PlanningError as error:
        return error.code
    return ""


def test_a_coordinator_keeps_what_is_their_own_school_s(town: Staffed) -> None:
    """Neither another school's, nor what is the whole municipality's."""
    lead = town.somebody(Role.COORDINATOR)
    assert tries(lead, SettingsKind.CALENDAR, HERE) == ""
    assert tries(lead, SettingsKind.CALENDAR, ELSEWHERE) == "not_yours_to_do"
    assert tries(lead, SettingsKind.CALENDAR) == "not_yours_to_do"
    assert tries(lead, SettingsKind.ROUTINES) == "not_yours_to_do"
    assert tries(lead, SettingsKind.ROUTINES, HERE) == "not_yours_to_do"
    assert {state.kind: state.may_keep for state in list_settings(lead, HERE)} == {
        SettingsKind.CALENDAR: True, SettingsKind.ROOMS: True,
    }  # fmt: skip
    assert not any(state.may_keep for state in list_settings(lead))


def test_an_administrator_keeps_all_of_them(town: Staffed) -> None:
    """And the program itself, at the server."""
    keeper = town.somebody(Role.ADMINISTRATOR, unit="")
    assert [tries(keeper, kind) for kind in (SettingsKind.CALENDAR, SettingsKind.ROUTINES)] == ["", ""]
    assert tries(keeper, SettingsKind.CALENDAR, HERE) == ""
    assert tries(town.store.acting(SYSTEM), SettingsKind.ROUTINES) == ""


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.DATA_PROTECTION_OFFICER])
def test_a_rektor_and_the_officer_see_and_change_nothing(town: Staffed, role: Role) -> None:
    """What they see is their own school's, and the whole municipality's."""
    store = town.somebody(role)
    assert len(list_settings(store)) == len(SettingsKind)
    assert not any(state.may_keep for state in (*list_settings(store), *list_settings(store, HERE)))
    assert tries(store, SettingsKind.CALENDAR, HERE) == "not_yours_to_do"
    assert told(list_settings, store, ELSEWHERE) == "not_yours_to_do"


@pytest.mark.parametrize("role", [Role.COACH, Role.MENTOR, Role.STUDENT, Role.GUARDIAN])
def test_others_meet_no_settings_in_a_municipality(town: Staffed, role: Role) -> None:
    """They meet what the settings lead to."""
    store = town.somebody(role)
    with pytest.raises(NotAllowed, match="not_yours_to_do"):
        list_settings(store)
    assert told(put_back, store, SettingsKind.ROUTINES) == "not_yours_to_do"


def test_a_school_without_its_own_has_the_municipality_s(town: Staffed) -> None:
    """Until somebody writes one for it."""
    keeper, lead = town.somebody(Role.ADMINISTRATOR, unit=""), town.somebody(Role.COORDINATOR)
    keep_setting(keeper, SettingsKind.CALENDAR, YEAR.encode())
    seen = see_setting(lead, SettingsKind.CALENDAR, HERE)
    assert list(seen.value) == ["2026/27"]
    assert say_state(seen.state) == "Som i hela kommunen"
    keep_setting(lead, SettingsKind.CALENDAR, YEAR.replace("2027-02-22", "2027-02-23").encode(), HERE)
    days = see_setting(lead, SettingsKind.CALENDAR, HERE).value["2026/27"].closed
    assert days[2].first == dt.date(2027, 2, 23)
    assert see_setting(keeper, SettingsKind.CALENDAR).value["2026/27"].closed[2].first == dt.date(2027, 2, 22)


def test_units_are_named_to_those_who_keep_their_settings(town: Staffed) -> None:
    """All of them for the whole municipality's people, else one's own."""
    from casework.people import add_unit  # noqa: PLC0415  one test alone needs it

    keeper = town.somebody(Role.ADMINISTRATOR, unit="")
    made = add_unit(keeper, "Exempelskolan")
    add_unit(keeper, "Andra exempelskolan")
    assert {unit.name for unit in units_to_see(keeper)} == {"Exempelskolan", "Andra exempelskolan"}
    lead = town.somebody(Role.COORDINATOR, unit=made)
    assert [unit.name for unit in units_to_see(lead)] == ["Exempelskolan"]


@pytest.mark.parametrize("unit", ["../..", "enheter/x", "a b", "x" * 40])
def test_a_unit_is_never_a_path(alone: CaseStore, unit: str) -> None:
    """What comes from outside names no folder."""
    assert told(see_setting, alone, SettingsKind.CALENDAR, unit) == "settings_of_no_school"
