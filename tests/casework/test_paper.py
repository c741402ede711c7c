"""The forms of one student, and a filled form keyed on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

import cli
from casework import app_verbs, case_commands, paper_commands
from casework.cases import open_case
from casework.demo import demo_timetable
from casework.paper import BadLine, KeyedLine, mark_of_form, paper_files, print_form, read_lines
from casework.plan_command import ExitStatus
from planning.errors import BadInput, NotAllowed
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.paper_rows import Form, rows_on_paper
from questionnaire.vocabulary import Preference
from storage.records import CaseId
from tests.exports.drawn import misplaced

WEEK = "grupp,dag,start,slut,ämne,lärare,sal\n9T,mån,10:00,11:00,Bild,EXA,A1\n9T,tis,10:00,11:00,Svenska,EXB,B2\n"
READ_ALOUD = AnswerSheet(answers={QuestionId("ST2"): Answer(choice=Choice.YES)})


def text_of(data: bytes) -> str:
    """All words of a PDF."""
    return " ".join(" ".join((page.extract_text() or "").split()) for page in PdfReader(io.BytesIO(data)).pages)


def answered(case_id: str, question: str) -> Answer | None:
    """What is kept of the answer to that question."""
    return open_case(app_verbs.the_store(), CaseId(case_id)).sheet.of(question)


def key(case_id: str, tmp_path: Path, text: str, said: list[str], **more: object) -> ExitStatus:
    """Key those lines in from a file."""
    file = tmp_path / "svar.txt"
    file.write_text(text, encoding="utf-8")
    given = {"which": Form.FULL, "by": None, "mark": "", **more}
    return paper_commands.key(case_id, str(file), say=said.append, **given)  # type: ignore[arg-type]  # a test's freedom


@pytest.mark.parametrize(("file", "which"), [(file, form) for file, (form, language) in paper_files().items()])
def test_every_question_of_a_form_is_printed_with_its_number_and_mark(file: str, which: Form) -> None:
    """In both languages, and nothing private on any."""
    language = paper_files()[file][1]
    text = text_of(print_form(demo_timetable(), AnswerSheet(), which, language))
    rows = rows_on_paper(load_bank(), demo_timetable(), which)
    assert rows
    for row in rows:
        asked = " ".join((row.item.en if language == "en" else row.item.sv).split())
        assert f"{row.number} · {row.item.id} " in text
        assert asked in text
    assert mark_of_form(demo_timetable(), which) in text
    private = [item for item in load_bank().items if item.private]
    assert private
    assert not any(f"· {item.id} " in text or item.sv in text or item.en in text for item in private)


def test_the_subjects_teachers_and_rooms_of_the_student_are_boxes() -> None:
    """The real timetable gives the boxes."""
    text = text_of(print_form(demo_timetable(), AnswerSheet(), Form.FULL, "sv"))
    for name in (*demo_timetable().subjects, *demo_timetable().teachers, *demo_timetable().rooms):
        assert name in text


def test_follow_ups_say_when_they_are_answered() -> None:
    """In words, with the number of the question that they follow."""
    rows = {row.item.id: row.number for row in rows_on_paper(load_bank(), demo_timetable(), Form.FULL)}
    text = text_of(print_form(demo_timetable(), AnswerSheet(), Form.FULL, "sv"))
    assert f"Om du svarade Ja på fråga {rows[QuestionId('VU4')]}:" in text
    assert f"Om du svarade Nej på fråga {rows[QuestionId('MA2')]}:" in text


def test_a_name_is_printed_only_when_given() -> None:
    """And it is in no file name."""
    named = text_of(print_form(demo_timetable(), AnswerSheet(), Form.SHORT, "sv", name="Kim Exempel"))
    unnamed = text_of(print_form(demo_timetable(), AnswerSheet(), Form.SHORT, "sv"))
    assert "Kim Exempel" in named
    assert "Kim" not in unnamed


def test_who_wants_to_be_read_to_gets_larger_letters() -> None:
    """ST2 is remembered for what is printed, for the student's forms only."""
    assert Preference.READ_ALOUD.value
    for which in Form:
        plain = PdfReader(io.BytesIO(print_form(demo_timetable(), AnswerSheet(), which, "sv")))
        large = PdfReader(io.BytesIO(print_form(demo_timetable(), READ_ALOUD, which, "sv")))
        assert (len(large.pages) > len(plain.pages)) is (which is not Form.GUARDIANS)


def test_numbers_are_those_of_the_form_and_codes_mean_the_same_in_all() -> None:
    """«2 j» depends on the form; «G01 n» does not."""
    short = rows_on_paper(load_bank(), demo_timetable(), Form.SHORT)
    button = next(row for row in short if row.item.kind.has_buttons)
    lines = [f"{button.number} j", "g01 n", "# en anteckning", "", "TI5"]
    assert list(read_lines(lines, demo_timetable(), Form.SHORT)) == [
        KeyedLine(question=button.item.id, answer=Answer(choice=Choice.YES)),
        KeyedLine(question=QuestionId("G01"), answer=Answer(choice=Choice.NO)),
        KeyedLine(question=QuestionId("TI5"), answer=None),
    ]


