"""Contact with somebody trusted: often enough, in ways that were ticked, at hours when the student is up."""

from __future__ import annotations

from typing import Any

import pytest

from planning.items import Carrier
from planning.needs import AnyNeed
from planning.offers import Offer, offers_in
from planning.offers.base import OnDays
from planning.problem import Coach, CoachHours, Problem, Ride
from planning.timetable import LessonKind
from tests.planning.builders import A_WEEK, lessons, need, problem, timetable
from tests.planning.item_builders import offers

WHOLE = need("full_restore", first_step=4)


def ways(*choices: str, **fields: Any) -> AnyNeed:
    """How the student wants to check in with the coach."""
    return need("support", "support", item="contact_other_way", choices=choices, **{"id": "ways", **fields})


def first(*choices: str) -> AnyNeed:
    """What is all right to do first, in the first step."""
    return need("support", "support", id="first", item="first_meeting", choices=choices, last_step=1)


def check_ins(of: Problem, step: int = 1) -> list[Offer]:
    """The contacts of that step."""
    return [offer for offer in offers_in(of, step, "") if offer.contact]


def coach(*hours: tuple[str, str, str], **fields: Any) -> Coach:
    """A coach with those hours: day, from, to."""
    rows = tuple(CoachHours.model_validate({"weekday": d, "start": s, "end": e}) for d, s, e in hours)
    return Coach.model_validate({"name": "Coach Exempel", "hours": rows, **fields})


def told(offer: Offer) -> list[str]:
    """Its windows as words."""
    return [f"{w.weekday.short} {w.start // 60:02d}:{w.start % 60:02d}-{w.end // 60:02d}:{w.end % 60:02d}"
            for w in offer.windows]  # fmt: skip


def test_the_coach_is_met_twice_a_week_while_much_is_missing_and_then_once() -> None:
    """More than half of the week away: twice; from then on once a week, to the end."""
    of = problem(A_WEEK, WHOLE, steps=4)
    assert [len(check_ins(of, step)) for step in (1, 2, 3, 4)] == [2, 2, 1, 1]


@pytest.mark.parametrize("company", ["coach_at_first_lesson", "coach_all_lessons"])
def test_a_coach_who_comes_to_the_lessons_is_met_there(company: str) -> None:
    """Then once a week besides is enough; a wish for the coach is no promise."""
    assert len(check_ins(problem(A_WEEK, WHOLE, need(company), steps=4))) == 1
    assert len(check_ins(problem(A_WEEK, WHOLE, need(company, "wish_2"), steps=4))) == 2


def test_without_a_word_about_it_the_coach_checks_in() -> None:
    """Each contact has its own number, and who it is with."""
    of = problem(A_WEEK, WHOLE, steps=4, coach=Coach(name="Coach Exempel"))
    assert [(o.kind.value, o.contact, o.person, o.need) for o in check_ins(of)] == [
        ("check_in", 1, "Coach Exempel", None), ("check_in", 2, "Coach Exempel", None),
    ]  # fmt: skip
    trusted = of.model_copy(update={"trusted_person": "Mormor Exempel"})
    assert {offer.person for offer in check_ins(trusted)} == {"Mormor Exempel"}


@pytest.mark.parametrize(
    ("ticks", "kinds"),
    [
        (("fika",), ["fika", "fika"]),
        (("fika", "in_the_car"), ["fika", "car_ride"]),
        (("at_home",), ["home_visit", "home_visit"]),
        (("talk",), ["check_in", "check_in"]),
        (("lunch", "fika"), ["lunch", "fika"]),
        (("text_messages",), ["check_in", "check_in"]),
        (("text_messages", "fika"), ["fika", "fika"]),
    ],
)
def test_the_ways_that_were_ticked_take_turns(ticks: tuple[str, ...], kinds: list[str]) -> None:
    """A text is no meeting: it can not stand in for one, least of all where texts were said no to."""
    of = problem(A_WEEK, WHOLE, ways(*ticks), steps=4)
    assert [offer.kind.value for offer in check_ins(of)] == kinds
    assert {offer.need for offer in check_ins(of)} == {"ways"}


def test_what_is_all_right_to_do_first_comes_first() -> None:
    """A walk in the first step, and then as it was ticked."""
    of = problem(A_WEEK, WHOLE, first("walk"), ways("fika"), steps=4)
    assert [[offer.kind.value for offer in check_ins(of, step)] for step in (1, 2)] == [["walk", "fika"], ["fika"] * 2]


@pytest.mark.parametrize(
    ("ticks", "activities"), [(("fishing", "drawing"), 1), (("walk",), 0), (("text_messages",), 0), ((), 0)]
)
def test_something_that_is_liked_is_done_once_in_the_first_step(ticks: tuple[str, ...], activities: int) -> None:
    """What is only a way of meeting is a check-in already."""
    of = problem(A_WEEK, first(*ticks), steps=2)
    assert [len(offers(of, "activity", step)) for step in (1, 2)] == [activities, 0]


def test_an_adult_of_the_school_is_met_somewhere_else_first() -> None:
    """Once a week while that is asked for, with the coach."""
    of = problem(A_WEEK, need("support", "support", item="meet_adult_first", last_step=1), steps=2)
    (meeting,) = offers(of, "meet_adult")
    assert (meeting.a_week, meeting.carrier) == (1, Carrier.COACH)
    assert offers(of, "meet_adult", 2) == []


def test_the_coach_is_met_in_the_coach_s_hours_by_day() -> None:
    """Nobody is called to a meeting at a quarter past six, or at nine in the evening."""
    of = problem(A_WEEK, coach=coach(("mon", "06:15", "09:30"), ("tue", "18:00", "21:00"), ("wed", "06:15", "07:30")))
    assert told(check_ins(of)[0]) == ["mon 08:00-09:30", "tue 18:00-19:00"]


