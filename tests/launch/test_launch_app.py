"""Opening the app on a loopback port, and knowing when it is there."""

from __future__ import annotations

import os
import socket
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from launch import app, texts


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "home/.local/share/stegvis"),
        ("linux", {"XDG_DATA_HOME": "xdg"}, "xdg/stegvis"),
        ("darwin", {}, "home/Library/Application Support/Stegvis"),
        ("win32", {"APPDATA": "roaming"}, "roaming/Stegvis"),
        ("win32", {}, "home/AppData/Roaming/Stegvis"),
    ],
)
def test_cases_are_kept_where_the_platform_keeps_a_users_data(
    platform: str, environ: dict[str, str], folder: str
) -> None:
    """Linux, macOS and Windows each have their own place."""
    assert app.data_folder(environ, platform, Path("home")) == Path(folder)


def test_the_chosen_data_folder_goes_first_and_is_absolute() -> None:
    """STEGVIS_DATA may be relative to where the user stands; the app stands elsewhere."""
    assert app.data_folder({"STEGVIS_DATA": "cases"}, "linux", Path("home")) == Path.cwd() / "cases"


def test_a_taken_port_is_passed_by() -> None:
    """The first free port is chosen; one that is asked for and taken is said to be."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not app.is_free(port)
        with pytest.raises(texts.LaunchError, match="port_taken"):
            app.choose_port(port)
    assert app.choose_port(port) == port


class Answering(BaseHTTPRequestHandler):
    """A server that is well at one address only."""

    def do_GET(self) -> None:
        """200 at the health path, else 404."""
        self.send_response(200 if self.path == app.HEALTH_PATH else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_health_is_asked_past_any_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app on this computer is asked directly, also where a proxy is set."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        assert app.is_healthy(server.server_port)
        server.shutdown()
    assert not app.is_healthy(server.server_port)


def test_an_app_that_ends_at_once_is_said_to(tmp_path: Path) -> None:
    """Nobody waits for an app that has stopped; its status is told."""
    with (
        app.running([sys.executable, "-c", "raise SystemExit(7)"], dict(os.environ)) as process,
        pytest.raises(texts.LaunchError) as caught,
    ):
        app.wait_until_healthy(process, 1)
    assert caught.value.data == {"status": 7}


def test_the_app_ends_with_its_starter() -> None:
    """Whatever ends the start ends the app too."""
    with app.running([sys.executable, "-c", "import time; time.sleep(60)"], dict(os.environ)) as process:
        assert process.poll() is None
    assert process.poll() is not None


def test_no_browser_is_opened_without_a_screen() -> None:
    """On a Linux without a display a text browser would take over the terminal."""
    assert not app.has_screen({}, "linux")
    assert app.has_screen({"DISPLAY": ":0"}, "linux")
    assert app.has_screen({}, "win32")
