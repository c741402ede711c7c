"""The workbook: what the school's systems need, as real dates and times, with no formula and nothing of an answer."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from exports.sheets import Column, Sheet, write_workbook
from exports.workbook import plan_workbook, written_weeks
from planning.items import ItemKind, item_catalogue
from planning.needs.base import NeedId
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from tests.exports.conftest import PLANTED, make
from tests.exports.test_table_cells import HOSTILE
from wording.language import speaking

SHEETS = ("Läs först", "Anpassat schema", "Så registrerar ni frånvaro", "Ämnen", "Ämnen utan undervisning", "Insatser")


def pages(content: bytes) -> dict[str, Worksheet]:
    """The sheets by name."""
    return {page.title: page for page in openpyxl.load_workbook(BytesIO(content))}


def rows(page: Worksheet) -> list[dict[str, Any]]:
    """The rows under their headings."""
    heads, *told = [tuple(row) for row in page.values]
    return [dict(zip(heads, row, strict=True)) for row in told]


def raw(content: bytes) -> str:
    """Every part of the file, as text."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def with_words(words: str, item: ItemKind | None = None) -> tuple[Problem, Plan]:
    """A plan in which subjects and rooms are called that, and perhaps an item with such a person and place."""
    made = make(2)
    named = {"subject": words or "x", "rooms": (words,)}
    lessons = tuple(lesson.model_copy(update=named) for lesson in made.problem.timetable.lessons)
    by_id = {lesson.id: lesson for lesson in lessons}
    steps = tuple(
        step.model_copy(
            update={
                "lessons": tuple(one.model_copy(update={"lesson": by_id[one.lesson.id]}) for one in step.lessons),
                "items": () if item is None else (an_item(item, words),),
            }
        )
        for step in made.plan.steps
    )
    timetable = made.problem.timetable.model_copy(update={"lessons": lessons})
    return made.problem.model_copy(update={"timetable": timetable}), made.plan.model_copy(update={"steps": steps})


def an_item(kind: ItemKind, words: str, need: str = f"{PLANTED}-1") -> PlannedItem:
    """An item on Mondays for that need."""
    return PlannedItem(kind=kind, week="", weekday="mon", start="09:00", end="09:10", person=words, place=words,
                       carrier=item_catalogue()[kind].carrier, need=NeedId(need))  # fmt: skip


def test_there_is_a_sheet_for_every_use(made: Any) -> None:
    """Each with a head that stays, a width for every column, and rows that can be filtered."""
    told = pages(plan_workbook(made.problem, made.plan))
    assert tuple(told) == SHEETS
    for page in told.values():
        assert page.freeze_panes == "A2"
        assert all(page.column_dimensions[cell.column_letter].width > 5 for cell in page[1])
    assert all(told[name].auto_filter.ref for name in SHEETS[1:5])


def test_every_lesson_of_the_plan_stands_with_its_dates_and_hours(made: Any) -> None:
    """Dates are dates and times are times, so that a program can sort them."""
    told = [row for row in rows(pages(plan_workbook(made.problem, made.plan))["Anpassat schema"])
            if row["Räknas som undervisning"] == "ja"]  # fmt: skip
    planned = {
        (step.number, one.lesson.subject, one.start, one.end, one.with_coach)
        for step in made.plan.steps
        for one in step.lessons
    }
    assert {
        (row["Steg"], row["Ämne"], minutes(row["Start"]), minutes(row["Slut"]), row["Med coach"] == "ja")
        for row in told
    } == planned
    first = told[0]
    assert (first["Veckor"], first["Från och med"], first["Till och med"]) == (
        "v. 49–50", dt.datetime(2026, 12, 2), dt.datetime(2026, 12, 9),  # noqa: DTZ001 - openpyxl gives no zone
    )  # fmt: skip
    assert {row["Datumet är"] for row in told if row["Steg"] == 1} == {"bestämt"}
    assert {row["Datumet är"] for row in told if row["Steg"] == 4} == {"tidigast"}


def minutes(time: dt.time) -> int:
    """Minutes after midnight."""
    return time.hour * 60 + time.minute


def test_every_lesson_of_the_class_says_how_it_is_registered(made: Any) -> None:
    """In every step: as usual where the student is, according to plan where not; minutes add up to the class's."""
    told = rows(pages(plan_workbook(made.problem, made.plan))["Så registrerar ni frånvaro"])
    occasions = len(made.problem.timetable.occasions)
    assert len(told) == occasions * len(made.plan.steps)
    for step in made.plan.steps:
        mine = [row for row in told if row["Steg"] == step.number]
        absent = sum(row["Minuter enligt plan"] for row in mine)
        assert absent == sum(o.lesson.minutes for o in made.problem.timetable.occasions) - step.mean_minutes
        away = [row for row in mine if row["Eleven"] == "har inte lektionen"]
        assert {row["Registrera"] for row in away} <= {"enligt plan (anpassad studiegång)"}
        assert len(away) == occasions - len(step.lessons)
    part = next(row for row in told if row["Eleven"].startswith("är med "))
    assert part["Registrera"] == "09.40–10.10 som vanligt, resten enligt plan (anpassad studiegång)"


def test_minutes_add_up_to_totals_that_are_numbers(made: Any) -> None:
    """The sum of every step is the plan's, and its share that of the class's time."""
    *told, total, share = rows(pages(plan_workbook(made.problem, made.plan))["Ämnen"])
    heads = list(total)[1:]
    assert [total[head] for head in heads] == [sum(row[head] for row in told) for head in heads]
    assert [total[head] for head in heads[1:]] == [step.mean_minutes for step in made.plan.steps]
    assert share[heads[-1]] == 1
    assert share[heads[0]] == 1


