"""A case is erased by two people together, after it has been seen what goes; and then it is gone in every copy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import update

from casework import now as clock
from casework.cases import create_case, open_case
from casework.data_classes import DataClass
from casework.erasure import (
    ASKED,
    CONFIRMED,
    CONFIRMED_WITHIN,
    WITHDRAWN,
    ask_erasure,
    confirm_erasure,
    erasure_report,
    withdraw_erasure,
)
from casework.retention import Hindrance
from casework.unlocking import Safe, the_safe, the_store
from planning.access import Role
from planning.errors import CaseFileError, NotAllowed
from planning.workflow.states import State
from storage import schema
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import AT, Staffed, told

PASSPHRASE = "tre små kor på en äng"


class Office(Staffed):
    """With a coach who is named for a case, a coordinator and an officer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.coach, self.coordinator = self.somebody(Role.COACH), self.somebody(Role.COORDINATOR)
        self.officer, self.stranger = self.somebody(Role.DATA_PROTECTION_OFFICER), self.somebody(Role.COACH)
        self.case_id = self.case(State.DRAFT)
        self.name(self.case_id, self.coach, Role.COACH)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[dt.datetime]:
    """The clock, to be turned."""
    time = [AT]
    monkeypatch.setattr(clock, "now", lambda: time[0])
    return time


