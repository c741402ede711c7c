"""Finding a browser for the browser tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from launch import chromium


def executable(path: Path) -> Path:
    """An empty program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_the_browser_named_by_the_user_goes_first(tmp_path: Path) -> None:
    """STEGVIS_CHROMIUM is used even when another one is on PATH."""
    named, other = executable(tmp_path / "mine" / "browser"), executable(tmp_path / "bin" / "chromium")
    environ = {"STEGVIS_CHROMIUM": str(named), "PATH": str(other.parent)}
    assert chromium.find_chromium(environ, "linux", tmp_path) == named


@pytest.mark.skipif(os.name == "nt", reason="a program on Windows has an ending")
@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"])
def test_a_browser_on_path_is_found(tmp_path: Path, name: str) -> None:
    """Chromium, Chrome and Edge all do."""
    program = executable(tmp_path / name)
    assert chromium.find_chromium({"PATH": str(tmp_path)}, "linux", tmp_path) == program


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("darwin", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", "Microsoft/Edge/Application/msedge.exe"),
        ("win32", "Google/Chrome/Application/chrome.exe"),
    ],
)
def test_a_browser_in_its_usual_place_is_found(tmp_path: Path, platform: str, place: str) -> None:
    """Windows and macOS keep browsers off PATH."""
    program = executable(tmp_path / place)
    environ = {"PATH": "", "PROGRAMFILES": str(tmp_path)}
    assert program in chromium.usual_places(environ, platform, tmp_path)
