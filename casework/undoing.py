"""Going back and forth among changes made by hand: put back, unlocked, and what the last one moved.

Every word is kept as a row of its own, in the case and not in a tab: what was undone can be done again after a reload,
and on another device. `casework.changes.can_be_put_back` says for how long.
"""

from __future__ import annotations

from collections.abc import Callable

from casework.case import Case
from casework.case_records import change_of
from casework.changes import HandChange
from casework.changing import keep_words, plan_at_hand, plan_of_number, problem_after, taken_back
from casework.guarded import verb
from planning.access import Action
from planning.checks.judge import broken_promises
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.needs import KeepLesson
from planning.outcomes import Found, Outcome
from planning.plan import Plan
from planning.problem import Problem
from planning.reasons import explained
from planning.timetable import LessonId, WeekLabel
from scheduler.replanning import replan
from storage.store import CaseStore


class LastChange(Frozen):
    """The change made last of those that stand, and the plan that it was made in."""

    change: HandChange
    before: Plan


@verb(Action.CHANGE_PLAN)
def put_back(store: CaseStore, case: Case, change_id: str, *, from_step: int = 1) -> Outcome:
    """Do again what was taken back. The plan that it stood in comes back where it keeps every need; else the nearest.

    Raises `BadInput` for another's id, and for what a new change has left behind.
    """
    change = next((one for one in case.taken_back if one.id == change_id), None)
    if change is None:
        raise BadInput("no_such_change", field="change", value=change_id)
    plan = plan_at_hand(case)
    number = case.plan.number if case.plan else None
    word = change.model_copy(update={"is_taken_back": False, "plan_before": number, "plan_with": None})
    was = plan_of_number(store, case.id, change.plan_with)
    return _kept(store, case, [word], was or plan, from_step)


@verb(Action.CHANGE_PLAN)
def unlock(
    store: CaseStore, case: Case, lesson: LessonId, step: int, week: WeekLabel = "", *, from_step: int = 1
) -> Outcome:
    """Let go of what locks the lesson in that step and week. It stays where it is until something moves it.

    Raises `BadInput` where nothing locks it.
    """
    words = [_without_lock(case, change, lesson) for change in locks_on(case, lesson, step, week)]
    if not words:
        raise BadInput("no_such_change", field="lesson", value=lesson)
    return _kept(store, case, words, plan_at_hand(case), from_step)


def locks_on(case: Case, lesson: LessonId, step: int, week: WeekLabel = "") -> tuple[HandChange, ...]:
    """The changes that stand and keep that lesson there, in that step and week."""
    return tuple(
        change
        for change in case.changes
        if any(
            isinstance(need, KeepLesson) and need.lesson.id == lesson and need.holds_in(step, week)
            for need in change.needs
        )
    )


def last_change(case: Case, plan_of: Callable[[int | None], Plan | None]) -> LastChange | None:
    """What was done last of what stands, with the plan as it was before; None where that plan is not known.

    `plan_of` gives the kept plan of a number.
    """
    if not case.changes:
        return None
    change = case.changes[-1]
    before = plan_of(change.plan_before)
    return LastChange(change=change, before=before) if before is not None else None


def _without_lock(case: Case, change: HandChange, lesson: LessonId) -> HandChange:
    """The change without that lock; one that was nothing else is taken back."""
    rest = tuple(n for n in change.needs if not (isinstance(n, KeepLesson) and n.lesson.id == lesson))
    return change.model_copy(update={"needs": rest}) if rest else taken_back(case, change)


def _kept(store: CaseStore, case: Case, words: list[HandChange], plan: Plan, from_step: int) -> Outcome:
    """That plan itself where it keeps every need once the words stand, otherwise the one nearest to it."""
    problem: Problem = problem_after(case, *words)
    if broken_promises(problem, plan):
        outcome = replan(problem, plan, from_step=from_step)
    else:
        outcome = Found(plan=explained(problem, plan))
    if isinstance(outcome, Found):
        with change_of(store, case.id) as kept:
            keep_words(kept, case, words, outcome)
    return outcome
