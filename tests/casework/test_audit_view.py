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
from casework.anchoring import anchor_at_once, anchors_of, check_log
from casework.audit_alerts import MOST_CASES, Pointed, Why, last_name, pointed_in, to_ask_about
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
from casework.unlocking import the_safe
from planning.access import Action, Relation, Role
from planning.errors import CaseFileError, NotAllowed
from storage.actor import Actor
from storage.anchors import ANCHOR_FILE, Anchors
from storage.audit import Act, LoggedAct, Outcome
from storage.records import CaseId
from storage.store import CaseStore
from storage.user_table import User, add_user, give_role
from tests.casework.staffed import ELSEWHERE, HERE, Staffed, Watch, acts, told
from tests.opened_store import live_in
from wording.acts import say_act
from wording.audit import say_pointed, say_role, say_role_name
from wording.language import speaking

MONDAY_NINE = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
"""Nine o'clock at school."""


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A clock that the test sets."""
    made = Watch()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


@pytest.fixture
def school(tmp_path: Path, watch: Watch) -> Staffed:
    """An installation with people in it."""
    return Staffed(tmp_path)


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


def act_of(
    number: int, *, at: dt.datetime = MONDAY_NINE, who: str = "u", case: str | None = "c",
    action: str = "see_case", outcome: Outcome = Outcome.DONE,
) -> LoggedAct:  # fmt: skip
    """A row of the log."""
    return LoggedAct(
        number=number, at=at, actor=who, session="", action=action, outcome=outcome, case_id=case, has_detail=False,
        hash=b"",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("local", "is_after"),
    [
        ("2026-11-23T05:59", True), ("2026-11-23T06:00", False), ("2026-11-23T20:59", False),
        ("2026-11-23T21:00", True), ("2026-11-28T12:00", True), ("2026-11-29T12:00", True), ("2026-07-06T06:00", False),
    ],
)  # fmt: skip
def test_what_is_done_outside_of_working_hours_is_asked_about(local: str, is_after: bool) -> None:  # noqa: FBT001  a parameter of the test
    """By the clock at school, winter and summer."""
    at = dt.datetime.fromisoformat(local).replace(tzinfo=clock.SCHOOL_TIME)
    found = pointed_in([act_of(1, at=at)])
    assert [one.why for one in found] == ([Why.AFTER_HOURS] if is_after else [])
    assert pointed_in([act_of(1, at=at, who="system")]) == ()
    assert pointed_in([act_of(1, at=at)], is_alone=True) == ()


def test_many_cases_within_an_hour_are_asked_about() -> None:
    """More than a coach has; the same case many times is one, and an hour is an hour."""
    def opened(count: int, minutes: float) -> list[LoggedAct]:
        rows = [act_of(n, at=MONDAY_NINE + dt.timedelta(minutes=n * minutes), case=f"c{n}") for n in range(count)]
        return rows[::-1]

    assert pointed_in(opened(MOST_CASES, 1)) == ()
    (found,) = pointed_in(opened(MOST_CASES + 5, 1))
    assert (found.why, found.times) == (Why.MANY, MOST_CASES + 5)
    assert pointed_in(opened(MOST_CASES + 5, 2)) == ()
    assert pointed_in([act_of(n) for n in range(99)]) == ()
    assert pointed_in([act_of(n, case=f"c{n}", action="see_list") for n in range(99)]) == ()


def test_denials_and_emergencies_are_asked_about_once_for_each() -> None:
    """With how many they were; a doubled row is no act of its own."""
    rows = [act_of(n, outcome=Outcome.DENIED) for n in (5, 4, 3)]
    rows += [act_of(2, action="break_the_glass"), act_of(1, outcome=Outcome.DOUBLED)]
    found = {one.why: one for one in pointed_in(rows)}
    assert set(found) == {Why.DENIED, Why.EMERGENCY}
    assert found[Why.DENIED] == Pointed(why=Why.DENIED, who="u", at=MONDAY_NINE, times=3, case_id="c")


def test_somebody_who_is_called_like_the_student_is_asked_about(school: Staffed, case_id: CaseId) -> None:
    """By the last word of whole names; nobody's name is told."""
    facts = CaseFacts.model_validate({"document": {"student": {"full_name": "Kim Påhittad"}}})
    write_facts(school.store, case_id, facts)
    with school.store.writing() as writer:
        cousin = User.model_validate(
            {"id": "cousin", "issuer": "i", "subject": "s", "name": "Coach PÅHITTAD", "created_at": clock.now(),
             "is_active": True}
        )  # fmt: skip
        add_user(writer, cousin)
        give_role(writer, cousin.id, Role.COORDINATOR, HERE)
    open_case(school.store.acting(Actor(user=cousin.id)), case_id)
    found = to_ask_about(school.somebody(Role.DATA_PROTECTION_OFFICER))
    assert [(one.why, one.who, one.case_id) for one in found] == [(Why.SAME_NAME, "cousin", case_id)]
    assert "Påhittad" not in repr(found)
    assert (last_name("Bo Ek Påhittad"), last_name("Bo"), last_name("")) == ("påhittad", "", "")


def test_every_act_and_every_role_has_words_in_both_languages() -> None:
    """All 45 actions and the parts of an erasure; no two actions are told alike."""
    for language in ("sv", "en"):
        with speaking(language):  # type: ignore[arg-type]  # both are languages of the program
            said = [say_act(action) for action in Action]
            assert len(set(said)) == len(Action)
            assert not set(said) & {action.value for action in Action}
            assert len({say_role_name(role) for role in Role}) == len(Role)
            assert all("1" in say_pointed(why.value, 1) and "7" in say_pointed(why.value, 7) for why in Why)
    assert say_role("u", None) == "någon i personalen"
    assert say_role("u", {Role.MENTOR, Role.COACH}) == "coachen"


def test_the_log_is_held_against_what_is_written_down_apart_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watch: Watch
) -> None:
    """At once before the app locks, and not twice the same; a tail that is cut off is told, and since when."""
    live_in(monkeypatch, tmp_path)
    store = the_safe().store().acting(Staffed(tmp_path).store.actor)
    list_cases(store)
    watch.on(dt.timedelta(minutes=20))
    for _ in range(2):
        anchor_at_once()
    assert len(anchors_of(the_safe().places).every()) == 1
    assert check_log(store).broken is None
    Anchors(tmp_path / ANCHOR_FILE).add(store.head().model_copy(update={"number": 99}), watch.now)
    state = check_log(store)
    assert state.broken is not None
    assert (state.broken.reason, state.broken.number, state.sound_until) == ("cut", 99, watch.now)
    the_safe().lock()
    anchor_at_once()
    assert len(anchors_of(the_safe().places).every()) == 2


def test_an_hour_passes_between_two_anchors(tmp_path: Path, school: Staffed, watch: Watch) -> None:
    """Unless they are asked for at once; an empty log has none."""
    anchors = Anchors(tmp_path / ANCHOR_FILE)
    anchors.keep_up(school.store.head(), watch.now)
    assert anchors.every() == ()
    for minutes in (0, 59, 60, 61):
        list_cases(school.somebody(Role.COACH))
        anchors.keep_up(school.store.head(), MONDAY_NINE + dt.timedelta(minutes=minutes))
    assert [anchor.at for anchor in anchors.every()] == [MONDAY_NINE, MONDAY_NINE + dt.timedelta(hours=1)]


def test_a_case_that_is_not_there_has_no_log(school: Staffed) -> None:
    """It is told as that."""
    with pytest.raises(CaseFileError, match="no-such-case"):
        log_extract(school.store, CaseId("nobody"))
