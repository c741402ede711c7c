"""Several files as one: the same bytes whenever they are made, and every file whole."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from exports.bundle import bundle

NAMES = st.from_regex(r"[a-z]{1,8}(-en)?\.(pdf|ics|csv)", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=50), min_size=1, max_size=5))
def test_every_file_comes_out_as_it_was_put_in(files: dict[str, bytes]) -> None:
    """In the same order, and twice the same bytes."""
    made = bundle(files)
    with ZipFile(BytesIO(made)) as parts:
        assert {name: parts.read(name) for name in parts.namelist()} == files
        assert parts.namelist() == list(files)
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert bundle(files) == made
