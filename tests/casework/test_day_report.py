"""The dates of a plan in plan.json: what happens, what is otherwise, and when a later step comes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from casework.case_file import CaseFile
from casework.day_report import bad_days_report, calendar_notes, days_report
from casework.documents import CALENDAR, PROPOSAL, STUDENT_PAGE, make_documents
from casework.dossier import Dossier
from casework.proposing import propose
from casework.report import plan_report
from planning.outcomes import Found
from planning.plan import Plan
from planning.problem import Problem
from planning.stories import tell
from tests.casework.small_week import MONDAY, TODAY, facts, problem, sheet, week

CALENDAR_FACTS = {
    "closed": [
        {"first": "2027-01-15", "last": "2027-01-15", "name": "Studiedag"},
        {"first": "2027-01-25", "last": "2027-01-29", "name": "Sportlov"},
    ],
    "national_tests": [{"date": "2027-02-09", "subject": "Matematik", "start": "09:00", "end": "12:00"}],
}
LADDER = {"first_monday": MONDAY, "number_of_steps": 4, "weeks_per_step": 1}
GIVEN: dict[str, Any] = {"ladder": LADDER, "calendar": CALENDAR_FACTS}


@pytest.fixture(scope="module")
def made() -> tuple[Problem, Plan]:
    """Four weeks with a studiedag, a sportlov after the second, and a national test in the last."""
    of = problem(facts(**GIVEN), sheet(AM3=["tests"]))
    outcome = propose(of)
    assert isinstance(outcome, Found)
    return of, outcome.plan


def report(made: tuple[Problem, Plan], **more: Any) -> list[dict[str, Any]]:
    """The steps of plan.json."""
    case = CaseFile.model_validate({"timetable": {"file": "x.csv"}, **GIVEN})
    steps: list[dict[str, Any]] = plan_report(case, *made, **more)["steps"]
    return steps


def test_every_date_of_every_step_has_its_row(made: tuple[Problem, Plan]) -> None:
    """Closed days say why and hold nothing; the first days after the lov are smaller and say so."""
    rows = [row for step in report(made) for row in step["days"]]
    assert len(rows) == 20
    assert next(row for row in rows if row["date"] == "2027-01-15") == {
        "date": "2027-01-15", "closed": "Studiedag", "lessons": [],
    }  # fmt: skip
    smaller = [row for row in rows if "smaller" in row]
    assert [row["smaller"] for row in smaller] == ["Mindre dag efter sportlovet"] * 2
    assert all(row["lessons"] and row["date"] >= "2027-02-01" for row in smaller)


def test_a_national_test_says_which_lesson_gives_way_and_what_can_be_done(made: tuple[Problem, Plan]) -> None:
    """The student has asked to write tests apart."""
    (row,) = [row for step in report(made) for row in step["days"] if "national_tests" in row]
    assert row["date"] == "2027-02-09"
    assert "i ett eget rum, eller låta bli" in row["national_tests"][0]
    assert [(left["subject"], left["why"]) for left in row["left_out"]] == [
        ("Matematik", "Klassen skriver nationellt prov då."),
    ]  # fmt: skip


def test_steps_say_whether_their_dates_are_told(made: tuple[Problem, Plan]) -> None:
    """Two are, and the others come when the student is ready; all have their weeks."""
    assert [(step["timing"], step["when"]) for step in report(made)] == [
        ("dated", "v. 2"), ("dated", "v. 3"), ("when_ready", "när du är redo"), ("when_ready", "när du är redo"),
    ]  # fmt: skip
    assert [step["timing"] for step in report(made, current_step=3)] == ["dated"] * 4
    assert all(step["from"] and step["weeks"] for step in report(made))


def test_two_odd_weeks_in_a_row_are_told_to_the_coach() -> None:
    """Where week 53 meets week 1; with an anchor the weeks take turns and there is nothing to tell."""
    ladder = {"steps": [{"weeks": ["2026-W53", "2027-W01"]}, {"weeks": ["2027-W02"]}]}
    odd = problem(facts(ladder=ladder), timetable=week("A", "B"))
    (note,) = calendar_notes(odd)
    assert note.startswith("V. 1 är vecka A, precis som veckan före")
    anchored = facts(ladder=ladder, calendar={"first_week_monday": "2026-08-17"})
    assert calendar_notes(problem(anchored, timetable=week("A", "B"))) == []
    assert calendar_notes(problem(facts(ladder=ladder))) == []


def test_every_day_with_lessons_has_its_bad_day(made: tuple[Problem, Plan]) -> None:
    """Each less than its day."""
    of, done = made
    for step, story in zip(done.steps, tell(of, done), strict=True):
        rows = bad_days_report(story.bad_days)
        days = {lesson.lesson.weekday.short for lesson in step.lessons}
        assert {row["weekday"] for row in rows if row["lesson"]} == days
    assert report(made)[-1]["bad_days"] == bad_days_report(tell(of, done)[-1].bad_days)


def test_contacts_stand_on_their_dates() -> None:
    """In words, and a bad day has a smaller one."""
    of = problem(facts(**GIVEN, goals={"lessons_per_week": [{"most": 0, "last_step": 1}]}), sheet())
    outcome = propose(of)
    assert isinstance(outcome, Found)
    story = tell(of, outcome.plan)[0]
    days = days_report([], story)
    assert days == []
    first = report((of, outcome.plan))[0]
    told = [line for row in first["days"] for line in row.get("contacts", ())]
    assert len(told) == len(outcome.plan.steps[0].contacts) > 0
    assert all("sms" in row["contact"] for row in first["bad_days"])


@pytest.mark.parametrize(("now", "weeks"), [(1, {2, 3}), (3, {2, 3, 5, 6})])
def test_documents_carry_the_dates_of_the_step_that_is_lived_and_the_next(
    made: tuple[Problem, Plan], now: int, weeks: set[int]
) -> None:
    """The calendar holds no later week, and the pages say «när du är redo» and «tidigast»."""
    of, done = made
    dossier = Dossier(
        case_id="test", problem=of, plan=done, facts=facts(**GIVEN), sheet=sheet(), date=TODAY, current_step=now,
        is_draft=True,
    )
    files = make_documents(dossier, (CALENDAR, STUDENT_PAGE, PROPOSAL))
    starts = [event["dtstart"].dt for event in Calendar.from_ical(files[CALENDAR]).walk("VEVENT")]
    assert {start.isocalendar().week for start in starts} == weeks
    page, proposal = (
        " ".join(page.extract_text() for page in PdfReader(BytesIO(files[name])).pages)
        for name in (STUDENT_PAGE, PROPOSAL)
    )
    assert ("när du är redo" in page) == (now == 1)
    assert ("tidigast v." in proposal) == (now == 1)
