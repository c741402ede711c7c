"""A disk that remembers every act, and fails when it is told to: a virtual file system for SQLite.

The bytes go to real files. The log says in which order, and what had been asked to be durable by then; a power cut
is then a matter of arithmetic (`power_cut.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

import apsw
from sqlalchemy import URL, Engine, create_engine

from storage import engine
from tests.faults.apsw_driver import Driver

_numbers = count()

Kind = Literal["write", "truncate", "sync", "delete", "note"]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened on the disk. A note is no act of the disk but a mark that the test has set."""

    kind: Kind
    file: str = ""
    at: int = 0
    """Offset in bytes; for `truncate` the new size."""
    data: bytes = b""
    durable: bool = False
    """For `delete`: whether the folder was asked to be durable too."""
    note: object = None


class Trouble(StrEnum):
    """What a failing disk says."""

    UNREADABLE = "EIO"
    FULL = "ENOSPC"
    SHORT = "short write"


UNREADABLE_AT = {
    "open": apsw.SQLITE_CANTOPEN,
    "access": apsw.SQLITE_IOERR_ACCESS,
    "delete": apsw.SQLITE_IOERR_DELETE,
    "lock": apsw.SQLITE_IOERR_LOCK,
    "read": apsw.SQLITE_IOERR_READ,
    "write": apsw.SQLITE_IOERR_WRITE,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "size": apsw.SQLITE_IOERR_FSTAT,
}

FAILS_OF = {
    Trouble.UNREADABLE: set(UNREADABLE_AT),
    Trouble.FULL: {"open", "write", "sync"},
    Trouble.SHORT: {"write"},
}
"""The operations that each trouble can meet: a full disk still reads, cuts and removes."""

NAMELESS = "nameless"
"""A temporary file that SQLite asks for without a name."""


class Disk(apsw.VFS):
    """A recording, failing file system for the case files of one folder; all others stay on the real one.

    `fail_at` is the number, from 1, of the operation that fails.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vfs_name = f"disk-{next(_numbers)}"
        self.driver = Driver(self.vfs_name)
        self.engines: list[Engine] = []
        self.log: list[Act] = []
        self.operations: list[str] = []
        self.fail_at: int | None = None
        self.trouble = Trouble.UNREADABLE
        self.stays_broken = False
        """Whether every operation after the failing one fails too."""
        self.room: int | None = None
        """Bytes that its files may still grow by; None: without end."""
        super().__init__(self.vfs_name, "")

    @contextmanager
    def in_use(self) -> Iterator[Disk]:
        """Inside, the product's engines for files in this folder are made on this disk."""
        engine._engine.cache_clear()

        def made(url: URL, **options: Any) -> Engine:
            if Path(url.database or "").parent != self.folder.resolve():
                return create_engine(url, **options)
            self.engines.append(create_engine(url, module=self.driver, **options))
            return self.engines[-1]

        with patch.object(engine, "create_engine", made):
            yield self
        engine._engine.cache_clear()

    def let_go(self) -> None:
        """Closes every file, as the end of a process would."""
        for made in self.engines:
            made.dispose()

    def note(self, what: object) -> None:
        """Marks this moment in the log."""
        self.log.append(Act("note", note=what))

    def arm(self, number: int | None, trouble: Trouble = Trouble.UNREADABLE, *, stays_broken: bool = False) -> None:
        """Counts anew, and fails at that operation; None: never."""
        self.operations.clear()
        self.fail_at, self.trouble, self.stays_broken = number, trouble, stays_broken

    def is_failing(self, operation: str) -> bool:
        """Counts an operation; whether it is one that fails."""
        self.operations.append(operation)
        if self.fail_at is None or (operation not in FAILS_OF[self.trouble]):
            return False
        now = len(self.operations)
        return now == self.fail_at or (self.stays_broken and now > self.fail_at)

    def meet(self, operation: str) -> None:
        """Raises what this disk's trouble looks like, when it is time for it."""
        if self.is_failing(operation):
            raise self.error(operation)

    def error(self, operation: str) -> Exception:
        """What the system's own file layer would say."""
        is_full = self.trouble is not Trouble.UNREADABLE
        return apsw.exception_for(apsw.SQLITE_FULL if is_full else UNREADABLE_AT[operation])

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802  apsw's own name
        """Opens a file on this disk."""
        if self.is_failing("open"):
            raise self.error("open")
        return DiskFile(self, name, flags)

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802  apsw's own name
        """Whether a file is there."""
        self.meet("access")
        return super().xAccess(pathname, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, FBT001  apsw's own signature
        """Removes a file."""
        self.meet("delete")
        if self.room is not None:
            self.room += Path(filename).stat().st_size
        super().xDelete(filename, syncdir)
        self.log.append(Act("delete", Path(filename).name, durable=bool(syncdir)))


class DiskFile(apsw.VFSFile):
    """A file on that disk."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.file = Path(path).name if path else NAMELESS
        super().__init__("", name, flags)

    def xLock(self, level: int) -> None:  # noqa: N802  apsw's own name
        """Takes a lock."""
        self.disk.meet("lock")
        super().xLock(level)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802  apsw's own name
        """Bytes of the file."""
        self.disk.meet("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802  apsw's own name
        """Writes; a short write leaves its first half."""
        if self.disk.is_failing("write"):
            if self.disk.trouble is Trouble.SHORT:
                super().xWrite(bytes(data)[: len(data) // 2], offset)
            raise self.disk.error("write")
        if self.disk.room is not None:
            self._take_room(max(0, offset + len(data) - super().xFileSize()))
        super().xWrite(data, offset)
        self.disk.log.append(Act("write", self.file, at=offset, data=bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802  apsw's own name
        """Cuts the file."""
        self.disk.meet("truncate")
        if self.disk.room is not None:
            self.disk.room += max(0, super().xFileSize() - newsize)
        super().xTruncate(newsize)
        self.disk.log.append(Act("truncate", self.file, at=newsize))

    def xSync(self, _flags: int) -> None:  # noqa: N802  apsw's own name
        """Asks for what is written to be durable."""
        self.disk.meet("sync")
        self.disk.log.append(Act("sync", self.file))

    def xFileSize(self) -> int:  # noqa: N802  apsw's own name
        """The file's length in bytes."""
        self.disk.meet("size")
        return super().xFileSize()

    def _take_room(self, wanted: int) -> None:
        assert self.disk.room is not None
        if wanted > self.disk.room:
            raise apsw.exception_for(apsw.SQLITE_FULL)
        self.disk.room -= wanted
