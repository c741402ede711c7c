"""A CP-SAT model as a mixed integer program: the same variables, and every constraint as linear rows.

`bool_or`, `bool_and`, `at_most_one`, `exactly_one` and `linear` are translated, with and without enforcement. A bound
that holds only under literals gets the smallest big M that the bounds of its own variables allow.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

Terms = Mapping[int, int]
"""Coefficients by column."""

ENDLESS = 2**62
"""Bounds of CP-SAT beyond this bind nothing."""


class Row(NamedTuple):
    """`low` ≤ the sum of coefficient × column ≤ `high`."""

    terms: Terms
    low: float
    high: float


class NotTranslated(Exception):
    """The model has a kind of constraint that this translation does not know."""


@dataclass
class Programme:
    """A mixed integer program: least and most of whole-numbered columns, and rows."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def least(self, terms: Terms) -> int:
        """The smallest value that the columns' bounds allow."""
        return sum(weight * self.bounds[column][0 if weight > 0 else 1] for column, weight in terms.items())

    def most(self, terms: Terms) -> int:
        """The largest value that the columns' bounds allow."""
        return sum(weight * self.bounds[column][1 if weight > 0 else 0] for column, weight in terms.items())

    def add(self, references: Sequence[int], weights: Sequence[int], domain: Sequence[int],
            enforced_by: Iterable[int] = ()) -> None:
        """The sum of weight × literal or variable lies in the domain (low, high, low, high, …) if `enforced_by` hold.

        A reference below zero is a negated literal: 1 − its variable.
        """
        terms, constant = expression(references, weights)
        stretches = list(zip(domain[::2], domain[1::2], strict=True))
        if len(stretches) == 1:
            self._bound(terms, constant, stretches[0], tuple(enforced_by))
            return
        chosen = [self.column(0, 1) for _ in stretches]
        self.rows.append(Row(dict.fromkeys(chosen, 1), 1, 1))
        for literal, stretch in zip(chosen, stretches, strict=True):
            self._bound(terms, constant, stretch, (*enforced_by, literal))

    def column(self, least: int, most: int) -> int:
        """A new column."""
        self.bounds.append((least, most))
        return len(self.bounds) - 1

    def _bound(self, terms: Terms, constant: int, stretch: tuple[int, int], enforced_by: Sequence[int]) -> None:
        low = stretch[0] - constant if stretch[0] > -ENDLESS else -math.inf
        high = stretch[1] - constant if stretch[1] < ENDLESS else math.inf
        below, above = low - self.least(terms), self.most(terms) - high
        if not enforced_by:
            if below > 0 or above > 0:
                self.rows.append(Row(terms, low, high))
            return
        # `idle` is how many of the enforcing literals do not hold: none, or the bound is let go by all that it needs.
        idle, count = expression([~literal for literal in enforced_by], [1] * len(enforced_by))
        if below > 0 and math.isfinite(low):
            self.rows.append(Row(_sum(terms, idle, int(below)), low - below * count, math.inf))
        if above > 0 and math.isfinite(high):
            self.rows.append(Row(_sum(terms, idle, -int(above)), -math.inf, high + above * count))

    def breaks(self, values: Sequence[int]) -> bool:
        """Whether whole numbers break a bound or a row: a solver with tolerances is not taken at its word."""
        if any(not low <= value <= high for value, (low, high) in zip(values, self.bounds, strict=True)):
            return True
        return any(not row.low <= value_of(row.terms, values) <= row.high for row in self.rows)


def expression(references: Sequence[int], weights: Sequence[int]) -> tuple[Terms, int]:
    """A sum of weight × literal or variable as terms and a constant."""
    terms: dict[int, int] = defaultdict(int)
    constant = 0
    for reference, weight in zip(references, weights, strict=True):
        if reference >= 0:
            terms[reference] += weight
        else:
            terms[~reference] -= weight
            constant += weight
    return {column: weight for column, weight in terms.items() if weight}, constant


def value_of(terms: Terms, values: Sequence[int]) -> int:
    """What the terms come to."""
    return sum(weight * values[column] for column, weight in terms.items())


def _sum(terms: Terms, others: Terms, weight: int) -> Terms:
    """Terms + weight × others."""
    together: dict[int, int] = defaultdict(int, terms)
    for column, coefficient in others.items():
        together[column] += weight * coefficient
    return together


def programme_of(proto: Any) -> Programme:
    """The model's variables and constraints. Raises `NotTranslated` on kinds of constraint that are not known."""
    programme = Programme()
    holes = []
    for variable in proto.variables:
        domain = list(variable.domain)
        column = programme.column(domain[0], domain[-1])
        if any(later > before + 1 for before, later in pairwise(domain[1:-1])) and len(domain) > 2:
            holes.append((column, domain))
    for column, domain in holes:
        programme.add([column], [1], domain)
    for constraint in proto.constraints:
        _translate(programme, constraint)
    return programme


def _translate(programme: Programme, constraint: Any) -> None:
    """Put one constraint into the program."""
    enforced_by = list(constraint.enforcement_literal)
    for kind, put in _KINDS.items():
        if getattr(constraint, f"has_{kind}")():
            put(programme, getattr(constraint, kind), enforced_by)
            return
    raise NotTranslated(str(constraint))


def _any(programme: Programme, clause: Any, enforced_by: list[int]) -> None:
    """One of the literals holds, or one of those that enforce it does not."""
    literals = [*clause.literals, *(~literal for literal in enforced_by)]
    programme.add(literals, [1] * len(literals), [1, len(literals)])


def _all(programme: Programme, clause: Any, enforced_by: list[int]) -> None:
    """All of the literals hold: a clause each, which is tighter than one row with a big M."""
    for literal in clause.literals:
        either = [literal, *(~other for other in enforced_by)]
        programme.add(either, [1] * len(either), [1, len(either)])


def _at_most_one(programme: Programme, clause: Any, enforced_by: list[int]) -> None:
    literals = list(clause.literals)
    programme.add(literals, [1] * len(literals), [0, 1], enforced_by)


def _exactly_one(programme: Programme, clause: Any, enforced_by: list[int]) -> None:
    literals = list(clause.literals)
    programme.add(literals, [1] * len(literals), [1, 1], enforced_by)


def _linear(programme: Programme, linear: Any, enforced_by: list[int]) -> None:
    programme.add(list(linear.vars), list(linear.coeffs), list(linear.domain), enforced_by)


_KINDS: Mapping[str, Callable[[Programme, Any, list[int]], None]] = {
    "bool_or": _any,
    "bool_and": _all,
    "at_most_one": _at_most_one,
    "exactly_one": _exactly_one,
    "linear": _linear,
}
