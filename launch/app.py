"""Opening the app: a free loopback port, a wait until it answers, and the browser."""



from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from launch.environment import ROOT, venv_python
from launch.texts import HELP, LaunchError, say

LOOPBACK = "127.0.0.1"
FIRST_PORT = 8501
HEALTH_PATH = "/halsa"
HEALTH_SECONDS = 90.0


def options_from(arguments: Sequence[str]) -> argparse.Namespace:
    """`port` (None: the first free one) and `no_browser`; bad ones end the program with status 2."""
    parser = argparse.ArgumentParser(
        prog="python3 start.py", epilog=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, help="porten på den här datorn / the port on this computer")
    parser.add_argument("--no-browser", action="store_true", help="öppna ingen webbläsare / open no browser")
    return parser.parse_args(arguments)


def data_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Where cases are kept: STEGVIS_DATA, or the platform's own place for a user's data."""
    if chosen := environ.get("STEGVIS_DATA"):
        return Path(chosen).resolve()
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / "Stegvis"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Stegvis"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "stegvis"


def is_free(port: int) -> bool:
    """Whether nobody listens on the port, and we may."""
    with socket.socket() as probe, socket.socket() as listener:
        probe.settimeout(0.5)
        if probe.connect_ex((LOOPBACK, port)) == 0:
            return False
        if os.name != "nt":  # a port just left is free; on Windows the same option would share one in use
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def choose_port(wanted: int | None) -> int:
    """The port asked for, or the first free one from 8501 on."""
    if wanted is None:
        return next(port for port in range(FIRST_PORT, 65536) if is_free(port))
    if not is_free(wanted):
        raise LaunchError("port_taken", port=wanted)
    return wanted


def is_healthy(port: int) -> bool:
    """Whether the app answers; asked directly, past any proxy."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", HEALTH_PATH)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_healthy(app: subprocess.Popen[bytes], port: int) -> None:
    """Return when the app answers; LaunchError when it ends first, or is silent for too long."""
    end = time.monotonic() + HEALTH_SECONDS
    while not is_healthy(port):
        if app.poll() is not None or time.monotonic() > end:
            raise LaunchError("app_failed", status=app.returncode)
        time.sleep(0.1)


@contextlib.contextmanager
def running(command: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with us, however we end."""
    app = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        yield app
    finally:
        if app.poll() is None:
            app.terminate()
            try:
                app.wait(timeout=10)
            except subprocess.TimeoutExpired:
                app.kill()


def open_app(options: argparse.Namespace, env: Mapping[str, str], is_up: Callable[[], None]) -> int:
    """Start the app, call `is_up` when it answers, open the browser, and stay until it ends; its exit status."""
    say("opening")
    port = choose_port(options.port)
    command = [str(venv_python()), str(ROOT / "app.py"), "--port", str(port), "--no-browser"]
    with running(command, env) as app:
        wait_until_healthy(app, port)
        is_up()
        address = f"http://{LOOPBACK}:{port}"
        say("open", address=address)
        if has_screen(os.environ, sys.platform) and not options.no_browser:
            webbrowser.open(address)
        return app.wait()


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a browser window can open; without one a text browser would take over the terminal."""
    return platform in {"win32", "darwin"} or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
