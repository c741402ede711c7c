"""How far a plan lies from another one: what `Tier.DISTANCE` counts, and where the search for a near plan begins."""

from __future__ import annotations

from collections.abc import Mapping

from planning.plan import Plan
from planning.plan_changes import Slot, attended
from scheduler.model import Literal, Loss, Model

WHOLE = 2
"""What a lesson that is added or gone weighs, in a step that weighs one. Our default."""
PART = 1
"""What a lesson weighs that is attended in another part. Our default."""

Span = tuple[int, int]


def spans_of(plan: Plan) -> dict[Slot, Span]:
    """From when to when each lesson of the plan is attended."""
    return {slot: (lesson.start, lesson.end) for slot, lesson in attended(plan).items()}


def distance_losses(model: Model, present: Plan) -> list[Loss]:
    """A loss for everything that can differ from the present plan.

    What lies in a nearer step weighs more: of n steps the first one n times as much as the last. It is the one that the
    student has begun to count on; later ones are planned anew before they come. Our choice.
    """
    then = spans_of(present)
    steps = len(model.problem.steps)
    losses: list[Loss] = []
    for (step, _), week in model.weeks.items():
        nearness = steps - step + 1
        for occasion, there in week.attended.items():
            is_then = (step, occasion) in then
            losses.append(Loss(WHOLE * nearness, there.negated() if is_then else there, 1))
        for choice in week.choices:
            span = then.get((step, choice.occasion))
            if span is not None and span != (choice.visit.start, choice.visit.end):
                losses.append(Loss(PART * nearness, choice.taken, 1))
    return losses


def as_present(model: Model, present: Plan) -> dict[int, int]:
    """For every choice, by the index of its literal, whether the present plan takes it."""
    then = spans_of(present)
    return {
        choice.taken.index: int(
            then.get((step, choice.occasion)) == (choice.visit.start, choice.visit.end)
        )
        for (step, _), week in model.weeks.items()
        for choice in week.choices
    }


def differs(model: Model, values: Mapping[int, int]) -> list[Literal]:
    """For every choice the literal that says it is taken otherwise than in these values, by the indexes of literals."""
    taken = [choice.taken for week in model.weeks.values() for choice in week.choices]
    return [literal.negated() if values[literal.index] else literal for literal in taken]
