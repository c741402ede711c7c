"""The contact that every plan falls back on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.contacts import CONTACT_MINUTES, contacts_in, evening_contacts, first_contact
from planning.items import ItemKind
from planning.needs import AnyNeed, BlockedTime, EarliestStart
from planning.plan import PlannedContact
from planning.problem import Coach, CoachHours, Problem
from tests.planning.builders import MONDAY, need, problem, timetable

DAYS = ("mon", "tue", "wed", "thu", "fri")
MORNINGS = tuple(CoachHours(weekday=day, start="08:00", end="12:00") for day in DAYS)
COACH = Coach(name="Coach Exempel", hours=MORNINGS)


def weekdays(found: tuple[PlannedContact, ...]) -> list[int]:
    """The weekdays of the contacts, Monday being 0."""
    return [contact.date.weekday() for contact in found]


def closed(first: dt.date, days: int) -> SchoolCalendar:
    """A calendar closed for that many days from `first`."""
    return SchoolCalendar(closed=(ClosedDays(first=first, last=first + dt.timedelta(days=days - 1), name="Lov"),))


@st.composite
def any_problem(draw: st.DrawFn) -> Problem:
    """Two steps, some coach hours, some closed days and some needs that bind the day."""
    hour = st.integers(7, 16)
    hours = tuple(
        CoachHours(weekday=day, start=f"{start:02d}:00", end=f"{start + length:02d}:00")
        for day, start, length in draw(
            st.lists(st.tuples(st.sampled_from(DAYS), hour, st.integers(1, 3)), max_size=4)
        )
    )
    needs: list[AnyNeed] = []
    if draw(st.booleans()):
        needs.append(need("earliest_start", time=f"{draw(hour):02d}:30"))
    if draw(st.booleans()):
        start = draw(hour)
        needs.append(need("blocked_time", start=f"{start:02d}:15", end=f"{start + 1:02d}:45"))
    first = MONDAY + dt.timedelta(days=draw(st.integers(0, 13)))
    return problem(
        timetable(), *needs, steps=2, coach=Coach(name="Coach Exempel", hours=hours),
        calendar=closed(first, draw(st.integers(1, 9))),
    )  # fmt: skip


@given(any_problem())
@settings(max_examples=150, deadline=None)
def test_no_contact_falls_on_a_closed_day_or_at_a_wrong_hour(made: Problem) -> None:
    """Whatever the calendar, the coach's hours and what binds the day: a contact has a fitting hour, or none yet."""
    for step in made.steps:
        for contact in contacts_in(made, step):
            assert made.calendar.is_open(contact.date)
            assert step.first_day <= contact.date <= step.last_day
            if contact.start is None:
                assert contact.end is None
                continue
            assert contact.end == contact.start + CONTACT_MINUTES
            assert any(
                h.weekday == contact.date.weekday() and h.start <= contact.start and contact.end <= h.end
                for h in made.coach.hours
            )
            for bound in made.needs:
                if isinstance(bound, EarliestStart):
                    assert contact.start >= bound.time
                if isinstance(bound, BlockedTime):
                    assert contact.end <= bound.start or contact.start >= bound.end


@given(any_problem())
@settings(max_examples=150, deadline=None)
def test_every_week_with_school_has_one_or_two_contacts(made: Problem) -> None:
    """Never nothing, and never more than two (`method.md` §1.1)."""
    for step in made.steps:
        found = Counter(contact.date - dt.timedelta(days=contact.date.weekday()) for contact in contacts_in(made, step))
        for monday in step.mondays:
            days = len(made.calendar.open_days(monday))
            assert min(days, 1) <= found[monday] <= min(days, 2)


@given(any_problem())
@settings(max_examples=150, deadline=None)
def test_the_first_contact_is_dated_and_on_an_open_day(made: Problem) -> None:
    """Also when the ladder's first weeks are closed."""
    contact = first_contact(made)
    assert contact.date >= made.steps[0].first_day
    assert made.calendar.is_open(contact.date)


def test_two_contacts_stand_as_far_apart_as_the_week_allows() -> None:
    """Monday and Friday."""
    found = contacts_in(problem(coach=COACH), problem().steps[0])
    assert weekdays(found) == [0, 4]
    assert {contact.start for contact in found} == {8 * 60}


def test_a_contact_begins_no_earlier_than_the_student_can_come() -> None:
    """At the hour the student can manage, not at the coach's first one; it eases as the need does."""
    early = need("earliest_start", time="10:10", eases_minutes_per_step=60)
    made = problem(timetable(), early, steps=2, coach=COACH)
    assert [contacts_in(made, step)[0].start for step in made.steps] == [10 * 60 + 10, 9 * 60 + 10]


