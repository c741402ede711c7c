"""The answer to «why not?» is plain, whole and in every language."""

from __future__ import annotations

import pytest

from planning.answers_why import (
    AlreadyThere,
    Concern,
    InTheWay,
    NothingAgainst,
    NotToldInTime,
    WhyNot,
    Worse,
    WouldGiveWay,
)
from planning.clock import Weekday
from planning.needs import AnyNeed
from planning.plan_changes import changes_between
from planning.problem import Problem
from tests.planning.builders import need, plan, problem, timetable
from wording.language import LANGUAGES, Language, speaking
from wording.why_not import say_why_not

LIKED = need("begin_with", "wish_3", subjects=["Matematik"], most_important=True)
LATE = need("earliest_start", time="09:30", last_step=2)
OF = problem(timetable(), LIKED, LATE, need("max_days", "wish_1", n=2, source="goal"))
NOW = plan(OF, "b d")
THEN = plan(OF, "a d@10:00-10:20 f")
CHANGES = changes_between(NOW, THEN)


def said(answer: WhyNot, of: Problem = OF) -> tuple[str, ...]:
    """The answer in words."""
    return say_why_not(answer, of)


def gives_way(concern: Concern, more: int = 1, *needs: AnyNeed, **fields: object) -> WouldGiveWay:
    """That concern would be worse by so much."""
    worse = Worse(concern=concern, now=2, then=2 + more, needs=tuple(n.id for n in needs))
    return WouldGiveWay.model_validate({"worse": (worse,), "changes": (), "plan": THEN, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("concern", list(Concern))
def test_every_concern_has_a_sentence_without_jargon(concern: Concern, language: Language) -> None:
    """It begins «Då …», ends with a full stop, and names no tier."""
    with speaking(language):
        (sentence,) = said(gives_way(concern, 3))
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "_" not in sentence
    assert concern.value not in sentence.lower().split()


def test_no_two_concerns_are_said_alike_but_those_that_are_the_same_to_a_reader() -> None:
    """What lessons have to wait for, wishes without a name, what finds no place, and weeks unlike each other."""
    sentences = [said(gives_way(concern)) for concern in Concern]
    assert len(set(sentences)) == len(sentences) - 5


def test_a_wish_that_loses_is_told_as_it_was_ticked() -> None:
    """With the student's own mark."""
    assert said(gives_way(Concern.IMPORTANT, 1, LIKED)) == (
        "Då får Matematik vänta, och det kryssade du som viktigast.",
    )
    goal = OF.needs[2]
    assert said(gives_way(Concern.WISH_1, 1, goal)) == ("Då blir det här sämre: högst 2 dagar i veckan (mål).",)
    mine = need("max_days", "wish_1", n=2)
    of = problem(timetable(), mine)
    assert said(gives_way(Concern.WISH_1, 1, mine), of) == (
        "Då blir det här sämre, som du kryssade: högst 2 dagar i veckan.",
    )


def test_what_stands_in_the_way_is_quoted_with_whose_it_is() -> None:
    """And what stands there beside it."""
    answer = InTheWay(needs=(LATE.id,), also=(OF.needs[2].id,))
    assert said(answer) == (
        (
            "Den kan inte vara med så länge det här gäller: «ingen lektion före 09.30 till och med steg 2» "
            "(eleven kryssade)."
        ),
        "Det här står också i vägen: «högst 2 dagar i veckan» (mål).",
    )


def test_a_longer_day_is_told_with_its_name() -> None:
    """And by how much."""
    answer = gives_way(Concern.SHAPE, 2, weekday=Weekday.MON, longer_day=50)
    assert said(answer) == ("Då blir måndagen 50 min längre.",)


def test_what_moves_is_told_after_what_gives_way() -> None:
    """What goes first, with its part where it is one."""
    assert said(gives_way(Concern.TORN, 1, changes=CHANGES))[1:] == (
        "I steg 1 får då vänta: Matematik måndag 09.10.",
        "I steg 1 blir då en annan del av lektionen: Engelska tisdag 10.00–10.20.",
        "I steg 1 kommer då också: Svenska måndag 08.00 och Slöjd torsdag 13.00.",
    )


@pytest.mark.parametrize("answer", [AlreadyThere(), NotToldInTime(), NothingAgainst(changes=(), plan=NOW)])
def test_every_other_answer_is_one_calm_sentence(answer: WhyNot) -> None:
    """Whatever it is."""
    (line,) = said(answer) if not isinstance(answer, NothingAgainst) else said(answer)[:1]
    assert line.endswith(".")
