"""The coach's list: every task, referral, consent and difference, and nothing of what was told in private."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework.case import Case, DoneTask
from casework.facts import CaseFacts
from casework.to_do import LackingFact, WorkList, open_tasks, work_list
from casework.to_do_words import all_lines, say_answer, say_pass_on, say_to_do, say_two_sides
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId, asked_of
from questionnaire.bank import load_bank
from questionnaire.vocabulary import Profession, Task
from storage.records import CaseId
from tests.casework.small_week import facts, sheet, week

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def case(given: dict[str, Any], *, facts_of: CaseFacts | None = None, done: tuple[DoneTask, ...] = ()) -> Case:
    """A case with the small week and those answers, by the ones who are asked unless they say otherwise."""
    events = [_event(QuestionId(question), answer) for question, answer in sheet(**given).answers.items()]
    return Case(
        id=CaseId("test"), created_at=AT, changed_at=AT, revision=1, facts=facts_of or facts(), timetable=week(),
        events=tuple(events), done=done,
    )  # fmt: skip


def _event(question: QuestionId, answer: Answer, minutes: int = 0) -> AnswerEvent:
    own = answer if answer.by is not Respondent.STUDENT else answer.model_copy(update={"by": asked_of(question)})
    at = AT + dt.timedelta(minutes=minutes)
    return AnswerEvent(id=EventId(f"{question}-{own.by}-{minutes}"), question=question, answer=own, at=at)


def note(task: Task, question: str, hours: int, **more: Any) -> DoneTask:
    """A note that the task is done, so many hours after the answer."""
    at = AT + dt.timedelta(hours=hours)
    return DoneTask(task=task, question=QuestionId(question), by="KE", at=at, **more)


def words(work: WorkList, of: Case) -> str:
    """The whole list as it is said."""
    return "\n".join(all_lines(work, of.sheet.answers))


def test_every_answer_that_asks_for_a_task_gives_one() -> None:
    """Each task of the bank can come up."""
    asked = {effect.task for item in load_bank().items for effect in item.tasks}
    assert asked == set(Task)


def test_a_task_tells_what_to_do_and_which_answer_asks_for_it() -> None:
    """With the boxes that were ticked."""
    of = case({"G18": {"choice": "yes", "ticks": ["interpreter"]}})
    [task] = work_list(of).tasks
    told = say_to_do(task, of.sheet.of("G18"))
    assert told.title == "Boka tolk till mötena."
    assert told.how
    assert told.asked_by == "Behöver ni tolk eller planen på annat språk? Ja: tolk"


def test_a_private_task_tells_what_to_do_and_no_more() -> None:
    """Neither the question nor the answer, here or anywhere in the list."""
    of = case({"HE5": "yes"})
    [task] = work_list(of).tasks
    told = say_to_do(task, of.sheet.of("HE5"))
    assert told.title
    assert (told.how, told.asked_by) == ("", "")
    assert "tvinga" not in words(work_list(of), of)


def test_a_task_is_done_once_somebody_has_noted_it() -> None:
    """Who and when, and the number that waits goes down."""
    of = case({"G15": "no", "G06": "yes"})
    assert open_tasks(of) == 2
    done = of.model_copy(update={"done": (note(Task.HEALTH_MATTER, "G06", 1),)})
    assert [task.task for task in work_list(done).open] == [Task.MEET_EACH_GUARDIAN]
    [ready] = [task for task in work_list(done).tasks if task.done]
    assert ready.done is not None
    assert ready.done.by == "KE"


def test_a_tick_by_mistake_is_taken_back() -> None:
    """The later note holds."""
    notes = (note(Task.HEALTH_MATTER, "G06", 1), note(Task.HEALTH_MATTER, "G06", 2, is_taken_back=True))
    assert open_tasks(case({"G06": "yes"}, done=notes)) == 1


def test_an_answer_given_anew_asks_anew() -> None:
    """What was done before it was given does not count."""
    of = case({"G06": "yes"}, done=(note(Task.HEALTH_MATTER, "G06", 1),))
    assert open_tasks(of) == 0
    again = _event(QuestionId("G06"), Answer(choice="yes", by=Respondent.GUARDIAN), minutes=120)
    assert open_tasks(of.model_copy(update={"events": (*of.events, again)})) == 1


def test_people_to_turn_to_are_gathered_by_profession() -> None:
    """Two answers that ask for the skolsköterska are one heading."""
    of = case({"G04": "no", "G05": "yes"})
    work = work_list(of)
    assert [one.to for one in work.pass_on] == [Profession.SKOLSKOTERSKA, Profession.VARDCENTRAL]
    assert len(say_pass_on(work.pass_on[0], ())) == 1


def test_help_that_the_family_has_already_is_said_so() -> None:
    """Nobody is passed on to the same help twice."""
    of = case({"G05": "yes", "G09": ["vardcentral"]})
    work = work_list(of)
    [to_centre] = [one for one in work.pass_on if one.to is Profession.VARDCENTRAL]
    [line] = say_pass_on(to_centre, work.contacts)
    assert "redan" in line


def test_a_private_referral_says_whom_and_not_why() -> None:
    """Several private answers that ask for the same person are one line."""
    of = case({"HE1": "no", "HE4": "yes"})
    work = work_list(of)
    lines = [line for one in work.pass_on for line in say_pass_on(one, work.contacts)]
    assert lines
    assert all("i enrum" in line for line in lines)
    assert all(sum(referral.private for referral in one.referrals) == 1 for one in work.pass_on)


def test_both_sides_of_a_difference_are_told_as_they_were_answered() -> None:
    """The student's first, and none of them weighed."""
    of = case({"SO1": "yes", "G04": "yes"})
    [matter] = work_list(of).two_sides
    told = say_two_sides(matter)
    assert told.topic == "Sömnen"
    assert [side.split(":")[0] for side in told.sides] == ["Eleven", "Vårdnadshavarna"]
    assert all(side.endswith("Ja") for side in told.sides)


