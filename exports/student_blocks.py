"""The student's own pages as data: days with moments, and what is good to know."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from exports.looks import Look
from planning.frozen import Frozen


class PictureStyle(StrEnum):
    """How pictures look: calm lines in two tones, or filled with colours for younger students."""

    CALM = "calm"
    COLOURFUL = "colourful"


class Moment(Frozen):
    """Something in the student's day: what, where, when, how long and with whom (`features.md` F48).

    What comes then is the next moment. `icon` names a picture; empty for none.
    """

    time: str
    name: str
    span: tuple[int, int] | None = None
    """Start and end, minutes after midnight, where both are known."""
    until: str = ""
    """«till 10.10»."""
    length: str = ""
    """«30 min»."""
    place: str = ""
    more: tuple[str, ...] = ()
    """With whom, and other small facts."""
    icon: str
    look: Look

    @property
    def details(self) -> tuple[str, ...]:
        """The small facts, line by line: «till 10.10 · B12», «med Kim Exempel»."""
        beside = " · ".join(part for part in (self.until, self.place) if part)
        return (beside, *self.more) if beside else self.more

    @property
    def is_lesson(self) -> bool:
        """Whether it is a lesson, in its subject's look."""
        return self.look not in (Look.COACH, Look.LUNCH)


class DayCard(Frozen):
    """One day of the student's week. `note` stands where there is nothing else."""

    name: str
    moments: tuple[Moment, ...]
    note: str = ""


class HelpCard(Frozen):
    """Something good to know, under the week."""

    icon: str
    title: str
    text: str


class TextMessage(Frozen):
    """A message that a phone can begin by itself, from a square code. `about` says in words what the code does."""

    written: str
    """The number as people write it."""
    number: str
    """Digits, perhaps after a plus."""
    text: str
    about: str

    @property
    def code(self) -> str:
        """What the square code holds: no service on the net is needed to read it."""
        return f"SMSTO:{self.number}:{self.text}"


class StudentWeek(Frozen):
    """A page of the student's own: one week of one step. `number` of `count` steps."""

    title: str
    first_name: str
    which: str
    """«Steg 1 av 4»."""
    when: tuple[str, ...]
    """«v. 49–50», «v. 52: Jullov»."""
    mondays: tuple[dt.date, ...]
    """The weeks that look so."""
    number: int
    count: int
    days: tuple[DayCard, ...]
    help: tuple[HelpCard, ...]
    is_large: bool = False
    """With larger letters."""
    style: PictureStyle = PictureStyle.CALM
    message: TextMessage | None = None
    """Who is reached with a message; none where no number is known."""

    @property
    def subtitle(self) -> str:
        """«Test · Steg 1 av 4 · v. 49–50»."""
        return " · ".join(part for part in (self.first_name, self.which, *self.when) if part)
