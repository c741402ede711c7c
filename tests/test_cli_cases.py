"""The kept cases on the command line, from verb to verb, the program closed between each."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.documents import DOCUMENTS
from tests.command_line import WEEK, Run, expect_one_line, runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command as a new start of the program would: nothing is remembered between two."""
    return runner(tmp_path, monkeypatch, capsys)


def test_kept_case_goes_all_the_way_over_many_starts(run: Run, tmp_path: Path) -> None:
    """New, timetable, answers, summary, plan and documents, the program closed between each."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new", "--name", "Kim").last
    assert run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T").status == 0
    first = run("case", "answer", case_id, "ST1=a_few", "AM1=Bild", "PL1=be_at_lesson")
    assert first.status == 0
    assert first.last
    run("case", "answer", case_id, "AM2=Svenska", "VU4=no", "TI4=one_lesson")
    summary = run("case", "summary", case_id)
    assert "Bild" in summary.out
    assert "Svenska" in summary.out
    planned = run("case", "plan", case_id)
    assert planned.status == 0
    assert len(planned.out.strip().splitlines()) == 8
    assert "Bild" in planned.out.splitlines()[0]
    out = tmp_path / "out"
    made = run("case", "documents", case_id, "--out", out)
    assert made.status == 0
    assert {path.name for path in out.iterdir()} == set(DOCUMENTS)
    assert "Uppgifter till skolan, Skolan: huvudman" in made.out
    assert run("case", "list").last.split()[0] == case_id
    assert "documents" in run("case", "list").last


def test_kept_case_waits_while_somebody_must_act(run: Run, tmp_path: Path) -> None:
    """Neither plan nor documents before it is noted who took care of it; then both."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    run("case", "answer", case_id, "HE1=no")
    out = tmp_path / "out"
    assert run("case", "plan", case_id).status == 4
    assert run("case", "documents", case_id, "--out", out).status == 4
    assert not out.exists()
    assert run("case", "handled", case_id, "HE1", "--by", "kurator").status == 0
    assert run("case", "plan", case_id).status == 0
    assert run("case", "documents", case_id, "--out", out).status == 0


def test_final_documents_are_refused_with_the_list(run: Run, tmp_path: Path) -> None:
    """An exit status of its own, what is missing and where to fill it in, and no folder."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    run("case", "plan", case_id)
    said = run("case", "documents", case_id, "--out", tmp_path / "out", "--final")
    assert said.status == 5
    assert "Uppgifter till skolan, Skolan: huvudman" in said.out
    assert not (tmp_path / "out").exists()


def test_documents_of_an_older_plan_are_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    """An answer after the plan means that the plan must be made anew first."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    expect_one_line(run("case", "documents", case_id, "--out", tmp_path / "out"))
    run("case", "plan", case_id)
    run("case", "answer", case_id, "AM2=Bild")
    said = run("case", "documents", case_id, "--out", tmp_path / "out")
    expect_one_line(said)
    assert "plan_is_old" not in said.err


@pytest.mark.parametrize(
    "given",
    [
        ("plan", "borta"),
        ("summary", "borta"),
        ("answer", "borta", "SO1=yes"),
        ("timetable", "borta", "borta.csv"),
        ("handled", "borta", "HE1", "--by", "rektor"),
        ("documents", "borta", "--out", "ut"),
    ],
)
def test_case_that_does_not_exist_is_told_in_one_line(run: Run, given: tuple[str, ...]) -> None:
    """Every verb refuses an id that no case has."""
    expect_one_line(run("case", *given))


@pytest.mark.parametrize("given", ["SO1", "SO1=", "XX9=yes", "AM1=Alkemi", "AM1=yes", "=yes"])
def test_answer_that_cannot_be_is_told_in_one_line(run: Run, tmp_path: Path, given: str) -> None:
    """A faulty answer names itself and is not kept."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    expect_one_line(run("case", "answer", case_id, given))
    assert run("case", "summary", case_id).out == ""


def test_handled_at_a_question_that_does_not_exist_is_told_in_one_line(run: Run) -> None:
    """A misspelt question would leave the duty open for ever."""
    case_id = run("case", "new").last
    expect_one_line(run("case", "handled", case_id, "XX9", "--by", "rektor"))
