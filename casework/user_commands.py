"""`users …` and `units`: who may log in to a municipality's installation, from the server where its key file lies."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from casework import people
from casework.plan_command import ExitStatus
from casework.unlocking import the_safe
from planning.access import Role
from planning.errors import BadInput
from storage.actor import SYSTEM, UserId
from storage.store import CaseStore

Say = Callable[[str], None]
_GIVEN = [role.value for role in Role if role is not Role.SYSTEM]


def add(issuer: str, subject: str, name: str, role: str | None, unit: str, say: Say) -> ExitStatus:
    """Somebody new, with a first role; says the id."""
    user = people.add_user(_store(), issuer, subject, name)
    if role is not None:
        people.give_role(_store(), user, Role(role), unit)
    say(user)
    return ExitStatus.DONE


def show(say: Say) -> ExitStatus:
    """Everybody: id, name, roles with their units, and whether they may log in."""
    names = {unit.id: unit.name for unit in people.list_units(_store())}
    for user in people.list_users(_store()):
        roles = ", ".join(f"{role.value}@{names.get(unit, unit)}" if unit else role.value for role, unit in user.roles)
        say(f"{user.id}  {user.name}  [{roles}]{'' if user.is_active else '  –'}")
    return ExitStatus.DONE


def units(name: str | None, say: Say) -> ExitStatus:
    """A new unit, whose id is said; without a name, all of them."""
    if name is not None:
        say(people.add_unit(_store(), name))
    else:
        for unit in people.list_units(_store()):
            say(f"{unit.id}  {unit.name}")
    return ExitStatus.DONE


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to the command line."""
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    adding = verbs.add_parser("add", help="let somebody log in; the first one is an administrator")
    adding.add_argument("issuer", help="address of the OpenID provider")
    adding.add_argument("subject", help="what the provider calls them (sub)")
    adding.add_argument("name")
    adding.add_argument("--role", choices=_GIVEN)
    adding.add_argument("--unit", default="", help="id of a school unit; without it the role is of the whole")
    adding.set_defaults(run=lambda a: add(a.issuer, a.subject, a.name, a.role, a.unit, say))
    verbs.add_parser("list", help="everybody").set_defaults(run=lambda _: show(say))
    for name, act in (("give", people.give_role), ("take", people.take_role)):
        changing = verbs.add_parser(name, help=f"{name} a role")
        changing.add_argument("user")
        changing.add_argument("role", choices=_GIVEN)
        changing.add_argument("--unit", default="")
        changing.set_defaults(run=_done(lambda a, act=act: act(_store(), UserId(a.user), Role(a.role), a.unit)))
    for name, is_active, about in (("stop", False, "end somebody's sessions"), ("resume", True, "let them in again")):
        setting = verbs.add_parser(name, help=about)
        setting.add_argument("user")
        setting.set_defaults(
            run=_done(lambda a, to=is_active: people.set_active(_store(), UserId(a.user), is_active=to))
        )
    unit = verbs.add_parser("units", help="the school units, or a new one")
    unit.add_argument("name", nargs="?")
    unit.set_defaults(run=lambda a: units(a.name, say))


def _store() -> CaseStore:
    """As the program itself: whoever has the key file could do everything anyhow, and the log says who it was."""
    safe = the_safe()
    if not safe.places.is_service:
        raise BadInput("users_of_a_service")
    return safe.store().acting(SYSTEM)


def _done(act: Callable[..., None]) -> Callable[[argparse.Namespace], ExitStatus]:
    def run(arguments: argparse.Namespace) -> ExitStatus:
        act(arguments)
        return ExitStatus.DONE

    return run
