"""What a case says of its subjects, and what its plan means for upper secondary school and for hours of teaching."""

from __future__ import annotations

import json
from typing import Any

import pytest

from casework.eligibility import check_subjects, eligibility_of, said_of_subjects, year_group_of
from casework.eligibility_report import eligibility_report, teaching_report
from casework.facts import CaseFacts
from planning.eligibility import SubjectStatus
from planning.errors import BadInput
from planning.subject_codes import SubjectCode
from tests.planning.builders import plan, problem

WEEK = """
    a mon 08:00-09:00 Svenska
    b tue 08:00-09:00 Kemi
    c wed 08:00-09:00 Drakflygning
"""
PROBLEM = problem(WEEK, steps=2)
PLAN = plan(PROBLEM, "a", "a b c")


def case(year: int | None = 8, passed: tuple[str, ...] | None = None, **subjects: Any) -> CaseFacts:
    """Facts of a student of that year group, in the school year of the plan."""
    school = {"year_group": year, "school_year": "2026/27"}
    return CaseFacts.model_validate(
        {"subjects": subjects, "document": {"school": school, "eligibility": {"passed": passed}}}
    )


def test_what_is_said_by_name_or_code_is_one() -> None:
    """The timetable's name, a code, or a name that subjects are known by; a block is each of its subjects."""
    facts = case(status={"Kemi": "paused", "HKK": "passed", "Slöjd": "ongoing", "SO": "passed"})
    said = said_of_subjects(facts, PROBLEM.timetable).status
    assert said[SubjectCode.KE] is SubjectStatus.PAUSED
    assert said[SubjectCode.HKK] is SubjectStatus.PASSED
    assert said[SubjectCode.SL] is SubjectStatus.ONGOING
    assert said[SubjectCode.SH] is SubjectStatus.PASSED


def test_what_the_form_for_the_school_calls_passed_counts() -> None:
    """Where nothing else is said of it; what cannot be recognised there is reported."""
    facts = case(passed=("Bild", "Kemi", "Drakar"), status={"Kemi": "paused"})
    said = said_of_subjects(facts, PROBLEM.timetable)
    assert said.status == {SubjectCode.KE: SubjectStatus.PAUSED, SubjectCode.BL: SubjectStatus.PASSED}
    assert said.not_recognised == ("Drakar",)
    assert "Drakar" in eligibility_report(PROBLEM, PLAN, facts)["not_recognised"]


def test_the_case_says_what_a_name_stands_for() -> None:
    """Then it is recognised, and counts."""
    facts = case(codes={"Drakflygning": "TK"})
    picture = eligibility_of(PROBLEM, PLAN, facts)
    assert picture.unknown == ()
    assert picture.by_code[SubjectCode.TK].names == ("Drakflygning",)
    assert eligibility_of(PROBLEM, PLAN, case()).unknown == ("Drakflygning",)


@pytest.mark.parametrize(
    ("subjects", "code", "field", "value"),
    [
        ({"codes": {"Drakar": "TK"}}, "not_in_timetable", "subjects.codes", "Drakar"),
        ({"status": {"Drakar": "passed"}}, "not_in_timetable", "subjects.status", "Drakar"),
        ({"status": {"Kemi": "passed", "KE": "paused"}}, "subject_said_twice", "subjects.status", "KE"),
        ({"status": {"NO": "passed", "Kemi": "paused"}}, "subject_said_twice", "subjects.status", "Kemi"),
    ],
)
def test_a_subject_that_is_nowhere_is_a_fault(subjects: Any, code: str, field: str, value: str) -> None:
    """The field is named; so is a subject that is said to be two things."""
    with pytest.raises(BadInput) as caught:
        check_subjects(case(**subjects), PROBLEM.timetable)
    assert (caught.value.code, caught.value.data["field"], caught.value.data["value"]) == (code, field, value)


