"""A FET file's days and hours in our terms."""

from __future__ import annotations

import pytest

from interop.choices import TimetableChoice
from interop.fet_clock import Clock, read_clock
from planning.clock import Weekday
from planning.errors import BadInput

WEEK = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag")


def clock(days: tuple[str, ...] = WEEK, hours: tuple[str, ...] = ("08:10-09:00",), **choice: object) -> Clock:
    """The clock of those days and hours, all of them in use."""
    return read_clock(days, hours, set(hours), "x.xml", TimetableChoice.model_validate(choice))


@pytest.mark.parametrize(
    ("label", "bell"),
    [
        ("08:00-8:50", (480, 530)), ("1º 07:30-08:10", (450, 490)), ("Pd1 (07:10-07:50)", (430, 470)),
        ("07:20 - 08:00", (440, 480)), ("8.10–9.00", (490, 540)),
    ],
)
def test_a_label_with_both_times_needs_no_bell_times(label: str, bell: tuple[int, int]) -> None:
    """Start and end are read out of the usual ways to name an hour."""
    read = clock(hours=(label,))
    assert read.bells[label] == bell
    assert read.doubts == ()


def test_a_start_alone_ends_after_the_assumed_minutes_or_at_the_next_start() -> None:
    """The end is assumed, cut where the next hour begins, and said once."""
    read = clock(hours=("08:00", "08:40", "3ª 10:30 - FP10:15"))
    assert [tuple(read.bells[hour]) for hour in read.bells] == [(480, 520), (520, 565), (630, 675)]
    assert [(d.code, d.left_out) for d in read.doubts] == [("end_assumed", False)]


def test_given_bell_times_go_before_the_label() -> None:
    """What the coach says counts more than what is assumed."""
    read = clock(hours=("08:00",), bell_times={"08:00": ("08:05", "09:05")})
    assert tuple(read.bells["08:00"]) == (485, 545)
    assert read.doubts == ()


def test_hours_without_a_clock_ask_for_bell_times_by_name() -> None:
    """The refusal names the hours that are in use and have no time."""
    with pytest.raises(BadInput) as caught:
        clock(hours=("1", "2"))
    assert (caught.value.code, caught.value.data["hours"]) == ("bell_times_needed", ("1", "2"))


def test_known_weekdays_need_no_assumption() -> None:
    """Swedish names, with their week or without, are known."""
    assert clock().days["Torsdag"] == ("", Weekday.THU)
    assert clock(days=("T1 Mo", "T2 Mo")).days == {"T1 Mo": ("T1", Weekday.MON), "T2 Mo": ("T2", Weekday.MON)}


@pytest.mark.parametrize(
    ("count", "last"),
    [(5, ("", Weekday.FRI)), (6, ("", Weekday.SAT)), (10, ("B", Weekday.FRI)), (25, ("P5", Weekday.FRI))],
)
def test_unknown_day_names_are_taken_by_their_place_and_said(count: int, last: tuple[str, Weekday]) -> None:
    """Five days are a week, ten are A and B, more are periods; the doubt tells the whole assumption."""
    days = tuple(f"Day {n + 1}" for n in range(count))
    read = clock(days=days)
    assert read.days[days[-1]] == last
    assert [(d.code, d.left_out) for d in read.doubts] == [("days_by_position", False)]


def test_days_can_be_explained() -> None:
    """The choice's own names are used where the file has names of its own."""
    explained = TimetableChoice(days={"h": ("", Weekday.MON), "k": ("", Weekday.TUE)})
    read = read_clock(("h", "k"), ("08:10-09:00",), set(), "x.xml", explained)
    assert read.days["k"] == ("", Weekday.TUE)


def test_days_that_fit_no_week_must_be_explained() -> None:
    """Eight nameless days are not guessed."""
    with pytest.raises(BadInput) as caught:
        clock(days=tuple(f"Day {n}" for n in range(8)))
    assert caught.value.code == "days_needed"
