"""Other people's timetables, whatever the format: the one door that the rest of the program uses."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePosixPath

from interop.choices import (
    Doubt,
    GroupOffer,
    Read,
    Reading,
    ReadWithDoubts,
    TimetableChoice,
    doubt,
    doubts_of,
    reading_of,
)
from interop.decoding import assumed_letters, clean, decode
from interop.fet_xml import offered_fet_groups, read_fet
from interop.folding import as_weekly, repeats
from interop.icalendar_file import offered_icalendar_groups, read_icalendar
from interop.neutral_csv import offered_csv_groups, read_csv
from planning.errors import BadInput

__all__ = [
    "Doubt", "GroupOffer", "Read", "ReadWithDoubts", "Reading", "TimetableChoice",
    "bare_name", "doubts_of", "offered_groups", "read_timetable",
]

MOST_BYTES = 5_000_000  # from the design, and what the page takes; the subgroups of the largest school seen take 2 MB
MOST_BYTES_ICS = 1_000_000  # from the design; a student's year takes 0.4 MB
_OTHER_FORMATS = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""Never unpacked: a small one can hold gigabytes, and every program that writes them also writes CSV."""
_CALENDAR = re.compile(r"^BEGIN:VCALENDAR\s*$", re.IGNORECASE | re.MULTILINE)
_TABLE_ENDINGS = {"", ".csv", ".txt", ".tsv", ".tab"}


class _Format(Enum):
    CSV = "csv"
    XML = "xml"
    ICS = "ics"


def read_timetable(content: bytes, name: str, choice: TimetableChoice) -> Reading:
    """One group's ordinary timetable out of a CSV, a FET subgroups XML or an iCalendar file.

    `BadInput` (code, file, field) when nothing can be used; what could not be understood of the rest are doubts.
    """
    name = bare_name(name)
    match _format_of(content, name):
        case _Format.CSV:
            return _with_letters(content, _folded(read_csv(content, name, choice), choice, auto=False))
        case _Format.XML:
            return read_fet(content, name, choice)
        case _Format.ICS:
            return _with_letters(content, _folded(read_icalendar(content, name, choice), choice, auto=True))


def offered_groups(content: bytes, name: str) -> tuple[GroupOffer, ...]:
    """The groups that can be chosen in the file, in its own order. `BadInput` as `read_timetable`."""
    name = bare_name(name)
    match _format_of(content, name):
        case _Format.CSV:
            return offered_csv_groups(content, name)
        case _Format.XML:
            return offered_fet_groups(content, name)
        case _Format.ICS:
            return offered_icalendar_groups(content, name)


def _with_letters(content: bytes, reading: Reading) -> Reading:
    """The reading, with a doubt that shows some of the text where its encoding had to be assumed."""
    shown = assumed_letters(content)
    if not shown:
        return reading
    return reading_of(reading.timetable, (doubt("", "letters_assumed", shown, left_out=False), *doubts_of(reading)))


def _folded(reading: Reading, choice: TimetableChoice, *, auto: bool) -> Reading:
    """The reading as an ordinary week where that was asked for, or where a calendar file repeats itself."""
    timetable = reading.timetable
    wanted = choice.fold == "weekly" or (choice.fold == "auto" and auto and repeats(timetable))
    if not (timetable.is_dated and wanted):
        return reading
    folded = as_weekly(timetable)
    return reading_of(folded.timetable, (*doubts_of(reading), *doubts_of(folded)))


def _format_of(content: bytes, name: str) -> _Format:
    """By what the content begins with; the file's ending decides only what it ought to have been."""
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xfe\xff"):
        raise BadInput("empty_file", file=name, field="content")
    if content.startswith(_WORKBOOKS):
        raise BadInput("workbook", file=name, field="content")
    for sign, other in _OTHER_FORMATS.items():
        if content.startswith(sign):
            raise BadInput("unknown_format", file=name, field="content", format=other)
    head = decode(content[: 4096 - len(content[:4096]) % 2], name, errors="replace").lstrip("\ufeff \t\r\n")
    ending = PurePosixPath(name).suffix.casefold()
    found = _Format.XML if head.startswith("<") else _Format.ICS if _CALENDAR.search(head) else _Format.CSV
    if ending in {".xml", ".ics"} and ending != f".{found.value}":
        raise BadInput("not_the_format", file=name, field="content", format=ending[1:])
    if found is _Format.CSV and ending not in _TABLE_ENDINGS:
        raise BadInput("unknown_format", file=name, field="content", format=ending[1:20])
    most = MOST_BYTES_ICS if found is _Format.ICS else MOST_BYTES
    if len(content) > most:
        raise BadInput("too_large", file=name, field="content", most=most)
    return found


def bare_name(name: str) -> str:
    """The file's own name, without the folders it lay in and without signs that turn its letters round."""
    return clean(PurePosixPath(name.replace("\\", "/")).name[:200])
