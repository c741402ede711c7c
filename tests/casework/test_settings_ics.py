"""Lov and studiedagar out of a school's calendar: what says so is taken, and the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.settings import check_setting, keep_setting, see_setting
from casework.settings_ics import calendar_from
from casework.settings_kinds import SettingsKind
from planning.errors import BadInput
from planning.school_dates import DayKind
from storage.store import CaseStore
from tests.casework.test_settings import YEAR
from tests.interop.test_free_days import calendar, event
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation, whose calendar has terms."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    opened = opened_store(tmp_path / "arenden.stegvis")
    keep_setting(opened, SettingsKind.CALENDAR, YEAR.encode())
    return opened


def test_the_days_of_the_file_go_over_those_of_its_years_and_the_terms_stay(store: CaseStore) -> None:
    """What overlaps gives way to the longer; two school years come apart."""
    content = calendar(
        event("20261026", "20261031", "Höstlov"),
        event("20261028", "20261029", "Lovdag"),
        event("20261113", "20261114", "Kompetensdag, elever lediga"),
        event("20261002", "20261003", "Friluftsdag"),
        event("20270823", "20270824", "Studiedag"),
    )
    found = calendar_from(see_setting(store, SettingsKind.CALENDAR), content, "skolan.ics")
    assert found.others == ("Friluftsdag",)
    assert check_setting(store, SettingsKind.CALENDAR, found.text.encode()).faults == ()
    keep_setting(store, SettingsKind.CALENDAR, found.text.encode())
    years = see_setting(store, SettingsKind.CALENDAR).value
    assert [(day.name, day.kind) for day in years["2026/27"].closed] == [
        ("Höstlov", DayKind.LOV), ("Kompetensdag, elever lediga", DayKind.STUDY_DAY),
    ]  # fmt: skip
    assert len(years["2026/27"].terms) == 2
    assert [day.name for day in years["2027/28"].closed] == ["Studiedag"]


def test_a_calendar_without_any_is_told(store: CaseStore) -> None:
    """Nothing is made of it."""
    content = calendar(event("20261002", "20261003", "Friluftsdag"))
    with pytest.raises(BadInput, match="no_free_days"):
        calendar_from(see_setting(store, SettingsKind.CALENDAR), content, "skolan.ics")
