"""Limits that were agreed exactly, beside a question: any kind of need, written without the paperwork."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from planning.needs import NEED, NEED_KINDS, AnyNeed, HandNeed, Need

_PAPERWORK = ("id", "origin", "most_important", "not_in")
"""Fields of a need that follow from the question it was agreed at."""
_BY_HAND = frozenset(kind.model_fields["kind"].default for kind in get_args(HandNeed))
"""What is settled about one lesson by hand, and not at a question."""


def _as_need(value: Any) -> Any:
    """A limit with the fields of a need: its id and origin follow from the question that it belongs to."""
    if not isinstance(value, Mapping) or "origin" in value:
        return value
    given = dict(value)
    question = str(given.pop("question", "limits"))
    given.setdefault("strength", "hard_now")
    given["id"] = f"{question}:{given.get('kind')}:limit"
    given["origin"] = {"source": "hand" if given.get("kind") in _BY_HAND else "answer", "ref": question}
    return given


def _ends_later(need: AnyNeed) -> AnyNeed:
    """A limit that ends before it begins, in steps or in hours, would bind nothing in silence."""
    stretches = [(need.first_step, need.last_step)]
    stretches += [(part.start - 1, part.end - 2) for part in (need, *getattr(need, "windows", ())) if _has_hours(part)]
    if need.first_step < 1:
        raise ValueError("steps are counted from one")
    if any(last is not None and last < first for first, last in stretches):
        raise ValueError("it ends before it begins")
    return need


def _has_hours(part: Any) -> bool:
    return hasattr(part, "start") and hasattr(part, "end")


def _limit_schema() -> dict[str, Any]:
    """The JSON schema of a limit: one of the kinds of need, without what follows from the question."""
    definitions = NEED.json_schema()["$defs"]
    kinds = [definitions[cls.__name__] for cls in NEED_KINDS.values()]
    for kind in kinds:
        properties = kind["properties"]
        for hidden in _PAPERWORK:
            properties.pop(hidden)
        name = properties["kind"]["const"]
        properties["kind"] |= {"type": "string", "description": f"Which kind of limit it is: «{name}»."}
        properties["question"] = {
            "type": "string",
            "description": "Id of the question that it was agreed at («SO1»); the plan says that it comes from there.",
        }
        properties["strength"] |= {"default": "hard_now"}
        properties["first_step"] |= {"minimum": 1}
        required = [field for field in kind.get("required", ()) if field not in (*_PAPERWORK, "strength")]
        kind["required"] = ["kind", *required]
    described: dict[str, Any] = _inlined({"oneOf": kinds}, definitions)
    return described


def _inlined(part: Any, definitions: Mapping[str, Any]) -> Any:
    """The schema with every reference replaced by what it names, and the reference's own words before those."""
    if isinstance(part, list):
        return [_inlined(inner, definitions) for inner in part]
    if not isinstance(part, dict):
        return part
    if "$ref" not in part:
        return {key: _inlined(inner, definitions) for key, inner in part.items()}
    named = _inlined(definitions[part["$ref"].rsplit("/", 1)[-1]], definitions)
    own = {key: _inlined(inner, definitions) for key, inner in part.items() if key != "$ref"}
    return {**named, **own}


Limit = Annotated[Need, BeforeValidator(_as_need), AfterValidator(_ends_later), WithJsonSchema(_limit_schema())]
"""A limit that was agreed exactly, beside a question: any kind of need with its own fields."""
