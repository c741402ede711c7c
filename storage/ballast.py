"""Room kept aside for the day when the disk is full.

On a full disk not even an erasure can be stored: the journal needs room first. So a file of no use lies beside the
case file from the first start. The save that meets a full disk removes it and is done once more.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

BYTES = 16 * 2**20
"""Held aside: some thousand saves and an export (`security.md` §3.2)."""

ROOM_NEEDED = 2**30
"""Bytes that must be free before any are held aside (our default): a disk that is nearly full has none to spare."""

NAME = "reservutrymme.stegvis"
"""The file's name, which says to whoever finds it what it is."""

_PIECE = 2**20


def keep_ballast(folder: Path) -> bool:
    """Holds room aside in that folder, where it is not held already; whether it is there now.

    Never raises: an app without ballast works, a little less safely.
    """
    place = folder / NAME
    with suppress(OSError):
        if place.is_file() and place.stat().st_size >= BYTES:
            return True
        if shutil.disk_usage(folder).free < ROOM_NEEDED:
            return False
        _write(place)
        return True
    return False


def release_ballast(folder: Path) -> bool:
    """Gives the room back; whether any was held. Of several who ask at once one is told so. Never raises."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True


def has_ballast(folder: Path) -> bool:
    """Whether room is held there. Where it is not, the reader is told that the disk is nearly full."""
    return (folder / NAME).is_file()


def _write(place: Path) -> None:
    """Writes it beside its place first: half a ballast is none. Takes nothing when it cannot be written whole."""
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            # Bytes that no file system can store in less room than they take.
            for _ in range(BYTES // _PIECE):
                file.write(os.urandom(_PIECE))
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
