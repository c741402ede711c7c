"""Which picture a question and its boxes have: the bank's own, and for what the timetable names, by what it is."""

from __future__ import annotations

from exports.student_icons import icon_of_subject
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item, Option
from questionnaire.vocabulary import OptionsFrom

_OF_NAMED = {OptionsFrom.TEACHERS: "user", OptionsFrom.ROOMS: "door", OptionsFrom.GROUPS: "users"}


def picture_of(item: Item, bank: Bank | None = None) -> str | None:
    """Its own, or its section's (of the program's own bank when none is given)."""
    if item.picture is not None:
        return item.picture
    sections = (bank or load_bank()).sections
    return next((section.picture for section in sections if section.code == item.section), None)


def picture_of_box(item: Item, option: Option) -> str | None:
    """None where a picture would say nothing: «Inget», days, numbers."""
    if option.code in item.option_codes or item.options_from is None:
        return option.picture
    if item.options_from is OptionsFrom.SUBJECTS:
        return icon_of_subject(option.code)
    return _OF_NAMED[item.options_from]
