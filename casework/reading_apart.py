"""The one door that files from elsewhere come in by: they are read in a process of their own, and looked at here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from casework.reading_process import FREE_DAYS, OFFERS, READING, SEEN, Named, Seen, Trusted
from interop.apart import Readers
from interop.choices import GroupOffer, Reading, TimetableChoice
from interop.reading import bare_name
from planning.calendar import ClosedDays
from planning.errors import BadInput

READERS = 2
"""So many files at once; the second process is started when it is first needed. Our default."""
_MODULE = "casework.reading_process"
_OF_A_PROPOSAL = {
    "file_too_heavy": "returned_too_heavy",
    "file_too_slow": "returned_too_heavy",
    "file_reaches_out": "returned_broken",
    "file_stops_reader": "returned_broken",
}
"""The school is asked for a new file; a coach could export a timetable anew."""


@cache
def the_readers() -> Readers:
    """The processes of this program that read files, shared by every tab."""
    return Readers(_MODULE, at_most=READERS)


def make_ready() -> None:
    """Have a process load while somebody looks for the file, so that reading it takes no time."""
    the_readers().warm()


def close_readers() -> None:
    """End them. The next file gets a new one."""
    the_readers().close()
    the_readers.cache_clear()


def offered_groups(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """The groups that can be chosen in the file. `BadInput` when nothing of it can be used."""
    name = bare_name(name)
    return the_readers().read("offers", _named(name, TimetableChoice()), content, name, OFFERS)


def read_timetable(content: bytes, name: str, choice: TimetableChoice) -> Reading:
    """One group's ordinary timetable. `BadInput` when nothing of it can be used."""
    name = bare_name(name)
    return the_readers().read("timetable", _named(name, choice), content, name, READING)


def read_free_days(content: bytes, name: str) -> tuple[ClosedDays, ...]:
    """The days that a school's calendar file marks as a whole. `BadInput` when nothing of it can be used."""
    name = bare_name(name)
    return the_readers().read("free_days", _named(name, TimetableChoice()), content, name, FREE_DAYS)


def read_proposal(content: bytes, roots: Sequence[bytes] = ()) -> Seen:
    """The proposal that has come back, with its signatures. `BadInput` when it is none or cannot be read."""
    trusted = Trusted.model_construct(roots=tuple(roots)).model_dump_json().encode()
    try:
        return the_readers().read("proposal", trusted, content, "", SEEN)
    except BadInput as error:
        if error.code in _OF_A_PROPOSAL:
            raise BadInput(_OF_A_PROPOSAL[error.code]) from None
        raise


def _named(name: str, choice: TimetableChoice) -> bytes:
    return Named(name=name.encode("utf-8", "replace").decode(), choice=choice).model_dump_json().encode()
