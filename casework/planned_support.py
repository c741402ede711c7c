"""What the secret annex tells of items: what is planned beside the lessons, in which steps, and which need it meets."""

from __future__ import annotations

from collections.abc import Iterator

from casework.mapping import adapted
from exports.appendix import PlannedSupport
from planning.items import ItemKind
from planning.needs.base import NeedId
from planning.plan import Plan
from planning.problem import Problem
from wording.contacts import say_contact_kind
from wording.item_reasons import may_be_told
from wording.language import tr
from wording.phrases import and_list, upper_first


def planned_support(problem: Problem, plan: Plan) -> tuple[PlannedSupport, ...]:
    """One line for every kind of item and need, in the order they first come.

    Items whose need is told nobody are left out.
    """
    steps: dict[tuple[ItemKind, NeedId | None], list[int]] = {}
    for step in plan.steps:
        for item in step.items:
            steps.setdefault((item.kind, item.need), []).append(step.number)
    return tuple(_lines(problem, steps))


def _lines(problem: Problem, steps: dict[tuple[ItemKind, NeedId | None], list[int]]) -> Iterator[PlannedSupport]:
    for (kind, need_id), numbers in steps.items():
        need = problem.needs_by_id.get(need_id) if need_id else None
        if need_id and (need is None or not may_be_told(need)):
            continue
        yield PlannedSupport(
            what=upper_first(say_contact_kind(kind)),
            steps=_said(sorted(set(numbers))),
            meets=adapted(need) if need else tr("Kontakt varje vecka"),
        )


def _said(numbers: list[int]) -> str:
    """«2», «1 och 3», «1–4»."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return and_list([str(number) for number in numbers])
