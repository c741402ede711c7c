"""`plan` from within: what is said, what is written, and what is left alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from casework import now
from casework.plan_command import ExitStatus, plan, write_all
from planning.errors import BadInput
from tests.casework.ready_case import RIGHT, ready_facts

WEEK = "grupp,dag,start,slut,ämne,lärare\n9T,mån,10:00,11:00,Bild,EXA\n9T,tis,10:00,11:00,Svenska,EXB\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a timetable."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    return tmp_path


WHOLE = {"student": "Kim", "answers": RIGHT, "document": json.loads(ready_facts().document.model_dump_json())}
"""A case that lacks nothing."""


def run(folder: Path, *, is_final: bool = False, **case: Any) -> tuple[ExitStatus, list[str]]:
    """Plans a case with those fields: the exit status and the lines that were said."""
    ladder = {"first_monday": "2027-01-11", "number_of_steps": 2, "weeks_per_step": 1}
    whole = {"student": "Kim", "timetable": {"file": "week.csv"}, "ladder": ladder, **case}
    (folder / "case.json").write_text(json.dumps(whole), encoding="utf-8")
    said: list[str] = []
    return plan(folder / "case.json", folder / "out", said.append, is_final=is_final), said


def names(folder: Path) -> set[str]:
    """What lies in the out folder."""
    return {path.name for path in (folder / "out").iterdir()}


def test_plan_is_written_and_said_in_one_line(folder: Path) -> None:
    """How many steps, and where, once the student has called it right and nothing is missing."""
    status, said = run(folder, **WHOLE)
    assert status is ExitStatus.DONE
    assert len(said) == 1
    assert "plan.json" in names(folder)


def test_row_that_could_not_be_read_is_said(folder: Path) -> None:
    """What was left out of the timetable is told before the plan, never dropped in silence."""
    (folder / "week.csv").write_text(WEEK + "9T,söndagkväll,xx,yy,Bild,EXA\n", encoding="utf-8")
    status, said = run(folder, **WHOLE)
    assert status is ExitStatus.DONE
    assert len(said) == 2


def test_what_makes_the_proposal_a_draft_is_said(folder: Path) -> None:
    """To whoever ran the command, one line each."""
    status, said = run(folder, **{**WHOLE, "answers": {**RIGHT, "SL2": "no"}})
    assert status is ExitStatus.DONE
    assert [line for line in said if "första steget är lagom" in line]
    assert len(said) == 3


def test_case_without_school_facts_gives_a_draft_and_the_list(folder: Path) -> None:
    """The files are written; what is missing is said part by part, with where to fill it in."""
    status, said = run(folder, answers=RIGHT)
    assert status is ExitStatus.DONE
    assert "forslag.pdf" in names(folder)
    assert said[1] == "Förslaget till skolan är ett utkast så länge något av det här är kvar:"
    assert any(line.startswith("  – Uppgifter till skolan, Skolan: huvudman") for line in said)


def test_final_proposal_is_refused_with_the_list_and_nothing_is_written(folder: Path) -> None:
    """An exit status of its own; what an earlier run wrote is left alone."""
    status, said = run(folder, is_final=True, answers=RIGHT)
    assert status is ExitStatus.INCOMPLETE
    assert not (folder / "out").exists()
    assert said[0] == "Förslaget är inte färdigt, så inget skrevs. Det här är kvar:"
    assert any(line.startswith("  – Uppgifter till skolan, Skolan: huvudman") for line in said)


def test_final_proposal_of_a_whole_case_is_written(folder: Path) -> None:
    """And it is the very file that is written without asking for the final one."""
    assert run(folder, is_final=True, **WHOLE)[0] is ExitStatus.DONE
    final = (folder / "out" / "forslag.pdf").read_bytes()
    run(folder, **WHOLE)
    assert (folder / "out" / "forslag.pdf").read_bytes() == final


def test_duty_comes_before_everything(folder: Path) -> None:
    """No folder is made, and the words name the duty."""
    status, said = run(folder, answers={"TR3": "yes"})
    assert status is ExitStatus.DUTY_FIRST
    assert not (folder / "out").exists()
    assert any("orosanmälan" in line for line in said)


def test_duty_takes_the_documents_of_an_earlier_run_neither_away_nor_further(folder: Path) -> None:
    """What was handed out is not touched by a stop."""
    run(folder)
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    status, _ = run(folder, answers={"TR3": "yes"})
    assert status is ExitStatus.DUTY_FIRST
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_conflict_is_written_alone(folder: Path) -> None:
    """conflict.json, and what collides on the screen."""
    status, said = run(folder, goals={"lessons_per_week": [{"least": 2, "most": 1}]})
    assert status is ExitStatus.NO_PLAN
    assert names(folder) == {"conflict.json"}
    assert any("minst 2" in line.casefold() for line in said)


def test_conflict_is_said_with_its_cause_in_the_timetable_and_the_ways_out(folder: Path) -> None:
    """Who holds the lessons, and what could open a way; the same notes stand in the file."""
    least = [{"subjects": ["Bild"], "least": 1, "last_step": 1}]
    limits = [{"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXA"]}]
    status, said = run(folder, goals={"subject_minimum": least}, limits=limits)
    assert status is ExitStatus.NO_PLAN
    assert "  Alla lektioner i Bild hålls av EXA." in said
    assert any(line.startswith("  Om eleven själv vill ändra") for line in said)
    report = json.loads((folder / "out" / "conflict.json").read_text(encoding="utf-8"))
    assert report["notes"] == ["Alla lektioner i Bild hålls av EXA."]


def test_day_at_hand_does_not_change_a_dated_plan(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planned today or next week, the same case gives the same bytes."""
    run(folder)
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    monkeypatch.setattr(now, "now", lambda: dt.datetime(2026, 12, 30, 23, 30, tzinfo=dt.UTC))
    run(folder)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_half_written_file_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves no temporary file, and the file that was there is whole."""
    write_all(tmp_path, {"plan.csv": b"old"})

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BadInput, match="file_cannot_be_written"):
        write_all(tmp_path, {"plan.csv": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.csv": b"old"}


def test_folder_that_refuses_new_files_is_bad_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a temporary file can be made there."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(BadInput):
        write_all(tmp_path, {"plan.csv": b"new"})
