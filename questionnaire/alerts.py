"""Answers that oblige somebody to act, and whether somebody has (`method.md` §6, E1–E4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Self

from pydantic import AwareDatetime, Field

from planning.frozen import Frozen
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.items import Bank
from questionnaire.reading import agreed, said, sets_off
from questionnaire.vocabulary import AlertLevel, Routine

__all__ = ["Alert", "AlertLevel", "Handled", "Routine", "alerts_from", "open_alerts"]


class Alert(Frozen):
    """One answer that obliges somebody to act. For the coach alone; never in a document."""

    level: AlertLevel
    question: QuestionId
    routine: Routine


EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
"""Duties are taken care of between these; any other time is a slip of the pen."""


class Handled(Frozen):
    """Somebody has taken care of a duty to act.

    With a `routine` it covers that routine only, so that «ja, snart» taken care of does not cover a later «ja, idag».
    """

    question: QuestionId
    """Id of the question whose answer obliges somebody to act."""
    at: AwareDatetime = Field(ge=EARLIEST, lt=LATEST)
    """When it was taken care of, with time zone: «2027-01-08T10:00:00+01:00»."""
    by: str
    """Who did: a role or initials."""
    routine: Routine | None = None
    """The routine that was followed; null covers every routine of the question."""

    @classmethod
    def of(cls, alert: Alert, at: dt.datetime, by: str) -> Self:
        """That alert, taken care of."""
        return cls(question=alert.question, at=at, by=by, routine=alert.routine)

    def covers(self, alert: Alert) -> bool:
        """Whether it is that alert that was taken care of."""
        return self.question == alert.question and self.routine in (None, alert.routine)


def alerts_from(bank: Bank, sheet: AnswerSheet) -> tuple[Alert, ...]:
    """Every answer that obliges somebody to act, those of the same day first.

    Whether the question still stands does not matter: what has been said is not unsaid by another tick.
    """
    alerts = []
    for item in bank.items:
        answer = sheet.of(item.id)
        if answer is None:
            continue
        reply = said(bank, item, answer)
        alerts += [
            Alert(level=effect.level, question=item.id, routine=effect.routine)
            for effect in item.alerts
            if sets_off(item, effect, reply, agreed(answer))
        ]
    return tuple(sorted(alerts, key=lambda alert: alert.level))


def open_alerts(alerts: Iterable[Alert], handled: Iterable[Handled]) -> tuple[Alert, ...]:
    """The alerts that nobody has taken care of yet."""
    done = tuple(handled)
    return tuple(alert for alert in alerts if not any(one.covers(alert) for one in done))
