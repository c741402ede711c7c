"""Finding the browser for the browser tests: any Chromium, Chrome or Edge will do."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from launch.environment import apt_install
from launch.texts import say

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
)  # fmt: skip
MACOS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS = (
    ("Chromium", "Application", "chrome.exe"),
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
)


def usual_places(environ: Mapping[str, str], platform: str, home: Path) -> list[Path]:
    """Where a browser stands when it is not on PATH."""
    if platform == "darwin":
        folders = (Path("/Applications"), home / "Applications")
        return [folder / f"{name}.app" / "Contents" / "MacOS" / name for folder in folders for name in MACOS]
    if platform == "win32":
        variables = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        roots = [Path(environ[name]) for name in variables if environ.get(name)]
        return [root.joinpath(*names) for root in roots for names in WINDOWS]
    return [Path("/snap/bin/chromium"), Path("/opt/google/chrome/chrome")]


def find_chromium(environ: Mapping[str, str], platform: str, home: Path) -> Path | None:
    """The browser named in STEGVIS_CHROMIUM, else the first on PATH or in a usual place."""
    named = environ.get("STEGVIS_CHROMIUM")
    on_path = (shutil.which(name, path=environ.get("PATH", "")) for name in NAMES)
    candidates = [Path(named)] if named else [*(Path(found) for found in on_path if found)]
    candidates += usual_places(environ, platform, home)
    return next((path for path in candidates if path.is_file()), None)


def get_chromium(environ: Mapping[str, str], platform: str, home: Path) -> Path | None:
    """The browser, installed first where it is missing and we may; None where somebody else has to."""
    found = find_chromium(environ, platform, home)
    if found is None:
        say("getting_chromium")
        if apt_install("chromium"):
            found = find_chromium(environ, platform, home)
    return found
