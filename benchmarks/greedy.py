"""A greedy construction upon the model: lesson after lesson is taken up while the pace allows, and none is put back.

Bounds are propagated through the model's rows, so that a lesson that can be seen to break something is not taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from benchmarks.programme import Programme, programme_of
from benchmarks.stepwise import Decided, Taken, choices_of
from planning.pace import floor, line
from planning.problem import Problem
from planning.visits import series_of
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.posting import model_of
from scheduler.tiers import Tier


class Bounds:
    """What is left possible of each column, narrowed row by row, with a way back."""

    def __init__(self, programme: Programme) -> None:
        self.low = [low for low, _ in programme.bounds]
        self.high = [high for _, high in programme.bounds]
        self._rows = [(tuple(row.terms.items()), row.low, row.high) for row in programme.rows]
        self._rows_of: dict[int, list[int]] = defaultdict(list)
        for number, (terms, _, _) in enumerate(self._rows):
            for column, _ in terms:
                self._rows_of[column].append(number)
        self._trail: list[tuple[int, int, int]] = []
        self.is_possible = self._narrow(range(len(self._rows)))

    def fix(self, column: int, value: int) -> bool:
        """Fix a column and what follows from it. False, and nothing changes, when that is seen to be impossible."""
        mark = len(self._trail)
        if self.low[column] <= value <= self.high[column]:
            changed = self._set(column, value, value)
            if not changed or self._narrow(self._rows_of[column]):
                return True
        self.back(mark)
        return False

    @property
    def mark(self) -> int:
        """Where to come back to."""
        return len(self._trail)

    def back(self, mark: int) -> None:
        """Undo everything since that mark."""
        while len(self._trail) > mark:
            column, low, high = self._trail.pop()
            self.low[column], self.high[column] = low, high

    def _set(self, column: int, low: int, high: int) -> bool:
        if low <= self.low[column] and high >= self.high[column]:
            return False
        self._trail.append((column, self.low[column], self.high[column]))
        self.low[column], self.high[column] = max(low, self.low[column]), min(high, self.high[column])
        return True

    def _narrow(self, rows: Iterable[int]) -> bool:
        """Draw every conclusion from those rows; False when one of them can no longer hold."""
        waiting = dict.fromkeys(rows)
        while waiting:
            number, _ = waiting.popitem()
            changed = self._conclusions(*self._rows[number])
            if changed is None:
                return False
            waiting.update((row, None) for column in changed for row in self._rows_of[column])
        return True

    def _conclusions(self, terms: Sequence[tuple[int, int]], least: float, most: float) -> list[int] | None:
        """The columns that the row narrows; None when it cannot hold."""
        low, high = self.low, self.high
        smallest = sum(w * (low[c] if w > 0 else high[c]) for c, w in terms)
        largest = sum(w * (high[c] if w > 0 else low[c]) for c, w in terms)
        if smallest > most or largest < least:
            return None
        changed = []
        for column, weight in terms:
            span = abs(weight) * (high[column] - low[column])
            if span and (smallest + span > most or largest - span < least):
                rises, falls = most - smallest, largest - least
                up, down = (rises, falls) if weight > 0 else (falls, rises)
                size = abs(weight)
                top = high[column] if up >= span else low[column] + int(up // size)
                bottom = low[column] if down >= span else high[column] - int(down // size)
                if top < bottom:
                    return None
                if self._set(column, bottom, top):
                    changed.append(column)
        return changed


def greedy(problem: Problem) -> Taken | None:
    """The lessons of a greedy plan; None when it runs into a wall."""
    model = model_of(problem)
    add_losses(model)
    bounds = Bounds(programme_of(model.cp.proto))
    if not bounds.is_possible:
        return None
    builder = _Builder(model, bounds)
    for (step, label), decided in groupby(choices_of(model), key=lambda one: one.name[:2]):
        if not builder.build(step, label, list(decided)):
            return None
    return frozenset(builder.taken)


class _Builder:
    """A plan in the making."""

    def __init__(self, model: Model, bounds: Bounds) -> None:
        self._model, self._bounds = model, bounds
        self._losses = [
            (rank.tier, [(loss.amount.index, loss.weight) for loss in losses]) for rank, losses in model.losses.items()
        ]
        self._known: set[object] = set()
        self.taken: set[tuple[int, str, str, int, int]] = set()

    def build(self, step: int, label: str, choices: list[Decided]) -> bool:
        """Fill one week of one step. False when a choice can be neither taken nor left."""
        problem = self._model.problem
        wanted, least = line(problem, label)[step - 1], floor(problem, label)[step - 1]
        ordered = sorted(choices, key=lambda one: (series_of(one.choice.visit.lesson, label) not in self._known,
                                                   -one.choice.visit.minutes, one.choice.visit.lesson.weekday,
                                                   one.choice.visit.start, one.name))  # fmt: skip
        minutes = self._take(ordered, 0, wanted, Tier.SHORTFALL)
        minutes = self._take(ordered, minutes, least, Tier.TOO_SLOW)
        self._take(ordered, minutes, 1, Tier.EMPTY)
        for name, choice in choices:
            column = choice.taken.index
            if name not in self.taken and not self._bounds.fix(column, 0):
                if not self._bounds.fix(column, 1):
                    return False
                self.taken.add(name)
        self._known = {series_of(one.choice.visit.lesson, label) for one in choices if one.name in self.taken}
        return True

    def _take(self, ordered: list[Decided], minutes: int, until: int, gap: Tier) -> int:
        """Take up lessons until so many minutes, as long as none costs more than the gap that it fills."""
        for name, choice in ordered:
            if minutes >= until:
                break
            if name in self.taken:
                continue
            before, mark = self._lost(gap), self._bounds.mark
            if not self._bounds.fix(choice.taken.index, 1):
                continue
            if self._lost(gap) > before:
                self._bounds.back(mark)
                continue
            self.taken.add(name)
            minutes += choice.visit.minutes
        return minutes

    def _lost(self, until: Tier) -> int:
        """What is lost for certain in the tiers that weigh more than that one."""
        low, high = self._bounds.low, self._bounds.high
        return sum(
            weight * (low[index] if index >= 0 else 1 - high[~index])
            for tier, losses in self._losses if tier < until
            for index, weight in losses
        )  # fmt: skip
