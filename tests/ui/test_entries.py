"""What coaches type is read with goodwill, and what cannot be read is told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays
from planning.clock import Weekday
from ui.entries import (
    Span,
    read_closed_days,
    read_moment,
    read_spans,
    read_time,
    read_week,
    write_closed_days,
    write_moment,
    write_spans,
)


@pytest.mark.parametrize("text", ["8-12", "08.00–12.00", "8:00 - 12:00", " 08.00—12 "])
def test_a_span_can_be_written_in_many_ways(text: str) -> None:
    """Points, colons, short hours and any dash mean the same."""
    assert read_spans(text) == ((Span(480, 720),), ())


def test_several_spans_stand_on_one_line() -> None:
    """Commas and «och» part them."""
    spans, unread = read_spans("8–9.30, 10–11 och 13.15–14")

    assert spans == (Span(480, 570), Span(600, 660), Span(795, 840))
    assert unread == ()


@pytest.mark.parametrize("text", ["förmiddag", "12–8", "8.70–9", "8–25", "9"])
def test_what_is_no_span_is_told(text: str) -> None:
    """Nothing is guessed, and nothing vanishes."""
    assert read_spans(text) == ((), (text,))


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 200)), max_size=4, unique=True))
def test_spans_are_read_as_they_are_written(pairs: list[tuple[int, int]]) -> None:
    """Writing and reading back gives the same spans."""
    spans = sorted({(start, min(start + length, 1440)) for start, length in pairs})

    assert read_spans(write_spans(spans)) == (tuple(Span(*span) for span in spans), ())


def test_a_week_tells_everything_it_could_not_read() -> None:
    """One line for each day; the rest of a day with a mistake is still read."""
    spans, unread = read_week({Weekday.MON: "8–9, sen", Weekday.FRI: ""})

    assert spans == ((Weekday.MON, Span(480, 540)),)
    assert unread == ("sen",)


def test_closures_are_read_as_they_are_written() -> None:
    """A single day and a stretch, each with its name."""
    closed = (
        ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov"),
        ClosedDays(first=dt.date(2027, 3, 5), last=dt.date(2027, 3, 5), name="Studiedag"),
    )

    assert read_closed_days(write_closed_days(closed)) == (closed, ())


def test_a_closure_that_ends_before_it_begins_is_told() -> None:
    """The line is given back as it was written."""
    assert read_closed_days("2027-01-08–2026-12-21 Jullov") == ((), ("2027-01-08–2026-12-21 Jullov",))


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1)))  # noqa: DTZ001  local times are what is typed
def test_a_moment_is_read_as_it_is_written(moment: dt.datetime) -> None:
    """To the minute."""
    assert read_moment(write_moment(moment)) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("text", ["i dag", "2026-11-30", "2026-11-30 25.00", "30/11 14.00"])
def test_what_is_no_moment_is_none(text: str) -> None:
    """A moment has a date and an hour."""
    assert read_moment(text) is None


@pytest.mark.parametrize(("text", "minutes"), [("9", 540), ("9.30", 570), (" 09:30 ", 570), ("0.00", 0)])
def test_a_time_can_be_written_in_many_ways(text: str, minutes: int) -> None:
    """With a point, a colon or as a whole hour."""
    assert read_time(text) == minutes


@pytest.mark.parametrize("text", ["", "24", "9.60", "nio", "9.3", "9-10"])
def test_what_is_no_time_is_not_guessed_at(text: str) -> None:
    """The reader is asked again instead."""
    assert read_time(text) is None
