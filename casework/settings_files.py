"""The file of a setting and its versions: who kept which when, and the one before, which can be put back.

Beside the file that holds stands every version of it under `installningar/`, numbered from 1. What somebody has changed
in the folder itself is kept as a version too before anything is written over it. An empty version says that what is
delivered with the program holds.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from pydantic import ValidationError

from planning.errors import BadInput, Bug
from planning.frozen import Frozen
from planning.local_files import KEPT, data_folder, text_of, versions_of

HISTORY = "historik.jsonl"
MOST_VERSIONS = 9999
"""As many as the names of the files tell apart."""


class KeptVersion(Frozen):
    """One version of a file of settings. `by` is the user, «» for what was changed in the folder itself."""

    number: int
    at: dt.datetime
    by: str = ""
    is_empty: bool = False
    """What is delivered with the program."""


def the_folder(folder: Path | None) -> Path:
    """The folder given, else the installation's."""
    found = folder or data_folder()
    if found is None:
        raise Bug("no_data_folder")
    return found


def versions(folder: Path, name: str) -> tuple[KeptVersion, ...]:
    """All kept versions, the oldest first; a file whose line in the history is lost is told by its own time."""
    known = {}
    lines = text_of(folder / KEPT / name / HISTORY) or ""
    for line in lines.splitlines():
        try:
            found = KeptVersion.model_validate_json(line)
        except ValidationError:
            continue
        known[found.number] = found
    return tuple(known.get(int(path.stem)) or _lost(path) for path in versions_of(name, folder))


def _lost(path: Path) -> KeptVersion:
    changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    return KeptVersion(number=int(path.stem), at=changed, is_empty=path.stat().st_size == 0)


def version_text(folder: Path, name: str, number: int) -> str:
    """The text of that version. Raises `BadInput` where there is none."""
    text = text_of(folder / KEPT / name / f"{number:04d}.toml")
    if text is None:
        raise BadInput("no_such_version", file=Path(name).name, field=str(number))
    return text


def live_text(folder: Path, name: str) -> str:
    """The text of the file; «» where there is none. Raises `BadInput` where it cannot be read."""
    return text_of(folder / name) or ""


def changed_by_hand(folder: Path, name: str) -> dt.datetime | None:
    """When the file was changed past the program, where that is so."""
    kept = versions_of(name, folder)
    file = folder / name
    live = file.read_bytes() if file.is_file() else b""
    last = kept[-1].read_bytes() if kept else b""
    if live == last:
        return None
    at = file.stat().st_mtime if file.is_file() else kept[-1].stat().st_mtime
    return dt.datetime.fromtimestamp(at, dt.UTC)


def keep_text(folder: Path, name: str, text: str, by: str, at: dt.datetime) -> None:
    """Keeps that text as the newest version and lets it hold.

    Raises `BadInput` where another was quicker, or the folder cannot be written in.
    """
    try:
        _keep(folder, name, text, by, at)
    except OSError as error:
        raise BadInput("settings_not_writable", file=Path(name).name) from error


def _keep(folder: Path, name: str, text: str, by: str, at: dt.datetime) -> None:
    by_hand = changed_by_hand(folder, name)
    if by_hand is not None:
        file = folder / name
        _add(folder, name, file.read_bytes() if file.is_file() else b"", "", by_hand)
    _add(folder, name, text.encode(), by, at)
    if text:
        _write(folder / name, text.encode())
    else:
        (folder / name).unlink(missing_ok=True)


def _add(folder: Path, name: str, content: bytes, by: str, at: dt.datetime) -> None:
    place = folder / KEPT / name
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    before = versions_of(name, folder)
    number = int(before[-1].stem) + 1 if before else 1
    if number > MOST_VERSIONS:
        raise BadInput("too_many_versions", file=Path(name).name)
    try:
        with (place / f"{number:04d}.toml").open("xb") as made:
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
    except FileExistsError:
        raise BadInput("settings_changed_meanwhile", file=Path(name).name) from None
    with (place / HISTORY).open("a", encoding="utf-8") as history:
        history.write(KeptVersion(number=number, at=at, by=by, is_empty=not content).model_dump_json() + "\n")


def _write(file: Path, content: bytes) -> None:
    """The whole file or nothing of it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_suffix(".part")
    with part.open("wb") as made:
        made.write(content)
        made.flush()
        os.fsync(made.fileno())
    part.replace(file)
