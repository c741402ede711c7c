"""Answers that come in as data: what in them cannot be, said with the field it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from planning.errors import BadInput
from planning.frozen import Frozen
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.effect_types import field_faults
from questionnaire.items import Bank, Item
from questionnaire.options import options_for
from questionnaire.reading import agreed, is_shown
from questionnaire.vocabulary import ALWAYS_AGREED, ItemKind

BOX_CHOICES = (None, Choice.SKIP, Choice.DONT_KNOW)


class Flaw(StrEnum):
    """What is wrong with an answer."""

    UNKNOWN_QUESTION = "unknown_question"
    CHOICE_NOT_POSSIBLE = "choice_not_possible"
    UNKNOWN_BOX = "unknown_box"
    ONE_BOX_ONLY = "one_box_only"
    STANDS_ALONE = "stands_alone"
    """A box such as «Inget» ticked beside others."""
    DETAIL_NOT_POSSIBLE = "detail_not_possible"
    DETAIL_OUT_OF_RANGE = "detail_out_of_range"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"


class AnswerProblem(Frozen):
    """One fault. `field` is its place in a case file («answers.SO1.ticks»), `value` what stands there."""

    question: QuestionId
    field: str
    flaw: Flaw
    value: str = ""

    def as_error(self, file: str) -> BadInput:
        """The fault as breakage of that file."""
        return BadInput("answer", file=file, field=self.field, flaw=self.flaw.value, value=self.value)


class UnknownTick(Frozen):
    """A tick that the bank and the timetable do not have; it is left out of the plan."""

    question: QuestionId
    tick: str


def check_answers(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[AnswerProblem, ...]:
    """Everything in the answers that cannot be, in the bank's order; unknown questions first."""
    problems = [
        AnswerProblem(question=question, field=f"answers.{question}", flaw=Flaw.UNKNOWN_QUESTION, value=question)
        for question in sorted(set(sheet.answers) - set(bank.by_id))
    ]
    for item in bank.items:
        answer = sheet.of(item.id)
        if answer is not None:
            problems += [
                AnswerProblem(question=item.id, field=f"answers.{item.id}.{field}", flaw=flaw, value=value)
                for field, flaw, value in _flaws(bank, item, answer, timetable)
            ]
    return tuple(problems)


def unknown_ticks(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[UnknownTick, ...]:
    """Ticks that stand for nothing in the bank or the timetable, in the bank's order."""
    return tuple(
        UnknownTick(question=problem.question, tick=problem.value)
        for problem in check_answers(bank, sheet, timetable)
        if problem.flaw is Flaw.UNKNOWN_BOX
    )


def resting_answers(bank: Bank, sheet: AnswerSheet) -> tuple[QuestionId, ...]:
    """Answers that lead to nothing because their question does not stand (its condition is not met)."""
    return tuple(i.id for i in bank.items if sheet.of(i.id) is not None and not is_shown(bank, sheet, i))


def _flaws(bank: Bank, item: Item, answer: Answer, timetable: Timetable) -> Iterator[tuple[str, Flaw, str]]:
    """Field within the answer, what is wrong, and the value."""
    if not item.kind.has_buttons and answer.choice not in BOX_CHOICES:
        yield "choice", Flaw.CHOICE_NOT_POSSIBLE, str(answer.choice)
    boxes = {option.code: option for option in options_for(item, timetable, bank)}
    for tick in answer.ticks:
        if tick not in boxes:
            yield "ticks", Flaw.UNKNOWN_BOX, tick
    if item.kind is ItemKind.PICK_ONE and len(set(answer.ticks)) > 1:
        yield "ticks", Flaw.ONE_BOX_ONLY, ", ".join(answer.ticks)
    elif len(set(answer.ticks)) > 1:
        for tick in answer.ticks:
            if tick in boxes and boxes[tick].alone:
                yield "ticks", Flaw.STANDS_ALONE, tick
    for detail in sorted(agreed(answer) - set(item.details) - ALWAYS_AGREED):
        yield detail, Flaw.DETAIL_NOT_POSSIBLE, str(getattr(answer, detail))
    yield from _out_of_range(item, answer)
    yield from _upside_down(answer)


def _out_of_range(item: Item, answer: Answer) -> Iterator[tuple[str, Flaw, str]]:
    """Agreed details that no need they go to can take; the bank's default holds instead."""
    faulty = {
        detail
        for effect in item.needs
        for detail, name in effect.agreed.items()
        if (value := getattr(answer, detail)) is not None
        if any(fault["loc"][0] == name for fault in field_faults(effect.need, {name: value}) if fault["loc"])
    }
    for detail in sorted(faulty):
        yield detail, Flaw.DETAIL_OUT_OF_RANGE, str(getattr(answer, detail))


def _upside_down(answer: Answer) -> Iterator[tuple[str, Flaw, str]]:
    """Limits that end before they begin."""
    if answer.time is not None and answer.end_time is not None and answer.end_time <= answer.time:
        yield "end_time", Flaw.ENDS_BEFORE_IT_STARTS, str(answer.end_time)
    if answer.first_step is not None and answer.last_step is not None and answer.last_step < answer.first_step:
        yield "last_step", Flaw.ENDS_BEFORE_IT_STARTS, str(answer.last_step)
