"""Other plans to choose among, looked for while somebody watches.

The search goes on in a worker process, like the one for the plan itself. What was found is kept for that revision of
the case, so that a reload or another tab does not look again; it is reached only past the same check as the plan.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from casework import searching
from casework.cases import Case, CaseId, CaseStore
from casework.changing import at_hand, choose_alternative
from casework.guarded import ask, verb
from planning.access import Action
from planning.alternatives import Alternatives, WhyNone
from planning.errors import Bug, NotAllowed
from planning.frozen import Frozen
from planning.outcomes import Outcome
from scheduler.worker import ChoiceJob

SECONDS = 30.0
"""So long other plans are looked for at most. Our default: mostly it takes a second or two."""
MOST_KEPT = 8
"""Of so many cases what was found is remembered. Our default: a coach has one in hand."""


class ChoicesSeen(Frozen):
    """Where the search stands: `done` of `of` ways of being different are looked along. `place` in line; 0: begun."""

    done: int = 0
    of: int = 0
    place: int = 0
    answer: Alternatives | None = None
    """What it came to, once it has ended."""


@dataclass(frozen=True)
class _Looked:
    job: ChoiceJob
    revision: int


_LOOKED: OrderedDict[tuple[str, CaseId], _Looked] = OrderedDict()
_LOCK = threading.Lock()


@verb(Action.CHANGE_PLAN)
def begin_choices(store: CaseStore, case: Case) -> None:
    """Look for other plans beside the case's; what is looked for from the same already goes on.

    One that was stopped is begun anew. Raises `NotAllowed` while there is no plan, or it is an old one.
    """
    ask(store, case.id)
    key = store.place, case.id
    with _LOCK:
        looked = _LOOKED.get(key)
        if looked is not None and looked.revision == case.revision and not _was_cut_short(looked.job):
            return
        if looked is not None:
            looked.job.cancel()
        _LOOKED[key] = _Looked(searching.the_planners().start_choices(*at_hand(case), seconds=SECONDS), case.revision)
        _LOOKED.move_to_end(key)
        while len(_LOOKED) > MOST_KEPT:
            _LOOKED.popitem(last=False)[1].job.cancel()


@verb(Action.SEE_PLAN)
def look_at_choices(store: CaseStore, case: Case, *, within: float = 0.0) -> ChoicesSeen | None:
    """Where the search from that revision of the case stands, at the latest so many seconds from now.

    None where nobody has asked for one. Raises `Bug` when the planner broke; it is forgotten then.
    """
    ask(store, case.id)
    looked = _of(store, case)
    if looked is None:
        return None
    try:
        answer = looked.job.wait(within)
    except Bug:
        with _LOCK:
            _LOOKED.pop((store.place, case.id), None)
        raise
    progress = looked.job.progress
    done, of = (progress.done, progress.of) if progress is not None else (0, 0)
    return ChoicesSeen(done=done, of=of, place=searching.the_planners().place_of(looked.job), answer=answer)


@verb(Action.CHANGE_PLAN)
def stop_choices(store: CaseStore, case: Case) -> None:
    """End the search, if there is one. What has been found before it stays."""
    ask(store, case.id)
    looked = _of(store, case)
    if looked is not None:
        looked.job.cancel()


@verb(Action.CHANGE_PLAN)
def choose_among(store: CaseStore, case: Case, number: int) -> Outcome:
    """Keep the plan of that number, from 1, among those that were found, as `choose_alternative` does.

    Raises `NotAllowed` when none have been found from that revision.
    """
    looked = _of(store, case)
    answer = looked.job.wait(0) if looked is not None else None
    if answer is None:
        ask(store, case.id)
        raise NotAllowed("plan_is_old")
    return choose_alternative(store, case, number, among=answer)


def _of(store: CaseStore, case: Case) -> _Looked | None:
    with _LOCK:
        looked = _LOOKED.get((store.place, case.id))
    return looked if looked is not None and looked.revision == case.revision else None


def _was_cut_short(job: ChoiceJob) -> bool:
    """Whether it ended without having looked to the end; one that broke too."""
    try:
        answer = job.wait(0)
    except Bug:
        return True
    return answer is not None and answer.why_none in (WhyNone.STOPPED, WhyNone.OUT_OF_TIME)
