"""The copies that lie in the data folder: their names, their ages, and which of them are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from casework import now as clock
from casework.unlocking import Places
from planning.frozen import Frozen
from storage.encrypted_backup import COPIES, ENDING

KEY_COPIES = "nyckelkopior"
_CASES, _KEYS, _KEY_ENDING = "arenden", "nycklar", ".stegvis"
_STAMP = "%Y%m%dT%H%M%S%fZ"

DAYS, WEEKS, MONTHS = 7, 4, 12
"""So many daily, weekly and monthly copies are kept (our default)."""
ALL_KEPT_FOR = dt.timedelta(days=1)
"""So long every copy is kept (our default)."""
KEY_DAYS = 30
"""So long a copy of the key store is kept at most (security.md §3.4)."""


class Copy(Frozen):
    """A backup that lies here."""

    file: Path
    made_at: dt.datetime


def copies_folder(where: Places) -> Path:
    """Of the cases."""
    return where.folder / COPIES


def case_copies(where: Places) -> tuple[Copy, ...]:
    """The copies of the cases, the newest first."""
    return _named(copies_folder(where), _CASES, ENDING)


def key_copies(where: Places) -> tuple[Copy, ...]:
    """The copies of the key store, the newest first."""
    return _named(where.folder / KEY_COPIES, _KEYS, _KEY_ENDING)


def next_copy(where: Places, at: dt.datetime) -> Path:
    """Where a copy of the cases made then lies."""
    return copies_folder(where) / f"{_CASES}-{at.astimezone(dt.UTC):{_STAMP}}{ENDING}"


def next_key_copy(where: Places, at: dt.datetime) -> Path:
    """Where a copy of the key store made then lies."""
    return where.folder / KEY_COPIES / f"{_KEYS}-{at.astimezone(dt.UTC):{_STAMP}}{_KEY_ENDING}"


def key_file(where: Places) -> Path | None:
    """The file of the key store; None where it stands on a server."""
    if isinstance(where.keys, Path):
        return where.keys
    return None if "://" in where.keys else Path(where.keys)


def is_made_today(copies: Iterable[Copy]) -> bool:
    """Whether one of them is of today, at school."""
    return any(copy.made_at.astimezone(clock.SCHOOL_TIME).date() == clock.today() for copy in copies)


def drop_old_copies(where: Places) -> None:
    """Removes those copies of the cases that are kept no longer."""
    copies = case_copies(where)
    kept = kept_of(copy.made_at for copy in copies)
    for copy in copies:
        # Whoever makes one by hand after a mistake may want the one from before it.
        if copy.made_at not in kept and clock.now() - copy.made_at >= ALL_KEPT_FOR:
            copy.file.unlink(missing_ok=True)


def drop_old_keys(where: Places) -> None:
    """Removes the copies of the key store that are too old, whether there is a newer one or not."""
    for copy in key_copies(where):
        if clock.now() - copy.made_at >= dt.timedelta(days=KEY_DAYS):
            copy.file.unlink(missing_ok=True)


def kept_of(made: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
    """Those that are kept: the last of each day, week and month, for as many as are kept of those."""
    kept: set[dt.datetime] = set()
    newest_first = sorted(made, reverse=True)
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        last: dict[str, dt.datetime] = {}
        for moment in newest_first:
            last.setdefault(moment.astimezone(clock.SCHOOL_TIME).strftime(period), moment)
        kept.update(list(last.values())[:most])
    return frozenset(kept)


def _named(folder: Path, name: str, ending: str) -> tuple[Copy, ...]:
    found = []
    for file in folder.glob(f"{name}-*{ending}"):
        stamp = file.name.removeprefix(f"{name}-").removesuffix(ending)
        with suppress(ValueError):
            found.append(Copy(file=file, made_at=dt.datetime.strptime(f"{stamp}+0000", f"{_STAMP}%z")))
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))
