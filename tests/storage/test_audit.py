"""The log is only ever added to, and shows wherever somebody has been at it past the program."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from planning.errors import Bug
from storage.actor import Actor, UserId
from storage.audit import Act, ChainBreak, Head, Outcome, audit, rows_of, verify
from storage.engine import engine_at, transaction
from storage.records import CaseId
from storage.store import CaseStore
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ACTOR = Actor(user=UserId("user-1"), session="session-1")
ONE = CaseId("case-one")


def log(store: CaseStore, *acts: Act, at: dt.datetime = AT) -> None:
    """Logs those, each in a transaction of its own."""
    for act in acts:
        with store.writing() as writer:
            writer.note_act(act, at)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with five rows in its log."""
    made = opened_store(tmp_path / "cases.stegvis", ACTOR)
    log(
        made,
        Act(action="open_case", case_id=ONE),
        Act(action="see_case", case_id=ONE, content=b"sealed"),
        Act(action="see_list"),
        Act(action="erase", case_id=ONE, outcome=Outcome.DENIED),
        Act(action="see_case", case_id=ONE, outcome=Outcome.DOUBLED),
    )
    return made


def tamper(tmp_path: Path, sql: str, *values: object) -> None:
    """One statement past the program, by somebody who owns the file and has taken the triggers away."""
    with closing(sqlite3.connect(tmp_path / "cases.stegvis", isolation_level=None)) as connection:
        for trigger in ("audit_no_update", "audit_no_delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.execute(sql, values)


def test_a_log_that_nobody_has_touched_holds(store: CaseStore) -> None:
    """With its own anchors too, and when it is empty."""
    head = store.head()
    assert head.number == 5
    assert store.check() is None
    assert store.check({head.number: head.hash}) is None


def test_an_empty_log_holds(tmp_path: Path) -> None:
    """Its head is row 0."""
    empty = opened_store(tmp_path / "cases.stegvis")
    assert (empty.check(), empty.head()) == (None, Head(number=0, hash=bytes(32)))


def test_the_head_is_printed_short() -> None:
    """A number and sixteen signs that can be read aloud."""
    assert Head(number=1042, hash=bytes.fromhex("9f3a51c0d2e47b18" + "00" * 24)).printed == "1042·9f3a51c0d2e47b18"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-23 08:10:00.000001"), ("actor", "user-2"), ("session", ""), ("action", "see_list"),
        ("outcome", "done"), ("case_id", "case-two"), ("case_id", None), ("content", b"other"), ("content", None),
        ("previous", b"\0" * 32), ("hash", b"\0" * 32),
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", [1, 2, 4, 5])
def test_a_changed_field_is_found(store: CaseStore, tmp_path: Path, column: str, value: object, number: int) -> None:
    """In any column of any row, unless it stood there already."""
    with closing(sqlite3.connect(tmp_path / "cases.stegvis")) as connection:
        (before,) = connection.execute(f"SELECT {column} FROM audit WHERE number = ?", (number,)).fetchone()
    tamper(tmp_path, f"UPDATE audit SET {column} = ? WHERE number = ?", value, number)
    assert store.check() == (None if before == value else ChainBreak(number=number, reason="changed"))


def test_a_row_that_was_made_anew_with_its_hash_is_found(store: CaseStore, tmp_path: Path) -> None:
    """Whoever knows how hashes are made would have to make all that follow anew; the anchors show that."""
    head = store.head()
    again = opened_store(tmp_path / "other" / "cases.stegvis", ACTOR)
    log(again, *[Act(action="see_list")] * 5)
    with closing(sqlite3.connect(tmp_path / "other" / "cases.stegvis")) as connection:
        rows = connection.execute("SELECT * FROM audit").fetchall()
    tamper(tmp_path, "DELETE FROM audit")
    for row in rows:
        tamper(tmp_path, f"INSERT INTO audit VALUES ({', '.join('?' * len(row))})", *row)
    assert store.check() is None
    assert store.check({head.number: head.hash}) == ChainBreak(number=5, reason="changed")


@pytest.mark.parametrize("number", [1, 3, 4])
def test_a_missing_row_is_found(store: CaseStore, tmp_path: Path, number: int) -> None:
    """The first too."""
    tamper(tmp_path, "DELETE FROM audit WHERE number = ?", number)
    assert store.check() == ChainBreak(number=number, reason="gap")


def test_a_tail_that_was_cut_off_is_found_by_the_anchors_alone(store: CaseStore, tmp_path: Path) -> None:
    """What is left is a chain that holds; that there was more is known elsewhere."""
    head = store.head()
    tamper(tmp_path, "DELETE FROM audit WHERE number > 3")
    assert store.check() is None
    assert store.check({head.number: head.hash}) == ChainBreak(number=5, reason="cut")


def test_two_rows_that_changed_places_are_found(store: CaseStore, tmp_path: Path) -> None:
    """The order is part of what is told."""
    tamper(tmp_path, "UPDATE audit SET number = 99 WHERE number = 2")
    tamper(tmp_path, "UPDATE audit SET number = 2 WHERE number = 3")
    tamper(tmp_path, "UPDATE audit SET number = 3 WHERE number = 99")
    assert store.check() == ChainBreak(number=2, reason="changed")


@pytest.mark.parametrize("statement", [update(audit).values(actor="nobody"), delete(audit)], ids=["update", "delete"])
def test_the_program_itself_can_neither_change_nor_remove(
    store: CaseStore, tmp_path: Path, statement: object
) -> None:
    """The file refuses, and the log is as it was."""
    with pytest.raises(Bug), transaction(engine_at(tmp_path / "cases.stegvis")) as connection:
        connection.execute(statement)  # type: ignore[call-overload]  # both are statements
    assert store.check() is None
    assert store.head().number == 5


def test_what_is_taken_back_is_not_logged(store: CaseStore) -> None:
    """A row stands in the same transaction as what it tells of."""
    def interrupted() -> None:
        with store.writing() as writer:
            writer.note_act(Act(action="see_list"), AT)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.head().number == 5
    assert store.check() is None


def test_the_log_is_read_from_its_end_part_by_part(store: CaseStore) -> None:
    """The newest first, a case's own, and so many at a time."""
    with store.reading() as reader:
        assert [row.number for row in reader.log()] == [5, 4, 3, 2, 1]
        assert [row.number for row in reader.log(ONE)] == [5, 4, 2, 1]
        assert [row.number for row in reader.log(before=4, most=2)] == [3, 2]
        told = next(reader.log(ONE, before=3))
    assert (told.at, told.actor, told.session, told.action, told.outcome, told.case_id, told.has_detail) == (
        AT, "user-1", "session-1", "see_case", Outcome.DONE, ONE, True,
    )  # fmt: skip


@settings(max_examples=30)
@given(
    zone=st.sampled_from(["Europe/Stockholm", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham"]),
    moment=st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001  the zone is given beside
)
def test_the_hash_is_the_same_in_every_time_zone(
    tmp_path_factory: pytest.TempPathFactory, zone: str, moment: dt.datetime
) -> None:
    """A log written where the clock shows otherwise is the same log."""
    heads = set()
    for at in (moment, moment.astimezone(ZoneInfo(zone))):
        store = opened_store(tmp_path_factory.mktemp("zone") / "cases.stegvis", ACTOR)
        log(store, Act(action="see_list"), at=at)
        heads.add(store.head())
        assert store.check() is None
    assert len(heads) == 1


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@settings(max_examples=40)
@given(
    acts=st.lists(
        st.builds(
            Act,
            action=texts,
            outcome=st.sampled_from(Outcome),
            case_id=st.none() | texts.map(CaseId),
            content=st.none() | st.binary(max_size=8),
        ),
        min_size=1,
        max_size=5,
    ),
    data=st.data(),
)
def test_whatever_is_logged_holds_and_no_swap_of_words_does(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Act], data: st.DataObject
) -> None:
    """Letters that move from one column to the next are seen as well."""
    folder = tmp_path_factory.mktemp("acts")
    store = opened_store(folder / "cases.stegvis", ACTOR)
    log(store, *acts)
    assert store.check() is None
    number = data.draw(st.integers(1, len(acts)))
    moved = acts[number - 1]
    tamper(folder, "UPDATE audit SET session = session || action, action = '' WHERE number = ?", number)
    with store.reading() as reader:
        found = verify(reader._connection)
        assert len(list(rows_of(reader._connection))) == len(acts)
    assert found == (ChainBreak(number=number, reason="changed") if moved.action else None)
