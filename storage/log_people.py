"""What those who stand in the log are: their roles, never their names."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select

from planning.access import Role
from storage.people import case_people, memberships
from storage.reading import Reader
from storage.records import CaseId


def roles_of(reader: Reader, users: Collection[str], case_id: CaseId | None = None) -> Mapping[str, frozenset[Role]]:
    """The roles of each of those users: those in the case where they are named for it, else all that they have."""
    found: dict[str, set[Role]] = {}
    for row in reader.run(select(memberships.c.user_id, memberships.c.role)):
        if row.user_id in users:
            found.setdefault(row.user_id, set()).add(Role(row.role))
    if case_id is not None:
        named: dict[str, set[Role]] = {}
        query = select(case_people.c.user_id, case_people.c.role).where(case_people.c.case_id == case_id)
        for row in reader.run(query):
            named.setdefault(row.user_id, set()).add(Role(row.role))
        found |= {user: roles for user, roles in named.items() if user in users}
    return {user: frozenset(roles) for user, roles in found.items()}
