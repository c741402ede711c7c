"""Weekdays, times and kinds as people write them, in Swedish and English."""

from __future__ import annotations

import datetime as dt
import re

from planning.clock import MINUTES_PER_DAY, Weekday
from planning.timetable import LessonKind, WeekLabel

_WEEKDAY_WORDS: dict[Weekday, str] = {
    Weekday.MON: "må mån månd måndag måndagar man mandag mandagar mo mon monday mondays",
    Weekday.TUE: "ti tis tisd tisdag tisdagar tu tue tues tuesday tuesdays",
    Weekday.WED: "on ons onsd onsdag onsdagar we wed weds wednesday wednesdays",
    Weekday.THU: "to tor tors torsd torsdag torsdagar th thu thur thurs thursday thursdays",
    Weekday.FRI: "fr fre fred fredag fredagar fri friday fridays",
    Weekday.SAT: "lö lör lörd lördag lördagar lor lordag sa sat saturday saturdays",
    Weekday.SUN: "sö sön sönd söndag söndagar sondag su sun sunday sundays",
}
WEEKDAYS: dict[str, Weekday] = {word: day for day, words in _WEEKDAY_WORDS.items() for word in words.split()}

_KIND_WORDS: dict[LessonKind, str] = {
    LessonKind.LESSON: "lesson lektion lektioner undervisning teaching",
    LessonKind.LUNCH: "lunch lunchrast lunchpaus",
    LessonKind.FREE: "free fri rast håltimme break",
    LessonKind.EVENT: "event händelse aktivitet lov holiday",
}
KINDS: dict[str, LessonKind] = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
NOT_TEACHING = {word: kind for word, kind in KINDS.items() if kind in {LessonKind.LUNCH, LessonKind.FREE}}

_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?|(\d{1,2})(\d{2})", re.ASCII)
_HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
_BETWEEN = re.compile(rf"\s*(?:[{_HYPHENS}]|\btill\b|\bto\b)\s*")
_HOUR = re.compile(r"(?:kl\.?\s*)?(\d{1,2})", re.ASCII)
_WRITTEN = r"(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
SPAN = re.compile(
    rf"(?<![\d:.])({_WRITTEN})\s*(?:[{_HYPHENS}]|\btill\b|\bto\b)\s*({_WRITTEN})(?![\d:.])", re.IGNORECASE
)
"""A start and an end within a longer text."""
_SPACED = re.compile(rf"({_WRITTEN})\s+({_WRITTEN})")
_FIRST_HOUR, _LAST_HOUR = 6, 19  # our default: between these «8-9» are hours of a school day
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?", re.ASCII)
_PARTS = re.compile(r"[\s\-_/:]+")


def weekday_of(text: str) -> Weekday | None:
    """The weekday of «Måndag», «ti» or «Thurs.»; None for anything else."""
    return WEEKDAYS.get(text.strip().rstrip(".:").casefold())


def day_of(text: str) -> tuple[WeekLabel, Weekday] | None:
    """The week label and weekday of «mån», «T1 Mo» or «B-fredag»; None when no part is a weekday."""
    if (alone := weekday_of(text)) is not None:
        return "", alone
    parts = [part for part in _PARTS.split(text.strip()) if part]
    found = [(n, day) for n, part in enumerate(parts) if (day := weekday_of(part)) is not None]
    if len(found) != 1:
        return None
    place, day = found[0]
    return " ".join(parts[:place] + parts[place + 1 :]), day


def day_number(text: str) -> Weekday | None:
    """The weekday of «1» to «7», Monday first; for a column of days only, since a number can be anything elsewhere."""
    number = text.strip().rstrip(".")
    return Weekday(int(number) - 1) if number in set("1234567") else None


def clock_of(text: str) -> int | None:
    """Minutes after midnight of «8.10», «08:10», «08:10:00», «kl 8.10» or «0810»; None for anything else."""
    match = _CLOCK.fullmatch(text.strip().casefold())
    if match is None:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4])
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= MINUTES_PER_DAY else None


def span_of(text: str) -> tuple[int | None, int | None]:
    """Start and end of «8:10-9:00», «8.10 till 9.00», «8.10 9.00» or «8-9».

    The end is None in «8.10», both in what is no time.
    """
    written = text.strip().casefold()
    if (beside := _SPACED.fullmatch(written)) is not None:
        return clock_of(beside[1]), clock_of(beside[2])
    parts = _BETWEEN.split(written, maxsplit=1)
    if len(parts) == 1:
        return clock_of(parts[0]), None
    start, end = (clock_of(part) if clock_of(part) is not None else _hour_of(part) for part in parts)
    return (start, end) if clock_of(parts[0]) is not None or end is not None else (None, None)


def _hour_of(text: str) -> int | None:
    """A whole hour of a school day: «8» in «8-9», never alone."""
    found = _HOUR.fullmatch(text.strip())
    return int(found[1]) * 60 if found and _FIRST_HOUR <= int(found[1]) <= _LAST_HOUR else None


def date_of(text: str) -> dt.date | None:
    """The date of «2026-09-01», «20260901» or «2026-09-01T08:00»; None for anything else."""
    match = _DATE.fullmatch(text.strip())
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def week_order(label: WeekLabel) -> tuple[object, ...]:
    """Sorts week labels as people count them: «udda» before «jämn», P2 before P10, 2026-W53 before 2027-W01."""
    folded = label.casefold()
    parity = 0 if folded.startswith(("udda", "odd")) else 1 if folded.startswith(("jämn", "even")) else 2
    return parity, tuple((part.isdigit(), int(part) if part.isdecimal() else 0, part) for part in
                         re.split(r"(\d{1,9})", folded, flags=re.ASCII)), label
