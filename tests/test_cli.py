"""The command line from outside: bad input in one line, the schema of CASE, and the kept cases from verb to verb."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

import cli
from casework import app_verbs
from casework.case_file import CaseFile

EXAMPLES = Path(__file__).parents[1] / "examples"
WEEK = """grupp,vecka,dag,start,slut,ämne,lärare,sal
9T,,mån,10:00,11:00,Bild,TST,Bildsalen
9T,,tis,10:00,11:00,Matematik,EXA,A1
9T,,ons,10:00,11:00,Svenska,EXB,A1
9U,,ons,10:00,11:00,Svenska,EXB,A1
"""

Change = Callable[[dict[str, Any]], object]


class Said(NamedTuple):
    """What one command came to."""

    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of what was said."""
        return self.out.strip().splitlines()[-1]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a command as a new start of the program would: nothing is remembered between two."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path / "kept"))

    def once(*given: object) -> Said:
        app_verbs._store_at.cache_clear()
        status = cli.main([str(part) for part in given])
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return once


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


def must_be_one_line(said: Said, *parts: str) -> None:
    """Exit status 2, nothing on standard output, and one line that names each of those."""
    assert said.status == 2, said
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    assert [part for part in parts if part not in said.err] == [], said.err


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
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path, what: str
) -> None:
    """Exit status 2 and one line that names the file and the field, and no folder is made."""
    change, field = BAD[what]
    change(case)
    path = write(tmp_path, case)
    file = "week.csv" if field == "group" else "case.json"
    must_be_one_line(run("plan", path, "--out", tmp_path / "out"), file, field)
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
    run: Callable[..., Said], tmp_path: Path, content: str, why: str
) -> None:
    """Whatever the file holds instead of a case, the answer is one line that names it."""
    must_be_one_line(run("plan", write(tmp_path, content), "--out", tmp_path / "out"), "case.json")


def test_bytes_that_are_no_text_are_told_in_one_line(run: Callable[..., Said], tmp_path: Path) -> None:
    """A picture by mistake."""
    path = tmp_path / "case.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00")
    must_be_one_line(run("plan", path, "--out", tmp_path / "out"), "case.json")


def test_missing_case_is_told_in_one_line(run: Callable[..., Said], tmp_path: Path) -> None:
    """A name with a slip of the pen, and a folder in place of a file."""
    must_be_one_line(run("plan", tmp_path / "borta.json", "--out", tmp_path / "out"), "borta.json")
    must_be_one_line(run("plan", tmp_path, "--out", tmp_path / "out"), tmp_path.name)


def test_repeated_name_in_the_case_is_not_passed_over(
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path
) -> None:
    """Of two answers to one question none is chosen in silence."""
    content = json.dumps(case).replace('"answers": {}', '"answers": {"SO1": "yes", "SO1": "no"}')
    must_be_one_line(run("plan", write(tmp_path, content), "--out", tmp_path / "out"), "case.json", "SO1")


def test_file_in_place_of_the_folder_is_told_in_one_line(
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path
) -> None:
    """The out folder is a file, or lies beneath one."""
    path = write(tmp_path, case)
    must_be_one_line(run("plan", path, "--out", path), "--out")
    must_be_one_line(run("plan", path, "--out", path / "beneath"), "--out")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is refused nowhere")
def test_folder_that_may_not_be_written_is_told_in_one_line(
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path
) -> None:
    """A folder of somebody else's."""
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(stat.S_IRUSR | stat.S_IXUSR)
    must_be_one_line(run("plan", write(tmp_path, case), "--out", out), "--out")


def test_folder_in_the_way_of_a_file_is_told_in_one_line(
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path
) -> None:
    """Something called plan.json that is a folder."""
    (tmp_path / "out" / "plan.json").mkdir(parents=True)
    must_be_one_line(run("plan", write(tmp_path, case), "--out", tmp_path / "out"), "plan.json")


