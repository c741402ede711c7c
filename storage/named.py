"""Who is named for a case, and from whom it is kept."""

from __future__ import annotations

from sqlalchemy import select, update

from planning.access import Relation, Role
from planning.frozen import Frozen
from storage.people import case_people
from storage.reading import Reader
from storage.records import CaseId
from storage.writing import Writer


class Named(Frozen):
    """Somebody who stands by name among the people of a case."""

    user: str
    role: Role
    relation: Relation
    is_blocked: bool = False
    """Something must be kept from them: for them the case is not there."""


def named_for(reader: Reader, case_id: CaseId) -> tuple[Named, ...]:
    """Everybody named for the case."""
    query = select(case_people).where(case_people.c.case_id == case_id).order_by(case_people.c.user_id)
    rows = reader._connection.execute(query).all()  # noqa: SLF001  tables of people are read beside those of cases
    return tuple(
        Named(user=row.user_id, role=Role(row.role), relation=Relation(row.relation), is_blocked=row.is_blocked)
        for row in rows
    )


def set_blocked(writer: Writer, case_id: CaseId, user: str, role: Role, *, is_blocked: bool) -> None:
    """Keeps the case from somebody in that role, or no longer."""
    of_them = (case_people.c.case_id == case_id) & (case_people.c.user_id == user) & (case_people.c.role == role.value)
    writer._connection.execute(update(case_people).where(of_them).values(is_blocked=is_blocked))  # noqa: SLF001
