"""What a step changes, and its small ladders, as lines on the screen."""

from __future__ import annotations

from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.small_ladders import keeper_in, rungs_in
from planning.step_changes import change_in
from wording.dimensions import rungs_to_say, say_change, say_rung
from wording.items import is_before_lessons


def change_line(step: PlanStep, plan: Plan, problem: Problem) -> str:
    """«Det här steget ändrar en sak: tiden.»"""
    before = plan.steps[step.number - 2] if step.number > 1 else None
    return say_change(change_in(problem, before, step), problem.needs_by_id)


def ladder_lines(step: PlanStep, plan: Plan, problem: Problem) -> list[str]:
    """«Matsalen: äter före de andra»; none before lessons, when no word is about school."""
    if is_before_lessons(plan, step.number):
        return []
    said = rungs_to_say(rungs_in(problem, step.number))
    return [say_rung(rung, keeper_in(problem, rung.ladder, step.number)) for rung in said]
