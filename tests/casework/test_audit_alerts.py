"""What somebody who watches over the log is asked to ask about."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import now as clock
from casework.audit_alerts import MOST_CASES, Pointed, Why, last_name, pointed_in, to_ask_about
from casework.cases import open_case, write_facts
from casework.facts import CaseFacts
from planning.access import Role
from storage.actor import Actor
from storage.audit import LoggedAct, Outcome
from storage.records import CaseId
from storage.store import CaseStore
from storage.user_table import User, add_user, give_role
from tests.casework.staffed import HERE, Staffed

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
