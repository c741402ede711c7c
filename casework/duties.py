"""What of a case waits for the coach before anything else, and when each of it is due."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from casework.case import Case
from casework.now import SCHOOL_TIME
from casework.safety import HARM, UnsafeSetting, asks_where, no_longer_in
from interop.school_calendar import swedish_calendar
from planning.calendar import SchoolCalendar
from planning.frozen import Frozen
from questionnaire.alerts import (
    Alert,
    AlertLevel,
    SecondPersonTask,
    alerts_from,
    open_alerts,
    second_person_tasks,
    told_at,
)
from questionnaire.bank import load_bank

SCHOOL_DAYS = 2
"""F2 is taken care of within so many school days (`method.md` §4.2)."""
_AHEAD = dt.timedelta(days=365)


class Due(Frozen):
    """An alert that nobody has taken care of, or taken care of by one person alone, and its last day."""

    alert: Alert
    by: dt.date
    alone: SecondPersonTask | None = None
    """Set when somebody has taken care of it, but nobody shares it yet."""


class Duties(Frozen):
    """Everything that waits in a case. `may_say_where`: it has been told that students are unkind somewhere."""

    open: tuple[Due, ...] = ()
    """Alerts that nobody has taken care of, those of the same day first."""
    to_share: tuple[Due, ...] = ()
    """Taken care of, but a second person is still to be given it."""
    asks_where: bool = False
    may_say_where: bool = False
    unmeasured: tuple[UnsafeSetting, ...] = ()
    """Settings that no plan goes to until something is done there."""
    renamed: tuple[UnsafeSetting, ...] = ()
    """Those of them that the timetable does not know."""

    @property
    def holds_the_case(self) -> bool:
        """Something is to be done the same day: only the conversation and the duties themselves are open."""
        return any(due.alert.level is AlertLevel.F1 for due in self.open)

    @property
    def holds_the_plan(self) -> bool:
        """Neither plan nor documents before it is taken care of, and it is known where no plan may go."""
        return bool(self.open) or self.asks_where

    @property
    def waits(self) -> bool:
        """Whether there is anything that the coach should see first."""
        return bool(self.open or self.to_share or self.asks_where or self.renamed)


def duties_of(case: Case) -> Duties:
    """What waits in the case."""
    alerts = alerts_from(load_bank(), case.sheet)
    if not alerts and not case.unsafe:
        return Duties()
    unhandled = open_alerts(alerts, case.handled)
    return Duties(
        open=tuple(_due(case, alert, None) for alert in unhandled),
        to_share=tuple(_due(case, task.alert, task) for task in second_person_tasks(alerts, case.handled)),
        asks_where=asks_where((a for a in alerts if a not in unhandled), case.unsafe),
        may_say_where=bool(case.unsafe) or any(alert.routine in HARM for alert in alerts),
        unmeasured=tuple(setting for setting in case.unsafe if setting.name and not setting.is_released),
        renamed=no_longer_in(case.timetable, case.unsafe) if case.timetable else (),
    )


def _due(case: Case, alert: Alert, task: SecondPersonTask | None) -> Due:
    told = task.handled.at if task else told_at(load_bank(), alert, case.events)
    since = (told or case.changed_at).astimezone(SCHOOL_TIME).date()
    # Assumed lov are left out: they may be wrong, and would only make the day later.
    calendar = swedish_calendar(since, since + _AHEAD, case.facts.calendar.closed)
    return Due(alert=alert, by=last_day(alert.level, since, calendar), alone=task)


def last_day(level: AlertLevel, told: dt.date, calendar: SchoolCalendar) -> dt.date:
    """The last day to act on what was told that day: the same one, or the second day with school after it."""
    if level is AlertLevel.F1:
        return told
    days = (told + dt.timedelta(days=n) for n in range(1, _AHEAD.days))
    open_days = list(islice((day for day in days if calendar.is_open(day)), SCHOOL_DAYS))
    return open_days[-1] if open_days else told + dt.timedelta(days=SCHOOL_DAYS)
