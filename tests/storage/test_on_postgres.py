"""What a store promises holds on a database server too: nouns in, nouns out, whole or not at all, and a whole log."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from casework.cases import create_case, list_cases, open_case, record_answers, write_facts
from casework.guarded import verb
from launch.postgres import NAMED
from planning.access import Action, Role
from planning.errors import Bug, CaseFileError, NotAllowed
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage import migrating, row_rules
from storage.actor import Actor, UserId
from storage.audit import Act
from storage.engine import acting, engine_at, outside_transactions, transaction
from storage.keys import KeyStore, WayIn
from storage.records import CaseId
from storage.schema import cases
from storage.store import CaseStore
from tests.erasing import erase_case
from tests.opened_store import QUICK, TEST_SECRET
from tests.storage.postgres_server import Place, admin_url, new_place, place
from tests.storage.postgres_staff import somebody

__all__ = ["place"]
ROOT = Path(__file__).parents[2]
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


@pytest.fixture
def coach(place: Place, tmp_path: Path) -> CaseStore:
    """The store as a coach of the unit uses it."""
    return place.opened(tmp_path, somebody(place, "coach", Role.COACH))


def event(id_: str, choice: Choice = Choice.YES) -> AnswerEvent:
    """A tap on a button."""
    return AnswerEvent(id=EventId(id_), question=QuestionId("AM1"), answer=Answer(choice=choice), at=AT)


def told(place: Place, folder: Path, **environ: str) -> str:
    """The code that somebody is told who opens the database without the owner's role."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(migrating.OWNER, raising=False)
        with pytest.raises(CaseFileError) as refused:
            CaseStore(environ.get("url", place.app), place.keys(folder), Actor(user=UserId("coach")))
    return refused.value.code


def tables(place: Place) -> set[str]:
    """What is there."""
    with outside_transactions(engine_at(place.owner)) as connection:
        return set(inspect(connection).get_table_names()) | set(inspect(connection).get_schema_names())


def test_these_tests_are_not_skipped_in_silence() -> None:
    """Where a server was named, or nobody reads what was skipped, there is one."""
    if os.environ.get("CI") or os.environ.get(NAMED):
        assert admin_url() is not None


def test_a_case_is_kept_read_and_erased(coach: CaseStore) -> None:
    """All that a coach does with a case goes through the row rules, and nothing of it is left afterwards."""
    case_id = create_case(coach, name="Test")
    write_facts(coach, case_id, open_case(coach, case_id).facts.model_copy(update={"student": "Test T"}))
    assert record_answers(coach, case_id, (event("a"), event("b"))) == ("a", "b")
    assert record_answers(coach, case_id, (event("b"), event("c"))) == ("b", "c")
    case = open_case(coach, case_id)
    assert (case.facts.student, [one.id for one in case.events]) == ("Test T", ["a", "b", "c"])
    assert [summary.id for summary in list_cases(coach)] == [case_id]
    erase_case(coach, case_id)
    assert list_cases(coach) == ()
    assert coach.check() is None


def test_an_id_used_for_something_else_is_never_acknowledged(coach: CaseStore) -> None:
    """Two different answers under one id would lose one of them: in one case, or in one that is not shown."""
    one, other = create_case(coach, name="Test"), create_case(coach, name="Testa")
    record_answers(coach, one, (event("a"),))
    with pytest.raises(Bug):
        record_answers(coach, one, (event("a", Choice.NO),))
    with pytest.raises(Bug):
        record_answers(coach, other, (event("a"),))
    assert [stored.id for stored in open_case(coach, one).events] == ["a"]


def test_a_batch_is_stored_whole_or_not_at_all(coach: CaseStore) -> None:
    """What was written before an interruption is taken back with the rest, and its row in the log too."""
    case_id = create_case(coach, name="Test")
    before = coach.head()

    def interrupted() -> None:
        with coach.writing() as writer:
            writer.add_events(case_id, (event("a"),), AT)
            writer.note_act(Act(action="answer", case_id=case_id), AT)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert open_case(coach, case_id).events == ()
    assert coach.head().number <= before.number + 1


