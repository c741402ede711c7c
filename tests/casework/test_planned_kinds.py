"""Every kind of thing that is not a lesson can really be planned: from answers, or written in by the coach."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from planning.clock import Weekday
from planning.items import ItemKind
from planning.outcomes import Found
from planning.plan import Plan
from planning.timetable import Timetable
from scheduler.planner import plan_for
from tests.casework.small_week import facts, lesson, problem, sheet

LADDER = {"first_monday": "2027-01-11", "number_of_steps": 5, "weeks_per_step": 1}
RIDES = {"rides": [{"weekday": day, "arrives": "08:50", "leaves": "14:20"} for day in ("mon", "tue", "wed", "thu")]}

CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "driven, woken, met": (
        {"travel": RIDES},
        {
            "VG1": "no", "VG2": ["ride_from_home"], "SO3": ["waking_up"], "SO4": ["phone_call"], "MA1": "no",
            "SK1": "yes", "SK2": ["in_the_morning", "afterwards"], "RA1": {"choice": "yes", "last_step": 5},
            "ON2": ["fika", "in_the_car"], "VU1": ["EXA"], "OR1": "yes",
        },
    ),
    "by bus, tired, eats apart": (
        {"travel": RIDES},
        {
            "VG1": "no", "VG2": ["bus_together"], "IN2": "no", "IN3": ["walk"], "MA2": "no", "MA3": ["small_room"],
            "SI4": "yes", "ON2": ["lunch", "at_home"],
        },
    ),
    "begins elsewhere, is awake at night": (
        {},
        {
            "PL4": "yes", "PL5": ["library"], "AM1": ["Bild"], "AM2": ["Matematik"], "ON1": ["lesson_from_home"],
            "IN1": ["fishing"], "IN2": "yes", "SO1": "yes", "SO2": "yes",
            "IN4": {"choice": "yes", "ticks": ["tue_pm"], "time": "17:00", "end_time": "18:00"},
        },
    ),
    "eats apart to the end": ({}, {"MA2": {"choice": "no", "last_step": 5}, "MA3": ["small_room"]}),
    "begins at the library": ({}, {"PL4": "yes", "PL5": ["library"]}),
    "knows no adult": ({}, {"VU1": ["none"]}),
    "can go out": ({}, {"PL1": ["talk_with_coach", "go_out"]}),
    "can go past the school": ({}, {"PL1": ["talk_with_coach", "go_out", "go_past_school"]}),
}  # fmt: skip
"""Facts and answers, by what they are about."""

BY_HAND = {
    ItemKind.CAR_PARK, ItemKind.MEET_ADULT_AT_SCHOOL, ItemKind.FETCH_SOMETHING, ItemKind.ONE_TO_ONE_SCHOOL,
    ItemKind.PRACTICAL_ALONE, ItemKind.WORK_PLACEMENT, ItemKind.STUDY_VISIT,
}  # fmt: skip
"""Kinds that no answer asks for by itself: they are agreed with people, and the coach writes them in."""


def week() -> Timetable:
    """Four days with two lessons before lunch and one after it, and a short break between the first two."""
    subjects = ("Svenska", "Bild", "Matematik", "Engelska")
    rows = []
    for day, subject in enumerate(subjects):
        names = subject, subjects[(day + 1) % 4], subjects[(day + 2) % 4]
        for name, start in zip(names, (9 * 60, 10 * 60, 13 * 60), strict=True):
            hour = lesson(Weekday(day), start // 60, name)
            rows.append(hour.model_copy(update={"end": start + 50}))
    return Timetable(group="9T", lessons=tuple(rows), source="test")


@cache
def planned(name: str) -> Plan:
    """The plan of that case."""
    given, answers = CASES[name]
    outcome = plan_for(problem(facts(ladder=LADDER, **given), sheet(**answers), timetable=week()))
    assert isinstance(outcome, Found)
    return outcome.plan


def kinds_in(plan: Plan) -> set[ItemKind]:
    """What is planned in any step, every week or on a date."""
    every_week = {item.kind for step in plan.steps for item in step.items}
    return every_week | {contact.kind for step in plan.steps for contact in step.contacts}


def test_answers_alone_plan_all_but_what_people_have_to_agree_on() -> None:
    """Thirty kinds, in a handful of cases."""
    found = {kind for name in CASES for kind in kinds_in(planned(name))}
    assert set(ItemKind) - found == BY_HAND
    assert len(found) == 30


@pytest.mark.parametrize("kind", list(ItemKind))
def test_the_coach_can_write_in_any_kind(kind: ItemKind) -> None:
    """It has its place in every week of the plan."""
    case = facts(items=[{"kind": kind, "start": "08:00", "end": "18:00"}])
    outcome = plan_for(problem(case, timetable=week()))
    assert isinstance(outcome, Found)
    for step in outcome.plan.steps:
        assert [item.kind for item in step.items if item.need == "items.0:weekly_item"] == [kind]


def test_nothing_that_answers_plan_is_there_twice_at_once() -> None:
    """In no week of no case: the same thing the same day, but for breaks and rests."""
    for name in CASES:
        for step in planned(name).steps:
            days = [(i.week, i.weekday, i.kind) for i in step.items if i.kind not in ("break_with_adult", "rest")]
            assert len(set(days)) == len(days), name
