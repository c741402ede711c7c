"""The two invented students of `examples/`: from case file to documents, everywhere and always the same."""

from __future__ import annotations

import csv
import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import cli
from casework.case_file import CaseFile
from casework.documents import DOCUMENTS
from questionnaire.answers import Respondent
from questionnaire.bank import load_bank
from questionnaire.route import Route, shown_items
from tests.opened_store import live_in

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("ar5", "ar8")
FILES = {"plan.json", *DOCUMENTS}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Plans an example once and remembers the folder."""

    @cache
    def once(name: str, turn: int = 1) -> Path:
        out = tmp_path_factory.mktemp(f"{name}-{turn}")
        assert cli.main(["plan", str(EXAMPLES / f"{name}.json"), "--out", str(out)]) == 0
        return out

    return once


@pytest.fixture(autouse=True, scope="module")
def _own_data(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The command line notes where cases are kept; here in a folder of the test's own."""
    with pytest.MonkeyPatch.context() as patch:
        live_in(patch, tmp_path_factory.mktemp("kept"))
        yield


def case_of(name: str) -> CaseFile:
    """The example as a case."""
    return CaseFile.model_validate_json((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def report_of(out: Path) -> Any:
    """plan.json."""
    return json.loads((out / "plan.json").read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    """The words of a PDF and its metadata, on one line."""
    pdf = PdfReader(path)
    parts = [page.extract_text() for page in pdf.pages] + [str(value) for value in (pdf.metadata or {}).values()]
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize("name", NAMES)
def test_example_gives_every_file(planned: Any, name: str) -> None:
    """The plan, its table, three PDFs and a calendar, none of them empty."""
    out = planned(name)
    assert {path.name for path in out.iterdir()} == FILES
    assert all(path.stat().st_size > 200 for path in out.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_example_answers_the_whole_short_route(name: str) -> None:
    """No question of the short route is left, so the example shows what a student is asked."""
    sheet = case_of(name).sheet
    asked = [item.id for item in shown_items(load_bank(), sheet, Route.SHORT)]
    assert [question for question in asked if sheet.of(question) is None] == []
    assert {answer.by for answer in sheet.answers.values()} == {Respondent.STUDENT}


@pytest.mark.parametrize("name", NAMES)
def test_example_climbs_calmly_to_the_whole_week(planned: Any, name: str) -> None:
    """It begins with at most two hours and a half, never falls, rises five and a half at most, and comes home."""
    report = report_of(planned(name))
    minutes = [step["minutes_per_week"] for step in report["steps"]]
    assert report["proven"]
    assert 0 < minutes[0] <= 150
    assert all(0 <= after - before <= 330 for before, after in pairwise(minutes))
    assert report["steps"][-1]["left_out"] == []
    assert len(minutes) == 8


@pytest.mark.parametrize("name", NAMES)
def test_example_leaves_lov_out_and_follows_the_given_hours(planned: Any, name: str) -> None:
    """No step has the sportlov among its weeks, and the coach meets in the first two steps."""
    report = report_of(planned(name))
    with (planned(name) / "plan.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    weeks = [week for step in report["steps"] for week in step["weeks"]]
    assert 8 not in weeks  # 1–5 March, counted from 11 January
    firsts = {}
    for row in rows:
        firsts.setdefault((row["step"], row["week_label"], row["weekday"]), row)
    assert {row["coach"] for (step, _, _), row in firsts.items() if step in ("1", "2")} == {"yes"}


@pytest.mark.parametrize("name", NAMES)
def test_proposal_has_no_word_of_an_answer(planned: Any, name: str) -> None:
    """No sentence of the summary, no question and no box of the places and senses stands in the proposal."""
    proposal = text_of(planned(name) / "forslag.pdf").casefold()
    appendix = text_of(planned(name) / "kartlaggning.pdf").casefold()
    bank = load_bank()
    answered = [bank.by_id[question] for question in case_of(name).sheet.answers]
    sentences = [statement.sv for item in answered for statement in item.says.values()]
    sentences += [item.sv for item in answered]
    told = [sentence for sentence in sentences if sentence.rstrip(":.").casefold() in proposal]
    assert told == []
    telling = ("matsal", "omklädningsrummet", "trängsel", "slippa", "rasterna är svår", "kryssa", "somnar", "känns bra")
    assert [word for word in telling if word in proposal] == []
    assert any(sentence.rstrip(":.").casefold() in appendix for sentence in sentences)


@pytest.mark.parametrize("name", NAMES)
def test_every_default_is_printed(planned: Any, name: str) -> None:
    """plan.json names each field that the example leaves open, and the numbers that no case sets."""
    report = report_of(planned(name))
    given = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    unset = [field for field in CaseFile.model_fields if field not in given]
    assert [field for field in unset if field not in report["defaults"]] == []
    inner = {f"coach.{field}" for field in CaseFile.model_fields["coach"].annotation.model_fields}  # type: ignore[union-attr]  # a model
    assert {path for path in inner if path.split(".")[1] not in given["coach"]} <= set(report["defaults"])
    assert {"pace.first_step_minutes", "steps.done_percent", "contacts.per_week"} <= set(report["defaults"])
    assert [field for field in given if field in report["defaults"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_same_case_gives_the_same_bytes(planned: Any, name: str) -> None:
    """Planned twice, every file is the same to the last byte."""
    first, second = planned(name), planned(name, 2)
    differing = [path.name for path in first.iterdir() if path.read_bytes() != (second / path.name).read_bytes()]
    assert differing == []


def test_examples_name_nobody_real() -> None:
    """Every person of the examples is called «Exempel»."""
    for name in NAMES:
        facts = case_of(name).document
        people = [guardian.name for guardian in facts.student.guardians]
        people += [person.name for person in facts.prepared.contributors]
        people += [facts.student.full_name, facts.prepared.coach, facts.school.principal]
        assert all("Exempel" in person for person in people)
