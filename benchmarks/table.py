"""The result as text: goal and what was reached side by side, the machine, and what the figures mean."""

from __future__ import annotations

import datetime as dt
import os
import platform
import statistics
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple


class Line(NamedTuple):
    """What was measured, the goal for it, what was reached, and whether that reaches the goal (None: no goal)."""

    what: str
    goal: str
    reached: str
    met: bool | None = None


NOT_MEASURED = "not measured"


def percentile(values: Sequence[float], percent: int) -> float:
    """That percentile, by rank and between its neighbours."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def spread(values: Sequence[float]) -> str:
    """«p50 0.31 s, p95 1.20 s, most 4.00 s»."""
    if not values:
        return NOT_MEASURED
    return f"p50 {percentile(values, 50):.2f} s, p95 {percentile(values, 95):.2f} s, most {max(values):.2f} s"


def at_most(what: str, values: Sequence[float], bounds: dict[int, float]) -> Line:
    """A line whose goal is bounds on percentiles of seconds."""
    goal = ", ".join(f"p{percent} ≤ {bound:g} s" for percent, bound in bounds.items())
    met = all(percentile(values, p) <= bound for p, bound in bounds.items()) if values else None
    return Line(f"{what} ({len(values)})", goal, spread(values), met)


def drawn(title: str, lines: Sequence[Line]) -> str:
    """A table of those lines."""
    rows = [("", "goal", "reached", ""), *((one.what, one.goal, one.reached, _sign(one.met)) for one in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    body = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([title, "-" * len(title), *body, ""])


def _sign(met: bool | None) -> str:  # noqa: FBT001 - it is the value that is drawn
    return "" if met is None else "reached" if met else "MISSED"


def machine(today: dt.date, measured: Sequence[str] = ("ortools", "highspy")) -> str:
    """When, on what kind of machine, and with which versions of what is measured."""
    packages = ", ".join(f"{name} {_version(name)}" for name in measured)
    return (
        f"{today}; {_processor()}, {os.cpu_count()} cores, {_memory()}; {platform.system()} {platform.machine()}; "
        f"Python {platform.python_version()}, {packages}; {_load()}"
    )


def _load() -> str:
    """How busy the machine was before: seconds of a busy machine are worth little, ratios more."""
    try:
        return f"{os.getloadavg()[0]:.1f} processes busy in the minute before"
    except (AttributeError, OSError):
        return "load unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def _processor() -> str:
    """What the processor calls itself, where that can be read."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "unknown processor")


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (AttributeError, ValueError, OSError):
        return "unknown memory"
