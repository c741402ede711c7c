"""What tests of cases share: a kept case for the command line, what is said, clocks, and an installation of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework import case_commands
from casework import now as clock
from tests.casework.followed_cases import Clock
from tests.casework.staffed import Staffed, Watch
from tests.opened_store import live_in


@pytest.fixture
def said() -> list[str]:
    """Everything that was said."""
    return []


@pytest.fixture
def case_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str], request: pytest.FixtureRequest) -> str:
    """A kept case with the timetable that the test's file calls `WEEK`."""
    live_in(monkeypatch, tmp_path / "kept")
    (tmp_path / "week.csv").write_text(request.module.WEEK, encoding="utf-8")
    case_commands.new("Kim", said.append)
    made = said.pop()
    case_commands.timetable(made, tmp_path / "week.csv", None, None, said.append)
    return made


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A clock that stands until the test moves it on."""
    made = Watch()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


@pytest.fixture
def school(tmp_path: Path, watch: Watch) -> Staffed:
    """An installation with people in it."""
    return Staffed(tmp_path)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of a case that is followed: it goes on a second each time that it is asked."""
    told = Clock()
    monkeypatch.setattr(clock, "now", told.now)
    return told
