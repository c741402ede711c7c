"""`keys …`: the passphrase and the printed recovery key of one who works alone, at the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from getpass import getpass

from casework import now as clock
from casework.logging_in import Door, the_door
from casework.plan_command import ExitStatus
from casework.unlocking import the_safe
from planning.access import Action
from planning.errors import BadInput, NotAllowed
from storage.actor import ALONE
from storage.audit import Act
from storage.keys import WayIn
from storage.secrets import check_passphrase, new_recovery_key, recovery_key_given
from wording.language import tr

Say = Callable[[str], None]
Ask = Callable[[str], str]


def make(ask: Ask, say: Say) -> ExitStatus:
    """The keys, made once: asks for a passphrase and says the recovery key."""
    _alone()
    if the_safe().is_set_up:
        raise NotAllowed("keys_are_made")
    _say_recovery_key(the_safe().set_up(_new_passphrase(ask)), say)
    return ExitStatus.DONE


def change_passphrase(ask: Ask, say: Say) -> ExitStatus:
    """Another passphrase; the one before opens nothing from then on. Asks for it first."""
    _open(ask)
    chosen = check_passphrase(_new_passphrase(ask))
    the_safe().store().keys.change_way(WayIn.PASSPHRASE, chosen, the_safe().stretch)
    _note()
    say(tr("Den nya lösenfrasen gäller nu."))
    return ExitStatus.DONE


def change_recovery_key(ask: Ask, say: Say) -> ExitStatus:
    """A new recovery key, said once; the one before opens nothing from then on."""
    _open(ask)
    fresh = new_recovery_key()
    the_safe().store().keys.change_way(WayIn.RECOVERY, recovery_key_given(fresh), the_safe().stretch)
    _note()
    _say_recovery_key(fresh, say)
    return ExitStatus.DONE


def recover(ask: Ask, say: Say) -> ExitStatus:
    """A new passphrase and a new recovery key, with the old recovery key."""
    _alone()
    printed = ask(tr("Återställningsnyckel: "))
    _say_recovery_key(the_safe().recover(printed, _new_passphrase(ask)), say)
    _note()
    return ExitStatus.DONE


def open_at_terminal(ask: Ask = getpass) -> None:
    """Opens the safe of one who works alone, where it is locked. Raises `NotAllowed`, `BadInput`."""
    _open(ask)


def register(parser: argparse.ArgumentParser, say: Say, ask: Ask = getpass) -> None:
    """Adds the verbs to the command line."""
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, act, about in (
        ("new", make, "make the keys: a passphrase, and a recovery key to print"),
        ("passphrase", change_passphrase, "another passphrase"),
        ("recovery", change_recovery_key, "a new recovery key to print"),
        ("recover", recover, "get in with the recovery key when the passphrase is forgotten"),
    ):
        verbs.add_parser(name, help=about).set_defaults(run=lambda _, act=act: act(ask, say))


def _alone() -> Door:
    door = the_door()
    if door.safe.places.is_service or door.asks_nothing:
        raise NotAllowed("no_passphrase_here")
    return door


def _open(ask: Ask) -> None:
    _alone()
    if not the_safe().is_set_up:
        raise NotAllowed("not_set_up")
    the_safe().unlock(ask(tr("Lösenfras: ")))


def _new_passphrase(ask: Ask) -> str:
    chosen = ask(tr("Ny lösenfras, minst tolv tecken: "))
    if chosen != ask(tr("Samma en gång till: ")):
        raise BadInput("passphrases_differ")
    return chosen


def _say_recovery_key(key: str, say: Say) -> None:
    say(tr("Återställningsnyckel. Skriv av den på papper och lägg den på ett säkert ställe; den visas bara nu:"))
    say(key)


def _note() -> None:
    with the_safe().store().acting(ALONE).writing() as writer:
        writer.note_act(Act(action=Action.KEEP_KEYS.value), clock.now())
