"""What the process that reads files may not do: take much memory or time, speak with anybody, start or write anything.

Memory and time are the system's to watch (`resource`) where it can: Linux obeys both, macOS the time. Windows has
neither; there the app's own clock ends the process. The rest is watched by an audit hook: it stops what a library
does by mistake or is led to do, and is no wall against machine code that has taken the process over.
"""

from __future__ import annotations

import contextlib
import math
import os
import socket
import sys
from pathlib import Path
from typing import Any

from interop.apart_pipe import REACHED_OUT

if sys.platform != "win32":
    import resource

MEMORY_BYTES = 512 * 2**20
"""Addresses that the process may use, libraries included. From the design: a table bomb took 504 MB of memory."""
CPU_SECONDS = 10
"""Seconds of computing for one file. From the design."""
STEP_DOWN_BYTES = MEMORY_BYTES // 2
"""A process that is so large between two files makes room for a new one, which has all of its memory. Our default."""
_SIZES = Path("/proc/self/statm")
_MOST_WRITTEN = 64_000_000
_MOST_OPEN = 64
_NEVER = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
    "os.kill", "os.putenv", "pty.", "winreg.", "webbrowser.",
)  # fmt: skip
_CHANGES_FILES = (
    "shutil.", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.link", "os.symlink",
    "os.truncate",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ITSELF = ("127.0.0.1", "::1")


def set_limits(folder: Path) -> None:
    """From now on and for good: memory, files and reach. Only in `folder` may anything be written."""
    if sys.platform != "win32":
        for what, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_CORE, 0),  # a dump of the process would hold the file
            (resource.RLIMIT_FSIZE, _MOST_WRITTEN),
            (resource.RLIMIT_NOFILE, _MOST_OPEN),
        ):
            with contextlib.suppress(ValueError, OSError):  # macOS refuses the first
                resource.setrlimit(what, (most, most))
    allowed = os.path.realpath(folder) + os.sep

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if _reaches_out(event, arguments, allowed):
            os._exit(REACHED_OUT)

    sys.addaudithook(hook)


def begin_file() -> None:
    """Give the next file its seconds of computing; what earlier ones took is not its fault."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def has_grown() -> bool:
    """Whether the process is so large that a new one should take the next file. Only Linux tells; a limit is there."""
    try:
        return int(_SIZES.read_text(encoding="ascii").split()[0]) * resource.getpagesize() > STEP_DOWN_BYTES
    except OSError:
        return False


def _reaches_out(event: str, arguments: tuple[Any, ...], allowed: str) -> bool:
    """Whether that is something that reading a file never needs."""
    if event == "open":
        path, _, flags = arguments
        return isinstance(flags, int) and bool(flags & _WRITES) and not _is_within((path,), allowed)
    if event.startswith(_CHANGES_FILES):
        return not _is_within(arguments, allowed)
    return event.startswith(_NEVER) and not _is_own_loop(event, arguments)


def _is_within(paths: tuple[Any, ...], allowed: str) -> bool:
    """Whether every path among them lies in the folder; a file that is open already has been looked at then."""
    named = [os.fsdecode(path) for path in paths if isinstance(path, str | bytes | os.PathLike)]
    return all(path == os.devnull or f"{os.path.realpath(path)}{os.sep}".startswith(allowed) for path in named)


def _is_own_loop(event: str, arguments: tuple[Any, ...]) -> bool:
    """An event loop wakes itself through a pair of sockets: local ones, and on Windows ones of this computer alone."""
    if event == "socket.__new__":
        return sys.platform == "win32" or bool(arguments[1] == socket.AF_UNIX)
    return sys.platform == "win32" and event in {"socket.bind", "socket.connect"} and arguments[1][0] in _ITSELF
