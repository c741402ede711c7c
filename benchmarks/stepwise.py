"""Step by step, as one would without a solver for the whole: each step's best, with the earlier ones fixed.

Of the whole model each round keeps what speaks of no later step, and the losses of its own step. What a later step
needs of an earlier one is found out too late: that is the weakness of this way, not of its making here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from planning.problem import Problem
from scheduler.model import Choice, Model
from scheduler.objective import add_losses
from scheduler.posting import model_of
from scheduler.solving import Effort, solve

Taken = frozenset[tuple[int, str, str, int, int]]
"""The choices that are taken: step, week label, lesson, start and end."""


class Decided(NamedTuple):
    """A choice of the model and its name in `Taken`."""

    name: tuple[int, str, str, int, int]
    choice: Choice


def choices_of(model: Model) -> Iterator[Decided]:
    """Every choice of the model, step by step."""
    for (step, label), week in sorted(model.weeks.items()):
        for choice in week.choices:
            visit = choice.visit
            yield Decided((step, label, visit.lesson.id, visit.start, visit.end), choice)


def step_by_step(problem: Problem) -> Taken | None:
    """The lessons of each step, chosen one step after the other; None when a step has no way on."""
    taken: set[tuple[int, str, str, int, int]] = set()
    for step in range(1, len(problem.steps) + 1):
        model = model_of(problem)
        add_losses(model)
        _keep_until(model, step)
        for name, choice in choices_of(model):
            if name[0] < step:
                model.cp.add(choice.taken == int(name in taken))
        solution = solve(model, Effort())
        if not solution.values:
            return None
        taken |= {name for name, choice in choices_of(model) if name[0] == step and solution.is_true(choice.taken)}
    return frozenset(taken)


def _keep_until(model: Model, last: int) -> None:
    """Let go of every constraint that speaks of later steps, and of the losses that are not that step's own."""
    spoken = [_variables_in(constraint) for constraint in model.cp.proto.constraints]
    steps = _step_of_variables(model, spoken)
    for constraint, variables in zip(model.cp.proto.constraints, spoken, strict=True):
        if any(steps.get(variable, 0) > last for variable in variables):
            _let_go(constraint)
    for rank, losses in list(model.losses.items()):
        own = [loss for loss in losses if steps.get(_variable(loss.amount.index), 0) == last]
        model.losses[rank] = own
        if not own:
            del model.losses[rank]


def _step_of_variables(model: Model, spoken: list[set[int]]) -> dict[int, int]:
    """The step of every choice, and of every other variable the last step that a constraint ties it to."""
    known = {_variable(choice.taken.index): name[0] for name, choice in choices_of(model)}
    for (step, _), week in model.weeks.items():
        known |= {_variable(attended.index): step for attended in week.attended.values()}
    steps = dict(known)
    for _ in range(3):  # a variable may be tied to choices through one or two others
        reached = dict(steps)
        for variables in spoken:
            last = max((steps.get(variable, 0) for variable in variables), default=0)
            for variable in variables - known.keys():
                reached[variable] = max(reached.get(variable, 0), last)
        if reached == steps:
            break
        steps = reached
    return steps


def _variable(reference: int) -> int:
    return reference if reference >= 0 else ~reference


KINDS = ("bool_or", "bool_and", "at_most_one", "exactly_one", "linear")


def _variables_in(constraint: Any) -> set[int]:
    """The variables that a constraint speaks of. Raises `NotImplementedError` on kinds that the model has not had."""
    references = list(constraint.enforcement_literal)
    for kind in KINDS:
        if getattr(constraint, f"has_{kind}")():
            inner = getattr(constraint, kind)
            references += inner.vars if kind == "linear" else inner.literals
            return {_variable(reference) for reference in references}
    raise NotImplementedError(str(constraint))


def _let_go(constraint: Any) -> None:
    for kind in KINDS:
        getattr(constraint, f"clear_{kind}")()
