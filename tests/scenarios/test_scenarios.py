"""The six student situations on real timetables, from a case file to an exit status and files."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import json
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from casework.case_file import read_case_file
from casework.documents import DOCUMENTS
from casework.proposing import problem_of
from planning.problem import Problem
from tests.scenarios.translate import SEEN_TO_BY_PEOPLE, Case, Translation, translated

REPOSITORY = Path(__file__).parents[2]
DATA = REPOSITORY / ".." / "shared" / "data"
PLAN_FILES = {"plan.json", *DOCUMENTS}
PDFS = ("forslag.pdf", "kartlaggning.pdf", "schema.pdf")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.exists(), reason="the scenarios are not beside this repository (../shared/data)"),
]


class Run(NamedTuple):
    """What one run of the command line came to."""

    scenario: dict[str, Any]
    translation: Translation
    status: int
    said: str
    out: Path

    @property
    def files(self) -> set[str]:
        """Names of the files that were written."""
        return {path.name for path in self.out.iterdir()} if self.out.exists() else set()

    def report(self, name: str) -> Any:
        """One of the JSON files."""
        return json.loads((self.out / name).read_text(encoding="utf-8"))


@cache
def checker() -> ModuleType:
    """`check_plan.py`, from where the scenarios stand."""
    spec = importlib.util.spec_from_file_location("check_plan", DATA / "scenarios" / "check_plan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def scenario(name: str) -> dict[str, Any]:
    """A scenario, as it is written."""
    read: dict[str, Any] = json.loads((DATA / "scenarios" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def run_case(case: Case, folder: Path) -> tuple[int, str, Path]:
    """Plans that case with the command line, in a process of its own: exit status, all that was said, the folder."""
    path, out = folder / "case.json", folder / "out"
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "cli.py", "plan", str(path), "--out", str(out)],
        cwd=REPOSITORY,
        env={"STEGVIS_DATA": str(folder / "kept"), "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr, out


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Runs a scenario once and remembers what it came to."""

    @cache
    def once(name: str) -> Run:
        translation = translated(scenario(name), DATA)
        return Run(scenario(name), translation, *run_case(translation.case, tmp_path_factory.mktemp(name)))

    return once


def all_text(out: Path) -> str:
    """Everything that a reader could find in the files: names, text, metadata, in small letters."""
    parts = []
    for path in sorted(out.iterdir()):
        parts.append(path.name)
        if path.suffix == ".pdf":
            pdf = PdfReader(path)
            parts += [page.extract_text() for page in pdf.pages]
            parts += [f"{key} {value}" for key, value in (pdf.metadata or {}).items()]
            parts.append(str(pdf.xmp_metadata.stream.get_data() if pdf.xmp_metadata else ""))
            parts += [str(entry) for entry in pdf.outline]
            parts += [content.decode("utf-8", "replace") for many in pdf.attachments.values() for content in many]
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                parts += [book.read(name).decode("utf-8") for name in book.namelist()]
        elif path.suffix == ".png":
            parts.append(path.read_bytes().decode("latin-1"))
        else:
            parts.append(path.read_text(encoding="utf-8").replace("\n ", ""))
    return " ".join(" ".join(parts).casefold().split())


