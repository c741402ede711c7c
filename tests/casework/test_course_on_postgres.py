"""The life of a case on a database server, where the row rules ask at every step: what may be done is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import now as clock
from casework.cases import create_case, list_cases, open_case
from casework.course_verbs import close
from casework.protection import protect_identity
from planning.access import Relation, Role
from planning.decided import Ruling
from planning.errors import CaseFileError
from planning.workflow.moves import Ending, Given
from planning.workflow.states import State
from tests.casework import test_course_life as lives
from tests.casework.served import Served
from tests.storage.postgres_server import Place, new_place, place

__all__ = ["place"]


@pytest.fixture
def served(place: Place, tmp_path: Path) -> Served:
    """People on a server."""
    return Served(tmp_path, place)


@pytest.fixture
def life(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[lives.LifeOfACase]:
    """The same machine as for a file, on a server."""
    with new_place(tmp_path) as place:
        monkeypatch.setattr(lives, "Staffed", lambda folder: Served(folder, place))
        made = lives.LifeOfACase()
        yield made
        made.teardown()


@pytest.mark.slow
def test_a_case_goes_from_raised_to_lived_and_ended_through_the_row_rules(life: lives.LifeOfACase) -> None:
    """Coach and rektor each do what is theirs; a decision of the coach's is refused on the way."""
    life.goes_along(6)
    assert life.seen.state is State.PREPARED
    life.somebody_decides("coach", Ruling.AS_PROPOSED, is_read=True)
    assert life.now().state is State.PREPARED
    life.somebody_decides("rektor", Ruling.AS_PROPOSED, is_read=True)
    assert life.now().state is State.DECIDED
    for _ in range(3):
        life.it_goes_on("coach")
        life.all_of_it_holds()
    assert (life.seen.state, life.seen.moves[-1].step) == (State.ACTIVE, 2)
    said = Given(day=clock.today(), ending=Ending.REPLACED, decided_by="Eva Exempel, rektor",
                 attendance_closed=clock.today())  # fmt: skip
    close(life.people["rektor"], life.case, said)
    assert life.now().state is State.CLOSED


@pytest.mark.parametrize("role", [Role.COACH, Role.COORDINATOR, Role.PRINCIPAL])
def test_whoever_may_raise_a_case_can(served: Served, role: Role) -> None:
    """With its first facts; a coach is named for it at once."""
    who = served.somebody(role)
    case_id = create_case(who, name="Test")
    assert [summary.id for summary in list_cases(who)] == ([] if role is Role.PRINCIPAL else [case_id])
    assert list_cases(served.somebody(Role.COACH)) == ()


def test_a_coordinator_who_protects_an_identity_finishes_it_and_sees_the_case_no_more(served: Served) -> None:
    """The facts are emptied in the same transaction; afterwards only those who are named find it."""
    coach, leads = served.somebody(Role.COACH), served.somebody(Role.COORDINATOR)
    case_id = served.case()
    served.name(case_id, coach, Role.COACH, Relation.ASSIGNED)
    protect_identity(leads, case_id)
    assert open_case(coach, case_id).facts.student == "T."
    assert list_cases(leads) == ()
    with pytest.raises(CaseFileError, match="no-such-case"):
        open_case(leads, case_id)
