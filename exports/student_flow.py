"""Lays out the pages of the student's own: each fills its page."""

from __future__ import annotations

from typing import assert_never

from reportlab.platypus import Flowable

from exports.pocket_card_blocks import PocketCards
from exports.pocket_card_drawing import PocketCardsDrawing
from exports.student_blocks import StudentWeek
from exports.student_drawing import StudentWeekDrawing
from exports.student_first_day_drawing import FirstDayDrawing
from exports.student_papers import FirstDay, OwnPaper, PhoneWeek, ShortDay
from exports.student_phone_drawing import PhoneWeekDrawing
from exports.student_short_day_drawing import ShortDayDrawing


def own_paper(block: OwnPaper, width: float, height: float) -> Flowable:
    """The page, in a frame of that width and height, points."""
    match block:
        case StudentWeek():
            return StudentWeekDrawing(block, width, height)
        case PocketCards():
            return PocketCardsDrawing(block, width, height)
        case PhoneWeek():
            return PhoneWeekDrawing(block, width, height)
        case FirstDay():
            return FirstDayDrawing(block, width, height)
        case ShortDay():
            return ShortDayDrawing(block, width, height)
        case _:
            assert_never(block)
