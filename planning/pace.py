"""The gentle line: how much of the whole week each step aims at, and how far from it a step may go."""

from __future__ import annotations

from itertools import takewhile

from planning.needs import FullRestore, NoLessonsYet, StartElsewhere
from planning.problem import Problem
from planning.timetable import WeekLabel, covered_minutes

FIRST_STEP_MINUTES = 120
"""Most that the first step aims at, a week: about two lessons. Our default."""

ROOM_MINUTES = 60
"""How far a step may go from the line before it counts as too fast or too slow: about one lesson. Our default."""


def goal_minutes(problem: Problem, week: WeekLabel) -> int:
    """Teaching minutes of the week that the ladder leads to: the whole one, but for what was agreed to stay out."""
    left_out = {
        subject
        for need in problem.needs
        if isinstance(need, FullRestore) and need.is_hard and need.holds_in(len(problem.steps), week)
        for subject in need.except_subjects
    }
    lessons = (o.lesson for o in problem.timetable.occasions if o.week == week)
    return covered_minutes(lesson for lesson in lessons if lesson.subject not in left_out)


def line(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week that each step aims at in weeks with that label, from the first step to the whole timetable.

    «Skynda långsamt»: the first step aims at an even share of the week, at most two lessons, and the line runs midway
    between rising by the same minutes and by the same factor each step, so that the earliest rises are the smallest
    (`method.md` §5.2 names a factor of 1.5; midway is our default, since a factor alone makes the last step a leap).
    """
    waiting = steps_without_lessons(problem)
    return (*(0,) * waiting, *_midway(goal_minutes(problem, week), len(problem.steps) - waiting))


def steps_without_lessons(problem: Problem) -> int:
    """How many steps at the start have no lessons: the line begins after them. Never the whole ladder."""
    bars = [n for n in problem.hard_needs() if isinstance(n, NoLessonsYet | StartElsewhere) and not n.weeks]
    waits = (any(need.holds_in(step.number) for need in bars) for step in problem.steps[:-1])
    return len(list(takewhile(bool, waits)))


def _midway(full: int, steps: int) -> tuple[int, ...]:
    """The line over so many steps to `full` minutes."""
    last = steps - 1
    first = min(full // steps, FIRST_STEP_MINUTES)
    if last < 1 or first == 0:
        return (full,) * steps
    evenly = (first + (full - first) * number / last for number in range(steps))
    by_factor = (first * (full / first) ** (number / last) for number in range(steps))
    return tuple(round((even + factor) / 2) for even, factor in zip(evenly, by_factor, strict=True))


def ceiling(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week above which each step goes too fast; passed only where a goal demands it."""
    full = goal_minutes(problem, week)
    return tuple(min(full, minutes + ROOM_MINUTES) for minutes in line(problem, week))


def floor(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week below which each step goes too slowly.

    The first step may be as small as one lesson with somebody trusted; the last one aims at the whole week.
    """
    wanted = line(problem, week)
    begun = min(steps_without_lessons(problem) + 1, len(wanted) - 1)
    between = (max(0, minutes - ROOM_MINUTES) for minutes in wanted[begun:-1])
    return (*(0,) * begun, *between, wanted[-1])


GENTLE_DAY_PERCENT = 30
"""Most of a step's weekly minutes that one day should hold. Our default, after «even spread» (skolförordningen 3:4)."""


def gentle_day(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes that a day of each step should hold at most; always room for the longest lesson."""
    longest = max((o.lesson.minutes for o in problem.timetable.occasions if o.week == week), default=0)
    return tuple(max(longest, minutes * GENTLE_DAY_PERCENT // 100) for minutes in line(problem, week))


LONG_WAIT_MINUTES = 60
"""A wait between two lessons the same day that tears it apart: longer than a lunch. Our default."""
