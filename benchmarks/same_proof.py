"""Asks HiGHS exactly what our own solve asked of CP-SAT, pack of tiers by pack of tiers, and compares the answers.

The models are taken down as they are handed to CP-SAT, with what was frozen before them, so that both solvers face the
same questions, and equal optima of the packs are equal optima of all their tiers.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from ortools.sat.python import cp_model

from benchmarks.highs import Minimum, Question, minima
from benchmarks.programme import expression, programme_of, value_of
from scheduler import solving
from scheduler.solving import Answer


class Asked(NamedTuple):
    """A model as CP-SAT got it, the proven answer, and the seconds that it took."""

    model: cp_model.CpModel
    values: Sequence[int]
    seconds: float = 0.0

    @property
    def question(self) -> Question:
        """The same for HiGHS."""
        proto = self.model.proto
        costs, _ = expression(list(proto.objective.vars), list(proto.objective.coeffs))
        return Question(programme_of(proto), costs)


class Verdict(NamedTuple):
    """One student in HiGHS: seconds inside it, how many questions of how many it answered, and where it disagrees."""

    seconds: float
    ours: float
    """Seconds inside CP-SAT for the same questions."""
    answered: int
    of: int
    better: tuple[str, ...]
    """Where HiGHS has a solution, checked exactly, that is better than what we call the best: a fault of ours."""
    short: tuple[str, ...]
    """Where HiGHS calls something the best that ours, checked exactly, is better than: its rounding, or a fault."""

    @property
    def is_finished(self) -> bool:
        """Whether HiGHS answered everything in time."""
        return self.answered == self.of


@contextmanager
def taken_down() -> Iterator[list[Asked]]:
    """The models with an objective that are proven while this lasts."""
    asked: list[Asked] = []
    run = solving.run

    def listening(model: cp_model.CpModel, *more: Any, **options: Any) -> tuple[Answer, dict[int, int]]:
        as_asked = model.clone()
        began = time.perf_counter()
        answer, values = run(model, *more, **options)
        seconds = time.perf_counter() - began
        if answer is Answer.OPTIMAL and as_asked.proto.has_objective():
            asked.append(Asked(as_asked, [values[index] for index in range(len(values))], seconds))
        return answer, values

    with patch.object(solving, "run", listening):
        yield asked


def prove(asked: Sequence[Asked], limit: float) -> Verdict:
    """HiGHS on the same questions. Raises `NotTranslated` when a model has a constraint that the translation lacks."""
    questions = [one.question for one in asked]
    found = minima(questions, limit)
    proven = [one for one in found if one.proven]
    better: list[str] = []
    short: list[str] = []
    for number, (question, ours, answer) in enumerate(zip(questions, asked, proven, strict=False), 1):
        is_better, said = _compared(question, ours.values, answer)
        if said:
            (better if is_better else short).append(f"pack {number}: {said}")
    theirs, own = (sum(one.seconds for one in answers) for answers in (found, asked))
    return Verdict(theirs, own, len(proven), len(asked), tuple(better), tuple(short))


def _compared(question: Question, ours: Sequence[int], theirs: Minimum) -> tuple[bool, str]:
    """Whether HiGHS is better, and how the two differ; nothing where they agree."""
    # Columns that the translation adds come last; without them ours can only be checked where there are none.
    if len(ours) == len(question.programme.bounds) and question.programme.breaks(ours):
        return True, "our solution breaks a row of the program"
    if theirs.values is None:
        return False, "HiGHS says that there is none"
    if question.programme.breaks(theirs.values):
        return False, "HiGHS's solution breaks a row once it is rounded"
    least, best = value_of(question.costs, theirs.values), value_of(question.costs, ours)
    return least < best, "" if least == best else f"ours {best}, HiGHS {least}"
