"""Smaller versions of a day: a strict part of it, never nothing, and no hard need broken."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planning.checks.judge import breaches_of
from planning.items import ItemKind
from planning.needs import AnyNeed
from planning.plan import Plan, PlannedLesson
from planning.problem import Coach, CoachHours, Problem, Ride
from planning.smaller_days import LEAST_MINUTES, bad_day_of, bad_days, one_step_smaller, smaller_contact
from tests.planning.builders import need, plan, problem, timetable

FULL_DAY = """
    a mon 08:00-09:00 Svenska   Lärare-A B12
    b mon 09:10-10:10 Matematik Lärare-B B14
    c mon 10:15-11:00 Bild      Lärare-C Sal1
    d mon 12:30-13:30 Engelska  Lärare-A B12
    e tue 10:00-11:00 Musik     Lärare-D Sal2
"""
DAY_NEEDS = {
    "coach_at_first_lesson": need("coach_at_first_lesson"),
    "coach_availability": need("coach_availability", "frame"),
    "max_idle_gap": need("max_idle_gap", minutes=15),
    "rest": need("rest_between_lessons", minutes=10),
    "earliest": need("earliest_start", time="08:00"),
    "ride": need("ride_needed"),
    "visit": need("max_visit_minutes", minutes=180),
    "doorway": need("avoid_teacher", teachers=["Lärare-C"], doorway_minutes=10),
    "days": need("max_days", n=2),
    "least": need("min_lessons_per_week", n=1),
}
HOURS = CoachHours(weekday="mon", start="07:30", end="14:00")
RIDE = Ride(weekday="mon", arrives="07:50", leaves="13:40")
WAYS = {"a": ("a", "a@08:00-08:30", "a@08:30-09:00", "a*", "a+"), "b": ("b", "b@09:10-09:30", "b*", "b+"),
        "c": ("c", "c+"), "d": ("d", "d@12:30-12:50", "d+")}  # fmt: skip


@st.composite
def steps_of_days(draw: st.DrawFn) -> tuple[Problem, Plan]:
    """Plans of three steps on one Monday, with every need of a day that they happen to meet."""
    texts = []
    for _ in range(3):
        taken = draw(st.sets(st.sampled_from("abcd")))
        texts.append(" ".join(draw(st.sampled_from(WAYS[one])) for one in sorted(taken)) or "e")
    of = problem(FULL_DAY, steps=3, coach=Coach(hours=(HOURS,)), rides=(RIDE,))
    done = plan(of, *texts)
    asked = draw(st.sets(st.sampled_from(sorted(DAY_NEEDS))))
    kept = tuple(one for name, one in DAY_NEEDS.items() if name in asked and not tuple(breaches_of(one, of, done)))
    return of.model_copy(update={"needs": kept}), done


def broken(of: Problem, done: Plan, number: int, day: tuple[PlannedLesson, ...]) -> list[AnyNeed]:
    """The needs that the plan breaks once that step's Monday is this day; what the week must hold is another matter."""
    step = done.steps[number - 1]
    others = [lesson for lesson in step.lessons if lesson.lesson.weekday != 0]
    changed = step.model_copy(update={"lessons": (*day, *others)})
    steps = (*done.steps[: number - 1], changed, *done.steps[number:])
    tried = done.model_copy(update={"steps": steps})
    asked = [one for one in of.needs if one.kind != "min_lessons_per_week"]
    return [one for one in asked if any(b.step == number for b in breaches_of(one, of, tried))]


@settings(max_examples=200, deadline=None)
@given(steps_of_days(), st.integers(1, 3))
def test_a_bad_day_is_a_strict_part_and_breaks_no_hard_need(made: tuple[Problem, Plan], number: int) -> None:
    """Of whatever day: one lesson or a part of one, less than the day, and every need of a day is still met."""
    of, done = made
    day = tuple(p for p in done.steps[number - 1].in_week("") if p.lesson.weekday == 0)
    assume(day)
    found = bad_day_of(of, done, done.steps[number - 1], day)
    if found is None:
        assert len(day) == 1
    else:
        whole = next(p for p in day if p.occasion == found.occasion)
        assert whole.start <= found.start < found.end <= whole.end
        assert LEAST_MINUTES <= found.minutes < sum(p.minutes for p in day)
        assert broken(of, done, number, (found,)) == []


@settings(max_examples=200, deadline=None)
@given(steps_of_days(), st.integers(1, 3))
def test_one_step_smaller_is_never_empty_never_more_and_breaks_no_hard_need(
    made: tuple[Problem, Plan], number: int
) -> None:
    """Each of its lessons lies within the day's own, with no less around it."""
    of, done = made
    day = tuple(p for p in done.steps[number - 1].in_week("") if p.lesson.weekday == 0)
    assume(day)
    found = one_step_smaller(of, done, done.steps[number - 1], day)
    whole = {p.occasion: p for p in day}
    assert found
    assert all(whole[p.occasion].start <= p.start < p.end <= whole[p.occasion].end for p in found)
    assert all(p.with_coach or not whole[p.occasion].with_coach for p in found)
    assert found == day or sum(p.minutes for p in found) < sum(p.minutes for p in day)
    assert broken(of, done, number, found) == []


