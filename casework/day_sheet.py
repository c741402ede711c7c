"""«Dagens blad»: the coach's day across all kept cases, as a file to print. No case is left out in silence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from casework.app_verbs import must_be_handled
from casework.cases import CaseStore, CaseSummary, list_cases, open_case
from casework.coach_day import StudentDay, student_day
from casework.guarded import verb
from casework.kept_documents import dossier_of
from exports.day_sheet import CoachDay, LeftOutCase, build_day_sheet
from exports.pdf import render_pdf
from planning.access import Action
from planning.errors import CaseFileError, PlanningError
from wording.errors import say_error
from wording.language import tr

DAY_SHEET = "dagblad.pdf"
"""The file's name; it tells neither whose day it is nor about whom."""


@verb(Action.SEE_PLAN)
def day_sheet(store: CaseStore, date: dt.date) -> bytes:
    """The sheet of that date as PDF."""
    return render_pdf(build_day_sheet(coach_day(store, date)))


@verb(Action.SEE_PLAN)
def coach_day(store: CaseStore, date: dt.date) -> CoachDay:
    """The day, case by case. One that cannot be read, waits for somebody or has no plan is named with the reason."""
    found = _told_apart([_of_case(store, summary, date) for summary in list_cases(store)])
    days = [day for day in found if isinstance(day, StudentDay)]
    return CoachDay(
        date=date,
        rows=tuple(row for day in days for row in day.rows),
        texts=tuple(text for day in days for text in day.texts),
        agreed=tuple(day.agreed for day in days if day.agreed),
        free=tuple(day.who for day in days if day.agreed is None),
        left_out=tuple(one for one in found if isinstance(one, LeftOutCase)),
    )


def _of_case(store: CaseStore, summary: CaseSummary, date: dt.date) -> StudentDay | LeftOutCase:
    if summary.trouble:
        return LeftOutCase(who=summary.name, why=say_error(CaseFileError(summary.trouble)))
    who = summary.name
    try:
        case = open_case(store, summary.id)
        if case.facts.document.student.has_protected_identity:
            who = f"{who[:1]}." if who else ""
        if must_be_handled(case):
            return LeftOutCase(who=who, why=tr("något ska tas om hand först"))
        if case.plan is None:
            return LeftOutCase(who=who, why=tr("ingen plan än"))
        if not case.plan_is_current:
            return LeftOutCase(who=who, why=tr("planen behöver göras om"))
        return student_day(dossier_of(case), date)
    except PlanningError as error:
        return LeftOutCase(who=who, why=say_error(error))


def _told_apart(found: Iterable[StudentDay | LeftOutCase]) -> list[StudentDay | LeftOutCase]:
    """Students who are called the same get a number each, in the order of the list."""
    cases = list(found)
    several = Counter(one.who for one in cases)
    seen: Counter[str] = Counter()
    told: list[StudentDay | LeftOutCase] = []
    for one in cases:
        seen[one.who] += 1
        told.append(_called(one, f"{one.who} ({seen[one.who]})") if several[one.who] > 1 and one.who else one)
    return told


def _called(one: StudentDay | LeftOutCase, who: str) -> StudentDay | LeftOutCase:
    """The same under another name, wherever it stands but in texts, which the student reads."""
    if isinstance(one, LeftOutCase):
        return one.model_copy(update={"who": who})
    named = {"who": who}
    return one.model_copy(
        update={
            **named,
            "rows": tuple(row.model_copy(update=named) for row in one.rows),
            "texts": tuple(text.model_copy(update=named) for text in one.texts),
            "agreed": one.agreed and one.agreed.model_copy(update=named),
        }
    )
