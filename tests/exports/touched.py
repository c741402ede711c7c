"""Whoever draws a document reads the project's own files and nothing else, and never speaks to the network."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
OURS = tuple(
    str(folder)
    for folder in {HOUSE, Path(sys.prefix), Path(sys.base_prefix), Path(sysconfig.get_path("purelib"))}
)  # fmt: skip
"""Folders of the project and of Python itself."""

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen", "os.system")

_watching: list[bool] = []


class Touched(AssertionError):
    """Something outside was reached for."""


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event in FORBIDDEN:
        raise Touched(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[0], str | bytes) and not _is_ours(arguments[0]):
        raise Touched(f"open {arguments[0]!r}")


def _is_ours(path: str | bytes) -> bool:
    return str(Path(path.decode() if isinstance(path, bytes) else path).resolve()).startswith(OURS)


sys.addaudithook(_look)


@contextmanager
def only_what_belongs_to_us() -> Iterator[None]:
    """Raises `Touched` in whoever opens a file of somebody else's, or the network, meanwhile."""
    _watching.append(True)
    try:
        yield
    finally:
        _watching.pop()
