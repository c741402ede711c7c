"""The log as those look at it whom it concerns: each their own part, in words, and each look logged."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from casework import audit_view
from casework import now as clock
from casework.anchoring import check_log
from casework.audit_alerts import Why, to_ask_about
from casework.audit_view import (
    PAGE,
    View,
    Wanted,
    extract_as_pdf,
    log_extract,
    read_case_log,
    read_own_acts,
    read_unit_log,
    read_whole_log,
)
from casework.cases import list_cases, open_case, write_facts
from casework.data_gathering import For
from casework.facts import CaseFacts
from casework.guarded import LOOK_LASTS
from planning.access import Action, Relation, Role
from planning.errors import CaseFileError, NotAllowed
from storage.audit import Act, Outcome
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import ELSEWHERE, Staffed, Watch, acts, told
from tests.opened_store import live_in
from wording.acts import say_act
from wording.audit import say_pointed, say_role, say_role_name
from wording.language import speaking

MONDAY_NINE = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
"""Nine o'clock at school."""


@pytest.fixture
def coach(school: Staffed) -> CaseStore:
    """A coach here."""
    return school.somebody(Role.COACH, name="coach-1")


@pytest.fixture
def case_id(school: Staffed, coach: CaseStore) -> CaseId:
    """A case that the coach has opened once."""
    made = school.case()
    school.name(made, coach, Role.COACH)
    open_case(coach, made)
    return made


def read(store: CaseStore, case_id: CaseId) -> dict[str, str]:
    """What is told of each view that somebody may not have; «» where they may."""
    return {
        "whole": told(read_whole_log, store), "case": told(read_case_log, store, case_id),
        "extract": told(log_extract, store, case_id), "ask": told(to_ask_about, store), "check": told(check_log, store),
        "own": told(read_own_acts, store), "unit": told(read_unit_log, store),
    }  # fmt: skip


REFUSED = "not_yours_to_do"
NONE = {"own": "", "unit": ""}
"""One's own acts are everybody's; a unit's log holds for others what they may see, which is nothing."""


