"""What all tables of a case file share: where they are gathered, and a kind of column that SQLAlchemy has not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import DateTime, MetaData, TypeDecorator
from sqlalchemy.engine import Dialect

from planning.errors import CaseFileError

metadata = MetaData()


class Moment(TypeDecorator[dt.datetime]):
    """A moment, stored as UTC and read back with its time zone. A time without zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """The moment in UTC; `ValueError` when it has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """The moment with its zone, which SQLite does not keep."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], dt.datetime | None] | None:
        """As above. Raises `CaseFileError` for what is no moment any more: a bit has turned in it."""
        read = super().result_processor(dialect, coltype)

        def checked(value: Any) -> dt.datetime | None:
            try:
                return read(value) if read else value
            except (ValueError, TypeError):
                raise CaseFileError("file-is-damaged") from None

        return checked
