"""The commands of start.py, each in a few lines."""



from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from launch.app import data_folder, open_app, options_from
from launch.checks import run_checks
from launch.chromium import get_chromium
from launch.environment import ROOT, Kind, child_environment, set_up, venv_python
from launch.locks import only_one
from launch.texts import LaunchError, say

LOCK = ROOT / ".stegvis" / "start.lock"


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; the exit status of the program."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr] # a Windows console lacks some signs
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    try:
        match command:
            case "test":
                return test(rest)
            case "cli":
                return cli(rest)
            case "demo":
                return demo(rest)
            case "signing":
                return signing()
            case _:
                folder = data_folder(os.environ, sys.platform, Path.home())
                return app(arguments, STEGVIS_DATA=str(folder))
    except LaunchError as error:
        say(error.code, **error.data)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def prepare(kind: Kind) -> None:
    """Set up under the lock."""
    with only_one(LOCK):
        set_up(kind)


def app(arguments: Sequence[str], **variables: str) -> int:
    """Open the app and stay until it ends. The lock is held until it answers: two starts never share a port."""
    options = options_from(arguments)
    with contextlib.ExitStack() as starting:
        starting.enter_context(only_one(LOCK))
        set_up("app")
        try:
            return open_app(options, child_environment(**variables), is_up=starting.close)
        except KeyboardInterrupt:  # the way to end it
            return 0


def demo(arguments: Sequence[str]) -> int:
    """Open the app on an invented student, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="stegvis-demo-", ignore_cleanup_errors=True) as folder:
        return app(arguments, STEGVIS_DATA=folder, STEGVIS_DEMO="1")


def signing() -> int:
    """Add what signing and checking signatures need; the app has it from its next start."""
    prepare("sign")
    say("can_sign")
    return 0


def test(arguments: Sequence[str]) -> int:
    """Run every check and test."""
    prepare("dev")
    chromium = get_chromium(os.environ, sys.platform, Path.home())
    return run_checks(arguments, chromium, child_environment())


def cli(arguments: Sequence[str]) -> int:
    """Hand over to cli.py, in the caller's own folder; its exit status."""
    prepare("app")
    folder = data_folder(os.environ, sys.platform, Path.home())
    command = [str(venv_python()), str(ROOT / "cli.py"), *arguments]
    status = subprocess.call(command, env=child_environment(STEGVIS_DATA=str(folder)))
    return status if status >= 0 else 128 - status  # ended by a signal: as a shell would say it
