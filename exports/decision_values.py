"""From what stands in the form's fields to a decision: dates however they were written, and what could not be read."""

from __future__ import annotations

import datetime as dt
import re

from exports.decision_form import DECIDED_BY, DECIDED_ON, REASONS, REFERENCE, RULING, VALID_FROM, VALID_TO
from exports.document_code import DocumentCode
from exports.returned import Values
from planning.decided import CameAs, Decided, Ruling
from planning.frozen import Frozen

_YEARS = range(2000, 2100)
_WRITTEN = (
    re.compile(r"(?P<y>\d{4})[-./ ]?(?P<m>\d{1,2})[-./ ]?(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-./ ]+(?P<m>\d{1,2})[-./ ]+(?P<y>\d{4})"),
)
"""«2026-11-30», «20261130», «2026.11.30»; «30/11 2026», «30.11.2026»."""


class ReadDecision(Frozen):
    """A decision as it was read. `decided` is None while no answer is ticked."""

    decided: Decided | None
    unread: tuple[str, ...] = ()
    """Fields whose dates could not be read."""


def decision_in(values: Values, code: DocumentCode, came_as: CameAs) -> ReadDecision:
    """The decision that the fields hold, on the document of that code."""
    dates = {name: read_date(values.of(name)) for name in (VALID_FROM, VALID_TO, DECIDED_ON)}
    unread = tuple(name for name, date in dates.items() if date is None and values.of(name))
    if values.of(RULING) not in set(Ruling):
        return ReadDecision(decided=None, unread=unread)
    decided = Decided(
        ruling=Ruling(values.of(RULING)),
        reasons=values.of(REASONS),
        valid_from=dates[VALID_FROM],
        valid_to=dates[VALID_TO],
        decided_on=dates[DECIDED_ON],
        decided_by=values.of(DECIDED_BY),
        reference=values.of(REFERENCE),
        came_as=came_as,
        proposal_version=code.version,
        proposal_hash=code.plan,
    )
    return ReadDecision(decided=decided, unread=unread)


def read_date(text: str) -> dt.date | None:
    """The date that was written, None when it is none."""
    match = next((match for form in _WRITTEN if (match := form.fullmatch(text.strip()))), None)
    if match is None or int(match["y"]) not in _YEARS:
        return None
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
