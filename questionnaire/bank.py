"""Reads the question bank. `questionnaire/bank/README.md` tells how to add an item."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from planning.errors import BadInput
from planning.frozen import Frozen
from planning.local_files import Local, read_local
from questionnaire.answers import QuestionId
from questionnaire.bank_checks import check_bank
from questionnaire.items import Bank, HalfDay, Item, Option, Section, Statement, Text
from questionnaire.own_items import OWN_FILE, with_own
from questionnaire.vocabulary import Topic

__all__ = ["BANK_FOLDER", "Bank", "HalfDay", "Item", "Option", "Section", "Statement", "Text", "load_bank"]

BANK_FOLDER = Path(__file__).parent / "bank"
SECTIONS = "sections.toml"
HALF_DAYS = "half_days.toml"

Model = TypeVar("Model", bound=Frozen)


def load_bank(folder: Path | None = None) -> Bank:
    """The project's bank with the installation's own questions in it, or the bank in that folder alone.

    `BadInput` «bank» on any fault of the folder's, naming `file`, `field` (id first) and `problem`. Own questions that
    cannot be used change nothing (`local_bank`).
    """
    bank: Bank = _bank_in(folder) if folder is not None else local_bank().value
    return bank


def local_bank() -> Local:
    """The bank with the installation's own questions, and what is wrong with their file."""
    return read_local(OWN_FILE, _with_own, _bank_in(BANK_FOLDER))


def _with_own(text: str) -> Bank:
    return with_own(_bank_in(BANK_FOLDER), text)


@cache
def _bank_in(folder: Path) -> Bank:
    sections = tuple(_read(Section, folder / SECTIONS, code, entry) for code, entry in _tables(folder / SECTIONS))
    half_days = tuple(_read(HalfDay, folder / HALF_DAYS, code, entry) for code, entry in _tables(folder / HALF_DAYS))
    place = {section.code: number for number, section in enumerate(sections)}
    items = _items(folder)
    for item in items:
        if item.section not in place:
            raise BadInput("bank", file=item.file, field=item.id, problem=f"no section {item.section} in {SECTIONS}")
    bank = Bank(
        items=tuple(sorted(items, key=lambda item: (item.sitting, place[item.section], item.number))),
        sections=sections,
        half_days=half_days,
    )
    check_bank(bank)
    return bank


def _items(folder: Path) -> list[Item]:
    """Every item of every topic file, each id once."""
    found: dict[QuestionId, Item] = {}
    for path in sorted(p for p in folder.glob("*.toml") if p.name not in (SECTIONS, HALF_DAYS)):
        if path.stem not in set(Topic):
            raise BadInput("bank", file=path.name, field="", problem=f"a topic is one of {', '.join(Topic)}")
        for code, entry in _tables(path):
            item = _read(Item, path, code, {"topic": path.stem, **entry})
            if item.id in found:
                problem = f"{code} stands in {found[item.id].file} too"
                raise BadInput("bank", file=path.name, field=code, problem=problem)
            found[item.id] = item
    return list(found.values())


def _tables(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of a file, by their names."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadInput("bank", file=path.name, field="", problem=str(error)) from error
    for code, entry in tables.items():
        if not isinstance(entry, dict):
            raise BadInput("bank", file=path.name, field=code, problem="every entry is a table: [SO1]")
        yield code, entry


def _read(model: type[Model], path: Path, code: str, entry: dict[str, Any]) -> Model:
    """The entry as a model; its name in the file is its id or code."""
    name = "id" if model is Item else "code"
    try:
        return model.model_validate({name: code, **entry})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join([code, *map(str, first["loc"])])
        raise BadInput("bank", file=path.name, field=field, problem=first["msg"]) from error
