"""What is to be followed up soon is told; and the coach's day stands in the order of the clock."""

from __future__ import annotations

import datetime as dt

from exports.day_sheet import CoachDay, DayRow
from planning.access import Role
from planning.workflow.states import State
from tests.ui.test_case_list import case
from ui.start_cards import SOON, is_followed_soon
from ui.start_roles import in_clock_order, row_html, say_when

ON = dt.date(2026, 11, 30)


def test_a_follow_up_is_told_of_some_days_before_and_until_it_is_done() -> None:
    """Of a plan that is lived, and of no other."""
    lived = {"state": State.ACTIVE, "met_as": Role.PRINCIPAL}
    assert is_followed_soon(case(follow_up=ON + SOON, **lived), ON)
    assert is_followed_soon(case(follow_up=ON - dt.timedelta(days=40), **lived), ON)
    assert not is_followed_soon(case(follow_up=ON + SOON + dt.timedelta(days=1), **lived), ON)
    assert not is_followed_soon(case(**lived), ON)
    assert not is_followed_soon(case(follow_up=ON, state=State.SENT), ON)


def test_the_day_is_told_in_the_order_of_the_clock() -> None:
    """What has no hour comes last, in words."""
    rows = (
        DayRow(when="kväll", who="Kim", what=("kort för nästa dag",)),
        DayRow(start=600, end=650, who="Kim", what=("Bild", "du är med"), where="B12"),
        DayRow(start=480, who="Noor", what=("sms",)),
    )
    ordered = in_clock_order(CoachDay(date=ON, rows=rows))
    assert [say_when(row) for row in ordered] == ["08.00", "10.00–10.50", "Kväll"]


def test_a_row_of_the_day_is_never_markup() -> None:
    """When, who, what and where, as they were written."""
    row = DayRow(start=600, end=650, who="<i>Kim</i>", what=("Bild & form",), where="<b>")
    told = row_html(row)
    assert "<i>" not in told
    assert "<b>&lt;" not in told
    assert "Bild &amp; form, &lt;b&gt;" in told
