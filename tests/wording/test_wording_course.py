"""The course of a case in words: something for every state, move, role and guard, calm and with whose turn it is."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from planning.access import Role
from planning.errors import NotAllowed
from planning.law.verdicts import Standing
from planning.workflow.course_facts import Guard, Hindrance
from planning.workflow.moves import Ending, Heard, MoveName
from planning.workflow.moving import whose_turn
from planning.workflow.states import State
from planning.workflow.table import TABLE
from planning.workflow.versions import StepMinutes, VersionDifference
from tests.planning.workflow.course_samples import DAY, verdict
from wording.course import say_ending, say_heard, say_made, say_move, say_person, say_state, say_turn, say_where
from wording.course_difference import say_difference
from wording.course_hindrances import say_guard, say_waits, say_whose
from wording.errors import say_error
from wording.language import LANGUAGES, Language, speaking

BLAMES = re.compile(r"\bfel\b|\bmåste\b|förbjud|otillåt|\bwrong\b|\bmust\b|forbidden", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_words_of_its_own(language: Language) -> None:
    """No two states are called the same, and nothing is left unsaid."""
    with speaking(language):
        states = [say_state(state) for state in State]
        assert len(set(states)) == len(State)
        assert len({say_where(state) for state in State}) == len(State)
        assert len({say_person(role) for role in Role}) == len(Role)
        said = [*map(say_move, MoveName), *map(say_made, MoveName), *map(say_heard, Heard), *map(say_ending, Ending)]
        assert all(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_to_be_wrong(language: Language) -> None:
    """What waits is said as what to do, and never as a fault or an order."""
    with speaking(language):
        told = [*map(say_guard, Guard), *map(say_where, State)]
        told += [say_error(refused) for refused in refusals()]
    assert [line for line in told if BLAMES.search(line)] == []


def refusals() -> list[NotAllowed]:
    """Every way in which a move can be refused."""
    out_of_time = [
        NotAllowed("not_now", move=name.value, state=state.value)
        for name in MoveName
        for state in State
        if state not in TABLE[name].starts
    ]
    waiting = [NotAllowed("waits_for", move="submit", state="draft", hindrances=(guard.value,)) for guard in Guard]
    return [*out_of_time, *waiting, NotAllowed("sent_is_locked")]


def test_no_refusal_is_a_bare_code() -> None:
    """Everybody who is refused is told what comes first."""
    generic = "Det går inte att göra just nu"
    assert [refused.data for refused in refusals() if generic in say_error(refused)] == []
    assert all("_" not in say_error(refused) for refused in refusals())


def test_what_is_not_now_says_when_and_whose_turn_it_is() -> None:
    """With the names that the screen uses."""
    assert say_error(NotAllowed("not_now", move="submit", state="draft")) == (
        "Ärendet står nu på «Utkast». «Förslaget är skickat till skolan» kan göras när det står på "
        "«Vårdnadshavarna har fått del». Näst på tur: coachen eller eleven."
    )
    assert "Näst på tur: rektorn." in say_error(NotAllowed("not_now", move="present", state="prepared"))
    assert "Se under «Ärendets gång»" in say_error(NotAllowed("not_now", move="?", state="?"))


def test_all_that_waits_is_said_and_each_once() -> None:
    """Two duties are one thing to open."""
    waits = ("D4r", "D5r", "plan_holds", "?")
    said = say_error(NotAllowed("waits_for", move="submit", state="draft", hindrances=waits))
    assert said.count("Läs det själv") == 1
    assert said.endswith("Gör planen, eller gör om den så att den följer svaren.")


def test_a_rule_says_its_own_verdict() -> None:
    """With what is to be filled in, as everywhere else."""
    told = verdict("P3", Standing.UNKNOWN, fields=("investigations.absence",))
    assert say_waits(Hindrance(guard=Guard.P3, whose=(Role.PRINCIPAL,), verdict=told)).startswith("Fyll i:")
    assert say_guard(Guard.P3) == "Utredning av frånvaron behöver vara på plats."


def test_days_fields_and_people_are_named() -> None:
    """Where they are known."""
    over = Hindrance(guard=Guard.WITHIN_PERIOD, whose=(Role.COACH,), day=DAY)
    assert say_waits(over) == "Beslutet gällde till måndag 1 februari 2027. För längre tid behövs ett nytt."
    lacking = Hindrance(guard=Guard.FIELDS_FILLED, whose=(Role.COACH,), what=("school.provider", "needs"))
    assert say_waits(lacking).startswith("Fyll i det som saknas till skolan: ")
    unheard = Hindrance(guard=Guard.HEARD, whose=(Role.COACH,), what=("guardians",))
    assert "Vårdnadshavarna har sagt sitt" in say_waits(unheard)
    assert say_whose(over) == "Näst på tur: coachen."


@pytest.mark.parametrize("state", State)
def test_whose_turn_it_is_is_said_but_when_all_is_put_away(state: State) -> None:
    """By role, never by name."""
    said = say_turn(whose_turn(state))
    assert said.startswith("Näst på tur: ") == (state is not State.ARCHIVED)


def test_a_difference_is_told_line_by_line() -> None:
    """Each kind of it; nothing says so too."""
    found = VersionDifference(
        steps=(
            StepMinutes(number=1, before=180, now=120),
            StepMinutes(number=3, before=None, now=300),
            StepMinutes(number=4, before=60, now=None),
        ),
        new_subjects=("Bild",), gone_subjects=("Slöjd",), moved_lessons=(2,),
        begins=(DAY, DAY + dt.timedelta(days=7)), ends=(DAY, DAY + dt.timedelta(days=14)), fields=("needs", "needs"),
    )  # fmt: skip
    assert say_difference(found) == (
        "Steg 1: 2 h i veckan, inte 3 h.",
        "Steg 3 är nytt: 5 h i veckan.",
        "Steg 4 är borta.",
        "Steg 2: lika mycket tid, andra lektioner.",
        "Ämnen som är nya: Bild.",
        "Ämnen som är borta: Slöjd.",
        "Börjar måndag 8 februari 2027, inte måndag 1 februari 2027.",
        "Slutar måndag 15 februari 2027, inte måndag 1 februari 2027.",
        "Ändrat bland uppgifterna till skolan: Behov i skolsituationen.",
    )
    assert say_difference(VersionDifference()) == ("Ingenting skiljer än.",)
