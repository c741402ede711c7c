"""The student's small papers as data: the week on a phone, the first day, and the shorter version of a day."""

from __future__ import annotations

from exports.pocket_card_blocks import PocketCards
from exports.student_blocks import HelpCard, Moment, PictureStyle, StudentWeek, TextMessage
from planning.frozen import Frozen


class PhoneWeek(Frozen):
    """A page of the shape of a phone, calm where the clock stands."""

    week: StudentWeek


class Reminder(Frozen):
    """Short lines under a title. With `is_ticked` each has a box to tick; `blank` are empty ones for own words."""

    icon: str
    title: str
    lines: tuple[str, ...]
    is_ticked: bool = False
    blank: int = 0


class PhotoFrame(Frozen):
    """An empty frame for a photo of one's own, and what it is of."""

    icon: str
    caption: str


class FirstDay(Frozen):
    """A page for the first day: minute by minute, what is good to know, and room for own photos."""

    title: str
    subtitle: str
    day_title: str
    moments: tuple[Moment, ...]
    note: str
    """Stands where nothing is planned."""
    reminders: tuple[Reminder, ...]
    photos_title: str
    photos_about: str
    photos: tuple[PhotoFrame, ...]
    style: PictureStyle = PictureStyle.CALM
    is_large: bool = False
    message: TextMessage | None = None


class ShortDay(Frozen):
    """A small page: the smaller version of a day, in kind words. `number` says which of the document's, from 1."""

    title: str
    subtitle: str
    number: int
    lead: str
    before: str
    """What stands before the moments."""
    moments: tuple[Moment, ...]
    after: tuple[str, ...]
    help: tuple[HelpCard, ...]
    style: PictureStyle = PictureStyle.CALM
    message: TextMessage | None = None


OwnPaper = StudentWeek | PocketCards | PhoneWeek | FirstDay | ShortDay
"""Every kind of page of the student's own."""
