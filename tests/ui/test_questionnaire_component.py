"""What the browser is given to ask, and what it is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planning.needs.base import Respondent
from planning.timetable import Lesson, LessonId, Timetable
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item, Option
from questionnaire.vocabulary import ItemKind, OptionsFrom, Sitting, Topic
from tests.opened_store import live_in
from ui.components.questionnaire import Asking, Turn, asking_data, switches, ways
from wording.language import speaking

BANK = load_bank()
TIMETABLE = Timetable(
    group="7A",
    lessons=(
        Lesson(id=LessonId("1"), subject="Bild", weekday="mon", start="08:10", end="09:00", groups=("7A", "7B")),
    ),
)
AT = dt.datetime(2026, 11, 3, 9, 0, tzinfo=dt.UTC)
PRIVATE = next(item for item in BANK.items if item.private)


def said(question: str, choice: Choice, by: Respondent = Respondent.STUDENT) -> AnswerEvent:
    """One answer."""
    return AnswerEvent(
        id=EventId(f"{question}-{by}"), question=QuestionId(question), answer=Answer(choice=choice, by=by), at=AT
    )


EVENTS = (said(PRIVATE.id, Choice.YES), said("MA2", Choice.NO), said("RA1", Choice.YES, Respondent.COACH))


def asking(bank: Bank = BANK, **other: object) -> Asking:
    """Everything that is asked when coach and student sit side by side."""
    return Asking(bank, TIMETABLE, EVENTS, "a-case", **other)  # type: ignore[arg-type]  # the fields of Asking


def invented(number: str, **other: object) -> Item:
    """A question that no bank has."""
    return Item.model_validate(
        {"id": number, "topic": Topic.FRIENDS, "sitting": Sitting.A, "kind": ItemKind.YES_NO, "sv": "Fråga?",
         "en": "Question?", **other}
    )  # fmt: skip


@pytest.mark.parametrize("turn", [Turn.TOGETHER, Turn.ADULT, Turn.GUARDIAN])
def test_private_questions_and_answers_stay_out_unless_the_student_is_alone(turn: Turn) -> None:
    """The browser is not even told that they exist."""
    data = asking_data(asking(turn=turn), (), "sv")

    assert not any(item["private"] for item in data["items"])
    assert PRIVATE.id not in data["answers"]
    assert PRIVATE.id not in data["heads"]
    assert PRIVATE.sv not in str(data)


def test_the_browser_knows_which_answers_the_next_one_is_given_over() -> None:
    """Those that stand for the one who answers, of the questions that are asked there."""
    assert asking_data(asking(), (), "sv")["heads"] == {"MA2": [f"MA2-{Respondent.STUDENT}"]}


def test_alone_the_student_can_open_them() -> None:
    """They come along, closed until they are opened."""
    data = asking_data(asking(turn=Turn.ALONE), (), "sv")

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


def test_a_yes_can_have_boxes_beside_it() -> None:
    """Those of the bank and those of the timetable; a question without any has none."""
    few = invented("OR1", options=(Option(code="3", sv="Högst tre", en="Three at most"),))
    friends = invented("VA1", options_from=OptionsFrom.GROUPS)
    bank = Bank(items=(few, friends, invented("SK5")), sections=BANK.sections, half_days=BANK.half_days)

    items = asking_data(asking(bank), (), "sv")["items"]
    boxes = {item["id"]: [box["code"] for box in item["options"]] for item in items}

    assert boxes == {"OR1": ["3"], "VA1": ["7A", "7B"], "SK5": []}


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


def test_two_questions_switch_something_on() -> None:
    """Reading aloud, and the student's own screen."""
    assert switches(BANK) == {
        "read_aloud": {"question": "ST2", "when": ["yes"]},
        "pupil_mode": {"question": "ST3", "when": ["yes"]},
    }


def test_what_an_adult_has_filled_in_is_open_to_the_student() -> None:
    """And the adult sees the adult's own answers only."""
    students = asking_data(asking(), (), "sv")
    adults = asking_data(asking(turn=Turn.ADULT), (), "sv")

    assert set(students["answers"]) == {"MA2"}
    assert set(adults["answers"]) == {"RA1"}
    assert (students["by"], adults["by"]) == ("student", "coach")


def test_an_adult_is_not_asked_how_the_student_wants_to_be_asked() -> None:
    """Nor for how much: everything that an adult may fill in can come up, a pause is always there."""
    data = asking_data(asking(turn=Turn.ADULT), (), "sv")

    assert not {"ST1", "ST2", "ST3"} & {item["id"] for item in data["items"]}
    assert data["ways"] == []
    assert all(item["short"] for item in data["items"])
    assert "den vuxnas bild" in data["words"]["adult_line"]


def test_guardians_and_student_have_questions_of_their_own() -> None:
    """None of one form stands in the other."""
    theirs = invented("G01")
    bank = Bank(items=(invented("VA1"), theirs), sections=BANK.sections, half_days=BANK.half_days)

    asked = {turn: [item["id"] for item in asking_data(asking(bank, turn=turn), (), "sv")["items"]] for turn in Turn}

    assert asked.pop(Turn.GUARDIAN) == asked.pop(Turn.FOR_GUARDIANS) == ["G01"]
    assert set(map(tuple, asked.values())) == {("VA1",)}


def test_guardians_are_met_with_their_own_words() -> None:
    """Plainly told what their answers do not do."""
    data = asking_data(asking(turn=Turn.GUARDIAN), (), "sv")

    assert any("Era svar ändrar inte barnets svar" in line for line in data["words"]["introduction"])
    assert data["by"] == "guardian"


def test_a_new_round_shows_what_was_said_and_when() -> None:
    """«Förra gången, 3 november»."""
    later = asking(round_started=AT + dt.timedelta(days=30))
    data = asking_data(later, (), "sv")

    assert later.asked_again == {PRIVATE.id, QuestionId("MA2")}
    assert data["earlier"] == {"MA2": {"choice": "no", "ticks": [], "date": "3 november", "again": True}}
    assert asking_data(asking(), (), "sv")["earlier"] == {}


def test_on_a_screen_of_one_s_own_nothing_is_given_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A student who is logged in is led to the week, and has numbers to ring where a coach would have sat beside."""
    live_in(monkeypatch, tmp_path)
    lent, own = (asking_data(asking(turn=Turn.ALONE, is_lent=is_lent), (), "sv")["words"] for is_lent in (True, False))

    assert [lent["leave_end"], own["leave_end"]] == ["Ge tillbaka skärmen", "Till min vecka"]
    assert lent["called"] == ["Du behöver inte vänta. Ge skärmen till din coach, så pratar ni."]
    assert own["called"][-3:] == own["talk"][-3:] == lent["talk"][-3:]
    assert own["called"][-1].endswith("112")
    assert not any("skärmen" in line for line in (*own["called"], own["end"], own["leave_pause"]))
