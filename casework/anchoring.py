"""The log's newest row, written down apart from it now and then, and the log held against that."""

from __future__ import annotations

import datetime as dt

from casework import now as clock
from casework.guarded import verb
from casework.overseeing import overseeing
from casework.unlocking import Places, Safe, the_safe
from planning.access import Action
from planning.frozen import Frozen
from storage.anchors import ANCHOR_FILE, Anchors
from storage.audit import ChainBreak, Head
from storage.store import CaseStore


class LogState(Frozen):
    """Whether the log holds, by itself and against the anchors."""

    head: Head
    broken: ChainBreak | None
    sound_until: dt.datetime | None
    """When the rows before the break were last written down apart from the log; None where never."""
    restored: tuple[dt.datetime, ...]
    """When an older copy was put back."""


def anchor_at_once(safe: Safe | None = None) -> None:
    """Writes the newest row down now: before the app locks or stops. Does nothing where it is locked already."""
    opened = safe or the_safe()
    if opened.is_open:
        anchors_of(opened.places).keep_up(opened.store().head(), clock.now(), at_once=True)


@verb(Action.READ_AUDIT)
def check_log(store: CaseStore, places: Places | None = None) -> LogState:
    """Whether the log holds. Raises `CaseFileError` when the file itself does not."""
    anchors = anchors_of(places or the_safe().places)
    broken = store.check(anchors.standing())
    head = store.head()
    with overseeing(store, is_look=True):
        return LogState(
            head=head,
            broken=broken,
            sound_until=anchors.before(broken.number) if broken else None,
            restored=tuple(one.at for one in anchors.every() if one.is_restored),
        )


def anchors_of(where: Places) -> Anchors:
    """The file of anchors of this installation."""
    return Anchors(where.folder / ANCHOR_FILE)
