"""`database …`: a municipality's database server made ready for Stegvis, and brought up to a new version of it.

Who comes to the database stands in the environment, so that no password is read in a list of processes:
`STEGVIS_DATABASE` (the app), `STEGVIS_DATABASE_OWNER` (owns the tables) and, to prepare, `STEGVIS_DATABASE_ADMIN` (a
superuser, needed once).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping

from casework.plan_command import ExitStatus
from casework.unlocking import DATABASE, Places
from planning.errors import BadInput, NotAllowed
from storage.keys import Keys, KeyStore, WayIn
from storage.migrating import OWNER, migrate
from storage.preparing import prepare
from storage.secrets import secret_in
from wording.language import tr

ADMIN = "STEGVIS_DATABASE_ADMIN"

Say = Callable[[str], None]


def make_roles(environ: Mapping[str, str], say: Say) -> ExitStatus:
    """Roles and database. Raises `BadInput`, `CaseFileError`."""
    prepare(_named(environ, ADMIN), _named(environ, OWNER), _named(environ, DATABASE))
    say(tr("Databasen är förberedd. Kör «cli.py database migrate» härnäst."))
    return ExitStatus.DONE


def bring_up(environ: Mapping[str, str], say: Say) -> ExitStatus:
    """Tables and row rules. Raises `BadInput`, `CaseFileError`, `NotAllowed`."""
    migrate(_named(environ, OWNER), _keys(Places.of(environ)))
    say(tr("Databasen är klar för den här versionen av Stegvis."))
    return ExitStatus.DONE


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """The verbs."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verb = verbs.add_parser("prepare", help=f"make roles and database, as the superuser in {ADMIN}")
    verb.set_defaults(run=lambda _: make_roles(os.environ, say))
    verb = verbs.add_parser("migrate", help=f"bring tables and row rules up, as the owner in {OWNER}")
    verb.set_defaults(run=lambda _: bring_up(os.environ, say))


def _named(environ: Mapping[str, str], name: str) -> str:
    if not environ.get(name):
        raise BadInput("database-url", field=name)
    return environ[name]


def _keys(places: Places) -> Keys:
    """Rows of before sealing are sealed on the way; the keys are made where there are none."""
    if places.secret is None:
        raise NotAllowed("locked")
    store, secret = KeyStore(places.keys), secret_in(places.secret)
    return store.open(WayIn.FILE, secret) if store.is_made else store.make([(WayIn.FILE, secret)])
