"""A doubt about a file is told with a place that can be found."""

from __future__ import annotations

from wording.doubts import say_doubt


def test_lesson_that_stands_twice_is_told_by_day_and_hour() -> None:
    """Not by the name that the program has for it."""
    assert say_doubt("mon-10:00-Bild-A1", "repeated", "Bild") == (
        "mån 10.00: står flera gånger, räknas en gång – Bild"
    )
    assert say_doubt("Athu-08:40-Bild-", "repeated") == "A tors 08.40: står flera gånger, räknas en gång"


def test_own_names_of_days_stay_and_ours_are_said() -> None:
    """«Lunes» is the file's, «mån» is ours."""
    assert say_doubt("Day", "days_by_position", "Lunes = mon, Day 2 = B tue") == (
        "veckodagarna tas i ordning – Lunes = mån, Day 2 = B tis"
    )


def test_a_cell_of_a_grid_is_told_by_its_row_and_day() -> None:
    """As one finds it in the table that was copied."""
    assert say_doubt("4 mon", "no_start", "Musik") == "rad 4, mån: starttiden går inte att läsa – Musik"


def test_columns_that_were_guessed_are_named() -> None:
    """In the order that they stand."""
    assert say_doubt("", "columns_guessed", "weekday start subject") == (
        "rubriker saknas, kolumnerna togs för – dag, start, ämne"
    )
