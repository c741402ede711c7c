"""The command line from outside: whatever is wrong with what it is given, it says so in one line."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import WEEK, Run, expect_one_line, runner

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command as a new start of the program would: nothing is remembered between two."""
    return runner(tmp_path, monkeypatch, capsys)


@pytest.fixture
def case(tmp_path: Path) -> dict[str, Any]:
    """A small case that can be planned, with its timetable beside it."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    return {
        "student": "Kim",
        "timetable": {"file": "week.csv", "group": "9T"},
        "ladder": {"first_monday": "2027-01-11", "number_of_steps": 2, "weeks_per_step": 1},
        "answers": {},
    }


def write(tmp_path: Path, case: object) -> Path:
    """The case as a file."""
    path = tmp_path / "case.json"
    path.write_text(case if isinstance(case, str) else json.dumps(case), encoding="utf-8")
    return path


def put(path: str, value: object) -> Change:
    """Sets a field of the case by its path."""

    def change(case: dict[str, Any]) -> None:
        *way, last = path.split(".")
        for part in way:
            case = case.setdefault(part, {})
        case[last] = value

    return change


BAD = {
    "an unknown field": (put("lader", {}), "lader"),
    "an unknown field within": (put("coach.nme", "Kim"), "coach.nme"),
    "a wrong type": (put("ladder.number_of_steps", "många"), "ladder.number_of_steps"),
    "too many steps": (put("ladder.number_of_steps", 10**9), "ladder.number_of_steps"),
    "a negative amount": (put("goals.lessons_per_week", [{"least": -1}]), "goals.lessons_per_week.0.least"),
    "not a number": (put("coach.lead_minutes", float("nan")), "coach.lead_minutes"),
    "an infinite number": (put("answers.TI4", {"ticks": ["one_lesson"], "minutes": float("inf")}), "answers.TI4"),
    "an enormous number": (put("goals.minutes_per_week", [{"most": 10**400}]), "goals.minutes_per_week.0.most"),
    "no timetable": (lambda case: case.pop("timetable"), "timetable"),
    "a timetable that is not there": (put("timetable.file", "borta.csv"), "timetable.file"),
    "a folder for a timetable": (put("timetable.file", "."), "timetable.file"),
    "a group that is not there": (put("timetable.group", "9Q"), "group"),
    "a group left open": (put("timetable.group", None), "group"),
    "an unknown question": (put("answers.XX9", "yes"), "answers.XX9"),
    "a button on boxes": (put("answers.AM1", {"choice": "yes"}), "answers.AM1"),
    "an unknown subject box": (put("answers.AM1", ["Alkemi"]), "answers.AM1.ticks"),
    "an unknown teacher box": (put("answers.VU2", ["QQQ"]), "answers.VU2.ticks"),
    "two boxes where one is asked": (put("answers.TI5", ["1", "2"]), "answers.TI5.ticks"),
    "a detail that does not belong": (put("answers.AM1", {"ticks": ["Bild"], "time": "08:00"}), "answers.AM1.time"),
    "an impossible time": (put("answers.SO1", {"choice": "yes", "time": "25:99"}), "answers.SO1.time"),
    "a week that is not in the timetable": (
        put("answers.AM2", {"ticks": ["Bild"], "weeks": ["B"]}), "answers.AM2.weeks"
    ),
    "a goal in no such week": (put("goals.lessons_per_week", [{"most": 2, "weeks": ["B"]}]), "goals.lessons_per_week"),
    "coach hours in no such week": (
        put("coach.hours", [{"weekday": "mon", "start": "08:00", "end": "09:00", "weeks": ["B"]}]), "coach.hours"
    ),
    "a Tuesday for a Monday": (put("ladder.first_monday", "2027-01-12"), "ladder.first_monday"),
    "no date": (put("ladder.first_monday", "snart"), "ladder.first_monday"),
    "weeks out of order": (put("ladder.steps", [{"weeks": [3]}, {"weeks": [1]}]), "ladder.steps"),
    "the same week twice": (put("ladder.steps", [{"weeks": [1, 2]}, {"weeks": [2]}]), "ladder.steps"),
    "a week that cannot be": (put("ladder.steps", [{"weeks": ["2027-W60"]}]), "ladder.steps"),
    "week zero": (put("ladder.steps", [{"weeks": [0]}]), "ladder.steps"),
    "an astronomic week": (put("ladder.steps", [{"weeks": [10**12]}]), "ladder.steps"),
    "the last day of all": (put("ladder.first_monday", "9999-12-27"), "ladder"),
    "a goal beyond the last step": (
        put("goals.lessons_per_week", [{"least": 1, "first_step": 3}]), "goals.lessons_per_week"
    ),
    "a full return beyond the last step": (put("goals.full_return", {"from_step": 9}), "goals.full_return"),
    "an unknown subject in a goal": (
        put("goals.subject_minimum", [{"subjects": ["Alkemi"], "least": 1}]), "goals.subject_minimum.subjects"
    ),
    "an unknown subject in the return": (
        put("goals.full_return", {"from_step": 2, "except_subjects": ["Alkemi"]}), "goals.full_return.except_subjects"
    ),
    "an unknown teacher in a limit": (
        put("limits", [{"question": "VU2", "kind": "avoid_teacher", "teachers": ["QQQ"]}]), "VU2.teachers"
    ),
    "a limit of no kind": (put("limits", [{"question": "VU2", "kind": "avoid_dragons"}]), "limits.0"),
    "a limit without its field": (put("limits", [{"question": "VU2", "kind": "avoid_teacher"}]), "limits.0"),
    "coach hours that end before they begin": (
        put("coach.hours", [{"weekday": "mon", "start": "12:00", "end": "09:00"}]), "coach.hours"
    ),
    "a closed week that ends before it begins": (
        put("calendar.closed", [{"first": "2027-03-05", "last": "2027-03-01", "name": "Lov"}]), "calendar.closed"
    ),
    "four most important things": (put("most_important", ["SO1", "SO2", "SO3", "SO4"]), "most_important"),
    "a most important question that does not exist": (put("most_important", ["XX9"]), "most_important"),
    "a duty handled at no question": (
        put("handled", [{"question": "XX9", "at": "2027-01-01T10:00:00+01:00", "by": "rektor"}]), "handled"
    ),
    "a duty handled without a time zone": (
        put("handled", [{"question": "HE1", "at": "2027-01-01T10:00:00", "by": "rektor"}]), "handled"
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_case_is_told_in_one_line_with_file_and_field(
    run: Run, case: dict[str, Any], tmp_path: Path, what: str
) -> None:
    """Exit status 2 and one line that names the file and the field, and no folder is made."""
    change, field = BAD[what]
    change(case)
    path = write(tmp_path, case)
    file = "week.csv" if field == "group" else "case.json"
    expect_one_line(run("plan", path, "--out", tmp_path / "out"), file, field)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        ("{", "cut off"),
        ("[" * 100_000, "endlessly deep"),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "deep objects"),
        ("[]", "a list"),
        ("null", "nothing"),
        ('"kim"', "a text"),
        ('{"student": "\\ud800"}', "half a character"),
        ('{"timetable": {"file": "a\\u0000b"}}', "a name that no file can have"),
    ],
)
def test_file_that_is_no_case_is_told_in_one_line(
    run: Run, tmp_path: Path, content: str, why: str
) -> None:
    """Whatever the file holds instead of a case, the answer is one line that names it."""
    expect_one_line(run("plan", write(tmp_path, content), "--out", tmp_path / "out"), "case.json")


def test_bytes_that_are_no_text_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    """A picture by mistake."""
    path = tmp_path / "case.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00")
    expect_one_line(run("plan", path, "--out", tmp_path / "out"), "case.json")


def test_missing_case_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    """A name with a slip of the pen, and a folder in place of a file."""
    expect_one_line(run("plan", tmp_path / "borta.json", "--out", tmp_path / "out"), "borta.json")
    expect_one_line(run("plan", tmp_path, "--out", tmp_path / "out"), tmp_path.name)


def test_repeated_name_in_the_case_is_not_passed_over(
    run: Run, case: dict[str, Any], tmp_path: Path
) -> None:
    """Of two answers to one question none is chosen in silence."""
    content = json.dumps(case).replace('"answers": {}', '"answers": {"SO1": "yes", "SO1": "no"}')
    expect_one_line(run("plan", write(tmp_path, content), "--out", tmp_path / "out"), "case.json", "SO1")


def test_file_in_place_of_the_folder_is_told_in_one_line(
    run: Run, case: dict[str, Any], tmp_path: Path
) -> None:
    """The out folder is a file, or lies beneath one."""
    path = write(tmp_path, case)
    expect_one_line(run("plan", path, "--out", path), "--out")
    expect_one_line(run("plan", path, "--out", path / "beneath"), "--out")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is refused nowhere")
def test_folder_that_may_not_be_written_is_told_in_one_line(
    run: Run, case: dict[str, Any], tmp_path: Path
) -> None:
    """A folder of somebody else's."""
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(stat.S_IRUSR | stat.S_IXUSR)
    expect_one_line(run("plan", write(tmp_path, case), "--out", out), "--out")


