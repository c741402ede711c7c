"""What words tell of weeks and of parts of a class."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.week_marks import Part, Weeks, parity_in, part_in, weeks_in


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("v 35, 37, 39", Weeks((35, 37, 39), "")),
        ("v. 36-38", Weeks((36, 37, 38), "")),
        ("Slöjd (v 35, 37)", Weeks((35, 37), "Slöjd")),
        ("Veckor 36 38 40", Weeks((36, 38, 40), "")),
        ("Sv 1", None), ("v 54", None), ("Bild", None), ("A", None),
    ],
)  # fmt: skip
def test_weeks_are_read_as_schools_write_them(text: str, weeks: Weeks | None) -> None:
    """Lists and spans of ISO weeks; a number behind a subject is no week."""
    assert weeks_in(text) == weeks


@pytest.mark.parametrize(
    ("text", "told"),
    [("udda", ("A", "")), ("Jämna veckor", ("B", "")), ("Bild (udda v)", ("A", "Bild")), ("Bild", None)],
)
def test_odd_and_even_are_known_as_words(text: str, told: tuple[str, str] | None) -> None:
    """With the rest of the text beside them."""
    assert parity_in(text) == told


@given(st.lists(st.integers(1, 53), min_size=1, max_size=12, unique=True))
def test_a_list_of_one_parity_is_a_or_b(numbers: list[int]) -> None:
    """And a mixed one is neither."""
    weeks = weeks_in("v " + ", ".join(map(str, numbers)))
    assert weeks is not None
    assert weeks.numbers == tuple(numbers)
    odd = {number % 2 for number in numbers}
    assert weeks.parity == (None if len(odd) == 2 else "A" if odd == {1} else "B")


@pytest.mark.parametrize(
    ("subject", "part"),
    [
        ("M-G-1", Part("M", "1")), ("Slöjd grupp B", Part("Slöjd", "B")), ("Engelska gr. 2", Part("Engelska", "2")),
        ("Hkk (grupp a)", Part("Hkk", "A")), ("Slöjd A", Part("Slöjd", "A")), ("Bild", None), ("SO", None),
        ("Idrott och hälsa", None),
    ],
)  # fmt: skip
def test_parts_of_a_class_are_known_by_their_names(subject: str, part: Part | None) -> None:
    """However the school writes them."""
    assert part_in(subject) == part


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    """Anything can stand in somebody's timetable."""
    for found in (weeks_in(text), parity_in(text), part_in(text)):
        assert found is None or isinstance(found, tuple)
