"""Whether the school's calendar says something that a case does not have: told, and taken in when somebody wants it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from casework.case_records import FACTS, change_of
from casework.course_lock import refuse_change_of_sent
from casework.facts import CaseFacts
from casework.guarded import looking, verb
from casework.settings_in_force import school_dates
from casework.time_facts import CalendarFacts
from planning.access import Action
from planning.calendar import ClosedDays
from planning.school_dates import SchoolDates, closed_days, taken_over, terms_of
from planning.terms import TermDates
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore


class CalendarNews(NamedTuple):
    """What the school's calendar has and the case has not."""

    closed: tuple[ClosedDays, ...] = ()
    terms: tuple[TermDates, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.closed or self.terms)


@verb(Action.SEE_CASE)
def calendar_news(store: CaseStore, case_id: CaseId, folder: Path | None = None) -> CalendarNews:
    """What has come in the school's calendar since the case got its own. Raises `CaseFileError`, `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        known = reader.latest(FACTS, case_id)
        calendar = (known.noun if known else CaseFacts()).calendar
        return _news(calendar, school_dates(row.unit, folder))


@verb(Action.WRITE_FACTS)
def take_in_calendar(store: CaseStore, case_id: CaseId, folder: Path | None = None) -> None:
    """The case has the school's dates from now on; what it has besides stays. Raises `CaseFileError`, `NotAllowed`."""
    with change_of(store, case_id) as change:
        known = change.writer.latest(FACTS, case_id)
        stored = known.noun if known else CaseFacts()
        facts = stored.model_copy(
            update={"calendar": _with(stored.calendar, school_dates(change.row.unit, folder))}
        )
        if facts != stored:
            refuse_change_of_sent(State(change.row.state), stored, facts)
            change.keep_facts(facts, stored)


def _news(calendar: CalendarFacts, dates: SchoolDates) -> CalendarNews:
    have = {(day.first, day.last) for day in calendar.closed}
    return CalendarNews(
        closed=tuple(day for day in closed_days(dates) if (day.first, day.last) not in have),
        terms=tuple(term for term in terms_of(dates) if term not in calendar.terms),
    )


def _with(calendar: CalendarFacts, dates: SchoolDates) -> CalendarFacts:
    terms = {(term.name, term.first.year): term for term in (*calendar.terms, *terms_of(dates))}
    in_order = tuple(sorted(terms.values(), key=lambda term: term.first))
    return calendar.model_copy(update={"closed": taken_over(calendar.closed, dates), "terms": in_order})
