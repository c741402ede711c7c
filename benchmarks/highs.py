"""HiGHS in a process of its own: reads programs and their costs from standard input, answers on standard output.

Nothing of OR-Tools may be imported here: it brings a HiGHS of its own, and the two do not load in one process.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.programme import Programme, Row, Terms

HOUSE = Path(__file__).resolve().parents[1]

OPTIONS = {"output_flag": False, "random_seed": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}
"""The gap is closed: costs are whole numbers. All else is HiGHS's own default.

No starting solution is given, though ours gets one from pack to pack: HiGHS 1.16 then took it for the best where a
better one existed.
"""


class Question(NamedTuple):
    """A program, and what is to be made as small as possible in it."""

    programme: Programme
    costs: Terms


class Minimum(NamedTuple):
    """What HiGHS answered. `values` is None without a solution; `proven`: it is optimal, or there is none."""

    proven: bool
    values: list[int] | None
    seconds: float


def minima(questions: Iterable[Question], limit: float) -> list[Minimum]:
    """The questions in order, within `limit` seconds inside HiGHS for all of them; after one unanswered none is asked.

    Raises `subprocess.CalledProcessError` when HiGHS breaks down.
    """
    job = {"questions": [_out(question) for question in questions], "limit": limit}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.highs"],
        cwd=HOUSE, input=json.dumps(job), capture_output=True, text=True, check=True,
    )  # fmt: skip
    # HiGHS may print a notice of its own before the answer.
    return [Minimum(*one) for one in json.loads(done.stdout.splitlines()[-1])]


def _out(question: Question) -> dict[str, Any]:
    """As JSON: bounds that bind nothing are null."""
    rows = [
        (list(row.terms.items()), *(bound if math.isfinite(bound) else None for bound in (row.low, row.high)))
        for row in question.programme.rows
    ]
    return {"bounds": question.programme.bounds, "rows": rows, "costs": list(question.costs.items())}


def _in(question: dict[str, Any]) -> Question:
    rows = [
        Row(dict(terms), -math.inf if low is None else low, math.inf if high is None else high)
        for terms, low, high in question["rows"]
    ]
    return Question(Programme([(low, high) for low, high in question["bounds"]], rows), dict(question["costs"]))


def _answers(questions: Sequence[dict[str, Any]], limit: float) -> list[Minimum]:
    found: list[Minimum] = []
    for question in questions:
        left = limit - sum(one.seconds for one in found)
        if left <= 0 or (found and not found[-1].proven):
            break
        found.append(_minimise(_in(question), left))
    return found


def _minimise(question: Question, limit: float) -> Minimum:
    import highspy  # noqa: PLC0415 - only in the process that has no OR-Tools

    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # untyped in highspy 1.16
    for option, value in {**OPTIONS, "time_limit": limit}.items():
        solver.setOptionValue(option, value)
    solver.passModel(_as_lp(highspy, question))
    began = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - began
    known = solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = [round(value) for value in solver.getSolution().col_value] if known else None
    final = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)
    return Minimum(solver.getModelStatus() in final, values, seconds)


def _as_lp(highspy: Any, question: Question) -> Any:
    programme, costs = question
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(programme.bounds), len(programme.rows)
    lp.col_cost_ = [float(costs.get(column, 0)) for column in range(lp.num_col_)]
    lp.col_lower_ = [float(low) for low, _ in programme.bounds]
    lp.col_upper_ = [float(high) for _, high in programme.bounds]
    lp.row_lower_ = [float(row.low) for row in programme.rows]
    lp.row_upper_ = [float(row.high) for row in programme.rows]
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = list(accumulate((len(row.terms) for row in programme.rows), initial=0))
    lp.a_matrix_.index_ = [column for row in programme.rows for column in row.terms]
    lp.a_matrix_.value_ = [float(weight) for row in programme.rows for weight in row.terms.values()]
    return lp


def main() -> None:
    """One job from standard input."""
    job = json.load(sys.stdin)
    print(json.dumps(_answers(job["questions"], job["limit"])))


if __name__ == "__main__":
    main()
