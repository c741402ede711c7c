"""The app as a process of its own, which a test can start, kill and start again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.opened_store import ready_folder

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts"
SECONDS_TO_START = 60
TABLE = """Dag;Start;Slut;Ämne;Sal;Lärare
Måndag;08:10;09:00;Bild;B204;Ada Exempel
Måndag;09:15;10:15;Matematik;A12;Bo Påhittad
Måndag;10:30;11:20;Svenska;A12;Cia Exempel
Måndag;11:30;12:00;Lunch;Matsalen;
Måndag;12:20;13:20;Engelska;C3;Didi Exempel
Tisdag;08:10;09:10;NO;N1;Fia Exempel
Tisdag;09:25;10:15;Musik;M1;Gus Exempel
Tisdag;11:30;12:00;Lunch;Matsalen;
Tisdag;12:20;13:40;Slöjd;S1;Hedda Exempel
Onsdag;09:15;10:15;Idrott och hälsa;Idrottshallen;Ivo Exempel
Onsdag;10:30;11:20;Engelska;C3;Didi Exempel
Torsdag;08:10;09:10;Matematik;A12;Bo Påhittad
Torsdag;09:30;11:10;Hem- och konsumentkunskap;K1;Jon Exempel
Torsdag;12:20;13:20;SO;N1;Eli Påhittad
Fredag;09:25;10:15;Svenska;A12;Cia Exempel
Fredag;10:30;11:20;Bild;B204;Ada Exempel
Fredag;sen;;Oläslig rad;;
"""
"""An invented week. Its last row cannot be read."""


@dataclass
class App:
    """The app on a port of this computer, with a folder of its own."""

    folder: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it says that it is well."""
        env = {**os.environ, **ready_folder(self.folder), **self.environment}
        command = [sys.executable, str(ROOT / "app.py"), "--port", str(self.port), "--no-browser"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + SECONDS_TO_START
        while not self.is_well():
            assert time.monotonic() < until, "the app did not start"
            time.sleep(0.2)

    def is_well(self) -> bool:
        """Whether it answers."""
        try:
            with urllib.request.urlopen(f"{self.address}/halsa", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """End it at once, without any chance to tidy up."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
