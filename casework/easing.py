"""A goal that collides, eased by one tap: it waits until the way out reaches it, or is let go of.

What is eased is the adults' own. Nothing here touches an answer.
"""

from __future__ import annotations

from typing import NamedTuple

from casework.facts import CaseFacts, Goals
from casework.goals import goal_needs
from planning.frozen import Frozen
from planning.needs import AnyNeed, MinLessonsPerWeek, Source
from planning.outcomes import WayOut

_HALVES = {
    "min_lessons_per_week": "least", "max_lessons_per_week": "most", "min_minutes_per_week": "least",
    "max_minutes_per_week": "most", "max_growth": "lessons", "max_growth_minutes": "minutes",
}  # fmt: skip
"""Which half of an entry a need is, where it can be one of two."""
_WHOLE = {"least": "most", "most": "least", "lessons": "minutes", "minutes": "lessons"}


class Eased(NamedTuple):
    """The facts with the goal eased. `waits_until`: the step from which it holds again; None: it is let go of."""

    facts: CaseFacts
    waits_until: int | None = None


def ease_goal(facts: CaseFacts, need: AnyNeed, way: WayOut) -> Eased | None:
    """The facts with the goal behind the need eased as the way out shows; None where no goal is behind it.

    A least number of lessons waits until the step from which the way out has so many; any other goal is let go of.
    """
    if need.origin.source is not Source.GOAL or not way.is_enough:
        return None
    for field in Goals.model_fields:
        held = getattr(facts.goals, field)
        entries = held if isinstance(held, tuple) else (held,)
        for number, entry in enumerate(entries):
            alone = Goals().model_copy(update={field: (entry,) if isinstance(held, tuple) else entry})
            if any(_is_same(one, need) for one in goal_needs(alone)):
                later = _reached(need, way)
                left = (*entries[:number], *_left(entry, need, later), *entries[number + 1 :])
                value = left if isinstance(held, tuple) else next(iter(left), Goals.model_fields[field].default)
                return Eased(facts.model_copy(update={"goals": facts.goals.model_copy(update={field: value})}), later)
    return None


def _is_same(one: AnyNeed, need: AnyNeed) -> bool:
    """Whether it is the same need, but for what planning has added to it."""
    added = [name for name in ("id", "most_important", "not_in", "except_lessons") if hasattr(need, name)]
    ends = ["last_step"] if need.last_step is None else []
    given = {name: getattr(need, name) for name in (*added, *ends)}
    return type(one) is type(need) and one.model_copy(update=given) == need


def _reached(need: AnyNeed, way: WayOut) -> int | None:
    """The first step from which the way out has the lessons that the goal asks for, to the goal's end."""
    if not isinstance(need, MinLessonsPerWeek):
        return None
    last = min(need.last_step or len(way.lessons_per_step), len(way.lessons_per_step))
    short = [step for step in range(need.first_step, last + 1) if way.lessons_per_step[step - 1] < need.n]
    return short[-1] + 1 if short and short[-1] < last else None


def _left(entry: object, need: AnyNeed, later: int | None) -> tuple[object, ...]:
    """What is left of the entry without the need, and the need alone from that step on."""
    half = _HALVES.get(need.kind)
    if half is None or not isinstance(entry, Frozen):
        return ()
    other = _WHOLE[half]
    rest = (entry.model_copy(update={half: None}),) if getattr(entry, other) is not None else ()
    waiting = (entry.model_copy(update={other: None, "first_step": later}),) if later is not None else ()
    return (*rest, *waiting)
