"""Files that others have made are read in a process of their own, so that a file can break it and nothing else.

`Readers` keeps one or two such processes warm and gives each a file at a time. A file that takes too long, or too much
memory, or the process itself along, is told of as `BadInput` like any file that cannot be used; another process takes
the next one. See docs/adr/0017-files-are-read-apart.md.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from interop.apart_pipe import (
    MORE,
    MOST_ANSWERED,
    OUT_OF_MEMORY,
    REACHED_OUT,
    READ,
    READY,
    REFUSED,
    Refusal,
    receive,
    send,
)
from planning.errors import BadInput

WALL_SECONDS = 15.0
"""How long one file may be read, by the clock on the wall. Our default: half as much again as its computing time."""
START_SECONDS = 60.0
"""How long a process may load. Our default: an old laptop whose every file is looked through takes half of that."""
PATIENCE_SECONDS = 45.0
"""How long a file waits for those before it. Our default: three that take all their time."""
_ROOT = Path(__file__).resolve().parents[1]
_PASSED_ON = frozenset(
    {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONTZPATH", "SYSTEMROOT", "WINDIR"}
)
"""Of the app's environment; where keys and databases are is nothing that a reader of files knows."""
Answer = TypeVar("Answer")


class Readers:
    """Processes that read files, and who waits for them. May be used from any thread; close it when done."""

    def __init__(self, module: str, *, at_most: int = 1, seconds: float = WALL_SECONDS) -> None:
        self._module = module
        self._seconds = seconds
        self._turns = threading.BoundedSemaphore(at_most)
        self._lock = threading.Lock()
        self._idle: list[_Reader] = []
        self._is_closed = False
        atexit.register(self.close)

    def warm(self) -> None:
        """Have a process load now, so that the first file does not wait for it."""
        with self._lock:
            if not (self._idle or self._is_closed):
                self._idle.append(_Reader(self._module))

    def read(self, task: str, arguments: bytes, content: bytes, name: str, answer: TypeAdapter[Answer]) -> Answer:
        """What the task makes of the file, looked through once more here.

        `BadInput` as the task, and reader_busy, file_too_heavy, file_too_slow, file_reaches_out, file_stops_reader.
        """
        if not self._turns.acquire(timeout=PATIENCE_SECONDS):
            raise BadInput("reader_busy", file=name)
        try:
            return self._read((task.encode(), arguments, content), name, answer)
        except OSError:  # the computer gives no process
            raise BadInput("reader_busy", file=name) from None
        finally:
            self._turns.release()

    def _read(self, frames: tuple[bytes, ...], name: str, answer: TypeAdapter[Answer]) -> Answer:
        reader = self._ready()
        try:
            return _opened(reader.ask(self._seconds, *frames), name, answer)
        except (_Ended, ValidationError) as ended:
            reader.close()
            raise BadInput(ended.code if isinstance(ended, _Ended) else "file_stops_reader", file=name) from None
        finally:
            self._put_back(reader)

    def processes(self) -> tuple[int, ...]:
        """The ids of the processes that wait for a file."""
        with self._lock:
            return tuple(reader.process.pid for reader in self._idle if reader.lives)

    def close(self) -> None:
        """End every process that waits; one that reads ends after its file. Again: nothing."""
        atexit.unregister(self.close)
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.close()

    def _ready(self) -> _Reader:
        with self._lock:
            while self._idle:
                reader = self._idle.pop()
                if reader.lives:
                    return reader
                reader.close()
        return _Reader(self._module)

    def _put_back(self, reader: _Reader) -> None:
        """Keep it for the next file; one that has ended is followed by another, which loads while nobody waits."""
        if not reader.lives:
            reader.close()
            with self._lock:
                if self._idle or self._is_closed:
                    return
            reader = _Reader(self._module)
        with self._lock:
            if not self._is_closed:
                self._idle.append(reader)
                return
        reader.close()


def _opened(said: bytes, name: str, answer: TypeAdapter[Answer]) -> Answer:
    """What was read. Raises the `BadInput` that was said instead, and what pydantic makes of anything else."""
    if said[:1] == REFUSED:
        raise Refusal.model_validate_json(said[2:]).as_error(name)
    if said[:1] != READ:
        raise _Ended("file_stops_reader")
    return answer.validate_json(said[2:])


class _Ended(Exception):
    """The process is no more; what is to be said of the file."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Reader:
    """One process and the folder that it may write in."""

    def __init__(self, module: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="stegvis-", ignore_cleanup_errors=True)
        self._is_ready = False
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        passed = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
        self.process = subprocess.Popen(  # noqa: S603 – starts this program's own module
            [sys.executable, "-P", "-B", "-X", "utf8", "-m", module, self._folder.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback can hold a name
            cwd=self._folder.name,
            env={**passed, "PYTHONPATH": os.pathsep.join(paths), "TMPDIR": self._folder.name},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def ask(self, seconds: float, *frames: bytes) -> bytes:
        """Its answer. Raises `_Ended` when it has none to give within so many seconds."""
        if not self._is_ready:
            if self._within(START_SECONDS) != READY:
                raise _Ended("file_stops_reader")
            self._is_ready = True
        said = self._within(seconds, *frames)
        if said[1:2] != MORE:
            self._end()
        return said

    def _within(self, seconds: float, *frames: bytes) -> bytes:
        is_late = threading.Event()

        def end() -> None:
            is_late.set()
            self.process.kill()

        clock = threading.Timer(seconds, end)
        clock.daemon = True
        clock.start()
        try:
            if frames:
                send(cast(IO[bytes], self.process.stdin), *frames)
            return receive(cast(IO[bytes], self.process.stdout), MOST_ANSWERED)
        except (EOFError, OSError):
            status = self._end()
            raise _Ended("file_too_slow" if is_late.is_set() else _why(status)) from None
        finally:
            clock.cancel()

    def _end(self) -> int:
        self.process.kill()
        return self.process.wait()

    def close(self) -> None:
        """End it and take away its folder. Again: nothing."""
        self._end()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                cast(IO[bytes], pipe).close()
        self._folder.cleanup()


def _why(status: int) -> str:
    """What the exit status says of the file. A negative one is the signal that ended the process."""
    if status == OUT_OF_MEMORY:
        return "file_too_heavy"
    if status == REACHED_OUT:
        return "file_reaches_out"
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        return "file_too_slow"
    return "file_stops_reader"
