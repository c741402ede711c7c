"""`audit verify`: whether the log holds, by itself and against what is written down apart from it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from casework.anchoring import check_log
from casework.app_verbs import the_store
from casework.backup_commands import day_of, time_of
from casework.plan_command import ExitStatus
from wording.backup_words import say_log_broken, say_log_holds, say_log_restored

Say = Callable[[str], None]


def verify(say: Say) -> ExitStatus:
    """Says that it holds, or what is wrong and since when; then the status is 2."""
    found = check_log(the_store())
    for moment in found.restored:
        say(say_log_restored(day_of(moment)))
    if found.broken is None:
        say(say_log_holds(found.head.number, found.head.printed))
        return ExitStatus.DONE
    since = found.sound_until
    say(say_log_broken(found.broken.reason, found.broken.number, f"{day_of(since)} {time_of(since)}" if since else ""))
    return ExitStatus.BAD_INPUT


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the verbs to a command line."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verbs.add_parser("verify", help="whether the log holds").set_defaults(run=lambda _: verify(say))
