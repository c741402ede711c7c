"""The school's bell times and subjects are remembered from one student to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.cases import CaseStore, create_case, take_in_timetable
from casework.school_day import (
    LOCAL_FILE,
    ORDINARY,
    Bell,
    SchoolDay,
    Tap,
    day_in,
    remember,
    school_day,
    tapped_week,
)
from planning.clock import Weekday
from planning.timetable import LessonKind
from tests.casework.small_week import week
from tests.opened_store import opened_store

DAY = SchoolDay(bells=(Bell(start=490, end=540), Bell(start=690, end=720, is_lunch=True)), subjects=("Bild", "Slöjd"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """A store, and the folder of its installation."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return opened_store(tmp_path / "cases.stegvis")


def test_the_next_student_begins_from_the_last_ones_bells(store: CaseStore) -> None:
    """What one week was tapped into is there for another case of the same school."""
    first, second = create_case(store, name="Kim"), create_case(store, name="Alex")
    assert school_day(store, second) is None
    take_in_timetable(store, first, week("A"), day=DAY)
    assert school_day(store, second) == DAY


def test_each_unit_has_its_own(store: CaseStore) -> None:
    """Another school's bells are no use here."""
    remember("another unit", DAY)
    assert school_day(store, create_case(store, name="Kim")) is None


def test_a_file_that_cannot_be_read_is_as_none(store: CaseStore, tmp_path: Path) -> None:
    """Nobody is kept from typing a week by a broken file, and the next week mends it."""
    (tmp_path / LOCAL_FILE).write_text("{", encoding="utf-8")
    case_id = create_case(store, name="Kim")
    assert school_day(store, case_id) is None
    take_in_timetable(store, case_id, week("A"), day=DAY)
    assert school_day(store, case_id) == DAY


def test_nothing_of_a_student_is_in_the_file(store: CaseStore, tmp_path: Path) -> None:
    """Times and subjects, and no more."""
    case_id = create_case(store, name="Kim Exempel")
    take_in_timetable(store, case_id, week("A"), day=DAY)
    kept = (tmp_path / LOCAL_FILE).read_text(encoding="utf-8")
    assert kept == (
        '{"":{"bells":[{"start":"08:10","end":"09:00","is_lunch":false},'
        '{"start":"11:30","end":"12:00","is_lunch":true}],"subjects":["Bild","Slöjd"]}}'
    )


def test_what_one_begins_from_otherwise_is_a_day_in_order() -> None:
    """Bells follow each other, one of them is a lunch, and no subject stands twice."""
    ends = [bell.end for bell in ORDINARY.bells]
    assert all(end <= later.start for end, later in zip(ends, ORDINARY.bells[1:], strict=False))
    assert sum(bell.is_lunch for bell in ORDINARY.bells) == 1
    assert len(set(ORDINARY.subjects)) == len(ORDINARY.subjects)


def test_lines_are_read_as_people_write_times() -> None:
    """With dot or colon, a lunch called so; what is no time is told, and nothing stands twice."""
    bells = "8:10-9:00\n0910–1000\n\nlunch 11.30-12.00\n8.10–9.00\nsen\n10.00-9.00"
    day, unread = day_in(bells, "Bild\nSlöjd, Bild;Musik")
    assert [(bell.name, bell.is_lunch) for bell in day.bells] == [
        ("08:10-09:00", False), ("09:10-10:00", False), ("11:30-12:00", True)
    ]  # fmt: skip
    assert day.subjects == ("Bild", "Slöjd", "Musik")
    assert unread == ("sen", "10.00-9.00")


def test_taps_become_a_week_with_lunch_on_the_days_that_have_lessons() -> None:
    """And taps into bells that are gone are left."""
    taps = [
        Tap(bell="08:10-09:00", day=Weekday.MON, subject="Bild", room="B204"),
        Tap(bell="08:10-09:00", day=Weekday.FRI, subject="Slöjd"),
        Tap(bell="07:00-07:30", day=Weekday.TUE, subject="Bild"),
    ]
    timetable = tapped_week(DAY, taps)
    assert [(o.weekday, o.subject, o.rooms, o.kind) for o in timetable.lessons] == [
        (Weekday.MON, "Bild", ("B204",), LessonKind.LESSON), (Weekday.MON, "Lunch", (), LessonKind.LUNCH),
        (Weekday.FRI, "Slöjd", (), LessonKind.LESSON), (Weekday.FRI, "Lunch", (), LessonKind.LUNCH),
    ]  # fmt: skip
