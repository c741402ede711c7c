"""What is agreed beside an answer: asked for where it makes sense, kept as a new answer, refused with a reason."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.cases import Case, CaseId
from casework.demo import demo_timetable
from casework.facts import CaseFacts
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, fold
from ui.agreement import Agreements, Refused, agree, facts_with_end

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
ANSWERS = {
    "SO1": Answer(choice=Choice.YES),
    "AM2": Answer(ticks=("Spanska",)),
    "TI4": Answer(ticks=("30_minutes",)),
    "RA1": Answer(choice=Choice.YES),
    "MA2": Answer(choice=Choice.YES),
    "OR3": Answer(choice=Choice.YES),
    "PL7": Answer(ticks=("dining_hall",), by=Respondent.GUARDIAN),
}


def case(**changed: Answer) -> Case:
    """A case with those answers."""
    events = tuple(
        AnswerEvent(id=EventId(question), question=QuestionId(question), answer=answer, at=AT)
        for question, answer in {**ANSWERS, **changed}.items()
    )
    return Case(
        id=CaseId("a"), created_at=AT, changed_at=AT, revision=1,
        facts=CaseFacts(), timetable=demo_timetable(), events=events,
    )  # fmt: skip


def fields(question: str) -> list[str]:
    """The names of what can be agreed beside that answer."""
    return [field.name for field in Agreements(case()).fields(QuestionId(question))]


def agreed(question: str, **typed: str) -> AnswerEvent | Refused:
    """What comes of typing that beside the answer."""
    return agree(case(), QuestionId(question), typed, AT)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("SO1", ["time", "last_step"]),
        ("AM2", ["last_step"]),
        ("TI4", ["minutes", "last_step"]),
        ("RA1", ["time", "end_time", "minutes", "last_step"]),
        ("MA2", []),
        ("OR3", []),
    ],
)
def test_only_what_makes_sense_beside_the_answer_is_asked(question: str, names: list[str]) -> None:
    """The bank's details, and how long a limit holds; nothing where nothing follows from the answer."""
    assert fields(question) == names


def test_what_is_agreed_is_the_same_answer_with_details_and_is_told() -> None:
    """The line then says what holds."""
    made = agreed("SO1", time="09.30", last_step="3")
    assert isinstance(made, AnswerEvent)
    assert made.answer == Answer(choice=Choice.YES, time="09:30", last_step=3)
    assert Agreements(case()).lines(QuestionId("SO1")) == ()
    assert made.answer is not None
    after = Agreements(case(SO1=made.answer))
    assert after.lines(QuestionId("SO1")) == ("Ingen lektion före 09.30 till och med steg 3.",)


def test_who_answered_and_what_was_ticked_stay() -> None:
    """A guardian's ticks do not become the student's."""
    after = case(PL7=ANSWERS["PL7"].model_copy(update={"last_step": 2}))
    made = agree(after, QuestionId("PL7"), {"last_step": "4"}, AT)

    assert isinstance(made, AnswerEvent)
    assert made.answer == Answer(ticks=("dining_hall",), by=Respondent.GUARDIAN, last_step=4)


def test_empty_fields_take_what_was_agreed_back() -> None:
    """The bank's defaults hold again."""
    before = case(SO1=Answer(choice=Choice.YES, time="09:30", last_step=3))
    made = agree(before, QuestionId("SO1"), {"time": "", "last_step": ""}, AT)

    assert isinstance(made, AnswerEvent)
    assert made.answer == ANSWERS["SO1"]


def test_it_comes_after_the_answer_however_the_clocks_go() -> None:
    """The browser's clock may be ahead of this computer's."""
    made = agree(case(), QuestionId("TI4"), {"minutes": "40"}, AT - dt.timedelta(hours=2))

    assert isinstance(made, AnswerEvent)
    latest = fold([*case().events, made]).of("TI4")
    assert latest is not None
    assert latest.minutes == 40


ENDLESS = {"TI9": Answer(choice=Choice.YES, ticks=("mon_am",)), "IN4": Answer(choice=Choice.YES, ticks=("tue_pm",))}


