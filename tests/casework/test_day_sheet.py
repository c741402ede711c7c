"""«Dagens blad» from the kept cases: every case is on it or named, and what is planned stands with its words."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from casework.app_verbs import make_plan
from casework.cases import (
    CaseId,
    CaseStore,
    create_case,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.coach_day import student_day
from casework.day_sheet import coach_day, day_sheet
from casework.kept_documents import dossier_of
from exports.day_sheet import CoachDay
from planning.needs import Support, SupportKind
from planning.needs.base import NeedId, Origin, Source, Strength
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId
from tests.casework.small_week import MONDAY, facts, sheet, week
from tests.command_line import WEEK, Run, expect_one_line, runner
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
DAYS = tuple(MONDAY + dt.timedelta(days=n) for n in range(12))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


def kept(store: CaseStore, name: str, *, is_planned: bool = True, **given: Any) -> CaseId:
    """A case with a timetable, planned or not."""
    case_id = create_case(store, name=name)
    write_facts(store, case_id, facts(student=name, **given))
    take_in_timetable(store, case_id, week())
    say(store, case_id, AM1=["Bild"])
    if is_planned:
        make_plan(store, open_case(store, case_id))
    return case_id


def say(store: CaseStore, case_id: CaseId, **answers: Any) -> None:
    """The student answers."""
    given: dict[QuestionId, Answer] = dict(sheet(**answers).answers)
    events = [AnswerEvent(id=EventId(f"{case_id}-{q}"), question=q, answer=a, at=AT) for q, a in given.items()]
    record_answers(store, case_id, events)


def first_day_with_something(store: CaseStore) -> tuple[dt.date, CoachDay]:
    """The first day of the plan with anything on the sheet."""
    days = ((date, coach_day(store, date)) for date in DAYS)
    return next((date, day) for date, day in days if day.agreed)


def text_of(content: bytes) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_every_case_is_on_the_sheet_or_named_with_the_reason(store: CaseStore) -> None:
    """Planned, not planned, older than the answers, and waiting for somebody."""
    kept(store, "Testina")
    kept(store, "Provia", is_planned=False)
    say(store, kept(store, "Gammal"), ON1=["headphones"])
    say(store, kept(store, "Väntan"), HE1="no")
    _, day = first_day_with_something(store)
    assert {row.who for row in day.rows} == {"Testina"}
    assert {one.who: one.why for one in day.left_out} == {
        "Provia": "ingen plan än",
        "Gammal": "planen behöver göras om",
        "Väntan": "något ska tas om hand först",
    }


def test_a_case_that_cannot_be_read_is_named(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong stands beside it; the others are there as usual."""
    kept(store, "Testina")
    broken = kept(store, "Trasig")
    summaries = [
        one.model_copy(update={"trouble": "case_is_newer"}) if one.id == broken else one for one in _listed(store)
    ]
    monkeypatch.setattr("casework.day_sheet.list_cases", lambda _: summaries)
    day = coach_day(store, MONDAY)
    (left_out,) = day.left_out
    assert left_out.who == "Trasig"
    assert left_out.why


def _listed(store: CaseStore) -> list[Any]:
    from casework.cases import list_cases  # noqa: PLC0415 - before it is replaced

    return list(list_cases(store))


def test_a_day_outside_the_plan_has_nothing_but_names(store: CaseStore) -> None:
    """The student is named as having nothing planned."""
    kept(store, "Testina")
    day = coach_day(store, dt.date(2028, 1, 10))
    assert (day.rows, day.free, day.left_out) == ((), ("Testina",), ())


def test_students_of_one_name_are_told_apart(store: CaseStore) -> None:
    """By a number, on the sheet; never in a text, which the student reads."""
    kept(store, "Kim")
    kept(store, "Kim")
    _, day = first_day_with_something(store)
    assert {row.who for row in day.rows} == {"Kim (1)", "Kim (2)"}
    assert {one.who for one in day.agreed} == {"Kim (1)", "Kim (2)"}