def test_each_sees_the_log_that_is_theirs(
    school: Staffed, case_id: CaseId, coach: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The officer all, the coordinator the unit's cases, the student their own; a coach what they have done."""
    live_in(monkeypatch, tmp_path)
    officer = school.somebody(Role.DATA_PROTECTION_OFFICER)
    lead = school.somebody(Role.COORDINATOR)
    student = school.somebody(Role.STUDENT, unit="")
    school.name(case_id, student, Role.STUDENT, Relation.SELF)
    elsewhere = school.somebody(Role.COORDINATOR, unit=ELSEWHERE)
    watching = dict.fromkeys(("whole", "ask", "check"), REFUSED)
    assert read(officer, case_id) == {**NONE, "whole": "", "ask": "", "check": "", "case": "", "extract": ""}
    assert read(lead, case_id) == {**NONE, **watching, "case": "", "extract": ""}
    assert read(student, case_id) == {**NONE, **watching, "case": "", "extract": ""}
    assert read(coach, case_id) == {**NONE, **watching, "case": REFUSED, "extract": REFUSED}
    assert read(elsewhere, case_id) == {**NONE, **watching, "case": "no-such-case", "extract": "no-such-case"}


def test_a_coordinator_sees_the_cases_of_the_unit_and_no_others(
    school: Staffed, case_id: CaseId, coach: CaseStore
) -> None:
    """Neither another unit's, nor a protected one's."""
    other, hidden = school.case(unit=ELSEWHERE), school.case(is_protected=True)
    for one in (other, hidden):
        with school.store.writing() as writer:
            writer.note_act(Act(action="see_case", case_id=one), clock.now())
    page = read_unit_log(school.somebody(Role.COORDINATOR))
    assert {row.case_id for row in page.rows} == {case_id}
    assert read_unit_log(coach).rows == ()


def test_one_s_own_acts_are_one_s_own(school: Staffed, case_id: CaseId, coach: CaseStore) -> None:
    """And each is told what else there is to look at."""
    open_case(school.somebody(Role.COORDINATOR, name="coach-10"), case_id)
    mine = read_own_acts(coach)
    assert {row.actor for row in mine.page.rows} == {"coach-1"}
    assert mine.views == (View.OWN,)
    assert read_own_acts(school.somebody(Role.COORDINATOR)).views == (View.UNIT, View.OWN)
    assert read_own_acts(school.somebody(Role.DATA_PROTECTION_OFFICER)).views == (View.WHOLE, View.OWN)
    assert read_own_acts(school.store).views == (View.WHOLE, View.OWN)


def test_each_look_at_the_log_is_in_the_log_once_in_ten_minutes(
    school: Staffed, case_id: CaseId, watch: Watch
) -> None:
    """Turning pages is one look."""
    officer = school.somebody(Role.DATA_PROTECTION_OFFICER, name="officer")
    for _ in range(3):
        read_whole_log(officer)
        read_own_acts(officer)
        read_case_log(officer, case_id)
    mine = [row for row in acts(school.log()) if row[0] == "officer"]
    assert mine == [("officer", "read_audit", "done"), ("officer", "see_log", "done"), ("officer", "see_log", "done")]
    watch.on(LOOK_LASTS)
    read_whole_log(officer)
    assert [row for row in acts(school.log()) if row[1] == "read_audit"] == [("officer", "read_audit", "done")] * 2


def test_a_refused_look_is_logged_and_shows_nothing(school: Staffed, coach: CaseStore) -> None:
    """Each time."""
    for _ in range(2):
        with pytest.raises(NotAllowed):
            read_whole_log(coach)
    assert acts(school.log())[-2:] == [("coach-1", "read_audit", "denied")] * 2


def fill(school: Staffed, count: int) -> None:
    """So many rows by so many people, one a minute."""
    with school.store.writing() as writer:
        for number in range(count):
            outcome = Outcome.DENIED if number % 10 == 0 else Outcome.DONE
            act = Act(action="see_case", case_id=CaseId(f"{number % 3}" * 36), outcome=outcome)
            writer.note_act(act, MONDAY_NINE + dt.timedelta(minutes=number))


def test_all_pages_together_are_the_whole_log(school: Staffed) -> None:
    """Each row once, the newest first, also while it grows meanwhile."""
    fill(school, 2 * PAGE + 20)
    officer = school.somebody(Role.DATA_PROTECTION_OFFICER)
    numbers: list[int] = []
    page = read_whole_log(officer)
    newest = page.rows[0].number
    while True:
        assert len(page.rows) <= PAGE
        numbers += [row.number for row in page.rows]
        if page.older is None:
            break
        list_cases(school.store)
        page = read_whole_log(officer, before=page.older)
    assert numbers == list(range(newest, 0, -1))


@settings(max_examples=60)
@given(
    wanted=st.builds(
        Wanted,
        case_id=st.sampled_from(["", "0", "1" * 36, "9"]),
        who=st.sampled_from(["", "alone", "al", "nobody"]),
        action=st.sampled_from(["", "see_case", "erase"]),
        since=st.none() | st.dates(dt.date(2026, 11, 22), dt.date(2026, 11, 25)),
        until=st.none() | st.dates(dt.date(2026, 11, 22), dt.date(2026, 11, 25)),
        only_denied=st.booleans(),
    )
)
def test_what_is_looked_for_is_found_and_nothing_else(filled: Staffed, wanted: Wanted) -> None:
    """Whatever is asked for together: as if each row had been asked by itself."""
    found, before = [], None
    while True:
        page = read_whole_log(filled.store, wanted, before)
        found += page.rows
        before = page.older
        if before is None:
            break
    assert found == [row for row in reversed(filled.log()) if wanted.has(row)]
    assert all(row.action == wanted.action for row in found if wanted.action)
    assert all(row.outcome is Outcome.DENIED for row in found if wanted.only_denied)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Staffed:
    """A log of two days and three cases."""
    made = Staffed(tmp_path_factory.mktemp("filled"))
    fill(made, 90)
    with made.store.writing() as writer:
        writer.note_act(Act(action="see_list"), MONDAY_NINE + dt.timedelta(days=1))
    return made


def test_the_extract_tells_roles_and_never_names_or_numbers(
    school: Staffed, case_id: CaseId, coach: CaseStore
) -> None:
    """Each act in plain words, by what somebody is to the student."""
    write_facts(coach, case_id, CaseFacts(student="Kim"))
    told(open_case, school.somebody(Role.MENTOR, name="mentor-9"), case_id)
    (part,) = log_extract(school.somebody(Role.DATA_PROTECTION_OFFICER), case_id).parts
    assert [row[1:] for row in part.rows] == [
        ("Läste loggen", "dataskyddsombudet"), ("Öppnade ärendet (nekades)", "mentorn"),
        ("Skrev uppgifter", "coachen"), ("Öppnade ärendet", "coachen"),
    ]  # fmt: skip
    assert part.rows[0][0] == "måndag 23 november 2026 09.10"
    assert "coach-1" not in repr(part)
    assert "Kim" not in repr(part)


def test_a_guardian_s_extract_does_not_tell_that_the_child_has_told_something(
    school: Staffed, case_id: CaseId
) -> None:
    """Neither that it answered, nor that somebody read that, nor that something was taken care of."""
    student = school.somebody(Role.STUDENT, unit="", name="student")
    school.name(case_id, student, Role.STUDENT, Relation.SELF)
    for action in Action:
        with school.store.writing() as writer:
            writer.note_act(Act(action=action.value, case_id=case_id), clock.now())
        with student.writing() as writer:
            writer.note_act(Act(action=action.value, case_id=case_id), clock.now())
    officer = school.somebody(Role.DATA_PROTECTION_OFFICER)
    (theirs,) = log_extract(officer, case_id, For.GUARDIAN).parts
    (own,) = log_extract(officer, case_id).parts
    said = {row[1] for row in theirs.rows}
    for action in audit_view._KEPT_FROM_GUARDIANS:
        assert say_act(action) not in said
        assert say_act(action) in {row[1] for row in own.rows}
    assert "eleven" not in {row[2] for row in theirs.rows}
    assert say_act(Action.MAKE_PLAN) in said


def test_the_extract_is_a_tagged_paper(school: Staffed, case_id: CaseId) -> None:
    """With its language and its title, and nobody's name in the file's own facts."""
    for language in ("sv", "en"):
        with speaking(language):  # type: ignore[arg-type]  # both are languages of the program
            pdf = PdfReader(BytesIO(extract_as_pdf(log_extract(school.store, case_id))))
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]).startswith(language)
        assert pdf.metadata is not None
        assert pdf.metadata.author == "Stegvis"
        assert ("coachen" if language == "sv" else "the coach") in "".join(page.extract_text() for page in pdf.pages)


def test_every_act_and_every_role_has_words_in_both_languages() -> None:
    """All 47 actions and the parts of an erasure; no two actions are told alike."""
    for language in ("sv", "en"):
        with speaking(language):  # type: ignore[arg-type]  # both are languages of the program
            said = [say_act(action) for action in Action]
            assert len(set(said)) == len(Action)
            assert not set(said) & {action.value for action in Action}
            assert len({say_role_name(role) for role in Role}) == len(Role)
            assert all("1" in say_pointed(why.value, 1) and "7" in say_pointed(why.value, 7) for why in Why)
    assert say_role("u", None) == "någon i personalen"
    assert say_role("u", {Role.MENTOR, Role.COACH}) == "coachen"


def test_a_case_that_is_not_there_has_no_log(school: Staffed) -> None:
    """It is told as that."""
    with pytest.raises(CaseFileError, match="no-such-case"):
        log_extract(school.store, CaseId("nobody"))
