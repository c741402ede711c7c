"""The keeping of cases: nouns in, nouns out, each group of acts in one transaction, sealed and logged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, select

from storage.actor import Actor
from storage.audit import ChainBreak, Head, head_of, verify
from storage.backup import back_up, check_sound
from storage.encrypted_backup import Contents, write_backup
from storage.engine import acting, engine_at, transaction
from storage.keys import Keys
from storage.migrating import make_ready
from storage.reading import Reader
from storage.records import CaseId
from storage.schema import cases
from storage.writing import Writer, remove


class CaseStore:
    """A case file (or database), opened with its keys, for one who acts. `where` is a path or a server's URL.

    Raises `CaseFileError` when it cannot be opened, is newer than this program, or is not a case file.
    """

    def __init__(self, where: Path | str, keys: Keys, actor: Actor) -> None:
        self._engine: Engine = engine_at(where)
        self.file = Path(self._engine.url.database or "").name
        self.place = self._engine.url.render_as_string()
        """Tells this file or database from others; without a password."""
        is_file = self._engine.dialect.name == "sqlite"
        self.folder = Path(self._engine.url.database or "").parent if is_file else None
        """Where the file lies; None for a database server."""
        self.keys = keys
        self.actor = actor
        make_ready(self._engine, self.file, keys)
        self._clear_erased()
        self.seen: dict[tuple[str, str, str, str], dt.datetime] = {}
        """When each session's look at each case was logged last, by user, session, case and action."""

    def acting(self, actor: Actor) -> CaseStore:
        """The same store for somebody else."""
        other = object.__new__(CaseStore)
        other.__dict__.update(self.__dict__, actor=actor)
        return other

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """What is stored, as one unchanging state."""
        with transaction(self._engine, writes=False) as connection:
            acting(connection, self.actor)
            yield Reader(connection, self.keys, self.actor)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Acts that are stored together or not at all; durable when the block has been left."""
        with transaction(self._engine) as connection:
            acting(connection, self.actor)
            yield Writer(connection, self.keys, self.actor)

    def backup_to(self, target: Path) -> None:
        """Writes a checked copy of the whole file, while others may go on writing. Raises `CaseFileError`."""
        back_up(self._engine, target)

    def encrypted_backup_to(self, target: Path, at: dt.datetime) -> Contents:
        """The same, encrypted whole. Raises `CaseFileError`; what is damaged in the file itself is told of."""
        return write_backup(self._engine, self.keys, target, at)

    def check(self, anchors: dict[int, bytes] | None = None) -> ChainBreak | None:
        """Where the log does not hold, if anywhere. Raises `CaseFileError` when the file's own structure does not."""
        with transaction(self._engine, writes=False) as connection:
            check_sound(connection, self.file)
            return verify(connection, anchors)

    def head(self) -> Head:
        """The newest row of the log."""
        with transaction(self._engine, writes=False) as connection:
            return head_of(connection)

    def close(self) -> None:
        """Lets go of the file. The store may be used again; it then opens anew."""
        self._engine.dispose()

    def _clear_erased(self) -> None:
        """Removes what an older copy, put back, still has of erased cases. A server has it done in `make_ready`."""
        erased = self.keys.erased()
        if not erased or self.folder is None:
            return
        with transaction(self._engine, writes=False) as connection:
            there = map(CaseId, connection.execute(select(cases.c.id)).scalars())
            back = [case_id for case_id in there if case_id in erased]
        if back:
            with transaction(self._engine) as connection:
                for case_id in back:
                    remove(connection, case_id)
