"""A filled paper form, typed: what is understood, what is refused and why, and nothing lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.needs.base import Respondent
from questionnaire.answers import Answer, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Bank
from questionnaire.keyed import BUTTON_WORDS, Keyed, KeyFault, Misread, parse_keyed, write_keyed
from questionnaire.paper_rows import Form, PaperRow, mark_of, rows_on_paper
from questionnaire.vocabulary import ItemKind
from tests.questionnaire.paper_bank import PAPER_BANK, PAPER_WEEK

SWEDISH = {Choice.YES: "j", Choice.NO: "n", Choice.DONT_KNOW: "v", Choice.SKIP: "h"}
ENGLISH = {Choice.YES: "y", Choice.NO: "n", Choice.DONT_KNOW: "d", Choice.SKIP: "s"}
ROWS = {row.item.id: row for form in Form for row in rows_on_paper(PAPER_BANK, PAPER_WEEK, form)}


def keyed(question: str, line: str) -> Keyed | Misread:
    """What that line means for that question."""
    return parse_keyed(PAPER_BANK, ROWS[QuestionId(question)], line)


@pytest.mark.parametrize(
    ("question", "line", "choice", "ticks"),
    [
        ("PL4", "j", Choice.YES, ()),
        ("PL4", " N ", Choice.NO, ()),
        ("PL4", "d", Choice.DONT_KNOW, ()),
        ("PL4", "h", Choice.SKIP, ()),
        ("PL1", "1 2", None, ("talk", "go")),
        ("PL1", "2,1", None, ("talk", "go")),
        ("PL1", "3", None, ("none",)),
        ("PL1", "s", Choice.SKIP, ()),
        ("PL5", "2", None, ("out",)),
        ("PL6", "1;3", None, ("A1", "C3")),
        ("VA1", "j 2", Choice.YES, ("9U",)),
        ("VA1", "y2", Choice.YES, ("9U",)),
        ("VA1", "1", Choice.YES, ("9T",)),
        ("TI9", "må fm, on em", Choice.YES, ("mon_am", "wed_pm")),
        ("TI9", "mon am pm", Choice.YES, ("mon_am", "mon_pm")),
        ("TI9", "tors", Choice.YES, ("thu_am", "thu_pm")),
        ("TI9", "10 1", Choice.YES, ("mon_am", "fri_pm")),
        ("TI9", "n", Choice.NO, ()),
    ],
)
def test_a_line_is_understood(question: str, line: str, choice: Choice | None, ticks: tuple[str, ...]) -> None:
    """Letters of both languages, numbers with any sign between them, half days by name or number."""
    assert keyed(question, line) == Keyed(answer=Answer(choice=choice, ticks=ticks))


@pytest.mark.parametrize("question", ["PL1", "PL4", "TI9"])
def test_nothing_written_is_no_answer(question: str) -> None:
    """An empty line is not a skip: the question can still be asked."""
    assert keyed(question, "  ") == Keyed(answer=None)


@pytest.mark.parametrize(
    ("question", "line", "fault", "sign"),
    [
        ("PL4", "q", KeyFault.NOT_READ, "q"),
        ("PL4", "j?", KeyFault.NOT_READ, "?"),
        ("PL4", "1", KeyFault.NO_BOXES_HERE, "1"),
        ("PL4", "j n", KeyFault.ONE_BUTTON, ""),
        ("PL1", "4", KeyFault.NO_SUCH_BOX, "4"),
        ("PL1", "0", KeyFault.NO_SUCH_BOX, "0"),
        ("PL1", "9" * 5000, KeyFault.NO_SUCH_BOX, "9" * 5000),
        ("PL1", "j", KeyFault.BOXES_ALONE, ""),
        ("PL1", "1 3", KeyFault.STANDS_ALONE, "3"),
        ("PL1", "v 1", KeyFault.BOXES_NEED_YES, ""),
        ("PL5", "1 2", KeyFault.ONE_BOX_ONLY, ""),
        ("VA1", "n 1", KeyFault.BOXES_NEED_YES, ""),
        ("TI9", "fm", KeyFault.NOT_READ, "fm"),
        ("TI9", "lö fm", KeyFault.NOT_READ, "lö"),
        ("TI9", "11", KeyFault.NO_SUCH_BOX, "11"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_reason(
    question: str, line: str, fault: KeyFault, sign: str
) -> None:
    """The fault and the sign that it is about, for words that say what to do."""
    refused = keyed(question, line)
    assert isinstance(refused, Misread)
    assert (refused.fault, refused.sign) == (fault, sign)


@given(row=st.sampled_from(list(ROWS.values())), line=st.text(max_size=30))
def test_any_line_at_all_is_understood_or_refused(row: PaperRow, line: str) -> None:
    """Nothing that can be typed breaks the reading, and what is understood can be answered."""
    read = parse_keyed(PAPER_BANK, row, line)
    if isinstance(read, Keyed) and read.answer is not None:
        assert not read.answer.choice or read.answer.choice in Choice
        assert set(read.answer.ticks) <= {box.code for box in row.boxes}


def answers_to(row: PaperRow) -> st.SearchStrategy[Answer]:
    """Every answer that the screen can give to that question."""
    boxes = [box.code for box in row.boxes if not box.alone]
    some = st.lists(st.sampled_from(boxes), min_size=1, unique=True) if boxes else st.nothing()
    if row.item.kind is ItemKind.PICK_ONE:
        some = st.sampled_from([[box.code] for box in row.boxes])
    elif alone := [[box.code] for box in row.boxes if box.alone]:
        some |= st.sampled_from(alone)
    ticks = some.map(lambda chosen: tuple(box.code for box in row.boxes if box.code in chosen))
    if row.item.kind.has_buttons:
        beside_yes = ticks.map(lambda ticked: Answer(choice=Choice.YES, ticks=ticked))
        return st.sampled_from(Choice).map(lambda choice: Answer(choice=choice)) | beside_yes
    others = st.sampled_from((Choice.SKIP, Choice.DONT_KNOW)).map(lambda choice: Answer(choice=choice))
    return others | ticks.map(lambda ticked: Answer(ticks=ticked))


@st.composite
def filled(draw: st.DrawFn, bank: Bank) -> list[tuple[PaperRow, Answer | None]]:
    """A form with each question answered somehow, or not at all."""
    rows = rows_on_paper(bank, PAPER_WEEK, draw(st.sampled_from(Form)))
    return [(row, draw(st.none() | answers_to(row))) for row in rows]


@given(form=filled(PAPER_BANK), letters=st.sampled_from((SWEDISH, ENGLISH)))
def test_a_form_typed_gives_the_answers_back(
    form: list[tuple[PaperRow, Answer | None]], letters: dict[Choice, str]
) -> None:
    """Any answers, written as lines and read again, are the same answers."""
    for row, answer in form:
        assert parse_keyed(PAPER_BANK, row, write_keyed(row, answer, letters)) == Keyed(answer=answer)


@given(data=st.data())
def test_so_it_is_with_every_question_of_the_bank(data: st.DataObject) -> None:
    """The same for the questions that are really asked."""
    for row, answer in data.draw(filled(load_bank())):
        assert parse_keyed(load_bank(), row, write_keyed(row, answer, SWEDISH)) == Keyed(answer=answer)


def test_no_letter_means_two_things() -> None:
    """Swedish and English letters can be typed at once."""
    for letters in (SWEDISH, ENGLISH):
        assert all(BUTTON_WORDS[letter] is choice for choice, letter in letters.items())


def test_private_questions_and_what_follows_them_are_not_on_paper() -> None:
    """Nor those about the draft; the rest stand by section with running numbers."""
    rows = rows_on_paper(PAPER_BANK, PAPER_WEEK, Form.FULL)
    assert [(row.number, row.item.id) for row in rows] == list(
        enumerate(["PL1", "PL4", "PL5", "PL6", "TI9", "VA1"], start=1)
    )


@pytest.mark.parametrize(
    ("form", "ids"), [(Form.SHORT, ["PL1", "PL4", "PL5"]), (Form.GUARDIANS, ["G01", "G02", "G14"])]
)
def test_each_form_has_its_own_questions_and_numbers(form: Form, ids: list[str]) -> None:
    """The short route by itself, and the guardians' form by itself."""
    rows = rows_on_paper(PAPER_BANK, PAPER_WEEK, form)
    assert [row.item.id for row in rows] == ids
    assert [row.number for row in rows] == [1, 2, 3]
    assert all(row.item.asked_of is form.asked_of for row in rows)
    assert (form.asked_of is Respondent.GUARDIAN) == (form is Form.GUARDIANS)


def test_the_mark_changes_with_words_and_boxes_and_with_nothing_else() -> None:
    """A paper of another edition can be told; printing again gives the same mark."""
    rows = rows_on_paper(PAPER_BANK, PAPER_WEEK, Form.FULL)
    fewer_rooms = PAPER_WEEK.model_copy(update={"lessons": PAPER_WEEK.lessons[:2]})
    reworded = rows[1].item.model_copy(update={"sv": "Går det bättre någon annanstans?"})
    marks = {
        mark_of(rows),
        mark_of(rows_on_paper(PAPER_BANK, PAPER_WEEK, Form.SHORT)),
        mark_of(rows_on_paper(PAPER_BANK, fewer_rooms, Form.FULL)),
        mark_of((rows[0], rows[1].model_copy(update={"item": reworded}), *rows[2:])),
    }
    assert len(marks) == 4
    assert all(len(mark) == 6 for mark in marks)
    assert mark_of(rows) == mark_of(rows_on_paper(PAPER_BANK, PAPER_WEEK, Form.FULL))
