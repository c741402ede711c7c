"""The losses that every plan has whatever was ticked: what was lost, empty weeks, pace, growth and shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from planning.pace import LONG_WAIT_MINUTES, ROOM_MINUTES, ceiling, floor, gentle_day, line
from planning.problem import Problem
from planning.timetable import OccasionId
from scheduler.leaps import lose_leaps
from scheduler.model import Choice, Literal, Model, Term, Week
from scheduler.rules.subjects import kept_pairs
from scheduler.tiers import Tier

QUARTER = 15
"""Pace and long days are weighed in begun quarters of an hour: minutes make no difference. Our default."""

HOUR = 60
"""What is missing below the floor is weighed in begun hours: within the hour the wishes decide. Our default."""

SHORT_BREAK_MINUTES = 25
"""A break that does not tear a day apart. Our default."""


def add_losses(model: Model) -> None:
    """Count the losses of every week and between the steps."""
    for week in model.weeks.values():
        _lose_removed(model, week)
        _lose_empty(model, week)
        _lose_torn_days(model, week)
        _lose_pace(model, week)
        _lose_steep_rise(model, week)
        _lose_shape(model, week)
    _lose_unlike_weeks(model)
    lose_leaps(model)


def _lose_removed(model: Model, week: Week) -> None:
    for taken, kept in kept_pairs(model, week):
        gone = model.cp.new_bool_var("")
        model.cp.add_bool_or([taken.negated(), gone, *kept])
        model.lose(Tier.REMOVED, 1, gone)


def _lose_empty(model: Model, week: Week) -> None:
    if not week.attended:
        return
    empty = model.cp.new_bool_var("")
    model.cp.add_bool_or([empty, *week.attended.values()])
    model.lose(Tier.EMPTY, 1, empty)


def _lose_torn_days(model: Model, week: Week) -> None:
    """A day is torn when two lessons lie a long wait apart and what could be attended in between is not.

    The last step is spared: it is the whole week, and what a limit bars there is waited out.
    """
    if week.step == len(model.problem.steps):
        return
    for choices in week.days.values():
        torn = model.cp.new_bool_var("")
        for before, after in combinations(choices, 2):
            ends, begins = before.visit.end, after.visit.start
            between = [c.taken for c in choices if ends <= c.visit.start and c.visit.end <= begins]
            if between and begins - ends > LONG_WAIT_MINUTES:
                model.cp.add_bool_or([before.taken.negated(), after.taken.negated(), *between, torn])
        model.lose(Tier.TORN, 1, torn)


def _lose_pace(model: Model, week: Week) -> None:
    """Above the ceiling is too fast, below the floor too slow; below the line is short of the target."""
    full = model.problem.timetable.minutes_per_week(week.label)
    step = week.step - 1
    negative = [(-minutes, taken) for minutes, taken in week.minutes]
    _lose_time(model, Tier.TOO_FAST, week.minutes, ceiling(model.problem, week.label)[step], full)
    _lose_time(model, Tier.TOO_SLOW, negative, -floor(model.problem, week.label)[step], 0, unit=HOUR)
    _lose_time(model, Tier.SHORTFALL, negative, -line(model.problem, week.label)[step], 0)


def _lose_time(
    model: Model, tier: Tier, terms: Sequence[Term], bound: int, highest: int, *, unit: int = QUARTER
) -> None:
    """Begun units of time by which a sum of minutes, never above `highest`, goes beyond its bound."""
    most = -(-(highest - bound) // unit)
    if most > 0:
        beyond = model.cp.new_int_var(0, most, "")
        model.cp.add(sum(minutes * taken for minutes, taken in terms) - unit * beyond <= bound)
        model.lose(tier, 1, beyond, most)


def _lose_shape(model: Model, week: Week) -> None:
    """Coherent and even days (skolförordningen 3 kap. 4 §): few stretches of lessons, none longer than a gentle day.

    A part of a lesson is its beginning where that is possible: everybody comes then.
    """
    gentle = gentle_day(model.problem, week.label)[week.step - 1]
    for choices in week.days.values():
        for choice in choices:
            model.lose_shape(week, 2, _begins_stretch(model, choice, choices))
            if choice.visit.start > choice.visit.lesson.start:
                model.lose_shape(week, 1, choice.taken)
        _lose_long_day(model, week, choices, gentle)


def _lose_long_day(model: Model, week: Week, choices: list[Choice], gentle: int) -> None:
    """Quarters of an hour beyond a gentle day."""
    whole = sum(c.visit.minutes for c in choices if c.visit.minutes == c.visit.lesson.minutes)
    if whole <= gentle:
        return
    quarters = -(-(whole - gentle) // QUARTER)
    over = model.cp.new_int_var(0, quarters, "")
    model.cp.add(sum(c.visit.minutes * c.taken for c in choices) - QUARTER * over <= gentle)
    model.lose_shape(week, 1, over, quarters)


def _begins_stretch(model: Model, choice: Choice, choices: list[Choice]) -> Literal:
    """True when the lesson is attended and none ends just before it."""
    begins = model.cp.new_bool_var("")
    before = [
        c.taken for c in choices
        if c.visit.lesson.id != choice.visit.lesson.id
        and 0 <= choice.visit.start - c.visit.end <= SHORT_BREAK_MINUTES
    ]
    model.cp.add_bool_or([choice.taken.negated(), begins, *before])
    return begins


def _lose_steep_rise(model: Model, week: Week) -> None:
    """A rise steeper than the line's by more than the room above it."""
    before = model.week_before(week)
    if before is None:
        return
    wanted = line(model.problem, week.label)
    gentle = wanted[week.step - 1] - wanted[week.step - 2] + ROOM_MINUTES
    full = model.problem.timetable.minutes_per_week(week.label)
    terms = [*week.minutes, *((-minutes, taken) for minutes, taken in before.minutes)]
    _lose_time(model, Tier.GROWTH, terms, gentle, full)


def _lose_unlike_weeks(model: Model) -> None:
    """A step's weeks are alike where the timetable's weeks are: what comes every week is attended every week.

    Before the pace is exact where nothing but the timetable tells the weeks apart; otherwise each has its pace first.
    """
    tier = Tier.LIKENESS if _are_told_apart(model.problem) else Tier.STABILITY
    for step in model.problem.steps:
        weeks = [model.weeks[step.number, label] for label in step.week_labels]
        for one, other in pairwise(weeks):
            mirror = {_hour(other, o): attended for o, attended in other.attended.items()}
            for occasion, attended in one.attended.items():
                if (same := mirror.get(_hour(one, occasion))) is not None:
                    unlike = model.cp.new_bool_var("")
                    model.cp.add_bool_or(attended.negated(), same, unlike)
                    model.cp.add_bool_or(attended, same.negated(), unlike)
                    model.lose(tier, 1, unlike)


def _are_told_apart(problem: Problem) -> bool:
    """Whether something holds in some of the timetable's weeks only, or on some dates."""
    needs = any(need.weeks for need in problem.needs)
    hours = any(hours.weeks for hours in problem.coach.hours)
    return problem.timetable.is_dated or needs or hours or any(ride.weeks for ride in problem.rides)


def _hour(week: Week, occasion: OccasionId) -> tuple[str, int, int]:
    lesson = week.lessons[occasion]
    return lesson.subject, lesson.weekday, lesson.start
