"""One or two further plans that are as good by the tiers through the wishes and differ along an axis that is felt.

Axis by axis, in a fixed order, a plan is looked for that keeps every tier through the wishes at what the plan comes to;
only where that gives too few to choose among may the lighter wishes lose a little, and that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from planning.alternatives import (
    LEAST_DIFFERENT,
    Alternative,
    Alternatives,
    Axis,
    WhyNone,
    are_a_choice,
    first_steps,
)
from planning.answers_why import Concern, Worse
from planning.checks.judge import broken_promises
from planning.errors import NotAllowed
from planning.plan import Plan
from planning.plan_changes import changes_between
from planning.problem import Problem
from scheduler.axes import demand, measure
from scheduler.distance import as_present, distance_losses
from scheduler.model import Literal, Model
from scheduler.objective import add_losses
from scheduler.planner import checked_plan
from scheduler.posting import model_of
from scheduler.progress import Progress, Watch, nobody
from scheduler.settling import run_pack
from scheduler.solving import Answer, Effort, Solution, hint, run, total
from scheduler.tiers import Rank, Tier
from scheduler.worth import worth

BRIEF = Effort(by_cores=0.2, by_bounds=0.3, interleaved=0.0)
"""Effort for one search. Our default: two alternatives within about two seconds."""

EQUAL: Mapping[Tier, int] = {}
A_LITTLE: Mapping[Tier, int] = {Tier.STABILITY: 1, Tier.TOO_SLOW: 1, Tier.LEAPS: 1, Tier.WISH_2: 1, Tier.WISH_1: 2}
"""What an alternative may lose where too few are as good: an hour of pace, one thing more at once, or a lighter wish.
Our default."""

LOOKED_AT = (Tier.SHORTFALL, Tier.ELIGIBILITY, Tier.GROWTH)
"""The tiers below the wishes that an alternative is chosen by, before it stays near the plan."""


def alternatives(
    problem: Problem, plan: Plan, most: int = 2, effort: Effort = BRIEF, watch: Watch = nobody
) -> Alternatives:
    """At most so many plans that differ from the plan and from each other in the first steps with lessons.

    The same plan has the same alternatives. `watch` is told how many of the axes have been looked
    along. Raises `NotAllowed` when the plan does not keep the problem's needs.
    """
    if broken_promises(problem, plan):
        raise NotAllowed("plan_is_old")
    steps = first_steps(plan)
    if not steps:
        return Alternatives(why_none=WhyNone.NO_LESSONS)
    now = worth(problem, plan, effort)
    if now is None:
        return Alternatives(why_none=WhyNone.OUT_OF_TIME)
    search = _Search(problem, plan, steps, now, effort)
    for turn, allowance in enumerate((EQUAL, A_LITTLE)):
        if len(search.found) < most:
            search.look(allowance, most, partial(_tell, watch, turn))
    none = WhyNone.OUT_OF_TIME if search.timed_out else WhyNone.ONE_WAY
    return Alternatives(found=tuple(search.found), why_none=None if search.found else none)


def _tell(watch: Watch, turn: int, axes: int) -> None:
    """The second turn is as long as the first, where it is needed."""
    watch(Progress(done=turn * len(Axis) + axes, of=2 * len(Axis)))


class _Ways(NamedTuple):
    """A model, and the literal of every axis that makes sense in it."""

    model: Model
    along: Mapping[Axis, Literal]


class _Search:
    """Looks along one axis after the other."""

    def __init__(
        self, problem: Problem, plan: Plan, steps: tuple[int, ...], now: Mapping[Rank, int], effort: Effort
    ) -> None:
        self._problem, self._plan, self._steps, self._now, self._effort = problem, plan, steps, now, effort
        self.found: list[Alternative] = []
        self.timed_out = False

    def look(self, allowance: Mapping[Tier, int], most: int, tell: Callable[[int], None]) -> None:
        """Find at most so many plans that lose no more than is allowed; `tell` how many axes are behind."""
        ways = self._model(allowance)
        for number, axis in enumerate(Axis):
            tell(number)
            is_told = any(one.axis is axis for one in self.found)
            if len(self.found) < most and not is_told and self._is_open(ways, axis):
                tried = self._along(axis, allowance)
                if isinstance(tried, Plan) and all(are_a_choice(one, tried, self._steps) for one in self._others()):
                    self.found.append(self._told(axis, tried))

    def _others(self) -> list[Plan]:
        return [self._plan, *(one.plan for one in self.found)]

    def _model(self, allowance: Mapping[Tier, int], *, only: Axis | None = None) -> _Ways:
        """What an alternative must keep, and the axes along which it may differ, each behind its literal."""
        model = model_of(self._problem)
        add_losses(model)
        ways = {}
        for axis in Axis if only is None else (only,):
            along = model.cp.new_bool_var(axis)
            if demand(axis, model, self._plan, self._steps, along):
                ways[axis] = along
        for rank, losses in model.losses.items():
            if rank.tier <= Tier.WISH_1:
                model.cp.add(total(losses) <= self._now[rank] + allowance.get(rank.tier, 0))
        for other in self._others():
            _differ(model, other, self._steps, LEAST_DIFFERENT)
        for found in self.found:
            # Two that begin alike are one choice to whoever is about to begin.
            _differ(model, found.plan, self._steps[:1], 1)
        hint(model.cp, as_present(model, self._plan))
        return _Ways(model, ways)

    def _is_open(self, ways: _Ways, axis: Axis) -> bool:
        """Whether any plan lies along that axis, whatever its shape: most axes are closed, and that is quickly seen."""
        if axis not in ways.along:
            return False
        tried = ways.model.cp.clone()
        tried.add(tried.get_bool_var_from_proto_index(ways.along[axis].index) == 1)
        answer, values = run(tried, self._effort)
        self.timed_out = self.timed_out or answer is Answer.UNKNOWN
        return bool(values)

    def _along(self, axis: Axis, allowance: Mapping[Tier, int]) -> Plan | Answer:
        """The plan that lies along the axis, or why there is none."""
        model, along = self._model(allowance, only=axis)
        model.cp.add(along[axis] == 1)
        pack = [rank for rank in sorted(model.losses) if rank.tier in LOOKED_AT]
        begun = run_pack(model, pack, Solution(Answer.UNKNOWN, {}), self._effort)
        return checked_plan(model, self._shaped(model, begun)) if begun.values else begun.answer

    def _shaped(self, model: Model, begun: Solution) -> Solution:
        """The first steps in good shape, and the rest near the plan."""
        solution = begun
        for rank in sorted(model.losses):
            if rank.tier is Tier.SHAPE and rank.step in self._steps:
                hint(model.cp, solution.values)
                better = run_pack(model, [rank], solution, self._effort)
                solution = better if better.values else solution
        hint(model.cp, solution.values)
        model.cp.minimize(total(distance_losses(model, self._plan)))
        answer, values = run(model.cp, self._effort)
        return Solution(answer, values) if values else solution

    def _told(self, axis: Axis, other: Plan) -> Alternative:
        then = worth(self._problem, other, self._effort) or {}
        first = other.steps[self._steps[0] - 1]
        ordered = sorted(first.lessons, key=lambda p: (p.lesson.weekday, p.start, p.lesson.id))
        return Alternative(
            axis=axis,
            now=measure(axis, self._problem, self._plan, self._steps),
            then=measure(axis, self._problem, other, self._steps),
            subjects=tuple(dict.fromkeys(p.lesson.subject for p in ordered)),
            changes=tuple(c for c in changes_between(self._plan, other) if c.step in self._steps),
            worse=tuple(
                Worse(concern=Concern(rank.tier.name.lower()), now=self._now[rank], then=then[rank])
                for rank in sorted(then)
                if rank.tier <= Tier.WISH_1 and then[rank] > self._now[rank]
            ),
            plan=other,
        )


def _differ(model: Model, other: Plan, steps: Sequence[int], least: int) -> None:
    """At least so many lessons of those steps are there in one of the two plans and not in the other."""
    values = as_present(model, other)
    changed = []
    for (step, _), week in model.weeks.items():
        if step in steps:
            for occasion, there in week.attended.items():
                was = any(values[c.taken.index] for c in week.choices if c.occasion == occasion)
                changed.append(1 - there if was else there)
    model.cp.add(sum(changed) >= least)