def test_a_protected_student_has_a_letter_and_no_place(store: CaseStore) -> None:
    """Neither name, room nor calm place."""
    kept(store, "Testina", document={"student": {"has_protected_identity": True}})
    date, day = first_day_with_something(store)
    assert {row.who for row in day.rows} == {"T."}
    assert all(not row.where for row in day.rows)
    assert all(not one.calm_place for one in day.agreed)
    text = text_of(day_sheet(store, date))
    assert "Testina" not in text
    assert "Bildsalen" not in text


def with_support(store: CaseStore, case_id: CaseId, kind: SupportKind, *choices: str) -> Any:
    """What the case's documents are made of, with that support beside."""
    dossier = dossier_of(open_case(store, case_id))
    need = Support(
        id=NeedId("x:support"), item=kind, choices=choices, strength=Strength.SUPPORT,
        origin=Origin(source=Source.ANSWER, ref="SK1"),
    )  # fmt: skip
    problem = dossier.problem.model_copy(update={"needs": (*dossier.problem.needs, need)})
    return dossier.model_copy(update={"problem": problem})


def test_the_evening_before_has_its_text_with_its_words(store: CaseStore) -> None:
    """Where it was ticked: what comes, at what time, and that no answer is needed."""
    case_id = kept(store, "Testina")
    date, _ = first_day_with_something(store)
    before = date - dt.timedelta(days=3 if date.weekday() == 0 else 1)
    dossier = with_support(store, case_id, SupportKind.TEXT_MESSAGES, "evening_before")
    (text,) = student_day(dossier, before).texts
    assert text.when == ("söndag kväll" if date.weekday() == 0 else "kväll")
    assert text.words.startswith("Hej Testina! På ")
    assert text.words.endswith("Du behöver inte svara.")
    assert any(row.ticks == ("skickat",) for row in student_day(dossier, before).rows)
    assert student_day(dossier, before - dt.timedelta(days=7)).texts == ()


def test_no_text_is_sent_that_nobody_ticked(store: CaseStore) -> None:
    """Nor at another time than the one that was ticked."""
    case_id = kept(store, "Testina")
    date, _ = first_day_with_something(store)
    for dossier in (
        dossier_of(open_case(store, case_id)),
        with_support(store, case_id, SupportKind.TEXT_MESSAGES, "afterwards"),
    ):
        assert student_day(dossier, date - dt.timedelta(days=1)).texts == ()


def test_lessons_have_boxes_and_the_smaller_day(store: CaseStore) -> None:
    """«kom», «på lektion», «stannade», and what is left on a bad day."""
    kept(store, "Testina")
    _, day = first_day_with_something(store)
    lessons = [row for row in day.rows if len(row.ticks) == 3]
    assert lessons
    assert all(row.ticks == ("kom", "på lektion", "stannade") for row in lessons)
    assert all(one.bad_day for one in day.agreed)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on cases kept in a folder of the test's own."""
    return runner(tmp_path, monkeypatch, capsys)


def test_the_sheet_is_written_from_the_command_line(run: Run, tmp_path: Path) -> None:
    """`case day-sheet --date … --out …`; what else lies in the folder is left alone."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new", "--name", "Testina").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    said = run("case", "day-sheet", "--date", "2027-01-11", "--out", tmp_path / "blad" / "i-dag.pdf")
    assert (said.status, said.last) == (0, "i-dag.pdf")
    assert "Testina: ingen plan än" in text_of((tmp_path / "blad" / "i-dag.pdf").read_bytes())


def test_another_date_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    """Nothing is written."""
    said = run("case", "day-sheet", "--date", "i morgon", "--out", tmp_path / "x.pdf")
    expect_one_line(said)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("is_protected", [False, True])
def test_the_way_home_stands_there_but_never_with_a_protected_identity(store: CaseStore, *, is_protected: bool) -> None:
    """The guardian's number and where the ride begins are for the coach on the road."""
    given = {
        "contacts": {"home_phone": "070-000 00 03", "address": "Påhittade vägen 4"},
        "document": {"student": {"has_protected_identity": is_protected}},
    }
    kept(store, "Kim", **given)
    told = {(one.phones, one.address) for date in DAYS for one in coach_day(store, date).agreed}
    assert told == {((), "") if is_protected else (("070-000 00 03",), "Påhittade vägen 4")}
