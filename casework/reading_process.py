"""The process in which other people's files are read: timetables, calendars, and proposals that come back."""

from __future__ import annotations

from pydantic import Base64Bytes, TypeAdapter

from exports.returned import Returned, read_file
from exports.signatures import check_signatures
from interop.apart_serving import serve
from interop.choices import GroupOffer, Reading, TimetableChoice
from interop.free_days import read_free_days
from interop.reading import offered_groups, read_timetable
from planning.calendar import ClosedDays
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.returned import SignatureSeen


class Named(Frozen):
    """A timetable file by its name, and which part of it is wanted."""

    name: str
    choice: TimetableChoice = TimetableChoice()


class Trusted(Frozen):
    """The certificates that are trusted, as PEM or DER."""

    roots: tuple[Base64Bytes, ...] = ()


class Seen(Frozen):
    """A proposal that has come back, and what its signatures are worth."""

    came: Returned
    signatures: tuple[SignatureSeen, ...]


OFFERS = TypeAdapter(tuple[GroupOffer, ...])
READING: TypeAdapter[Reading] = TypeAdapter(Reading)
SEEN = TypeAdapter(Seen)
FREE_DAYS = TypeAdapter(tuple[ClosedDays, ...])

_SAMPLE = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Europe/Stockholm:20260901T081000
DTEND;TZID=Europe/Stockholm:20260901T090000
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Bild
END:VEVENT
END:VCALENDAR
"""


def offers_in(arguments: bytes, content: bytes) -> bytes:
    """The groups of a timetable file."""
    return OFFERS.dump_json(offered_groups(content, Named.model_validate_json(arguments).name))


def timetable_in(arguments: bytes, content: bytes) -> bytes:
    """One group's timetable."""
    asked = Named.model_validate_json(arguments)
    return READING.dump_json(read_timetable(content, asked.name, asked.choice))


def free_days_in(arguments: bytes, content: bytes) -> bytes:
    """The whole days of a school's calendar."""
    return FREE_DAYS.dump_json(read_free_days(content, Named.model_validate_json(arguments).name))


def proposal_in(arguments: bytes, content: bytes) -> bytes:
    """A returned proposal."""
    came = read_file(content)
    signatures = check_signatures(content, came, Trusted.model_validate_json(arguments).roots)
    return Seen(came=came, signatures=signatures).model_dump_json().encode()


def _warm() -> None:
    """Have the libraries load what they load when first used: time zones, rules, the reader of PDF."""
    read_timetable(_SAMPLE, "", TimetableChoice())
    try:
        read_file(b"%PDF-1.7\n")
    except BadInput:
        return


if __name__ == "__main__":
    _warm()
    serve({"offers": offers_in, "timetable": timetable_in, "proposal": proposal_in, "free_days": free_days_in})
