"""`case change|alternatives|why-not`: a plan changed by hand on the command line."""

from __future__ import annotations

import argparse

import pytest

from casework import app_verbs, case_commands
from casework.cases import open_case
from casework.plan_command import ExitStatus
from storage.records import CaseId

WEEK = (
    "grupp,dag,start,slut,ämne,lärare\n9T,mån,09:00,10:00,Svenska,EXA\n9T,mån,10:00,11:00,Bild,EXB\n"
    "9T,tis,10:00,11:00,Matematik,EXA\n9T,ons,10:00,11:00,Engelska,EXC\n9T,tor,13:00,14:00,Slöjd,EXD\n"
)


@pytest.fixture
def planned(case_id: str, said: list[str]) -> str:
    """The kept case with a plan."""
    case_commands.answer(case_id, ["AM2=Matematik"], said.append)
    case_commands.plan(case_id, said.append)
    said.clear()
    return case_id


def run(said: list[str], *words: str) -> ExitStatus:
    """The status of that command line; what it said is in `said`."""
    parser = argparse.ArgumentParser()
    case_commands.register(parser, said.append)
    arguments = parser.parse_args(words)
    said.clear()
    return ExitStatus(arguments.run(arguments))


def lesson_of(case_id: str, subject: str) -> str:
    """The id of that subject's lesson."""
    timetable = open_case(app_verbs.the_store(), CaseId(case_id)).timetable
    assert timetable
    return next(lesson.id for lesson in timetable.lessons if lesson.subject == subject)


def test_a_change_is_made_listed_and_taken_back(planned: str, said: list[str]) -> None:
    """Each in plain words, with what has moved."""
    art = lesson_of(planned, "Bild")
    assert run(said, "change", planned, "--part-of", art, "--first", "20", "--to", "8") is ExitStatus.DONE
    change_id = said[-1].rsplit(" ", 1)[-1].rstrip(".")
    assert run(said, "change", planned) is ExitStatus.DONE
    assert said == [f"{change_id}  Av Bild måndag 10.00 bara de första 20 min till och med steg 8"]
    assert run(said, "change", planned, "--undo", change_id) is ExitStatus.DONE
    assert said[0] == "Ändringen är tillbakatagen."
    run(said, "change", planned)
    assert said == ["Det finns inga ändringar."]


def test_the_last_change_is_undone_and_done_again_without_its_name(planned: str, said: list[str]) -> None:
    """As on the screen; with nothing left to do, that is said."""
    art = lesson_of(planned, "Bild")
    run(said, "change", planned, "--part-of", art, "--first", "20", "--to", "8")
    assert run(said, "change", planned, "--undo") is ExitStatus.DONE
    assert said[0] == "Ändringen är tillbakatagen."
    assert run(said, "change", planned, "--undo") is ExitStatus.DONE
    assert said == ["Det finns inga ändringar."]
    assert run(said, "change", planned, "--redo") is ExitStatus.DONE
    assert said[0] == "Ändringen är gjord igen."
    run(said, "change", planned)
    assert said[0].endswith("Av Bild måndag 10.00 bara de första 20 min till och med steg 8")
    assert run(said, "change", planned, "--redo") is ExitStatus.DONE
    assert said == ["Det finns inget att göra om."]


def test_a_change_that_cannot_be_says_what_it_goes_against(planned: str, said: list[str]) -> None:
    """Nothing is changed, and it can be kept with a reason."""
    maths = lesson_of(planned, "Matematik")
    assert run(said, "change", planned, "--keep", maths, "--to", "1") is ExitStatus.NO_PLAN
    assert any(line.startswith("Det går emot: ") for line in said)
    assert said[-1].startswith("Inget är ändrat.")
    status = run(said, "change", planned, "--keep", maths, "--to", "1", "--reason", "Kim vill pröva.")
    assert status is ExitStatus.DONE
    run(said, "change", planned)
    assert said[-1].strip() == "Skälet som står: Kim vill pröva."


def test_alternatives_are_said_and_chosen(planned: str, said: list[str]) -> None:
    """By their numbers."""
    assert run(said, "alternatives", planned) is ExitStatus.DONE
    assert said[0].startswith("Alternativ 1: ")
    assert run(said, "alternatives", planned, "--choose", "1") is ExitStatus.DONE
    assert said[0] == "Alternativet är nu ärendets plan."


def test_why_not_is_answered(planned: str, said: list[str]) -> None:
    """With the answer that stands in the way."""
    assert run(said, "why-not", planned, lesson_of(planned, "Matematik"), "--step", "1") is ExitStatus.DONE
    assert "matematik" in said[0].lower()
