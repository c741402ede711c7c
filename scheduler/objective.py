"""The losses that every plan has whatever was ticked: what was lost, empty weeks, pace, growth and shape."""

from __future__ import annotations

from itertools import pairwise

from planning.pace import ceiling, line
from planning.timetable import OccasionId, WeekLabel
from scheduler.model import Choice, Literal, Model, Week
from scheduler.rules.subjects import kept_pairs
from scheduler.tiers import Tier

MINUTES_A_UNIT = 15
"""Growth and the longest day are weighed in quarters of an hour: minutes make no difference. Our default."""

SHORT_BREAK_MINUTES = 25
"""A break that does not tear a day apart. Our default."""


def add_losses(model: Model) -> None:
    """Count the losses of every week and between the steps."""
    for week in model.weeks.values():
        _lose_removed(model, week)
        _lose_empty(model, week)
        _lose_pace(model, week)
        _lose_shape(model, week)
    _lose_largest_rise(model)
    _lose_unlike_weeks(model)


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


def _lose_pace(model: Model, week: Week) -> None:
    """Above the ceiling is too fast; below the line is short of the target."""
    full = model.problem.timetable.minutes_per_week(week.label)
    wanted = line(model.problem, week.label)[week.step - 1]
    highest = ceiling(model.problem, week.label)[week.step - 1]
    model.lose(Tier.TOO_FAST, 1, model.excess(week.minutes, highest, max(full - highest, 0)), max(full - highest, 0))
    short = model.excess([(-minutes, taken) for minutes, taken in week.minutes], -wanted, wanted)
    model.lose(Tier.SHORTFALL, 1, short, wanted)


def _lose_shape(model: Model, week: Week) -> None:
    """Coherent days: few stretches of lessons, and no day longer than need be (skolförordningen 3 kap. 4 §)."""
    for choices in week.days.values():
        for choice in choices:
            model.lose(Tier.SHAPE, 2, _begins_stretch(model, choice, choices))
    longest = max((sum(c.visit.minutes for c in day) for day in week.days.values()), default=0)
    if longest:
        units = -(-longest // MINUTES_A_UNIT)
        length = model.cp.new_int_var(0, units, "")
        for day in week.days.values():
            model.cp.add(sum(c.visit.minutes * c.taken for c in day) <= MINUTES_A_UNIT * length)
        model.lose(Tier.SHAPE, 1, length, units)


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


def _lose_largest_rise(model: Model) -> None:
    """The largest rise from one step to the next counts once for each week label of the ladder."""
    by_label: dict[WeekLabel, list[Week]] = {}
    for week in model.weeks.values():
        by_label.setdefault(week.label, []).append(week)
    for label, weeks in by_label.items():
        full = model.problem.timetable.minutes_per_week(label)
        units = -(-full // MINUTES_A_UNIT)
        if len(weeks) < 2 or not units:
            continue
        largest = model.cp.new_int_var(0, units, "")
        for before, after in pairwise(weeks):
            rise = sum(m * t for m, t in after.minutes) - sum(m * t for m, t in before.minutes)
            model.cp.add(rise <= MINUTES_A_UNIT * largest)
        model.lose(Tier.GROWTH, 1, largest, units)


def _lose_unlike_weeks(model: Model) -> None:
    """A step's weeks are alike where the timetable's weeks are: what comes every week is attended every week."""
    for step in model.problem.steps:
        weeks = [model.weeks[step.number, label] for label in step.week_labels]
        for one, other in pairwise(weeks):
            mirror = {_hour(other, o): attended for o, attended in other.attended.items()}
            for occasion, attended in one.attended.items():
                if (same := mirror.get(_hour(one, occasion))) is not None:
                    unlike = model.cp.new_bool_var("")
                    model.cp.add_bool_or(attended.negated(), same, unlike)
                    model.cp.add_bool_or(attended, same.negated(), unlike)
                    model.lose(Tier.STABILITY, 1, unlike)


def _hour(week: Week, occasion: OccasionId) -> tuple[str, int, int]:
    lesson = week.lessons[occasion]
    return lesson.subject, lesson.weekday, lesson.start
