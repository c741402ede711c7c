"""What this installation has written of its own: files in the folder that `STEGVIS_DATA` names, over the project's.

A file that cannot be used changes nothing: what was kept last through the program holds, and the fault is told. It is
read anew when it has changed, and only then, since the questions are asked for at every answer.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from planning.errors import BadInput

DATA = "STEGVIS_DATA"
KEPT = "installningar"
"""The folder in the data folder with every version that has been kept through the program, by the name of its file."""
MOST_BYTES = 300_000
"""Of one file of settings. Our default: a hundred questions of a municipality's own take a third of that."""

T = TypeVar("T")


class Local(NamedTuple):
    """What a file of the installation's own came to. With a `fault` it could not be used, and `value` is what holds."""

    value: Any
    fault: BadInput | None = None
    is_there: bool = True
    """Whether there is such a file."""


Signature = tuple[tuple[str, int, int], ...]
_READ: dict[tuple[str, Callable[..., Any], object], tuple[Signature, Local]] = {}
_LOCK = Lock()


def data_folder() -> Path | None:
    """The folder of the installation; None where there is none, as in a test of one layer."""
    named = os.environ.get(DATA)
    return Path(named) if named else None


def versions_of(name: str, folder: Path) -> tuple[Path, ...]:
    """The kept versions of that file, the oldest first."""
    return tuple(sorted((folder / KEPT / name).glob("[0-9][0-9][0-9][0-9].toml")))


def read_local(name: str, read: Callable[[str], T], otherwise: T, folder: Path | None = None) -> Local:
    """What holds: the file with that name, else what was kept last, else `otherwise`. Never raises `BadInput`.

    `read` raises `BadInput` for what cannot be used; it and `otherwise` are part of what is remembered.
    """
    folder = folder or data_folder()
    if folder is None:
        return Local(otherwise, is_there=False)
    file = folder / name
    signature, key = _signature(file), (str(file), read, id(otherwise))
    with _LOCK:
        known = _READ.get(key)
    if known is not None and known[0] == signature:
        return known[1]
    found = _read(name, read, otherwise, folder)
    with _LOCK:
        _READ[key] = (signature, found)
    return found


def text_of(file: Path) -> str | None:
    """The text of a file of settings, None where there is none. Raises `BadInput` with `file`."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise BadInput("unreadable_file", file=file.name) from None
    return decoded(content, file.name)


def decoded(content: bytes, name: str) -> str:
    """The text that those bytes are. Raises `BadInput`: too large, or no text."""
    if len(content) > MOST_BYTES:
        raise BadInput("settings_too_large", file=name, most=MOST_BYTES // 1000)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise BadInput("unreadable_text", file=name) from None


def tables_of(text: str, name: str) -> dict[str, Any]:
    """The tables of that text. Raises `BadInput` «bad_toml» with `file` and the line in `place`."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput("bad_toml", file=name, place=_line(str(error))) from None


def _line(message: str) -> str:
    """The number of the line that could not be read, «» when the message does not tell."""
    return next((word for word in message.partition("at line ")[2].split(",") if word.strip().isdigit()), "")


def _signature(file: Path) -> Signature:
    """Tells whether the file has changed since it was read."""
    try:
        seen = file.stat()
    except OSError:
        return ()
    return ((str(file), seen.st_mtime_ns, seen.st_size),)


def _read(name: str, read: Callable[[str], T], otherwise: T, folder: Path) -> Local:
    try:
        text = text_of(folder / name)
        return Local(otherwise, is_there=False) if text is None else Local(read(text))
    except BadInput as fault:
        return Local(_kept_last(name, read, otherwise, folder), fault)


def _kept_last(name: str, read: Callable[[str], T], otherwise: T, folder: Path) -> T:
    """The newest kept version that can be used; an empty one says that the project's own hold."""
    for version in reversed(versions_of(name, folder)):
        try:
            text = text_of(version)
            return read(text) if text else otherwise
        except BadInput:
            continue
    return otherwise
