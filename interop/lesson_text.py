"""A lesson that is written in one cell or on one line: «Matematik A12», «08.10–09.00 Bild, B204, Ada Exempel»."""

from __future__ import annotations

import re
from typing import NamedTuple

from interop.words import SPAN, clock_of

_PIECES = re.compile(r"\s*[\n\r,;|()\[\]]\s*|[ \u00a0]{2,}|\t| / ")
_ROOM = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,4}\d{1,4}[A-Za-z]?|\d{3,4}[A-Za-z]?)")
_ROOM_WORDS = re.compile(r"\d|sal(en)?\b|hall(en)?\b|verkstad|köket?\b|bibliotek|\brum\b|\blokal\b", re.IGNORECASE)
_LABEL = re.compile(r"^(sal|lokal|rum|plats|lärare)\s*[.:]\s*", re.IGNORECASE)


class LessonText(NamedTuple):
    """What a lesson's text says; a time is None where it says none."""

    subject: str
    room: str = ""
    teacher: str = ""
    start: int | None = None
    end: int | None = None


def lesson_in(text: str) -> LessonText:
    """The lesson of a text: a time anywhere in it, the subject first, then rooms and teachers in any order."""
    start = end = None
    if (span := SPAN.search(text)) is not None:
        start, end = clock_of(span[1]), clock_of(span[2])
        text = f"{text[: span.start()]}\n{text[span.end() :]}"
    pieces = [piece.strip(" \u00a0-–:") for piece in _PIECES.split(text)]
    subject, *rest = [piece for piece in pieces if piece] or [""]
    rooms: list[str] = []
    teachers: list[str] = []
    if not rest and " " in subject:
        before, _, last = subject.rpartition(" ")
        if _ROOM.fullmatch(last):
            subject, rooms = before, [last]
    for piece in rest:
        labelled = _LABEL.match(piece)
        bare = _LABEL.sub("", piece)
        is_room = labelled[1].casefold() != "lärare" if labelled else bool(_ROOM_WORDS.search(bare))
        (rooms if is_room else teachers).append(bare)
    return LessonText(subject.strip(), "|".join(rooms), "|".join(teachers), start, end)
