"""The test command: every part, and a summary."""

from __future__ import annotations

from launch import texts
from launch.checks import ON_EVERY_CORE, Result, parts, summary


def test_the_test_command_hands_its_arguments_to_one_pytest() -> None:
    """The other parts take none of them; without a browser its tests are left out, not failed one by one."""
    chosen = parts(["-k", "times"], with_browser=True)
    assert [part.name for part in chosen] == ["ruff", "mypy", "import-linter", "pytest"]
    assert chosen[-1].arguments == ("-m", "pytest", "-k", "times")
    assert all("times" not in part.arguments for part in chosen[:-1])
    assert "not browser" in parts(["-k", "times"], with_browser=False)[-1].arguments


def test_without_arguments_everything_runs_on_every_core_and_then_the_browser() -> None:
    """Each test stands in one of the two parts; without a browser the other part alone is run."""
    everything = parts([], with_browser=True)
    assert [part.name for part in everything] == ["ruff", "mypy", "import-linter", "pytest", "browser"]
    assert everything[-2].arguments == ("-m", "pytest", "-m", "not browser", *ON_EVERY_CORE)
    assert everything[-1].arguments == ("-m", "pytest", "-m", "browser")
    assert parts([], with_browser=False) == everything[:-1]


def test_the_summary_names_every_part_with_its_seconds() -> None:
    """One line each, and a failure is not to be missed."""
    lines = summary([Result("ruff", passed=True, seconds=1.25), Result("mypy", passed=False, seconds=20)]).splitlines()
    assert len(lines) == 3
    assert "1.2 s" in lines[1]
    assert texts.text("failed") in lines[2]
