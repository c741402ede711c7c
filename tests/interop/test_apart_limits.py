"""What a reader of files never needs is told from what it does."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from interop import apart_limits
from interop.apart_limits import _reaches_out

READS, MAKES, ADDS = os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_RDWR | os.O_APPEND


def reaches_out(event: str, *arguments: object, folder: Path) -> bool:
    """Whether that event would end the process."""
    return _reaches_out(event, arguments, os.path.realpath(folder) + os.sep)


@pytest.mark.parametrize(
    ("event", "arguments", "ends"),
    [
        ("open", ("{elsewhere}/zone", "r", READS), False),
        ("open", ("{elsewhere}/zone", "w", MAKES), True),
        ("open", (b"/etc/passwd", None, ADDS), True),
        ("open", ("{folder}/../new", "w", MAKES), True),
        ("open", ("{folder}/new", "w", MAKES), False),
        ("open", ("{folder}", None, MAKES), False),
        ("open", (os.devnull, "w", MAKES), False),
        ("open", (7, "w", MAKES), False),
        ("open", ("{elsewhere}/odd", "r", None), False),
        ("os.remove", ("{folder}/new", -1), False),
        ("os.remove", ("{elsewhere}/old", -1), True),
        ("os.rename", ("{folder}/new", "{elsewhere}/new", -1, -1), True),
        ("shutil.rmtree", ("{elsewhere}", None), True),
        ("os.system", (b"true",), True),
        ("subprocess.Popen", ("true", [], None, None), True),
        ("os.putenv", (b"A", b"B"), True),
        ("import", ("x", None, None, None, None), False),
        ("compile", (None, None), False),
        ("socket.getaddrinfo", ("example.invalid", 80, 0, 0, 0), True),
        ("socket.__new__", (None, socket.AF_INET, socket.SOCK_STREAM, 0), True),
        ("socket.__new__", (None, socket.AF_INET6, socket.SOCK_DGRAM, 0), True),
    ],
)
def test_what_reading_never_needs_ends_the_reader(
    event: str, arguments: tuple[object, ...], ends: bool, tmp_path: Path  # noqa: FBT001 - from the table above
) -> None:
    """Writing elsewhere, programs and sockets; not reading, nor what is written in its own folder."""
    if sys.platform == "win32" and event == "socket.__new__":
        pytest.skip("an event loop needs such a socket there")
    (folder := tmp_path / "own").mkdir()
    places = {"folder": folder, "elsewhere": tmp_path}
    given = [one.format(**places) if isinstance(one, str) else one for one in arguments]
    assert reaches_out(event, *given, folder=folder) is ends


def test_an_event_loop_may_wake_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By a local pair of sockets; on Windows by a pair on the computer's own address, and by no other."""
    if sys.platform != "win32":
        assert not reaches_out("socket.__new__", None, socket.AF_UNIX, socket.SOCK_STREAM, 0, folder=tmp_path)
        assert reaches_out("socket.connect", None, ("127.0.0.1", 80), folder=tmp_path)
    monkeypatch.setattr(apart_limits.sys, "platform", "win32")
    assert not reaches_out("socket.connect", None, ("127.0.0.1", 5000), folder=tmp_path)
    assert not reaches_out("socket.bind", None, ("::1", 0), folder=tmp_path)
    assert reaches_out("socket.connect", None, ("192.0.2.1", 80), folder=tmp_path)
    assert reaches_out("socket.sendto", None, ("127.0.0.1", 80), folder=tmp_path)
