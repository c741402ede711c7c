"""The log as it is looked at: all of it, one unit's, one case's, one's own acts; and the extract for a student.

Each of these is a verb of its own, and is logged like any other look. Names do not stand in the log: it tells of staff
by their numbers, and the extract by their roles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from casework import now as clock
from casework.data_gathering import For
from casework.guarded import looking, looking_over, verb
from casework.overseeing import looking_at_oneself, overseeing
from exports.data_export import Extract, ExtractPart, build_extract
from exports.pdf import render_pdf
from planning.access import Action, Role
from planning.frozen import Frozen
from storage.audit import LoggedAct, Outcome
from storage.log_people import roles_of
from storage.reading import Reader
from storage.records import CaseId
from storage.store import CaseStore
from wording.acts import say_act, say_outcome
from wording.audit import say_extract, say_moment, say_role

WHOLE_NUMBER = 36
"""Signs of a case's number."""
PAGE = 50
"""Rows at a time (our default)."""
EXTRACT_NAME = "loggutdrag.pdf"
"""Tells of nobody."""

_KEPT_FROM_GUARDIANS = frozenset(
    {Action.ANSWER, Action.SEE_ANSWERS, Action.SHARE, Action.MARK_SUMMARY, Action.SEE_NOTES, Action.WRITE_NOTE,
     Action.HANDLE_ALERT, Action.SET_PROTECTION}
)  # fmt: skip
"""That a child has told something can itself be what must not be known at home (OSL 12 kap. 3 §): it is left out."""


class Wanted(Frozen):
    """Which rows are looked for; what is left empty is not asked for."""

    case_id: str = ""
    """How the case's number begins."""
    who: str = ""
    """How the number of somebody on the staff begins."""
    action: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    """Both days are in it, as they are at school."""
    only_denied: bool = False

    def has(self, act: LoggedAct) -> bool:
        """Whether that row is one of them."""
        day = act.at.astimezone(clock.SCHOOL_TIME).date()
        return (
            (act.case_id or "").startswith(self.case_id)
            and act.actor.startswith(self.who)
            and self.action in ("", act.action)
            and (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
            and (not self.only_denied or act.outcome is Outcome.DENIED)
        )


EVERYTHING = Wanted()


class LogPage(Frozen):
    """So many rows, the newest first."""

    rows: tuple[LoggedAct, ...]
    older: int | None
    """Ask for what comes before this number; None at the end."""


@verb(Action.READ_AUDIT)
def read_whole_log(store: CaseStore, wanted: Wanted = EVERYTHING, before: int | None = None) -> LogPage:
    """All of it, for whoever watches over the whole installation. Raises `NotAllowed`."""
    with overseeing(store, is_look=True) as (reader, _):
        return _page(_newest_first(reader, wanted, before), wanted)


@verb(Action.SEE_LOG)
def read_unit_log(store: CaseStore, wanted: Wanted = EVERYTHING, before: int | None = None) -> LogPage:
    """What was done with those cases whose log the actor may see: a coordinator's unit, a student's own case."""
    with looking_over(store) as (reader, rows):
        mine = {row.id for row in rows}
        return _page((act for act in _newest_first(reader, wanted, before) if act.case_id in mine), wanted)


@verb(Action.SEE_LOG)
def read_case_log(
    store: CaseStore, case_id: CaseId, wanted: Wanted = EVERYTHING, before: int | None = None
) -> LogPage:
    """Who has read and done what in one case. Raises `CaseFileError`, `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        return _page(reader.log(row.id, before=before), wanted)


class View(StrEnum):
    """What of the log somebody may look at."""

    WHOLE = "whole"
    UNIT = "unit"
    OWN = "own"


class OwnActs(Frozen):
    """What one has done oneself, and what else of the log one may look at."""

    page: LogPage
    views: tuple[View, ...]


@verb(Action.SEE_LOG)
def read_own_acts(store: CaseStore, wanted: Wanted = EVERYTHING, before: int | None = None) -> OwnActs:
    """What one has done oneself; that is nobody's to refuse, and is logged too."""
    with looking_at_oneself(store) as reader:
        mine = (act for act in _newest_first(reader, wanted, before) if act.actor == store.actor.user)
        return OwnActs(page=_page(mine, wanted), views=tuple(_views(reader)))


def _views(reader: Reader) -> Iterator[View]:
    held = {role for role, _ in reader.roles()}
    if reader.actor.is_alone or Role.DATA_PROTECTION_OFFICER in held:
        yield View.WHOLE
    if Role.COORDINATOR in held:
        yield View.UNIT
    yield View.OWN


@verb(Action.SEE_LOG)
def log_extract(store: CaseStore, case_id: CaseId, receiver: For = For.STUDENT) -> Extract:
    """Who has read and done what in the case, in plain words, by roles and not by names.

    For a guardian without what would tell that the child has told something. Raises `CaseFileError`, `NotAllowed`.
    """
    with looking(store, case_id) as (reader, row):
        acts = tuple(reader.log(row.id))
        roles = roles_of(reader, {act.actor for act in acts}, row.id)
    told = [act for act in acts if act.outcome is not Outcome.DOUBLED and _goes_to(receiver, act, roles)]
    words = say_extract(is_guardian=receiver is For.GUARDIAN)
    rows = tuple((say_moment(_local(act.at)), _what(act), say_role(act.actor, roles.get(act.actor))) for act in told)
    part = ExtractPart(heading=words.heading, head=words.head, rows=rows, widths=(2.2, 4.2, 2.6))
    return Extract(title=words.title, lead=words.lead, about=words.about, parts=(part,))


def extract_as_pdf(extract: Extract) -> bytes:
    """The extract to print, or to give as a file."""
    return render_pdf(build_extract(extract))


def _goes_to(receiver: For, act: LoggedAct, roles: Mapping[str, frozenset[Role]]) -> bool:
    if receiver is For.STUDENT:
        return True
    return act.action not in _KEPT_FROM_GUARDIANS and Role.STUDENT not in roles.get(act.actor, frozenset())


def _what(act: LoggedAct) -> str:
    outcome = say_outcome(act.outcome.value)
    return f"{say_act(act.action)} ({outcome})" if outcome else say_act(act.action)


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(clock.SCHOOL_TIME)


def _newest_first(reader: Reader, wanted: Wanted, before: int | None) -> Iterable[LoggedAct]:
    """From before that number; a case's own rows where its whole number is given."""
    is_whole = len(wanted.case_id) == WHOLE_NUMBER
    return reader.log(CaseId(wanted.case_id) if is_whole else None, before=before)


def _page(acts: Iterable[LoggedAct], wanted: Wanted) -> LogPage:
    found: list[LoggedAct] = []
    for act in acts:
        if wanted.since is not None and act.at.astimezone(clock.SCHOOL_TIME).date() < wanted.since:
            # The newest come first: nothing further down is of that time.
            break
        if wanted.has(act):
            found.append(act)
        if len(found) > PAGE:
            break
    is_more = len(found) > PAGE
    rows = tuple(found[:PAGE])
    return LogPage(rows=rows, older=rows[-1].number if is_more else None)
