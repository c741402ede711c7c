"""An installation with people in it: users with roles at units, each acting through a store of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import insert, update

from casework.case_records import FACTS
from casework.facts import CaseFacts
from planning.access import Relation, Role
from planning.errors import PlanningError
from planning.workflow.states import State
from storage.actor import Actor, UserId
from storage.audit import LoggedAct
from storage.people import case_people, memberships, users
from storage.records import CaseId
from storage.store import CaseStore
from tests.opened_store import opened_store

HERE, ELSEWHERE = "unit-here", "unit-elsewhere"
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


class Watch:
    """The clock of a test."""

    def __init__(self) -> None:
        self.now = AT

    def on(self, by: dt.timedelta) -> None:
        """Moves on."""
        self.now += by


class Staffed:
    """A case file in which several people work."""

    def __init__(self, folder: Path) -> None:
        self.store = opened_store(folder / "staffed.stegvis")
        self._made = 0

    def somebody(self, *roles: Role, unit: str = HERE, name: str = "") -> CaseStore:
        """A user with those roles at that unit; the store as they use it."""
        self._made += 1
        user = UserId(name or f"{roles[0] if roles else 'nobody'}-{self._made}")
        with self.store.writing() as writer:
            writer._connection.execute(
                insert(users).values(
                    id=user, issuer="https://login.example", subject=user, created_at=AT, is_active=True, content=b""
                )
            )
            for role in roles:
                writer._connection.execute(insert(memberships).values(user_id=user, role=role.value, unit=unit))
        return self.store.acting(Actor(user=user, session=f"session-of-{user}"))

    def case(
        self, state: State = State.MAPPING, *, unit: str = HERE, is_protected: bool = False,
        facts: CaseFacts | None = None,
    ) -> CaseId:  # fmt: skip
        """A case of that unit, for which nobody is named yet."""
        self._made += 1
        case_id = CaseId(f"case-{self._made}")
        with self.store.writing() as writer:
            writer.add_case(case_id, AT, state=state.value, unit=unit)
            writer.set_protected(case_id, is_protected=is_protected)
            writer.add(FACTS, case_id, facts or CaseFacts(student="Test"), AT)
        return case_id

    def name(self, case_id: CaseId, who: CaseStore, role: Role, relation: Relation = Relation.ASSIGNED) -> None:
        """Names somebody for the case."""
        with self.store.writing() as writer:
            writer.name(case_id, who.actor.user, role, relation)

    def block(self, case_id: CaseId, who: CaseStore) -> None:
        """Keeps the case from somebody who is named for it."""
        with self.store.writing() as writer:
            mine = (case_people.c.case_id == case_id) & (case_people.c.user_id == who.actor.user)
            writer._connection.execute(update(case_people).where(mine).values(is_blocked=True))

    def move(self, case_id: CaseId, state: State) -> None:
        """Lets the case stand there."""
        with self.store.writing() as writer:
            writer.set_state(case_id, state.value)

    def log(self, case_id: CaseId | None = None) -> tuple[LoggedAct, ...]:
        """The log, the oldest first."""
        with self.store.reading() as reader:
            return tuple(reversed(tuple(reader.log(case_id))))


def told(act: Callable[..., object], *given: object) -> str:
    """The code of the refusal; «» when there was none."""
    try:
        act(*given)
    except PlanningError as error:
        return error.code
    return ""


def acts(log: Iterable[LoggedAct]) -> list[tuple[str, str, str]]:
    """Who did what, and what came of it."""
    return [(row.actor, row.action, row.outcome.value) for row in log]
