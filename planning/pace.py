"""The gentle line: how much of the whole week each step aims at, and how far above it a step may go."""

from __future__ import annotations

from planning.problem import Problem
from planning.timetable import WeekLabel

FIRST_STEP_MINUTES = 120
"""Most that the first step aims at, a week: about two lessons. Our default."""

ROOM_ABOVE_LINE_MINUTES = 60
"""How far a step may go above the line before it counts as too fast: about one lesson. Our default."""


def line(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week that each step aims at in weeks with that label: a straight line to the whole timetable.

    «Skynda långsamt»: the first step aims at an even share of the week, at most two lessons.
    """
    full = problem.timetable.minutes_per_week(week)
    steps = len(problem.steps)
    if steps <= 1:
        return (full,) * steps
    first = min(full // steps, FIRST_STEP_MINUTES)
    return tuple(first + (full - first) * number // (steps - 1) for number in range(steps))


def ceiling(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week above which each step goes too fast; reached only where a goal demands it."""
    full = problem.timetable.minutes_per_week(week)
    return tuple(min(full, minutes + ROOM_ABOVE_LINE_MINUTES) for minutes in line(problem, week))


GENTLE_DAY_PERCENT = 30
"""Most of a step's weekly minutes that one day should hold. Our default, after «even spread» (skolförordningen 3:4)."""


def gentle_day(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes that a day of each step should hold at most; always room for the longest lesson."""
    longest = max((o.lesson.minutes for o in problem.timetable.occasions if o.week == week), default=0)
    return tuple(max(longest, minutes * GENTLE_DAY_PERCENT // 100) for minutes in line(problem, week))
