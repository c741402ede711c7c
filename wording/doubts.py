"""What could not be understood of a timetable file, or was taken on an assumption, one line for each."""

from __future__ import annotations

from wording.language import tr


def say_doubt(where: str, code: str, raw: str = "") -> str:
    """«rad 12: ämne saknas – …». `where` is a line number, a date or a place in the file; `raw` is what stood there."""
    place = tr("rad {number}", number=where) if where.isdigit() else where
    said = {**_left_out(), **_assumed()}.get(code) or tr("gick inte att förstå")
    line = f"{place}: {said}" if place else said
    return f"{line} – {raw}" if raw else line


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
        "unknown_kind": tr("okänt slag, räknas som lektion"),
    }
