"""Looking for a plan while somebody watches: begun, looked at, cancelled, and kept when it has ended.

The search goes on in a worker process; which searches go on is known to this process, not to any tab. What a search
comes to is kept by whoever looks next. A tab that is closed loses nothing, and a server that is restarted no more than
a search that can be begun again.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache

from casework.app_verbs import problem_for, with_first_day
from casework.case import Case
from casework.cases import CaseId, CaseStore, keep_plan, open_case
from casework.draft_word import ask_anew
from casework.guarded import ask, verb
from planning.access import Action
from planning.errors import Bug
from planning.frozen import Frozen
from planning.outcomes import Found, Interrupted, InterruptedBy
from planning.plan import Plan
from scheduler.worker import SECONDS, Job, Planners

LONGER_SECONDS = 3 * SECONDS
"""How long a search may go on that is tried again from the same because it was not finished. Our default."""
WORKERS = 2
"""So many searches at once; the second process is started when it is first needed. Our default."""


class SearchSeen(Frozen):
    """Where a search stands: `done` of `of` parts are settled (0 of 0 before the first sign)."""

    done: int = 0
    of: int = 0
    best: Plan | None = None
    """The best plan so far; it has passed every check."""
    seconds: float = 0.0
    """How long it has been going on; 0 while it waits for another search to end."""
    is_queued: bool = False
    place: int = 0
    """Its place among those that wait, from 1; 0: it does not wait."""


@dataclass(frozen=True)
class _Search:
    job: Job
    revision: int
    """That of the case it was begun from."""


_GOING: dict[tuple[str, CaseId], _Search] = {}
_LOCK = threading.Lock()


@cache
def the_planners() -> Planners:
    """The worker processes of this program, shared by every tab."""
    return Planners(at_most=WORKERS)


def close_planners() -> None:
    """End every search and every worker process of this program. The next search starts new ones."""
    the_planners().close()
    the_planners.cache_clear()


@verb(Action.MAKE_PLAN)
def begin_search(store: CaseStore, case: Case) -> bool:
    """Look for a plan from what is known now; False while there is no timetable. Raises `BadInput` like `problem_for`.

    One that is looked for already from the same is left to go on; one from what was known earlier is cancelled.
    """
    ask(store, case.id)
    case = with_first_day(store, case)
    problem = problem_for(case)
    if problem is None:
        return False
    with _LOCK:
        going = _GOING.get((store.place, case.id))
        if going is None or going.revision != case.revision:
            if going is not None:
                going.job.cancel()
            job = the_planners().start(problem, seconds=LONGER_SECONDS if _was_not_finished(case) else SECONDS)
            _GOING[store.place, case.id] = _Search(job, case.revision)
    return True


@verb(Action.SEE_PLAN)
def is_searching(store: CaseStore, case_id: CaseId) -> bool:
    """Whether a search for that case goes on, or has ended with nobody having kept what it came to."""
    ask(store, case_id)
    return (store.place, case_id) in _GOING


@verb(Action.SEE_PLAN)
def look_at_search(store: CaseStore, case_id: CaseId) -> SearchSeen | None:
    """Where the search for that case stands; None when there is none, or what it came to is kept already."""
    ask(store, case_id)
    search = _GOING.get((store.place, case_id))
    if search is None:
        return None
    progress = search.job.progress
    told = {} if progress is None else {"done": progress.done, "of": progress.of, "best": progress.best}
    place = the_planners().place_of(search.job)
    return SearchSeen(seconds=search.job.seconds, is_queued=search.job.is_queued, place=place, **told)


@verb(Action.MAKE_PLAN)
def cancel_search(store: CaseStore, case_id: CaseId) -> None:
    """End the search for that case, if there is one. What it had found is kept like any other outcome."""
    ask(store, case_id)
    search = _GOING.get((store.place, case_id))
    if search is not None:
        search.job.cancel()


@verb(Action.MAKE_PLAN)
def keep_search(store: CaseStore, case_id: CaseId, *, within: float = 0.0) -> bool:
    """Keep what the search came to, if it ends within so many seconds. False while it goes on.

    Where the draft became another, what was said of the one before is taken back. Raises `Bug` when the planner broke.
    """
    ask(store, case_id)
    search = _GOING.get((store.place, case_id))
    if search is None:
        return True
    try:
        outcome = search.job.wait(within)
    except Bug:
        _let_go(store, case_id, search)
        raise
    if outcome is None:
        return False
    if _let_go(store, case_id, search):
        before = open_case(store, case_id)
        keep_plan(store, case_id, outcome, revision=search.revision)
        ask_anew(store, before)
    return True


@verb(Action.MAKE_PLAN)
def use_best_so_far(store: CaseStore, case: Case) -> None:
    """Go on with the best plan that an interrupted search had found. Where there is none nothing happens."""
    if case.plan is not None and isinstance(case.plan.outcome, Interrupted) and case.plan.outcome.best is not None:
        keep_plan(store, case.id, Found(plan=case.plan.outcome.best), revision=case.plan.revision)
        ask_anew(store, case)


@verb(Action.MAKE_PLAN)
def return_to_last_good(store: CaseStore, case: Case) -> None:
    """Go back to the last plan that was found. It says, as before, whether something has changed since it was made."""
    good = case.last_good_plan
    if good is not None:
        keep_plan(store, case.id, good.outcome, revision=good.revision)


def _let_go(store: CaseStore, case_id: CaseId, search: _Search) -> bool:
    """Whether the search was still the case's, and nobody else has kept what it came to."""
    with _LOCK:
        if _GOING.get((store.place, case_id)) is not search:
            return False
        del _GOING[store.place, case_id]
        return True


def _was_not_finished(case: Case) -> bool:
    """Whether the last search from the same ended because its time was over, or left a plan that is not proven."""
    match case.plan.outcome if case.plan is not None and case.plan_is_current else None:
        case Interrupted(why=InterruptedBy.OUT_OF_TIME):
            return True
        case Found(plan=plan):
            return not plan.proven
        case _:
            return False
