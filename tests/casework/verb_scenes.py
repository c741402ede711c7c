"""Scenes for the test of every verb: a case as far along as the verb needs it, and everybody who might act in it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select, update

from casework.case import Case
from casework.cases import create_case, open_case, take_in_timetable
from casework.course import register
from casework.course_verbs import activate, notify, submit
from planning.access import Relation, Role
from planning.workflow.moves import Given
from storage.actor import ALONE, Actor, UserId
from storage.audit import LoggedAct, Outcome
from storage.columns import metadata
from storage.people import memberships, users
from storage.records import CaseId
from storage.schema import cases
from storage.store import CaseStore
from tests.casework.followed_cases import AT, TOLD, Clock, made_for_real, on_its_way, planned, ruling
from tests.casework.small_week import MONDAY, week
from tests.opened_store import opened_store

HERE, ELSEWHERE = "unit-here", "unit-elsewhere"
PEOPLE: dict[str, tuple[Role, str, Relation | None]] = {
    "stranger": (Role.COACH, ELSEWHERE, None),
    "helper": (Role.COACH, HERE, None),
    "second": (Role.COACH, HERE, None),
    "lead": (Role.COORDINATOR, HERE, None),
    "officer": (Role.DATA_PROTECTION_OFFICER, HERE, None),
    "rektor": (Role.PRINCIPAL, HERE, Relation.ASSIGNED),
    "guardian": (Role.GUARDIAN, "", Relation.GUARDIAN_OF),
    "student": (Role.STUDENT, "", Relation.SELF),
    "mentor": (Role.MENTOR, HERE, Relation.ASSIGNED),
    "keeper": (Role.ADMINISTRATOR, "", None),
}
FILE = "cases.stegvis"
RECEIVED = Given(day=AT.date())


class Scene:
    """One case in a file of its own, and who acts."""

    def __init__(self, folder: Path, case_id: CaseId, watch: Clock) -> None:
        self.folder, self.id, self.watch = folder, case_id, watch
        self.store = opened_store(folder / FILE)
        self.by = self.store
        self.case: Case
        self.more: object = None
        """What `before` has found out and the act needs."""

    def acting(self, who: str, session: str) -> CaseStore:
        """The store as that person uses it; «alone» is the one coach, whose cases they all are."""
        actor = ALONE.model_copy(update={"session": session})
        return self.store.acting(actor if who == "alone" else Actor(user=UserId(who), session=session))

    def look(self) -> Case:
        """The case as it stands, seen in a session that is not the act's."""
        self.case = open_case(self.acting("alone", "before"), self.id)
        return self.case

    def log(self) -> tuple[LoggedAct, ...]:
        """The log, the oldest first."""
        with self.store.reading() as reader:
            return tuple(reversed(tuple(reader.log())))

    def fingerprint(self) -> str:
        """Changes with every row of every table but the log."""
        digest = hashlib.sha256()
        with self.store.reading() as reader:
            for table in metadata.sorted_tables:
                if table.name != "audit":
                    rows = reader._connection.execute(select(table)).all()
                    digest.update(repr((table.name, sorted(map(repr, rows)))).encode())
        return digest.hexdigest()


Step = Callable[[Scene], object]


@dataclass(frozen=True)
class Scenario:
    """How a verb is run once, as it is meant."""

    act: Step
    base: str = "planned"
    before: Sequence[Step] = ()
    by: str = "alone"
    leaves: tuple[str, ...] = ()
    """The acts that the log then holds, in order; empty: one, under the verb's own action."""
    guards_nothing: str = ""
    """Why a stranger is not refused: the verb reads and writes nothing of the case."""


def done(log: Sequence[LoggedAct]) -> tuple[str, ...]:
    """What was done, in order."""
    return tuple(row.action for row in log if row.outcome is Outcome.DONE)


def _begun(store: CaseStore) -> CaseId:
    case_id = create_case(store, name="Kim")
    take_in_timetable(store, case_id, week())
    return case_id


def _sent(store: CaseStore) -> CaseId:
    case_id = on_its_way(store)
    submit(store, case_id)
    return case_id


def _active(store: CaseStore, watch: Clock) -> CaseId:
    case_id = _sent(store)
    register(store, case_id, ruling(store, case_id))
    notify(store, case_id, RECEIVED)
    watch.turn_to(MONDAY)
    activate(store, case_id)
    return case_id


class Bases:
    """The starting points, each made once and copied for every scene."""

    def __init__(self, folder: Path, watch: Clock) -> None:
        self.folder, self.watch = folder, watch
        self._made: dict[str, CaseId] = {}

    def scene(self, base: str, folder: Path) -> Scene:
        """A fresh scene that starts there."""
        self.watch.at = AT
        if base not in self._made:
            self._make(base)
        shutil.copytree(self.folder / base, folder)
        if base == "active":
            self.watch.turn_to(MONDAY)
        scene = Scene(folder, self._made[base], self.watch)
        scene.look()
        return scene

    def _make(self, base: str) -> None:
        store = opened_store(self.folder / base / FILE)
        make = {
            "begun": _begun,
            "planned": planned,
            "ready": on_its_way,
            "sent": _sent,
            "active": lambda of: _active(of, self.watch),
        }
        case_id = make[base](store)
        _staff(store, case_id)
        store.close()
        self._made[base] = case_id
        self.watch.at = AT


def _staff(store: CaseStore, case_id: CaseId) -> None:
    """Lets the case belong to a unit where people work."""
    with store.writing() as writer:
        writer._connection.execute(update(cases).values(unit=HERE))
        for name, (role, unit, relation) in PEOPLE.items():
            writer._connection.execute(
                insert(users).values(
                    id=name, issuer="https://login.example", subject=name, created_at=AT, is_active=True, content=b""
                )
            )
            writer._connection.execute(insert(memberships).values(user_id=name, role=role.value, unit=unit))
            if relation is not None:
                writer.name(case_id, name, role, relation)


__all__ = ["AT", "TOLD", "Bases", "Scenario", "Scene", "Step", "done", "made_for_real", "ruling"]