def test_without_known_hours_the_coach_is_met_in_the_daytime() -> None:
    """Monday to Friday, nine to four."""
    assert told(check_ins(problem(A_WEEK))[0]) == [f"{day} 09:00-16:00" for day in ("mon", "tue", "wed", "thu", "fri")]


def test_the_coach_s_hours_of_other_weeks_are_not_this_week_s() -> None:
    """In the B week the coach is not there at all."""
    hours = CoachHours.model_validate({"weekday": "mon", "start": "09:00", "end": "10:00", "weeks": ["A"]})
    of = problem(timetable(A_WEEK, ("A", "B")), coach=Coach(name="Coach Exempel", hours=(hours,)))
    assert [len(offer.windows) for week in ("A", "B") for offer in offers(of, "check_in", week=week)] == [1, 0]


def test_nobody_comes_before_the_hour_that_lessons_may_begin() -> None:
    """Who sleeps until ten is not met at nine; an hour that is only wished for bars nobody."""
    hours = coach(("mon", "08:00", "09:30"), ("tue", "08:00", "12:00"))
    late = need("earliest_start", time="10:00", eases_minutes_per_step=60)
    of = problem(A_WEEK, late, steps=2, coach=hours)
    assert told(check_ins(of)[0]) == ["tue 10:00-12:00"]
    assert told(check_ins(of, 2)[0]) == ["mon 09:00-09:30", "tue 09:00-12:00"]
    wish = need("earliest_start", "wish_3", time="10:00")
    assert told(check_ins(problem(A_WEEK, wish, coach=hours))[0]) == ["mon 08:00-09:30", "tue 08:00-12:00"]


def test_a_hard_day_is_left_in_peace_where_there_is_another() -> None:
    """Where the coach has only that day, it is that day."""
    off = need("days_off", weekdays=["mon"])
    both, one = coach(("mon", "09:00", "10:00"), ("tue", "09:00", "10:00")), coach(("mon", "09:00", "10:00"))
    assert told(check_ins(problem(A_WEEK, off, coach=both))[0]) == ["tue 09:00-10:00"]
    assert told(check_ins(problem(A_WEEK, off, coach=one))[0]) == ["mon 09:00-10:00"]


def test_nobody_checks_in_while_the_student_eats() -> None:
    """The first part of the lunch that the timetable has is left alone; a lunch with the coach is then."""
    rows = (*lessons(A_WEEK), *lessons("x mon 11:30-12:15 Lunch", kind=LessonKind.LUNCH))
    hours = coach(("mon", "11:00", "13:00"))
    assert told(check_ins(problem(rows, coach=hours))[0]) == ["mon 11:00-11:30", "mon 11:55-13:00"]
    assert told(check_ins(problem(rows, ways("lunch"), coach=hours))[0]) == ["mon 11:00-13:00"]


def test_a_lunch_with_the_coach_is_at_lunch() -> None:
    """Between eleven and one; a coach who is never there then has fika instead, or checks in."""
    day, morning = coach(("mon", "08:00", "16:00")), coach(("mon", "08:00", "10:30"))
    assert told(check_ins(problem(A_WEEK, ways("lunch"), coach=day))[0]) == ["mon 11:00-13:00"]
    assert [o.kind.value for o in check_ins(problem(A_WEEK, ways("lunch", "fika"), coach=morning))] == ["fika"]
    assert [o.kind.value for o in check_ins(problem(A_WEEK, ways("lunch"), coach=morning))] == ["check_in"]


@pytest.mark.parametrize(
    ("start", "end", "windows"),
    [("17:00", "18:30", ["tue 16:40-17:00"]), ("12:00", "24:00", []), ("00:00", "12:00", [])],
    ids=["its hour", "some time in the afternoon", "some time in the morning"],
)
def test_company_to_training_is_just_before_it(start: str, end: str, windows: list[str]) -> None:
    """Where its hour is told: half a day that is taken does not say when to come."""
    origin = {"source": "answer", "ref": "IN4"}
    training = need("blocked_time", "hard", origin=origin, weekdays=["tue"], start=start, end=end)
    follow = need("support", "support", item="follow_to_training", origin=origin)
    found = offers(problem(A_WEEK, training, follow), "evening_training")
    assert [row for offer in found for row in told(offer)] == windows


def test_time_that_something_else_takes_is_no_training() -> None:
    """A visit to the dentist is not followed to."""
    other = need("blocked_time", "hard", weekdays=["tue"], start="17:00", end="18:00")
    follow = need("support", "support", item="follow_to_training", origin={"source": "answer", "ref": "IN4"})
    assert offers(problem(A_WEEK, other, follow), "evening_training") == []


def test_a_visit_at_home_is_when_the_student_is_at_home() -> None:
    """An hour from any lesson; on another day for one who waits at school for the ride."""
    ride = Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "13:40"})
    walks = check_ins(problem(A_WEEK, ways("at_home")))[0]
    driven = check_ins(problem(A_WEEK, ways("at_home"), need("ride_needed"), rides=(ride,)))[0]
    assert (walks.apart, walks.on_days) == (60, OnDays.ANY)
    assert (driven.apart, driven.on_days) == (0, OnDays.WITHOUT_LESSONS)


@pytest.mark.parametrize("waits", [need("no_lessons_yet"), need("start_elsewhere", places=["library"])],
                         ids=lambda value: value.kind)  # fmt: skip
def test_what_is_liked_is_not_done_twice_while_there_are_no_lessons(waits: AnyNeed) -> None:
    """Then the first dated contact is that."""
    assert offers(problem(A_WEEK, first("fishing"), waits, steps=2), "activity") == []