def test_subjects_without_teaching_are_named_for_those_who_set_grades(made: Any) -> None:
    """From when to when, and whether teaching comes; one that is always there is not named."""
    told = {row["Ämne"]: row for row in rows(pages(plan_workbook(made.problem, made.plan))["Ämnen utan undervisning"])}
    always = {"Svenska", "Engelska", "Kemi"}
    assert set(told) == set(made.problem.timetable.subjects) - always
    assert told["Biologi"]["Till betyget"] == "Undervisning från måndag 14 december 2026 (steg 2)."
    assert told["Bild"]["Utan undervisning i steg"] == "1–2"
    never = made.plan.model_copy(update={"steps": made.plan.steps[:1]})
    shorter = made.problem.model_copy(update={"steps": made.problem.steps[:1]})
    told = {row["Ämne"]: row for row in rows(pages(plan_workbook(shorter, never))["Ämnen utan undervisning"])}
    assert "10 kap. 15 §" in told["Bild"]["Till betyget"]


@settings(max_examples=25, deadline=None)
@given(HOSTILE)
def test_no_cell_becomes_a_formula_whatever_things_are_called(words: str) -> None:
    """Not in a program that reads the file, not in its parts, and not when somebody edits the cell."""
    content = plan_workbook(*with_words(words))
    assert not re.search(r"<f[ >/]|<hyperlink", raw(content))
    assert {cell.data_type for page in pages(content).values() for row in page for cell in row} <= {"s", "n", "d"}


@given(st.lists(HOSTILE, min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_looks_like_a_formula_stays_text_when_it_is_edited(words: list[str]) -> None:
    """Such cells carry the mark of text; every text comes back as it was put in, but for its control characters."""
    sheet = Sheet("Blad", tuple(Column("x", 10) for _ in words), (tuple(words),))
    page = pages(write_workbook("Test", [sheet]))["Blad"]
    for word, cell in zip(words, page[2], strict=True):
        if word.lstrip()[:1] in set("=+-@＝＋－＠") - {""}:
            assert cell.quotePrefix
        if word.isprintable() and word:
            assert cell.value == word


def test_the_file_has_no_macros_and_tells_of_nobody(made: Any) -> None:
    """Neither who made it nor when stands in its properties."""
    content = plan_workbook(made.problem, made.plan)
    book = openpyxl.load_workbook(BytesIO(content))
    assert not [name for name in zipfile.ZipFile(BytesIO(content)).namelist() if "vba" in name.lower()]
    assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")
    assert book.properties.created == dt.datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl gives no zone


def test_nothing_of_an_answer_is_in_it(make_plan: Callable[[int], Any], planted: str) -> None:
    """Neither teachers nor reasons, nor whom or where an item is with; coach.care and closed needs not at all."""
    made = make_plan(4)
    step = made.plan.steps[0]
    items = [an_item(kind, planted, need=f"{planted}-{n}") for n in range(1, 8) for kind in ItemKind]
    plan = made.plan.model_copy(
        update={"steps": (step.model_copy(update={"items": tuple(items)}), *made.plan.steps[1:])}
    )
    told = raw(plan_workbook(made.problem, plan))
    assert planted not in told
    assert "Kim Exempel" not in told


@pytest.mark.parametrize(
    ("need", "kind", "told"),
    [
        (5, ItemKind.REST, ["Vila"]),
        (5, ItemKind.TEXT, ["Sms"]),
        (7, ItemKind.MEET_AT_ARRIVAL, ["Annat som är planerat i skolan"]),
        (7, ItemKind.RIDE_THERE, []),
        (2, ItemKind.MEET_AT_ARRIVAL, []),
    ],
)
def test_an_item_tells_no_more_than_its_need_may(need: int, kind: ItemKind, told: list[str], made: Any) -> None:
    """Openly, neutrally and only at school, or not at all."""
    step = made.plan.steps[0].model_copy(update={"items": (an_item(kind, "x", need=f"{PLANTED}-{need}"),)})
    plan = made.plan.model_copy(update={"steps": (step, *made.plan.steps[1:])})
    found = rows(pages(plan_workbook(made.problem, plan))["Insatser"])
    assert [row["Vad"] for row in found] == told
    assert {row["Räknas som undervisning"] for row in found} <= {"nej"}


def test_the_same_plan_gives_the_same_bytes(made: Any) -> None:
    """Nothing of the hour or the machine is in the file."""
    assert plan_workbook(made.problem, made.plan) == plan_workbook(made.problem, made.plan)


def test_headings_are_in_the_language_spoken(made: Any) -> None:
    """Every one, and the names of the sheets."""
    with speaking("en"):
        told = pages(plan_workbook(made.problem, made.plan))
    assert list(told)[:3] == ["Read first", "Adapted timetable", "How to register absence"]
    assert [cell.value for cell in told["Adapted timetable"][1]][:3] == ["Step", "Weeks", "From"]
    assert told["Adapted timetable"]["F2"].value == "Wednesday"


def test_weeks_are_named_in_runs() -> None:
    """Across the turn of the year too, where there is a week 53."""
    monday = dt.date(2026, 12, 14)
    weeks = [monday + dt.timedelta(weeks=n) for n in (0, 1, 2, 3, 5)]
    assert written_weeks(weeks) == "v. 51–1, 3"
    assert written_weeks(weeks[:1]) == "v. 51"
