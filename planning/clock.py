"""Times of day and weekdays, as the whole program counts them.

A time of day is an `int`: minutes after midnight, local time. In JSON it is written «08:10».
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

MINUTES_PER_DAY = 24 * 60
_CLOCK = re.compile(r"^(\d{1,2})[:.](\d{2})$")


def parse_clock(value: object) -> int:
    """Minutes after midnight of «8:10», «08.10» or an int already in minutes. `ValueError` on anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    match = _CLOCK.match(value.strip()) if isinstance(value, str) else None
    if match is None or int(match[1]) > 24 or int(match[2]) > 59:
        raise ValueError(f"not a time of day: {value!r}")
    return int(match[1]) * 60 + int(match[2])


def clock_text(minutes: int) -> str:
    """«08:10», the form of inputs, files and screens. Printed Swedish uses `wording.clock.written`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


ClockTime = Annotated[
    int,
    BeforeValidator(parse_clock),
    Field(ge=0, le=MINUTES_PER_DAY),
    PlainSerializer(clock_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}[:.]\d{2}$", "examples": ["08:10"]}),
]


class Weekday(IntEnum):
    """Monday is 0, as `datetime.date.weekday()` counts."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6

    @property
    def short(self) -> str:
        """«mon», the form of files."""
        return self.name.lower()


def parse_weekday(value: object) -> Weekday:
    """The weekday of «mon» or 0. `ValueError` on anything else. Other languages are `interop`'s business."""
    if isinstance(value, str) and value.strip().upper() in Weekday.__members__:
        return Weekday[value.strip().upper()]
    if isinstance(value, int) and not isinstance(value, bool):
        return Weekday(value)
    raise ValueError(f"not a weekday: {value!r}")


WeekdayField = Annotated[
    Weekday,
    BeforeValidator(parse_weekday),
    PlainSerializer(lambda day: Weekday(day).short, return_type=str, when_used="json"),
    WithJsonSchema({"enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}),
]
