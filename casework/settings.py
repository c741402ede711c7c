"""The installation's own settings: looked at, checked whole before they are kept, kept as versions, and put back.

They stand in the data folder, of a municipality's installation too: they hold no word of a student, and are read by the
program before anybody has logged in. Alone they are the coach's. In a municipality an administrator keeps all of them,
and a coordinator those of the own unit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from casework.guarded import verb
from casework.overseeing import may_oversee, overseeing
from casework.settings_difference import difference
from casework.settings_entries import Faults
from casework.settings_files import (
    KeptVersion,
    changed_by_hand,
    keep_text,
    live_text,
    the_folder,
    version_text,
    versions,
)
from casework.settings_in_force import held
from casework.settings_kinds import KINDS, SettingsKind, file_of
from casework.settings_questions import changed_meaning, with_earlier
from planning.access import Action, Role
from planning.errors import BadInput
from planning.local_files import decoded
from storage.actor import SYSTEM
from storage.reading import Reader
from storage.store import CaseStore
from storage.user_table import Unit
from storage.user_table import every_unit as every_unit
from wording.errors import say_error

WHOLE = ""
"""The whole municipality, or the one coach's installation; otherwise the id of a unit."""


class SettingFault(NamedTuple):
    """One fault: where it stands, and in the reader's words what it is and what to do."""

    file: str
    entry: str
    field: str
    said: str


class SettingState(NamedTuple):
    """How it is with one kind."""

    kind: SettingsKind
    unit: str
    changed: KeptVersion | None = None
    """The version that holds; None while it is as it was delivered, or has been changed in the folder alone."""
    by_hand: dt.datetime | None = None
    """When it was changed in the folder itself, where that came last."""
    faults: tuple[SettingFault, ...] = ()
    """Of the file as it stands: with any, what was kept before it holds."""
    of_whole: bool = False
    """The school has no file of its own, and what the municipality has said holds."""
    may_keep: bool = False

    @property
    def is_default(self) -> bool:
        """As it is delivered."""
        return self.by_hand is None and (self.changed is None or self.changed.is_empty)


class Setting(NamedTuple):
    """One kind in full."""

    state: SettingState
    value: Any
    """What holds (`casework.settings_kinds`)."""
    text: str
    """The file as it stands; «» where there is none."""
    versions: tuple[KeptVersion, ...]


class Checked(NamedTuple):
    """A file that has been looked at and not kept."""

    text: str
    faults: tuple[SettingFault, ...]
    changes: tuple[str, ...]
    """What it changes, in lines; none with faults, or where it says what holds anyhow."""


@verb(Action.SEE_SETTINGS)
def list_settings(store: CaseStore, unit: str = WHOLE, folder: Path | None = None) -> tuple[SettingState, ...]:
    """How it is with every kind there. Raises `NotAllowed`."""
    with overseeing(store, is_look=True, may=_may_see(unit)) as (reader, _at):
        kinds = [kind for kind in SettingsKind if not unit or KINDS[kind].is_of_a_school]
        return tuple(_state(reader, kind, unit, the_folder(folder)) for kind in kinds)


@verb(Action.SEE_SETTINGS)
def see_setting(store: CaseStore, kind: SettingsKind, unit: str = WHOLE, folder: Path | None = None) -> Setting:
    """One kind in full. Raises `NotAllowed`."""
    with overseeing(store, is_look=True, may=_may_see(unit)) as (reader, _at):
        at, name = the_folder(folder), file_of(kind, unit)
        state = _state(reader, kind, unit, at)
        text = "" if any(not fault.entry for fault in state.faults) else live_text(at, name)
        return Setting(state, held(kind, unit, at).value, text, versions(at, name))


@verb(Action.SEE_SETTINGS)
def check_setting(
    store: CaseStore, kind: SettingsKind, content: bytes, unit: str = WHOLE, folder: Path | None = None
) -> Checked:
    """What that file says, checked whole, against what holds. Nothing is kept. Raises `NotAllowed`."""
    with overseeing(store, is_look=True, may=_may_see(unit)):
        return _checked(kind, content, unit, the_folder(folder))


@verb(Action.KEEP_SETTINGS)
def keep_setting(
    store: CaseStore,
    kind: SettingsKind,
    content: bytes,
    unit: str = WHOLE,
    folder: Path | None = None,
    *,
    seen: int | None = None,
) -> Checked:
    """Keeps that file as the newest version, and lets it hold. With faults, or nothing to change, nothing happens.

    `seen` is the number of the newest version when it was looked at: raises `BadInput` where others have kept one
    since. Raises `NotAllowed`.
    """
    at = the_folder(folder)
    with overseeing(store, may=_keeper(kind, unit)) as (writer, now):
        name = file_of(kind, unit)
        if seen is not None and seen != _newest(at, name):
            raise BadInput("settings_changed_meanwhile", file=KINDS[kind].file)
        checked = _checked(kind, content, unit, at)
        if not checked.faults and checked.text != _live(at, name):
            keep_text(at, name, checked.text, writer.actor.user, now)
        return checked


