"""Reading back what is sealed: whole, by its own key, and in the order in which it was kept."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import Field

from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage import schema
from storage.records import CaseId, Record
from storage.store import CaseStore
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")


class Note(Frozen):
    """Something to keep."""

    text: str = Field(max_length=20)


NOTES: Record[Note] = Record(schema.facts, Note)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """Two cases with two notes each."""
    made = opened_store(tmp_path / "cases.stegvis")
    with made.writing() as writer:
        for minutes, case_id in enumerate((ONE, OTHER)):
            writer.add_case(case_id, AT + dt.timedelta(minutes=minutes), state="mapping")
            for text in ("first", "second"):
                writer.add(NOTES, case_id, Note(text=text), AT)
    return made


def past_the_program(tmp_path: Path, sql: str, *values: object) -> None:
    """One statement."""
    with closing(sqlite3.connect(tmp_path / "cases.stegvis", isolation_level=None)) as connection:
        connection.execute(sql, values)


def refused(store: CaseStore, case_id: CaseId) -> tuple[str, object]:
    """What is told when the notes are read, and of which row."""
    with pytest.raises(CaseFileError) as told, store.reading() as reader:
        reader.every(NOTES, case_id)
    return told.value.code, told.value.data.get("row")


def test_cases_come_with_the_one_changed_last_first(store: CaseStore) -> None:
    """And are found by their id."""
    with store.reading() as reader:
        assert [row.id for row in reader.cases()] == [OTHER, ONE]
        assert reader.case(ONE).created_at == AT
        with pytest.raises(CaseFileError, match="no-such-case"):
            reader.case(CaseId("nobody"))


def test_a_row_that_was_moved_is_seen(store: CaseStore, tmp_path: Path) -> None:
    """To another number in the same case: what is newest cannot be exchanged for what was."""
    past_the_program(
        tmp_path, "UPDATE facts SET content = (SELECT content FROM facts WHERE case_id = ? AND number = 1)", ONE
    )
    assert refused(store, ONE) == ("sealed-row-damaged", 2)
    assert refused(store, OTHER) == ("sealed-row-damaged", 1)


def test_a_row_of_another_table_is_seen(store: CaseStore, tmp_path: Path) -> None:
    """Though it is the same case and the same number."""
    past_the_program(tmp_path, "INSERT INTO plans SELECT * FROM facts WHERE case_id = ?", ONE)
    plans: Record[Note] = Record(schema.plans, Note)
    with pytest.raises(CaseFileError, match="sealed-row-damaged"), store.reading() as reader:
        reader.latest(plans, ONE)


def test_only_what_is_asked_for_is_opened(store: CaseStore, tmp_path: Path) -> None:
    """A damaged older version does not keep the newest from being read."""
    past_the_program(tmp_path, "UPDATE facts SET content = x'00' WHERE case_id = ? AND number = 1", ONE)
    with store.reading() as reader:
        latest = reader.latest(NOTES, ONE)
        assert latest is not None
        assert latest.noun.text == "second"
    assert refused(store, ONE) == ("sealed-row-damaged", 1)


def test_one_reading_is_one_state(store: CaseStore) -> None:
    """What others write meanwhile is seen in the next."""
    with store.reading() as reader:
        before = reader.every(NOTES, ONE)
        head = reader.head()
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="third"), AT)
    with store.reading() as reader:
        assert reader.head() == head
        assert len(reader.every(NOTES, ONE)) == len(before) + 1
