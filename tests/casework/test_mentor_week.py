"""A mentor who is named for a case sees the week that is agreed, and the teachers' cards once it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.mentor_week import cards_to_teachers, mentor_week
from planning.access import Role
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.lived_cases import PRIVATELY, lived
from tests.casework.staffed import Staffed, told
from tests.private_words import private_words_in


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staffed]:
    """People."""
    made = Staffed(tmp_path)
    yield made
    made.store.close()


def mentor_of(staff: Staffed, case_id: CaseId) -> CaseStore:
    """A mentor who is named for it."""
    who = staff.somebody(Role.MENTOR)
    staff.name(case_id, who, Role.MENTOR)
    return who


def test_the_week_has_its_lessons_day_by_day(staff: Staffed) -> None:
    """As the proposal tells them, and nothing that was said; the cards can be had."""
    case_id = lived(staff, answers=PRIVATELY)
    who = mentor_of(staff, case_id)
    week = mentor_week(who, case_id)
    assert week is not None
    assert week.title.startswith("Steg 1 · v.")
    assert week.is_decided
    assert week.may_fetch_cards
    assert any(lessons for _, lessons in week.days)
    assert private_words_in(week.model_dump_json()) == []
    assert cards_to_teachers(who, case_id).startswith(b"%PDF")


def test_at_the_school_it_is_a_proposal_and_the_cards_wait(staff: Staffed) -> None:
    """They are for what has been decided."""
    case_id = lived(staff, State.SENT)
    who = mentor_of(staff, case_id)
    week = mentor_week(who, case_id)
    assert week is not None
    assert (week.is_decided, week.may_fetch_cards) == (False, False)
    assert told(cards_to_teachers, who, case_id) == "not_yours_to_do"


def test_before_it_is_sent_there_is_no_such_case(staff: Staffed) -> None:
    """Nor for a mentor who is not named."""
    drafted, sent = lived(staff, State.DRAFT), lived(staff)
    assert told(mentor_week, mentor_of(staff, drafted), drafted) == "no-such-case"
    assert told(mentor_week, staff.somebody(Role.MENTOR), sent) == "no-such-case"


def test_where_nothing_was_sent_there_is_nothing_to_show(staff: Staffed) -> None:
    """The case is at the school, and no plan is known to have been sent."""
    case_id = staff.case(State.SENT)
    assert mentor_week(mentor_of(staff, case_id), case_id) is None
    decided = staff.case(State.DECIDED)
    assert told(cards_to_teachers, mentor_of(staff, decided), decided) == "no_plan_yet"
