"""An older file becomes one of this version whole, or stays as it was; everything in it is sealed on the way."""

from __future__ import annotations

import base64
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from casework.case_records import FACTS
from casework.facts import CaseFacts
from planning.errors import CaseFileError
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.columns import metadata
from storage.encrypted_backup import COPIES, ENDING, open_backup, read_contents
from storage.engine import engine_at, transaction
from storage.migrating import newest_version
from storage.reading import EVENTS
from storage.records import CaseId
from storage.sealing import place, unseal
from storage.store import CaseStore
from tests.opened_store import opened_keys, opened_store
from tests.storage.old_files import CANARY, FIRST, MOMENT, SECOND, TABLES, make_old_file, plain_rows

FILE = "cases.stegvis"
EVENT = AnswerEvent.model_validate(
    {"id": "event-x", "question": "AM1", "answer": Answer(choice=Choice.YES), "at": "2026-09-01T07:30:00Z"}
)
OLDER, NEWER = CaseFacts(student="Test"), CaseFacts(student=f"{CANARY} Testsson")
VERSIONS = sorted(TABLES)


def old_file(folder: Path, version: int) -> Path:
    """A file of that version with two cases."""
    event = EVENTS.adapter.dump_json(EVENT)
    facts = {
        FIRST: [FACTS.adapter.dump_json(OLDER), FACTS.adapter.dump_json(NEWER)],
        SECOND: [FACTS.adapter.dump_json(NEWER)],
    }
    make_old_file(folder / FILE, version, facts, event)
    return folder / FILE


def forms(text: str) -> tuple[bytes, ...]:
    """How a text could stand in a file."""
    said = text.encode()
    in_base64 = {base64.b64encode(b"x" * shift + said)[4:-4] for shift in range(3)}
    return (said, text.encode("utf-16-le"), text.encode("utf-16-be"), said.hex().encode(), *in_base64)


def found_in(folder: Path, text: str) -> list[str]:
    """The files under that folder in which it stands in some form."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms(text))]


@pytest.mark.parametrize("version", VERSIONS)
def test_everything_is_there_after_the_move(tmp_path: Path, version: int) -> None:
    """The same nouns are read back, every row of every table, with its number and its time."""
    file = old_file(tmp_path, version)
    before = plain_rows(file)
    store = opened_store(file)
    with store.reading() as reader:
        assert {row.id: (row.revision, row.state, row.unit, row.is_protected) for row in reader.cases()} == {
            FIRST: (3, "mapping", "", False), SECOND: (3, "mapping", "", False),
        }  # fmt: skip
        assert [kept.noun for kept in reader.every(FACTS, CaseId(FIRST))] == [OLDER, NEWER]
        assert [kept.noun for kept in reader.every(FACTS, CaseId(SECOND))] == [NEWER]
        assert reader.events(CaseId(FIRST)) == (EVENT,)
    keys = opened_keys(tmp_path).every()
    after = plain_rows(file)
    for name in TABLES[version]:
        found = [(c, n, at, unseal(keys[c], sealed, place(name, n))) for c, n, at, sealed, *_ in after[name]]  # type: ignore[index, arg-type]  # a row of numbered things
        assert found == before[name], name
    assert {at for _, at, *_ in after["cases"]} == {MOMENT}


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_left_in_plain(tmp_path: Path, version: int) -> None:
    """Not in the file, its journal, the keys, or the copy that was taken before: in no form in which it could stand."""
    file = old_file(tmp_path, version)
    assert found_in(tmp_path, CANARY) == [FILE]
    opened_store(file).close()
    assert found_in(tmp_path, CANARY) == []


@pytest.mark.parametrize("version", [*VERSIONS, None])
def test_the_tables_are_as_the_program_describes_them(tmp_path: Path, version: int | None) -> None:
    """Whether the file was moved or is new: Alembic finds no difference."""
    file = old_file(tmp_path, version) if version else tmp_path / FILE
    opened_store(file).close()
    with transaction(engine_at(file), writes=False) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == newest_version()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("fails_at", ["create_table", "create_index", "add_column", "get_bind", "execute"])
def test_a_move_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int, fails_at: str
) -> None:
    """Wherever it fails nothing has changed and nothing is half there; the next attempt succeeds."""
    file = old_file(tmp_path, version)
    before = plain_rows(file)
    real, calls = getattr(op, fails_at), []

    def fail(*arguments: object, **named: object) -> object:
        calls.append(arguments)
        if len(calls) == 3 or fails_at in {"get_bind", "create_index"}:
            raise KeyboardInterrupt
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(op, fails_at, fail)
        with pytest.raises(KeyboardInterrupt):
            opened_store(file)
    assert plain_rows(file) == before
    with opened_store(file).reading() as reader:
        assert [kept.noun for kept in reader.every(FACTS, CaseId(FIRST))] == [OLDER, NEWER]


def test_a_move_that_fails_after_sealing_reads_with_the_keys_of_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys are durable before anything is sealed with them, and the next attempt uses the same ones."""
    file = old_file(tmp_path, 4)

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("storage.sealing.AESGCM.encrypt", fail)
        with pytest.raises((KeyboardInterrupt, CaseFileError)):
            opened_store(file)
    made = opened_keys(tmp_path).every()
    with opened_store(file).reading() as reader:
        assert reader.latest(FACTS, CaseId(SECOND)) is not None
    assert made.items() <= opened_keys(tmp_path).every().items()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_copy_is_taken_before_and_can_be_opened(tmp_path: Path, version: int) -> None:
    """Encrypted, of the file as it was: put back, it is moved again and reads the same."""
    file = old_file(tmp_path, version)
    before = plain_rows(file)
    opened_store(file).close()
    (copy,) = (tmp_path / COPIES).glob(f"*{ENDING}")
    keys = opened_keys(tmp_path)
    assert read_contents(copy, keys).version == f"{version:04d}"
    again = tmp_path / "again" / FILE
    open_backup(copy, keys, again)
    assert plain_rows(again) == before
    with CaseStore(again, keys, opened_store(file).actor).reading() as reader:
        assert [kept.noun for kept in reader.every(FACTS, CaseId(FIRST))] == [OLDER, NEWER]


