"""How far a plan lies from another one: what `Tier.DISTANCE` counts, and where the search for a near plan begins."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from planning.checks.judge import breaches_of
from planning.plan import Plan
from planning.plan_changes import Slot, attended
from planning.timetable import WeekLabel
from scheduler.model import ItemChoice, Literal, Loss, Model
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


def untouched_weeks(model: Model, present: Plan, lessons: Mapping[int, int]) -> set[tuple[int, WeekLabel]]:
    """The weeks with the same lessons as in the present plan, in which that plan breaks no hard need of the problem."""
    then = as_present(model, present)
    broken = {
        (breach.step, breach.week)
        for need in model.problem.hard_needs()
        for breach in breaches_of(need, model.problem, present)
    } if tuple(step.step for step in present.steps) == model.problem.steps else set(model.weeks)  # fmt: skip
    return {
        key for key, week in model.weeks.items()
        if key not in broken and all(lessons[c.taken.index] == then[c.taken.index] for c in week.choices)
    }


def keep_items(model: Model, present: Plan, weeks: Container[tuple[int, WeekLabel]]) -> None:
    """What is not a lesson stays where it is in these weeks."""
    for choice in _stays(model, present, weeks):
        model.cp.add(choice.taken == 1)


def lose_moved_items(model: Model, present: Plan) -> None:
    """Put a loss into the model for everything that is not a lesson and is not where it was in the present plan."""
    for choice in _stays(model, present, model.weeks):
        model.losses[ITEMS].append(Loss(1, choice.taken.negated(), 1))


def _stays(model: Model, present: Plan, weeks: Container[tuple[int, WeekLabel]]) -> Iterator[ItemChoice]:
    """The times of items at which the present plan has them. Contacts of weeks without lessons are dated, not these."""
    then = {
        (step.number, i.week, i.weekday, i.start, i.end, i.kind, i.need, i.subject, i.contact)
        for step in present.steps
        for i in step.items
    }
    for (step, label), week in model.weeks.items():
        for choice in week.items if (step, label) in weeks else ():
            offer, slot = choice.offer, choice.slot
            what = offer.kind, offer.need, offer.subject, offer.contact
            if (step, label, slot.weekday, slot.start, slot.end, *what) in then:
                yield choice
