"""Who may: every verb says which action it is, and nothing is read or written of a case by one that has not.

The check and the row in the log stand in the same transaction as the act. For somebody who does not stand in any
relation to a case, it does not exist: they are told what they would be told if it were not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from casework import now as clock
from casework.permissions import knows_of, may_any
from planning.access import Action, Phase, Relation, Role
from planning.errors import Bug, CaseFileError, NotAllowed
from planning.workflow.states import FIRST, State, is_locked, phase_of
from storage.audit import Act, Outcome
from storage.ballast import release_ballast
from storage.reading import Reader
from storage.records import CaseId, CaseRow, Standing
from storage.store import CaseStore
from storage.writing import Writer

P = ParamSpec("P")
R = TypeVar("R")

_DOING: ContextVar[Action | None] = ContextVar("doing", default=None)

_NAMED_WHEN_RAISING = frozenset({Role.COACH})
"""Whoever plans in the case that they raise is named for it at once."""
_LOCKED_WHEN_SENT = frozenset({Action.MAKE_PLAN, Action.CHANGE_PLAN, Action.TAKE_IN_TIMETABLE})
"""What whoever plans can do again when what was sent has come back, or has been taken back."""
LOOK_LASTS = dt.timedelta(minutes=10)
"""Looking at the same case again within so long, in the same session, is one look in the log (our default)."""


class Refused(Exception):
    """Nothing has been read or written yet; the reason goes to the reader and the denial to the log."""

    def __init__(self, told: NotAllowed | CaseFileError) -> None:
        super().__init__(told.code)
        self.told = told


def verb(action: Action) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Says which action a verb is. A verb inside a verb is its own."""

    def of(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def doing(*args: P.args, **kwargs: P.kwargs) -> R:
            token = _DOING.set(action)
            # What can be gone through only once would be empty the second time.
            whole: Any = tuple(tuple(one) if isinstance(one, Iterator) else one for one in args)
            try:
                return function(*whole, **kwargs)
            except CaseFileError as error:
                if error.code != "disk-is-full" or not _gives_room(whole):
                    raise
                return function(*whole, **kwargs)
            finally:
                _DOING.reset(token)

        doing.__dict__["action"] = action
        return doing

    return of


def _gives_room(given: Iterable[object]) -> bool:
    """Whether room was held aside beside the store that the verb was given, and is free now."""
    folders = (one.folder for one in given if isinstance(one, CaseStore))
    return any(folder is not None and release_ballast(folder) for folder in folders)


def action_now() -> Action:
    """What is being done. A verb that has not said so is a `Bug`: nothing is open to it."""
    action = _DOING.get()
    if action is None:
        raise Bug("verb_without_action")
    return action


def allows(reader: Reader, standing: Standing, row: CaseRow, action: Action) -> bool:
    """Whether the reader's actor, who stands so to the case, may do that with it now."""
    phase, is_alone = phase_of(State(row.state)), reader.actor.is_alone
    return may_any(standing, action, phase, is_protected=row.is_protected, is_alone=is_alone)


def check(reader: Reader, row: CaseRow, at: dt.datetime) -> None:
    """Raises `Refused` unless the actor may do with the case what is being done."""
    action = action_now()
    standing = reader.standings((row,), at)[row.id]
    if allows(reader, standing, row, action):
        return
    state, of_case = State(row.state), {"is_protected": row.is_protected, "is_alone": reader.actor.is_alone}
    if is_locked(state) and action in _LOCKED_WHEN_SENT and may_any(standing, action, Phase.DRAFT, **of_case):
        raise Refused(NotAllowed("sent_is_locked"))
    if knows_of(standing, phase_of(state), **of_case):
        raise Refused(NotAllowed("not_yours_to_do", action=action.value))
    raise Refused(CaseFileError("no-such-case", case=row.id))


@contextmanager
def denials_logged(store: CaseStore, case_id: CaseId | None, at: dt.datetime) -> Iterator[None]:
    """Whoever is refused in the block is told why, and the log gets a row of its own: nothing else is left of it."""
    try:
        yield
    except Refused as refused:
        with store.writing() as writer:
            writer.note_act(Act(action=action_now().value, outcome=Outcome.DENIED, case_id=case_id), at)
        raise refused.told from None


@contextmanager
def changing(store: CaseStore, case_id: CaseId) -> Iterator[tuple[Writer, CaseRow, dt.datetime]]:
    """A change of one case, checked and logged in its own transaction. Raises `CaseFileError` or `NotAllowed`."""
    at = clock.now()
    with denials_logged(store, case_id, at), store.writing() as writer:
        row = writer.hold(case_id)
        check(writer, row, at)
        yield writer, row, at
        _log(writer, row, at)


@contextmanager
def creating(store: CaseStore, case_id: CaseId) -> Iterator[tuple[Writer, dt.datetime]]:
    """A new case, at a unit where the actor may raise one; whoever plans in it is named for it.

    Raises `NotAllowed` when there is none.
    """
    at, action = clock.now(), action_now()
    with denials_logged(store, None, at), store.writing() as writer:
        unit, role = _unit_to_open_in(writer, action)
        writer.add_case(case_id, at, state=FIRST.value if unit else State.MAPPING.value, unit=unit)
        if unit and role in _NAMED_WHEN_RAISING:
            writer.name(case_id, store.actor.user, role, Relation.ASSIGNED)
        yield writer, at
        writer.note_act(Act(action=action.value, case_id=case_id), at)


def _unit_to_open_in(writer: Writer, action: Action) -> tuple[str, Role]:
    """A unit, and the role there that may raise a case. Raises `Refused` where there is none."""
    if writer.actor.is_alone:
        return "", Role.COACH
    held = sorted(writer.roles())
    here = {(role, unit): {(role, Relation.SAME_UNIT)} for role, unit in held if unit}
    for (role, unit), standing in here.items():
        if may_any(standing, action, Phase.MAPPING, is_protected=False):
            return unit, role
    raise Refused(NotAllowed("not_yours_to_do", action=action.value))


@contextmanager
def looking(store: CaseStore, case_id: CaseId) -> Iterator[tuple[Reader, CaseRow]]:
    """A look at one case. The log knows of it before anything is shown. Raises `CaseFileError` or `NotAllowed`."""
    at = clock.now()
    with denials_logged(store, case_id, at):
        with told_once(store, case_id, at) as is_new:
            if is_new:
                with store.writing() as writer:
                    row = writer.hold(case_id)
                    check(writer, row, at)
                    _log(writer, row, at)
        with store.reading() as reader:
            row = reader.case(case_id)
            check(reader, row, at)
            yield reader, row


def ask(store: CaseStore, case_id: CaseId) -> None:
    """Asks whether the actor may do this, where nothing of the case itself is read. Logged as a look is.

    Raises `CaseFileError` or `NotAllowed`.
    """
    with looking(store, case_id):
        return


@contextmanager
def looking_over(store: CaseStore) -> Iterator[tuple[Reader, tuple[CaseRow, ...]]]:
    """A look over those cases that the actor may do this with, the one changed last first."""
    at, action = clock.now(), action_now()
    with told_once(store, "", at) as is_new:
        if is_new:
            with store.writing() as writer:
                writer.note_act(Act(action=action.value), at)
    with store.reading() as reader:
        rows = reader.cases()
        standing = reader.standings(rows, at)
        yield reader, tuple(row for row in rows if allows(reader, standing[row.id], row, action))


@contextmanager
def told_once(store: CaseStore, what: str, at: dt.datetime) -> Iterator[bool]:
    """Whether this look at that is to be logged; it is known as logged when the block has been left well."""
    look = (store.actor.user, store.actor.session, what, action_now().value)
    last = store.seen.get(look)
    is_new = last is None or not last <= at < last + LOOK_LASTS
    yield is_new
    if is_new:
        store.seen[look] = at


def _log(writer: Writer, row: CaseRow, at: dt.datetime) -> None:
    act = Act(action=action_now().value, case_id=row.id)
    writer.note_act(act, at)
    if row.is_protected:
        writer.note_act(act.model_copy(update={"outcome": Outcome.DOUBLED}), at)
