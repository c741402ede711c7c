"""The tables of small papers: no word is broken that has room, and nothing is wider than its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.sheet_blocks import SheetTable
from exports.sheet_tables import PADDING, TickBoxes, _least, _widths
from exports.style import BODY, styles, text_width

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=14)


def table(rows: tuple[tuple[str, ...], ...], *shares: float, **more: object) -> SheetTable:
    """A table without a heading."""
    return SheetTable(head=("",) * len(rows[0]), rows=rows, widths=shares, **more)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5), st.floats(200, 600))
def test_columns_fill_the_width_and_break_no_word_that_has_room(rows: list[tuple[str, ...]], width: float) -> None:
    """Whatever the shares; where the words have no room together the shares hold."""
    made = table(tuple(rows), 1, 5, 2)
    widths = _widths(made, width)
    assert sum(widths) == pytest.approx(width)
    least = [_least(made, column) for column in range(3)]
    if sum(least) <= width:
        assert all(wide >= needs - 0.001 for wide, needs in zip(widths, least, strict=True))


def test_a_column_keeps_its_share_where_its_words_have_room() -> None:
    """Nothing is taken from or given to columns of short words."""
    assert _widths(table((("a", "b"),), 1, 3), 400) == pytest.approx([100, 300])


def test_a_narrow_column_takes_what_its_longest_word_needs() -> None:
    """«Tekniksalen» stands on one line in a column that was to be too narrow for it."""
    made = table((("a", "Tekniksalen"),), 9, 1)
    needs = text_width("Tekniksalen", BODY, styles()["cell"].fontSize) + PADDING
    assert _widths(made, 200) == pytest.approx([200 - needs, needs])


def test_boxes_stand_beside_each_other_where_there_is_room() -> None:
    """And under each other where there is none."""
    boxes = TickBoxes(("kom", "på lektion", "stannade"))
    assert boxes.wrap(400, 100)[1] < boxes.wrap(60, 100)[1]
    assert len({row for _, row in boxes.places}) == 3
