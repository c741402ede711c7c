"""What is not a lesson, judged without any solver: asked for, in its place, in nobody's way, and as often as asked."""

from __future__ import annotations

from typing import Any

import pytest

from planning.checks.items import faults
from planning.needs import AnyNeed
from planning.plan import Plan
from planning.problem import Coach, CoachHours, Problem, Ride
from tests.planning.builders import need, plan, problem, timetable
from tests.planning.item_builders import item, with_items

WEEK = """
    a mon 08:00-09:00 Svenska   Lärare-A B12   7X
    b mon 09:20-10:10 Matematik Lärare-B B14   7X
    c mon 12:40-13:30 Bild      Lärare-C Ateljén 7Y
    d tue 10:00-11:00 Engelska  Lärare-A B12   7X
"""
FIKA = need("weekly_item", item="fika", minutes=30)
COACH = Coach(name="Coach Exempel", hours=tuple(
    CoachHours.model_validate({"weekday": day, "start": "08:00", "end": "12:00"}) for day in ("mon", "tue", "wed")
))  # fmt: skip


def support(kind: str, *choices: str, **fields: Any) -> AnyNeed:
    """A support need of that kind."""
    return need("support", "support", id=kind, item=kind, choices=choices, **fields)


def codes(of: Problem, done: Plan) -> list[str]:
    """What is wrong with the first step's items."""
    return [fault.split(":")[1] for fault in faults(of, done.steps[0])]


def found(of: Problem, lessons: str, *words: str) -> list[str]:
    """What is wrong with those items beside those lessons."""
    return codes(of, with_items(of, plan(of, lessons), *words))


@pytest.mark.parametrize("words", ["fika mon 10:10-10:40", "fika mon 13:30-14:00", "fika thu 08:00-08:30"])
def test_an_item_that_is_asked_for_in_its_place_is_no_fault(words: str) -> None:
    """After a lesson, after the last one, on a day at home."""
    assert found(problem(WEEK, FIKA), "a b c", words) == []


@pytest.mark.parametrize("words", ["fika mon 09:55-10:25", "fika mon 08:20-08:50", "fika mon 09:00-09:30"])
def test_an_item_over_a_lesson_that_is_attended_is_a_clash(words: str) -> None:
    """Over its end, inside it, over its beginning; a lesson that is left out is in nobody's way."""
    assert found(problem(WEEK, FIKA), "a b", words) == ["item_clash"]
    assert found(problem(WEEK, FIKA), "d", words) == []


def test_a_part_of_a_lesson_leaves_the_rest_free() -> None:
    """The lesson is attended to half past nine."""
    assert found(problem(WEEK, FIKA), "b@09:20-09:40", "fika mon 09:40-10:10") == []
    assert found(problem(WEEK, FIKA), "b@09:20-09:45", "fika mon 09:40-10:10") == ["item_clash"]


def test_two_items_that_both_take_their_time_are_a_clash() -> None:
    """One after the other they are not, nor on two days."""
    of = problem(WEEK, FIKA, need("weekly_item", id="walk", item="walk", minutes=30))
    assert found(of, "a", "fika mon 10:00-10:30", "walk mon 10:25-10:55") == ["item_clash"]
    assert found(of, "a", "fika mon 10:00-10:30", "walk mon 10:30-11:00") == []
    assert found(of, "a", "fika mon 10:00-10:30", "walk tue 10:00-10:30") == []


def test_a_text_takes_no_time_of_its_own() -> None:
    """It can come during the fika."""
    of = problem(WEEK, support("text_messages", "afterwards"), FIKA)
    assert found(of, "a", "text mon 09:30-09:35", "fika mon 09:20-09:50") == []


def test_nobody_has_fika_while_being_driven_home() -> None:
    """Breakfast can be had in the car; a meeting can not."""
    ride = Ride.model_validate({"weekday": "mon", "arrives": "08:00", "leaves": "09:30"})
    of = problem(WEEK, need("ride_needed"), support("breakfast"), FIKA, rides=(ride,))
    there = "ride_there mon 07:40-08:00", "breakfast mon 07:50-08:00"
    assert found(of, "a", *there, "ride_home mon 09:30-09:50", "fika mon 10:00-10:30") == []
    assert found(of, "a", *there, "ride_home mon 09:30-09:50", "fika mon 09:40-10:10") == ["item_clash"]


@pytest.mark.parametrize(
    "words",
    [
        "fika mon 12:50-13:20",
        "fika thu 10:00-10:30",
        "fika mon 10:10-10:35",
        "fika mon 10:10-10:45",
    ],
    ids=["later", "another day", "too short", "too long"],
)
def test_an_item_outside_its_window_or_of_another_length_is_out_of_place(words: str) -> None:
    """On Mondays between ten and half past twelve, for half an hour."""
    asked = need("weekly_item", item="fika", minutes=30, weekdays=["mon"], start="10:00", end="12:30")
    assert found(problem(WEEK, asked), "a", words) == ["item_out_of_place"]
    assert found(problem(WEEK, asked), "a", "fika mon 10:10-10:40") == []


