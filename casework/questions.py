"""What is needed of a case to ask its questions, and no more: it is read for every answer that is given."""

from __future__ import annotations

from functools import cached_property

from pydantic import AwareDatetime

from casework.case_reading import may_see
from casework.case_records import HANDLED, ROUNDS, TIMETABLES
from casework.guarded import looking, verb
from casework.settings_in_force import with_school_rooms
from planning.access import Action
from planning.frozen import Frozen
from planning.timetable import Timetable
from questionnaire.alerts import Alert, Handled, alerts_from, open_alerts
from questionnaire.answers import AnswerEvent, AnswerSheet, fold
from questionnaire.bank import load_bank
from storage.records import CaseId
from storage.store import CaseStore


class Questions(Frozen):
    """A case as whoever asks and answers needs it; what the actor may not see of it is as if it were not there."""

    id: CaseId
    timetable: Timetable | None
    events: tuple[AnswerEvent, ...]
    handled: tuple[Handled, ...]
    round_started: AwareDatetime | None

    @cached_property
    def sheet(self) -> AnswerSheet:
        """What has been answered."""
        return fold(self.events)

    @cached_property
    def must_be_handled(self) -> tuple[Alert, ...]:
        """The answers that oblige somebody to act and that nobody has taken care of yet."""
        return open_alerts(alerts_from(load_bank(), self.sheet), self.handled)


@verb(Action.SEE_CASE)
def open_questions(store: CaseStore, case_id: CaseId) -> Questions:
    """The case as its questions are asked now.

    Raises `CaseFileError` when there is none for the actor, or it cannot be read back.
    """
    with looking(store, case_id) as (reader, row):
        may = may_see(reader, row)
        sees_week = may(Action.SEE_PLAN) or may(Action.ANSWER)
        taken = reader.latest(TIMETABLES, case_id) if sees_week else None
        started = reader.latest(ROUNDS, case_id)
        return Questions(
            id=case_id,
            timetable=with_school_rooms(taken.noun.timetable, row.unit) if taken else None,
            events=reader.events(case_id) if may(Action.SEE_ANSWERS) else (),
            handled=tuple(kept.noun for kept in reader.every(HANDLED, case_id)) if may(Action.SEE_NOTES) else (),
            round_started=started.noun.at if started else None,
        )
