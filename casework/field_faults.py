"""A field of a case that cannot be used, as breakage: which field, what kind of fault, and the limit it broke."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planning.clock import MINUTES_PER_DAY
from planning.errors import BadInput
from wording.language import tr

_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length", "multiple_of")
"""What pydantic calls the limits of numbers, texts and lists."""


def field_error(error: ValidationError) -> BadInput:
    """The first fault as `BadInput("case_field")`.

    `problem` is its kind for `wording`, `limit` the number it broke, `known` the words that would do.
    """
    return _as_input(error.errors(include_url=False)[0])


def field_errors(error: ValidationError) -> tuple[BadInput, ...]:
    """Every fault, each as `field_error` gives the first."""
    return tuple(_as_input(fault) for fault in error.errors(include_url=False))


def _as_input(fault: ErrorDetails) -> BadInput:
    context = fault.get("ctx", {})
    limit = next((context[name] for name in _LIMITS if name in context), "")
    return BadInput(
        "case_field",
        field=_field(fault),
        problem=_kind(fault),
        limit=limit,
        value=_given(fault),
        known=_expected(fault),
    )


def _field(fault: ErrorDetails) -> str:
    """«limits.0.teachers»: the path as it stands in the file, without the kind that chose among the needs."""
    path = [str(part) for part in fault["loc"] if part != "[key]"]
    if path[:1] == ["limits"] and len(path) > 3:
        del path[2]
    return ".".join(path) or tr("hela filen")


def _kind(fault: ErrorDetails) -> str:
    """Pydantic's kind; of an error of our own its words up to the colon, «not_a_time_of_day»."""
    if fault["type"] != "value_error":
        beyond_midnight = fault.get("ctx", {}).get("le") == MINUTES_PER_DAY
        return "not_a_time_of_day" if beyond_midnight else fault["type"]
    said = str(fault.get("ctx", {}).get("error", ""))
    return said.partition(":")[0].strip().replace(" ", "_")


def _given(fault: ErrorDetails) -> str:
    """The word that stands there, where it is one; of a limit the kind that it says it is."""
    given = fault["input"]
    word = given.get("kind", "") if isinstance(given, Mapping) else given
    return word if isinstance(word, str) else ""


def _expected(fault: ErrorDetails) -> tuple[str, ...]:
    """The words that would do, where only some of them would."""
    context = fault.get("ctx", {})
    words = str(context.get("expected_tags") or context.get("expected") or "")
    return tuple(word.strip(" '") for word in words.replace(" or ", ", ").split(",") if word.strip(" '"))
