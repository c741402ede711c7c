"""A case is told what has come in its school's calendar, and takes it in when somebody wants it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.cases import create_case, open_case, write_facts
from casework.settings import keep_setting
from casework.settings_kinds import SettingsKind
from casework.settings_news import calendar_news, take_in_calendar
from planning.access import Role
from planning.calendar import ClosedDays
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import ELSEWHERE, HERE, Staffed
from tests.casework.test_settings import YEAR
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return opened_store(tmp_path / "arenden.stegvis")


def with_days(store: CaseStore, *closed: ClosedDays) -> CaseId:
    """A case whose coach has written those days."""
    case_id = create_case(store, name="Test T.")
    facts = open_case(store, case_id).facts
    write_facts(
        store, case_id, facts.model_copy(update={"calendar": facts.calendar.model_copy(update={"closed": closed})})
    )
    return case_id


def test_a_case_with_all_of_it_hears_nothing(store: CaseStore) -> None:
    """As every new one has it."""
    keep_setting(store, SettingsKind.CALENDAR, YEAR.encode())
    assert not calendar_news(store, create_case(store, name="Test T."))


def test_what_has_come_is_told_and_taken_in_beside_what_the_case_has(store: CaseStore) -> None:
    """Days of the coach's own stay; a lov of the same name and year gives way to the school's dates."""
    own = ClosedDays(first=dt.date(2026, 12, 3), last=dt.date(2026, 12, 3), name="Läkarbesök")
    old = ClosedDays(first=dt.date(2027, 3, 1), last=dt.date(2027, 3, 5), name="Sportlov")
    case_id = with_days(store, own, old)
    keep_setting(store, SettingsKind.CALENDAR, YEAR.encode())
    news = calendar_news(store, case_id)
    assert [day.name for day in news.closed] == ["Höstlov", "Studiedag", "Sportlov"]
    assert len(news.terms) == 2
    take_in_calendar(store, case_id)
    calendar = open_case(store, case_id).facts.calendar
    assert [(day.name, day.first) for day in calendar.closed] == [
        ("Höstlov", dt.date(2026, 10, 26)),
        ("Studiedag", dt.date(2026, 11, 13)),
        ("Läkarbesök", dt.date(2026, 12, 3)),
        ("Sportlov", dt.date(2027, 2, 22)),
    ]
    assert not calendar_news(store, case_id)


def test_taking_it_in_again_is_no_new_version(store: CaseStore) -> None:
    """Nothing has changed, and no plan is out of date by it."""
    keep_setting(store, SettingsKind.CALENDAR, YEAR.encode())
    case_id = create_case(store, name="Test T.")
    before = open_case(store, case_id).revision
    take_in_calendar(store, case_id)
    assert open_case(store, case_id).revision == before


def test_a_case_hears_of_its_own_school_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another unit's calendar is none of its."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    town = Staffed(tmp_path)
    coach, keeper = town.somebody(Role.COACH), town.somebody(Role.ADMINISTRATOR, unit="")
    case_id = town.case(unit=HERE)
    town.name(case_id, coach, Role.COACH)
    keep_setting(keeper, SettingsKind.CALENDAR, YEAR.encode(), ELSEWHERE)
    assert not calendar_news(coach, case_id)
    keep_setting(keeper, SettingsKind.CALENDAR, YEAR.encode(), HERE)
    assert calendar_news(coach, case_id)
