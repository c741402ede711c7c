"""Help with the morning moves no lesson."""

from __future__ import annotations

import pytest

from planning.needs import Strength
from tests.planning.builders import is_met, need


@pytest.mark.parametrize("strength", list(Strength))
@pytest.mark.parametrize("plan", ["", "a", "a b c d e f"])
def test_every_plan_meets_help_with_the_morning(strength: Strength, plan: str) -> None:
    """However strongly it holds."""
    assert is_met(need("morning_help", strength, ways=["wake_up", "text_message"]), plan)
