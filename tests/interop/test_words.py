"""Weekdays, times, dates and week labels as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.words import clock_of, date_of, day_of, span_of, week_order, weekday_of
from planning.clock import Weekday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mån", Weekday.MON), ("Må", Weekday.MON), ("MÅNDAG", Weekday.MON), ("ti", Weekday.TUE), ("Ons.", Weekday.WED),
        ("tors", Weekday.THU), ("fredag", Weekday.FRI), ("Thurs", Weekday.THU), ("sun", Weekday.SUN),
    ],
)
def test_weekdays_are_known_short_and_long(text: str, day: Weekday) -> None:
    """Swedish and English weekdays are known by their usual short forms."""
    assert weekday_of(text) is day


@pytest.mark.parametrize("text", ["", "h", "Lunes", "dag", "1"])
def test_other_words_are_no_weekdays(text: str) -> None:
    """A word of another language is never taken for a Swedish day."""
    assert weekday_of(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("T1 Mo", ("T1", Weekday.MON)), ("B-fredag", ("B", Weekday.FRI)), ("mån", ("", Weekday.MON)), ("Day 1", None)],
)
def test_a_day_name_may_carry_its_week(text: str, found: tuple[str, Weekday] | None) -> None:
    """What stands beside the weekday is the week's label."""
    assert day_of(text) == found


@pytest.mark.parametrize("text", ["8.10", "08:10", "8:10", "08:10:00", "0810", "kl 8.10", "kl. 08.10", " 8.10 "])
def test_a_time_is_read_in_every_usual_form(text: str) -> None:
    """Ten past eight, however it is written."""
    assert clock_of(text) == 490


@pytest.mark.parametrize("text", ["", "1", "8", "25:00", "24:10", "8:60", "8.1", "²3:10", "08:10-09:00"])
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    """Period numbers and mistyped times are left for the coach."""
    assert clock_of(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("8:10-9:00", (490, 540)), ("08.10–09.00", (490, 540)), ("8.10 till 9.00", (490, 540)), ("8.10", (490, None)),
        ("8.10-", (490, None)), ("lunch", (None, None)),
    ],
)
def test_start_and_end_may_share_a_cell(text: str, span: tuple[int | None, int | None]) -> None:
    """«8:10-9:00» in one column is a start and an end."""
    assert span_of(text) == span


@given(st.dates())
def test_a_date_is_read_back(day: dt.date) -> None:
    """ISO dates are read with and without hyphens, and with a time behind."""
    assert date_of(day.isoformat()) == date_of(day.strftime("%Y%m%d").zfill(8)) == date_of(f"{day}T08:00") == day


def test_no_date_is_none() -> None:
    """A day that does not exist is no date."""
    assert date_of("2026-02-30") is None


def test_weeks_sort_as_people_count_them() -> None:
    """Odd before even, P2 before P10, the last week of a year before the first of the next."""
    for labels in (["udda", "jämn"], ["P1", "P2", "P10"], ["A", "B"], ["2026-W53", "2027-W01"]):
        assert sorted(set(labels), key=week_order) == labels


@given(st.lists(st.text(max_size=12)))
def test_any_labels_can_be_sorted(labels: list[str]) -> None:
    """Labels that nobody foresaw still have an order, the same whatever order they came in."""
    backwards = labels[::-1]
    assert sorted(labels, key=week_order) == sorted(backwards, key=week_order)
