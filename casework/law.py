"""A case before the rules of law: what they look at, and what they come to.

No answer of the student's is among it: of the duties that an answer gives rise to only whether any waits is told.
"""

from __future__ import annotations

import datetime as dt

from casework.dossier import Dossier, document_of
from casework.eligibility import eligibility_of, subjects_of, year_group_of
from casework.facts import CaseFacts
from planning.law.judging import judge_law
from planning.law.verdicts import LawCase, LawVerdict
from planning.plan import Plan
from planning.problem import Problem
from planning.teaching import teaching_of
from planning.teaching_hours import hours_of
from questionnaire.alerts import Alert, Routine, alerts_from, open_alerts
from questionnaire.bank import load_bank

REPORTED = frozenset({Routine.STUDENT_HARM, Routine.STUDENT_HARM_GOES_ON, Routine.STAFF_HARM, Routine.ONLINE})
"""Routines where somebody is to report to the rektor (skollagen 6 kap. 10 §)."""
WORRY = frozenset({Routine.AFRAID, Routine.HOME})
"""Routines where a worry for the child is to be handled (skollagen 29 kap. 13 §)."""


def law_case(problem: Problem, plan: Plan, facts: CaseFacts, on: dt.date) -> LawCase:
    """What the rules look at, without any duty. Raises `BadInput` as `casework.eligibility.check_subjects` does."""
    picture = eligibility_of(problem, plan, facts)
    read, group = subjects_of(facts, problem.timetable), year_group_of(facts, plan)
    teaching = teaching_of(problem, plan)
    return LawCase(
        problem=problem,
        plan=plan,
        facts=document_of(facts),
        read=read,
        picture=picture,
        teaching=teaching,
        hours=hours_of(teaching, read, group),
        group=group,
        on=on,
    )


def law_case_of(dossier: Dossier) -> LawCase:
    """What the rules look at in a dossier, on its day. Raises `BadInput` as `casework.eligibility.check_subjects`."""
    case = law_case(dossier.problem, dossier.plan, dossier.facts, dossier.date)
    waiting = open_alerts(alerts_from(load_bank(), dossier.sheet), dossier.handled)
    return case._replace(
        decided=dossier.decided,
        frame=dossier.frame,
        open_reports=_any_of(waiting, REPORTED),
        open_worry=_any_of(waiting, WORRY),
    )


def _any_of(alerts: tuple[Alert, ...], routines: frozenset[Routine]) -> bool:
    return any(alert.routine in routines for alert in alerts)


def law_verdicts(dossier: Dossier) -> tuple[LawVerdict, ...]:
    """What every rule of law comes to in a dossier. Raises `BadInput` as `casework.eligibility.check_subjects`."""
    return judge_law(law_case_of(dossier))
