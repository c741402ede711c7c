"""Keeping of emergencies: who opened a case that they are not named for, why, until when, and who looked at it after.

The reason is sealed with the case's own key and goes with it when the case is erased; the log keeps that it happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, NewType

from sqlalchemy import insert, select, update

from planning.frozen import Frozen
from storage.people import break_glass
from storage.reading import Reader
from storage.records import CaseId, Record
from storage.writing import Writer

OpeningId = NewType("OpeningId", str)


class Reason(Frozen):
    """Why somebody had to open the case, in their own words."""

    text: str


class Opening(Frozen):
    """One emergency."""

    id: OpeningId
    case_id: CaseId
    user: str
    reason: str
    at: dt.datetime
    """When it was asked for."""
    until: dt.datetime
    """When it ends; the same as `at` while it waits for a second person."""
    second_user: str | None = None
    reviewed_at: dt.datetime | None = None
    reviewed_by: str | None = None


REASONS: Record[Reason] = Record(break_glass, Reason)


def add_opening(writer: Writer, opening: Opening) -> None:
    """Keeps a new emergency."""
    sealed = REASONS.sealed(Reason(text=opening.reason), writer.key_of(opening.case_id), opening.id)
    row = {**opening.model_dump(exclude={"reason", "user"}), "user_id": opening.user, "content": sealed}
    writer.run(insert(break_glass).values(row))


def openings_of(reader: Reader, cases: Collection[CaseId] | None = None) -> tuple[Opening, ...]:
    """The emergencies of those cases, or of all; the newest first. Raises `CaseFileError`."""
    query = select(break_glass).order_by(break_glass.c.at.desc(), break_glass.c.id)
    if cases is not None:
        query = query.where(break_glass.c.case_id.in_(cases))
    return tuple(_opening(reader, row) for row in reader.run(query).all())


def confirm_opening(writer: Writer, opening: OpeningId, second: str, at: dt.datetime, until: dt.datetime) -> None:
    """Opens what waited for a second person."""
    values = {"second_user": second, "at": at, "until": until}
    writer.run(update(break_glass).where(break_glass.c.id == opening).values(values))


def review_opening(writer: Writer, opening: OpeningId, by: str, at: dt.datetime) -> None:
    """Keeps that somebody has looked at it afterwards."""
    values = {"reviewed_by": by, "reviewed_at": at}
    writer.run(update(break_glass).where(break_glass.c.id == opening).values(values))


def end_openings(writer: Writer, case_id: CaseId, at: dt.datetime) -> None:
    """Ends those that one person alone has opened: from now on the case needs two."""
    alone = (break_glass.c.case_id == case_id) & break_glass.c.second_user.is_(None) & (break_glass.c.until > at)
    writer.run(update(break_glass).where(alone).values(until=at))


def _opening(reader: Reader, row: Any) -> Opening:
    case_id = CaseId(row.case_id)
    reason = REASONS.noun(row.content, reader.key_of(case_id), case_id, row.id)
    return Opening(
        id=OpeningId(row.id), case_id=case_id, user=row.user_id, reason=reason.text, at=row.at, until=row.until,
        second_user=row.second_user, reviewed_at=row.reviewed_at, reviewed_by=row.reviewed_by,
    )  # fmt: skip
