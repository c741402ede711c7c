"""What the browser is given to ask, and what it is not."""

from __future__ import annotations

from planning.timetable import Lesson, LessonId, Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from ui.components.questionnaire import Asking, asking_data, ways
from wording.language import speaking

BANK = load_bank()
TIMETABLE = Timetable(
    group="7A", lessons=(Lesson(id=LessonId("1"), subject="Bild", weekday="mon", start="08:10", end="09:00"),)
)
PRIVATE = next(item for item in BANK.items if item.private)
SHEET = AnswerSheet(
    answers={PRIVATE.id: Answer(choice=Choice.YES), QuestionId("MA2"): Answer(choice=Choice.NO)}
)


def asking(**other: object) -> Asking:
    """Everything that is asked when coach and student sit side by side."""
    return Asking(BANK, TIMETABLE, SHEET, "a-case", **other)  # type: ignore[arg-type]  # the fields of Asking


def test_private_questions_and_answers_stay_out_while_the_coach_sits_beside() -> None:
    """The browser is not even told that they exist."""
    data = asking_data(asking(), (), "sv")

    assert not any(item["private"] for item in data["items"])
    assert PRIVATE.id not in data["answers"]
    assert PRIVATE.sv not in str(data)


def test_alone_the_student_can_open_them() -> None:
    """They come along, closed until they are opened."""
    data = asking_data(asking(is_alone=True), (), "sv")

    assert PRIVATE.id in {item["id"] for item in data["items"]}


def test_a_question_opened_again_comes_alone_and_always() -> None:
    """Whatever its condition, and on either route."""
    (item,) = asking_data(asking(focus=QuestionId("MA3")), (), "sv")["items"]

    assert item["id"] == "MA3"
    assert item["shown_if"] is None


def test_boxes_from_the_timetable_are_the_student_s_own() -> None:
    """Subjects come by their names, «Inget» last."""
    items = {item["id"]: item for item in asking_data(asking(), (), "sv")["items"]}

    assert [option["label"] for option in items["AM1"]["options"]][:1] == ["Bild"]


def test_everything_is_asked_in_the_language_spoken() -> None:
    """Questions, boxes and buttons."""
    with speaking("en"):
        data = asking_data(asking(), (EventId("x"),), "en")

    assert data["words"]["yes"] == "Yes"
    assert data["words"]["keys"]["yes"] == "Y"
    assert data["stored"] == ["x"]
    assert any(item["text"] == "Can you eat in the dining hall?" for item in data["items"])


def test_the_first_question_chooses_how_much_is_asked() -> None:
    """As the bank says."""
    (way,) = ways(BANK)

    assert way["question"] == "ST1"
    assert set(way["by_box"].values()) == {"full", "short", "not_today"}
