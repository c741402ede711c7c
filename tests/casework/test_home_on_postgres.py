"""On a database server, whose row rules show nobody an answer that is not theirs, the same pages are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.guardian_answers import record_as_guardian
from casework.home_page import home_page, paper_to_home
from casework.mentor_week import cards_to_teachers, mentor_week
from casework.own_week import my_week
from casework.start_view import cases_at_start
from planning.access import Relation, Role
from planning.workflow.states import State
from tests.casework.lived_cases import lived
from tests.casework.served import Served
from tests.casework.staffed import ELSEWHERE, told
from tests.casework.start_scenarios import from_home
from tests.storage.postgres_server import Place, place

__all__ = ["place"]


@pytest.fixture
def served(place: Place, tmp_path: Path) -> Served:
    """People on a server."""
    return Served(tmp_path, place)


@pytest.mark.slow
def test_home_student_and_mentor_are_shown_their_week(served: Served) -> None:
    """The very same as where one coach looks at it without any rules; a guardian's answer is kept."""
    case_id = lived(served, State.ACTIVE)
    guardian, student = served.somebody(Role.GUARDIAN, unit=""), served.somebody(Role.STUDENT, unit="")
    mentor = served.somebody(Role.MENTOR)
    served.name(case_id, guardian, Role.GUARDIAN, Relation.GUARDIAN_OF)
    served.name(case_id, student, Role.STUDENT, Relation.SELF)
    served.name(case_id, mentor, Role.MENTOR)
    assert home_page(guardian, case_id) == home_page(served.store, case_id)
    assert home_page(guardian, case_id).week is not None
    assert paper_to_home(guardian, case_id, "sv").startswith(b"%PDF")
    assert my_week(student, case_id) == my_week(served.store, case_id)
    assert mentor_week(mentor, case_id) == mentor_week(served.store, case_id)
    assert cards_to_teachers(mentor, case_id).startswith(b"%PDF")
    assert record_as_guardian(guardian, case_id, [from_home()]) == ("g-1",)


@pytest.mark.slow
def test_everybody_meets_their_cases_and_nobody_another_s(served: Served) -> None:
    """Two units."""
    here, there = lived(served, State.SENT), lived(served, State.SENT, unit=ELSEWHERE)
    for role in (Role.PRINCIPAL, Role.COORDINATOR):
        seen = cases_at_start(served.somebody(role))
        assert [(case.id, case.waits_days) for case in seen] == [(here, 3)]
        assert [case.id for case in cases_at_start(served.somebody(role, unit=ELSEWHERE))] == [there]
    assert cases_at_start(served.somebody(Role.COACH)) == ()
    assert told(home_page, served.somebody(Role.GUARDIAN, unit=""), here) == "no-such-case"
