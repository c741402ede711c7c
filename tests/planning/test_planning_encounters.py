"""Who else comes and goes at a room's door."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.encounters import at_the_door
from planning.plan import PlannedLesson
from planning.timetable import Timetable
from planning.visits import Visit
from tests.planning.builders import lessons, timetable

ROOM = """
    x mon 09:00-10:00 Svenska Lärare-A B12
    y mon {hours} Bild Lärare-B {room}
"""


def near(table: Timetable, minutes: int, start: str = "09:00", end: str = "10:00", week: str = "") -> list[str]:
    """The ids of the lessons that lesson x meets at the door when it is attended between those hours."""
    lesson = next(lesson for lesson in table.lessons if lesson.id == "x")
    planned = PlannedLesson.model_validate({"lesson": lesson, "week": week, "start": start, "end": end})
    return [other.id for other in at_the_door(table, Visit.of(1, planned), minutes)]


@pytest.mark.parametrize(
    ("hours", "minutes", "meets"),
    [
        ("08:00-08:50", 10, True),
        ("08:00-08:49", 10, False),
        ("10:10-11:00", 10, True),
        ("10:11-11:00", 10, False),
        ("10:00-11:00", 0, False),
        ("09:30-10:30", 10, True),
    ],
)
def test_those_meet_who_come_as_the_other_leaves(hours: str, minutes: int, *, meets: bool) -> None:
    """Before and after, to the minute; nobody is looked for within no minutes."""
    table = timetable(ROOM.format(hours=hours, room="B12"))
    assert near(table, minutes) == (["y"] if meets else [])


def test_only_the_part_that_is_attended_counts() -> None:
    """Who leaves after half the lesson meets nobody at its end."""
    table = timetable(ROOM.format(hours="10:05-11:00", room="B12"))
    assert near(table, 10) == ["y"]
    assert near(table, 10, end="09:30") == []


def test_another_room_or_another_day_is_no_meeting() -> None:
    """Rooms that nobody has written down are not the same room either."""
    assert near(timetable(ROOM.format(hours="10:05-11:00", room="B14")), 10) == []
    assert near(timetable(ROOM.format(hours="10:05-11:00", room="B12").replace("y mon", "y tue")), 10) == []
    assert near(timetable("x mon 09:00-10:00 Svenska Lärare-A\ny mon 10:05-11:00 Bild Lärare-B"), 10) == []


def test_a_lesson_of_the_other_week_is_not_met() -> None:
    """A rotation has a door for each of its weeks."""
    rows = (
        *lessons("x mon 09:00-10:00 Svenska Lärare-A B12"),
        *lessons("y mon 10:05-11:00 Bild Lärare-B B12", week="B"),
    )
    table = timetable(rows, ("A", "B"))
    assert near(table, 10, week="A") == []
    assert near(table, 10, week="B") == ["y"]


def test_a_dated_lesson_is_met_on_its_date() -> None:
    """The same weekday a week later is another day."""
    rows = tuple(
        lessons(f"{name} mon {hours} Svenska Lärare-A B12", date=day, week=week)[0]
        for name, hours, day, week in (
            ("x", "09:00-10:00", "2026-09-07", "2026-W37"),
            ("y", "10:05-11:00", "2026-09-07", "2026-W37"),
            ("z", "10:05-11:00", "2026-09-14", "2026-W38"),
        )
    )
    assert near(timetable(rows, ("2026-W37", "2026-W38")), 10, week="2026-W37") == ["y"]


@given(st.integers(7 * 60, 15 * 60), st.integers(5, 120), st.integers(1, 60))
def test_more_minutes_never_mean_fewer_meetings(start: int, length: int, minutes: int) -> None:
    """And what is met within few is met within many."""
    rows = lessons(f"x mon 09:00-10:00 Svenska - B12\ny mon {start}-{start + length} Bild - B12".replace(
        f"{start}-{start + length}",
        f"{start // 60:02d}:{start % 60:02d}-{(start + length) // 60:02d}:{(start + length) % 60:02d}",
    ))  # fmt: skip
    table = timetable(rows)
    assert set(near(table, minutes)) <= set(near(table, minutes + 1))
