"""What coach and student do with a plan by hand: change, take back, keep all the same, ask why, choose another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import uuid4

from casework import case_records
from casework import now as clock
from casework.app_verbs import problem_for
from casework.case import Case, PlanMade
from casework.case_records import CHANGES, PLANS, change_of
from casework.changes import HandChange, forgotten, giving_up, in_place_of, standing_changes
from casework.guarded import looking, verb
from planning.access import Action
from planning.alternatives import Alternatives, first_steps
from planning.answers_why import WhyNot
from planning.checks.judge import broken_promises
from planning.errors import BadInput, NotAllowed
from planning.hand_editing import ChangeCheck, check_change, edited
from planning.needs import (
    AnyNeed,
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonPart,
    LessonSetting,
    NamedLesson,
    NeedId,
    Origin,
    Respondent,
    Source,
    Strength,
    Window,
)
from planning.outcomes import Conflict, Found, Outcome
from planning.plan import Plan, PlannedLesson
from planning.plan_changes import Change, SlotChange, attended, changes_between
from planning.problem import Problem
from planning.reasons import explained
from planning.timetable import LessonId, OccasionId
from scheduler.alternatives import alternatives
from scheduler.replanning import replan
from scheduler.why_not import why_not
from storage.records import CaseId
from storage.store import CaseStore

HAND = Origin(source=Source.HAND, ref="hand", by=Respondent.COACH)
GRID = 5
"""Minutes that the parts of a lesson are settled in, but for the lesson's own edges."""


def settled_about(case: Case, kind: type[HandNeed], lesson: LessonId, **fields: object) -> HandNeed:
    """What is settled about that lesson, as a need. Raises `BadInput` when the timetable has no such lesson."""
    found = next((one for one in case.timetable.lessons if one.id == lesson), None) if case.timetable else None
    if found is None:
        raise BadInput("no_such_lesson", field="lesson", value=lesson)
    need = kind.model_validate(
        {"id": NeedId("hand"), "origin": HAND, "strength": Strength.HARD, "lesson": NamedLesson.of(found), **fields}
    )
    at = need.at if isinstance(need, KeepLesson | LessonPart) else None
    if at is not None and not (found.start <= at.start < at.end <= found.end):
        raise BadInput("part_outside_lesson", field="at")
    if at is not None and any(time % GRID and time not in (found.start, found.end) for time in (at.start, at.end)):
        raise BadInput("not_on_grid", field="at", minutes=GRID)
    return need


def check(case: Case, needs: Iterable[HandNeed]) -> ChangeCheck:
    """What the change would break, before anything is kept or moved: the live check."""
    own = tuple(needs)
    plan = plan_at_hand(case)
    return check_change(problem_after(case, _made(case, own, is_tried=True)), plan, own)


@verb(Action.CHANGE_PLAN)
def change_plan(store: CaseStore, case: Case, needs: Sequence[HandNeed], *, from_step: int = 1) -> Outcome:
    """Make the change: what comes out is kept when it is a plan; a conflict changes nothing in the case."""
    return _make(store, case, _made(case, needs), from_step)


@verb(Action.CHANGE_PLAN)
def keep_with_reason(
    store: CaseStore,
    case: Case,
    needs: Sequence[HandNeed],
    reason: str,
    *,
    from_step: int = 1,
    known: Conflict | None = None,
) -> Outcome:
    """Make the change although needs speak against it: they are given up in its steps, for the reason written down.

    `known` is what is known to collide with it in this very plan already, and need not be looked for again.
    Raises `NotAllowed` when one of them keeps somebody out of harm's way or is a fact, `BadInput` without a reason.
    """
    if not reason.strip():
        raise BadInput("reason_missing", field="reason")
    plan = plan_at_hand(case)
    change = _made(case, needs, reason=reason.strip())
    if known is not None:
        against = [need for need in known.needs if need.origin.source is not Source.HAND]
        change = change.model_copy(update={"gives_up": giving_up(against, needs, len(plan.steps))})
    while True:
        outcome = _searched(problem_after(case, change), plan, change, from_step)
        if not isinstance(outcome, Conflict):
            return _make(store, case, change, from_step)
        against = [need for need in outcome.needs if need.origin.source is not Source.HAND]
        given_up = giving_up(against, needs, len(plan.steps))
        if not against or set(given_up) <= set(change.gives_up):
            return outcome
        change = change.model_copy(update={"gives_up": tuple(dict.fromkeys((*change.gives_up, *given_up)))})


