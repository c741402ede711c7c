"""Acts on the whole installation, with no case in hand: what the actor's role opens, and its row in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from casework import now as clock
from casework.guarded import LOOK_LASTS, action_now, log_denial, verb
from casework.permissions import may_any
from planning.access import Action, Phase, Relation, Role
from planning.errors import NotAllowed
from storage.actor import SYSTEM
from storage.audit import Act
from storage.reading import Reader
from storage.store import CaseStore
from storage.writing import Writer

_ALONE = frozenset({(Role.COACH, Relation.ASSIGNED), (Role.ADMINISTRATOR, Relation.ASSIGNED)})


@contextmanager
def overseeing(store: CaseStore, *, is_look: bool = False) -> Iterator[tuple[Writer, dt.datetime]]:
    """Checked and logged in one transaction with what is done or read in it. Raises `NotAllowed`.

    A look that `is_look` only is logged once in ten minutes, as a look at a case is.
    """
    at, action = clock.now(), action_now()
    look = (store.actor.user, store.actor.session, "", action.value)
    last = store.seen.get(look) if is_look else None
    with store.writing() as writer:
        is_open = may_any(
            _standing(writer), action, Phase.MAPPING, is_protected=False, is_alone=store.actor.is_alone
        )
        if is_open:
            if last is None or not last <= at < last + LOOK_LASTS:
                writer.note_act(Act(action=action.value), at)
            yield writer, at
    if not is_open:
        log_denial(store, None, at)
        raise NotAllowed("not_yours_to_do", action=action.value)
    if is_look and (last is None or not last <= at < last + LOOK_LASTS):
        store.seen[look] = at


@contextmanager
def looking_at_oneself(store: CaseStore) -> Iterator[Reader]:
    """A look at what one has done oneself: nobody's to refuse, and logged like any other."""
    at, action = clock.now(), action_now()
    look = (store.actor.user, store.actor.session, "oneself", action.value)
    last = store.seen.get(look)
    is_new = last is None or not last <= at < last + LOOK_LASTS
    with store.writing() as writer:
        if is_new:
            writer.note_act(Act(action=action.value), at)
        yield writer
    if is_new:
        store.seen[look] = at


@verb(Action.SEE_LIST)
def own_roles(store: CaseStore) -> frozenset[Role]:
    """What somebody is here, as they may always know: the screens offer nobody what would be refused them."""
    with looking_at_oneself(store) as reader:
        return frozenset(role for role, _ in _standing(reader))


def _standing(reader: Reader) -> frozenset[tuple[Role, Relation]]:
    """The actor's roles; alone they are all that one person needs."""
    if reader.actor.is_alone:
        return _ALONE
    if reader.actor.user == SYSTEM.user:
        return frozenset({(Role.SYSTEM, Relation.NONE)})
    return frozenset((role, Relation.NONE) for role, _ in reader.roles())