def test_a_case_does_not_exist_for_who_has_nothing_to_do_with_it(coach: CaseStore, place: Place) -> None:
    """Neither a coach elsewhere nor one who keeps users finds it; they are told that it is not there."""
    case_id = create_case(coach, name="Test")
    for who in (somebody(place, "far", Role.COACH, unit="elsewhere"), somebody(place, "admin", Role.ADMINISTRATOR)):
        other = coach.acting(who)
        assert list_cases(other) == ()
        with pytest.raises(CaseFileError, match="no-such-case"):
            open_case(other, case_id)


def test_a_verb_that_asks_too_little_still_reads_nothing(coach: CaseStore, place: Place) -> None:
    """The third layer alone: straight to the rows, past every check of the program."""
    case_id = create_case(coach, name="Test")
    with coach.acting(somebody(place, "far", Role.COACH, unit="elsewhere")).reading() as reader:
        assert reader.cases() == ()
        assert reader.events(case_id) == ()


def test_without_the_owners_role_nothing_is_migrated(tmp_path: Path) -> None:
    """An empty database stays empty, and whoever runs the server is told what to do."""
    with new_place(tmp_path, is_migrated=False) as empty:
        before = tables(empty)
        assert told(empty, tmp_path) == "database-not-migrated"
        assert tables(empty) == before


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables, indexes, versions and rules are made in one transaction; the next attempt begins from the same."""
    def fails(_connection: object) -> None:
        raise RuntimeError

    with new_place(tmp_path, is_migrated=False) as empty:
        before = tables(empty)
        with monkeypatch.context() as patch:
            patch.setattr(row_rules, "_grant", fails)
            with pytest.raises(RuntimeError):
                migrating.migrate(empty.owner, empty.keys(tmp_path))
        assert tables(empty) == before
        migrating.migrate(empty.owner, empty.keys(tmp_path))
        with transaction(engine_at(empty.app), writes=False) as connection:
            assert connection.execute(text("SELECT version FROM schema_version")).scalars().all() == [
                int(migrating.newest_version())
            ]


def test_rules_of_another_version_are_laid_anew(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose permissions have changed does not run on rules that have not."""
    monkeypatch.setattr(row_rules, "fingerprint", lambda: "of another version")
    assert told(place, tmp_path) == "database-not-migrated"
    place.opened(tmp_path, Actor(user=UserId("coach")))
    assert told_nothing(place, tmp_path)


def told_nothing(place: Place, folder: Path) -> bool:
    """Whether the app opens the database by itself."""
    return CaseStore(place.app, place.keys(folder), Actor(user=UserId("coach"))).head().number == 0


def test_a_newer_database_is_left_alone(place: Place, tmp_path: Path) -> None:
    """It is refused by its version, as a newer file is."""
    with transaction(engine_at(place.owner)) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert told(place, tmp_path) == "newer-case-file"


def test_the_app_refuses_a_role_that_could_pass_the_rules_by(place: Place, tmp_path: Path) -> None:
    """Neither a superuser nor the tables' owner is what the app logs in as."""
    assert told(place, tmp_path, url=place.admin) == "database-role-too-strong"
    assert told(place, tmp_path, url=place.owner) == "database-role-too-strong"


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit", "TRUNCATE audit"])
def test_the_log_is_only_added_to(coach: CaseStore, place: Place, statement: str) -> None:
    """By the app's role, and by the owner's mistakes too."""
    create_case(coach, name="Test")
    before = coach.head()
    for url in (place.app, place.owner):
        with pytest.raises(Bug, match="storage-refused"), transaction(engine_at(url)) as connection:
            connection.execute(text(statement))
    assert coach.head() == before


def test_eight_who_write_at_once_leave_one_chain(coach: CaseStore) -> None:
    """Every row of the log follows the one before, and none is missing."""
    def write(number: int) -> None:
        for part in range(5):
            with coach.acting(Actor(user=UserId(f"user-{number}"))).writing() as writer:
                writer.note_act(Act(action=f"act-{part}"), AT)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    assert coach.check() is None
    assert coach.head().number == 40


