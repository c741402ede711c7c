"""Nouns are values: they do not change, and a copy remembers nothing of the old one."""

from __future__ import annotations

from functools import cached_property

import pytest
from pydantic import ValidationError

from planning.frozen import Frozen


class Box(Frozen):
    """A noun with something that is worked out once."""

    sides: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        """The sum of its sides."""
        return sum(self.sides)


def test_a_copy_works_out_anew_what_follows_from_its_fields() -> None:
    """A plan whose steps were changed must not go on saying the old last step."""
    box = Box(sides=(1, 2))
    assert box.total == 3
    assert box.model_copy(update={"sides": (4,)}).total == 4
    assert box.total == 3


def test_a_value_can_neither_be_changed_nor_given_fields_it_does_not_know() -> None:
    """Both are refused."""
    with pytest.raises(ValidationError):
        Box(sides=(1,)).sides = (2,)  # type: ignore[misc]  # what is tested
    with pytest.raises(ValidationError):
        Box.model_validate({"sides": [1], "colour": "red"})
