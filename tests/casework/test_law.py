"""A dossier before the rules of law: duties as yes or no, reasons kept with the facts, and what `plan.json` says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework.dossier import Dossier
from casework.law import law_case, law_case_of, law_verdicts
from casework.law_reasons import recorded_for, with_reason
from casework.law_report import law_report
from casework.proposing import propose
from planning.errors import BadInput
from planning.law.judging import JUDGES
from planning.law.verdicts import Standing
from planning.outcomes import Found
from planning.subject_codes import SubjectCode
from questionnaire.alerts import Handled
from questionnaire.answers import QuestionId
from tests.casework.small_week import MONDAY, facts, problem, sheet


def dossier(answers: dict[str, Any] | None = None, **more: Any) -> Dossier:
    """A plan of the small week, with those answers."""
    given = more.pop("facts", facts(document={"school": {"year_group": 8}}))
    asked = problem(given)
    outcome = propose(asked)
    assert isinstance(outcome, Found)
    return Dossier(
        case_id="t", problem=asked, plan=outcome.plan, facts=given, sheet=sheet(**(answers or {})), date=MONDAY, **more
    )


def test_what_the_rules_look_at_is_the_dossier_s() -> None:
    """Its plan, facts, year group, subjects and day."""
    case = law_case_of(dossier())
    assert case.on == MONDAY
    assert case.group is not None
    assert case.group.year_group == 8
    assert case.read.codes["Svenska"] is SubjectCode.SV
    assert case.teaching.subjects
    assert not case.open_reports
    assert not case.open_worry


def test_every_rule_has_a_verdict() -> None:
    """In a dossier as in a case."""
    assert {verdict.rule.code for verdict in law_verdicts(dossier())} == set(JUDGES)


@pytest.mark.parametrize(
    ("question", "choice", "report", "worry"),
    [
        ("TR1", "yes", True, False),
        ("TR2", "yes", True, False),
        ("VU3", "yes", True, False),
        ("SK5", "yes", True, False),
        ("TR3", "yes", False, True),
        ("HE1", "no", False, True),
        ("HE4", "yes", False, True),
        ("MA4", "yes", False, False),
        ("TR1", "no", False, False),
    ],
)
def test_of_a_duty_only_that_it_waits_is_known(question: str, choice: str, *, report: bool, worry: bool) -> None:
    """To be reported to the rektor, or a worry; neither once somebody has taken care of it."""
    case = law_case_of(dossier().model_copy(update={"sheet": sheet(**{question: choice})}))
    assert (case.open_reports, case.open_worry) == (report, worry)
    done = Handled(question=QuestionId(question), at=dt.datetime(2027, 1, 8, tzinfo=dt.UTC), by="Coach")
    handled = dossier().model_copy(update={"sheet": sheet(**{question: choice}), "handled": (done,)})
    assert law_case_of(handled)[-4:] == law_case_of(dossier())[-4:]


@pytest.mark.parametrize("subjects", [{"codes": {"Finns inte": "MA"}}, {"status": {"Finns inte": "passed"}}])
def test_a_subject_that_is_nowhere_is_named(subjects: dict[str, Any]) -> None:
    """As it is wherever subjects are asked for."""
    given = facts(subjects=subjects)
    made = dossier()
    with pytest.raises(BadInput):
        law_case(made.problem, made.plan, given, MONDAY)


def test_a_reason_is_kept_with_who_and_when_and_replaces_the_one_before() -> None:
    """One for each rule; an empty one takes it away."""
    given = facts(coach={"name": "Coach Exempel"})
    once = with_reason(given, "T6", " Först ", on=MONDAY)
    twice = with_reason(with_reason(once, "T7", "Lugnt rum", on=MONDAY), "T6", "Sedan", on=MONDAY)
    assert recorded_for(once, "T6") == "Först"
    assert [(one.rule, one.reason, one.by, one.date) for one in twice.document.law_reasons] == [
        ("T7", "Lugnt rum", "Coach Exempel", MONDAY), ("T6", "Sedan", "Coach Exempel", MONDAY),
    ]  # fmt: skip
    assert with_reason(once, "T6", "  ", on=MONDAY) == given
    assert recorded_for(given, "T6") == ""


def test_the_report_says_each_verdict_with_its_source() -> None:
    """Sentence, standing, level, numbers, and which state of the rules was asked."""
    made = dossier()
    report = law_report(made.problem, made.plan, made.facts)
    assert report["rules"] == [{"code": "SE-support-9", "version": "2026-11-22"}]
    told = {verdict["code"]: verdict for verdict in report["verdicts"]}
    assert told["T6"]["standing"] in {standing.value for standing in Standing}
    assert told["T6"]["source"] == "Skollagen 3 kap. 12 §"
    assert all(verdict["sentence"] and verdict["name"] for verdict in report["verdicts"])


def test_the_report_tells_nothing_of_the_talk_with_the_student() -> None:
    """Not even that a rule asks about it."""
    made = dossier()
    codes = {verdict["code"] for verdict in law_report(made.problem, made.plan, made.facts)["verdicts"]}
    assert codes == set(JUDGES) - {"D4r", "D5r"}


def test_the_report_is_of_the_plan_s_own_days() -> None:
    """Asked from July 2028 the other state of the rules holds, and both are named: the plan's days are of the first."""
    made = dossier()
    later = law_report(made.problem, made.plan, made.facts, on=dt.date(2028, 7, 1))
    assert later["rules"] == [{"code": "SE-support-10, SE-support-9", "version": "2026-11-22"}]
