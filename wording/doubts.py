"""What could not be understood of a timetable file, or was taken on an assumption, one line for each."""

from __future__ import annotations

import re

from planning.clock import Weekday
from wording.clock import short_weekday
from wording.language import tr

_OWN_DAYS = "|".join(day.short for day in Weekday)
_LESSON = re.compile(rf"(?P<week>.*?)(?P<day>{_OWN_DAYS})-(?P<hour>\d\d):(?P<minute>\d\d)-.*")
"""How the readers name a lesson that stands in no single place of the file: «Athu-08:40-Bild-A1»."""
_CELL = re.compile(rf"(?P<line>\d+) (?P<week>.*?)(?P<day>{_OWN_DAYS})")
"""A cell of a grid: «4 mon»."""


def say_doubt(where: str, code: str, raw: str = "") -> str:
    """«rad 12: ämne saknas – …». `where` is a line number, a date or a place in the file; `raw` is what stood there."""
    said = {**_left_out(), **_assumed()}.get(code) or tr("gick inte att förstå")
    place, shown = _place(where), _shown(code, raw)
    line = f"{place}: {said}" if place else said
    return f"{line} – {shown}" if shown else line


def _place(where: str) -> str:
    if where.isdigit():
        return tr("rad {number}", number=where)
    if (cell := _CELL.fullmatch(where)) is not None:
        day = " ".join(part for part in (cell["week"], _day(cell["day"])) if part)
        return tr("rad {number}, {day}", number=cell["line"], day=day)
    lesson = _LESSON.fullmatch(where)
    if lesson:
        time = tr("{hour:02d}.{minute:02d}", hour=int(lesson["hour"]), minute=int(lesson["minute"]))
        return " ".join(part for part in (lesson["week"], _day(lesson["day"]), time) if part)
    return {"Day": "", "Hour": tr("lektionstiderna")}.get(where, where)


def _shown(code: str, raw: str) -> str:
    """What stood there, in words where the readers have names of their own for it."""
    if code == "days_by_position":
        return _own_days_named(raw)
    if code == "columns_guessed":
        return ", ".join(_columns().get(field, field) for field in raw.split())
    return raw


def _columns() -> dict[str, str]:
    return {
        "weekday": tr("dag"), "start": tr("start"), "end": tr("slut"), "subject": tr("ämne"), "room": tr("sal"),
        "teacher": tr("lärare"),
    }  # fmt: skip


def _own_days_named(raw: str) -> str:
    """«Lunes = mån» of «Lunes = mon»: the file's own names stay as they are."""
    return re.sub(rf"(= (?:[^\s,]+ )?)({_OWN_DAYS})\b", lambda found: found[1] + _day(found[2]), raw)


def _day(short: str) -> str:
    return short_weekday(Weekday[short.upper()])


def _left_out() -> dict[str, str]:
    return {
        "repeated": tr("står flera gånger, räknas en gång"),
        "no_subject": tr("ämne saknas"),
        "no_group": tr("grupp saknas"),
        "no_date": tr("datumet går inte att läsa"),
        "no_weekday": tr("veckodagen går inte att läsa"),
        "no_start": tr("starttiden går inte att läsa"),
        "no_end": tr("sluttiden går inte att läsa"),
        "ends_before_start": tr("slutar innan det börjar"),
        "too_many_cells": tr("fler celler än rubriker"),
        "cancelled": tr("inställd"),
        "event_unreadable": tr("händelsen går inte att läsa"),
        "rule_unreadable": tr("upprepningen går inte att läsa"),
        "outside_year": tr("ligger utanför läsåret"),
        "too_many_dates": tr("för många datum på en rad"),
        "does_not_repeat": tr("kommer inte varje vecka"),
    }


def _assumed() -> dict[str, str]:
    return {
        "end_assumed": tr("sluttid saknas, en vanlig längd antas"),
        "days_by_position": tr("veckodagarna tas i ordning"),
        "timezone_assumed": tr("tidszonen är okänd, svensk tid antas"),
        "letters_assumed": tr("teckentabellen sägs inte, så se efter att å, ä och ö är rätt"),
        "columns_guessed": tr("rubriker saknas, kolumnerna togs för"),
        "day_from_above": tr("dagen saknas på några rader, den ovanför gäller"),
        "unknown_kind": tr("okänt slag, räknas som lektion"),
    }
