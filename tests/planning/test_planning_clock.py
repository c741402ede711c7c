"""Times of day and weekdays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from planning.clock import ClockTime, Weekday, WeekdayField, clock_text, parse_clock, parse_weekday


class _When(BaseModel):
    at: ClockTime
    day: WeekdayField = Weekday.MON


@pytest.mark.parametrize(
    ("text", "minutes"), [("08:10", 490), ("8.10", 490), (" 8:10 ", 490), ("00:00", 0), ("24:00", 1440), (490, 490)]
)
def test_a_time_is_read_in_every_form_that_people_write(text: object, minutes: int) -> None:
    """Colon or full stop, one digit or two, or minutes already."""
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["", "8", "25:00", "08:60", "8:1", "åtta", None, True, 8.5, "08:10:00"])
def test_what_is_no_time_is_refused(text: object) -> None:
    """True is no minute and an hour alone is no time."""
    with pytest.raises(ValueError, match="not a time of day"):
        parse_clock(text)


@pytest.mark.parametrize("at", ["24:01", -1, 1441])
def test_no_time_lies_outside_the_day(at: Any) -> None:
    """The last minute is midnight."""
    with pytest.raises(ValidationError):
        _When(at=at)


@given(st.integers(0, 1440))
def test_every_minute_is_read_back_from_what_is_written(minutes: int) -> None:
    """Alone and through a file."""
    assert parse_clock(clock_text(minutes)) == minutes
    assert _When.model_validate_json(_When(at=minutes).model_dump_json()).at == minutes


@pytest.mark.parametrize(("text", "day"), [("mon", 0), ("MON", 0), (" Sun ", 6), (4, 4)])
def test_a_weekday_is_its_short_name_or_its_number(text: object, day: int) -> None:
    """Monday is 0."""
    assert parse_weekday(text) == day


@pytest.mark.parametrize("text", ["måndag", "", 7, -1, None, False])
def test_what_is_no_weekday_is_refused(text: object) -> None:
    """Other languages are read elsewhere."""
    with pytest.raises(ValueError, match=r"weekday|Weekday"):
        parse_weekday(text)


def test_files_hold_names_and_not_numbers() -> None:
    """A reader of a file sees «tue» and «08:05»."""
    assert _When(at=485, day=Weekday.TUE).model_dump(mode="json") == {"at": "08:05", "day": "tue"}