def test_a_contact_does_not_touch_time_that_is_taken() -> None:
    """It waits until after, or goes to another day."""
    taken = need("blocked_time", start="08:00", end="09:00", weekdays=["mon"])
    long = need("blocked_time", id="long", start="07:00", end="12:00", weekdays=["fri"])
    found = contacts_in(problem(timetable(), taken, long, coach=COACH), problem().steps[0])
    assert [(c.date.weekday(), c.start) for c in found] == [(0, 9 * 60), (3, 8 * 60)]


def test_a_day_that_the_student_has_off_is_left_alone() -> None:
    """With and without the coach's hours."""
    off = need("days_off", weekdays=["mon", "fri"])
    assert weekdays(contacts_in(problem(timetable(), off, coach=COACH), problem().steps[0])) == [1, 3]
    assert weekdays(contacts_in(problem(timetable(), off), problem().steps[0])) == [1, 3]


def test_a_day_off_is_left_alone_also_when_no_hour_of_the_coach_fits() -> None:
    """The hour is agreed by hand then, but on a day that the student can manage."""
    off = need("days_off", weekdays=["mon"])
    early = need("earliest_start", time="13:00")
    found = contacts_in(problem(timetable(), off, early, coach=COACH), problem().steps[0])
    assert found
    assert 0 not in weekdays(found)


def test_when_no_hour_fits_there_is_a_day_all_the_same() -> None:
    """The coach and the student agree on the hour: waiting is not neutral."""
    never = Coach(name="Coach Exempel", hours=(CoachHours(weekday="mon", start="08:00", end="08:20"),))
    found = contacts_in(problem(coach=never), problem().steps[0])
    assert weekdays(found) == [0, 4]
    assert {contact.start for contact in found} == {None}


def test_the_coach_s_hours_of_a_rotation_count_in_their_week() -> None:
    """Hours in B weeks give no contact in an A week."""
    hours = tuple(
        CoachHours.model_validate({"weekday": "tue", "start": start, "end": "15:00", "weeks": [week]})
        for start, week in (("09:00", "A"), ("10:00", "B"))
    )
    made = problem(timetable("x mon 08:00-09:00 Svenska", ("A", "B")), coach=Coach(hours=hours))
    assert [contact.start for contact in contacts_in(made, made.steps[0])] == [9 * 60, 10 * 60]


def test_the_first_contact_comes_in_the_first_week_with_school() -> None:
    """A fortnight's lov moves it to the Monday after."""
    assert first_contact(problem(calendar=closed(MONDAY, 12))).date == MONDAY + dt.timedelta(weeks=2)


@pytest.mark.parametrize(
    ("choices", "kind"),
    [
        ([], ItemKind.MEETING),
        (["fika"], ItemKind.FIKA),
        (["fishing"], ItemKind.ACTIVITY),
        (["fishing", "car_ride"], ItemKind.CAR_RIDE),
    ],
)
def test_a_contact_is_what_the_student_ticked(choices: list[str], kind: ItemKind) -> None:
    """A meeting when nothing was ticked; something of the student's own is an activity."""
    ticked = need("support", strength="support", item="first_meeting", choices=choices)
    assert first_contact(problem(timetable(), ticked)).kind is kind


@pytest.mark.parametrize(
    ("given_people", "person"),
    [
        ({"trusted_person": "Mentor Mentorsson"}, "Mentor Mentorsson"),
        ({}, "Coach Exempel"),
    ],
)
def test_a_contact_is_with_whom_the_student_trusts(given_people: dict[str, Any], person: str) -> None:
    """The coach when nobody is named."""
    assert first_contact(problem(coach=COACH, **given_people)).person == person


def test_every_week_of_a_step_has_an_evening_contact_for_who_is_awake_at_night() -> None:
    """SO2: an occasion like any other, at an hour agreed on; boxes beside it are about the morning, and plan none."""
    awake = need("support", "support", item="evening_contact")
    clothes = need("support", "support", item="evening_contact", choices=("clothes",))
    made, other = problem(timetable(), awake), problem(timetable(), clothes)

    found = evening_contacts(made, made.steps[0])
    assert {(contact.kind, contact.start) for contact in found} == {(ItemKind.EVENING, None)}
    assert len(found) == len(made.steps[0].mondays)
    assert evening_contacts(other, other.steps[0]) == ()


def test_contacts_go_through_the_places_to_begin_at_in_order() -> None:
    """PL5: first the first of them, later the next."""
    elsewhere = need("start_elsewhere", places=("at_home", "library"))
    made = problem(timetable(), elsewhere)

    places = [contact.place for contact in contacts_in(made, made.steps[0])]
    assert places == sorted(places)
    assert set(places) == {"at_home", "library"}
