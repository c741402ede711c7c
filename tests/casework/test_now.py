"""The one clock of the program."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import now as clock


def test_the_present_moment_has_its_zone() -> None:
    """It is this moment, told in UTC."""
    before = dt.datetime.now(dt.UTC)
    told = clock.now()
    assert before <= told <= dt.datetime.now(dt.UTC)
    assert told.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (dt.datetime(2026, 11, 23, 22, 59, tzinfo=dt.UTC), dt.date(2026, 11, 23)),
        (dt.datetime(2026, 11, 23, 23, 0, tzinfo=dt.UTC), dt.date(2026, 11, 24)),
        (dt.datetime(2026, 6, 1, 22, 0, tzinfo=dt.UTC), dt.date(2026, 6, 2)),
    ],
)
def test_today_is_the_date_at_school(monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, day: dt.date) -> None:
    """The day turns at midnight in Sweden, winter and summer, and follows a clock that is set."""
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert clock.today() == day
