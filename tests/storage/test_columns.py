"""Moments in the tables: stored as UTC, read back with their zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select
from sqlalchemy.dialects import sqlite

from planning.errors import CaseFileError
from storage.columns import Moment, metadata
from storage.schema import schema_version

zones = st.sampled_from([dt.UTC, ZoneInfo("Europe/Stockholm"), ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/Denver")])


@given(moment=st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=zones))  # noqa: DTZ001  the zone is drawn beside
def test_a_moment_is_the_same_moment_when_it_is_read(moment: dt.datetime) -> None:
    """In whatever zone it was told, it comes back as UTC."""
    column, dialect = Moment(), sqlite.dialect()
    bound = column.process_bind_param(moment, dialect)
    assert bound is not None
    # SQLite keeps no zone.
    read = column.process_result_value(bound.replace(tzinfo=None), dialect)
    assert read is not None
    assert (read.utcoffset(), read.timestamp()) == (dt.timedelta(0), moment.timestamp())
    server = column.process_result_value(moment, dialect)
    assert server is not None
    assert (server.utcoffset(), server.timestamp()) == (dt.timedelta(0), moment.timestamp())


def test_no_moment_stays_none_and_one_without_zone_is_refused() -> None:
    """A time that could mean two moments is not stored."""
    column, dialect = Moment(), sqlite.dialect()
    assert column.process_bind_param(None, dialect) is None
    assert column.process_result_value(None, dialect) is None
    with pytest.raises(ValueError, match="time zone"):
        column.process_bind_param(dt.datetime(2026, 11, 23), dialect)  # noqa: DTZ001  the mistake itself


@pytest.mark.parametrize("damaged", ["2026-1\x11-23 08:00:00.000000", "2026-31-23 08:00:00.000000", "", 7])
def test_a_moment_in_which_a_bit_has_turned_is_told_as_damage(damaged: object) -> None:
    """The reader is told of the file, not shown an error of the program."""
    read = Moment()._cached_result_processor(sqlite.dialect(), None)
    assert read is not None
    assert read("2026-11-23 08:00:00.000000") == dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
    with pytest.raises(CaseFileError, match="file-is-damaged"):
        read(damaged)


def test_all_tables_are_gathered_in_one_place() -> None:
    """One description of them all: those of cases, of people and of the log."""
    assert {"cases", "audit", "users", "case_people", "schema_version"} <= set(metadata.tables)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(schema_version).values(version=5))
        assert connection.execute(select(schema_version.c.version)).scalar_one() == 5
