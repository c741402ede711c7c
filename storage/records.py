"""How a noun becomes the sealed content of a row, and is read back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, NewType, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Table

from planning.access import Relation, Role
from planning.errors import CaseFileError
from storage.sealing import Key, NotTheSeal, place, seal, unseal

CaseId = NewType("CaseId", str)
T = TypeVar("T")

Standing = frozenset[tuple[Role, Relation]]
"""How somebody stands to a case: each role of theirs with a relation that it gives."""


class Record(Generic[T]):
    """A kind of thing kept of a case: the table it stands in, and the noun that it is read back as."""

    def __init__(self, table: Table, noun: type[T]) -> None:
        self.table = table
        self.adapter: TypeAdapter[T] = TypeAdapter(noun)

    def sealed(self, noun: T, key: Key, row: int | str) -> bytes:
        """The noun as the bytes that are stored in that row."""
        return seal(key, self.adapter.dump_json(noun), place(self.table.name, row))

    def noun(self, sealed: bytes, key: Key, case_id: CaseId, row: int | str) -> T:
        """The noun that was stored. Raises `CaseFileError` naming the row; the row itself stays as it is."""
        try:
            content = unseal(key, sealed, place(self.table.name, row))
        except NotTheSeal:
            raise CaseFileError("sealed-row-damaged", case=case_id, part=self.table.name, row=row) from None
        try:
            return self.adapter.validate_json(content)
        except ValidationError as error:
            # Neither the values nor their text may travel with the error: they are what was said of a student.
            places = {".".join(map(str, e["loc"])) for e in error.errors(include_input=False, include_url=False)}
        raise CaseFileError("stored-row-unreadable", case=case_id, part=self.table.name, row=row, fields=sorted(places))


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A noun as it was kept: its number among its kind (from 1), when, itself, and by which user."""

    number: int
    at: dt.datetime
    noun: T
    by: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case without its content. `revision` counts the changes that a plan depends on."""

    id: CaseId
    created_at: dt.datetime
    changed_at: dt.datetime
    revision: int
    state: str
    """Of its course (`planning.workflow.states`)."""
    unit: str
    """The school unit that it belongs to; «» where one coach works alone."""
    is_protected: bool
    """Whether the student's identity is protected."""