def shown(found: tuple[PlannedLesson, ...]) -> list[tuple[str, int]]:
    """Ids and minutes."""
    return [(p.lesson.id, p.minutes) for p in found]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("a", "a b c"), [("a", 60)]),  # the step before had one of them
        (("a b", "a b", "a b c"), [("a", 60), ("b", 60)]),
        (("a", "a b", "a b"), [("a", 60)]),  # the nearest step that had less
        (("e", "a b"), [("a", 60)]),  # nothing that day before: the bad day's version
        (("a@08:00-08:20", "a"), [("a", 20)]),  # a part of the lesson
        (("a@08:40-09:00", "a"), [("a", 20)]),
        (("a",), [("a", 30)]),  # the first step has nothing before it
        (("e", "a@08:00-08:15"), [("a", 15)]),  # too little to part: as it is
    ],
)  # fmt: skip
def test_one_step_smaller_is_the_day_of_the_step_before(
    steps: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    """The last step's Monday, one step smaller."""
    of = problem(FULL_DAY, steps=len(steps))
    done = plan(of, *steps)
    monday = tuple(p for p in done.last.in_week("") if p.lesson.weekday == 0)
    assert shown(one_step_smaller(of, done, done.last, monday)) == expected


def test_the_last_minutes_stay_the_last_minutes() -> None:
    """Where the step before came for the end of the lesson."""
    of = problem(FULL_DAY, steps=2)
    done = plan(of, "a@08:40-09:00", "a")
    (found,) = one_step_smaller(of, done, done.last, done.last.lessons)
    assert (found.start, found.end) == (8 * 60 + 40, 9 * 60)


def test_a_bad_day_takes_the_lesson_where_the_coach_meets_when_that_is_promised() -> None:
    """The best known would come first, but nobody would be there."""
    of = problem(FULL_DAY, need("coach_at_first_lesson"), steps=1)
    done = plan(of, "a+ b")
    first, second = done.last.lessons
    lessons = (first.model_copy(update={"is_new": True}), second)
    found = bad_day_of(of, done, done.last, lessons)
    assert found is not None
    assert found.lesson.id == "a"


@pytest.mark.parametrize("kind", ["max_growth", "max_growth_minutes", "half_steps"])
def test_needs_about_growth_are_no_matter_of_a_day(kind: str) -> None:
    """They look at the step before, and the step before that: a later step's day is still made smaller."""
    fields = {"max_growth": {"n": 3}, "max_growth_minutes": {"minutes": 200}}.get(kind, {})
    of = problem(FULL_DAY, need(kind, **fields), need("avoid_subject", subjects=["Kemi"]), steps=3)
    done = plan(of, "a", "a b", "a b c")
    monday = tuple(p for p in done.last.in_week("") if p.lesson.weekday == 0)
    assert shown(one_step_smaller(of, done, done.last, monday)) == [("a", 60), ("b", 60)]
    assert [day.lesson and day.lesson.lesson.id for day in bad_days(of, done, done.last)] == ["a"]


def test_every_day_of_every_step_has_its_bad_day() -> None:
    """Days with lessons, each week label of a rotation, and dated contacts of a step without lessons."""
    of = problem(timetable(FULL_DAY, ("A", "B")), steps=2)
    done = plan(of, "", "A|a A|b A|e B|e")
    contacts, days = (bad_days(of, done, step) for step in done.steps)
    assert [day.date for day in contacts] == [contact.date for contact in done.steps[0].contacts]
    assert contacts
    assert all(day.contact is not None and day.contact.kind is ItemKind.TEXT for day in contacts)
    assert [(day.week, int(day.weekday), day.lesson and day.lesson.lesson.id) for day in days] == [
        ("A", 0, "a"), ("A", 1, "e"), ("B", 1, "e"),
    ]  # fmt: skip


def test_where_texts_are_not_wanted_the_smaller_contact_is_the_same_as_an_invitation() -> None:
    """Nobody gets what they have said no to."""
    of = problem(FULL_DAY, need("support", "support", item="contact_other_way", choices=["fika"]))
    contact = plan(of, "").last.contacts[0]
    smaller = smaller_contact(of, 1, contact)
    assert (smaller.kind, smaller.is_invitation) == (contact.kind, True)
    assert smaller_contact(problem(FULL_DAY), 1, contact).kind is ItemKind.TEXT
