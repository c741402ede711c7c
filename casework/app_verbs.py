"""What the app does beside keeping cases: reading a file to look at, asking for a plan, seeing what must come first."""

from __future__ import annotations

from casework import now as clock
from casework.case import Case
from casework.cases import CaseId, CaseStore, keep_plan, open_case, write_facts
from casework.changes import with_changes
from casework.demo import seed_demo
from casework.guarded import verb
from casework.proposing import IMPORTANT_LINES, problem_of, propose, with_first_monday
from casework.reading_apart import offered_groups, read_timetable
from casework.unlocking import CASE_FILE as CASE_FILE
from casework.unlocking import the_safe
from casework.unlocking import the_store as the_store
from interop.choices import Doubt as Doubt
from interop.choices import GroupOffer as GroupOffer
from interop.choices import TimetableChoice as TimetableChoice
from interop.choices import doubts_of
from planning.access import Action
from planning.frozen import Frozen
from planning.outcomes import Outcome
from planning.problem import Problem
from planning.timetable import Timetable
from questionnaire.alerts import Alert, alerts_from, open_alerts
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank


def open_demo() -> CaseId:
    """The invented student's case, made where it is not there yet, under keys that end with the showing."""
    the_safe().open_for_showing()
    return seed_demo(the_store())


class FileLook(Frozen):
    """A timetable file that has been looked into but not taken in."""

    timetable: Timetable
    doubts: tuple[Doubt, ...] = ()


def groups_in(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """The groups to choose among. Raises `BadInput` when nothing in the file can be used."""
    return offered_groups(content, name)


def look_into(content: bytes, name: str, choice: TimetableChoice) -> FileLook:
    """The week that was chosen, and what could not be understood. Raises `BadInput` with what is wrong."""
    reading = read_timetable(content, name, choice)
    return FileLook(timetable=reading.timetable, doubts=doubts_of(reading))


def must_be_handled(case: Case) -> tuple[Alert, ...]:
    """The answers that oblige somebody to act and that nobody has taken care of yet."""
    return open_alerts(alerts_from(load_bank(), case.sheet), case.handled)


def most_important(case: Case) -> tuple[QuestionId, ...]:
    """The questions behind what the student marked as most important."""
    marked = (mark.question for mark in case.summary if mark.is_most_important)
    return tuple(dict.fromkeys(marked))[:IMPORTANT_LINES]


def problem_for(case: Case) -> Problem | None:
    """The planning problem of the case as it stands; None while it has no timetable. Raises `BadInput`."""
    if case.timetable is None:
        return None
    problem = problem_of(
        case.facts,
        case.timetable,
        case.sheet,
        today=clock.today(),
        important=most_important(case),
        unsafe=case.unsafe,
    )
    return with_changes(problem, case.changes)


@verb(Action.WRITE_FACTS)
def with_first_day(store: CaseStore, case: Case) -> Case:
    """The case with the ladder's first Monday written down, which the first plan settles."""
    if case.timetable is None or case.facts.ladder.first_monday is not None:
        return case
    write_facts(store, case.id, with_first_monday(case.facts, case.timetable, today=clock.today()))
    return open_case(store, case.id)


@verb(Action.MAKE_PLAN)
def make_plan(store: CaseStore, case: Case) -> Outcome | None:
    """Ask for a plan and keep what it came to; None while there is no timetable.

    The ladder's first Monday is settled with the first plan, so that the plan stays where it is as the days go.
    """
    case = with_first_day(store, case)
    problem = problem_for(case)
    if problem is None:
        return None
    outcome = propose(problem)
    keep_plan(store, case.id, outcome, revision=case.revision)
    return outcome
