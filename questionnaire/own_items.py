"""The installation's own questions: `fragor.toml` in the data folder, asked after the project's of the same section.

A question that has been asked may have answers. It is never taken out: `asked = false` stops asking it, and what has
been answered goes on telling and leading to what it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from planning.errors import BadInput
from planning.local_files import tables_of
from questionnaire.bank_checks import bank_faults
from questionnaire.items import Bank, Item

OWN_FILE = "fragor.toml"
FIRST_OWN = 50
"""Own questions are numbered from here (SO50), so that none of the project's to come has the same number."""


class OwnItem(Item):
    """A question of the installation's own."""

    asked: bool = True
    """Whether it is asked of anybody from now on."""

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return OWN_FILE


def is_asked(item: Item) -> bool:
    """Whether it is asked at all; one that no longer is keeps what has been answered."""
    return not isinstance(item, OwnItem) or item.asked


def read_own(text: str) -> tuple[OwnItem, ...]:
    """The questions of that text. Raises `BadInput` with the first fault of their form."""
    found = []
    for code, entry in tables_of(text, OWN_FILE).items():
        try:
            found.append(OwnItem.model_validate(entry_of(code, entry)))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join([code, *map(str, first["loc"])])
            raise BadInput("bank", file=OWN_FILE, field=field, problem=first["msg"]) from None
    return tuple(found)


def entry_of(code: str, entry: Any) -> Any:
    """The entry with its id, which is its name in the file."""
    return {**entry, "id": code} if isinstance(entry, dict) else entry


def joined(bank: Bank, own: Iterable[OwnItem]) -> Bank:
    """The bank with those questions after their sections'."""
    place = {section.code: number for number, section in enumerate(bank.sections)}
    items = (*bank.items, *(item for item in own if item.section in place))
    in_order = sorted(items, key=lambda item: (item.sitting, place[item.section], item.number))
    return Bank(items=tuple(in_order), sections=bank.sections, half_days=bank.half_days)


def own_faults(bank: Bank, own: tuple[OwnItem, ...]) -> Iterator[BadInput]:
    """What is wrong with those questions beside those of the bank, one fault a question at most."""
    sections = {section.code for section in bank.sections}
    misplaced = set()
    for item in own:
        if item.section not in sections:
            misplaced.add(item.id)
            yield _fault(item, f"no section {item.section}")
        elif item.number < FIRST_OWN or item.id in bank.by_id:
            misplaced.add(item.id)
            yield _fault(item, f"own questions are numbered from {FIRST_OWN}")
    if not misplaced:
        yield from bank_faults(joined(bank, own), own)


def with_own(bank: Bank, text: str) -> Bank:
    """The bank with the questions of that text. Raises `BadInput` with the first fault."""
    own = read_own(text)
    for fault in own_faults(bank, own):
        raise fault
    return joined(bank, own)


def _fault(item: OwnItem, problem: str) -> BadInput:
    return BadInput("bank", file=OWN_FILE, field=item.id, problem=problem)
