"""How far a plan lies from another one: what `Tier.DISTANCE` counts, and where the search for a near plan begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from planning.plan import Plan, PlanStep
from planning.plan_changes import Slot, attended
from scheduler.model import Literal, Loss, Model
from scheduler.tiers import Rank, Tier

WHOLE = 2
"""What a lesson that is added or gone weighs, in a step that weighs one. Our default."""
PART = 1
"""What a lesson weighs that is attended in another part. Our default."""

ITEMS = Rank(Tier.ITEM_SHAPE)
"""Where items count that do not stay where they are: before the hours of each week are weighed."""

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


def lose_moved_items(model: Model, present: Plan) -> None:
    """Put a loss into the model for everything that is not a lesson and is not where it was in the present plan."""
    then = {place for step in present.steps for place in _places(model, step)}
    for (step, label), week in model.weeks.items():
        for offer, slot, taken in week.items:
            when = (step, label, slot.weekday, slot.start, slot.end)
            if (*when, offer.kind, offer.need) in then or (offer.contact and (*when, None, None) in then):
                model.losses[ITEMS].append(Loss(1, taken.negated(), 1))


def _places(model: Model, step: PlanStep) -> Iterator[tuple[object, ...]]:
    """Where the step's items are. Contacts of a week without lessons are dated, and known by their hour alone."""
    for item in step.items:
        yield step.number, item.week, item.weekday, item.start, item.end, item.kind, item.need
    for contact in step.contacts:
        if contact.start is not None and contact.end is not None:
            monday = contact.date - dt.timedelta(days=contact.date.weekday())
            label = model.problem.calendar.week_label(model.problem.timetable, monday)
            yield step.number, label, contact.date.weekday(), contact.start, contact.end, None, None
