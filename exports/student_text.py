"""The pages of the student's own in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exports.pocket_card_blocks import PocketCards
from exports.printable import clean
from exports.student_blocks import DayCard, HelpCard, Moment, StudentWeek, TextMessage
from exports.student_papers import FirstDay, OwnPaper, PhoneWeek, ShortDay


def own_lines(block: OwnPaper) -> Iterator[str]:
    """What the page says, line by line."""
    match block:
        case StudentWeek():
            yield f"# {clean(block.title)}"
            yield clean(block.subtitle)
            yield from _days(block.days)
            yield from _help(block.help, block.message)
        case PocketCards():
            yield from _cards(block)
        case PhoneWeek():
            yield f"# {clean(block.week.title)}"
            yield clean(block.week.subtitle)
            yield from _days(block.week.days)
            yield from _help(block.week.help, None)
        case FirstDay():
            yield from _first_day(block)
        case ShortDay():
            yield f"# {clean(block.title)}"
            yield from (clean(line) for line in (block.subtitle, block.lead, block.before) if line)
            yield from (f"- {_moment(moment)}" for moment in block.moments)
            yield from map(clean, block.after)
            yield from _help(block.help, block.message)
        case _:
            assert_never(block)


def _days(days: Iterable[DayCard]) -> Iterator[str]:
    for day in days:
        yield f"{day.name}: {'; '.join(map(_moment, day.moments)) or clean(day.note)}"


def _moment(moment: Moment) -> str:
    return " ".join(clean(part) for part in (moment.time, moment.name, *moment.details) if part)


def _help(cards: Iterable[HelpCard], message: TextMessage | None) -> Iterator[str]:
    yield from (f"{clean(card.title)}: {clean(card.text)}" for card in cards)
    if message:
        yield clean(message.about)


def _cards(block: PocketCards) -> Iterator[str]:
    for card in block.cards:
        yield f"# {clean(card.title)}"
        yield clean(card.step)
        yield from _days(card.days)
        yield from _help(card.help, card.message)


def _first_day(block: FirstDay) -> Iterator[str]:
    yield f"# {clean(block.title)}"
    yield clean(block.subtitle)
    yield f"## {clean(block.day_title)}"
    yield from (f"- {_moment(moment)}" for moment in block.moments)
    if block.note:
        yield clean(block.note)
    for reminder in block.reminders:
        yield f"{clean(reminder.title)}:"
        yield from (f"{'[ ]' if reminder.is_ticked else '-'} {clean(line)}" for line in reminder.lines)
    yield f"## {clean(block.photos_title)}"
    yield clean(block.photos_about)
    yield ", ".join(clean(photo.caption) for photo in block.photos)
    if block.message:
        yield clean(block.message.about)
