"""What is written down of the log apart from it."""

from __future__ import annotations

import datetime as dt
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.errors import CaseFileError
from storage.anchors import ANCHOR_FILE, Anchor, Anchors
from storage.audit import Head

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def head(number: int, sign: int = 7) -> Head:
    """A head of the log."""
    return Head(number=number, hash=bytes((sign,)) * 32)


@pytest.fixture
def anchors(tmp_path: Path) -> Anchors:
    """Nothing written yet."""
    return Anchors(tmp_path / ANCHOR_FILE)


def test_before_the_first_there_are_none(anchors: Anchors) -> None:
    """And nothing is made by looking."""
    assert (anchors.every(), anchors.latest(), anchors.standing(), anchors.before(9)) == ((), None, {}, None)


def test_they_are_read_back_in_order(anchors: Anchors, tmp_path: Path) -> None:
    """To the second, and the file is its owner's alone."""
    anchors.add(head(3), AT)
    anchors.add(head(8, 9), AT + dt.timedelta(hours=1))
    assert anchors.every() == (Anchor(at=AT, head=head(3)), Anchor(at=AT + dt.timedelta(hours=1), head=head(8, 9)))
    assert anchors.latest() == anchors.every()[1]
    assert anchors.standing() == {3: head(3).hash, 8: head(8, 9).hash}
    assert [anchors.before(number) for number in (3, 4, 9)] == [None, AT, AT + dt.timedelta(hours=1)]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / ANCHOR_FILE).stat().st_mode) == 0o600


def test_what_was_written_first_of_a_row_counts(anchors: Anchors) -> None:
    """Whoever made the log anew and writes an anchor of it does not overrule the one before."""
    anchors.add(head(3, 1), AT)
    anchors.add(head(3, 2), AT)
    assert anchors.standing() == {3: head(3, 1).hash}


def test_a_restored_copy_lets_go_of_what_came_after_it(anchors: Anchors) -> None:
    """The log goes on from the copy's last row; that it happened stays in the file."""
    anchors.add(head(3), AT)
    anchors.add(head(8), AT)
    anchors.add(head(5), AT, is_restored=True)
    assert anchors.standing() == {3: head(3).hash, 5: head(5).hash}
    anchors.add(head(8, 9), AT)
    assert anchors.standing()[8] == head(8, 9).hash
    assert [anchor.is_restored for anchor in anchors.every()] == [False, False, True, False]


def test_a_line_that_was_torn_off_spoils_no_other(anchors: Anchors, tmp_path: Path) -> None:
    """The power goes in the middle of a line; the next one begins anew."""
    anchors.add(head(3), AT)
    with (tmp_path / ANCHOR_FILE).open("ab") as file:
        file.write(b"2026-11-23T09:10:00+00:00 8 0707")
    anchors.add(head(9), AT)
    assert [anchor.head.number for anchor in anchors.every()] == [3, 9]


@given(content=st.binary(max_size=300))
def test_a_file_of_anything_is_read_without_breaking(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """What is no anchor is left out."""
    file = tmp_path_factory.mktemp("any") / ANCHOR_FILE
    file.write_bytes(content)
    assert isinstance(Anchors(file).every(), tuple)


def test_a_file_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    """A folder stands where the file should be."""
    (tmp_path / ANCHOR_FILE).mkdir()
    with pytest.raises(CaseFileError, match="file-cannot-be-reached"):
        Anchors(tmp_path / ANCHOR_FILE).every()
    with pytest.raises(CaseFileError, match="file-cannot-be-reached"):
        Anchors(tmp_path / ANCHOR_FILE).add(head(1), AT)