def test_two_processes_write_the_same_case_and_lose_nothing(coach: CaseStore, place: Place, tmp_path: Path) -> None:
    """Each answer and each version of the facts of both is there."""
    case_id = create_case(coach, name="Test")
    script = ROOT / "tests" / "storage" / "postgres_editor.py"
    both = [
        subprocess.Popen([sys.executable, str(script), place.app, str(tmp_path), case_id, name], cwd=ROOT)
        for name in ("first", "second")
    ]
    assert [process.wait(120) for process in both] == [0, 0]
    stored = {one.id for one in open_case(coach, case_id).events}
    assert stored == {f"{name}-{n}" for name in ("first", "second") for n in range(15)}
    assert coach.check() is None
    with transaction(engine_at(place.app), writes=False) as connection:
        acting(connection, coach.actor)
        numbers = connection.execute(text("SELECT number FROM facts ORDER BY number")).scalars().all()
    assert numbers == list(range(1, 32))


def test_a_server_has_its_own_backups(coach: CaseStore, tmp_path: Path) -> None:
    """A copy of a database is not taken by the app, and nothing is written."""
    with pytest.raises(CaseFileError, match="backup-is-the-servers"):
        coach.backup_to(tmp_path / "copy.stegvis")
    assert not (tmp_path / "copy.stegvis").exists()


def test_what_was_erased_goes_from_a_copy_that_is_put_back(coach: CaseStore, place: Place, tmp_path: Path) -> None:
    """The keys remember the ids; at the next start the program clears them, and nothing else."""
    gone, stays = create_case(coach, name="Test"), create_case(coach, name="Testa")
    record_answers(coach, gone, (event("a"),))
    coach.keys.destroy(gone, AT)
    again = place.opened(tmp_path, coach.actor)
    with again.reading() as reader:
        assert [row.id for row in reader.cases()] == [stays]


def test_keys_may_lie_in_a_schema_of_their_own(place: Place) -> None:
    """Another role's, in the same server: the app's tables and the keys never meet."""
    with transaction(engine_at(place.admin)) as connection:
        connection.execute(text("CREATE SCHEMA keys"))
    url = f"{place.admin}?options=-csearch_path%3Dkeys"
    keys = KeyStore(url).make([(WayIn.FILE, TEST_SECRET)], QUICK)
    key = keys.make_for(CaseId("case"), AT)
    assert KeyStore(url).open(WayIn.FILE, TEST_SECRET).of(CaseId("case")) == key
    keys.destroy(CaseId("case"), AT)
    with pytest.raises(CaseFileError, match="case-is-erased"):
        keys.of(CaseId("case"))
    engine_at(url).dispose()


def test_a_transaction_that_reads_cannot_write(coach: CaseStore, place: Place) -> None:
    """The server itself refuses it."""
    with pytest.raises(CaseFileError, match="file-is-read-only"), coach.reading() as reader:
        reader._connection.execute(cases.delete())


@verb(Action.DECIDE)
def decide_by_mistake(store: CaseStore, case_id: CaseId) -> None:
    """A verb with a fault: it writes the state without asking who may."""
    with store.writing() as writer:
        writer.set_state(case_id, "decided")


def test_a_faulty_verb_does_not_let_a_coach_decide(coach: CaseStore) -> None:
    """The database refuses what the program forgot to."""
    case_id = create_case(coach, name="Test")
    with pytest.raises((Bug, NotAllowed)):
        decide_by_mistake(coach, case_id)
    with coach.reading() as reader:
        assert reader.case(case_id).state == "raised"


def test_a_case_that_somebody_holds_is_told_as_busy(coach: CaseStore) -> None:
    """Whoever waits too long for the same case is told so, and has changed nothing."""
    case_id = create_case(coach, name="Test")

    def waits() -> None:
        with coach.writing() as second:
            second._connection.execute(text("SET LOCAL lock_timeout = 50"))
            second.hold(case_id)

    with coach.writing() as first:
        first.hold(case_id)
        with pytest.raises(CaseFileError, match="file-is-busy"):
            waits()
