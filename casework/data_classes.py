"""What kind of data everything that is kept is: the table data_classes.toml, and what a program asks of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from planning.frozen import Frozen

FILE = Path(__file__).parent / "data_classes.toml"
EVERYTHING = "*"


class DataClass(StrEnum):
    """Kinds of data, by what they can tell and by what becomes of them (security.md §3.5)."""

    IDENTITY = "identity"
    HEALTH_ADJACENT = "health_adjacent"
    WORKING_NOTE = "working_note"
    DECISION = "decision"
    TECHNICAL = "technical"


class DataClasses(Frozen):
    """The table as it stands in its file."""

    tables: Mapping[str, Mapping[str, DataClass]]
    """Of every column, by its table."""
    left_out: Mapping[str, str]
    """Tables («users») and columns («audit.hash») that no extract has, and why."""
    for_guardian: Mapping[str, tuple[str, ...]]
    """What a guardian's extract has, by table: fields of its content, or «*»."""
    nouns: Mapping[str, Mapping[DataClass, tuple[str, ...]]]
    """The fields of each kept noun, by their class; a field stands under the noun that first has it."""

    def is_left_out(self, table: str, column: str = "") -> bool:
        """Whether that stays when an extract leaves."""
        return table in self.left_out or f"{table}.{column}" in self.left_out

    def content_class(self, table: str) -> DataClass:
        """The class of what is sealed in that table; technical where nothing is."""
        return self.tables[table].get("content", DataClass.TECHNICAL)


@cache
def load_data_classes() -> DataClasses:
    """The table that comes with the program."""
    return DataClasses.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))


def fields_kept(nouns: Iterable[Any]) -> dict[str, frozenset[str]]:
    """Every noun within those, by «module.Name», with the fields that it has first."""
    found: dict[str, set[str]] = {}
    for noun in _within(nouns):
        for field in noun.model_fields:
            owner = _first_with(noun, field)
            found.setdefault(f"{owner.__module__.rpartition('.')[2]}.{owner.__name__}", set()).add(field)
    return {name: frozenset(fields) for name, fields in found.items()}


def _within(nouns: Iterable[Any]) -> Iterator[type[BaseModel]]:
    """The models that those types are made of, each once."""
    seen: set[Any] = set()
    waiting = list(nouns)
    while waiting:
        noun = waiting.pop()
        if noun in seen:
            continue
        seen.add(noun)
        if isinstance(noun, type) and issubclass(noun, BaseModel):
            yield noun
            waiting.extend(field.annotation for field in noun.model_fields.values())
        else:
            waiting.extend(part for part in get_args(noun) if not isinstance(part, str))


def _first_with(noun: type[BaseModel], field: str) -> type[BaseModel]:
    bases = (base for base in noun.__mro__ if issubclass(base, BaseModel))
    return next(base for base in bases if field in get_annotations(base))
