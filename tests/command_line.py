"""Runs the command line as each new start of the program would."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

import cli
from casework.unlocking import the_safe
from tests.opened_store import live_in

WEEK = """grupp,vecka,dag,start,slut,ämne,lärare,sal
9T,,mån,10:00,11:00,Bild,TST,Bildsalen
9T,,tis,10:00,11:00,Matematik,EXA,A1
9T,,ons,10:00,11:00,Svenska,EXB,A1
9U,,ons,10:00,11:00,Svenska,EXB,A1
"""


class Said(NamedTuple):
    """What one command came to."""

    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of what was said."""
        return self.out.strip().splitlines()[-1]


class Run(Protocol):
    """Runs one command."""

    def __call__(self, *given: object) -> Said:
        """What that command came to."""


def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands on cases kept in that folder, and remembers nothing between two of them."""
    live_in(monkeypatch, tmp_path / "kept")

    def once(*given: object) -> Said:
        the_safe().lock()
        status = cli.main([str(part) for part in given])
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return once


def expect_one_line(said: Said, *parts: str) -> None:
    """Exit status 2, nothing on standard output, and one line that names each of those."""
    assert said.status == 2, said
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    assert [part for part in parts if part not in said.err] == [], said.err
