"""Users with a role at a unit, put into a database past the app."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import insert

from planning.access import Role
from storage.actor import Actor, UserId
from storage.people import memberships, users
from tests.storage.postgres_server import Place, past_the_rules

UNIT = "unit-here"
_AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def somebody(place: Place, name: str, role: Role, *, unit: str = UNIT) -> Actor:
    """A new user; who they are when they act."""
    with past_the_rules(place) as connection:
        row = {"id": name, "issuer": "https://login.example", "subject": name, "created_at": _AT, "is_active": True}
        connection.execute(insert(users).values(**row, content=b""))
        connection.execute(insert(memberships).values(user_id=name, role=role.value, unit=unit))
    return Actor(user=UserId(name), session=f"session-of-{name}")
