"""What is agreed beside an answer: which details fit it, what was typed of them, and what they lead to.

Which details a question has stands in the bank; for how long it holds can be agreed beside any answer that a limit
follows from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from casework.cases import Case
from casework.facts import CaseFacts
from casework.length import ladder_length
from planning.needs import AnyNeed, Source, Strength
from planning.timetable import Timetable
from questionnaire.answers import LAST_STEP, Answer, AnswerEvent, AnswerSheet, EventId, QuestionId, after_all
from questionnaire.bank import load_bank
from questionnaire.checking import Flaw, check_answers
from questionnaire.effects import needs_from
from questionnaire.items import Item
from questionnaire.reading import agreed
from questionnaire.vocabulary import Detail
from ui.entries import read_time
from wording.clock import written_time
from wording.language import tr
from wording.needs import say_need

ASKED = (Detail.TIME, Detail.END_TIME, Detail.MINUTES, Detail.N, Detail.LAST_STEP)
"""Those that have a field, in its order. The first step and the weeks stay as they were."""
GROWING = ("eases_minutes_per_step", "growth_per_step", "growth_percent", "growth_minutes")
"""Fields of a limit that say how it grows milder from step to step."""
TIMES = (Detail.TIME, Detail.END_TIME)
Typed = Mapping[str, str]
"""What stands in each field, by the name of its detail; empty when nothing is agreed."""


@dataclass(frozen=True)
class AgreedField:
    """One field: a text, or a choice among `options` (value and label)."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False
    """Whether it cannot be left empty."""


@dataclass(frozen=True)
class Agreeing:
    """What can be agreed beside an answer. `asks_how_long`: a limit has no end, and the only field asks for one."""

    fields: tuple[AgreedField, ...] = ()
    asks_how_long: bool = False


@dataclass(frozen=True)
class Refused:
    """What was typed cannot be kept, and what to do about it."""

    message: str


@dataclass(frozen=True)
class NotAgreed:
    """What was typed beside a line of the summary and could not be kept, and what to do about it."""

    line: str
    typed: Typed
    message: str


@dataclass(frozen=True)
class WayTaken:
    """A way out of a conflict that was taken by one tap, and what was before: going back is one tap too."""

    said: str
    """What holds now, as a sentence."""
    facts: tuple[CaseFacts, CaseFacts] | None = None
    """The facts before and after."""
    answers: tuple[Answer, Answer] | None = None
    """The answer before and after."""
    question: QuestionId | None = None

    def holds(self, case: Case) -> bool:
        """Whether it is still so: nobody has changed it since."""
        facts = self.facts is None or all(
            getattr(self.facts[1], field) == getattr(case.facts, field) for field in ("goals", "limits")
        )
        answers = self.answers is None or case.sheet.of(self.question or "") == self.answers[1]
        return facts and answers


def details_asked(item: Item, needs: tuple[AnyNeed, ...], answer: Answer) -> tuple[Detail, ...]:
    """The details that make sense beside that answer; none where nothing that is planned with follows from it."""
    planned = [need for need in needs if need.strength is not Strength.SUPPORT]
    can_follow = planned or any(effect.when_agreed for effect in item.needs)
    has_limit = any(need.is_hard for need in planned) or bool(agreed(answer))
    details = set(item.details) if can_follow else set()
    return tuple(d for d in ASKED if d in details or (d is Detail.LAST_STEP and (details or has_limit)))


