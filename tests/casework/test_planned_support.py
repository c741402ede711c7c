"""The annex tells what is planned around the lessons and which need it meets, and nothing that was told alone."""

from __future__ import annotations

import pytest

from casework.planned_support import planned_support
from exports.appendix import PlannedSupport
from planning.items import Carrier, ItemKind
from planning.needs import AnyNeed
from planning.needs.base import CARE, NeedId
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from tests.planning.builders import need, plan, problem

BREAKFAST = need("support", "support", item="breakfast")


def made(asked: AnyNeed, *steps: int) -> tuple[Problem, Plan]:
    """A plan of four steps with a breakfast in those, for that need, and a contact in the first."""
    of = problem("a mon 08:00-09:00 Svenska", asked, steps=4)
    breakfast = PlannedItem(kind=ItemKind.BREAKFAST, week="", weekday="mon", start="07:40", end="07:50",
                            carrier=Carrier.COACH, need=asked.id)  # fmt: skip
    contact = breakfast.model_copy(update={"kind": ItemKind.CHECK_IN, "need": None, "contact": 1})
    planned = plan(of, "a", "a", "a", "a")
    return of, planned.model_copy(
        update={
            "steps": tuple(
                step.model_copy(
                    update={"items": (breakfast,) * (step.number in steps) + (contact,) * (step.number == 1)}
                )
                for step in planned.steps
            )
        }
    )


@pytest.mark.parametrize(
    ("steps", "said"), [((2,), "2"), ((1, 3), "1 och 3"), ((1, 2, 3), "1–3"), ((1, 2, 4), "1, 2 och 4")]
)
def test_every_kind_stands_once_with_its_steps(steps: tuple[int, ...], said: str) -> None:
    """And the need that it meets, in words; the contact that every plan has meets none."""
    lines = {line.what: line for line in planned_support(*made(BREAKFAST, *steps))}
    assert lines["Frukost"].steps == said
    assert lines["Frukost"].meets
    assert lines["En avstämning"] == PlannedSupport(what="En avstämning", steps="1", meets="Kontakt varje vecka")


@pytest.mark.parametrize(
    "hidden", [BREAKFAST.model_copy(update={"origin": CARE}), need("morning_help", ways=["knock"])]
)
def test_what_was_told_alone_is_not_there(hidden: AnyNeed) -> None:
    """Nor what is closed, nor what rests on a need that is no longer asked for."""
    assert [line.what for line in planned_support(*made(hidden, 1))] == ["En avstämning"]
    of, planned = made(BREAKFAST, 1)
    assert [line.what for line in planned_support(of.without(NeedId("support")), planned)] == ["En avstämning"]