def test_an_item_of_the_coach_outside_the_coach_s_hours_is_out_of_place() -> None:
    """Where the hours bind; what an adult of the school carries is not bound by them."""
    hours = need("coach_availability", "frame", source="coach")
    of = problem(WEEK, FIKA, need("weekly_item", id="home", item="homework_time", end="16:00"), hours, coach=COACH)
    assert found(of, "a", "fika mon 12:00-12:30") == ["item_out_of_place"]
    assert found(of, "a", "fika thu 10:00-10:30") == ["item_out_of_place"]
    assert found(of, "a", "fika wed 10:00-10:30", "homework_time mon 14:00-14:30") == []
    unbound = problem(WEEK, FIKA, coach=COACH)
    assert found(unbound, "a", "fika thu 10:00-10:30") == []


@pytest.mark.parametrize(
    ("bars", "fika", "homework"),
    [
        (need("blocked_time", start="13:00", end="15:00", weekdays=["wed"]), False, False),
        (need("blocked_time", "wish_2", start="13:00", end="15:00"), True, True),
        (need("blocked_time", start="13:00", end="15:00", first_step=2), True, True),
        (need("not_present_during", start="13:00", end="15:00"), True, False),
        (need("latest_end", time="14:00"), True, False),
        (need("earliest_start", time="14:30"), True, False),
        (need("days_off", weekdays=["wed"]), True, False),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_an_item_at_a_barred_time_is_out_of_place(bars: AnyNeed, *, fika: bool, homework: bool) -> None:
    """Taken time bars all; limits about being at school bar what takes the student there."""
    asked = FIKA, need("weekly_item", id="home", item="homework_time", end="16:00")
    of = problem(WEEK, *asked, bars, steps=2)
    done = plan(of, "", "")
    for words, is_free in (("fika wed 14:00-14:30", fika), ("homework_time wed 14:00-14:30", homework)):
        assert codes(of, with_items(of, done, words)) == ([] if is_free else ["item_out_of_place"])


def test_an_item_in_a_place_that_is_avoided_is_out_of_place() -> None:
    """The dining hall before the others, for one who does not go to the dining hall."""
    asked = need("weekly_item", item="lunch_before_others", start="10:00", end="12:00")
    avoided = need("avoid_place", places=["dining_hall"])
    words = "lunch_before_others mon 11:00-11:20"
    assert found(problem(WEEK, asked), "a", words) == []
    assert found(problem(WEEK, asked, avoided), "a", words) == ["item_out_of_place"]


@pytest.mark.parametrize(
    ("fields", "is_right"),
    [({}, True), ({"carrier": "adult"}, False), ({"place": "library"}, False), ({"subject": "Bild"}, False)],
    ids=["as offered", "by another", "elsewhere", "about something"],
)
def test_an_item_keeps_to_who_where_and_what_about(fields: dict[str, str], *, is_right: bool) -> None:
    """Changed in passing it is not what was asked for."""
    of = problem(WEEK, FIKA)
    done = plan(of, "a")
    planned = item(of, "fika mon 10:00-10:30", **fields)
    changed = done.model_copy(update={"steps": (done.steps[0].model_copy(update={"items": (planned,)}),)})
    assert codes(of, changed) == ([] if is_right else ["item_out_of_place"])


@pytest.mark.parametrize(
    ("of", "right", "wrong"),
    [
        (problem(WEEK, support("breakfast")), "breakfast mon 07:50-08:00", "breakfast mon 07:45-07:55"),
        (problem(WEEK, support("breakfast")), "breakfast mon 07:50-08:00", "breakfast tue 09:50-10:00"),
        (problem(WEEK, support("energy_check")), "rest mon 14:00-14:30", "rest mon 10:40-11:10"),
        (
            problem(WEEK, support("break_company")),
            "break_with_adult mon 09:00-09:10", "break_with_adult mon 10:10-10:20",
        ),
        (problem(WEEK, need("rest_between_lessons", minutes=20)), "rest mon 09:00-09:20", "rest mon 09:00-09:15"),
        (
            problem(WEEK, need("lunch_elsewhere", how="small_room", start="11:00", end="12:30")),
            "lunch_small_room mon 11:30-11:50", "lunch_small_room mon 10:40-11:00",
        ),
        (
            problem(
                WEEK, need("ride_needed"),
                rides=(Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "13:40"}),),
            ),
            "ride_there mon 07:30-07:50", "ride_there mon 07:40-08:00",
        ),
    ],
    ids=["before the day", "on a day at home", "after the day", "in a break", "long enough", "over lunch", "a ride"],
)  # fmt: skip
def test_what_hangs_on_a_lesson_is_right_beside_it(of: Problem, right: str, wrong: str) -> None:
    """Before the first, after the last, between two, over lunch, with a ride: there and nowhere else."""
    assert found(of, "a b c", right) == []
    assert found(of, "a b c", wrong) == ["item_out_of_place"]


@pytest.mark.parametrize("lessons", ["a b", "c"])
def test_lunch_at_school_is_for_days_that_go_on_over_it(lessons: str) -> None:
    """One who has gone home, or comes after lunch, does not eat there."""
    of = problem(WEEK, need("lunch_elsewhere", how="small_room", start="11:00", end="12:30"))
    assert found(of, lessons, "lunch_small_room mon 11:30-11:50") == ["item_out_of_place"]


