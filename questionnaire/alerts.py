"""Answers that oblige somebody to act, whether somebody has, and who shares it (`method.md` §6, E1–E4, E20)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Self

from pydantic import AwareDatetime, Field

from planning.frozen import Frozen
from questionnaire.answers import AnswerEvent, AnswerSheet, QuestionId
from questionnaire.items import Bank
from questionnaire.reading import agreed, said, sets_off
from questionnaire.vocabulary import AlertLevel, Routine

__all__ = [
    "LONGEST_NOTE", "Alert", "AlertLevel", "Handled", "Routine", "SecondPersonTask", "alerts_from", "open_alerts",
    "second_person_tasks", "told_at",
]


class Alert(Frozen):
    """One answer that obliges somebody to act. For the coach alone; never in a document."""

    level: AlertLevel
    question: QuestionId
    routine: Routine


EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
"""Duties are taken care of between these; any other time is a slip of the pen."""
LONGEST_NOTE = 60
"""So many letters are enough for a role or initials, and too few for a description. Our default."""


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
    second: str = Field(default="", max_length=LONGEST_NOTE)
    """The second person who shares it: a role or initials. Left out: somebody is still to be given it."""

    @classmethod
    def of(cls, alert: Alert, at: dt.datetime, by: str, second: str = "") -> Self:
        """That alert, taken care of."""
        return cls(question=alert.question, at=at, by=by, routine=alert.routine, second=second)

    def covers(self, alert: Alert) -> bool:
        """Whether it is that alert that was taken care of."""
        return self.question == alert.question and self.routine in (None, alert.routine)


class SecondPersonTask(Frozen):
    """Nobody is to carry hard knowledge alone (`method.md` E20): a second person is still to be given the task."""

    alert: Alert
    handled: Handled
    """Who took care of it, and when. The time for a second person is counted from then."""


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


def second_person_tasks(alerts: Iterable[Alert], handled: Iterable[Handled]) -> tuple[SecondPersonTask, ...]:
    """What somebody has taken care of without a second person having been given it."""
    done = tuple(handled)
    tasks = []
    for alert in alerts:
        notes = [one for one in done if one.covers(alert)]
        if notes and not any(note.second for note in notes):
            tasks.append(SecondPersonTask(alert=alert, handled=notes[0]))
    return tuple(tasks)


def told_at(bank: Bank, alert: Alert, events: Iterable[AnswerEvent]) -> dt.datetime | None:
    """When the answer was first given that obliges somebody to act; None when no event gives it."""
    return min(
        (
            event.at
            for event in events
            if event.question == alert.question
            and event.answer is not None
            and alert in alerts_from(bank, AnswerSheet(answers={event.question: event.answer}))
        ),
        default=None,
    )
