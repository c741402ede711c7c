"""No subject that deviates is left without form and reason, however many there are and whatever they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.blocks import Rows, StepTable
from exports.proposal_subjects import subjects
from planning.decision import DocumentFacts
from planning.public_plan import PublicSubject, public_plan


def test_every_subject_that_deviates_has_form_and_reason(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Also forty with long names: they stand in as many cells as hold them all."""
    made = make_plan(8)
    public = public_plan(made.problem, made.plan)
    names = [f"Ämne nummer {n} med ett ganska långt namn" for n in range(40)]
    many = tuple(PublicSubject(subject=name, ordinary=60, per_step=(0,) * 7 + (60,)) for name in names)
    blocks = tuple(subjects(public.model_copy(update={"subjects": many}), facts, None))
    (motives,) = (block for block in blocks if isinstance(block, Rows))
    assert all(len(cell) <= 300 for row in motives.rows for cell in row)
    told = " ".join(row[0] for row in motives.rows)
    assert [name for name in names if name not in told] == []


def test_a_short_plan_says_form_and_reason_in_the_same_table(
    make_plan: Callable[[int], Any], facts: DocumentFacts
) -> None:
    """With two steps there is room for words beside the figures."""
    made = make_plan(2)
    blocks = tuple(subjects(public_plan(made.problem, made.plan), facts, None))
    (table,) = (block for block in blocks if isinstance(block, StepTable))
    assert not [block for block in blocks if isinstance(block, Rows)]
    noted = {row.name: row.note for row in table.rows}
    assert noted["Musik"] == "I klassen. Kommer senare, i lugn takt."
    assert noted["Kemi"] == ""
