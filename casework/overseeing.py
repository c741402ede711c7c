"""Acts on the whole installation, with no case in hand: what the actor's role opens, and its row in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from casework import now as clock
from casework.guarded import Refused, action_now, denials_logged, told_once, verb
from casework.permissions import may_any
from planning.access import Action, Phase, Relation, Role
from planning.errors import NotAllowed
from storage.actor import SYSTEM
from storage.audit import Act
from storage.reading import Reader
from storage.records import CaseId, Standing
from storage.store import CaseStore
from storage.writing import Writer

_ALONE = frozenset({(Role.COACH, Relation.ASSIGNED), (Role.ADMINISTRATOR, Relation.ASSIGNED)})

May = Callable[[Reader], bool]
"""Whether the reader's actor may do what is being done."""


def may_oversee(reader: Reader) -> bool:
    """By all that they are here; one who is alone oversees their own."""
    return _may(_standing(reader), is_alone=reader.actor.is_alone)


def may_by_role(reader: Reader) -> bool:
    """By a role that somebody has given them: there is none where one coach works alone."""
    return _may(held_standing(reader), is_alone=reader.actor.is_alone)


@contextmanager
def overseeing(
    store: CaseStore, *, is_look: bool = False, case_id: CaseId | None = None, may: May = may_oversee
) -> Iterator[tuple[Writer, dt.datetime]]:
    """Checked and logged in one transaction with what is done or read in it. Raises `NotAllowed`.

    A look that `is_look` only is logged once in ten minutes, as a look at a case is.
    """
    at = clock.now()
    is_to_tell = told_once(store, "", at) if is_look else nullcontext(enter_result=True)
    with denials_logged(store, case_id, at), is_to_tell as is_new, store.writing() as writer:
        if not may(writer):
            raise Refused(NotAllowed("not_yours_to_do", action=action_now().value))
        if is_new:
            writer.note_act(Act(action=action_now().value, case_id=case_id), at)
        yield writer, at


@contextmanager
def looking_at_oneself(store: CaseStore) -> Iterator[Reader]:
    """A look at what one has done oneself: nobody's to refuse, and logged like any other."""
    at = clock.now()
    with told_once(store, "oneself", at) as is_new, store.writing() as writer:
        if is_new:
            writer.note_act(Act(action=action_now().value), at)
        yield writer


@verb(Action.SEE_LIST)
def own_roles(store: CaseStore) -> frozenset[Role]:
    """What somebody is here, as they may always know: the screens offer nobody what would be refused them."""
    with looking_at_oneself(store) as reader:
        return frozenset(role for role, _ in _standing(reader))


def held_standing(reader: Reader) -> Standing:
    """Their roles, with no case in hand."""
    return frozenset((role, Relation.NONE) for role, _ in reader.roles())


def _standing(reader: Reader) -> Standing:
    """The actor's roles; alone they are all that one person needs."""
    if reader.actor.is_alone:
        return _ALONE
    if reader.actor.user == SYSTEM.user:
        return frozenset({(Role.SYSTEM, Relation.NONE)})
    return held_standing(reader)


def _may(standing: Standing, *, is_alone: bool) -> bool:
    return may_any(standing, action_now(), Phase.MAPPING, is_protected=False, is_alone=is_alone)
