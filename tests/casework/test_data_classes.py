"""Everything that is kept has a class, and a new column or field cannot be forgotten."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from pydantic import Field

from casework.data_classes import EVERYTHING, DataClass, fields_kept, load_data_classes
from casework.data_gathering import RECORDS
from casework.facts import CaseFacts
from planning.frozen import Frozen
from storage import audit, emergency, people, schema
from storage.reading import EVENTS

KEPT = tuple(record.adapter._type for record in (*RECORDS, EVENTS, emergency.REASONS))
"""The nouns that stand in `content` columns of a case."""


def test_every_column_has_a_class() -> None:
    """A new table or column fails here until somebody has thought of what it can tell, and whether it goes out."""
    assert people.metadata is schema.metadata is audit.metadata
    columns = {name: {column.name for column in table.columns} for name, table in schema.metadata.tables.items()}
    assert columns == {name: set(of) for name, of in load_data_classes().tables.items()}


def test_every_field_of_every_kept_noun_has_one_class() -> None:
    """A new field fails here until it has a class, and one that is gone until its class is too."""
    told = {
        name: Counter(field for fields in by_class.values() for field in fields)
        for name, by_class in load_data_classes().nouns.items()
    }
    assert {name: fields for name, fields in told.items() if set(fields.values()) != {1}} == {}
    assert {name: frozenset(fields) for name, fields in told.items()} == fields_kept(KEPT)


def test_what_stays_says_why_and_is_there_to_stay() -> None:
    """A reason for each, and no line about a table or column that is gone."""
    classes = load_data_classes()
    columns = {f"{table}.{column}" for table, of in classes.tables.items() for column in of}
    assert set(classes.left_out) <= columns | set(classes.tables)
    assert all(len(why) > 12 for why in classes.left_out.values())


def test_a_guardian_gets_only_what_is_named() -> None:
    """Tables and fields that exist; neither the coach's notes nor the log nor the student's marks are among them."""
    classes = load_data_classes()
    assert set(classes.for_guardian) <= set(classes.tables)
    assert set(classes.for_guardian["facts"]) <= set(CaseFacts.model_fields)
    kept_back = {"unsafe_settings", "handled_alerts", "done_tasks", "summary_marks", "plans", "hand_changes", "audit"}
    assert not kept_back & set(classes.for_guardian)
    assert EVERYTHING not in classes.for_guardian["facts"]


def test_fields_are_found_wherever_they_are_nested() -> None:
    """In tuples, unions and aliases with annotations, and under the noun that first has them."""

    class Inner(Frozen):
        word: str

    class Base(Frozen):
        one: int

    class Outer(Base):
        many: tuple[Annotated[Inner | None, Field()], ...]

    assert fields_kept([Outer]) == {
        "test_data_classes.Inner": {"word"},
        "test_data_classes.Base": {"one"},
        "test_data_classes.Outer": {"many"},
    }


def test_what_is_sealed_has_the_class_of_the_most_telling_thing_in_it() -> None:
    """Answers can tell of health; a decision is one."""
    classes = load_data_classes()
    assert classes.content_class("answer_events") is DataClass.HEALTH_ADJACENT
    assert classes.content_class("decisions") is DataClass.DECISION
    assert classes.content_class("cases") is DataClass.TECHNICAL
