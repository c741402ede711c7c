"""Answers: an append-only log of events, folded into what the student has said now.

Every event carries an id made where it was given, so that sending it twice stores it once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NewType

from pydantic import AwareDatetime, Field, StringConstraints

from planning.clock import ClockTime
from planning.frozen import Frozen
from planning.needs.base import Respondent
from planning.timetable import WeekLabel

QuestionId = NewType("QuestionId", str)
EventId = NewType("EventId", str)


class Choice(StrEnum):
    """The four buttons of a yes/no item. For box items only `SKIP` is used beside the ticks."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"
    SKIP = "skip"


Tick = Annotated[str, StringConstraints(min_length=1, max_length=200)]


LAST_STEP = 40
"""No ladder has more steps. A limit agreed to last so long lasts «inte i den här planen», however long that becomes."""


class Answer(Frozen):
    """What was answered to one item: a button or ticked boxes, and the details that were agreed beside it.

    `ticks` are option codes of the bank, or names from the timetable where the boxes come from it. `time`,
    `end_time`, `n`, `minutes` refine the limit that the answer gives rise to; `first_step`/`last_step` say for how
    long it holds, `weeks` in which weeks of the timetable. Without them the bank's defaults hold.
    """

    choice: Choice | None = None
    """The button; at a question with boxes alone only «skip» and «dont_know»."""
    ticks: tuple[Tick, ...] = ()
    """Ticked boxes: codes of the bank, or names as the timetable writes them."""
    time: ClockTime | None = None
    """The time of day agreed for the limit («no lesson before»); null: the bank's default."""
    end_time: ClockTime | None = None
    """When the limit ends, time of day, later than `time`; null: the bank's default."""
    n: int | None = Field(default=None, ge=0, le=100)
    """The number agreed for the limit (days, lessons); null: the bank's default."""
    minutes: int | None = Field(default=None, ge=0, le=6000)
    """The minutes agreed for the limit; null: the bank's default."""
    first_step: int | None = Field(default=None, ge=1, le=LAST_STEP)
    """The first step that the limit holds in, from 1; null: the bank's default."""
    last_step: int | None = Field(default=None, ge=1, le=LAST_STEP)
    """The last step that the limit holds in; null: the bank's default."""
    weeks: tuple[WeekLabel, ...] = ()
    """Week labels of the timetable that it holds in; empty for all."""
    by: Respondent = Respondent.STUDENT
    """Who answered."""

    @property
    def is_empty(self) -> bool:
        """Skipped, or a box list with nothing ticked."""
        return self.choice is Choice.SKIP or (self.choice is None and not self.ticks)


def asked_of(question: QuestionId) -> Respondent:
    """Whose question it is: those numbered G are the guardians', all others the student's."""
    return Respondent.GUARDIAN if re.fullmatch(r"G\d+", question) else Respondent.STUDENT


class AnswerEvent(Frozen):
    """One tap. `answer` None takes an answer back (undo)."""

    id: EventId
    question: QuestionId
    answer: Answer | None
    at: AwareDatetime
    """When it was given, with time zone."""
    by: Respondent | None = None
    """Whose answer is taken back; None: the one given last, whoever gave it."""
    follows: tuple[EventId, ...] | None = None
    """The events to the same question that were known where it was given; None: all that came before it."""


class AnswerSheet(Frozen):
    """What has been answered, question by question, by the one whose question it is if that one has answered."""

    answers: Mapping[QuestionId, Answer] = {}
    beside: Mapping[QuestionId, tuple[Answer, ...]] = {}
    """What others have filled in where the one who was asked has answered too. It changes nothing."""

    def of(self, question: str) -> Answer | None:
        """The answer to that question, None when it has none."""
        return self.answers.get(QuestionId(question))

    @cached_property
    def own(self) -> AnswerSheet:
        """Only what the ones who were asked have answered themselves (`method.md` E10)."""
        return AnswerSheet(answers={q: a for q, a in self.answers.items() if a.by is asked_of(q)})


def after_all(events: Iterable[AnswerEvent], now: dt.datetime) -> dt.datetime:
    """Now, or a moment after the latest of the events: the clock of the browser that it came from may be ahead."""
    latest = max((event.at for event in events), default=now)
    return max(now, latest + dt.timedelta(milliseconds=1))


Given = tuple[Answer, dt.datetime]
"""An answer and when it was given."""


def latest_by_whom(events: Iterable[AnswerEvent]) -> dict[QuestionId, dict[Respondent, Given]]:
    """The latest answer of each respondent to each question, the one given last of all standing last.

    Order of arrival and repetition do not matter: events are taken once each, by time given and then id.
    """
    given: dict[QuestionId, dict[Respondent, Given]] = {}
    for event in sorted({e.id: e for e in events}.values(), key=lambda e: (e.at, e.id)):
        of_question = given.setdefault(event.question, {})
        if event.answer is not None:
            # The latest stands last, so that an undo finds it.
            of_question.pop(event.answer.by, None)
            of_question[event.answer.by] = (event.answer, event.at)
        elif of_question:
            of_question.pop(event.by or next(reversed(of_question)), None)
    return given


def fold(events: Iterable[AnswerEvent]) -> AnswerSheet:
    """The sheet after all events.

    The latest answer of each respondent counts, and the own answer of the one who was asked goes before what anybody
    else has filled in, however late (`method.md` E10).
    """
    answers, beside = {}, {}
    for question, of_question in latest_by_whom(events).items():
        by_whom = {by: answer for by, (answer, _) in of_question.items()}
        if by_whom:
            counts = by_whom.get(asked_of(question)) or next(reversed(by_whom.values()))
            answers[question] = counts
            if others := tuple(answer for answer in by_whom.values() if answer is not counts):
                beside[question] = others
    return AnswerSheet(answers=answers, beside=beside)
