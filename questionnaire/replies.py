"""One answer beside everything it is read against: the bank, the other answers, the timetable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from questionnaire.effect_types import Trigger
from questionnaire.items import Bank, Item
from questionnaire.reading import Said, agreed, is_met, is_shown, said, sets_off, standing


class Reply(NamedTuple):
    """An answer whose question stands, and what it says."""

    bank: Bank
    sheet: AnswerSheet
    timetable: Timetable | None
    item: Item
    answer: Answer
    said: Said

    @property
    def is_own(self) -> bool:
        """Whether the one who was asked has answered."""
        return self.answer.by is self.item.asked_of

    def happens(self, effect: Trigger) -> bool:
        """Whether this answer sets the effect off. What others filled in decides nothing about an own answer."""
        sheet = self.sheet.own if self.is_own and effect.only_if else self.sheet
        return sets_off(self.item, effect, self.said, agreed(self.answer)) and all(
            is_met(self.bank, sheet, condition) for condition in effect.only_if
        )

    def ticks_of(self, question: QuestionId) -> list[str]:
        """What is ticked at another question.

        What others filled in there says nothing about an own answer: it could lift a limit (`method.md` E10).
        """
        other = self.bank.by_id[question]
        answer = self.sheet.of(question)
        if answer is None or not is_shown(self.bank, self.sheet, other):
            return []
        if self.is_own and answer.by is not other.asked_of:
            return []
        ticks = said(self.bank, other, answer, self.timetable).ticks
        return [tick for tick in ticks if tick not in other.alone_codes]


def replies(bank: Bank, sheet: AnswerSheet, timetable: Timetable | None = None) -> Iterator[Reply]:
    """The answers whose questions stand, in the bank's order. With a timetable, names it does not have are left out."""
    for item, answer in standing(bank, sheet):
        yield Reply(bank, sheet, timetable, item, answer, said(bank, item, answer, timetable))
