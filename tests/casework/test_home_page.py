"""Those at home meet what their paper says, of the plan that is lived, and nothing before it has come to them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework import now as clock
from casework.app_verbs import make_plan
from casework.cases import open_case
from casework.home_page import HomeWeek, home_page, paper_to_home
from casework.lived_plan import coming_monday
from planning.access import Relation, Role
from planning.timetable import monday_of
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.followed_cases import say
from tests.casework.lived_cases import PRIVATELY, facts_of_today, lived
from tests.casework.small_week import ROWS, sheet
from tests.casework.staffed import ELSEWHERE, Staffed, told
from tests.private_words import private_words_in
from wording.language import speaking

SUBJECTS = {subject for _, _, subject, _, _ in ROWS}


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staffed]:
    """People."""
    made = Staffed(tmp_path)
    yield made
    made.store.close()


def guardian_of(staff: Staffed, case_id: CaseId) -> CaseStore:
    """A guardian of the student."""
    who = staff.somebody(Role.GUARDIAN, unit="")
    staff.name(case_id, who, Role.GUARDIAN, Relation.GUARDIAN_OF)
    return who


def week_of(store: CaseStore, case_id: CaseId) -> HomeWeek:
    """The week, which there is."""
    week = home_page(store, case_id).week
    assert week is not None
    return week


def test_the_week_says_when_what_and_whom_to_ring(staff: Staffed) -> None:
    """The days of the week, the lessons by subject, the numbers as they are written, and what comes next."""
    case_id = lived(staff)
    page = home_page(guardian_of(staff, case_id), case_id)
    week = page.week
    assert week is not None
    assert (page.first_name, page.state, page.may_answer) == ("Kim", State.ACTIVE, True)
    assert (week.is_decided, week.is_now, week.step) == (True, True, "Steg 1")
    assert [day.date.weekday() for day in week.days] == [0, 1, 2, 3, 4]
    assert {monday_of(day.date) for day in week.days} == {coming_monday(clock.today())}
    lessons = [line for day in week.days for line in day.lessons]
    assert lessons
    assert all(any(subject in line for subject in SUBJECTS) for line in lessons)
    assert any(line.startswith("bara ") for day in week.days for line in day.told.smaller)
    assert week.numbers == (("Coachen, Coach Exempel", "070-123 45 67"), ("Skolan", "010-123 45 67"))
    assert week.coming[0].startswith("Steg 2: tidigast")
    assert "Skriv till Coach Exempel" in week.bad_day[0]


def test_it_says_the_same_as_the_paper(staff: Staffed) -> None:
    """Mornings, ways home and smaller days stand there word for word, and the paper can be had."""
    case_id = lived(staff)
    who = guardian_of(staff, case_id)
    week = week_of(who, case_id)
    pdf = PdfReader(io.BytesIO(paper_to_home(who, case_id, "sv")))
    paper = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    for day in week.days:
        for line in (*day.told.morning, *day.told.besides, *day.told.home, *day.told.smaller):
            assert line in paper
    assert all(" ".join(line.split()) in paper for line in week.good_to_say)


@pytest.mark.parametrize("state", [State.MAPPING, State.DRAFT])
def test_an_unshown_draft_is_never_seen_at_home(staff: Staffed, state: State) -> None:
    """Neither on the page nor on paper; that it goes on is said."""
    case_id = lived(staff, state)
    who = guardian_of(staff, case_id)
    assert home_page(who, case_id).week is None
    assert told(paper_to_home, who, case_id, "sv") == "not_yours_to_do"


def test_the_coach_shows_the_same_page_before(staff: Staffed) -> None:
    """Of the newest plan, as a proposal."""
    case_id = lived(staff, State.DRAFT)
    week = week_of(staff.store, case_id)
    assert not week.is_decided
    assert paper_to_home(staff.store, case_id, "sv").startswith(b"%PDF")


def test_at_the_school_it_is_what_was_sent(staff: Staffed) -> None:
    """Told as a proposal."""
    case_id = lived(staff, State.SENT)
    assert not week_of(guardian_of(staff, case_id), case_id).is_decided


def test_what_is_answered_later_changes_nothing_of_the_plan_that_is_lived(staff: Staffed) -> None:
    """Nor what is told of it: it belongs to the next one."""
    case_id = lived(staff)
    who = guardian_of(staff, case_id)
    before = home_page(who, case_id)
    say(staff.store, case_id, sheet(TI4=["one_lesson"], **PRIVATELY), clock.now())
    make_plan(staff.store, open_case(staff.store, case_id))
    assert home_page(who, case_id) == before


def test_nothing_private_reaches_it(staff: Staffed) -> None:
    """Planted in every private answer before the plan was made, in both languages."""
    case_id = lived(staff, answers=PRIVATELY)
    who = guardian_of(staff, case_id)
    for language in ("sv", "en"):
        with speaking(language):
            assert private_words_in(home_page(who, case_id).model_dump_json()) == []


def test_a_guardian_from_whom_it_is_kept_sees_nothing(staff: Staffed) -> None:
    """As if it had never been; so does everybody who stands in no relation to the case."""
    case_id = lived(staff)
    who = guardian_of(staff, case_id)
    staff.block(case_id, who)
    assert told(home_page, who, case_id) == "no-such-case"
    assert told(paper_to_home, who, case_id, "sv") == "no-such-case"
    assert told(home_page, staff.somebody(Role.PRINCIPAL, unit=ELSEWHERE), case_id) == "no-such-case"


def test_a_protected_student_s_page_has_no_name_and_no_school_number(staff: Staffed) -> None:
    """The coach's own number stays, so that the family can reach somebody."""
    case_id = lived(staff)
    facts = facts_of_today()
    student = facts.document.student.model_copy(update={"has_protected_identity": True})
    hidden = facts.model_copy(update={"document": facts.document.model_copy(update={"student": student})})
    from casework.cases import write_facts  # noqa: PLC0415  one test alone needs it

    write_facts(staff.store, case_id, hidden)
    page = home_page(guardian_of(staff, case_id), case_id)
    assert page.first_name == ""
    assert page.week is not None
    assert dict(page.week.numbers)["Skolan"] == ""


def test_after_the_end_there_is_a_word_and_no_week(staff: Staffed) -> None:
    """Also where it came to nothing."""
    for state in (State.CLOSED, State.REFUSED):
        case_id = lived(staff, state)
        assert home_page(guardian_of(staff, case_id), case_id).week is None