@verb(Action.CHANGE_PLAN)
def take_back(store: CaseStore, case: Case, change_id: str, *, from_step: int = 1) -> Outcome:
    """Undo a change. The plan that it was made in comes back, where it still keeps every need; else the nearest one."""
    change = next((one for one in case.changes if one.id == change_id), None)
    if change is None:
        raise BadInput("no_such_change", field="change", value=change_id)
    plan = plan_at_hand(case)
    word = taken_back(case, change)
    problem = problem_after(case, word)
    is_last = case.changes[-1].id == change_id
    before = plan_of_number(store, case.id, change.plan_before) if is_last else None
    if before is not None and not broken_promises(problem, before):
        outcome: Outcome = Found(plan=before)
    else:
        outcome = replan(problem, plan, from_step=from_step)
    if isinstance(outcome, Found):
        with change_of(store, case.id) as kept:
            keep_words(kept, case, [word], outcome)
    return outcome


def alternatives_for(case: Case) -> Alternatives:
    """One or two other plans to choose among, or why there are none."""
    return alternatives(*at_hand(case))


@verb(Action.CHANGE_PLAN)
def choose_alternative(store: CaseStore, case: Case, number: int, among: Alternatives | None = None) -> Outcome:
    """Keep the alternative of that number, from 1, as the case's plan: its first steps are locked by hand.

    `among`: those that were found beside that very plan already; None looks for them.
    """
    problem, plan = at_hand(case)
    found = (among or alternatives(problem, plan)).found
    if not 1 <= number <= len(found):
        raise BadInput("no_such_alternative", field="number", value=number)
    chosen = found[number - 1].plan
    return _make(store, case, _made(case, tuple(_locks(plan, chosen))), 1, near=chosen)


def why_not_for(case: Case, occasion: OccasionId, step: int) -> WhyNot:
    """Why that occasion is not in that step."""
    return why_not(*at_hand(case), occasion, step)


def stale_changes(case: Case) -> tuple[HandChange, ...]:
    """Changes about lessons that a new timetable no longer has: they bind nothing any more."""
    return forgotten(_problem(case), case.changes)


def _locks(plan: Plan, chosen: Plan) -> Iterable[HandNeed]:
    """What holds the first steps of the plan that was chosen: its lessons kept, and the other plan's left out."""
    steps = first_steps(plan)
    for step in chosen.steps:
        if step.number in steps:
            yield from (_lock(KeepLesson, step.number, lesson) for lesson in step.lessons)
    for change in changes_between(plan, chosen):
        if change.step in steps and change.change is Change.GONE:
            yield _lock(LeaveOutLesson, change.step, change)


def _lock(kind: type[HandNeed], step: int, slot: PlannedLesson | SlotChange) -> HandNeed:
    part = (slot.start, slot.end) != (slot.lesson.start, slot.lesson.end)
    at = {"at": Window(start=slot.start, end=slot.end)} if part and kind is KeepLesson else {}
    return kind.model_validate(
        {
            "id": NeedId("hand"), "origin": HAND, "strength": Strength.HARD, "lesson": NamedLesson.of(slot.lesson),
            "first_step": step, "last_step": step, "weeks": (slot.week,) if slot.week else (), **at,
        }
    )  # fmt: skip


def _problem(case: Case) -> Problem:
    problem = problem_for(case)
    if problem is None:
        raise NotAllowed("timetable_first")
    return problem


def at_hand(case: Case) -> tuple[Problem, Plan]:
    """The problem and the plan that is changed. Raises `NotAllowed` while there is none, or it is an old one."""
    return _problem(case), plan_at_hand(case)


def plan_at_hand(case: Case) -> Plan:
    """The plan that is changed. Raises `NotAllowed` while there is none, or it is an old one."""
    if case.timetable is None:
        raise NotAllowed("timetable_first")
    if case.plan is None or not isinstance(case.plan.outcome, Found):
        raise NotAllowed("no_plan_yet")
    if not case.plan_is_current:
        raise NotAllowed("plan_is_old")
    return case.plan.outcome.plan


