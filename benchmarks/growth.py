"""How time grows: slopes of straight lines through logarithms. A slope of 1 is linear, of 2 quadratic."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence

Point = tuple[float, float]


def slope(points: Iterable[Point]) -> float | None:
    """The slope of log y over log x by least squares; None when there is nothing to draw a line through."""
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len({x for x, _ in logs}) < 2:
        return None
    return statistics.linear_regression([x for x, _ in logs], [y for _, y in logs]).slope


def batches(seconds: Sequence[float]) -> list[Point]:
    """How many students, and how long they took together: half as many each time, the first of each half."""
    sizes = []
    size = len(seconds)
    while size >= 5:
        sizes.append(size)
        size //= 2
    return [(float(size), sum(seconds[:size])) for size in sorted(sizes)]


def by_steps(seconds: Mapping[int, Sequence[float]]) -> list[Point]:
    """The number of steps, and the median time of the same students."""
    return [(float(steps), statistics.median(times)) for steps, times in sorted(seconds.items()) if times]
