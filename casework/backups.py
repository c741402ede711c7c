"""Backups: made daily, by hand and before a migration; listed, checked, and put back.

Copies of the cases lie in the folder `kopior`, encrypted whole. Copies of the key store lie apart from them and never
longer than thirty days, so that what is erased is gone everywhere by then; the keys of what is erased meanwhile are
taken out of the copies that lie here. A database server has its own backups of the cases.
"""

from __future__ import annotations

import datetime as dt
import logging
from contextlib import suppress
from pathlib import Path

from casework import now as clock
from casework.anchoring import anchors_of
from casework.backup_copies import (
    Copy,
    case_copies,
    copies_folder,
    drop_old_copies,
    drop_old_keys,
    is_made_today,
    key_copies,
    key_file,
    next_copy,
    next_key_copy,
)
from casework.guarded import verb
from casework.overseeing import overseeing
from casework.unlocking import Places, the_safe
from planning.access import Action
from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.actor import ALONE, SYSTEM
from storage.audit import ChainBreak
from storage.backup import alone_in
from storage.encrypted_backup import ENDING, Contents, open_backup, read_contents, remove_leftovers
from storage.keys import Keys, KeyStore, WayIn
from storage.records import CaseId
from storage.restoring import Restored, chain_break, clear_keys, put_back, put_keys_back
from storage.secrets import recovery_key_given
from storage.store import CaseStore

_FAULT = "senaste-fel.txt"
_LOG = logging.getLogger("stegvis.backups")
LATE_AFTER = dt.timedelta(days=2)
"""After so long without a copy the app says so (our default)."""


class CheckedCopy(Frozen):
    """What a backup was found to hold."""

    contents: Contents
    broken: ChainBreak | None
    """Where its log does not hold, by itself or against the anchors."""

    @property
    def is_whole(self) -> bool:
        """Whether all in it can be read, and its log holds."""
        return self.contents.is_whole and self.broken is None


class BackupState(Frozen):
    """What the app tells of the backups."""

    newest: dt.datetime | None
    is_late: bool
    fault: str
    """The code of what went wrong last; empty when the last one went well."""


@verb(Action.KEEP_KEYS)
def daily(store: CaseStore, places: Places | None = None) -> BackupState:
    """The day's backups where they are not made yet, by the program itself; never in the way of the work.

    May be called as often as one likes, from several processes. What goes wrong is logged by its code and told by
    `backup_state`.
    """
    where = places or the_safe().places
    try:
        _clear_key_copies(where, store.keys.erased())
        if not is_made_today(key_copies(where) if where.is_service else case_copies(where)):
            _make_daily(store.acting(SYSTEM), where)
        drop_old_keys(where)
        anchors_of(where).keep_up(store.head(), clock.now())
    except CaseFileError as error:
        # Another process is at it.
        if error.code != "file-is-busy":
            _note_fault(where, error.code)
    except OSError:
        _note_fault(where, "file-cannot-be-reached")
    return backup_state(where)


def _make_daily(store: CaseStore, where: Places) -> None:
    with alone_in(copies_folder(where)):
        remove_leftovers(copies_folder(where))
        if is_made_today(key_copies(where) if where.is_service else case_copies(where)):
            return
        with overseeing(store) as (_, at):
            pass
        if where.is_service:
            _copy_keys(where, at)
        else:
            _make(store, where, at)


@verb(Action.KEEP_KEYS)
def make_backup(store: CaseStore, places: Places | None = None) -> Copy:
    """A new backup of the cases, and of the keys. Raises `CaseFileError`."""
    where = places or the_safe().places
    with overseeing(store) as (_, at):
        pass
    with alone_in(copies_folder(where)):
        return _make(store, where, at)


def backup_state(places: Places | None = None) -> BackupState:
    """What the app tells of the backups. A server's own are not ours to tell of."""
    where = places or the_safe().places
    newest = max((copy.made_at for copy in case_copies(where)), default=None)
    is_late = not where.is_service and (newest is None or clock.now() - newest > LATE_AFTER)
    return BackupState(newest=newest, is_late=is_late, fault=_fault(where))


@verb(Action.KEEP_KEYS)
def list_backups(store: CaseStore, places: Places | None = None) -> tuple[Copy, ...]:
    """The backups that lie here, the newest first."""
    with overseeing(store, is_look=True):
        return case_copies(places or the_safe().places)


