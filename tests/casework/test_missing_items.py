"""«Delvis» says what is not there: which item, in which steps, and why."""

from __future__ import annotations

from typing import Any

import pytest

from casework.missing_items import missing_lines
from planning.needs import AnyNeed
from planning.plan import Plan
from planning.problem import Coach, CoachHours, Problem, Ride
from tests.planning.builders import need, plan, problem


def made(asked: AnyNeed, **given: Any) -> tuple[Problem, Plan]:
    """Two steps of one lesson on Monday at eight, with no item at all."""
    of = problem("a mon 08:00-09:00 Svenska", asked, steps=2, **given)
    return of, plan(of, "a", "a")


HOURS = Coach(name="Coach Exempel", hours=(CoachHours(weekday="tue", start="09:00", end="12:00"),))
AT_EIGHT = Coach(name="Coach Exempel", hours=(CoachHours(weekday="mon", start="07:00", end="12:00"),))
BREAKFAST = need("support", "support", item="breakfast")
RIDE = Ride(weekday="mon", arrives="09:30", leaves="12:00")


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (BREAKFAST, {"coach": HOURS}, "Frukost är inte med varje gång i steg 1 och 2. Coachen har inga tider då."),
        (BREAKFAST, {"coach": AT_EIGHT}, "Frukost är inte med varje gång i steg 1 och 2. Ingen ledig tid passade."),
        (need("support", "support", item="break_company"), {}, None),
        (need("weekly_item", "wish_3", item="fika", weekdays=["mon"], first_step=2), {"coach": HOURS},
         "Fika är inte med varje gång i steg 2. Coachen har inga tider då."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_with_its_reason(asked: AnyNeed, given: dict[str, Any], said: str | None) -> None:
    """And where nothing was promised nothing is missing: there is no break in a day of one lesson."""
    of, planned = made(asked, **given)
    assert missing_lines(of, planned, asked) == ((said,) if said else ())


def test_a_ride_that_does_not_fit_is_said_to_be_the_ride() -> None:
    """One that comes after the lesson has begun is no way to it."""
    asked = need("ride_needed", "wish_1")
    of, planned = made(asked, rides=(RIDE,))
    assert missing_lines(of, planned, asked) == (
        "Skjuts till skolan är inte med varje gång i steg 1 och 2. Ingen av resorna passar lektionernas tider.",
        "Skjuts hem är inte med varje gång i steg 1 och 2. Ingen av resorna passar lektionernas tider.",
    )