class Agreements:
    """What can be agreed beside the answers of a case, and what holds. Their needs are worked out once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.steps = number_of_steps(case)
        self._needs = () if case.timetable is None else needs_from(load_bank(), case.sheet, case.timetable)

    def lines(self, question: QuestionId) -> tuple[str, ...]:
        """What holds, in words, once something has been agreed beside the answer."""
        answer = self.case.sheet.of(question)
        if answer is None or not agreed(answer):
            return ()
        planned = (need for need in _at(self._needs, question) if need.strength is not Strength.SUPPORT)
        return tuple(dict.fromkeys(_held(need, self.steps) for need in planned))

    def offered(self, question: QuestionId) -> Agreeing:
        """The fields to agree in; while a limit has no end, only the one that asks for it."""
        fields = self.fields(question)
        if not any(map(has_no_end, self._binding(question))):
            return Agreeing(fields)
        return Agreeing(tuple(field for field in fields if field.name == Detail.LAST_STEP), asks_how_long=True)

    def fields(self, question: QuestionId) -> tuple[AgreedField, ...]:
        """The fields to agree in, with what is agreed already; none where there is nothing to agree about."""
        answer, item = self.case.sheet.of(question), load_bank().by_id[question]
        if answer is None or self.case.timetable is None:
            return ()
        is_endless = any(map(has_no_end, self._binding(question, without_end=True)))
        return tuple(
            _how_long(answer, self.steps)
            if detail is Detail.LAST_STEP and is_endless
            else _field(detail, item, answer, self.steps)
            for detail in details_asked(item, self._binding(question), answer)
        )

    def _binding(self, question: QuestionId, *, without_end: bool = False) -> tuple[AnyNeed, ...]:
        """What follows from the answer, and the limits agreed exactly beside it.

        `without_end`: as if nobody had said until when.
        """
        answer, timetable, needs = self.case.sheet.of(question), self.case.timetable, self._needs
        if without_end and answer is not None and answer.last_step is not None and timetable is not None:
            bare = {**self.case.sheet.answers, question: answer.model_copy(update={"last_step": None})}
            needs = needs_from(load_bank(), AnswerSheet(answers=bare), timetable)
        return (*_at(needs, question), *_at(self.case.facts.limits, question))


def _at(needs: Iterable[AnyNeed], question: QuestionId) -> tuple[AnyNeed, ...]:
    """Those that come from that question."""
    return tuple(n for n in needs if n.origin.source is Source.ANSWER and n.origin.ref == question)


def _held(need: AnyNeed, steps: int) -> str:
    """What holds, as a sentence; what holds to the last step holds through the whole plan."""
    if need.last_step is None or need.last_step < steps:
        return f"{say_need(need)}."
    whole = need.model_copy(update={"last_step": None})
    return tr("{limit}. Så är det i hela den här planen.", limit=say_need(whole))


def has_no_end(need: AnyNeed) -> bool:
    """Whether it binds every step alike: nobody has said until when, and it does not grow milder by itself."""
    return need.is_hard and need.last_step is None and not any(getattr(need, field, 0) for field in GROWING)


def facts_with_end(case: Case, question: QuestionId, last_step: int) -> CaseFacts:
    """The facts with that end for the limits agreed exactly at the question that had none."""
    open_ones = [limit for limit in _at(case.facts.limits, question) if has_no_end(limit)]
    limits = tuple(
        limit.model_copy(update={"last_step": last_step}) if limit in open_ones else limit
        for limit in case.facts.limits
    )
    return case.facts.model_copy(update={"limits": limits})


def number_of_steps(case: Case) -> int:
    """How many steps the ladder has."""
    return ladder_length(case.facts, case.timetable, case.sheet)


def _field(detail: Detail, item: Item, answer: Answer, steps: int) -> AgreedField:
    value = getattr(answer, detail)
    if detail is Detail.LAST_STEP:
        label = tr("Till och med")
        return AgreedField(detail, label, "" if value is None else str(min(value, steps)), options=_steps(steps))
    if detail in TIMES:
        written = "" if value is None else written_time(value)
        return AgreedField(detail, _time_label(detail, item), written, hint=tr("09.30"))
    label = tr("Minuter, som mest") if detail is Detail.MINUTES else tr("Antal, som mest")
    return AgreedField(detail, label, "" if value is None else str(value))


def _how_long(answer: Answer, steps: int) -> AgreedField:
    """Until when, where only the student can say."""
    value = "" if answer.last_step is None else str(min(answer.last_step, steps))
    until = ((str(n), tr("till och med steg {number}", number=n)) for n in range(1, steps))
    options = (("", tr("Välj")), *until, (str(steps), tr("inte i den här planen")))
    return AgreedField(Detail.LAST_STEP, tr("Hur länge gäller det?"), value, options=options, required=True)


def _steps(steps: int) -> tuple[tuple[str, str], ...]:
    numbered = ((str(n), tr("steg {number}", number=n)) for n in range(1, steps))
    return ("", tr("som vanligt")), *numbered, (str(steps), tr("hela planen"))


def _time_label(detail: Detail, item: Item) -> str:
    if set(TIMES) <= set(item.details):
        return tr("Från kl.") if detail is Detail.TIME else tr("Till kl.")
    return tr("Tidigast kl.") if detail is Detail.TIME else tr("Senast kl.")


def agree(case: Case, question: QuestionId, typed: Typed, now: dt.datetime) -> AnswerEvent | Refused:
    """The same answer by the same respondent with what was agreed beside it, or why it cannot be kept.

    A field that was not there to type in leaves what was agreed as it is.
    """
    answer, timetable = case.sheet.of(question), case.timetable
    if answer is None or timetable is None:
        return Refused(tr("Svaret finns inte längre. Ladda om sidan."))
    names = {field.name for field in Agreements(case).fields(question)}
    read = _read(typed, names & set(typed), number_of_steps(case))
    if isinstance(read, Refused):
        return read
    try:
        made = Answer.model_validate({**answer.model_dump(), **read})
    except ValidationError:
        return Refused(tr("Det värdet är för litet eller för stort här. Pröva ett annat."))
    if set(TIMES) <= names and (made.time is None) is not (made.end_time is None):
        return Refused(tr("Skriv både från och till, eller lämna båda tomma."))
    refused = _refusal(question, made, timetable)
    at = after_all(case.events, now)
    return refused or AnswerEvent(id=EventId(str(uuid4())), question=question, answer=made, at=at)


def _read(typed: Typed, names: set[str], steps: int) -> dict[str, Any] | Refused:
    given = {name: typed[name].strip() for name in sorted(names)}
    read: dict[str, Any] = {}
    for name, text in given.items():
        value = read_time(text) if name in TIMES else int(text) if text.isdecimal() else None
        if text and value is None:
            return Refused(
                tr("«{text}» är ingen tid. Skriv till exempel 09.30.", text=text)
                if name in TIMES
                else tr("«{text}» är inget antal. Skriv med siffror, till exempel 40.", text=text)
            )
        if name == Detail.LAST_STEP and value is not None and not 1 <= value <= steps:
            return Refused(tr("Planen har {steps} steg. Välj ett av dem.", steps=steps))
        # The whole plan stays whole when the ladder becomes longer.
        read[name] = LAST_STEP if name == Detail.LAST_STEP and value == steps else value
    return read


def _refusal(question: QuestionId, answer: Answer, timetable: Timetable) -> Refused | None:
    """What the questionnaire itself cannot accept of the answer."""
    problems = check_answers(load_bank(), AnswerSheet(answers={question: answer}), timetable)
    flaws = {problem.flaw for problem in problems}
    if Flaw.ENDS_BEFORE_IT_STARTS in flaws:
        return Refused(tr("Slutet ligger före början. Rätta det."))
    if Flaw.DETAIL_OUT_OF_RANGE in flaws:
        return Refused(tr("Det värdet är för litet eller för stort här. Pröva ett annat."))
    return None
