"""Files of an installation's own: over the project's, never in the way, and read anew when they have changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planning.errors import BadInput
from planning.local_files import KEPT, MOST_BYTES, decoded, read_local, tables_of

NAME = "prov.toml"
OWN = ("delivered",)


def read(text: str) -> tuple[str, ...]:
    """The names of the tables."""
    return tuple(tables_of(text, NAME))


def kept(folder: Path, number: int, text: str) -> None:
    """A version that has been kept through the program."""
    place = folder / KEPT / NAME
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{number:04d}.toml").write_text(text, encoding="utf-8")


def test_without_a_folder_or_a_file_what_is_delivered_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is said to be wrong."""
    assert read_local(NAME, read, OWN, tmp_path) == (OWN, None, False)
    monkeypatch.delenv("STEGVIS_DATA", raising=False)
    assert read_local(NAME, read, OWN) == (OWN, None, False)


def test_a_file_is_read_anew_when_it_has_changed_and_only_then(tmp_path: Path) -> None:
    """The questions are asked for at every answer: a file that stands still costs no reading."""
    read_texts = []

    def counted(text: str) -> tuple[str, ...]:
        read_texts.append(text)
        return read(text)

    file = tmp_path / NAME
    file.write_text("[a]\n", encoding="utf-8")
    assert [read_local(NAME, counted, OWN, tmp_path).value for _ in range(3)] == [("a",)] * 3
    assert len(read_texts) == 1
    file.write_text("[b]\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert read_local(NAME, counted, OWN, tmp_path).value == ("b",)
    file.unlink()
    assert read_local(NAME, counted, OWN, tmp_path).value == OWN


def test_with_a_fault_the_newest_version_that_can_be_used_holds(tmp_path: Path) -> None:
    """Older than that gives way, and what is delivered comes last."""
    (tmp_path / NAME).write_text("[broken\n", encoding="utf-8")
    first = read_local(NAME, read, OWN, tmp_path)
    assert first.value == OWN
    assert first.fault is not None
    assert (first.fault.code, first.fault.data["place"]) == ("bad_toml", "1")
    kept(tmp_path, 1, "[a]\n")
    kept(tmp_path, 2, "[b]\n")
    kept(tmp_path, 3, "[also broken")
    (tmp_path / NAME).write_text("[broken again", encoding="utf-8")
    assert read_local(NAME, read, OWN, tmp_path).value == ("b",)


def test_an_empty_version_says_that_what_is_delivered_holds(tmp_path: Path) -> None:
    """Somebody has gone back to it."""
    kept(tmp_path, 1, "[a]\n")
    kept(tmp_path, 2, "")
    (tmp_path / NAME).write_text("[broken", encoding="utf-8")
    assert read_local(NAME, read, OWN, tmp_path).value == OWN


def test_a_file_that_cannot_be_opened_is_a_fault_and_no_breakage(tmp_path: Path) -> None:
    """A folder where a file should be."""
    (tmp_path / NAME).mkdir()
    found = read_local(NAME, read, OWN, tmp_path)
    assert found.fault is not None
    assert found.fault.code == "unreadable_file"


@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff", "unreadable_text"), (b"x" * (MOST_BYTES + 1), "settings_too_large")]
)
def test_what_is_no_text_of_a_sensible_size_is_refused(content: bytes, code: str) -> None:
    """Before it is read."""
    with pytest.raises(BadInput, match=code):
        decoded(content, NAME)
