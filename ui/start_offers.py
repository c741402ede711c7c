"""What the start offers to whom. Whether they may is asked where it is done; nobody is led to a closed door."""

from __future__ import annotations

from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.overseeing import own_roles
from casework.permissions import OF_THE_INSTALLATION
from casework.start_view import met_as
from planning.access import Action, Role

MAY_RAISE = frozenset({Role.COACH, Role.COORDINATOR, Role.PRINCIPAL})
"""Who is offered to begin a case."""
MAY_HELP = frozenset({Role.COACH, Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER})
"""Who is offered to open a case in an emergency, or to go through those that were."""

MAY_SEE_SETTINGS = OF_THE_INSTALLATION[Action.SEE_SETTINGS]
"""Who is offered the settings of a municipality; one coach alone keeps their own."""

WATCHES_OVER = frozenset({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
"""Who has something to do here without meeting any student."""
OF_THE_STAFF = MAY_RAISE | MAY_HELP | WATCHES_OVER | {Role.MENTOR}
"""Who works here: they are told how the installation is."""


def met_as_here(case_id: CaseId) -> Role:
    """What the one who looks is to that case; one coach alone is the coach of all."""
    store = the_store()
    return Role.COACH if store.actor.is_alone else met_as(store, case_id)


def roles_here() -> frozenset[Role]:
    """Of the one who looks; one coach alone is never asked who they are."""
    store = the_store()
    return frozenset({Role.COACH}) if store.actor.is_alone else own_roles(store)
