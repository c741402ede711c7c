"""The lines of «så här har jag förstått dig», and what has changed since last time, in words."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from babel.dates import format_date

from planning.needs.base import Respondent
from questionnaire.items import Bank, Item
from questionnaire.reading import Said
from questionnaire.summary import Line, LineKind, labels_of
from questionnaire.vocabulary import Group
from wording.bank_words import said_in
from wording.choices import choice_names
from wording.language import current_language, tr
from wording.phrases import and_list, lower_first


def say_group(group: Group) -> str:
    """The heading of a group."""
    match group:
        case Group.WORKS:
            return tr("Det här fungerar")
        case Group.HARD:
            return tr("Det här är svårt just nu")
        case Group.HELP:
            return tr("Det här vill jag ha hjälp med")
        case Group.FIND_OUT:
            return tr("Det här tar vi reda på tillsammans")
        case _:
            assert_never(group)


def say_line(line: Line) -> str:
    """The whole line: what leads in, and the boxes by name."""
    text = said_in(line.text)
    match line.kind:
        case LineKind.HOME_DIFFERS:
            return tr("{topic}: du och de hemma ser olika. Vi pratar om det.", topic=text)
        case LineKind.ADULT_DIFFERS:
            return tr("«{question}» En vuxen har svarat något annat än du. Vi pratar om det.", question=text)
        case LineKind.NOT_KNOWN | LineKind.SAID:
            return _with_boxes(line, text)
        case _:
            assert_never(line.kind)


def _with_boxes(line: Line, text: str) -> str:
    labels = [said_in(label) for label in line.labels]
    named = and_list([label if label in line.ticks else lower_first(label) for label in labels])
    if not labels:
        return text
    return text.format(ticks=named) if "{ticks}" in text else f"{text.rstrip(':.')}: {named}"


def say_by(line: Line) -> str:
    """Who filled the line in, when it was not the student; «» otherwise."""
    return "" if line.by is Respondent.STUDENT else tr("(ifyllt av en vuxen)")


def say_reply(bank: Bank, item: Item, reply: Said) -> str:
    """What was answered: the button, and the boxes by name."""
    labels = [said_in(label) for label in labels_of(bank, item, reply).values() if label is not None]
    named = ", ".join(labels)
    if reply.is_nothing:
        return tr("Hoppade över")
    if reply.choice is None:
        return named
    button = choice_names()[reply.choice]
    return f"{button}: {named}" if named else button


def day_and_month(date: dt.date, today: dt.date) -> str:
    """«3 november», with the year when it is another one than today's."""
    pattern = "d MMMM" if date.year == today.year else "d MMMM y"
    return str(format_date(date, pattern, locale=current_language()))
