"""Anchors of the log: its newest row, written now and then to a file of its own.

Whoever owns the case file could cut the newest rows off and leave a chain that holds. The anchors show it, the better
the further from the case file they are kept. A line is a time, a row's number and its hash; a line that says
«återställd» tells that an older copy was put back, so that the anchors after that row hold no more.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.audit import Head
from storage.engine import make_private_file

ANCHOR_FILE = "logg-ankare.txt"
ANCHOR_EVERY = dt.timedelta(hours=1)
"""At most so often (security.md §3.4)."""
_RESTORED = "återställd"
_HASH_BYTES = 32


class Anchor(Frozen):
    """What the log's newest row was at that time."""

    at: dt.datetime
    head: Head
    is_restored: bool = False
    """An older copy was put back, and this is its newest row."""


class Anchors:
    """The file of anchors; only ever added to."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, head: Head, at: dt.datetime, *, is_restored: bool = False) -> None:
        """Writes the head down; durable when this returns. Raises `CaseFileError`."""
        make_private_file(self._file)
        words = [at.astimezone(dt.UTC).isoformat(timespec="seconds"), str(head.number), head.hash.hex()]
        line = " ".join([*words, _RESTORED] if is_restored else words)
        try:
            with self._file.open("ab+") as file:
                file.seek(0, os.SEEK_END)
                if file.tell():
                    file.seek(-1, os.SEEK_END)
                    # A line that a power cut has torn off is left as it is, and ended.
                    line = line if file.read(1) == b"\n" else f"\n{line}"
                file.write(f"{line}\n".encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CaseFileError("file-cannot-be-reached", file=self._file.name) from error

    def keep_up(self, head: Head, at: dt.datetime, *, at_once: bool = False) -> None:
        """Writes the head down when an hour has passed since the last, or `at_once`; never the same one twice."""
        latest = self.latest()
        if head.number == 0 or (latest is not None and latest.head == head):
            return
        if at_once or latest is None or not latest.at <= at < latest.at + ANCHOR_EVERY:
            self.add(head, at)

    def every(self) -> tuple[Anchor, ...]:
        """All of them, in the order they were written; lines that cannot be read are left out."""
        try:
            text = self._file.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise CaseFileError("file-cannot-be-reached", file=self._file.name) from error
        return tuple(_read(text))

    def latest(self) -> Anchor | None:
        """The newest, None before the first."""
        return next(reversed(self.every()), None)

    def standing(self) -> dict[int, bytes]:
        """The rows' hashes that the log is held against, by their numbers; the first that was written down counts."""
        known: dict[int, bytes] = {}
        for anchor in self.every():
            if anchor.is_restored:
                known = {number: hash_ for number, hash_ in known.items() if number <= anchor.head.number}
            known.setdefault(anchor.head.number, anchor.head.hash)
        # Before the first row there is nothing to hold against.
        known.pop(0, None)
        return known

    def before(self, number: int) -> dt.datetime | None:
        """When the log, up to some row before that one, was last known to be whole."""
        return max((anchor.at for anchor in self.every() if anchor.head.number < number), default=None)


def _read(text: str) -> Iterator[Anchor]:
    for line in text.splitlines():
        match line.split():
            case [at, number, hash_, *rest] if rest in ([], [_RESTORED]):
                try:
                    head = Head(number=int(number), hash=bytes.fromhex(hash_))
                    moment = dt.datetime.fromisoformat(at)
                except ValueError:
                    continue
                # A hash that was torn off must not be held against a row.
                if moment.tzinfo is not None and len(head.hash) == _HASH_BYTES:
                    yield Anchor(at=moment, head=head, is_restored=bool(rest))
            case _:
                continue