@pytest.mark.parametrize("question", list(ENDLESS))
def test_a_limit_without_an_end_is_asked_about(question: str) -> None:
    """A limit that lasts for ever contradicts a full return: the line asks how long, and nothing else."""
    offered = Agreements(case(**ENDLESS)).offered(QuestionId(question))

    assert offered.asks_how_long
    (field,) = offered.fields
    assert field.label == "Hur länge gäller det?"
    assert [label for _, label in field.options][:2] == ["Välj", "till och med steg 1"]
    assert field.options[-1] == ("8", "inte i den här planen")


@pytest.mark.parametrize(
    ("last_step", "holds"),
    [
        ("2", "Ingen lektion måndagar 00.00–12.00, den tiden är upptagen till och med steg 2."),
        ("8", "Ingen lektion måndagar 00.00–12.00, den tiden är upptagen. Så är det i hela den här planen."),
    ],
)
def test_once_it_is_said_how_long_it_is_not_asked_again(last_step: str, holds: str) -> None:
    """The line says it, and it can be changed like anything else that is agreed."""
    made = agree(case(**ENDLESS), QuestionId("TI9"), {"last_step": last_step}, AT)
    assert isinstance(made, AnswerEvent)
    assert made.answer is not None
    after = case(**{**ENDLESS, "TI9": made.answer})

    assert not Agreements(after).offered(QuestionId("TI9")).asks_how_long
    assert Agreements(after).lines(QuestionId("TI9")) == (holds,)
    values = {field.name: field.value for field in Agreements(after).fields(QuestionId("TI9"))}
    assert values["last_step"] == last_step


@pytest.mark.parametrize("question", ["SO1", "AM2", "TI4", "MA2", "PL7"])
def test_a_limit_that_ends_or_grows_is_not_asked_about(question: str) -> None:
    """The bank gives it an end, or it grows milder by itself; what an adult filled in is no limit."""
    assert not Agreements(case()).offered(QuestionId(question)).asks_how_long


def test_a_limit_written_exactly_is_asked_about_where_its_answer_stands() -> None:
    """What is said there ends both."""
    limit = {"question": "AM2", "kind": "avoid_subject", "subjects": ["Spanska"]}
    before = case().model_copy(update={"facts": CaseFacts.model_validate({"limits": [limit]})})
    assert Agreements(before).offered(QuestionId("AM2")).asks_how_long
    after = before.model_copy(update={"facts": facts_with_end(before, QuestionId("AM2"), 3)})

    assert [limit.last_step for limit in after.facts.limits] == [3]
    assert not Agreements(after).offered(QuestionId("AM2")).asks_how_long


def test_a_field_that_was_not_there_leaves_what_was_agreed() -> None:
    """Asked for how long alone, the time stays."""
    made = agree(case(SO1=Answer(choice=Choice.YES, time="09:30")), QuestionId("SO1"), {"last_step": "3"}, AT)

    assert isinstance(made, AnswerEvent)
    assert made.answer == Answer(choice=Choice.YES, time="09:30", last_step=3)


@pytest.mark.parametrize(
    ("question", "typed", "message"),
    [
        ("SO1", {"time": "halv tio"}, "«halv tio» är ingen tid. Skriv till exempel 09.30."),
        ("TI4", {"minutes": "en kvart"}, "«en kvart» är inget antal. Skriv med siffror, till exempel 40."),
        ("TI4", {"minutes": "99999"}, "Det värdet är för litet eller för stort här. Pröva ett annat."),
        ("RA1", {"time": "10"}, "Skriv både från och till, eller lämna båda tomma."),
        ("RA1", {"time": "11", "end_time": "10"}, "Slutet ligger före början. Rätta det."),
        ("SO1", {"last_step": "9"}, "Planen har 8 steg. Välj ett av dem."),
        ("XX1", {}, "Svaret finns inte längre. Ladda om sidan."),
    ],
)
def test_what_cannot_be_kept_says_why(question: str, typed: dict[str, str], message: str) -> None:
    """In plain words, and nothing is stored."""
    assert agreed(question, **typed) == Refused(message)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["time", "end_time", "minutes", "n", "last_step", "other"]), st.text()))
def test_anything_can_be_typed(typed: dict[str, str]) -> None:
    """The browser may send whatever it likes: it becomes an answer or a sentence, never a breakage."""
    for question in ("SO1", "RA1", "TI4", "AM2"):
        assert isinstance(agree(case(), QuestionId(question), typed, AT), AnswerEvent | Refused)
