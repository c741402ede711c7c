"""A field of a case that cannot be used, as breakage: which field, what kind of fault, and the limit it broke."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planning.errors import BadInput

_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length")
"""What pydantic calls the limits of numbers, texts and lists."""


def field_error(error: ValidationError) -> BadInput:
    """The first fault as `BadInput("case_field")`: `problem` is its kind for `wording`, `limit` the number it broke."""
    fault = error.errors(include_url=False)[0]
    context = fault.get("ctx", {})
    limit = next((context[name] for name in _LIMITS if name in context), "")
    return BadInput("case_field", field=_field(fault), problem=_kind(fault), limit=limit, expected=_expected(fault))


def _field(fault: ErrorDetails) -> str:
    """«limits.0.teachers»: the path as it stands in the file, without the kind that chose among the needs."""
    path = [str(part) for part in fault["loc"] if part != "[key]"]
    if path[:1] == ["limits"] and len(path) > 3:
        del path[2]
    return ".".join(path) or "(hela filen)"


def _kind(fault: ErrorDetails) -> str:
    """Pydantic's kind; of an error of our own its words up to the colon, «not_a_time_of_day»."""
    if fault["type"] != "value_error":
        return fault["type"]
    said = str(fault.get("ctx", {}).get("error", ""))
    return said.partition(":")[0].strip().replace(" ", "_")


def _expected(fault: ErrorDetails) -> tuple[str, ...]:
    """The words that would do, where only some of them would."""
    context = fault.get("ctx", {})
    words = str(context.get("expected_tags") or context.get("expected") or "")
    return tuple(word.strip(" '") for word in words.replace(" or ", ", ").split(",") if word.strip(" '"))
