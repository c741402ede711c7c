"""Rows of cells, whatever stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.delimiting import DELIMITERS, GAP, cells_of, is_rule, records, shown_row

WORD = st.text(alphabet="abcåäöÅÄÖ123", min_size=1, max_size=8)


@given(st.lists(st.lists(WORD, min_size=2, max_size=6), min_size=1, max_size=8), st.sampled_from(DELIMITERS))
def test_cells_come_back_whatever_stands_between_them(rows: list[list[str]], delimiter: str) -> None:
    """Comma, semicolon, tab, upright line and a gap of spaces are all the same."""
    between = "   " if delimiter == GAP else delimiter
    text = "\n".join(between.join(row) for row in rows)
    assert [cells for _, cells in records(text, delimiter)] == rows


@given(st.lists(WORD, min_size=1, max_size=6))
def test_a_row_that_is_shown_can_be_put_right(cells: list[str]) -> None:
    """What somebody sees of a row is read back as the same cells."""
    assert cells_of(shown_row(cells)) == cells


@pytest.mark.parametrize(("cells", "rule"), [(["", "---", ":--:", ""], 1), (["mån", "---"], 0), ([""], 0)])
def test_the_line_below_headings_is_no_row(cells: list[str], rule: int) -> None:
    """Tables copied from documents have one."""
    assert is_rule(cells) == rule