def test_a_new_file_is_moved_from_nothing_and_leaves_no_copy(tmp_path: Path) -> None:
    """There is nothing to copy, and opening it again changes nothing."""
    file = tmp_path / FILE
    opened_store(file).close()
    before = plain_rows(file)
    opened_store(file).close()
    assert plain_rows(file) == before
    assert not (tmp_path / COPIES).exists()


@pytest.mark.parametrize("number", ["9999", "x"])
def test_a_newer_file_is_left_alone(tmp_path: Path, number: str) -> None:
    """It is refused by both versions' numbers, and not a byte of it changes."""
    file = tmp_path / FILE
    opened_store(file).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (number,))
    before = file.read_bytes()
    with pytest.raises(CaseFileError) as told:
        opened_store(file)
    assert (told.value.code, told.value.data) == (
        "newer-case-file", {"file": FILE, "found": number, "known": newest_version()},
    )  # fmt: skip
    assert file.read_bytes() == before


def test_an_older_file_with_a_number_that_nobody_knows_is_left_alone(tmp_path: Path) -> None:
    """A version from before Alembic that never was."""
    file = old_file(tmp_path, 4)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE schema_version SET version = 77")
    before = file.read_bytes()
    with pytest.raises(CaseFileError, match="newer-case-file"):
        opened_store(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    ["CREATE TABLE notes (x)", "CREATE TABLE schema_version (version)", "CREATE TABLE alembic_version (version_num)"],
)
def test_another_program_s_file_is_left_alone(tmp_path: Path, sql: str) -> None:
    """Also one that happens to have a table with a name of ours, with nothing in it."""
    file = tmp_path / FILE
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(sql)
    before = file.read_bytes()
    with pytest.raises(CaseFileError, match="not-a-case-file"):
        opened_store(file)
    assert file.read_bytes() == before


def test_a_text_is_no_case_file(tmp_path: Path) -> None:
    """It is not written to."""
    file = tmp_path / FILE
    file.write_text("Not a database, though long enough to be looked at. " * 40, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(CaseFileError, match="not-a-case-file"):
        opened_store(file)
    assert file.read_bytes() == before


def test_an_event_names_its_question() -> None:
    """What the files above hold is what the program writes."""
    assert (EVENT.id, EVENT.question) == (EventId("event-x"), QuestionId("AM1"))
