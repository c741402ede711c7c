"""One line of a filled paper form as it is typed: «j», «1 3», «j 2», «må fm», and what is wrong with it if it is not.

Letters are taken in both languages at once, since no letter means different things in them. `ui/components/keyed_entry`
reads lines the same way in the browser, to tell at once what is understood; what is stored has been read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from planning.clock import Weekday
from planning.frozen import Frozen
from questionnaire.answers import Answer, Choice
from questionnaire.items import Bank, Option
from questionnaire.paper_rows import PaperRow
from questionnaire.vocabulary import ItemKind

NOON = 12 * 60
"""Half days that begin before noon are mornings."""

BUTTON_WORDS: Final[Mapping[str, Choice]] = {
    "j": Choice.YES, "ja": Choice.YES, "y": Choice.YES, "yes": Choice.YES,
    "n": Choice.NO, "nej": Choice.NO, "no": Choice.NO,
    "v": Choice.DONT_KNOW, "d": Choice.DONT_KNOW,
    "h": Choice.SKIP, "s": Choice.SKIP,
}  # fmt: skip
"""What stands for each button, in Swedish and in English."""

DAY_NAMES: Final[Mapping[Weekday, tuple[str, ...]]] = {
    Weekday.MON: ("måndag", "mandag", "monday"),
    Weekday.TUE: ("tisdag", "tuesday"),
    Weekday.WED: ("onsdag", "wednesday"),
    Weekday.THU: ("torsdag", "thursday"),
    Weekday.FRI: ("fredag", "friday"),
}
"""A day is named by the beginning of its name, two letters or more."""

HALF_NAMES: Final[Mapping[str, bool]] = {"fm": True, "am": True, "em": False, "pm": False}
"""Whether a half of the day is the morning."""

LEAST_OF_DAY = 2
LONGEST_NUMBER = 4
_SIGNS = re.compile(r"[^\W\d_]+|\d+|[^\s,;.+\w]+|_+")


class KeyFault(StrEnum):
    """Why a line is not an answer to its question."""

    NOT_READ = "not_read"
    """Something that is neither a button, a number nor a half day here."""
    NO_SUCH_BOX = "no_such_box"
    ONE_BOX_ONLY = "one_box_only"
    STANDS_ALONE = "stands_alone"
    """A box such as «Inget» beside others."""
    NO_BOXES_HERE = "no_boxes_here"
    BOXES_ALONE = "boxes_alone"
    """Yes or no at a question that has boxes only."""
    ONE_BUTTON = "one_button"
    BOXES_NEED_YES = "boxes_need_yes"
    """Boxes beside another button than yes, or beside a skipped question."""


class Keyed(Frozen):
    """A line that was understood. `answer` None: nothing was written, so the question is not answered."""

    answer: Answer | None = None


class Misread(Frozen):
    """A line that was not understood: why, where in it, and how many boxes the question has."""

    fault: KeyFault
    sign: str = ""
    boxes: int = 0


class _Refused(Exception):
    def __init__(self, fault: KeyFault, sign: str = "") -> None:
        self.fault, self.sign = fault, sign


def parse_keyed(bank: Bank, row: PaperRow, line: str) -> Keyed | Misread:
    """What a line typed for that question means. The respondent of the answer is the default; the caller sets it."""
    signs = _SIGNS.findall(line.casefold())
    try:
        buttons, rest = _buttons(row, signs)
        ticks = _half_days(bank, row, rest) if row.item.kind is ItemKind.TIME_GRID else _boxes(row, rest)
        answer = _answer(row, buttons, ticks)
    except _Refused as refused:
        return Misread(fault=refused.fault, sign=refused.sign, boxes=len(row.boxes))
    return Keyed(answer=answer)


def write_keyed(row: PaperRow, answer: Answer | None, letters: Mapping[Choice, str]) -> str:
    """The line that would be typed for that answer: `parse_keyed` the other way round. Boxes by their numbers."""
    if answer is None:
        return ""
    numbers = [str(n) for n, box in enumerate(row.boxes, start=1) if box.code in answer.ticks]
    return " ".join([letters[answer.choice], *numbers] if answer.choice else numbers)


def _buttons(row: PaperRow, signs: Iterable[str]) -> tuple[list[Choice], list[str]]:
    """The buttons named, and the signs that are left."""
    buttons, rest = [], []
    for sign in signs:
        choice = BUTTON_WORDS.get(sign)
        if choice is None:
            rest.append(sign)
        else:
            buttons.append(choice)
    if len(set(buttons)) > 1:
        raise _Refused(KeyFault.ONE_BUTTON)
    if buttons and not row.item.kind.has_buttons and buttons[0] not in (Choice.DONT_KNOW, Choice.SKIP):
        raise _Refused(KeyFault.BOXES_ALONE)
    return buttons, rest


def _boxes(row: PaperRow, signs: Iterable[str]) -> set[str]:
    """The codes of the boxes with those numbers."""
    ticks = set()
    for sign in signs:
        if not sign.isdecimal():
            raise _Refused(KeyFault.NOT_READ, sign)
        ticks.add(_box(row, sign).code)
    return ticks


def _box(row: PaperRow, number: str) -> Option:
    if not row.boxes:
        raise _Refused(KeyFault.NO_BOXES_HERE, number)
    if len(number) > LONGEST_NUMBER or not 1 <= int(number) <= len(row.boxes):
        raise _Refused(KeyFault.NO_SUCH_BOX, number)
    return row.boxes[int(number) - 1]


def _half_days(bank: Bank, row: PaperRow, signs: Iterable[str]) -> set[str]:
    """The codes of the half days: by number, by day and half, or both halves of a day that stands by itself."""
    ticks: set[str] = set()
    day: Weekday | None = None
    open_day = False
    for sign in signs:
        if sign.isdecimal():
            ticks.add(_box(row, sign).code)
            continue
        if (named := _day(sign)) is not None:
            ticks |= _halves(bank, day) if open_day else set()
            day, open_day = named, True
        elif sign in HALF_NAMES and day is not None:
            ticks |= _halves(bank, day, is_morning=HALF_NAMES[sign])
            open_day = False
        else:
            raise _Refused(KeyFault.NOT_READ, sign)
    return ticks | (_halves(bank, day) if open_day else set())


def _day(sign: str) -> Weekday | None:
    if len(sign) < LEAST_OF_DAY:
        return None
    return next((day for day, names in DAY_NAMES.items() if any(name.startswith(sign) for name in names)), None)


def _halves(bank: Bank, day: Weekday | None, *, is_morning: bool | None = None) -> set[str]:
    """The codes of one half of that day, or of both."""
    return {
        half.code
        for half in bank.half_days
        if half.weekday == day and is_morning in (None, half.start < NOON)
    }


def _answer(row: PaperRow, buttons: list[Choice], ticks: set[str]) -> Answer | None:
    ordered = tuple(box.code for box in row.boxes if box.code in ticks)
    choice = buttons[0] if buttons else None
    if ordered and choice not in (None, Choice.YES):
        raise _Refused(KeyFault.BOXES_NEED_YES)
    if len(ordered) > 1 and row.item.kind is ItemKind.PICK_ONE:
        raise _Refused(KeyFault.ONE_BOX_ONLY)
    if len(ordered) > 1 and any(box.alone for box in row.boxes if box.code in ticks):
        raise _Refused(KeyFault.STANDS_ALONE, _number_of_alone(row, ticks))
    if ordered and row.item.kind.has_buttons:
        choice = Choice.YES
    return Answer(choice=choice, ticks=ordered) if choice or ordered else None


def _number_of_alone(row: PaperRow, ticks: set[str]) -> str:
    """The number of the ticked box that stands alone."""
    return next(str(n) for n, box in enumerate(row.boxes, start=1) if box.alone and box.code in ticks)
