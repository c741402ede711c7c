"""The gentle line: how much of the whole week each step aims at, and how far from it a step may go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise, takewhile

from planning.needs import FullRestore, HalfSteps, NoLessonsYet, StartElsewhere
from planning.problem import Problem, remembering
from planning.timetable import WeekLabel, covered_minutes

FIRST_STEP_MINUTES = 120
"""Most that the first step aims at, a week: about two lessons. Our default."""

ROOM_MINUTES = 60
"""How far a step may go from the line before it counts as too fast or too slow: about one lesson. Our default."""


@remembering
def goal_minutes(problem: Problem, week: WeekLabel) -> int:
    """Teaching minutes of the week that the ladder leads to: the whole one, but for what was agreed to stay out."""
    last = len(problem.steps)
    returns = [n for n in problem.needs if isinstance(n, FullRestore) and n.is_hard and n.holds_in(last, week)]
    subjects = {subject for need in returns for subject in need.except_subjects}
    out = {lesson for need in returns for lesson in need.except_lessons}
    lessons = (o.lesson for o in problem.timetable.occasions if o.week == week)
    return covered_minutes(one for one in lessons if one.subject not in subjects and one.id not in out)


@remembering
def line(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week that each step aims at in weeks with that label, from the first step to the whole timetable.

    «Skynda långsamt»: the first step aims at an even share of the week, at most two lessons, and the line runs midway
    between rising by the same minutes and by the same factor each step, so that the earliest rises are the smallest
    (`method.md` §5.2 names a factor of 1.5; midway is our default, since a factor alone makes the last step a leap).
    While half steps hold, each step rises half of that (`half_step`).
    """
    drawn = _ordinary(problem, week)
    halved = _halved(problem, week)
    return _with_half_rises(drawn, halved, ends_whole=not ends_half_way(problem, week)) if halved else drawn


def _ordinary(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """The line as it is drawn without half steps."""
    waiting = steps_without_lessons(problem)
    return (*(0,) * waiting, *_midway(goal_minutes(problem, week), len(problem.steps) - waiting))


@remembering
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


@remembering
def half_step(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week that each step may rise from the one before while half steps hold.

    Half of what the line rises otherwise, and always one lesson's room, since nobody takes up half a lesson. The
    first step with lessons begins as it would otherwise: it is small already. Our default; `method.md` §4.4 says
    «max half steps» and no number.
    """
    begun = steps_without_lessons(problem)
    drawn = _ordinary(problem, week)
    rises = (later - earlier for earlier, later in pairwise((0, *drawn)))
    return tuple(
        max(ROOM_MINUTES, rise if number <= begun else -(-rise // 2)) for number, rise in enumerate(rises)
    )


def _halved(problem: Problem, week: WeekLabel) -> frozenset[int]:
    """The steps, as indexes of the line, that rise half as much as they would.

    Where the ladder ends at the whole week half steps last for the first half of it at most: what they leave is spread
    over the rest, so that the last step is no leap.
    """
    calm = [need for need in problem.needs if isinstance(need, HalfSteps)]
    begun, last = steps_without_lessons(problem), len(problem.steps) - 1
    until = last if ends_half_way(problem, week) else (begun + last) // 2
    steps = range(begun + 1, until + 1)
    return frozenset(step for step in steps if any(need.holds_in(step + 1, week) for need in calm))


def ends_half_way(problem: Problem, week: WeekLabel) -> HalfSteps | None:
    """The half steps that still hold in the last step, if they do and nothing hard demands the whole week there."""
    last = len(problem.steps)
    if any(isinstance(need, FullRestore) and need.holds_in(last, week) for need in problem.hard_needs()):
        return None
    return next((need for need in problem.needs if isinstance(need, HalfSteps) and need.holds_in(last, week)), None)


def _with_half_rises(drawn: Sequence[int], halved: frozenset[int], *, ends_whole: bool) -> tuple[int, ...]:
    """The line with those rises halved; to end whole, the rises after the last of them take up the rest."""
    rises = [later - earlier for earlier, later in pairwise(drawn)]
    missing = sum(rise / 2 for step, rise in enumerate(rises, 1) if step in halved)
    after = sum(rise for step, rise in enumerate(rises, 1) if step > max(halved))
    steeper = 1 + missing / after if ends_whole and after else 1
    calm = (
        rise / 2 if step in halved else rise * steeper if step > max(halved) else rise
        for step, rise in enumerate(rises, 1)
    )
    # Halves are rounded up, every one alike: no rise then becomes more than half of the whole one, rounded up.
    return tuple(int(minutes + 0.5) for minutes in accumulate(calm, initial=float(drawn[0])))


@remembering
def ceiling(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week above which each step goes too fast; passed only where a goal demands it."""
    full = goal_minutes(problem, week)
    return tuple(min(full, minutes + ROOM_MINUTES) for minutes in line(problem, week))


@remembering
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


@remembering
def gentle_day(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes that a day of each step should hold at most; always room for the longest lesson."""
    longest = max((o.lesson.minutes for o in problem.timetable.occasions if o.week == week), default=0)
    return tuple(max(longest, minutes * GENTLE_DAY_PERCENT // 100) for minutes in line(problem, week))


LONG_WAIT_MINUTES = 60
"""A wait between two lessons the same day that tears it apart: longer than a lunch. Our default."""
