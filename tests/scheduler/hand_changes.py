"""Changes made by hand, drawn by lot for a plan: what a coach could well tap."""

from __future__ import annotations

import random

from planning.needs import (
    AnyNeed,
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonPart,
    NamedLesson,
    NeedId,
    Origin,
    Source,
    Strength,
)
from planning.plan import Plan
from planning.plan_changes import attended
from planning.problem import Problem
from planning.timetable import Occasion

HAND = Origin(source=Source.HAND, ref="hand")


def with_needs(problem: Problem, *needs: AnyNeed) -> Problem:
    """The same problem with these needs too."""
    return problem.model_copy(update={"needs": (*problem.needs, *needs)})


def some_change(problem: Problem, plan: Plan, lot: random.Random) -> tuple[HandNeed, ...]:
    """A lesson kept, left out, shortened or moved from some step on; none where the lot finds no lesson for it."""
    step = lot.choice(problem.steps)
    possible = [o for o in problem.timetable.occasions if o.week in step.week_labels]
    there = [o for o in possible if (step.number, o.id) in attended(plan)]
    waiting = [o for o in possible if o not in there]
    kind = lot.choice(["keep", "leave", "part", "move"])
    from_here = {"first_step": step.number}
    once = {**from_here, "last_step": step.number}
    changes: list[HandNeed] = []
    if kind in ("keep", "move") and waiting:
        changes.append(_about(KeepLesson, lot.choice(waiting), **from_here))
    if kind in ("leave", "move") and there:
        changes.append(_about(LeaveOutLesson, lot.choice(there), **once))
    if kind == "part" and there:
        changes.append(_about(LessonPart, lot.choice(there), first_minutes=20, **once))
    return tuple(changes)


def _about(kind: type[KeepLesson | LeaveOutLesson | LessonPart], occasion: Occasion, **fields: int) -> HandNeed:
    return kind.model_validate(
        {
            "id": NeedId(f"hand:{kind.__name__}:{occasion.id}"),
            "origin": HAND,
            "strength": Strength.HARD,
            "lesson": NamedLesson.of(occasion.lesson),
            "weeks": (occasion.week,) if occasion.week else (),
            **fields,
        }
    )