@pytest.mark.parametrize("line", ["ZZ9 j", "999 j", "svaret", "TR1 j", "PL4", "PL4 9", "PL4 q"])
def test_a_line_that_cannot_be_used_says_what_to_do(line: str) -> None:
    """Its number, and a sentence; a question with nothing behind it is no fault."""
    (read,) = list(read_lines(["", line], demo_timetable(), Form.FULL))[:1]
    if line == "PL4":
        assert read == KeyedLine(question=QuestionId("PL4"), answer=None)
    else:
        assert isinstance(read, BadLine)
        assert read.line == 2
        assert read.message.count(".") >= 1
        assert "{" not in read.message


def test_the_same_question_twice_is_asked_about() -> None:
    """Neither line is chosen in silence."""
    read = list(read_lines(["VU4 j", "VU4 n"], demo_timetable(), Form.FULL))
    assert isinstance(read[1], BadLine)
    assert "rad 1" in read[1].message


def test_a_filled_form_is_keyed_from_a_file(case_id: str, tmp_path: Path, said: list[str]) -> None:
    """Good lines are kept, bad ones told of, and the exit status says that something is left."""
    status = key(case_id, tmp_path, "VU4 j\nPL6 1 3\nVU1 99\nVA1: n\n", said)
    assert status is ExitStatus.BAD_INPUT
    assert answered(case_id, "VU4") == Answer(choice=Choice.YES)
    assert len((answered(case_id, "PL6") or Answer()).ticks) == 2
    assert answered(case_id, "VA1") == Answer(choice=Choice.NO)
    assert answered(case_id, "VU1") is None
    assert said[0].startswith("3 ")
    assert said[1].startswith("Rad 3: ")


def test_who_filled_it_in_is_kept(case_id: str, tmp_path: Path, said: list[str]) -> None:
    """Without a word of it, each question is answered by the one that it asks."""
    assert key(case_id, tmp_path, "VU4 j\nG01 n\n", said) is ExitStatus.DONE
    assert key(case_id, tmp_path, "MA2 j\n", said, by=Respondent.COACH) is ExitStatus.DONE
    by = {question: (answered(case_id, question) or Answer()).by for question in ("VU4", "G01", "MA2")}
    assert by == {"VU4": Respondent.STUDENT, "G01": Respondent.GUARDIAN, "MA2": Respondent.COACH}


def test_a_paper_of_another_edition_is_not_keyed_by_mistake(case_id: str, tmp_path: Path, said: list[str]) -> None:
    """Its mark is compared when it is given; nothing is kept."""
    case = open_case(app_verbs.the_store(), CaseId(case_id))
    assert case.timetable is not None
    mark = mark_of_form(case.timetable, Form.FULL)
    assert key(case_id, tmp_path, "VU4 j", said, mark="000000") is ExitStatus.BAD_INPUT
    assert answered(case_id, "VU4") is None
    assert key(case_id, tmp_path, "VU4 j", said, mark=mark.upper()) is ExitStatus.DONE


def test_what_is_keyed_last_holds(case_id: str, tmp_path: Path, said: list[str]) -> None:
    """Keying again changes the answer, however fast it comes."""
    for line, choice in (("VU4 j", Choice.YES), ("VU4 n", Choice.NO), ("VU4 v", Choice.DONT_KNOW)):
        key(case_id, tmp_path, line, said)
        assert (answered(case_id, "VU4") or Answer()).choice is choice


def test_lines_come_from_standard_input(
    case_id: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """«case key ID -», and the forms land in the folder without touching what lies there."""
    monkeypatch.setattr("sys.stdin", io.StringIO("VU4 j\n"))
    assert cli.main(["case", "key", case_id, "-"]) == ExitStatus.DONE
    assert answered(case_id, "VU4") == Answer(choice=Choice.YES)
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "plan.json").write_text("{}", encoding="utf-8")
    assert cli.main(["case", "form", case_id, "--out", str(tmp_path / "ut")]) == ExitStatus.DONE
    assert {file.name for file in (tmp_path / "ut").iterdir()} == {"plan.json", *paper_files()}
    assert "fragor-kort.pdf" in capsys.readouterr().out


def test_without_a_file_or_a_timetable_it_says_so(case_id: str, said: list[str]) -> None:
    """Bad input by name; a case without a timetable has no boxes yet."""
    with pytest.raises(BadInput, match="file_missing"):
        paper_commands.key(case_id, "finns-inte.txt", Form.FULL, None, "", said.append)
    case_commands.new("Kim", said.append)
    with pytest.raises(NotAllowed, match="timetable_first"):
        paper_commands.form(said[-1], Path(), "", said.append)


def test_a_box_that_is_called_by_its_number_says_it_once() -> None:
    """«5» and not «5 5», where the label is the number."""
    text = text_of(print_form(demo_timetable(), AnswerSheet(), Form.SHORT, "sv"))
    assert "Hoppa över 1 2 3 4 5 " in text


@pytest.mark.parametrize("name", ["fragor.pdf", "fragor-en.pdf"])
@pytest.mark.parametrize("answers", [AnswerSheet(), READ_ALOUD], ids=["ordinary", "large"])
def test_no_letter_of_the_form_lies_over_another(name: str, answers: AnswerSheet) -> None:
    """Also where the letters are large and the names of the days long."""
    form, language = paper_files()[name]
    assert misplaced(print_form(demo_timetable(), answers, form, language)) == []
