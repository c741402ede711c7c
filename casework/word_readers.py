"""Who reads a word: the places of the program's own source where a class or a member of an enum is named.

For the proof that every effect is read (`docs/traceability.md`), never for the running of a case.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("planning", "questionnaire", "wording", "interop", "storage", "exports", "scheduler", "casework", "ui")

NO_READERS = frozenset(
    {
        "questionnaire/vocabulary.py", "questionnaire/effect_types.py", "questionnaire/items.py",
        "questionnaire/bank_checks.py", "questionnaire/law.py", "planning/needs/support.py",
        "casework/trace_rows.py", "casework/traceability.py", "casework/traced_effects.py",
    }
)  # fmt: skip
"""Where words are defined, checked or listed: to be named there is not to be read."""


class Named(NamedTuple):
    """A place in the source that names something: «wording/tasks.py», «say_task» («» outside of functions)."""

    file: str
    function: str

    @property
    def module(self) -> str:
        """«wording.tasks»."""
        return self.file.removesuffix(".py").replace("/", ".")

    def __str__(self) -> str:
        """«wording.tasks:say_task»."""
        return f"{self.module}:{self.function}" if self.function else self.module


Index = Mapping[str, tuple[Named, ...]]
"""Places by what they name: «Preference.READ_ALOUD», «SupportKind.LIGHT», «EarliestStart», «tasks_from»."""


@cache
def index_of(root: Path = ROOT) -> Index:
    """Every name in the packages under that folder, and where it stands. Imports do not count."""
    found: dict[str, list[Named]] = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            file = path.relative_to(root).as_posix()
            if file in NO_READERS:
                continue
            for name, function in _names(ast.parse(path.read_text(encoding="utf-8"))):
                places = found.setdefault(name, [])
                if (place := Named(file, function)) not in places:
                    places.append(place)
    return {name: tuple(places) for name, places in found.items()}


def _names(module: ast.Module) -> Iterator[tuple[str, str]]:
    """What each top-level statement names, with the name of the function or class that it is."""
    for statement in module.body:
        function = statement.name if isinstance(statement, ast.FunctionDef | ast.ClassDef) else ""
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}", function
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                yield node.id, function


def readers_of(word: StrEnum, index: Index) -> tuple[Named, ...]:
    """Where that member is named."""
    return index.get(f"{type(word).__name__}.{word.name}", ())


def readers_under(places: tuple[Named, ...], *packages: str) -> tuple[Named, ...]:
    """Those of the places that stand in one of these packages or folders."""
    return tuple(place for place in places if place.file.startswith(tuple(f"{name}/" for name in packages)))
