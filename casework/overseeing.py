"""Acts on the whole installation, with no case in hand: what the actor's role opens, and its row in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from casework import now as clock
from casework.guarded import action_now, log_denial
from casework.permissions import may_any
from planning.access import Phase, Relation, Role
from planning.errors import NotAllowed
from storage.actor import SYSTEM
from storage.audit import Act
from storage.reading import Reader
from storage.store import CaseStore
from storage.writing import Writer

_ALONE = frozenset({(Role.COACH, Relation.ASSIGNED), (Role.ADMINISTRATOR, Relation.ASSIGNED)})


@contextmanager
def overseeing(store: CaseStore) -> Iterator[tuple[Writer, dt.datetime]]:
    """Checked and logged in one transaction with what is done or read in it. Raises `NotAllowed`."""
    at, action = clock.now(), action_now()
    with store.writing() as writer:
        is_open = may_any(
            _standing(writer), action, Phase.MAPPING, is_protected=False, is_alone=store.actor.is_alone
        )
        if is_open:
            writer.note_act(Act(action=action.value), at)
            yield writer, at
    if not is_open:
        log_denial(store, None, at)
        raise NotAllowed("not_yours_to_do", action=action.value)


def _standing(reader: Reader) -> frozenset[tuple[Role, Relation]]:
    """The actor's roles; alone they are all that one person needs."""
    if reader.actor.is_alone:
        return _ALONE
    if reader.actor.user == SYSTEM.user:
        return frozenset({(Role.SYSTEM, Relation.NONE)})
    return frozenset((role, Relation.NONE) for role, _ in reader.roles())
