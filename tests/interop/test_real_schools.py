"""The twelve real schools beside the repository: both of their forms are read, and say the same weeks."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from interop import fet_xml, neutral_csv
from interop.choices import Read, TimetableChoice
from interop.reading import offered_groups, read_timetable
from planning.clock import clock_text
from planning.timetable import Lesson

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
SCHOOLS = (
    "ar_isj", "de_dgs", "de_sec1", "el_didy", "es_ies", "fi_puris", "hu_vmg", "it_liceo", "na_havana", "na_high",
    "ro_or10", "za_mhs",
)
# FET's subgroups file does not name classes. These cannot be told by the start of the name: the subgroups of 8a are
# called «SW8a», and «4ESO-B-FP», which begins like 4ESO-B, is a class of its own.
NOT_BY_NAME = {("de_sec1", "8a"), ("de_sec1", "8b"), ("de_sec1", "8c"), ("es_ies", "4ESO-B")}

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the real timetables are not beside this repository")

PARSED_FET = cache(fet_xml.read_subgroups)
PARSED_CSV = cache(neutral_csv.read_table)

What = tuple[str, str, int, int, str, frozenset[str], frozenset[str]]


@cache
def neutral_rows(school: str) -> list[dict[str, str]]:
    """The rows of the school's neutral CSV, read without the program."""
    with (DATA / "neutral" / f"{school}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def neutral(school: str) -> bytes:
    """The school's neutral CSV."""
    return (DATA / "neutral" / f"{school}.csv").read_bytes()


@cache
def fet(school: str) -> bytes:
    """The school's subgroups as FET wrote them."""
    return (DATA / "fet_raw" / school / f"{school}_subgroups.xml").read_bytes()


@pytest.fixture(autouse=True)
def _each_file_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of groups are read out of each file; only the parsing is shared between them."""
    monkeypatch.setattr(fet_xml, "read_subgroups", PARSED_FET)
    monkeypatch.setattr(neutral_csv, "read_table", lambda content, name, _mended: PARSED_CSV(content, name))


def groups_of(school: str, unit: str) -> list[str]:
    """The school's groups of that unit."""
    return list(dict.fromkeys(row["group"] for row in neutral_rows(school) if row["unit"] == unit))


@cache
def explained(school: str) -> TimetableChoice:
    """What the FET file does not say, from the neutral rows: the clock of each hour, the weekday of each day."""
    clocks: dict[str, set[tuple[str, str]]] = defaultdict(set)
    days: dict[str, tuple[str, str]] = {}
    for row in neutral_rows(school):
        days[row["source_day"].strip()] = (row["week"], row["weekday"])
        if row["source_slots"] == "1":
            clocks[row["source_hour"].strip()].add((row["start"], row["end"]))
    assert all(len(of_hour) == 1 for of_hour in clocks.values())
    bell_times = {hour: next(iter(of_hour)) for hour, of_hour in clocks.items()}
    return TimetableChoice.model_validate({"bell_times": bell_times, "days": days})


def said_by_rows(rows: Iterable[dict[str, str]]) -> set[What]:
    """When, what, with whom and where, of rows."""
    return {
        (
            row["week"], row["weekday"], minutes(row["start"]), minutes(row["end"]), row["subject"],
            frozenset(filter(None, row["teacher"].split("|"))), frozenset(filter(None, row["room"].split("|"))),
        )
        for row in rows
    }


def minutes(clock: str) -> int:
    """Minutes after midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


def said_by_lessons(lessons: Iterable[Lesson]) -> set[What]:
    """When, what, with whom and where, of lessons."""
    return {
        (o.week, o.weekday.short, o.start, o.end, o.subject, frozenset(o.teachers), frozenset(o.rooms))
        for o in lessons
    }


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("unit", ["class", "student_path"])
def test_every_group_of_the_neutral_csv_is_read_whole_and_without_doubts(school: str, unit: str) -> None:
    """Each class and each student path has exactly the rows of its group, and nothing to ask about."""
    for group in groups_of(school, unit):
        choice = TimetableChoice.model_validate({"group": group, "unit": unit})
        reading = read_timetable(neutral(school), f"{school}.csv", choice)
        rows = [row for row in neutral_rows(school) if row["group"] == group and row["unit"] == unit]
        assert isinstance(reading, Read)
        assert len(reading.timetable.lessons) == len(rows)
        assert said_by_lessons(reading.timetable.lessons) == said_by_rows(rows)
        assert [o.source_ref for o in reading.timetable.lessons if not o.source_ref] == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_subgroup_of_the_fet_file_is_read(school: str) -> None:
    """With its hours and days explained, each subgroup has its lessons and nothing to ask about."""
    for offer in offered_groups(fet(school), f"{school}.xml"):
        if not offer.lessons:
            continue
        choice = explained(school).model_copy(update={"group": offer.group, "unit": "student_path"})
        reading = read_timetable(fet(school), f"{school}.xml", choice)
        assert isinstance(reading, Read)
        assert len(reading.timetable.lessons) == offer.lessons


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_student_path_is_the_same_in_both_forms(school: str) -> None:
    """Week, weekday, start, end, subject, teachers and rooms agree for every student path of the school."""
    for group in groups_of(school, "student_path"):
        choice = explained(school).model_copy(update={"group": group, "unit": "student_path"})
        reading = read_timetable(fet(school), f"{school}.xml", choice)
        rows = [row for row in neutral_rows(school) if row["group"] == group]
        assert said_by_lessons(reading.timetable.lessons) == said_by_rows(rows), group


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_class_is_the_same_in_both_forms(school: str) -> None:
    """The subgroups that begin with the class's name have together what the neutral class has."""
    for group in groups_of(school, "class"):
        if (school, group) in NOT_BY_NAME:
            continue
        choice = explained(school).model_copy(update={"group": group, "unit": "class"})
        reading = read_timetable(fet(school), f"{school}.xml", choice)
        rows = [row for row in neutral_rows(school) if row["group"] == group]
        assert said_by_lessons(reading.timetable.lessons) == said_by_rows(rows), group


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_a_scenario_takes_the_same_lessons_as_its_checker(number: int) -> None:
    """Week, weekday, times, subject, people, rooms and reference of every occasion are the checker's own."""
    spec = importlib.util.spec_from_file_location("check_plan", DATA / "scenarios" / "check_plan.py")
    assert spec is not None
    assert spec.loader is not None
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    scenario = json.loads((DATA / "scenarios" / f"S{number:02d}.json").read_text(encoding="utf-8"))
    asked = scenario["timetable"]
    choice = TimetableChoice.model_validate(
        {
            "group": asked["group"], "unit": asked["unit"], "week_labels": asked["week_labels"],
            "keep_parts": asked.get("part_of_group_keep"), "drop_subjects": asked.get("drop_subjects", []),
        }
    )
    timetable = read_timetable((DATA / asked["file"]).read_bytes(), asked["file"], choice).timetable
    taken = Counter(
        (
            week, o.weekday.short, clock_text(o.start), clock_text(o.end), o.subject, o.teachers, o.rooms, o.source_ref,
        )
        for week, o in ((occasion.week, occasion.lesson) for occasion in timetable.occasions)
    )
    assert taken == Counter(
        (
            row["week"], row["weekday"], row["start"], row["end"], row["subject"], tuple(row["teachers"]),
            tuple(row["rooms"]), row["ref"],
        )
        for row in checker.load_timetable(scenario, str(DATA))
    )
