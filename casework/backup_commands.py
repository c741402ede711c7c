"""`backup make|list|check|restore`: copies of everything that is kept, without a screen."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path

from casework.app_verbs import the_store
from casework.backups import check_backup, list_backups, make_backup, restore, restore_anew
from casework.now import SCHOOL_TIME
from casework.plan_command import ExitStatus
from casework.unlocking import Places
from planning.errors import CaseFileError
from storage.restoring import Restored
from wording.backup_words import (
    say_aside,
    say_ask_for_recovery_key,
    say_checked,
    say_copy,
    say_damaged,
    say_log_broken,
    say_made,
    say_no_copies,
    say_restored,
)
from wording.clock import written_date, written_time

Say = Callable[[str], None]


def make(say: Say) -> ExitStatus:
    """A new copy."""
    say(say_made(make_backup(the_store()).file.name))
    return ExitStatus.DONE


def show(say: Say) -> ExitStatus:
    """The copies that lie here."""
    copies = list_backups(the_store())
    for copy in copies:
        say(say_copy(copy.file.name, day_of(copy.made_at), time_of(copy.made_at)))
    if not copies:
        say(say_no_copies())
    return ExitStatus.DONE


def check(file: Path, say: Say) -> ExitStatus:
    """Whether the copy can be put back, to its last byte."""
    checked = check_backup(the_store(), file)
    if checked.is_whole:
        say(say_checked(checked.contents.rows.get("cases", 0), checked.contents.log_rows))
        return ExitStatus.DONE
    if checked.contents.damaged:
        say(say_damaged(len(checked.contents.damaged)))
    if checked.broken is not None:
        say(say_log_broken(checked.broken.reason, checked.broken.number, ""))
    return ExitStatus.BAD_INPUT


def put_back(file: Path, keys: Path | None, say: Say, *, is_forced: bool) -> ExitStatus:
    """Puts the copy back; by the printed key where the cases or the keys cannot be opened."""
    if keys is not None:
        return _told(_by_printed_key(file, keys, say), say)
    try:
        store = the_store()
    except CaseFileError:
        return _told(_by_printed_key(file, None, say), say)
    return _told(restore(store, file, is_forced=is_forced), say)


def _by_printed_key(file: Path, keys: Path | None, say: Say) -> Restored:
    say(say_ask_for_recovery_key())
    # From standard input, so that no history of commands keeps it.
    return restore_anew(file, sys.stdin.readline(), Places.of(os.environ), keys)


def _told(restored: Restored, say: Say) -> ExitStatus:
    lost = restored.lost_after
    say(say_restored(day_of(lost) if lost else "", time_of(lost) if lost else ""))
    if restored.aside is not None:
        say(say_aside(restored.aside.name))
    return ExitStatus.DONE


def day_of(moment: dt.datetime) -> str:
    """«den 30 november 2026», at school."""
    return written_date(moment.astimezone(SCHOOL_TIME).date())


def time_of(moment: dt.datetime) -> str:
    """«14.05», at school."""
    local = moment.astimezone(SCHOOL_TIME)
    return written_time(local.hour * 60 + local.minute)


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the verbs to a command line."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verbs.add_parser("make", help="make a copy now").set_defaults(run=lambda _: make(say))
    verbs.add_parser("list", help="the copies that lie here").set_defaults(run=lambda _: show(say))
    verb = verbs.add_parser("check", help="whether a copy can be put back")
    verb.add_argument("file", type=Path)
    verb.set_defaults(run=lambda a: check(a.file, say))
    verb = verbs.add_parser("restore", help="put a copy back; the present file is kept aside")
    verb.add_argument("file", type=Path)
    verb.add_argument("--keys", type=Path, metavar="COPY", help="a copy of the keys, where there are none yet")
    verb.add_argument("--anyway", action="store_true", help="although the copy's log does not hold")
    verb.set_defaults(run=lambda a: put_back(a.file, a.keys, say, is_forced=a.anyway))
