"""A week drawn as a grid, as it looks when somebody copies it from a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interop.choices import TimetableChoice, doubts_of
from interop.reading import read_timetable
from planning.clock import Weekday

GRID = """Tid\tMåndag 31/8\tTisdag 1/9\tOnsdag 2/9
08.10–09.00\tBild B204\t\tMatematik
09.10–10.00\tSvenska (A1)\tLunch\tEngelska 10.00–10.30
Rast\tx\t\t
"""


def week(text: str, **choice: object) -> set[tuple[Weekday, int, int, str, tuple[str, ...]]]:
    """What was read, lesson by lesson."""
    reading = read_timetable(text.encode(), "tabell.csv", TimetableChoice.model_validate(choice))
    return {(o.weekday, o.start, o.end, o.subject, o.rooms) for o in reading.timetable.lessons}


def test_days_across_and_times_down() -> None:
    """Each cell is a lesson; a time of its own goes before the row's, and dates beside the days are no weeks."""
    assert week(GRID) == {
        (Weekday.MON, 490, 540, "Bild", ("B204",)),
        (Weekday.MON, 550, 600, "Svenska", ("A1",)),
        (Weekday.TUE, 550, 600, "Lunch", ()),
        (Weekday.WED, 490, 540, "Matematik", ()),
        (Weekday.WED, 600, 630, "Engelska", ()),
    }


def test_a_cell_without_a_time_is_told_and_can_be_put_right() -> None:
    """By its row and day, and read again as it should have been."""
    (found,) = doubts_of(read_timetable(GRID.encode(), "tabell.csv", TimetableChoice()))
    assert (found.where, found.code, found.raw) == ("4 mon", "no_start", "x")
    assert (Weekday.MON, 610, 650, "Musik", ()) in week(GRID, rows={"4 mon": "10.10–10.50 Musik"})


def test_days_down_and_times_across() -> None:
    """The same week turned round."""
    turned = "\t08.10-09.00\t09.10-10.00\nMåndag\tBild\tMatematik\nTisdag\tMusik\t\n"
    assert week(turned) == {
        (Weekday.MON, 490, 540, "Bild", ()), (Weekday.MON, 550, 600, "Matematik", ()),
        (Weekday.TUE, 490, 540, "Musik", ()),
    }  # fmt: skip


@given(
    st.lists(st.tuples(*[st.sampled_from(["", "Bild", "Matematik", "Svenska"])] * 5), min_size=2, max_size=8).filter(
        lambda rows: any(cell for row in rows for cell in row)
    ),
    st.sampled_from(["\t", ";", "|"]),
    st.sampled_from(["-", "–", " - ", " till "]),
    st.sampled_from([".", ":"]),
)
def test_every_cell_of_a_grid_is_a_lesson(
    rows: list[tuple[str, ...]], between: str, dash: str, dot: str
) -> None:
    """None is lost and none is added, whatever the delimiter and however the times are written."""
    lines = [between.join(["Tid", "Må", "Ti", "On", "To", "Fr"])]
    expected = set()
    for number, row in enumerate(rows):
        lines.append(between.join([f"{8 + number}{dot}10{dash}{8 + number}{dot}50", *row]))
        expected |= {
            (Weekday(day), (8 + number) * 60 + 10, (8 + number) * 60 + 50, subject, ())
            for day, subject in enumerate(row)
            if subject
        }
    assert week("\n".join(lines)) == expected