def taken_back(case: Case, change: HandChange) -> HandChange:
    """The word that it is taken back, with the plan that it stood in."""
    number = case.plan.number if case.plan else None
    return change.model_copy(update={"is_taken_back": True, "plan_with": number})


def problem_after(case: Case, *words: HandChange) -> Problem:
    """The case's planning problem once those words on changes stand too: made, taken back or put back."""
    return _problem(case.model_copy(update={"changes": standing_changes((*case.hand_log, *words))}))


def _made(case: Case, needs: Sequence[AnyNeed], reason: str = "", *, is_tried: bool = False) -> HandChange:
    """The change, in place of what it says otherwise about. One that is only tried settles nothing yet."""
    number = case.plan.number if case.plan else None
    own = [need for need in needs if isinstance(need, HandNeed)]
    slots = [(step.number, week) for step in plan_at_hand(case).steps for week in step.step.week_labels]
    replaced = in_place_of(own, case.changes, slots)
    return HandChange(
        id=uuid4().hex, at=clock.now(), needs=() if is_tried else tuple(needs), reason=reason, plan_before=number,
        replaces=tuple(one.id for one in replaced),
    )  # fmt: skip


def _make(store: CaseStore, case: Case, change: HandChange, from_step: int, near: Plan | None = None) -> Outcome:
    plan = plan_at_hand(case)
    problem = problem_after(case, change)
    done = None if near else _done_at_once(problem, plan, change)
    outcome = Found(plan=done) if done else _searched(problem, plan, change, from_step, near)
    if isinstance(outcome, Found):
        with change_of(store, case.id) as kept:
            keep_words(kept, case, [change], outcome)
    return outcome


def _searched(problem: Problem, plan: Plan, change: HandChange, from_step: int, near: Plan | None = None) -> Outcome:
    """The nearest plan with the change. Whoever asks for another room has not asked for the lesson to go away."""
    outcome = replan(problem, near or plan, from_step=from_step)
    gone = list(_gone(plan, outcome.plan, change)) if isinstance(outcome, Found) else []
    if not gone:
        return outcome
    stays = problem.model_copy(update={"needs": (*problem.needs, *gone)})
    return replan(stays, near or plan, from_step=from_step)


def _gone(plan: Plan, after: Plan, change: HandChange) -> Iterable[HandNeed]:
    """What would keep the lessons that were only to be met otherwise, and are not met any more."""
    there = attended(after)
    otherwise = [need for need in change.needs if isinstance(need, LessonSetting | LessonPart)]
    for slot, lesson in attended(plan).items():
        for need in otherwise:
            if need.lesson.id == lesson.lesson.id and slot not in there and need.holds_in(slot[0], lesson.week):
                name = NeedId(f"hand:{change.id}:stays{slot[0]}{slot[1]}")
                yield KeepLesson(
                    id=name, origin=need.origin, strength=need.strength, lesson=need.lesson, weeks=need.weeks,
                    first_step=slot[0], last_step=slot[0],
                )  # fmt: skip


def _done_at_once(problem: Problem, plan: Plan, change: HandChange) -> Plan | None:
    """The plan with just that done to it, where that moves no lesson and breaks no promise: none lies nearer.

    A lock of what is there already, another room, another company: nothing is searched for then.
    """
    after = edited(problem, plan, [need for need in change.needs if isinstance(need, HandNeed)])
    if changes_between(plan, after) or broken_promises(problem, after):
        return None
    return explained(problem, after)


def keep_words(kept: case_records.Change, case: Case, words: Iterable[HandChange], outcome: Found) -> None:
    """The words on changes and the plan that they led to, kept together or not at all."""
    if kept.writer.case(case.id).revision != case.revision:
        raise NotAllowed("plan_is_old")
    for word in words:
        kept.keep(CHANGES, word, moves_plan=True)
    kept.keep(PLANS, PlanMade(outcome=outcome, revision=case.revision + 1), moves_plan=False)


@verb(Action.SEE_PLAN)
def plan_of_number(store: CaseStore, case_id: CaseId, number: int | None) -> Plan | None:
    """The kept plan of that number; None where there is none, or a search that came to no plan."""
    if number is None:
        return None
    with looking(store, case_id) as (reader, _):
        kept = reader.numbered(PLANS, case_id, number)
    return kept.noun.outcome.plan if kept is not None and isinstance(kept.noun.outcome, Found) else None