@verb(Action.KEEP_SETTINGS)
def put_back(
    store: CaseStore, kind: SettingsKind, number: int | None = None, unit: str = WHOLE, folder: Path | None = None
) -> Checked:
    """Keeps an earlier version anew: that one, else the one before; 0 is what is delivered with the program.

    Own questions that have come since go on standing there, no longer asked. Raises `BadInput`, `NotAllowed`.
    """
    at = the_folder(folder)
    with overseeing(store, may=_keeper(kind, unit)) as (writer, now):
        name = file_of(kind, unit)
        wanted = _before(at, name) if number is None else number
        text = version_text(at, name, wanted) if wanted else ""
        checked = _checked(kind, text.encode(), unit, at)
        if checked.faults:
            raise BadInput("settings_faulty", file=KINDS[kind].file)
        if checked.text != _live(at, name):
            keep_text(at, name, checked.text, writer.actor.user, now)
        return checked


@verb(Action.SEE_SETTINGS)
def units_to_see(store: CaseStore) -> tuple[Unit, ...]:
    """The schools whose settings the actor meets: all for those of the whole municipality, else the own units."""
    with overseeing(store, is_look=True) as (reader, _at):
        of_whole, own = _is_of_whole(reader), _units(reader)
        return tuple(unit for unit in every_unit(reader) if of_whole or unit.id in own)


def _state(reader: Reader, kind: SettingsKind, unit: str, folder: Path) -> SettingState:
    name = file_of(kind, unit)
    kept, by_hand = versions(folder, name), changed_by_hand(folder, name)
    return SettingState(
        kind=kind,
        unit=unit,
        changed=kept[-1] if kept and by_hand is None else None,
        by_hand=by_hand,
        faults=_faults_of_file(kind, folder, name),
        of_whole=bool(unit) and not (folder / name).is_file(),
        may_keep=_may_keep(reader, kind, unit),
    )


def _faults_of_file(kind: SettingsKind, folder: Path, name: str) -> tuple[SettingFault, ...]:
    faults: Faults = []
    try:
        text = live_text(folder, name)
    except BadInput as fault:
        return _told([fault])
    if text:
        KINDS[kind].read(text, faults)
    return _told(faults)


def _checked(kind: SettingsKind, content: bytes, unit: str, folder: Path) -> Checked:
    """Read whole; what an own question has been asked as stays as it was."""
    faults: Faults = []
    try:
        text = decoded(content, KINDS[kind].file)
    except BadInput as fault:
        return Checked("", _told([fault]), ())
    value = KINDS[kind].read(text, faults) if text.strip() else KINDS[kind].default
    if kind is SettingsKind.QUESTIONS and not faults:
        faults.extend(changed_meaning(value, folder))
        text = with_earlier(text if text.strip() else "", value, folder)
        value = KINDS[kind].read(text, faults)
    if faults:
        return Checked(text, _told(faults), ())
    return Checked(text if text.strip() else "", (), difference(kind, held(kind, unit, folder).value, value))


def _told(faults: Faults) -> tuple[SettingFault, ...]:
    """In the reader's words, the place apart from what is wrong there."""
    told = []
    for fault in faults:
        entry, _, field = str(fault.data.get("field", "")).partition(".")
        bare = BadInput(fault.code, **{name: fault.data[name] for name in fault.data.keys() - {"file", "field"}})
        told.append(SettingFault(str(fault.data.get("file", "")), entry, field, say_error(bare)))
    return tuple(told)


def _live(folder: Path, name: str) -> str | None:
    """The file as it stands; None where it cannot be read, and is to be written over."""
    try:
        return live_text(folder, name)
    except BadInput:
        return None


def _newest(folder: Path, name: str) -> int:
    kept = versions(folder, name)
    return kept[-1].number if kept else 0


def _before(folder: Path, name: str) -> int:
    """The version before the one that holds. What was changed in the folder itself gives way to the last one kept."""
    kept = versions(folder, name)
    if changed_by_hand(folder, name) is not None:
        return kept[-1].number if kept else 0
    if not kept:
        raise BadInput("nothing_before", file=Path(name).name)
    return kept[-2].number if len(kept) > 1 else 0


def _may_see(unit: str) -> Callable[[Reader], bool]:
    """By their role; a school's own is seen by those who work there, and by those of the whole municipality."""
    return lambda reader: may_oversee(reader) and (_is_of_whole(reader) or unit in {WHOLE, *_units(reader)})


def _is_of_whole(reader: Reader) -> bool:
    return reader.actor.is_alone or reader.actor == SYSTEM or WHOLE in _units(reader)


def _units(reader: Reader) -> set[str]:
    return {unit for _, unit in reader.roles()}


def _may_keep(reader: Reader, kind: SettingsKind, unit: str) -> bool:
    """For whose they are: a coordinator keeps what is a school's, and their own unit's."""
    if reader.actor.is_alone or reader.actor == SYSTEM:
        return True
    roles = reader.roles()
    if any(role is Role.ADMINISTRATOR for role, _ in roles):
        return True
    coordinates = {held_at for role, held_at in roles if role is Role.COORDINATOR}
    return bool(unit) and KINDS[kind].is_of_a_school and bool(coordinates & {unit, WHOLE})


def _keeper(kind: SettingsKind, unit: str) -> Callable[[Reader], bool]:
    return lambda reader: may_oversee(reader) and _may_keep(reader, kind, unit)


