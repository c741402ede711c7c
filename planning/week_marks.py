"""What words tell of weeks and of parts of a class: «v 35, 37», «udda veckor», «Ma-G-2», «grupp B»."""

from __future__ import annotations

import re
from typing import NamedTuple

from planning.timetable import WeekLabel
from planning.week_edits import EVEN, ODD

_WEEKS = re.compile(
    r"\(?\b(?:v(?:ecka|eckor|eckorna)?\.?\s*)((?:\d{1,2}\s*(?:[-\u2013]\s*\d{1,2})?\s*(?:,|och|&|\+|\s)?\s*)+)\)?",
    re.IGNORECASE,
)
_PARITY = re.compile(r"\(?\b(?:(udda|odd)|(jämna?|even))(?:\s*(?:veckor|vecka|v\.?|weeks?))?\b\)?", re.IGNORECASE)
_PART = re.compile(
    r"^(?P<stem>.+?)[\s\-_/,(]*(?:-G-|\b(?:grupp|gr|halvklass|del)\b\.?\s*)(?P<part>[A-Za-z0-9ÅÄÖåäö]{1,3})\)?$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?P<stem>[^\d]{2,}?)[\s\-_/]+(?P<part>[1-9]|[A-D])$")
_NUMBERS = re.compile(r"(\d{1,2})(?:\s*[-\u2013]\s*(\d{1,2}))?")
_LAST_WEEK = 53


class Weeks(NamedTuple):
    """ISO weeks that a text names, and the text without them."""

    numbers: tuple[int, ...]
    rest: str

    @property
    def parity(self) -> WeekLabel | None:
        """A when all are odd, B when all are even, None when they are both."""
        odd = {number % 2 for number in self.numbers}
        return None if len(odd) != 1 else ODD if odd == {1} else EVEN


def weeks_in(text: str) -> Weeks | None:
    """The weeks of «v 35, 37–39»; None when it names none that there are."""
    found = _WEEKS.search(text)
    if found is None:
        return None
    numbers: list[int] = []
    for first, last in _NUMBERS.findall(found[1]):
        numbers.extend(range(int(first), int(last or first) + 1))
    if not numbers or not all(1 <= number <= _LAST_WEEK for number in numbers):
        return None
    return Weeks(tuple(numbers), _joined(text[: found.start()], text[found.end() :]))


def parity_in(text: str) -> tuple[WeekLabel, str] | None:
    """A for «udda veckor», B for «jämna», with the rest of the text; None when it says neither."""
    found = _PARITY.search(text)
    if found is None:
        return None
    return ODD if found[1] else EVEN, _joined(text[: found.start()], text[found.end() :])


def _joined(before: str, after: str) -> str:
    return f"{before.strip()} {after.strip()}".strip(" -–,;()")


class Part(NamedTuple):
    """A part of a class: of which subject, and what it is called."""

    stem: str
    name: str


def part_in(subject: str) -> Part | None:
    """The part of «M-G-2» or «Slöjd grupp B»; None when the subject names none."""
    found = _PART.match(subject.strip()) or _SUFFIX.match(subject.strip())
    return Part(found["stem"].strip(" -_/,("), found["part"].upper()) if found else None
