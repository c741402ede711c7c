"""What a step changes at once: of place, time, subjects and support one thing, or the two that the student ticked.

The same levels as in `planning.dimensions`. Support is known beforehand; place and people are where lessons can be met
in a small room; time and subjects have a literal for each level that says whether a step is above its bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planning.dimensions import (
    SUBJECT_BOUNDS,
    TIME_LEVELS,
    TOGETHER,
    Dimension,
    fine,
    people_in_small_room,
    support_level,
    time_bounds,
)
from planning.needs import AvoidPlace, SmallGroupFirst
from planning.needs.environment import CLASSROOM
from planning.pace import steps_without_lessons
from planning.timetable import OccasionId
from scheduler.model import Literal, Model, Term, Week
from scheduler.rules.hand import settled_small_room
from scheduler.tiers import Tier

Levels = list[Literal]
"""Literals that are true when a step is above each bound."""


class Reached(NamedTuple):
    """Where a step stands: what no need is about has no levels."""

    time: Levels
    subjects: Levels
    place: Levels
    people: Levels
    """More than very few in the small room; a whole lesson in class."""

    @property
    def begun(self) -> Literal:
        """Whether it has any lesson: the step after one without is no leap."""
        return self.time[0]


def lose_leaps(model: Model) -> None:
    """Count what each step changes beyond what it may."""
    problem = model.problem
    numbers = range(steps_without_lessons(problem) + 1, len(problem.steps) + 1)
    reached = {n: _reached(model, n) for n in numbers}
    for before, after in pairwise(numbers):
        falls = Dimension.SUPPORT in fine(problem) and support_level(problem, before) < support_level(problem, after)
        _lose_leap(model, reached[before], reached[after], falls=falls)


def _lose_leap(model: Model, before: Reached, after: Reached, *, falls: bool) -> None:
    """Every level but that of support, which `falls` or does not; place with people counts as one."""
    enters = [_rise(model, before, before.place, after.place)] if after.place else []
    apart = [_rise(model, before, before.people, after.people, *enters)] if after.people else []
    rises = [_rise(model, before, before.time, after.time), *enters, *apart]
    if after.subjects:
        rises.append(_rise(model, before, before.subjects, after.subjects))
    if falls:
        for rise in (*enters, *apart):
            model.lose(Tier.LEAPS, TOGETHER, rise)
    _lose_beyond(model, rises, model.problem.rises_per_step - falls)


def _lose_beyond(model: Model, rises: Sequence[Literal], allowed: int) -> None:
    most = len(rises) - allowed
    if most > 0:
        beyond = model.cp.new_int_var(0, most, "")
        model.cp.add(sum(rises) - beyond <= allowed)
        model.lose(Tier.LEAPS, 1, beyond, most)


def _rise(model: Model, begun: Reached, before: Levels, after: Levels, *otherwise: Literal) -> Literal:
    """True whenever the step is above a bound that the one before it was not, unless `otherwise` is true."""
    rise = model.cp.new_bool_var("")
    for lower, higher in zip(before, after, strict=True):
        model.cp.add_bool_or([begun.begun.negated(), higher.negated(), lower, *otherwise, rise])
    return rise


def _reached(model: Model, step: int) -> Reached:
    dimensions = fine(model.problem)
    weeks = [week for (number, _), week in model.weeks.items() if number == step]
    time = _time(model, weeks)
    subjects = _subjects(model, weeks) if Dimension.SUBJECTS in dimensions else []
    if Dimension.PLACE not in dimensions:
        return Reached(time, subjects, [], [])
    met = [(week, occasion, literal) for week in weeks for occasion, literal in _met_in_class(model, week)]
    in_class = _any(model, [literal for _, _, literal in met])
    whole = _any(model, [_whole(model, *one) for one in met])
    several = in_class if people_in_small_room(model.problem, step) == _VERY_FEW else time[0]
    return Reached(time, subjects, [in_class], [several, whole])


_VERY_FEW = 4
"""The level of people in a small room for very few."""


def _time(model: Model, weeks: Sequence[Week]) -> Levels:
    bounds = [time_bounds(model.problem, week.label) for week in weeks]
    by_week = [_above_each(model, week.minutes, of) for week, of in zip(weeks, bounds, strict=True)]
    return [_any(model, [levels[n] for levels in by_week]) for n in range(TIME_LEVELS)]


def _subjects(model: Model, weeks: Sequence[Week]) -> Levels:
    present = [_any(model, _lessons_in(weeks, subject)) for subject in model.problem.timetable.subjects]
    bounds = (0, *(b for b in SUBJECT_BOUNDS if b < len(present) - 1), max(0, len(present) - 1))
    return _above_each(model, [(1, literal) for literal in present], bounds)


def _lessons_in(weeks: Sequence[Week], subject: str) -> list[Literal]:
    return [
        attended for week in weeks for occasion, attended in week.attended.items()
        if week.lessons[occasion].subject == subject
    ]


def _met_in_class(model: Model, week: Week) -> Iterator[tuple[OccasionId, Literal]]:
    """For each lesson of the week that can be met in the classroom, whether it is: as `scheduler.reading` has it."""
    held = [need for need in model.problem.needs if need.holds_in(week.step, week.label)]
    is_closed = any(isinstance(need, AvoidPlace) and CLASSROOM in need.places for need in held)
    small_first = any(isinstance(need, SmallGroupFirst) for need in held)
    for occasion, attended in week.attended.items():
        settled = settled_small_room(model, week, occasion)
        known = model.attended_before(week, week.lessons[occasion])
        if settled is not None:
            yield occasion, _both(model, attended, settled.negated())
        elif is_closed or (small_first and not known):
            continue
        elif small_first:
            yield occasion, _both(model, attended, _any(model, known))
        else:
            yield occasion, attended


def _whole(model: Model, week: Week, occasion: OccasionId, in_class: Literal) -> Literal:
    """Whether that lesson is met in class from its beginning to its end."""
    ways = [choice for choice in week.choices if choice.occasion == occasion]
    if len(ways) == 1:
        return in_class
    whole = next(way.taken for way in ways if way.visit.minutes == way.visit.lesson.minutes)
    return whole if in_class is week.attended[occasion] else _both(model, whole, in_class)


def _both(model: Model, one: Literal, other: Literal) -> Literal:
    """Exactly when both are true."""
    found = model.cp.new_bool_var("")
    model.cp.add_implication(found, one)
    model.cp.add_implication(found, other)
    model.cp.add_bool_or(one.negated(), other.negated(), found)
    return found


def _any(model: Model, literals: Sequence[Literal]) -> Literal:
    """Exactly when one of them is true; never of none."""
    if len(literals) == 1:
        return literals[0]
    found = model.cp.new_bool_var("")
    model.cp.add_bool_or([found.negated(), *literals])
    for literal in literals:
        model.cp.add_implication(literal, found)
    return found


def _above_each(model: Model, terms: Sequence[Term], bounds: Sequence[int]) -> Levels:
    """For each bound, exactly when the sum is above it."""
    most = sum(weight for weight, _ in terms)
    total = sum(weight * literal for weight, literal in terms)
    levels: Levels = []
    for bound in bounds:
        above = model.cp.new_bool_var("")
        if bound >= most:
            model.cp.add(above == 0)
        else:
            model.cp.add(total <= bound + (most - bound) * above)
            model.cp.add(total >= (bound + 1) * above)
        levels.append(above)
    return levels
