"""The ways out of a conflict are cards: what each would open, and what a tap on it does."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.case import Case
from casework.demo import demo_timetable
from casework.facts import Amount, CaseFacts, CoachFacts, Goals
from casework.proposing import problem_of, propose
from planning.clock import Weekday
from planning.needs import NEED, AnyNeed, Origin, Source
from planning.outcomes import Conflict, OpenedLesson, WayOut
from planning.problem import CoachHours
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from ui.conflict_view import own_words, way_card, ways_shown
from ui.conflict_ways import Doing
from wording.conflict import say_conflict

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
MORNINGS = CoachFacts(hours=tuple(CoachHours(weekday=day, start="08:00", end="09:00") for day in list(Weekday)[:5]))
ANSWERS = {
    QuestionId("SO1"): Answer(choice=Choice.YES, time="10:00"),
    QuestionId("VU4"): Answer(choice=Choice.YES),
}
PRIVATE = next(item.id for item in load_bank().items if item.private)
CASE = Case(
    id="a-case", created_at=AT, changed_at=AT, revision=1, timetable=demo_timetable(),
    facts=CaseFacts(coach=MORNINGS, goals=Goals(lessons_per_week=(Amount(least=1, last_step=1),))),
    events=tuple(AnswerEvent(id=EventId(q), question=q, answer=answer, at=AT) for q, answer in ANSWERS.items()),
)  # fmt: skip


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    """A coach before nine, a student after ten, and a goal of a lesson in the first step."""
    outcome = propose(problem_of(CASE.facts, demo_timetable(), CASE.sheet, today=dt.date(2026, 11, 23)))
    assert isinstance(outcome, Conflict)
    return outcome


def test_each_way_is_a_card_with_what_it_opens(conflict: Conflict) -> None:
    """The student is asked for the student's own ticks, a goal is eased by one tap, and hours are in the terms."""
    text = say_conflict(conflict, demo_timetable())
    ways = ways_shown(conflict, CASE)
    cards = {ways[n].need.origin.ref: way_card(ways[n], text.ways[n], str(n)) for n in range(len(ways))}

    assert {ref: card.button for ref, card in cards.items()} == {
        "SO1": "Fråga eleven",
        "VU4": "Fråga eleven",
        "goals.lessons_per_week": "Ta bort målet",
        "coach.hours": "Till ramarna",
    }
    assert all("bara eleven kan ändra det" in cards[ref].note for ref in ("SO1", "VU4"))
    assert [way.doing for way in ways].count(Doing.ASK) == 2


def test_a_card_shows_the_first_week_that_the_way_gives(conflict: Conflict) -> None:
    """In words with the hours, and as blocks in the drawing."""
    text = say_conflict(conflict, demo_timetable())
    enough = [(way, said) for way, said in zip(ways_shown(conflict, CASE), text.ways, strict=True) if way.way.is_enough]
    assert enough
    for way, said in enough:
        card = way_card(way, said, "0")
        opened = way.way.first_lessons
        assert [(b.weekday, b.start, b.subject) for b in card.weeks[0].blocks] == [
            (one.weekday, one.start, one.subject) for one in opened
        ]
        assert card.lines[1].startswith(f"Steg {way.way.first_step}: ")
        assert card.lines[1].endswith("i veckan.")


def test_what_collides_comes_with_the_student_s_own_words(conflict: Conflict) -> None:
    """And nobody else's limit does."""
    words = dict(zip([need.origin.ref for need in conflict.needs], own_words(conflict, CASE), strict=True))
    assert words["VU4"] == "Jag vill att coachen är med i skolan i början."
    assert words["SO1"]
    assert words["goals.lessons_per_week"] == words["coach.hours"] == ""


def need_from(source: Source, ref: str) -> AnyNeed:
    """Some need with that origin."""
    origin = Origin(source=source, ref=ref)
    return NEED.validate_python({"id": ref, "origin": origin, "strength": "hard", "kind": "max_days", "n": 1})


@pytest.mark.parametrize(
    ("need", "button"),
    [
        (need_from(Source.ANSWER, "limits"), "Till ramarna"),
        (need_from(Source.ANSWER, PRIVATE), ""),
        (need_from(Source.DEFAULT, "default.lesson_in_last_step"), ""),
        (need_from(Source.TRAVEL, "travel"), "Till ramarna"),
        (need_from(Source.HAND, "hand"), ""),
        (need_from(Source.COACH, "coach.care"), "Till ramarna"),
    ],
)
def test_a_private_question_is_not_opened_before_the_coach(conflict: Conflict, need: AnyNeed, button: str) -> None:
    """What cannot be changed here has no button, and says so; a private question's words are not shown."""
    other = Conflict(needs=(need,), ways_out=(WayOut(give_up=need.id),), contact=conflict.contact)
    (way,), (said,) = ways_shown(other, CASE), say_conflict(other).ways
    card = way_card(way, said, "0")

    assert card.button == button
    assert bool(card.note) is not bool(button)
    assert own_words(other, CASE) == ("",)


def test_a_way_that_opens_no_lesson_has_no_drawing(conflict: Conflict) -> None:
    """There is a plan, and it begins without lessons."""
    need = need_from(Source.DEFAULT, "default.lesson_in_last_step")
    way_out = WayOut(give_up=need.id, lessons_per_step=(0, 0), minutes_per_step=(0, 0))
    other = Conflict(needs=(need,), ways_out=(way_out,), contact=conflict.contact)
    card = way_card(ways_shown(other, CASE)[0], say_conflict(other).ways[0], "0")
    assert card.weeks == ()
    assert card.lines == ("Då finns det en plan. Den börjar utan lektioner.",)
    opened = way_out.model_copy(
        update={"lessons_per_step": (0, 1), "first_lessons": (OpenedLesson(weekday="mon", start="10:00", end="11:00",
                                                                           subject="Bild"),)}
    )  # fmt: skip
    assert opened.first_step == 2


def test_a_way_out_that_no_need_belongs_to_is_not_shown(conflict: Conflict) -> None:
    """There would be nothing to say of it."""
    none_left = conflict.model_copy(update={"needs": ()})

    assert ways_shown(none_left, CASE) == ()
    assert say_conflict(none_left).ways == ()
