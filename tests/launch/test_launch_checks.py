"""The test command: every part, and a summary."""

from __future__ import annotations

from launch import texts
from launch.checks import Result, parts, summary


def test_the_test_command_runs_every_part_and_hands_arguments_to_pytest() -> None:
    """The other parts take none of them; without a browser its tests are left out, not failed one by one."""
    everything = parts(["-k", "times"], with_browser=True)
    assert [part.name for part in everything] == ["ruff", "mypy", "import-linter", "pytest"]
    assert everything[-1].arguments[-2:] == ("-k", "times")
    assert all("times" not in part.arguments for part in everything[:-1])
    assert "not browser" in parts([], with_browser=False)[-1].arguments


def test_the_summary_names_every_part_with_its_seconds() -> None:
    """One line each, and a failure is not to be missed."""
    lines = summary([Result("ruff", passed=True, seconds=1.25), Result("mypy", passed=False, seconds=20)]).splitlines()
    assert len(lines) == 3
    assert "1.2 s" in lines[1]
    assert texts.text("failed") in lines[2]
