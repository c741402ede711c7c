"""A reader as a hostile file could make it: it does what it is told, under the limits of the true one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

from interop.apart_serving import serve
from planning.errors import BadInput

KEPT: list[bytearray] = []


def echo(arguments: bytes, content: bytes) -> bytes:
    """What a good file comes to."""
    return json.dumps({"pid": os.getpid(), "said": arguments.decode(), "size": len(content)}).encode()


def refuse(_: bytes, __: bytes) -> NoReturn:
    """A refusal with all that one can carry, and more."""
    raise BadInput("headings_missing", file="../../etc/x", field="start", missing=("start", 3), most=60, half="\ud800")


def allocate(_: bytes, __: bytes) -> bytes:
    """A gigabyte, written to so that it is there."""
    return b"%d" % len(bytearray(b"x") * 2**30)


def swell(_: bytes, __: bytes) -> bytes:
    """Nearly as much as is allowed, and not let go of."""
    KEPT.append(bytearray(b"x") * (300 * 2**20))
    return b'{"size": %d}' % len(KEPT[0])


def loop(_: bytes, __: bytes) -> NoReturn:
    """Compute for ever."""
    while True:
        pass


def sleep(_: bytes, __: bytes) -> bytes:
    """Wait for something that never comes."""
    time.sleep(3600)
    return b"{}"


def wait_for(arguments: bytes, _: bytes) -> bytes:
    """Wait until there is such a file."""
    while not Path(arguments.decode()).exists():
        time.sleep(0.02)
    return b"{}"


def connect(_: bytes, __: bytes) -> bytes:
    """Speak with somebody."""
    with socket.create_connection(("192.0.2.1", 80), 1):
        return b"{}"


def look_up(_: bytes, __: bytes) -> bytes:
    """Tell a name server."""
    socket.getaddrinfo("example.invalid", 80)
    return b"{}"


def start(_: bytes, __: bytes) -> bytes:
    """Start another program."""
    subprocess.run([sys.executable, "-c", ""], check=True)
    return b"{}"


def write(arguments: bytes, _: bytes) -> bytes:
    """Write where it was told."""
    Path(arguments.decode()).write_bytes(b"x")
    return b"{}"


def write_at_home(_: bytes, __: bytes) -> bytes:
    """Write where it may, and tidy up."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
        return json.dumps({"at": file.name, "secrets": sorted(os.environ)}).encode()


def die(_: bytes, __: bytes) -> NoReturn:
    """As when a library in C breaks."""
    os.abort()


def leave(_: bytes, __: bytes) -> NoReturn:
    """End as if all were well, without an answer."""
    os._exit(0)


def break_(_: bytes, __: bytes) -> NoReturn:
    """Let out what nobody has listed."""
    raise LookupError("Test Testsson")


def lie(_: bytes, __: bytes) -> bytes:
    """Answer with something that was not asked for."""
    return b'{"said": 1, "and": "more"}'


def recurse(_: bytes, __: bytes) -> bytes:
    """Go deeper and deeper."""
    return recurse(_, __)


if __name__ == "__main__":
    named = (refuse, allocate, swell, loop, sleep, wait_for, connect, look_up, start, write, write_at_home, die)
    others = {"echo": echo, "break": break_, "recurse": recurse, "leave": leave, "lie": lie}
    serve({**others, **{task.__name__: task for task in named}})
