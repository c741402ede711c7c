"""Whatever a field cannot be is told in the reader's language, with what would do."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic_core import core_schema

from wording.field_errors import say_field_fault

KINDS = get_args(core_schema.ErrorType)


@pytest.mark.parametrize("kind", [*KINDS, "not_a_week", "longer_than_its_hours", "more_times_than_days", "new"])
def test_every_kind_of_fault_has_a_line(kind: str) -> None:
    """Never the library's own words."""
    said = say_field_fault(kind, "40", "yes eller no")
    assert said.endswith(".")
    assert kind not in said
    assert "Input" not in said


def test_line_names_the_limit_that_was_broken() -> None:
    """So that the next try is within it."""
    assert say_field_fault("less_than_equal", "40") == "Värdet är för stort. Det får vara högst 40."


def test_line_offers_the_words_that_would_do() -> None:
    """And the schema, where there are too many of them to be known."""
    assert "yes eller no" in say_field_fault("enum", nearest="yes eller no")
    assert "schema" in say_field_fault("enum")