def test_what_is_only_on_school_days_is_out_of_place_on_another() -> None:
    """Nobody comes to school for the help with homework alone."""
    of = problem(WEEK, support("catch_up", "Bild"), steps=2)
    done = plan(of, "a", "a")
    for day, wrong in (("mon", []), ("tue", ["structure:item_out_of_place:step 2"])):
        second = with_items(of, done, f"homework_time {day} 13:00-13:30", step=2).steps[1]
        assert list(faults(of, second)) == wrong


@pytest.mark.parametrize(
    ("driven", "words", "wrong"),
    [
        (False, "home_visit mon 11:10-11:55", []),
        (False, "home_visit mon 11:05-11:50", ["item_out_of_place"]),
        (False, "home_visit tue 10:00-10:45", []),
        (True, "home_visit mon 14:40-15:25", ["item_out_of_place"]),
        (True, "home_visit tue 10:00-10:45", []),
    ],
)
def test_a_visit_at_home_is_out_of_place_close_to_a_lesson(words: str, wrong: list[str], *, driven: bool) -> None:
    """An hour after the last one; one who is driven is visited on another day."""
    ride = Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "13:40"})
    needs = (support("contact_other_way", "at_home"), *([need("ride_needed")] if driven else []))
    assert found(problem(WEEK, *needs, rides=(ride,)), "a b", words) == wrong


def test_two_lunches_the_same_day_are_a_clash() -> None:
    """In a small room and with the coach; on two days they are not."""
    asked = need("weekly_item", item="lunch", start="11:00", end="13:00")
    of = problem(WEEK, need("lunch_elsewhere", how="small_room", start="11:00", end="12:30"), asked)
    small = "lunch_small_room mon 11:00-11:20"
    assert found(of, "a b c", small, "lunch mon 12:00-12:30") == ["item_clash"]
    assert found(of, "a b c", small, "lunch tue 12:00-12:30") == []


@pytest.mark.parametrize("words", ["walk mon 10:10-10:40", "breakfast mon 07:50-08:00", "rest mon 10:40-11:10"])
def test_an_item_that_no_need_asks_for_is_a_fault(words: str) -> None:
    """However well it lies."""
    assert found(problem(WEEK, FIKA), "a b", words) == ["unasked_item"]


def test_an_item_of_a_need_that_is_released_is_asked_for_by_nobody() -> None:
    """It is judged by the step that it stands in."""
    of = problem(WEEK, FIKA.model_copy(update={"last_step": 1}), steps=2)
    done = with_items(of, plan(of, "a", "a"), "fika mon 10:00-10:30", step=2)
    named = with_items(of, plan(of, "a", "a"), "fika mon 10:00-10:30").steps[0].items
    second = done.steps[1].model_copy(update={"items": named})
    assert list(faults(of, second)) == ["structure:unasked_item:step 2"]


def test_an_item_twice_is_a_fault() -> None:
    """The same day, or more often than it was asked for; as often as asked it is right."""
    twice = FIKA.model_copy(update={"times_a_week": 2})
    monday, later, tuesday = "fika mon 10:00-10:30", "fika mon 13:00-13:30", "fika tue 12:00-12:30"
    assert found(problem(WEEK, twice), "a", monday, tuesday) == []
    assert found(problem(WEEK, twice), "a", monday, later) == ["same_item_twice"]
    assert found(problem(WEEK, FIKA), "a", monday, tuesday) == ["same_item_twice"]


def test_each_break_has_its_own_company() -> None:
    """Two breaks that day, company in each; twice in one of them is a fault."""
    week = f"{WEEK.rstrip()}\n    x mon 10:20-11:00 Bild Lärare-C Ateljén 7Y"
    of = problem(week, support("break_company"))
    first, second = "break_with_adult mon 09:00-09:10", "break_with_adult mon 10:10-10:20"
    assert found(of, "a b x", first, second) == []
    assert "same_item_twice" in found(of, "a b x", first, first)


def test_an_item_in_no_week_of_the_step_is_a_fault() -> None:
    """A label that no week of the step has."""
    of = problem(timetable(WEEK, ("A", "B")), FIKA)
    done = plan(of, "A|a B|a")
    planned = item(of, "A|fika mon 10:00-10:30"), item(of, "B|fika mon 10:00-10:30")
    kept = done.steps[0].model_copy(update={"items": planned})
    astray = kept.model_copy(update={"items": (planned[0], planned[1].model_copy(update={"week": "C"}))})
    assert list(faults(of, kept)) == []
    assert list(faults(of, astray)) == ["structure:item_in_no_week:step 1"]


def test_a_fault_is_judged_week_by_week() -> None:
    """Fika in the A week is in nobody's way in the B week."""
    of = problem(timetable(WEEK, ("A", "B")), FIKA)
    done = with_items(of, plan(of, "A|a B|b"), "A|fika mon 09:20-09:50", "B|fika mon 09:20-09:50")
    assert list(faults(of, done.steps[0])) == ["structure:item_clash:step 1"]
