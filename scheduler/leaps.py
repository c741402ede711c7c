"""What a step changes at once: of place, time, subjects and support one thing, or the two that the student ticked.

The same levels as in `planning.dimensions`. Support is known beforehand; place is where lessons can be met in a small
room; time and subjects have a literal for each level that says whether a step is above its bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planning.dimensions import SUBJECT_BOUNDS, Dimension, fine, support_level, time_bounds
from planning.needs import AvoidPlace, SmallGroupFirst
from planning.needs.environment import CLASSROOM
from planning.pace import steps_without_lessons
from planning.timetable import Lesson
from planning.visits import series_of
from scheduler.model import Literal, Model, Term, Week
from scheduler.tiers import Tier

TOGETHER = 3
"""What it weighs when support falls just as place and people rise: more than any other two at once. Our default."""

Levels = list[Literal]
"""Literals that are true when a step is above each bound."""


def lose_leaps(model: Model) -> None:
    """Count what each step changes beyond what it may."""
    problem = model.problem
    dimensions = fine(problem)
    first = steps_without_lessons(problem) + 1
    numbers = range(first, len(problem.steps) + 1)
    time = {n: _time(model, n) for n in numbers}
    subjects = {n: _subjects(model, n) for n in numbers} if Dimension.SUBJECTS in dimensions else {}
    rooms = {n: _in_class(model, n) for n in numbers} if Dimension.PLACE in dimensions else {}
    for before, after in pairwise(numbers):
        rises = [_rise(model, time[before], time[after])]
        if subjects:
            rises.append(_rise(model, subjects[before], subjects[after]))
        falls = Dimension.SUPPORT in dimensions and support_level(problem, before) < support_level(problem, after)
        if rooms:
            enters = _rise(model, rooms[before], rooms[after])
            rises.append(enters)
            if falls:
                model.lose(Tier.LEAPS, TOGETHER, enters)
        _lose_beyond(model, rises, problem.rises_per_step - falls)


def _lose_beyond(model: Model, rises: Sequence[Literal], allowed: int) -> None:
    most = len(rises) - max(0, allowed)
    if most > 0:
        beyond = model.cp.new_int_var(0, len(rises), "")
        model.cp.add(sum(rises) - beyond <= max(0, allowed))
        model.lose(Tier.LEAPS, 1, beyond, len(rises))


def _rise(model: Model, before: Levels, after: Levels) -> Literal:
    """True whenever the step is above a bound that the one before it was not."""
    rise = model.cp.new_bool_var("")
    for lower, higher in zip(before, after, strict=True):
        model.cp.add_bool_or(higher.negated(), lower, rise)
    return rise


def _time(model: Model, step: int) -> Levels:
    weeks = [week for (number, _), week in model.weeks.items() if number == step]
    by_week = [_above_each(model, week.minutes, time_bounds(model.problem, week.label)) for week in weeks]
    return [_any(model, levels) for levels in zip(*by_week, strict=True)]


def _subjects(model: Model, step: int) -> Levels:
    weeks = [week for (number, _), week in model.weeks.items() if number == step]
    present = [_any(model, _lessons_in(weeks, subject)) for subject in model.problem.timetable.subjects]
    bounds = (0, *(b for b in SUBJECT_BOUNDS if b < len(present) - 1), max(0, len(present) - 1))
    return _above_each(model, [(1, literal) for literal in present], bounds)


def _lessons_in(weeks: Sequence[Week], subject: str) -> list[Literal]:
    return [
        attended for week in weeks for occasion, attended in week.attended.items()
        if week.lessons[occasion].subject == subject
    ]


def _in_class(model: Model, step: int) -> Levels:
    weeks = [week for (number, _), week in model.weeks.items() if number == step]
    return [_any(model, [literal for week in weeks for literal in _met_in_class(model, week)])]


def _met_in_class(model: Model, week: Week) -> Iterator[Literal]:
    """For each lesson of the week that can be met in the classroom, whether it is: as `scheduler.reading` has it."""
    held = [need for need in model.problem.needs if need.holds_in(week.step, week.label)]
    if any(isinstance(need, AvoidPlace) and CLASSROOM in need.places for need in held):
        return
    small_first = any(isinstance(need, SmallGroupFirst) for need in held)
    for occasion, attended in week.attended.items():
        known = _known(model, week, week.lessons[occasion])
        if not small_first:
            yield attended
        elif known:
            in_class = model.cp.new_bool_var("")
            model.cp.add_implication(in_class, attended)
            model.cp.add_bool_or([in_class.negated(), *known])
            for earlier in known:
                model.cp.add_bool_or(attended.negated(), earlier.negated(), in_class)
            yield in_class


def _known(model: Model, week: Week, lesson: Lesson) -> list[Literal]:
    """Whether the lesson was attended in the step before."""
    series = series_of(lesson, week.label)
    return [
        earlier.attended[other]
        for (step, label), earlier in model.weeks.items()
        for other, same in earlier.lessons.items()
        if step == week.step - 1 and series_of(same, label) == series
    ]


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
