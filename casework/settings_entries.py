"""An entry of a file of settings, as a model or as its faults: each names file, entry and field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import ValidationError

from casework.field_faults import field_errors
from planning.errors import BadInput
from planning.frozen import Frozen

Model = TypeVar("Model", bound=Frozen)
Faults = list[BadInput]


def read_entry(model: type[Model], file: str, name: str, entry: Any) -> Model:
    """The entry as a model. Raises `BadInput` with its first fault."""
    faults: Faults = []
    found = take_entry(model, file, name, entry, faults)
    if found is None:
        raise faults[0]
    return found


def take_entry(model: type[Model], file: str, name: str, entry: Any, faults: Faults) -> Model | None:
    """The entry as a model; None where there are faults, all of which are added."""
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        where = (".".join(map(str, fault["loc"])) for fault in error.errors(include_url=False))
        for inside, fault in zip(where, field_errors(error), strict=True):
            field = f"{name}.{inside}" if inside else name
            code = "not_a_phone" if fault.data["problem"] == "string_pattern_mismatch" else fault.code
            faults.append(BadInput(code, **{**fault.data, "file": file, "field": field}))
        return None


Reader = Callable[[str, Faults], Any]
"""Reads a text of settings: what it says, with every fault added to the list."""


def strict(read: Reader, text: str) -> Any:
    """What the text says. Raises the first of its faults."""
    faults: Faults = []
    found = read(text, faults)
    if faults:
        raise faults[0]
    return found
