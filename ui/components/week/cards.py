"""What stands in the week: a lesson or something else, how it stands there, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from zlib import crc32

from planning.clock import Weekday

HUES = 9
"""How many calm colours lessons are told apart by; none of them red or orange, which school systems use for absence."""


class CardState(StrEnum):
    """How a lesson stands in the week that is shown."""

    IN = "in"
    NOT_YET = "not_yet"
    OTHER = "other"
    """Lunch and the like: shapes the day, is not chosen."""
    ITEM = "item"
    """Planned, and not a lesson: a ride, a breakfast, a rest."""


class Mark(NamedTuple):
    """A short word on a lesson, with a drawing beside it where there is one («coach», «room»)."""

    text: str
    icon: str = ""


class Act(NamedTuple):
    """Something that can be done about a lesson. `slot` is the place of its button: what undoes it has the same."""

    code: str
    label: str
    slot: str
    icon: str = ""


@dataclass(frozen=True)
class Card:
    """One lesson or item on the screen. `why` the sentences a tap gives, `icon` the drawing of an item."""

    id: str
    weekday: Weekday
    start: int
    end: int
    subject: str
    place: str = ""
    state: CardState = CardState.IN
    marks: tuple[Mark, ...] = ()
    why: tuple[str, ...] = ()
    icon: str = ""
    asks: str = ""
    """The question that `why` answers: «Varför här?»."""
    acts: tuple[Act, ...] = ()
    parts: tuple[int, ...] = ()
    """Minutes of it that one can be content with."""
    comments: tuple[str, ...] = ()
    """What the rektor has written about just this lesson."""
    is_changed: bool = False
    """Something of it was just changed: never hidden."""


def hue(subject: str) -> int:
    """The colour of a subject: the same in every week and every case."""
    return crc32(subject.casefold().encode()) % HUES