@pytest.mark.parametrize("name", ["S01", "S02", "S03"])
def test_feasible_situation_gives_a_plan_that_meets_every_lesson_fact(run: Any, name: str) -> None:
    """Exit status 0, every file, and the outside checker says «ok» of every fact about lessons."""
    done = run(name)
    assert done.status == 0, done.said
    assert done.files == PLAN_FILES
    with (done.out / "plan.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["step", "week_label", "weekday", "start", "subject", "source_ref", "coach"]
    verdicts = checker().check(done.scenario, rows, DATA)
    assert [verdict for verdict in verdicts if verdict[1] != "ok"] == []


@pytest.mark.parametrize("name", ["S01", "S02", "S03"])
def test_plan_is_proven_and_gives_every_lesson_and_every_absence_a_reason(run: Any, name: str) -> None:
    """The plan is the best by its tiers, and says why of all that is in it and all that is not."""
    report = run(name).report("plan.json")
    assert report["proven"]
    assert all(lesson["why"] for step in report["steps"] for lesson in step["lessons"])
    assert all(left["why"] for step in report["steps"] for left in step["left_out"])


@pytest.mark.parametrize("name", ["S01", "S02", "S03"])
def test_no_reason_sends_the_reader_to_a_step_that_the_plan_does_not_have(run: Any, name: str) -> None:
    """«Väntar till steg 5» is never said in a plan of four steps."""
    report = run(name).report("plan.json")
    beyond = f"steg {len(report['steps']) + 1}"
    said = [why for step in report["steps"] for left in step["left_out"] for why in left["why"]]
    assert [why for why in said if beyond in why] == []


def problem_at(folder: Path) -> Problem:
    """The planning problem that the case file in the folder puts."""
    case, reading = read_case_file(folder / "case.json")
    return problem_of(case.facts, reading.timetable, case.sheet, today=dt.date(2026, 11, 23))


@pytest.mark.parametrize("name", ["S01", "S02", "S03", "S04", "S05", "S06"])
def test_each_fact_becomes_exactly_the_need_that_it_states(run: Any, name: str) -> None:
    """No hard need is stricter, longer or other than the facts: the answers' defaults add nothing."""
    done = run(name)
    problem = problem_at(done.out.parent)
    steps = range(1, len(problem.steps) + 1)
    facts = [fact for fact in done.scenario["facts"] if fact["kind"] not in SEEN_TO_BY_PEOPLE]
    for kind in {fact["kind"] for fact in facts}:
        places = {done.translation.places[fact["id"]] for fact in facts if fact["kind"] == kind}
        meant = [need for need in problem.hard_needs() if (need.origin.ref, need.kind) in places]
        stated = {step for fact in facts if fact["kind"] == kind for step in fact["params"].get("steps", steps)}
        held = {step for step in steps if any(need.holds_in(step) for need in meant)}
        assert meant, kind
        assert held == stated or kind == "full_restore", kind
        for need in meant:
            assert getattr(need, "eases_minutes_per_step", 0) == 0
            assert getattr(need, "growth_per_step", 0) == 0 or need.last_step == need.first_step
    known = set(done.translation.places.values())
    frames = {"default.lesson_in_last_step", "coach.hours"}
    extra = [n for n in problem.hard_needs() if (n.origin.ref, n.kind) not in known and n.origin.ref not in frames]
    assert extra == []


@pytest.mark.parametrize("name", ["S04", "S05"])
def test_collision_is_told_as_exactly_the_smallest_set(run: Any, name: str) -> None:
    """Exit status 3, conflict.json alone, and its needs are the facts of the stated minimal conflict."""
    done = run(name)
    assert done.status == 3, done.said
    assert done.files == {"conflict.json"}
    report = done.report("conflict.json")
    assert done.translation.facts_at(report["needs"]) == set(done.scenario["minimal_conflict"])
    assert len(report["needs"]) == len(done.scenario["minimal_conflict"])
    assert {way["give_up"] for way in report["ways_out"]} == {need["id"] for need in report["needs"]}
    assert all(way["sentence"] for way in report["ways_out"])


@pytest.mark.parametrize("name", ["S04", "S05"])
def test_collision_is_said_whole_on_the_screen_too(run: Any, name: str) -> None:
    """What collides, what would help and the contact that stands meanwhile are all said, not only written down."""
    done = run(name)
    report = done.report("conflict.json")
    sentences = [entry["sentence"] for entry in (*report["needs"], *report["ways_out"], report["contact"])]
    assert [sentence for sentence in sentences if sentence not in done.said] == []
    assert report["contact"]["date"] >= done.scenario["plan"]["first_monday"]
    assert ".." not in done.said


def test_ways_out_never_change_the_schools_staffing(run: Any) -> None:
    """Only the student's own wish or the goal may wait: nobody is told to exchange the teacher."""
    report = run("S05").report("conflict.json")
    for way in report["ways_out"]:
        assert way["give_up"] in {need["id"] for need in report["needs"]}
        said = way["sentence"].casefold()
        assert not any(word in said for word in ("byt", "annan lärare", "ersätt", "flytta"))
        assert ("eleven själv" in said) == (way["give_up"].startswith("VU2"))


def test_collision_over_a_teacher_shows_who_else_is_at_those_lessons(run: Any) -> None:
    """All mathematics is held by MAT4, and PT2 is there as well: said, so that the school can take a stand."""
    done = run("S05")
    assert "PT2" in (done.out / "conflict.json").read_text(encoding="utf-8")
    assert "PT2" in done.said


def test_answer_that_obliges_somebody_to_act_stops_before_any_file(run: Any) -> None:
    """Exit status 4, nothing written, calm words with the duty and the school's own routine."""
    done = run("S06")
    assert done.status == 4, done.said
    assert done.files == set()
    said = done.said.casefold()
    facts = {fact["id"]: fact["params"] for fact in done.scenario["facts"]}
    assert any(words in said for words in facts["F4"]["any_of"])
    assert "skolans egen rutin" in said
    assert [words for words in facts["F5"]["none_of"] if words in said] == []
    assert [token for token in facts["F3"]["tokens"] if token in said] == []
    assert "hemma på dagarna" not in said


def test_handled_duty_lets_the_way_go_on_and_leaves_no_trace(run: Any, tmp_path: Path) -> None:
    """With a note of who and when, the plan is made, and none of the words is in any file, name or metadata."""
    case = run("S06").translation.case
    handled = [{"question": q, "at": "2027-01-08T10:00:00+01:00", "by": "kurator"} for q in ("HE1", "TR3")]
    status, said, out = run_case({**case, "handled": handled}, tmp_path)
    assert status == 0, said
    assert {path.name for path in out.iterdir()} == PLAN_FILES
    facts = {fact["id"]: fact["params"] for fact in scenario("S06")["facts"]}
    written = all_text(out)
    assert [token for token in facts["F3"]["tokens"] if token in written + said.casefold()] == []
    report = (out / "plan.json").read_text(encoding="utf-8")
    assert '"HE1"' not in report
    assert '"TR3"' not in report
    assert "kurator" not in report


def test_duty_half_handled_still_stops(run: Any, tmp_path: Path) -> None:
    """One of two answers taken care of is not enough."""
    handled = [{"question": "HE1", "at": "2027-01-08T10:00:00+01:00", "by": "kurator"}]
    status, _, out = run_case({**run("S06").translation.case, "handled": handled}, tmp_path)
    assert status == 4
    assert not out.exists()
