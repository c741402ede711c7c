"""A PostgreSQL for the tests: found or installed, run on this computer only, in a folder that is gone afterwards."""



from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from launch.environment import apt_install
from launch.texts import LaunchError, say

if sys.platform != "win32":
    import pwd

NAMED = "STEGVIS_TEST_POSTGRES"
"""Names a server to use instead: the URL of a superuser, whose databases the tests make and remove."""
SUPERUSER = "stegvis_test"
UNPRIVILEGED = ("postgres", "nobody")
"""Whom root lets the server run as, which refuses root: the first that there is."""
SECONDS = "60"
"""How long a server may take to start or stop (our default)."""


def find_binaries(environ: Mapping[str, str], places: Path = Path("/usr/lib/postgresql")) -> Path | None:
    """The folder with `initdb` and `pg_ctl`: the one on PATH, else the newest where Debian keeps them."""
    on_path = shutil.which("initdb", path=environ.get("PATH", ""))
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(places.glob("*/bin"), key=lambda folder: folder.parent.name.zfill(4), reverse=True)
    return next((folder for folder in candidates if _has_all(folder)), None)


def get_binaries(environ: Mapping[str, str]) -> Path | None:
    """The same, installed first where it is missing and we may; None where somebody else has to."""
    found = find_binaries(environ)
    if found is None:
        say("getting_postgres")
        if apt_install("postgresql"):
            found = find_binaries(environ)
    return found


class Server:
    """A server in a folder of its own, as safe as one in use: it waits for the disk. Raises `LaunchError`."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._folder = Path(tempfile.mkdtemp(prefix="stegvis-postgres-"))
        self._port = _free_port()
        self._password = secrets.token_urlsafe(18)
        self._account = _account()
        self._make()

    @property
    def url(self) -> str:
        """Of its superuser."""
        return f"postgresql://{SUPERUSER}:{self._password}@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Starts it; when this returns it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=80"
        if sys.platform != "win32":
            options += f" -k {self._folder}"
        self._run("pg_ctl", "start", "-w", "-t", SECONDS, "-l", str(self._folder / "log"), "-o", options)

    def stop(self, mode: Literal["fast", "immediate"] = "fast") -> None:
        """Stops it: «immediate» is a crash, after which it recovers at its next start."""
        self._run("pg_ctl", "stop", "-w", "-t", SECONDS, "-m", mode)

    def remove(self) -> None:
        """Stops it, where it runs, and removes all that it kept."""
        with suppress(LaunchError):  # it had stopped already
            self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self) -> None:
        secret = self._folder / "secret"
        secret.touch(mode=0o600)
        secret.write_text(self._password, encoding="ascii")
        if self._account is not None:
            for path in (self._folder, secret):
                os.chown(path, *self._account)
        given = ["--auth=scram-sha-256", f"--pwfile={secret}", f"--username={SUPERUSER}"]
        self._run("initdb", *given, "--encoding=UTF8", "--locale=C")
        secret.unlink()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), "-D", str(self._folder / "data"), *arguments]
        user, group = self._account or (None, None)
        # Not a pipe: the server would hold it open for as long as it runs.
        with (self._folder / "said").open("wb") as said:
            done = subprocess.run(
                command, cwd=self._folder, stdout=said, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                check=False, env={**os.environ, "LC_ALL": "C"}, user=user, group=group,
                extra_groups=[] if self._account else None,
            )  # fmt: skip
        if done.returncode:
            why = (self._folder / "said").read_text(encoding="utf-8", errors="replace").strip()[-300:]
            raise LaunchError("postgres_failed", program=program, why=why)


@contextmanager
def running(environ: Mapping[str, str]) -> Iterator[str | None]:
    """The URL of a superuser of a server that runs until the end of the block; None where there can be none."""
    if environ.get(NAMED):
        yield environ[NAMED]
        return
    binaries = get_binaries(environ)
    if binaries is None:
        yield None
        return
    server = Server(binaries)
    try:
        server.start()
        yield server.url
    finally:
        server.remove()


def _has_all(folder: Path) -> bool:
    return all(shutil.which(name, path=str(folder)) for name in ("initdb", "pg_ctl", "postgres"))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _account() -> tuple[int, int] | None:
    """User and group to run it as; None for ourselves."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise LaunchError("postgres_failed", program="initdb", why="no unprivileged user")
