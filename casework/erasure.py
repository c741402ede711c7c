"""Erasing a case: seen first, asked for by one person and confirmed by another, and then gone in every copy.

The key of the case is destroyed, so that what older copies hold of it cannot be read by anybody; its rows are removed
and overwritten; its opaque id stays in the ledger, so that an older copy that is put back is cleared of it too. What
has been asked for stands in the log and nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from casework import now as clock
from casework.data_classes import DataClass, load_data_classes
from casework.data_gathering import RECORDS
from casework.guarded import changing, verb
from casework.retention import Hindered, hindrances, plan_in_force
from casework.unlocking import the_safe
from planning.access import Action
from planning.errors import BadInput, CaseFileError, NotAllowed
from planning.frozen import Frozen
from storage.audit import Act, LoggedAct, Outcome
from storage.reading import EVENTS, Reader
from storage.records import CaseId, CaseRow
from storage.store import CaseStore

ASKED, WITHDRAWN, CONFIRMED = "erasure_asked", "erasure_withdrawn", "erasure_confirmed"
"""What the log calls the parts of an erasure, beside the action itself."""
CONFIRMED_WITHIN = dt.timedelta(days=7)
"""After that it has to be asked for anew (our default: long enough for a colleague to be at work)."""


class AskedFor(Frozen):
    """An erasure that waits for a second person."""

    by: str
    at: dt.datetime
    until: dt.datetime


class ErasureReport(Frozen):
    """What an erasure would take away, before anything is done. It holds numbers and nothing of the student's."""

    case_id: CaseId
    by_class: Mapping[DataClass, int]
    """Rows, by the class of the most telling thing in them."""
    unreadable: tuple[str, ...] = ()
    """Tables with a row that is damaged: what is in them would go as well."""
    hindered: tuple[Hindered, ...]
    asked: AskedFor | None
    """Who has asked for it already."""

    @property
    def is_possible(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.hindered


@verb(Action.ERASE)
def erasure_report(store: CaseStore, case_id: CaseId, folder: Path | None = None) -> ErasureReport:
    """The dry run: what would be removed, what stands in the way, and whether somebody has asked.

    Changes nothing but the log. It is a transaction that could write, since only there a database server's own rules
    show all of a case to one who may erase it and not read it.
    """
    with changing(store, case_id) as (reader, row, _):
        return _report(reader, row, folder)


@verb(Action.ERASE)
def ask_erasure(store: CaseStore, case_id: CaseId, folder: Path | None = None) -> AskedFor:
    """Asks that the case be erased. Asking once more begins the seven days anew. Raises `NotAllowed`."""
    with changing(store, case_id) as (writer, row, at):
        _refuse_if_hindered(writer, row, folder)
        writer.note_act(Act(action=ASKED, case_id=row.id), at)
        return AskedFor(by=store.actor.user, at=at, until=at + CONFIRMED_WITHIN)


@verb(Action.ERASE)
def withdraw_erasure(store: CaseStore, case_id: CaseId) -> None:
    """Takes back what was asked for, whoever asked. Raises `NotAllowed` where nothing waits."""
    with changing(store, case_id) as (writer, row, at):
        _waiting(writer, row, at)
        writer.note_act(Act(action=WITHDRAWN, case_id=row.id), at)


@verb(Action.ERASE)
def confirm_erasure(
    store: CaseStore, case_id: CaseId, *, recovery_key: str = "", folder: Path | None = None
) -> None:
    """Erases the case that somebody else has asked to have erased. It cannot be undone.

    Where one coach works alone the second person is whoever holds the printed recovery key. Raises `NotAllowed`:
    nothing is asked for, the seven days have passed, it is the same person, or something stands in the way.
    """
    holds_key = bool(recovery_key) and _is_printed_key(recovery_key)
    with changing(store, case_id) as (writer, row, at):
        asked = _waiting(writer, row, at)
        is_second = holds_key if store.actor.is_alone else asked.by != store.actor.user
        if not is_second:
            raise NotAllowed("recovery_key_needed" if store.actor.is_alone else "second_person_needed")
        _refuse_if_hindered(writer, row, folder)
        writer.note_act(Act(action=CONFIRMED, case_id=row.id), at)
        writer.erase(row.id, at)


def _report(reader: Reader, row: CaseRow, folder: Path | None) -> ErasureReport:
    at = clock.now()
    classes = load_data_classes()
    rows: Counter[DataClass] = Counter()
    unreadable = []
    for record in (EVENTS, *RECORDS):
        try:
            found = reader.events(row.id) if record is EVENTS else reader.every(record, row.id)
            rows[classes.content_class(record.table.name)] += len(found)
        except CaseFileError:
            unreadable.append(record.table.name)
    return ErasureReport(
        case_id=row.id,
        by_class={kind: rows[kind] for kind in DataClass if rows[kind]},
        unreadable=tuple(unreadable),
        hindered=hindrances(reader, row, plan_in_force(folder).plan, at.astimezone(clock.SCHOOL_TIME).date()),
        asked=_asked(reader.log(row.id), at),
    )


def _refuse_if_hindered(reader: Reader, row: CaseRow, folder: Path | None) -> None:
    hindered = hindrances(reader, row, plan_in_force(folder).plan, clock.today())
    if hindered:
        first = hindered[0]
        raise NotAllowed(f"erasure_{first.why.value}", until=first.until.isoformat() if first.until else "")


def _waiting(reader: Reader, row: CaseRow, at: dt.datetime) -> AskedFor:
    asked = _asked(reader.log(row.id), at)
    if asked is None:
        raise NotAllowed("erasure_not_asked")
    return asked


def _asked(log: Iterable[LoggedAct], at: dt.datetime) -> AskedFor | None:
    """What waits, from the log with the newest first."""
    last = next((act for act in log if act.action in (ASKED, WITHDRAWN) and act.outcome is Outcome.DONE), None)
    if last is None or last.action == WITHDRAWN or not last.at <= at < last.at + CONFIRMED_WITHIN:
        return None
    return AskedFor(by=last.actor, at=last.at, until=last.at + CONFIRMED_WITHIN)


def _is_printed_key(text: str) -> bool:
    """Whether that opens the keys. What cannot be one at all is told by the same words as a wrong one."""
    try:
        return the_safe().has_recovery_key(text)
    except BadInput:
        return False
