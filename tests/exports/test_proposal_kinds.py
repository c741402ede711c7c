"""What the kinds of decision need stands where there is room for it."""

from __future__ import annotations

from typing import Any

import pytest

from exports.blocks import Heading, PageBreak
from exports.proposal import build_proposal
from planning.decision import DocumentFacts
from planning.decision_forms import DistanceTeaching, TeachingForms
from planning.public_plan import public_plan


@pytest.mark.parametrize(("distance", "is_parted"), [(None, True), (DistanceTeaching(subjects=("Svenska",)), False)])
def test_the_decision_has_a_page_of_its_own_where_its_kinds_fit_on_it(
    made: Any, facts: DocumentFacts, distance: DistanceTeaching | None, *, is_parted: bool
) -> None:
    """Distance teaching asks for so much that it begins where the page before it ends."""
    told = facts.model_copy(update={"forms": TeachingForms(distance=distance)})
    blocks = build_proposal(public_plan(made.problem, made.plan), told).blocks
    at = blocks.index(Heading(level=2, text="Det som rektorn beslutar om"))
    assert isinstance(blocks[at - 1], PageBreak) is is_parted
