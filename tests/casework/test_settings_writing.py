"""What is written as TOML reads back the same, whatever people call things."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.settings_writing import to_toml
from planning.errors import Bug

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
LEAVES = st.booleans() | st.integers(-(2**40), 2**40) | WORDS | st.dates(dt.date(1900, 1, 1))
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=3))


@given(st.dictionaries(WORDS, st.dictionaries(WORDS, VALUES, max_size=4), max_size=4))
def test_what_is_written_reads_back_the_same(entries: dict[str, dict[str, object]]) -> None:
    """Names and texts with quotes, braces, line ends and all."""
    assert tomllib.loads(to_toml(entries)) == entries


def test_it_looks_as_a_person_would_write_it() -> None:
    """Short lists on a line, long ones on several, and what it is about on top."""
    entries = {"2026/27": {"closed": [{"first": dt.date(2026, 11, 13), "name": "Studiedag"}] * 3, "short": ["a", "b"]}}
    assert to_toml(entries, "Läsår och lov") == (
        '# Läsår och lov\n\n["2026/27"]\nclosed = [\n'
        + '    { first = 2026-11-13, name = "Studiedag" },\n' * 3
        + ']\nshort = ["a", "b"]\n'
    )


def test_what_has_no_place_in_such_a_file_is_a_fault_of_ours() -> None:
    """Not a half written file."""
    with pytest.raises(Bug, match="no_toml"):
        to_toml({"a": {"b": 1.5}})
