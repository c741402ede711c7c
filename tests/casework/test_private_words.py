"""What is told in private is read by nobody else: planted in every private answer, looked for in all that leaves."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

import pytest

from casework.app_verbs import CASE_FILE
from casework.documents import DOCUMENTS
from planning.needs.base import CARE
from tests.command_line import WEEK, Run, runner
from tests.opened_store import everything_kept
from tests.private_words import IDS, PRIVATE, QUESTIONS, WORDS, private_words_in, text_of

OPEN = {
    "ST1": "yes", "PL1": "be_at_lesson", "VU2": "TST", "AM2": "Svenska", "TI4": "one_lesson", "SK1": "yes",
    "IN1": "music", "SI1": "sound", "VA3": "yes", "PL7": "corridor", "SO1": "yes", "ON4": "yes", "G13": "yes",
    "SL1": "places,times,subjects,people,support", "SL2": "yes",
}  # fmt: skip
WAYS: Mapping[str, Mapping[str, str]] = {
    "everything is told": {
        "VU3": "yes", "SK5": "threat_today", "HE1": "no", "HE4": "yes", "HE5": "yes", "TR1": "yes", "TR2": "yes",
        "TR3": "yes", "TR4": "today",
    },
    "some is told, and the talk can wait": {
        "VU3": "no", "SK5": "yes", "HE1": "yes", "HE4": "yes", "HE5": "no", "TR1": "yes", "TR2": "no", "TR3": "no",
        "TR4": "soon",
    },
    "nothing is wrong": {
        "VU3": "no", "SK5": "no", "HE1": "yes", "HE4": "no", "HE5": "no", "TR1": "no", "TR3": "no", "TR4": "no_answer",
    },
    "not known, or skipped": {
        "VU3": "dont_know", "SK5": "skip", "HE1": "dont_know", "HE4": "skip", "HE5": "dont_know", "TR1": "dont_know",
        "TR3": "skip", "TR4": "skip",
    },
}  # fmt: skip
DUTIES = {question: {"question": question, "at": "2026-11-23T10:00:00+01:00", "by": "KE", "second": "SK"}
          for question in IDS if question != "HE5"}  # fmt: skip
EVERY_WAY = pytest.mark.parametrize("told", WAYS.values(), ids=WAYS)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on cases kept in a folder of the test's own, with a timetable beside it."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    return runner(tmp_path, monkeypatch, capsys)


def case_file(folder: Path, told: Mapping[str, str], **more: object) -> Path:
    """A case file with those private answers, taken care of, beside open ones."""
    whole = {
        "student": "Kim",
        "timetable": {"file": "week.csv", "group": "9T"},
        "ladder": {"first_monday": "2027-01-11", "number_of_steps": 3, "weeks_per_step": 1},
        "answers": {question: _short(answer) for question, answer in {**OPEN, **told}.items()},
        "most_important": ["HE5", "AM2"],
        "handled": [duty for question, duty in DUTIES.items() if question in told],
        **more,
    }
    (folder / "case.json").write_text(json.dumps(whole), encoding="utf-8")
    return folder / "case.json"


def _short(answer: str) -> object:
    """Buttons as they are, boxes as a list."""
    return answer if answer in {"yes", "no", "dont_know", "skip"} and answer != "ST1" else answer.split(",")


def everything_in(folder: Path) -> dict[str, str]:
    """What can be read in each file of the folder, its name included."""
    return {path.name: f"{path.name}\n{text_of(path.name, path.read_bytes())}" for path in folder.iterdir()}


def test_the_search_finds_what_it_looks_for() -> None:
    """Every private question, in plain text, in JSON and among tags, and nothing in harmless words."""
    assert len(PRIVATE) == 9
    assert all(private_words_in(f"<p>{word.upper()}</p>") == [word] for word in QUESTIONS)
    assert private_words_in(json.dumps({"q": "Är du rädd för någon?"})) == ["Är du rädd för någon?"]
    assert private_words_in('"question": "TR1", /fraga-HE4.pdf') == ["HE4", "TR1"]
    assert private_words_in("THE1 TR12 Nej. Vet inte. Ja. Inte idag. Trygghet.") == []
    assert len(WORDS) > 2 * len(PRIVATE)


@EVERY_WAY
def test_no_file_of_a_plan_tells_a_private_answer(run: Run, tmp_path: Path, told: Mapping[str, str]) -> None:
    """Planned from a case file: what is said, plan.json, and all documents."""
    said = run("plan", case_file(tmp_path, told), "--out", tmp_path / "out")

    assert said.status == 0, said
    assert private_words_in(said.out + said.err) == []
    files = everything_in(tmp_path / "out")
    assert len(files) == len(DOCUMENTS) + 1
    assert {name: words for name, text in files.items() if (words := private_words_in(text))} == {}


@EVERY_WAY
def test_no_conflict_tells_a_private_answer(run: Run, tmp_path: Path, told: Mapping[str, str]) -> None:
    """Where no plan is possible, conflict.json and what is said name the open answers alone."""
    goals = {"lessons_per_week": [{"least": 3, "most": 1}]}
    said = run("plan", case_file(tmp_path, told, goals=goals), "--out", tmp_path / "out")

    assert said.status == 3, said
    assert private_words_in(said.out + said.err) == []
    assert [private_words_in(text) for text in everything_in(tmp_path / "out").values()] == [[]]


def test_answers_that_only_oblige_leave_no_trace_in_any_plan(run: Run, tmp_path: Path) -> None:
    """What a student tells about harm changes no byte of what others read: the annex says that a duty was met."""
    obliging = {question: WAYS["everything is told"][question] for question in ("VU3", "SK5", "TR1", "TR2", "TR3")}
    run("plan", case_file(tmp_path, {}, most_important=[]), "--out", tmp_path / "before")
    run("plan", case_file(tmp_path, obliging, most_important=[]), "--out", tmp_path / "after")
    before, after = everything_in(tmp_path / "before"), everything_in(tmp_path / "after")

    assert {name for name in before if before[name] != after[name]} == {"kartlaggning.pdf"}


def test_needs_from_private_answers_tell_no_source(run: Run, tmp_path: Path) -> None:
    """In plan.json they are care of the coach's, with other ids than the questions'."""
    run("plan", case_file(tmp_path, WAYS["everything is told"]), "--out", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    hushed = [need for need in report["needs"] if need["origin"]["ref"] == CARE.ref]

    assert hushed
    assert not any(need["most_important"] for need in hushed)
    assert not set(report["case"]["answers"]) & set(IDS)
    assert report["case"]["most_important"] == ["AM2"]


@EVERY_WAY
def test_no_verb_on_a_kept_case_tells_a_private_answer(
    run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture, told: Mapping[str, str]
) -> None:
    """Answered, summed up, listed, noted, planned, printed: screen, files and log."""
    caplog.set_level(logging.DEBUG)
    case_id = run("case", "new", "--name", "Kim").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    answers = [f"{question}={answer}" for question, answer in {**OPEN, **told}.items()]
    said = [run("case", "answer", case_id, *answers), run("case", "summary", case_id), run("case", "list")]
    said += [run("case", "handled", case_id, question, "--by", "KE") for question in DUTIES if question in told]
    said += [run("case", "todo", case_id), run("case", "plan", case_id)]
    said += [run("case", "documents", case_id, "--out", tmp_path / "out"), run("case", "summary", case_id)]

    assert [one for one in said if one.status != 0] == []
    assert private_words_in("\n".join(one.out + one.err for one in said)) == []
    assert private_words_in(caplog.text) == []
    files = everything_in(tmp_path / "out")
    assert len(files) == len(DOCUMENTS)
    assert {name: words for name, text in files.items() if (words := private_words_in(text))} == {}


def test_private_questions_are_neither_on_paper_nor_keyed_from_it(run: Run, tmp_path: Path) -> None:
    """They are asked on the screen alone; a line for one is refused without its words."""
    case_id = run("case", "new").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    (tmp_path / "lines.txt").write_text("TR3 j\nHE1 n\nSO1 j\n", encoding="utf-8")

    run("case", "answer", case_id, *(f"{q}={a}" for q, a in WAYS["everything is told"].items()))
    said = run("case", "key", case_id, tmp_path / "lines.txt")
    forms = run("case", "form", case_id, "--out", tmp_path / "paper")

    assert forms.status == 0
    assert [private_words_in(text) for text in everything_in(tmp_path / "paper").values()] == [[]] * 6
    assert said.status == 2
    assert len(said.out.splitlines()) == 3
    assert private_words_in(said.out + said.err) == []


def test_the_stop_for_a_duty_names_no_question(run: Run, tmp_path: Path) -> None:
    """The coach is told what to do; which question it was, and its words, are not repeated in the terminal."""
    said = run("plan", case_file(tmp_path, WAYS["everything is told"], handled=[]), "--out", tmp_path / "out")

    assert said.status == 4
    assert not set(private_words_in(said.out + said.err)) & {*IDS, *QUESTIONS}
    assert not (tmp_path / "out").exists()


def test_the_kept_file_has_private_answers_among_the_answers_alone(run: Run, tmp_path: Path) -> None:
    """Ids stand in the log of answers and in what was noted as done; no words, titles or texts stand anywhere."""
    case_id = run("case", "new", "--name", "Kim").last
    run("case", "timetable", case_id, tmp_path / "week.csv", "--group", "9T")
    told = WAYS["everything is told"]
    run("case", "answer", case_id, *(f"{q}={answer}" for q, answer in {**OPEN, **told}.items()))
    for question in DUTIES:
        run("case", "handled", case_id, question, "--by", "KE")
    run("case", "plan", case_id)
    run("case", "documents", case_id, "--out", tmp_path / "out")
    found = {
        (table, word)
        for table, content in everything_kept(tmp_path / "kept" / CASE_FILE)
        for word in private_words_in(content)
    }

    assert {table for table, _ in found} == {"answer_events", "handled_alerts"}
    assert not {word for _, word in found} & set(QUESTIONS)
    assert {word for table, word in found if table == "answer_events"} >= set(IDS)
