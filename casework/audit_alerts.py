"""What somebody who watches over the log should look at: never a verdict on anybody, only where to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from casework import now as clock
from casework.case_records import FACTS
from casework.guarded import verb
from casework.overseeing import overseeing
from planning.access import Action
from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.actor import SYSTEM
from storage.audit import LoggedAct, Outcome
from storage.reading import Reader
from storage.records import CaseId
from storage.store import CaseStore
from storage.user_table import every_user

WATCHED = dt.timedelta(days=30)
"""So far back (our default)."""
FIRST_HOUR, LAST_HOUR = 6, 21
"""A working day begins and ends at these hours at school, Monday to Friday (our default)."""
MOST_CASES = 30
"""So many different cases within an hour are a usual day's work at most (our default: more than any coach has)."""
_OPENING = frozenset(
    {Action.SEE_CASE, Action.SEE_ANSWERS, Action.SEE_NOTES, Action.SEE_PLAN, Action.SEE_DOCUMENTS, Action.SEE_DECISION,
     Action.EXPORT_DATA}
)  # fmt: skip
_HOUR = dt.timedelta(hours=1)


class Why(StrEnum):
    """Why a row is pointed at."""

    DENIED = "denied"
    """Somebody asked for what is not theirs."""
    AFTER_HOURS = "after_hours"
    MANY = "many"
    """Somebody opened many cases within an hour."""
    SAME_NAME = "same_name"
    """Somebody who is called like the student, or a guardian, opened the case."""
    EMERGENCY = "emergency"
    """A case was opened in an emergency."""


class Pointed(Frozen):
    """Something to ask about."""

    why: Why
    who: str
    """The number of somebody on the staff."""
    at: dt.datetime
    """Of the newest of the acts."""
    times: int = 1
    case_id: str | None = None


@verb(Action.READ_AUDIT)
def to_ask_about(store: CaseStore) -> tuple[Pointed, ...]:
    """What the last thirty days hold that somebody should ask about, the newest first. Raises `NotAllowed`."""
    with overseeing(store, is_look=True) as (reader, at):
        acts = tuple(_since(reader.log(), at - WATCHED))
        alike = _named_alike(reader) if not store.actor.is_alone else {}
    return pointed_in(acts, alike, is_alone=store.actor.is_alone)


def pointed_in(
    acts: Iterable[LoggedAct], alike: Mapping[str, frozenset[str]] = {}, *, is_alone: bool = False
) -> tuple[Pointed, ...]:
    """What those acts, the newest first, hold. `alike`: the cases of students who are called like somebody.

    The program's own acts are left out; one who is alone has nobody to ask but themselves, and sees denials alone.
    """
    of_people = [act for act in acts if act.actor != SYSTEM.user and act.outcome is not Outcome.DOUBLED]
    found = list(_together(Why.DENIED, (act for act in of_people if act.outcome is Outcome.DENIED)))
    if not is_alone:
        done = [act for act in of_people if act.outcome is Outcome.DONE]
        found += _together(Why.AFTER_HOURS, filter(_is_after_hours, done))
        found += _together(Why.EMERGENCY, filter(_is_emergency, done))
        found += _together(Why.SAME_NAME, (act for act in done if act.case_id in alike.get(act.actor, ())))
        found += _many(done)
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _is_emergency(act: LoggedAct) -> bool:
    """Of a case; a look over the emergencies of a unit is of none."""
    return act.action == Action.BREAK_THE_GLASS and act.case_id is not None


def _together(why: Why, acts: Iterable[LoggedAct]) -> Iterator[Pointed]:
    """One line for each person and case, or person and day where there is no case: the newest, and how many."""
    found: dict[tuple[object, ...], Pointed] = {}
    for act in acts:
        day = act.at.astimezone(clock.SCHOOL_TIME).date()
        key = (act.actor, act.case_id, day if why is Why.AFTER_HOURS or act.case_id is None else None)
        first = found.get(key) or Pointed(why=why, who=act.actor, at=act.at, times=0, case_id=act.case_id)
        found[key] = first.model_copy(update={"times": first.times + 1})
    yield from found.values()


def _many(acts: Iterable[LoggedAct]) -> Iterator[Pointed]:
    """Whoever opened more than so many different cases within one hour: once a day, with the most of that day."""
    opened: dict[str, list[LoggedAct]] = {}
    for act in acts:
        if act.action in _OPENING and act.case_id is not None:
            opened.setdefault(act.actor, []).append(act)
    for who, newest_first in opened.items():
        most: dict[dt.date, Pointed] = {}
        start = 0
        in_order = newest_first[::-1]
        for end, act in enumerate(in_order):
            while in_order[start].at <= act.at - _HOUR:
                start += 1
            count = len({one.case_id for one in in_order[start : end + 1]})
            day = act.at.astimezone(clock.SCHOOL_TIME).date()
            if count > MOST_CASES and (day not in most or count > most[day].times):
                most[day] = Pointed(why=Why.MANY, who=who, at=act.at, times=count)
        yield from most.values()


def _is_after_hours(act: LoggedAct) -> bool:
    local = act.at.astimezone(clock.SCHOOL_TIME)
    return local.isoweekday() > 5 or not FIRST_HOUR <= local.hour < LAST_HOUR


def _since(acts: Iterable[LoggedAct], moment: dt.datetime) -> Iterator[LoggedAct]:
    for act in acts:
        if act.at < moment:
            return
        yield act


def _named_alike(reader: Reader) -> dict[str, frozenset[str]]:
    """For each user the cases of students who share their last name, as far as names are known. None leaves this."""
    users = {user.id: last_name(user.name) for user in every_user(reader)}
    cases: dict[str, set[str]] = {}
    for row in reader.cases():
        for name in _last_names(reader, row.id):
            cases.setdefault(name, set()).add(row.id)
    return {user: frozenset(cases.get(name, ())) for user, name in users.items() if name}


def _last_names(reader: Reader, case_id: CaseId) -> frozenset[str]:
    """Of the student and the guardians; none for a case that cannot be read."""
    try:
        kept = reader.latest(FACTS, case_id)
    except CaseFileError:
        return frozenset()
    if kept is None:
        return frozenset()
    student = kept.noun.document.student
    names = (student.full_name, *(guardian.name for guardian in student.guardians))
    return frozenset(map(last_name, names)) - {""}


def last_name(name: str) -> str:
    """The last word of a whole name, to compare with; empty where there is only one."""
    words = name.split()
    return words[-1].casefold() if len(words) > 1 else ""
