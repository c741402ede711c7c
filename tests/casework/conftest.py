"""What the tests of the command line's verbs share: a kept case, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework import case_commands
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
