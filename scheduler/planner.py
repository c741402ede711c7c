"""From a problem to an outcome: a checked plan, the smallest conflict with its ways out, or no answer in time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

from planning.checks.judge import broken_promises
from planning.clock import Weekday
from planning.contacts import first_contact
from planning.errors import Bug
from planning.needs import AnyNeed, RideNeeded
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.plan import Plan
from planning.problem import Problem
from scheduler.conflicts import smallest_conflict, ways_out
from scheduler.items import add_binding_items, add_other_items
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.posting import model_of
from scheduler.progress import Progress, Watch, nobody
from scheduler.reading import read_plan
from scheduler.solving import Answer, Effort, Solution, Stage, solve
from scheduler.tiers import Tier

STAGES = (Stage(Tier.PROMISED, add_binding_items), Stage(Tier.PLACED, add_other_items))
"""When items that are not lessons come into the model."""


def plan_for(problem: Problem, effort: Effort | None = None, watch: Watch = nobody) -> Outcome:
    """The best plan, or why there is none. Every plan has passed the checks of `planning.checks`.

    `watch` is told how far the search has come, and of the best plan so far.
    """
    effort = effort or Effort()
    began = time.monotonic()
    plan = _best_plan(problem, effort, watch)
    if isinstance(plan, Plan):
        return Found(plan=plan)
    contact = first_contact(problem)
    colliding = None if plan is Answer.UNKNOWN else smallest_conflict(problem, effort)
    if colliding is None:
        return Interrupted(seconds=round(time.monotonic() - began, 1), contact=contact)
    return Conflict(
        needs=colliding,
        ways_out=ways_out(problem, colliding, lambda eased: _best_plan(eased, effort)),
        contact=contact,
        without_ride=days_without_ride(problem, colliding),
    )


def days_without_ride(problem: Problem, colliding: Iterable[AnyNeed]) -> tuple[Weekday, ...]:
    """Where a ride is among what collides: the weekdays with lessons that no ride is known for."""
    if not any(isinstance(need, RideNeeded) for need in colliding):
        return ()
    taught = {occasion.lesson.weekday for occasion in problem.timetable.occasions}
    return tuple(sorted(taught - {ride.weekday for ride in problem.rides}))


def _best_plan(problem: Problem, effort: Effort, watch: Watch = nobody) -> Plan | Answer:
    """The best plan that keeps every promise, or what the solver answered instead."""
    model = model_of(problem)
    add_losses(model)

    solution = solve(model, effort, None if watch is nobody else _Teller(model, watch), STAGES)
    if solution.answer in (Answer.IMPOSSIBLE, Answer.UNKNOWN):
        return solution.answer
    return checked_plan(model, solution)


BETWEEN_PLANS = 0.5
"""Seconds between one best plan that is told and the next: each is read and checked, which takes its time."""


class _Teller:
    """Tells whoever watches of every pack, and of the best plan at first and then now and then."""

    def __init__(self, model: Model, watch: Watch) -> None:
        self._model, self._watch = model, watch
        self._told: float | None = None

    def __call__(self, done: int, of: int, better: Solution) -> None:
        now = time.monotonic()
        if self._told is None or now - self._told >= BETWEEN_PLANS:
            self._watch(Progress(done=done, of=of, best=checked_plan(self._model, replace(better, proven=False))))
            self._told = time.monotonic()
        else:
            self._watch(Progress(done=done, of=of))


def checked_plan(model: Model, solution: Solution) -> Plan:
    """The plan that the solution says. Raises `Bug` when it breaks a promise: nobody is to see such a plan."""
    plan = read_plan(model, solution)
    if broken := broken_promises(model.problem, plan):
        raise Bug("plan_breaks_promises", promises=broken)
    return plan
