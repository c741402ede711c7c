"""The last day to appeal, whatever the day one got the decision."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.appeal import DAYS_TO_APPEAL, appeal_by
from planning.public_holidays import public_holidays


@given(st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31)))
def test_nobody_has_less_than_three_weeks_and_the_last_day_is_a_working_day(received: dt.date) -> None:
    """Three weeks, and at most five days more: Christmas Eve on a Thursday moves to the Monday."""
    until = appeal_by(received)
    assert DAYS_TO_APPEAL <= (until - received).days <= DAYS_TO_APPEAL + 5
    assert until.weekday() < 5
    assert until not in public_holidays(until.year)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31)))
def test_who_gets_it_later_never_has_to_hurry_more(received: dt.date) -> None:
    """A day later is never an earlier last day."""
    assert appeal_by(received) <= appeal_by(received + dt.timedelta(days=1))