@pytest.mark.parametrize(
    ("written", "year", "school_year"),
    [("2026/27", 8, 2026), ("2025/2026", 8, 2025), ("2026–27", 8, 2026), ("hösten", 8, 2026), ("", 0, 2026)],
)
def test_the_year_group_belongs_to_a_school_year(written: str, year: int, school_year: int) -> None:
    """The one written down; where it cannot be read, the one that the plan begins in."""
    facts = CaseFacts.model_validate({"document": {"school": {"year_group": year, "school_year": written}}})
    group = year_group_of(facts, PLAN)
    assert group is not None
    assert (group.year_group, group.school_year) == (year, school_year)
    assert year_group_of(CaseFacts(), PLAN) is None


def test_the_report_follows_the_plan_step_by_step() -> None:
    """Each subject's status, what is within reach, and which of the three is missing."""
    report = eligibility_report(PROBLEM, PLAN, case(passed=("Engelska", "Matematik", "Bild", "Musik", "Idrott")))
    assert [step["passed_or_ongoing"] for step in report["steps"]] == [6, 7]
    assert [step["within_reach"] for step in report["steps"]] == ["programme_oriented"] * 2
    chemistry = next(subject for subject in report["subjects"] if subject["code"] == "KE")
    assert chemistry["per_step"] == ["paused", "ongoing"]
    assert (chemistry["is_assumed"], chemistry["from_step"]) == (True, 2)
    assert report["missing_core"] == []
    assert eligibility_report(PROBLEM, PLAN, case())["missing_core"] == [["EN"], ["MA"]]
    assert report["rules"][0]["confidence"] == "A"


def test_reports_are_json() -> None:
    """Whole, and read back as they were."""
    for report in (eligibility_report(PROBLEM, PLAN, case()), teaching_report(PROBLEM, PLAN, case())):
        assert json.loads(json.dumps(report)) == report


def test_each_reader_has_words_of_their_own() -> None:
    """The student's are kind, and gone where AM6 says so; only the school reads the statutes."""
    report = eligibility_report(PROBLEM, PLAN, case())
    student, school = report["text"]["student"], report["text"]["school"]
    assert student[0] == "Steg 1: 1 ämne är med eller klart."
    assert not any("kap." in line or "avviker" in line for line in student)
    assert any("16 kap. 30 §" in line for line in school)
    hidden = eligibility_report(PROBLEM, PLAN, case(), hidden_from_student=True)
    assert hidden["text"]["student"] == []
    assert hidden["text"]["coach"] == report["text"]["coach"]


def test_younger_students_are_told_that_it_lies_further_on() -> None:
    """One sentence, no pauses."""
    report = eligibility_report(PROBLEM, PLAN, case(year=5))
    assert report["is_far_off"]
    assert report["text"]["student"] == [
        "Gymnasiet ligger längre fram. Nu räcker det att komma igång, ett ämne i taget."
    ]
    assert not any("väntar hela planen" in line for line in report["text"]["coach"])


def test_teaching_is_told_by_step_subject_and_timplan() -> None:
    """Differences, their sums, the stage's share, and what stands beside it."""
    report = teaching_report(PROBLEM, PLAN, case())
    assert [step["total"]["difference"] for step in report["steps"]] == [-120, 0]
    assert [step["total_until_then"]["difference"] for step in report["steps"]] == [-120, -120]
    assert report["steps"][1]["subjects_until_then"]["Kemi"] == {"ordinary": 120, "planned": 60, "difference": -60}
    swedish = next(row for row in report["guaranteed"]["rows"] if row["code"] == "SV")
    assert (swedish["guaranteed"], swedish["below"]) == (326, 206)
    assert [one["name"] for one in report["guaranteed"]["beside"]] == ["Drakflygning"]
    assert report["guaranteed"]["rulesets"][0]["code"] == "SE-grundskola-9"
    assert "avviker från timplanen" in "\n".join(report["text"]["school"])
    assert "avviker" not in "\n".join(report["text"]["student"])


def test_without_a_year_group_it_says_what_to_fill_in() -> None:
    """And still counts the class's timetable."""
    report = teaching_report(PROBLEM, PLAN, case(year=None))
    assert report["guaranteed"]["why_not"] == "no_year_group"
    assert "Fyll i årskursen, så jämförs planen med timplanen." in report["text"]["coach"]
    assert report["steps"][0]["total"]["ordinary"] == 180