def test_what_an_adult_filled_in_otherwise_is_a_side_too() -> None:
    """Beside the student's own answer, which holds."""
    own = case({"SO1": "yes"})
    by_coach = _event(QuestionId("SO1"), Answer(choice="no", by=Respondent.COACH), minutes=5)
    of = own.model_copy(update={"events": (*own.events, by_coach)})
    [matter] = work_list(of).two_sides
    assert [side.split(":")[0] for side in say_two_sides(matter).sides] == ["Eleven", "Coachen"]
    assert say_two_sides(matter).sides[0].endswith("Ja")
    assert say_two_sides(matter).sides[1].endswith("Nej")


@pytest.mark.parametrize("question", [item.id for item in load_bank().items if item.private])
def test_a_private_question_is_never_one_to_find_out_about(question: str) -> None:
    """Not even as a question that was answered «vet inte»."""
    of = case({"VU2": ["EXD"], "TR1": "yes", question: "dont_know"})
    work = work_list(of)
    assert question not in work.find_out
    assert question not in [matter.difference.of_student for matter in work.two_sides]
    private = [item.sv for item in load_bank().items if item.private]
    assert not any(text in words(work, of) for text in private)


def test_what_is_not_known_is_found_out_together() -> None:
    """Under its topic."""
    of = case({"OR1": "dont_know", "G12": "dont_know"})
    assert work_list(of).find_out == ("OR1", "G12")


@pytest.mark.parametrize(
    ("given", "written", "lacking"),
    [
        ({"VU4": "yes"}, {}, [LackingFact.COACH_NAME]),
        ({"VU4": "yes"}, {"coach": {"name": "Kim Exempel"}}, []),
        ({"VG1": "no"}, {}, [LackingFact.RIDES]),
        ({"VG1": "no", "G02": {"choice": "yes", "ticks": ["mon_am"]}}, {}, []),
        ({"VU1": ["EXA"]}, {}, [LackingFact.TRUSTED_PERSON]),
        ({"VU1": ["EXA"]}, {"trusted_person": "EXA"}, []),
        ({"ON4": "yes"}, {}, [LackingFact.HELP_NOT_WANTED]),
        ({"G08": "yes"}, {"help_not_wanted": ["headphones"]}, []),
        ({}, {}, []),
    ],
)
def test_what_an_answer_asks_the_adults_to_write_is_said(
    given: dict[str, Any], written: dict[str, Any], lacking: list[LackingFact]
) -> None:
    """Until it is written."""
    assert list(work_list(case(given, facts_of=facts(**written))).lacking) == lacking


def test_consents_are_said_in_words() -> None:
    """What may be done and what may not."""
    of = case({"G12": "no", "G13": "yes"})
    told = words(work_list(of), of)
    assert "Coachen kommer inte hem." in told
    assert "Vårdnadshavarna säger ja till att coachen skickar sms." in told


def test_a_case_without_a_timetable_asks_for_nothing_yet() -> None:
    """Its answers have nothing to stand on."""
    assert work_list(case({"G15": "no"}).model_copy(update={"timetable": None})) == WorkList()


def test_an_answer_is_said_as_it_was_given() -> None:
    """Buttons, boxes of the bank, names of the timetable, and nothing for a skip."""
    said = sheet(AM1=["Bild", "Svenska"], OR1="skip", SO1="dont_know", MA1="no")
    assert say_answer(QuestionId("AM1"), said.of("AM1")) == "Bild och Svenska"
    assert say_answer(QuestionId("OR1"), said.of("OR1")) == ""
    assert say_answer(QuestionId("SO1"), said.of("SO1")) == "Vet inte"
    assert say_answer(QuestionId("G06"), None) == ""
