"""Where lessons stand in the week, and how they are told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planning.clock import Weekday
from ui.components.week import HUES, Card, hue, in_lanes, week_data

spans = st.tuples(st.integers(480, 900), st.integers(5, 120))


def card(start: int, end: int, name: str = "x", day: Weekday = Weekday.MON) -> Card:
    """A lesson with nothing but its time."""
    return Card(id=f"{name}-{start}-{end}", weekday=day, start=start, end=end, subject=name)


@given(st.lists(spans, max_size=9))
def test_lessons_in_one_lane_never_overlap(times: list[tuple[int, int]]) -> None:
    """However many lie at the same time, each can be seen whole."""
    placed = in_lanes(card(start, start + length, str(n)) for n, (start, length) in enumerate(times))

    assert len(placed) == len(times)
    for one in placed:
        assert one.lane < one.lanes
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert one.card.end <= other.card.start or other.card.end <= one.card.start


def test_a_lesson_alone_takes_the_whole_width() -> None:
    """One that touches another only at its end is alone."""
    first, second = in_lanes([card(540, 600), card(600, 660)])

    assert (first.lanes, second.lanes) == (1, 1)


def test_the_ruler_begins_and_ends_on_whole_hours() -> None:
    """And spans every lesson."""
    data = week_data([card(505, 545), card(800, 845)], "")

    assert data["hours"][0]["text"] == "08.00"
    assert data["hours"][-1]["text"] == "15.00"
    assert data["length"] == 7 * 60


def test_a_school_week_has_five_days_and_others_only_when_used() -> None:
    """An empty Friday is still there; Saturday is not."""
    assert [day["name"] for day in week_data([card(480, 540)], "")["days"]] == [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag",
    ]  # fmt: skip
    assert len(week_data([card(480, 540, day=Weekday.SAT)], "")["days"]) == 6


def test_a_subject_keeps_its_colour() -> None:
    """Whatever its letters' size, and in every case."""
    assert hue("Bild") == hue("BILD")
    assert 0 <= hue("Hem- och konsumentkunskap") < HUES
