"""The values that reader and asker share."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from interop.choices import RAW_LENGTH, Read, ReadWithDoubts, TimetableChoice, doubt, doubts_of, reading_of
from planning.clock import Weekday
from planning.timetable import Timetable

EMPTY = Timetable(group="8A", lessons=())


def test_a_reading_without_doubts_is_read() -> None:
    """Doubts decide which of the two outcomes it is."""
    assert reading_of(EMPTY, ()) == Read(timetable=EMPTY)
    doubtful = reading_of(EMPTY, (doubt(3, "no_start"),))
    assert isinstance(doubtful, ReadWithDoubts)
    assert doubts_of(doubtful) == doubtful.doubts


def test_the_raw_text_of_a_doubt_is_capped() -> None:
    """A doubt shows a line, not a file."""
    assert len(doubt(3, "no_start", "x" * 500).raw) == RAW_LENGTH


def test_a_choice_reads_clocks_and_weekdays_as_text() -> None:
    """A choice can be written in a file."""
    choice = TimetableChoice.model_validate(
        {"bell_times": {"1": ["08:10", "9.00"]}, "days": {"Lunes": ["", "mon"]}, "from_date": "2026-09-01"}
    )
    assert choice.bell_times["1"] == (490, 540)
    assert choice.days["Lunes"] == ("", Weekday.MON)
    assert not choice.takes_date(dt.date(2026, 8, 31))
    assert TimetableChoice.model_validate_json(choice.model_dump_json()) == choice


def test_a_choice_without_any_week_is_refused() -> None:
    """No week at all is a mistake, not a timetable."""
    with pytest.raises(ValidationError):
        TimetableChoice(week_labels=())
