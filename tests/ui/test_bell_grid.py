"""The grid that subjects are tapped into."""

from __future__ import annotations

import pytest

from casework.school_day import ORDINARY, SchoolDay, Tap
from planning.clock import Weekday
from ui.components.bell_grid import grid_data, read_taps


def test_the_grid_has_every_bell_day_and_subject() -> None:
    """Lunch is among the bells, and is no hour to tap."""
    data = grid_data(ORDINARY, "here")
    assert [bell["text"] for bell in data["bells"]][:2] == ["08.10–09.00", "09.10–10.00"]
    assert sum(bell["lunch"] for bell in data["bells"]) == 1
    assert [day["short"] for day in data["days"]] == ["mån", "tis", "ons", "tors", "fre"]
    assert [subject["name"] for subject in data["subjects"]] == list(ORDINARY.subjects)


def test_taps_come_in_as_they_were_made() -> None:
    """Bell, day, subject, and a room where one was given."""
    taps = read_taps([{"bell": "08:10-09:00", "day": 4, "subject": "Bild", "room": " B204 "}])
    assert taps == (Tap(bell="08:10-09:00", day=Weekday.FRI, subject="Bild", room="B204"),)


@pytest.mark.parametrize("value", [None, "x", [{"bell": "1"}], [{"bell": "1", "day": 9, "subject": "Bild"}], [1], {}])
def test_anything_else_from_a_browser_is_no_week(value: object) -> None:
    """A broken message is none."""
    assert read_taps(value) == ()


def test_a_school_without_anything_can_be_drawn() -> None:
    """Nothing to tap, and nothing that breaks."""
    assert grid_data(SchoolDay(), "here")["bells"] == []
