"""The student's own week on the screen: what the student's paper says, today first, and the smaller day of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import now as clock
from casework.lived_plan import coming_monday
from casework.own_week import MyWeek, OwnWeek, my_week
from planning.access import Relation, Role
from planning.timetable import monday_of
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.lived_cases import PRIVATELY, lived
from tests.casework.staffed import ELSEWHERE, Staffed, told
from tests.private_words import private_words_in
from wording.language import speaking


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staffed]:
    """People."""
    made = Staffed(tmp_path)
    yield made
    made.store.close()


def student_of(staff: Staffed, case_id: CaseId) -> CaseStore:
    """The student, logged in."""
    who = staff.somebody(Role.STUDENT, unit="")
    staff.name(case_id, who, Role.STUDENT, Relation.SELF)
    return who


def week_of(mine: MyWeek) -> OwnWeek:
    """The week, which there is."""
    assert mine.week is not None
    return mine.week


def test_every_day_says_what_when_and_for_how_long(staff: Staffed) -> None:
    """Monday to Friday of this week, each with its smaller version where something is planned."""
    case_id = lived(staff)
    mine = my_week(student_of(staff, case_id), case_id)
    week = week_of(mine)
    assert (mine.first_name, mine.may_answer, mine.phone) == ("Kim", True, "070-123 45 67")
    assert (week.which, week.is_now, week.is_decided) == ("Steg 1 av 3", True, True)
    assert {monday_of(day.date) for day in week.days} == {coming_monday(clock.today())}
    lessons = [moment for day in week.days for moment in day.moments if moment.is_lesson]
    assert lessons
    assert all(moment.time and moment.until and moment.length and moment.icon for moment in lessons)
    assert all(day.short for day in week.days if any(moment.is_lesson for moment in day.moments))
    assert all(day.short.moments or day.short.after for day in week.days if day.short)
    assert all(day.note for day in week.days if not day.moments)


def test_there_are_no_shares_surnames_or_counts(staff: Staffed) -> None:
    """It may be seen over a shoulder."""
    case_id = lived(staff, name="Kim")
    told_all = my_week(student_of(staff, case_id), case_id).model_dump_json()
    assert "%" not in told_all
    assert "Testsson" not in told_all
    assert "Exempelskolan" not in told_all


def test_what_the_student_has_said_is_told_back_but_what_is_private(staff: Staffed) -> None:
    """In the student's own voice; the private words stand nowhere, since others may hold the screen."""
    case_id = lived(staff, answers=PRIVATELY)
    who = student_of(staff, case_id)
    assert my_week(who, case_id).answers
    for language in ("sv", "en"):
        with speaking(language):
            assert private_words_in(my_week(who, case_id).model_dump_json()) == []


def test_before_the_first_day_there_is_a_page_for_it(staff: Staffed) -> None:
    """With what to take along; once the plan has begun it is no longer there."""
    ahead = {
        "first_monday": monday_of(clock.today() + dt.timedelta(weeks=2)),
        "number_of_steps": 2,
        "weeks_per_step": 1,
    }
    case_id = lived(staff, State.DRAFT, ladder=ahead)
    week = week_of(my_week(student_of(staff, case_id), case_id))
    assert week.first_day is not None
    assert week.begins
    assert not week.is_decided
    begun = lived(staff)
    assert week_of(my_week(student_of(staff, begun), begun)).first_day is None


def test_while_nothing_is_planned_there_are_the_answers(staff: Staffed) -> None:
    """And the way on with the questions."""
    case_id = lived(staff, State.MAPPING)
    mine = my_week(student_of(staff, case_id), case_id)
    assert mine.week is None
    assert mine.may_answer
    assert mine.answers


def test_nobody_else_opens_it(staff: Staffed) -> None:
    """Guardians, the rektor and the coordinator have their own pages; for strangers there is no such case."""
    case_id = lived(staff)
    guardian = staff.somebody(Role.GUARDIAN, unit="")
    staff.name(case_id, guardian, Role.GUARDIAN, Relation.GUARDIAN_OF)
    for who in (guardian, staff.somebody(Role.PRINCIPAL), staff.somebody(Role.COORDINATOR)):
        assert told(my_week, who, case_id) == "not_yours_to_do"
    assert told(my_week, staff.somebody(Role.COACH, unit=ELSEWHERE), case_id) == "no-such-case"
    coach = staff.somebody(Role.COACH)
    staff.name(case_id, coach, Role.COACH)
    assert my_week(coach, case_id).week is not None