def test_later_outcome_takes_the_place_of_the_earlier(
    run: Callable[..., Said], case: dict[str, Any], tmp_path: Path
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


def schema(run: Callable[..., Said]) -> Any:
    """What `schema` prints."""
    said = run("schema")
    assert said.status == 0
    return json.loads(said.out)


def test_schema_is_a_json_schema_that_takes_the_examples(run: Callable[..., Said]) -> None:
    """The printed schema is itself valid, and both examples are valid by it."""
    printed = schema(run)
    Draft202012Validator.check_schema(printed)
    for name in ("ar5", "ar8"):
        case = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(printed).iter_errors(case)] == []


def test_schema_takes_a_limit_and_refuses_what_is_no_field(run: Callable[..., Said], case: dict[str, Any]) -> None:
    """A limit as it is written beside a question is valid, a misspelt field is not."""
    validator = Draft202012Validator(schema(run))
    limit = {"question": "RA1", "kind": "not_present_during", "start": "09:35", "end": "09:55", "last_step": 2}
    case["limits"] = [limit]
    case["answers"] = {"SO1": "yes", "AM1": ["Bild"], "TI4": "one_lesson"}
    assert [error.message for error in validator.iter_errors(case)] == []
    CaseFile.model_validate(case)
    assert not validator.is_valid({**case, "lader": {}})
    assert not validator.is_valid({**case, "limits": [{**limit, "from": "09:35"}]})


def test_schema_says_what_every_field_is(run: Callable[..., Said]) -> None:
    """No field of CASE stands without a description of its own or of what it holds."""
    assert list(undescribed(schema(run))) == []


def undescribed(printed: dict[str, Any]) -> list[str]:
    """The fields of a schema that nothing is said of, by the name of what they belong to."""
    definitions = {"CASE": printed, **printed.get("$defs", {})}
    silent = []
    for name, definition in definitions.items():
        for field, said in definition.get("properties", {}).items():
            reference = str(said.get("$ref", "")).rsplit("/", 1)[-1]
            if not said.get("description") and not definitions.get(reference, {}).get("description"):
                silent.append(f"{name}.{field}")
    return silent


def test_kept_case_goes_all_the_way_over_many_starts(run: Callable[..., Said], tmp_path: Path) -> None:
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
    assert {path.name for path in out.iterdir()} == {
        "forslag.pdf", "kartlaggning.pdf", "schema.pdf", "plan.ics", "plan.csv"
    }
    assert run("case", "list").last.split()[0] == case_id
    assert "documents" in run("case", "list").last


def test_kept_case_waits_while_somebody_must_act(run: Callable[..., Said], tmp_path: Path) -> None:
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


def test_documents_of_an_older_plan_are_refused_in_one_line(run: Callable[..., Said], tmp_path: Path) -> None:
    """An answer after the plan means that the plan must be made anew first."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    must_be_one_line(run("case", "documents", case_id, "--out", tmp_path / "out"))
    run("case", "plan", case_id)
    run("case", "answer", case_id, "AM2=Bild")
    said = run("case", "documents", case_id, "--out", tmp_path / "out")
    must_be_one_line(said)
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
def test_case_that_does_not_exist_is_told_in_one_line(run: Callable[..., Said], given: tuple[str, ...]) -> None:
    """Every verb refuses an id that no case has."""
    must_be_one_line(run("case", *given))


@pytest.mark.parametrize("given", ["SO1", "SO1=", "XX9=yes", "AM1=Alkemi", "AM1=yes", "=yes"])
def test_answer_that_cannot_be_is_told_in_one_line(run: Callable[..., Said], tmp_path: Path, given: str) -> None:
    """A faulty answer names itself and is not kept."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    must_be_one_line(run("case", "answer", case_id, given))
    assert run("case", "summary", case_id).out == ""


def test_handled_at_a_question_that_does_not_exist_is_told_in_one_line(run: Callable[..., Said]) -> None:
    """A misspelt question would leave the duty open for ever."""
    case_id = run("case", "new").last
    must_be_one_line(run("case", "handled", case_id, "XX9", "--by", "rektor"))


@pytest.mark.parametrize("given", [(), ("plan",), ("dance",), ("case", "dance")])
def test_command_that_does_not_exist_ends_with_two(run: Callable[..., Said], given: tuple[str, ...]) -> None:
    """The same exit status as for any other bad input."""
    with pytest.raises(SystemExit) as stopped:
        run(*given)
    assert stopped.value.code == 2
