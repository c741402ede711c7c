"""Which questions stand on paper, in which order, under which numbers, and the mark that tells one edition apart."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from planning.frozen import Frozen
from planning.needs.base import Respondent
from planning.timetable import Timetable
from questionnaire.items import Bank, Item, Option
from questionnaire.options import options_for
from questionnaire.own_items import is_asked
from questionnaire.vocabulary import Sitting

MARK_SIGNS = 6
"""Signs of the mark. Our default: enough to tell editions apart, few enough to type."""


class Form(StrEnum):
    """The forms that are printed, each with running numbers of its own."""

    SHORT = "short"
    """The student's short route."""
    FULL = "full"
    """All that the student is asked, private questions aside."""
    GUARDIANS = "guardians"

    @property
    def asked_of(self) -> Respondent:
        """Whose form it is."""
        return Respondent.GUARDIAN if self is Form.GUARDIANS else Respondent.STUDENT


class PaperRow(Frozen):
    """One question on paper: its running number, and its boxes in the order that their numbers follow, from 1."""

    number: int
    item: Item
    boxes: tuple[Option, ...] = ()


def rows_on_paper(bank: Bank, timetable: Timetable, form: Form) -> tuple[PaperRow, ...]:
    """The questions of that form by section, so that a follow-up stands near what it follows.

    Private questions never stand on paper, nor what only follows from them. Those about the draft of the plan are
    asked beside the draft.
    """
    place = {section.code: number for number, section in enumerate(bank.sections)}
    items = sorted(
        (item for item in bank.items if _is_on(bank, item, form)), key=lambda item: (place[item.section], item.number)
    )
    return tuple(
        PaperRow(number=number, item=item, boxes=options_for(item, timetable, bank))
        for number, item in enumerate(items, start=1)
    )


def mark_of(rows: tuple[PaperRow, ...]) -> str:
    """Six signs that change when a question, a number or a box of the form does; the same in every language."""
    told = [
        [str(row.number), row.item.id, row.item.sv, row.item.en, *(box.code for box in row.boxes)] for row in rows
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:MARK_SIGNS]


def _is_on(bank: Bank, item: Item, form: Form) -> bool:
    is_wanted = item.asked_of is form.asked_of and (item.short_route or form is not Form.SHORT)
    return is_wanted and is_asked(item) and item.sitting is not Sitting.E and not _is_private(bank, item)


def _is_private(bank: Bank, item: Item) -> bool:
    """Whether the question, or one that it follows, is private."""
    if item.private or item.shown_if is None:
        return item.private
    return _is_private(bank, bank.by_id[item.shown_if.question])