@pytest.fixture
def office(tmp_path: Path, now: list[dt.datetime], monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office with a case that nothing keeps."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    assert now == [AT]
    return Office(tmp_path)


def test_a_look_changes_nothing_and_tells_what_would_go(office: Office) -> None:
    """Numbers by class, who has asked and what stands in the way; the case is there afterwards."""
    before = open_case(office.coach, office.case_id)
    report = erasure_report(office.coach, office.case_id)
    assert (report.by_class, report.hindered, report.asked) == ({DataClass.IDENTITY: 1}, (), None)
    assert report.is_possible
    assert open_case(office.coach, office.case_id) == before


def test_two_people_erase_a_case(office: Office) -> None:
    """One asks, another confirms; for both, and for everybody else, it does not exist from then on."""
    asked = ask_erasure(office.coach, office.case_id)
    assert erasure_report(office.officer, office.case_id).asked == asked

    confirm_erasure(office.coordinator, office.case_id)

    for who in (office.coach, office.coordinator, office.officer):
        assert told(erasure_report, who, office.case_id) == "no-such-case"
    assert office.case_id in office.store.keys.erased()
    with pytest.raises(CaseFileError, match="case-is-erased"):
        office.store.keys.of(office.case_id)


def test_who_asked_cannot_confirm(office: Office) -> None:
    """Not even in another session, or with another role."""
    ask_erasure(office.coordinator, office.case_id)
    again = office.store.acting(office.coordinator.actor.model_copy(update={"session": "another"}))
    assert told(confirm_erasure, again, office.case_id) == "second_person_needed"
    assert open_case(office.coach, office.case_id).id == office.case_id


def test_nothing_is_confirmed_that_nobody_asked_for(office: Office) -> None:
    """Nor what has been taken back, nor what was asked for more than seven days ago."""
    assert told(confirm_erasure, office.officer, office.case_id) == "erasure_not_asked"
    ask_erasure(office.coach, office.case_id)
    withdraw_erasure(office.coordinator, office.case_id)
    assert told(confirm_erasure, office.officer, office.case_id) == "erasure_not_asked"
    assert told(withdraw_erasure, office.coach, office.case_id) == "erasure_not_asked"


@pytest.mark.parametrize(("after", "code"), [(-1, ""), (0, "erasure_not_asked")])
def test_asking_holds_for_seven_days(office: Office, now: list[dt.datetime], after: int, code: str) -> None:
    """A day too late, the two have to think anew."""
    ask_erasure(office.coach, office.case_id)
    now[0] = AT + CONFIRMED_WITHIN + dt.timedelta(seconds=after)
    assert told(confirm_erasure, office.officer, office.case_id) == code


@pytest.mark.parametrize("state", [State.SENT, State.ACTIVE])
def test_what_keeps_a_case_keeps_it_from_both_steps(office: Office, state: State) -> None:
    """Also when it comes between asking and confirming."""
    ask_erasure(office.coach, office.case_id)
    office.move(office.case_id, state)
    assert told(confirm_erasure, office.officer, office.case_id) == f"erasure_{Hindrance.UNDER_WAY}"
    assert told(ask_erasure, office.coach, office.case_id) == f"erasure_{Hindrance.UNDER_WAY}"
    assert not erasure_report(office.coach, office.case_id).is_possible


def test_strangers_learn_nothing(office: Office) -> None:
    """A coach of another case meets what is not there."""
    ask_erasure(office.coach, office.case_id)
    for act in (erasure_report, ask_erasure, withdraw_erasure, confirm_erasure):
        assert told(act, office.stranger, office.case_id) == "no-such-case"
    assert open_case(office.coach, office.case_id).id == office.case_id


def test_the_log_tells_of_every_part(office: Office) -> None:
    """Who asked, who took it back and who confirmed stands there after the case is gone, and the chain holds."""
    ask_erasure(office.coach, office.case_id)
    withdraw_erasure(office.coach, office.case_id)
    ask_erasure(office.coach, office.case_id)
    confirm_erasure(office.officer, office.case_id)

    parts = [(row.actor, row.action) for row in office.log(office.case_id) if row.action.startswith("erasure_")]

    coach, officer = office.coach.actor.user, office.officer.actor.user
    assert parts == [(coach, ASKED), (coach, WITHDRAWN), (coach, ASKED), (officer, CONFIRMED)]
    assert office.store.check() is None


def test_an_older_copy_that_is_put_back_is_cleared_of_it(office: Office, tmp_path: Path) -> None:
    """The ledger stays with the keys: what was erased does not come back with yesterday's file."""
    copy = tmp_path / "yesterday.stegvis"
    office.store.backup_to(copy)
    ask_erasure(office.coach, office.case_id)
    confirm_erasure(office.officer, office.case_id)

    with CaseStore(copy, office.store.keys, office.officer.actor).reading() as reader:
        assert reader.cases() == ()


def test_a_case_with_a_damaged_row_can_be_seen_and_erased(office: Office) -> None:
    """A child's right to be forgotten does not wait for a disk to heal."""
    with office.store.writing() as writer:
        writer._connection.execute(update(schema.facts).values(content=b"\x01 not what was sealed"))
    report = erasure_report(office.coach, office.case_id)
    assert (report.unreadable, report.is_possible) == (("facts",), True)
    ask_erasure(office.coach, office.case_id)
    confirm_erasure(office.officer, office.case_id)
    assert office.case_id in office.store.keys.erased()


class Desk:
    """One coach, alone, with the safe and the printed key."""

    def __init__(self, safe: Safe, printed: str, case_id: CaseId) -> None:
        self.safe, self.printed, self.case_id = safe, printed, case_id


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A laptop with one case."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path / "alone"))
    safe = the_safe()
    printed = safe.set_up(PASSPHRASE)
    return Desk(safe, printed, create_case(the_store(), name="Kim"))


def test_alone_the_second_person_holds_the_printed_key(desk: Desk) -> None:
    """Neither nothing, nor the passphrase, nor another key will do; the printed one does, however it is typed."""
    ask_erasure(the_store(), desk.case_id)
    other = "00000-" * 6 + "00000"
    for key in ("", PASSPHRASE, other):
        with pytest.raises(NotAllowed, match="recovery_key_needed"):
            confirm_erasure(the_store(), desk.case_id, recovery_key=key)

    confirm_erasure(the_store(), desk.case_id, recovery_key=desk.printed.lower().replace("-", " "))

    with pytest.raises(CaseFileError, match="no-such-case"):
        open_case(the_store(), desk.case_id)