@verb(Action.KEEP_KEYS)
def check_backup(store: CaseStore, file: Path, places: Places | None = None) -> CheckedCopy:
    """Opens the backup to its last byte, and lets go of it again. Raises `CaseFileError`."""
    where = places or the_safe().places
    with overseeing(store):
        pass
    opened = copies_folder(where) / f"{file.name}.checked.part"
    with alone_in(copies_folder(where)):
        try:
            contents = open_backup(file, store.keys, opened)
            return CheckedCopy(contents=contents, broken=chain_break(opened, anchors_of(where)))
        finally:
            opened.unlink(missing_ok=True)


@verb(Action.KEEP_KEYS)
def restore(store: CaseStore, file: Path, places: Places | None = None, *, is_forced: bool = False) -> Restored:
    """Puts the backup back; the present file is kept aside. Raises `CaseFileError`, and then nothing has changed."""
    where = places or the_safe().places
    with overseeing(store) as (_, at):
        pass
    restored = _put_back(where, store.keys, file, at, is_forced=is_forced)
    # Opening clears what was erased since, and brings an older copy up.
    _note_restored(CaseStore(where.cases, store.keys, store.actor))
    return restored


def restore_anew(file: Path, recovery_key: str, places: Places, key_copy: Path | None = None) -> Restored:
    """The same where the cases cannot be opened, or on a computer that has neither cases nor keys: by the printed key.

    `key_copy` is put where there are no keys yet. Raises `CaseFileError`, `NotAllowed` for a wrong key, `BadInput` for
    one that is mistyped.
    """
    secret, to = recovery_key_given(recovery_key), key_file(places)
    if to is None:
        raise CaseFileError("backup-is-the-servers")
    if key_copy is not None:
        _check_is_there(key_copy)
        keys = KeyStore(key_copy).open(WayIn.RECOVERY, secret)
        # Looked into first: without the cases the keys are of no use.
        read_contents(file, keys)
        put_keys_back(key_copy, to, _known_erased(file, keys))
    _check_is_there(to)
    keys = KeyStore(to).open(WayIn.RECOVERY, secret)
    restored = _put_back(places, keys, file, clock.now(), is_forced=False)
    _note_restored(CaseStore(places.cases, keys, ALONE))
    return restored


@verb(Action.KEEP_KEYS)
def _note_restored(store: CaseStore) -> None:
    """In the log of the copy, which does not know of it."""
    with overseeing(store):
        pass


def _put_back(where: Places, keys: Keys, file: Path, at: dt.datetime, *, is_forced: bool) -> Restored:
    if not isinstance(where.cases, Path):
        raise CaseFileError("backup-is-the-servers")
    with alone_in(copies_folder(where)):
        return put_back(file, keys, where.cases, at, is_forced=is_forced)


def _make(store: CaseStore, where: Places, at: dt.datetime) -> Copy:
    file = next_copy(where, at)
    contents = store.encrypted_backup_to(file, at)
    _copy_keys(where, at)
    if contents.is_whole:
        (copies_folder(where) / _FAULT).unlink(missing_ok=True)
        drop_old_copies(where)
    else:
        # A copy with damage in it pushes out none that is whole.
        _note_fault(where, "backup-has-damage")
    return Copy(file=file, made_at=at)


def _copy_keys(where: Places, at: dt.datetime) -> None:
    """A copy of the key store, where it is a file."""
    file = key_file(where)
    if file is not None:
        KeyStore(file).backup_to(next_key_copy(where, at))


def _clear_key_copies(where: Places, erased: dict[CaseId, dt.datetime]) -> None:
    """What is erased is taken out of the copies of the keys too, so that no copy of the cases can be read with them."""
    for copy in key_copies(where) if erased else ():
        with suppress(CaseFileError):
            clear_keys(copy.file, erased)


def _known_erased(file: Path, keys: Keys) -> dict[CaseId, dt.datetime]:
    """The ledgers of all copies that lie beside that one: an older copy of the keys can lack the newest erasures."""
    erased: dict[CaseId, dt.datetime] = {}
    for copy in (file, *file.parent.glob(f"*{ENDING}")):
        with suppress(CaseFileError):
            erased |= {CaseId(case_id): at for case_id, at in read_contents(copy, keys).erased.items()}
    return erased


def _check_is_there(file: Path) -> None:
    """Opening what is not there would make it."""
    if not file.is_file():
        raise CaseFileError("file-missing", file=file.name)


def _note_fault(where: Places, code: str) -> None:
    """The code alone: an error's other words could tell of a place."""
    _LOG.error("backup %s", code)
    with suppress(OSError):
        copies_folder(where).mkdir(parents=True, exist_ok=True, mode=0o700)
        (copies_folder(where) / _FAULT).write_text(code, encoding="utf-8")


def _fault(where: Places) -> str:
    try:
        return (copies_folder(where) / _FAULT).read_text(encoding="utf-8")[:64]
    except OSError:
        return ""
