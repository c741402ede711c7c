"""Reads the rules that are data: dated TOML beside this file, typed when read. Faults name file, entry and field."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from planning.errors import BadInput
from planning.frozen import Frozen

RULESETS = Path(__file__).parent / "rulesets"
"""The project's own; a test, or a municipality with another state of the law, names another folder."""

Confidence = Literal["A", "B", "C"]
"""How sure a rule or a number is: A the statute was read, B read on an authority's page, C inferred or our default."""

Model = TypeVar("Model", bound=Frozen)


def read_ruleset(model: type[Model], path: Path) -> Model:
    """The file as a model. Raises `BadInput` «ruleset» with `file`, `field` («subjects.MA.high») and `problem`."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise BadInput("ruleset", file=path.name, field="", problem=str(error)) from error
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(_written(part, tables, first["loc"][:at]) for at, part in enumerate(first["loc"]))
        raise BadInput("ruleset", file=path.name, field=field, problem=first["msg"]) from error


def _written(part: int | str, tables: Any, above: tuple[int | str, ...]) -> str:
    """A part of a fault's place; an entry of a list by its code where it has one, else by its number from 1."""
    if not isinstance(part, int):
        return part
    entry: Any = tables
    for step in (*above, part):
        entry = entry[step]
    code = entry.get("code") if isinstance(entry, dict) else None
    return str(code or part + 1)
