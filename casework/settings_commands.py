"""`settings list|show|check|put|back`: the installation's own settings, from the computer or server where they lie."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from casework.plan_command import ExitStatus
from casework.settings import SettingFault, check_setting, keep_setting, list_settings, put_back, see_setting
from casework.settings_kinds import KINDS, SettingsKind
from casework.settings_words import say_kind, say_state
from casework.unlocking import the_safe, the_store
from planning.errors import BadInput
from storage.actor import SYSTEM
from storage.store import CaseStore
from wording.language import tr

Say = Callable[[str], None]


def show_all(unit: str, say: Say) -> ExitStatus:
    """Every kind, its file, and how it is with it."""
    for state in list_settings(_store(), unit):
        say(f"{state.kind.value:<10} {KINDS[state.kind].file:<14} {say_kind(state.kind).title}: {say_state(state)}")
        _say_faults(state.faults, say)
    return ExitStatus.DONE


def show(kind: SettingsKind, unit: str, say: Say) -> ExitStatus:
    """The file as it stands, and its versions."""
    found = see_setting(_store(), kind, unit)
    say(found.text.rstrip() or tr("# Som det levereras: det finns ingen egen fil."))
    for version in found.versions:
        say(f"# {version.number}  {version.at:%Y-%m-%d %H:%M}  {version.by or '–'}")
    return ExitStatus.DONE


def check(kind: SettingsKind | None, file: Path, unit: str, say: Say) -> ExitStatus:
    """What the file changes, or what is wrong with it. Nothing is kept."""
    checked = check_setting(_store(), kind or _kind_of(file), _content(file), unit)
    return _say(checked.faults, checked.changes, say)


def put(kind: SettingsKind | None, file: Path, unit: str, say: Say) -> ExitStatus:
    """Keeps the file, unless something is wrong with it."""
    checked = keep_setting(_store(), kind or _kind_of(file), _content(file), unit)
    return _say(checked.faults, checked.changes, say)


def back(kind: SettingsKind, number: int | None, unit: str, say: Say) -> ExitStatus:
    """Puts an earlier version back."""
    return _say((), put_back(_store(), kind, number, unit).changes, say)


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to the command line."""
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = verbs.add_parser("list", help="every kind, and how it is with it")
    listing.set_defaults(run=lambda a: show_all(a.unit, say))
    showing = verbs.add_parser("show", help="the file as it stands, and its versions")
    showing.add_argument("kind", type=SettingsKind, choices=list(SettingsKind))
    showing.set_defaults(run=lambda a: show(a.kind, a.unit, say))
    checking = verbs.add_parser("check", help="what a file would change, or what is wrong with it")
    putting = verbs.add_parser("put", help="keep a file")
    for each, act in ((checking, check), (putting, put)):
        each.add_argument("file", type=Path, metavar="FILE")
        each.add_argument("--kind", type=SettingsKind, choices=list(SettingsKind), help="as the file's name says")
        each.set_defaults(run=lambda a, act=act: act(a.kind, a.file, a.unit, say))
    going_back = verbs.add_parser("back", help="put the version before back, or another")
    going_back.add_argument("kind", type=SettingsKind, choices=list(SettingsKind))
    going_back.add_argument("number", type=int, nargs="?", help="as «show» tells them; 0: what is delivered")
    going_back.set_defaults(run=lambda a: back(a.kind, a.number, a.unit, say))
    for each in (listing, showing, checking, putting, going_back):
        each.add_argument("--unit", default="", help="id of a school unit; without it the whole municipality")


def _store() -> CaseStore:
    """Alone as the coach; of a municipality as the program, at the server where the key file lies."""
    safe = the_safe()
    return safe.store().acting(SYSTEM) if safe.places.is_service else the_store()


def _kind_of(file: Path) -> SettingsKind:
    found = next((kind for kind, of in KINDS.items() if of.file == file.name), None)
    if found is None:
        raise BadInput("no_such_setting", file=file.name)
    return found


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise BadInput("file_missing", file=file.name) from None
    except OSError:
        raise BadInput("unreadable_file", file=file.name) from None


def _say(faults: tuple[SettingFault, ...], changes: tuple[str, ...], say: Say) -> ExitStatus:
    _say_faults(faults, say)
    if faults:
        return ExitStatus.BAD_INPUT
    for line in changes or (tr("Filen ändrar inget."),):
        say(line)
    return ExitStatus.DONE


def _say_faults(faults: tuple[SettingFault, ...], say: Say) -> None:
    for fault in faults:
        say(f"{', '.join(filter(None, (fault.file, fault.entry, fault.field)))}: {fault.said}")
