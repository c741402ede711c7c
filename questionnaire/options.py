"""The boxes of an item: those the bank lists, and one for each subject, teacher, room or group of the timetable."""

from __future__ import annotations

from typing import assert_never

from planning.timetable import Timetable
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item, Option
from questionnaire.vocabulary import ItemKind, OptionsFrom


def names_from(source: OptionsFrom, timetable: Timetable) -> tuple[str, ...]:
    """The names of that kind in the timetable, in alphabetical order; of rooms the school's others too."""
    match source:
        case OptionsFrom.SUBJECTS:
            return timetable.subjects
        case OptionsFrom.TEACHERS:
            return timetable.teachers
        case OptionsFrom.ROOMS:
            return timetable.known_rooms
        case OptionsFrom.GROUPS:
            return tuple(sorted({g for occasion in timetable.occasions for g in occasion.lesson.groups}))
        case _:
            assert_never(source)


def options_for(item: Item, timetable: Timetable, bank: Bank | None = None) -> tuple[Option, ...]:
    """The boxes to show: the bank's, the timetable's, and last those that stand alone («Inget»).

    A time grid has one box for each half day of the bank (the program's own bank when none is given).
    """
    if item.kind is ItemKind.TIME_GRID:
        half_days = (bank or load_bank()).half_days
        return tuple(Option(code=half.code, sv=half.sv, en=half.en) for half in half_days)
    listed = [option for option in item.options if not option.alone]
    alone = [option for option in item.options if option.alone]
    names = names_from(item.options_from, timetable) if item.options_from else ()
    named = [Option(code=name, sv=name, en=name) for name in names if name not in item.option_codes]
    return (*listed, *named, *alone)
