"""People and cases, as a reference of the tests' own knows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from planning.access import Relation, Role
from planning.workflow.states import State
from storage.emergency import Opening
from storage.records import CaseId
from storage.store import CaseStore


@dataclass
class Somebody:
    """A user, as the reference knows them."""

    store: CaseStore
    roles: tuple[Role, ...]
    unit: str
    is_active: bool = True


@dataclass
class Known:
    """A case, as the reference knows it."""

    id: CaseId
    unit: str
    state: State
    is_protected: bool
    named: dict[tuple[int, Role], Relation] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    glass: list[tuple[int, Opening]] = field(default_factory=list)
