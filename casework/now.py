"""The one place that asks what time it is. Callers write `clock.now()`, so that a test can set the clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

SCHOOL_TIME = ZoneInfo("Europe/Stockholm")


def now() -> dt.datetime:
    """The present moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The date at school."""
    return now().astimezone(SCHOOL_TIME).date()
