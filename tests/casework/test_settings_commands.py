"""`cli.py settings`: the same settings, with the same checks, from the computer where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli
from tests.casework.test_settings import YEAR
from tests.opened_store import live_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of one coach."""
    live_in(monkeypatch, tmp_path / "data")
    return tmp_path / "data"


def run(*words: str) -> int:
    """One command."""
    return cli.main(["settings", *words])


def test_a_file_is_checked_kept_shown_and_put_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its name says which kind it is."""
    file = tmp_path / "lasar.toml"
    file.write_text(YEAR, encoding="utf-8")
    assert run("check", str(file)) == 0
    assert "2026/27: 2 lov och 1 studiedag tillkommer" in capsys.readouterr().out
    assert not (folder / "lasar.toml").exists()
    assert run("put", str(file)) == 0
    assert (folder / "lasar.toml").read_text("utf-8") == YEAR
    capsys.readouterr()
    assert run("show", "calendar") == 0
    assert YEAR.strip() in capsys.readouterr().out
    assert run("list") == 0
    assert "Läsår och lov: Ändrat " in capsys.readouterr().out
    assert run("back", "calendar") == 0
    assert "2 lov och 1 studiedag tas bort" in capsys.readouterr().out
    assert not (folder / "lasar.toml").exists()


def test_a_bad_file_is_refused_with_every_fault(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By file, entry and field; nothing is kept."""
    file = tmp_path / "anything.toml"
    file.write_text(YEAR.replace("2026-10-30", "2026-10-01").replace('"study_day"', '"ledig"'), encoding="utf-8")
    assert run("put", str(file), "--kind", "calendar") == 2
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "lasar.toml, 2026/27, closed.0", "lasar.toml, 2026/27, closed.1.kind",
    ]  # fmt: skip
    assert not (folder / "lasar.toml").exists()


def test_a_file_that_names_no_kind_is_asked_about(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And one that is not there too."""
    assert folder.exists()
    assert run("check", str(tmp_path / "anything.toml")) == 2
    assert "Det finns ingen sådan inställning." in capsys.readouterr().err
    assert run("check", str(tmp_path / "lasar.toml")) == 2
    assert "Filen finns inte." in capsys.readouterr().err
