"""What goes out as JSON: the plan with every default, the conflict by question and kind, and nothing private."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from casework.case_file import CaseFile
from casework.proposing import propose
from casework.report import PLANNING_DEFAULTS, conflict_report, plan_report, shareable
from planning.outcomes import Conflict, Found
from questionnaire.bank import load_bank
from tests.casework.small_week import facts, problem, sheet

PRIVATE = sorted(item.id for item in load_bank().items if item.private or item.alerts)


def case_of(**given: Any) -> CaseFile:
    """A case file on the small week."""
    ladder = {"first_monday": "2027-01-11", "number_of_steps": 2, "weeks_per_step": 1}
    return CaseFile.model_validate({"timetable": {"file": "week.csv"}, "ladder": ladder, **given})


def planned(case: CaseFile) -> dict[str, Any]:
    """plan.json of that case."""
    found = problem(case.facts, case.sheet)
    outcome = propose(found)
    assert isinstance(outcome, Found)
    return plan_report(case, found, outcome.plan)


def answer_to(question: str) -> dict[str, Any]:
    """Some answer that the question can have."""
    item = load_bank().by_id[question]  # type: ignore[index]  # ids of the bank itself
    return {"choice": "yes"} if item.kind.has_buttons else {"ticks": [item.options[0].code]}


def test_private_answers_leave_no_trace_in_the_report() -> None:
    """Neither the ids nor who took care of it, nor that something was marked as most important there."""
    answers = {question: answer_to(question) for question in PRIVATE}
    handled = [{"question": q, "at": "2027-01-08T10:00:00+01:00", "by": "Kurator Exempel"} for q in PRIVATE]
    case = case_of(answers={"AM1": ["Bild"], **answers}, handled=handled, most_important=PRIVATE[:3])
    written = json.dumps(planned(case), ensure_ascii=False)
    assert [question for question in PRIVATE if f'"{question}' in written] == []
    assert "Kurator Exempel" not in written
    assert "AM1" in written


def test_every_step_says_what_it_changes_and_where_it_stands_on_the_small_ladders() -> None:
    """A ladder is there because lunch was ticked; the first step is the start."""
    first, second = planned(case_of(answers={"MA2": {"choice": "no", "last_step": 1}, "MA3": "small_room"}))["steps"]
    assert first["dimensions"]["sentence"] == "Det här är starten."
    assert set(first["dimensions"]) == {"place", "time", "subjects", "people", "support", "raised", "sentence"}
    rungs = [rung["rung"] for step in (first, second) for rung in step["ladders"]]
    assert rungs == ["eats_elsewhere", "eats_before_others"]


@pytest.mark.parametrize("question", PRIVATE)
def test_shared_case_is_the_same_with_and_without_a_private_answer(question: str) -> None:
    """Nobody can tell from the file whether it was answered."""
    with_it = shareable(case_of(answers={question: answer_to(question)}))
    assert with_it == shareable(case_of())


def test_report_is_the_same_with_and_without_a_handled_duty() -> None:
    """Also among the defaults: that nothing was handled is not told by its absence."""
    handled = [{"question": "HE1", "at": "2027-01-08T10:00:00+01:00", "by": "kurator"}]
    spoken = planned(case_of(answers={"HE1": "no"}, handled=handled, most_important=[]))
    silent = planned(case_of(answers={}, most_important=[]))
    assert spoken == silent


def fields_of(noun: type[BaseModel] | BaseModel, prefix: str = "") -> Iterator[str]:
    """Every field of the case by its path, down to the inner models."""
    for name in type(noun).model_fields if isinstance(noun, BaseModel) else noun.model_fields:
        value = getattr(noun, name)
        yield f"{prefix}{name}"
        if isinstance(value, BaseModel):
            yield from fields_of(value, f"{prefix}{name}.")


def test_every_field_that_was_not_given_stands_among_the_defaults() -> None:
    """A field is given, or it or what it lies in is printed with the value that holds."""
    case = case_of(coach={"lead_minutes": 5}, goals={"growth_per_step": {"lessons": 3}})
    defaults = planned(case)["defaults"]
    given = {"timetable", "timetable.file", "ladder", "ladder.first_monday", "ladder.number_of_steps"}
    given |= {"ladder.weeks_per_step", "coach", "coach.lead_minutes", "goals", "goals.growth_per_step"}
    given |= {"goals.growth_per_step.lessons"}
    open_fields = [path for path in fields_of(case) if path not in given and path != "handled"]
    printed = [path for path in open_fields if any(path == d or path.startswith(f"{d}.") for d in defaults)]
    assert [path for path in open_fields if path not in printed] == []
    assert defaults["coach.stays_minutes"] == 15
    assert PLANNING_DEFAULTS.items() <= defaults.items()


def test_defaults_within_lists_are_printed_too() -> None:
    """An amount without `first_step`, an answer without `last_step`: «none hides in code»."""
    case = case_of(goals={"lessons_per_week": [{"most": 3}]}, answers={"VU2": ["EXA"]})
    written = planned(case)
    assert written["case"]["goals"]["lessons_per_week"] == [
        {"first_step": 1, "last_step": None, "weeks": [], "least": None, "most": 3}
    ]
    (need,) = (need for need in written["needs"] if need["kind"] == "avoid_teacher")
    assert need["first_step"] == 1
    assert need["last_step"] is None, "the bank says step 3, and this ladder ends before that"


def test_every_need_is_reported_with_words_and_a_verdict() -> None:
    """What was asked for, in a sentence, and whether the plan meets it."""
    report = planned(case_of(answers={"AM1": ["Bild"], "AM2": ["Svenska"]}))
    assert {"AM1", "AM2"} <= {need["origin"]["ref"] for need in report["needs"]}
    assert all(need["sentence"] and need["verdict"] for need in report["needs"])


def test_conflict_names_question_and_kind() -> None:
    """By question id and kind of need, each with a sentence and a way out, and a dated contact."""
    outcome = propose(
        problem(facts(goals={"lessons_per_week": [{"least": 5, "last_step": 1}]}), sheet(AM2=["Bild"]))
    )
    assert isinstance(outcome, Conflict)
    report = conflict_report(outcome)
    assert {(need["question"], need["kind"]) for need in report["needs"]} == {
        ("goals.lessons_per_week", "min_lessons_per_week"), ("AM2", "avoid_subject")
    }
    assert len(report["ways_out"]) == 2
    assert dt.date.fromisoformat(report["contact"]["date"])
    assert json.loads(json.dumps(report)) == report


def test_every_item_has_a_sentence_and_a_reason() -> None:
    """The contact that every plan has, and the adult whom the student has ticked, who meets at the door."""
    report = planned(case_of(answers={"AM1": ["Bild"], "VU1": ["EXA"]}))
    items = [item for step in report["steps"] for item in step["items"]]
    assert all(item["sentence"] and item["why"] for item in items)
    said = {item["kind"]: (item["sentence"], item["why"]) for item in items}
    assert said["check_in"][1] == ["För att ni har kontakt varje vecka, hur det än går"]
    assert said["meet_at_arrival"][0].endswith(": EXA möter vid skolan")
    assert said["meet_at_arrival"][1][0].startswith("För att du kryssade: EXA möter vid ankomsten")
    assert all(need["missing"] == [] for need in report["needs"] if need["verdict"] == "Uppfyllt")


def test_an_item_that_somebody_has_to_decide_on_says_so() -> None:
    """Teaching somewhere else than at school is for the rektor to decide."""
    report = planned(case_of(answers={"AM1": ["Bild"], "PL4": "yes", "PL5": ["library"]}))
    items = [item for step in report["steps"] for item in step["items"]]
    required = {item["kind"]: item["requires"] for item in items}
    assert required["one_to_one_stopover"] == ["rektor beslutar"]
    assert required["check_in"] == []
