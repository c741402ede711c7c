"""Two homes from the facts to the plan: rides and travel hold in one of them, and nobody but the coach reads it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import Any

import pytest

from casework.facts import CaseFacts
from casework.mapping import needs_mapping
from casework.proposing import propose
from casework.two_homes import on_the_calendar
from exports.appendix import build_appendix
from exports.calendar_file import calendar_file
from exports.plain_text import render_text
from exports.plan_table import plan_csv
from exports.proposal import build_proposal
from exports.student_page import OwnPage, build_student_page
from planning.decision import DocumentFacts
from planning.errors import BadInput
from planning.outcomes import Found
from planning.plan import Plan
from planning.problem import Problem
from planning.public_plan import public_plan
from planning.timetable import Timetable
from tests.casework.small_week import MONDAY, TODAY, facts, problem, sheet, week
from wording.needs import say_need

NEXT = MONDAY + dt.timedelta(weeks=1)
LADDER = {"first_monday": MONDAY, "number_of_steps": 3, "weeks_per_step": 2}
RIDES = [
    {"weekday": "mon", "arrives": "08:50", "leaves": "12:00", "weeks": ["hem 1"]},
    {"weekday": "tue", "arrives": "08:50", "leaves": "12:00"},
]
BUS = {
    "arrivals": ["08:40"], "weeks": ["hem 1"], "other_weeks": [{"arrivals": ["09:40"], "weeks": ["hem 2"]}]
}  # fmt: skip


def at_homes(travel: dict[str, Any], **more: Any) -> CaseFacts:
    """A case with two homes, home 1 in the first week of the plan."""
    calendar = {"first_home_monday": MONDAY, **more.pop("calendar", {})}
    return facts(ladder=LADDER, calendar=calendar, travel=travel, **more)


def planned(of: Problem) -> Plan:
    """The plan of that problem."""
    outcome = propose(of)
    assert isinstance(outcome, Found)
    return outcome.plan


def lessons_by_week(of: Problem, done: Plan) -> dict[str, set[str]]:
    """The last step's lessons, by the week's label."""
    return {label: {p.lesson.id for p in done.last.in_week(label)} for label in of.timetable.week_labels}


@pytest.fixture(scope="module")
def by_bus() -> tuple[Problem, Plan]:
    """A bus at 08.40 from home 1 and at 09.40 from home 2."""
    of = problem(at_homes(BUS))
    return of, planned(of)


def test_each_home_has_its_own_travel_times(by_bus: tuple[Problem, Plan]) -> None:
    """The lesson at nine is for the weeks in home 1."""
    of, done = by_bus
    found = lessons_by_week(of, done)
    assert found["hem 1"] - found["hem 2"] == {"mon-9-Svenska"}
    assert found["hem 2"] < found["hem 1"]


def test_a_ride_of_one_home_is_a_ride_in_its_weeks() -> None:
    """Where a ride is needed Mondays are for home 1 alone."""
    of = problem(at_homes({"rides": RIDES}), sheet(VG1=["ride_with_coach"]))
    assert [ride.weeks for ride in of.rides] == [("hem 1",), ()]


def test_the_weeks_take_turns_on_the_calendar(by_bus: tuple[Problem, Plan]) -> None:
    """The first Monday is home 1's, the next one home 2's."""
    of, _ = by_bus
    assert [of.calendar.week_label(of.timetable, monday) for monday in (MONDAY, NEXT)] == ["hem 1", "hem 2"]
    assert [step.week_labels for step in of.steps] == [("hem 1", "hem 2")] * 3


def test_the_coach_reads_which_home_it_is(by_bus: tuple[Problem, Plan]) -> None:
    """«I veckor hos hem 1», as a sentence."""
    of, _ = by_bus
    said = [say_need(need) for need in of.needs if need.kind == "travel_times"]
    assert said == [
        "Dagen passar resorna, framme 08.40 i veckor hos hem 1",
        "Dagen passar resorna, framme 09.40 i veckor hos hem 2",
    ]  # fmt: skip


def test_no_document_tells_of_two_homes(by_bus: tuple[Problem, Plan]) -> None:
    """Neither the school's, the student's own, the calendar nor the table: weeks have their numbers."""
    of, done = by_bus
    proposal = render_text(build_proposal(public_plan(of, done), DocumentFacts()))
    page = render_text(build_student_page(of, done, OwnPage()))
    for told in (proposal, page, plan_csv(of, done), calendar_file(of, done, "Test", "c").content.decode()):
        assert "hem 1" not in told
        assert "hem 2" not in told
    assert re.search(r"Svenska måndag 09\.00 i v\. \d", proposal)


def test_the_annex_does_not_tell_which_weeks_are_where() -> None:
    """A limit of one home holds «vissa veckor» there."""
    answers = sheet(SO1={"choice": "yes", "time": "10:00", "weeks": ["hem 2"]})
    of = problem(at_homes({}), answers)
    mapping = needs_mapping(of, answers, DocumentFacts(), (), TODAY)
    text = render_text(build_appendix(mapping))
    assert "vissa veckor" in text
    assert "hem 2" not in text


def test_the_table_has_one_row_for_what_both_homes_have(by_bus: tuple[Problem, Plan]) -> None:
    """What only one has stands by the numbers of its weeks."""
    of, done = by_bus
    rows = [row for row in csv.DictReader(io.StringIO(plan_csv(of, done))) if row["step"] == "3"]
    weeks = {row["subject"]: [r["week_label"] for r in rows if r["subject"] == row["subject"]] for row in rows}
    assert weeks["Bild"] == [""]
    assert weeks["Svenska"] == ["2027-W06"]


ANCHORED = {"first_week_monday": MONDAY}


@pytest.mark.parametrize("first", [MONDAY, NEXT])
def test_where_school_weeks_and_homes_take_turns_together_the_timetable_stays(first: dt.date) -> None:
    """An A week is always lived in the same home, so its label says it already."""
    case = at_homes(BUS, calendar={**ANCHORED, "first_home_monday": first})
    found = on_the_calendar(case, sheet(), week("A", "B"), TODAY)
    assert found.timetable == week("A", "B")
    expected = ("A", "B") if first == MONDAY else ("B", "A")
    assert (*found.facts.travel.weeks, *found.facts.travel.other_weeks[0].weeks) == expected


def test_where_they_slip_apart_each_school_week_is_planned_in_each_home() -> None:
    """Odd and even weeks stumble where week 53 meets week 1, the homes do not."""
    ladder = {"steps": [{"weeks": ["2026-W52", "2026-W53"]}, {"weeks": ["2027-W01", "2027-W02"]}]}
    case = facts(ladder=ladder, calendar={"first_home_monday": dt.date(2026, 12, 21)}, travel=BUS)
    found = on_the_calendar(case, sheet(), week("A", "B"), TODAY)
    assert found.timetable.week_labels == ("A hem 1", "B hem 1", "A hem 2", "B hem 2")
    assert found.facts.travel.weeks == ("A hem 1", "B hem 1")
    mondays = [monday for step in found.steps for monday in step.mondays]
    assert [found.calendar.week_label(found.timetable, monday) for monday in mondays] == [
        "B hem 1", "A hem 2", "A hem 1", "B hem 2",
    ]  # fmt: skip


def test_a_home_is_named_only_where_there_are_two() -> None:
    """«hem 1» without a first Monday would bind nothing, in silence."""
    with pytest.raises(BadInput, match="no_such_week"):
        problem(facts(travel={"arrivals": ["08:40"], "weeks": ["hem 1"]}))


def test_one_home_changes_nothing() -> None:
    """The case as it was."""
    found = on_the_calendar(facts(), sheet(), week(), TODAY)
    table: Timetable = found.timetable
    assert table == week()
    assert found.calendar.first_home_monday is None
