"""Support moves no lesson."""

from __future__ import annotations

import pytest

from planning.needs import SupportKind
from tests.planning.builders import is_met, need


@pytest.mark.parametrize("item", list(SupportKind))
@pytest.mark.parametrize("plan", ["", "a b c d e f"])
def test_every_plan_meets_support(item: SupportKind, plan: str) -> None:
    """All that can be arranged."""
    assert is_met(need("support", "support", item=item), plan)
    assert is_met(need("support", "hard", item=item), plan)