def test_folder_in_the_way_of_a_file_is_told_in_one_line(
    run: Run, case: dict[str, Any], tmp_path: Path
) -> None:
    """Something called plan.json that is a folder."""
    (tmp_path / "out" / "plan.json").mkdir(parents=True)
    expect_one_line(run("plan", write(tmp_path, case), "--out", tmp_path / "out"), "plan.json")


def test_later_outcome_takes_the_place_of_the_earlier(
    run: Run, case: dict[str, Any], tmp_path: Path
) -> None:
    """A conflict removes the plan of an earlier run, and a plan removes the conflict; other files are left alone."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "eget.txt").write_text("kvar", encoding="utf-8")
    assert run("plan", write(tmp_path, case), "--out", out).status == 0
    impossible = {**case, "goals": {"lessons_per_week": [{"least": 3, "most": 1}]}}
    assert run("plan", write(tmp_path, impossible), "--out", out).status == 3
    assert {path.name for path in out.iterdir()} == {"conflict.json", "eget.txt"}
    assert run("plan", write(tmp_path, case), "--out", out).status == 0
    assert "conflict.json" not in {path.name for path in out.iterdir()}


@pytest.mark.parametrize("given", [(), ("plan",), ("dance",), ("case", "dance")])
def test_command_that_does_not_exist_ends_with_two(run: Run, given: tuple[str, ...]) -> None:
    """The same exit status as for any other bad input."""
    with pytest.raises(SystemExit) as stopped:
        run(*given)
    assert stopped.value.code == 2
