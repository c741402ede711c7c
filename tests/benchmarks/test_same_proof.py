"""The benchmark's translation for HiGHS: the same question has the same answer there, so that times can be compared."""

from __future__ import annotations

import random
from importlib.util import find_spec

import pytest
from ortools.sat.python import cp_model

from benchmarks.highs import Question, minima
from benchmarks.programme import NotTranslated, programme_of
from benchmarks.same_proof import Asked, prove, taken_down
from planning.needs import AnyNeed
from planning.outcomes import Found
from scheduler.planner import plan_for
from scheduler.solving import Answer, Effort, run
from tests.planning.builders import need, problem, timetable

pytestmark = pytest.mark.skipif(
    find_spec("highspy") is None, reason="HiGHS is not installed: requirements-dev.txt brings it"
)

SECONDS = 60
WEEK = """
    a mon 08:00-09:00 Svenska
    b mon 09:10-10:10 Matematik
    c tue 08:00-08:45 Bild
    d tue 12:00-13:00 Musik
    e wed 10:00-11:00 Engelska
"""


def drawn_model(lot: random.Random) -> cp_model.CpModel:
    """A tiny model with some of every kind of constraint that can be translated, half of them under a literal."""
    model = cp_model.CpModel()
    boxes = [model.new_bool_var("") for _ in range(6)]
    numbers = [model.new_int_var(-3, 4, ""), model.new_int_var_from_domain(cp_model.Domain.from_values([0, 2, 5]), "")]

    def literals() -> list[cp_model.LiteralT]:
        chosen = lot.sample(boxes, lot.randint(1, 4))
        return [box if lot.random() < 0.5 else ~box for box in chosen]

    def total() -> cp_model.LinearExpr:
        return sum(lot.randint(-3, 3) * variable for variable in (*boxes, *numbers))

    for _ in range(5):
        low = lot.randint(-6, 3)
        constraint = lot.choice([
            lambda: model.add_bool_or(literals()),
            lambda: model.add_bool_and(literals()),
            lambda: model.add_at_most_one(literals()),
            lambda: model.add_exactly_one(literals()),
            lambda low=low: model.add_linear_constraint(total(), low, low + 4),
            lambda low=low: model.add(total() >= low),
            lambda low=low: model.add(total() != low),
        ])()  # fmt: skip
        if lot.random() < 0.5:
            constraint.only_enforce_if(literals()[:2])
    model.minimize(total())
    return model


def test_every_kind_of_constraint_has_the_same_optimum_in_both_solvers() -> None:
    """Sixty tiny models drawn by lot: as small a cost, or in both no solution."""
    models = [drawn_model(random.Random(seed)) for seed in range(60)]
    ours = [run(model, Effort()) for model in models]
    asked = [Asked(model, []).question for model in models]
    theirs = minima(asked, SECONDS)
    assert len(theirs) == len(models)
    assert {answer for answer, _ in ours} == {Answer.OPTIMAL, Answer.IMPOSSIBLE}
    for question, (answer, values), found in zip(asked, ours, theirs, strict=True):
        assert cost(question, found.values) == (cost(question, list(values.values())) if values else None)
        assert found.proven
        assert answer is Answer.OPTIMAL or found.values is None


def cost(question: Question, values: list[int] | None) -> int | None:
    """What a solution costs."""
    return None if values is None else sum(weight * values[column] for column, weight in question.costs.items())


@pytest.mark.parametrize(
    "needs",
    [
        (),
        (need("max_days", n=2), need("begin_with", "wish_3", subjects=["Musik"]), need("no_removal")),
        (need("max_visit_minutes", minutes=45, last_step=2), need("full_restore", first_step=3)),
    ],
)
def test_plan_has_the_same_optimum_pack_by_pack_in_both_solvers(needs: tuple[AnyNeed, ...]) -> None:
    """HiGHS, asked what our own solve asked, proves the same and finds nothing better."""
    with taken_down() as asked:
        outcome = plan_for(problem(timetable(WEEK), *needs, steps=3))
    assert isinstance(outcome, Found)
    verdict = prove(asked, SECONDS)
    assert asked
    assert verdict.is_finished
    assert (verdict.better, verdict.short) == ((), ())


def test_better_solution_of_highs_would_be_told() -> None:
    """Had we called something the best that is not, the comparison says so."""
    model = cp_model.CpModel()
    boxes = [model.new_bool_var("") for _ in range(2)]
    model.add_bool_or(boxes)
    model.minimize(sum(boxes))
    verdict = prove([Asked(model, [1, 1])], SECONDS)
    assert verdict.better == ("pack 1: ours 2, HiGHS 1",)
    assert verdict.short == ()


def test_constraint_that_is_not_known_is_never_left_out_in_silence() -> None:
    """A translation without it would be of an easier question."""
    model = cp_model.CpModel()
    numbers = [model.new_int_var(0, 3, "") for _ in range(3)]
    model.add_multiplication_equality(numbers[0], numbers[1:])
    with pytest.raises(NotTranslated):
        programme_of(model.proto)


def test_time_limit_leaves_questions_unanswered() -> None:
    """Nothing is claimed of what HiGHS had no time for."""
    model = cp_model.CpModel()
    model.minimize(model.new_bool_var(""))
    question = Asked(model, [0]).question
    assert minima([question, question], 0) == []
    assert [found.values for found in minima([question, question], SECONDS)] == [[0], [0]]
