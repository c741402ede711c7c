"""What the coach writes in beside the lessons: every entry is a need, and what cannot be kept is refused by name."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from casework.case_file import CaseFile
from casework.facts import CaseFacts
from casework.field_faults import field_error
from casework.item_facts import ItemFact, item_needs
from planning.errors import BadInput
from planning.items import Carrier, ItemKind
from planning.needs import Source, Strength, WeeklyItem
from planning.outcomes import Conflict, Found
from scheduler.planner import plan_for
from tests.casework.small_week import facts, problem


def needs_of(*items: dict[str, Any]) -> list[WeeklyItem]:
    """The needs of a case with those items."""
    return list(item_needs(CaseFacts.model_validate({"items": items}).items))


def test_an_item_needs_nothing_but_its_kind() -> None:
    """Once a week, in the daytime of any school day, and it must be there."""
    (item,) = CaseFacts.model_validate({"items": [{"kind": "fika"}]}).items
    assert (item.times_a_week, item.weekdays, item.start, item.end, item.must) == (1, (), 540, 960, True)


def test_every_field_of_an_item_stands_in_its_need() -> None:
    """What, how often, how long, when, by whom, with whom, where and about what, in its steps and weeks."""
    given = {
        "kind": "homework_time", "times_a_week": 2, "minutes": 40, "weekdays": ["mon", "thu"], "start": "13:00",
        "end": "15:30", "carrier": "adult", "who": "Läraren Exempel", "where": "library", "subject": "Bild",
        "first_step": 2, "last_step": 3, "weeks": ["A"],
    }  # fmt: skip
    (need,) = needs_of(given)
    assert (need.item, need.times_a_week, need.minutes) == (ItemKind.HOMEWORK_TIME, 2, 40)
    assert (need.weekdays, need.start, need.end) == ((0, 3), 780, 930)
    assert (need.carrier, need.person, need.place, need.subject) == (
        Carrier.ADULT, "Läraren Exempel", "library", "Bild"
    )  # fmt: skip
    assert (need.first_step, need.last_step, need.weeks) == (2, 3, ("A",))
    assert (need.origin.source, need.origin.ref) == (Source.COACH, "items")


def test_what_must_be_there_is_hard_and_the_rest_is_a_wish() -> None:
    """A wish moves no promise."""
    must, may = needs_of({"kind": "fika"}, {"kind": "walk", "must": False})
    assert (must.strength, may.strength) == (Strength.HARD, Strength.WISH_2)
    assert must.id != may.id


@pytest.mark.parametrize(
    ("item", "field", "fault"),
    [
        ({"kind": "fikka"}, "kind", "enum"),
        ({"kind": "fika", "minutes": 7}, "minutes", "multiple_of"),
        ({"kind": "fika", "start": "10:00", "end": "10:20"}, "minutes", "longer_than_its_hours"),
        ({"kind": "fika", "start": "10:00", "end": "11:00", "minutes": 65}, "minutes", "longer_than_its_hours"),
        ({"kind": "fika", "start": "16:30"}, "end", "it_ends_before_it_begins"),
        ({"kind": "fika", "times_a_week": 2, "weekdays": ["mon", "mon"]}, "times_a_week", "more_times_than_days"),
        ({"kind": "fika", "times_a_week": 6}, "times_a_week", "more_times_than_days"),
        ({"kind": "fika", "weekdays": ["monday"]}, "weekdays.0", "not_a_weekday"),
        ({"kind": "fika", "with": "EXA"}, "with", "extra_forbidden"),
        ({}, "kind", "missing"),
    ],
)
def test_an_item_that_cannot_be_kept_is_refused_by_its_field(item: dict[str, Any], field: str, fault: str) -> None:
    """The message says where in the file, and what is wrong there."""
    with pytest.raises(ValidationError) as refused:
        CaseFile.model_validate({"timetable": {"file": "week.csv"}, "items": [item]})
    told = field_error(refused.value)
    assert (told.data["field"], told.data["problem"]) == (f"items.0.{field}", fault)


@pytest.mark.parametrize("most", [{"minutes": 60}, {"minutes": None}])
def test_an_item_fills_its_hours_exactly_when_they_are_as_long(most: dict[str, Any]) -> None:
    """An hour of activity fits between ten and eleven."""
    assert ItemFact.model_validate({"kind": "activity", "start": "10:00", "end": "11:00", **most}).kind == "activity"


def test_an_item_that_names_no_week_of_the_timetable_is_refused() -> None:
    """It would never come, in silence."""
    with pytest.raises(BadInput) as refused:
        problem(facts(items=[{"kind": "fika", "weeks": ["C"]}]))
    assert refused.value.data["field"] == "items.0.weeks"


def test_an_item_beyond_the_ladder_is_refused() -> None:
    """The plan has two steps."""
    with pytest.raises(BadInput) as refused:
        problem(facts(items=[{"kind": "fika", "first_step": 3}]))
    assert refused.value.data["field"] == "items.first_step"


def test_an_item_of_one_home_comes_in_the_weeks_of_that_home() -> None:
    """Written in the weeks of the homes, as rides are."""
    calendar = {"first_home_monday": "2027-01-11"}
    of = problem(facts(calendar=calendar, items=[{"kind": "fika", "weeks": ["hem 2"]}]))
    (need,) = (need for need in of.needs if isinstance(need, WeeklyItem))
    assert need.weeks
    assert set(need.weeks) < set(of.timetable.week_labels)


def test_what_is_written_in_has_its_place_in_every_week_of_the_plan() -> None:
    """At the asked hour, on different days."""
    item = {"kind": "fika", "times_a_week": 2, "start": "13:00", "end": "14:00"}
    outcome = plan_for(problem(facts(items=[item])))
    assert isinstance(outcome, Found)
    for step in outcome.plan.steps:
        found = [planned for planned in step.items if planned.need == "items.0:weekly_item"]
        assert len({planned.weekday for planned in found}) == len(found) == 2
        assert all(planned.start >= 780 and planned.end <= 840 for planned in found)


def test_the_coach_s_minutes_of_a_week_bind_the_plan() -> None:
    """An hour of activity does not go into half an hour of the coach's week: both are named."""
    case = facts(coach={"minutes_per_week": 30}, items=[{"kind": "activity"}])
    outcome = plan_for(problem(case))
    assert isinstance(outcome, Conflict)
    assert {need.id for need in outcome.needs} == {"items.0:weekly_item", "coach.minutes_per_week:coach_minutes"}
