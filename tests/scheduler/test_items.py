"""What is not a lesson finds its time in the same model: beside the lessons, and where it must, before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.checks.judge import broken_promises
from planning.clock import Weekday
from planning.items import item_catalogue
from planning.needs import AnyNeed
from planning.outcomes import Found
from planning.plan import Plan, PlanStep
from planning.problem import Coach, CoachHours, Problem, Ride
from planning.timetable import LessonKind
from scheduler.planner import plan_for
from tests.planning.builders import A_WEEK, lessons, need, problem, timetable, written
from tests.planning.item_builders import said
from tests.scheduler.agreement import assert_agrees_with_brute_force, colliding, found
from tests.scheduler.offered_problems import offered_problems

HOURS = need("coach_availability", "frame", source="coach")
BREAKFAST = need("support", "support", id="breakfast", item="breakfast")
TWO_ALIKE = "x mon 08:00-09:00 Svenska\ny tue 08:00-09:00 Svenska"


def coach(*hours: tuple[str, str, str], **fields: Any) -> Coach:
    """A coach with those hours: day, from, to."""
    rows = tuple(CoachHours.model_validate({"weekday": d, "start": s, "end": e}) for d, s, e in hours)
    return Coach.model_validate({"name": "Coach Exempel", "hours": rows, **fields})


def items_of(of: Problem, step: int = 1) -> list[str]:
    """The items of that step as words, but for the check-ins."""
    return said(tuple(item for item in found(of).steps[step - 1].items if not item.contact))


def overlaps(step: PlanStep) -> Iterable[tuple[str, str]]:
    """Items that take their time and lie over a lesson of the same week and day."""
    for item in step.items:
        for planned in step.in_week(item.week):
            same_day = planned.lesson.weekday == item.weekday
            if same_day and item.start < planned.end and planned.start < item.end:
                yield item.kind.value, planned.lesson.id


@given(offered_problems())
@settings(max_examples=60, deadline=None)
def test_an_item_never_lies_over_a_lesson_and_the_same_problem_gives_the_same_items(of: Problem) -> None:
    """Whatever is asked for; and every plan passes every check of where its items are."""
    outcome = plan_for(of)
    if isinstance(outcome, Found):
        assert broken_promises(of, outcome.plan) == ()
        alongside = {kind.value for kind, entry in item_catalogue().items() if entry.alongside}
        assert {kind for step in outcome.plan.steps for kind, _ in overlaps(step)} <= alongside
    assert plan_for(of) == outcome


@pytest.mark.parametrize(("day", "lesson"), [("mon", "x"), ("tue", "y")])
def test_help_that_would_find_no_time_moves_the_lessons(day: str, lesson: str) -> None:
    """Two lessons alike, one a week: the day is the one on which the coach can come for breakfast."""
    of = problem(TWO_ALIKE, BREAKFAST, HOURS, need("max_lessons_per_week", n=1), coach=coach((day, "07:30", "08:00")))
    assert written(found(of)) == (lesson,)
    assert items_of(of) == [f"breakfast {day} 07:50-08:00"]


def test_help_moves_no_lesson_out_of_the_week() -> None:
    """On Monday the coach cannot come: the lesson is there all the same, and the breakfast is not."""
    of = problem(TWO_ALIKE, BREAKFAST, HOURS, coach=coach(("tue", "07:30", "08:00")))
    assert written(found(of)) == ("x y",)
    assert items_of(of) == ["breakfast tue 07:50-08:00"]


def test_what_must_be_there_takes_its_time_from_the_lessons() -> None:
    """Fika on Mondays from eight to nine, when there is a lesson: the lesson gives way."""
    fika = need("weekly_item", item="fika", weekdays=["mon"], start="08:00", end="09:00")
    assert written(found(problem(TWO_ALIKE, fika))) == ("y",)
    assert written(found(problem(TWO_ALIKE, fika.model_copy(update={"end": 9 * 60 + 30})))) == ("x y",)


def test_what_is_wished_for_weighs_as_a_wish() -> None:
    """More than a step that is a little slow; the whole week that was agreed outweighs it."""
    fika = need("weekly_item", "wish_2", item="fika", weekdays=["mon"], start="08:00", end="09:00")
    whole = problem(TWO_ALIKE, fika, need("full_restore"))
    assert written(found(whole)) == ("x y",)
    assert items_of(whole) == []


@pytest.mark.parametrize(
    ("needs", "fields"),
    [
        ((need("require_subject", subjects=["Svenska"], min=2), need("weekly_item", item="fika", end="09:00")), {}),
        (
            (need("weekly_item", item="fika", minutes=60), need("blocked_time", start="08:00", end="16:30")),
            {},
        ),
        ((need("weekly_item", item="fika", weekdays=["wed"]), HOURS), {"coach": coach(("mon", "09:00", "12:00"))}),
        ((need("weekly_item", item="homework_time", weekdays=["wed"]), need("days_off", weekdays=["wed"])), {}),
        ((need("weekly_item", item="activity"), need("coach_minutes", minutes=55)), {}),
        (
            (
                need("weekly_item", id="fika", item="fika", minutes=240, times_a_week=5, end="15:00"),
                need("weekly_item", id="walk", item="walk", minutes=240, end="15:00"),
            ),
            {},
        ),
    ],
    ids=["a lesson", "taken time", "the coach's hours", "a day off", "the coach's minutes", "each other"],
)
def test_an_item_that_must_be_there_collides_with_exactly_what_is_in_its_way(
    needs: tuple[AnyNeed, ...], fields: dict[str, Any]
) -> None:
    """No more is named than has to be, and none too few: an item is barred by needs that can be given up."""
    week = "x mon 08:00-09:00 Svenska\n" + "\n".join(f"y{d} {d} 08:00-09:00 Bild" for d in ("tue", "wed"))
    beside = need("max_days", n=3), need("latest_end", time="16:00")
    rows = TWO_ALIKE if needs[0].kind == "require_subject" else week
    asked = tuple(
        n.model_copy(update={"weekdays": (Weekday.MON,)}) if n.kind == "weekly_item" and rows is TWO_ALIKE else n
        for n in needs
    )
    of = problem(rows, *asked, *beside, **fields)
    assert colliding(of) == {n.id for n in asked}


def test_what_collides_is_what_trying_every_time_finds() -> None:
    """Two things in one hour of the coach's week."""
    fika = need("weekly_item", id="fika", item="fika", minutes=30, start="09:00", end="10:00")
    walk = need("weekly_item", id="walk", item="walk", minutes=60, start="09:00", end="10:00")
    hours = coach(("mon", "09:00", "10:00"))
    assert_agrees_with_brute_force(problem(TWO_ALIKE, fika, walk, HOURS, coach=hours))
    assert_agrees_with_brute_force(problem(TWO_ALIKE, fika, walk, HOURS, coach=coach(("mon", "09:00", "10:30"))))
    assert colliding(problem(TWO_ALIKE, fika, walk, HOURS, coach=hours)) == {"fika", "walk", "coach_availability"}


def test_many_short_items_fill_an_hour_to_the_minute() -> None:
    """Each begins where another ends; none is lost because nobody looked there."""
    asked = [
        need("weekly_item", id=f"n{n}", item=kind, minutes=length, weekdays=["mon"], start="09:00", end="10:00")
        for n, (kind, length) in enumerate([("fika", 20), ("walk", 25), ("check_in", 15)])
    ]
    plan = found(problem(TWO_ALIKE, *asked))
    times = sorted((i.start, i.end) for i in plan.last.items if not i.contact)
    assert (times[0][0], times[-1][1]) == (540, 600)
    assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]


def test_an_item_begins_where_what_bars_it_ends() -> None:
    """The coach comes at five past two, and that is when fika is; taken time ends at twenty past."""
    asked = need("weekly_item", item="fika", minutes=30)
    here = coach(("wed", "14:05", "14:35"))
    assert items_of(problem(TWO_ALIKE, asked, HOURS, coach=here)) == ["fika wed 14:05-14:35"]
    taken = need("blocked_time", start="08:00", end="14:20"), need("latest_end", time="16:00")
    assert items_of(problem(TWO_ALIKE, asked, *taken, HOURS, coach=coach(("wed", "08:00", "14:50")))) == [
        "fika wed 14:20-14:50"
    ]


def test_a_ride_is_the_one_that_is_waited_for_the_least() -> None:
    """Of two that fit: the later one there, the earlier one home."""
    rides = tuple(
        Ride.model_validate({"weekday": "mon", "arrives": arrives, "leaves": leaves})
        for arrives, leaves in (("07:00", "14:20"), ("07:50", "11:35"), ("09:30", "10:00"))
    )
    of = problem("x mon 08:00-09:00 Svenska\ny mon 10:10-11:00 Bild", need("ride_needed"), rides=rides)
    assert items_of(of) == ["ride_there mon 07:30-07:50", "ride_home mon 11:35-11:55"]


def test_nobody_checks_in_while_being_driven() -> None:
    """The ride leaves at once; the check-in is before it or after."""
    ride = Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "09:00"})
    of = problem("x mon 08:00-09:00 Svenska", need("ride_needed"), HOURS, rides=(ride,), coach=coach(
        ("mon", "09:00", "09:40")
    ))  # fmt: skip
    (step,) = found(of).steps
    assert said(step.items) == [
        "ride_there mon 07:30-07:50", "ride_home mon 09:00-09:20", "check_in mon 09:20-09:40",
    ]  # fmt: skip


def test_company_is_in_the_break_whichever_lesson_comes_next() -> None:
    """Between ten and ten past, or ten and twenty past: two breaks that begin at the same time."""
    week = "x mon 09:00-10:00 Svenska\ny mon 10:10-11:00 Bild\nz mon 10:20-11:00 Slöjd"
    company = need("support", "support", item="break_company")
    for subject in ("Bild", "Slöjd"):
        of = problem(week, company, need("avoid_subject", subjects=[subject]))
        assert items_of(of) == ["break_with_adult mon 10:00-10:10"]


def test_lunch_is_there_on_days_that_go_on_over_it() -> None:
    """At a time without a lesson, while lunch is served."""
    week = "x mon 10:00-11:30 Svenska\ny mon 12:00-13:00 Bild\nz tue 08:00-09:00 Bild"
    of = problem(week, need("lunch_elsewhere", how="small_room", start="11:00", end="12:30"))
    assert items_of(of) == ["lunch_small_room mon 11:30-11:50"]


def test_items_stay_at_their_time_from_step_to_step() -> None:
    """Where the lessons beside them are the same, and where they can."""
    plan = found(problem(timetable(), need("max_lessons_per_week", n=2), steps=3))
    first, *later = ([said((item,))[0] for item in step.items if item.contact == 1] for step in plan.steps)
    assert len(first) == 1
    assert all(step == first for step in later)


def test_contacts_lie_apart_in_the_week() -> None:
    """Two a week on two days that are not neighbours, where there are such days."""
    plan = found(problem(A_WEEK, need("full_restore", first_step=4), steps=4))
    days = sorted(item.weekday for item in plan.steps[0].items if item.contact)
    assert len(days) == 2
    assert days[1] - days[0] >= 2


def test_two_contacts_are_on_two_days_whatever_the_lessons() -> None:
    """On Thursday both would lie beside lessons; on Monday one is early, and far from any."""
    week = "x thu 10:00-11:00 Svenska\ny thu 12:00-13:00 Bild\n" + "\n".join(
        f"z{n} fri {8 + n:02d}:00-{9 + n:02d}:00 Musik" for n in range(4)
    )
    hours = coach(("mon", "08:00", "08:30"), ("thu", "08:00", "16:00"))
    of = problem(week, HOURS, need("only_subjects", subjects=["Svenska", "Bild"], last_step=1), steps=4, coach=hours)
    assert {item.weekday for item in found(of).steps[0].items if item.contact} == {Weekday.MON, Weekday.THU}


def test_a_contact_lies_beside_the_day_s_lessons_and_not_early() -> None:
    """One comes and goes once; nobody is called to nine o'clock when noon will do."""
    (step,) = found(problem("x mon 11:00-12:00 Svenska")).steps
    (contact,) = step.items
    assert contact.start >= 600
    assert contact.weekday != Weekday.MON or contact.end in range(645, 661) or contact.start in range(720, 736)


def test_nothing_is_planned_over_the_lunch_of_the_timetable() -> None:
    """The coach has an hour, and the student eats in it."""
    rows = (*lessons("x mon 10:00-11:30 Svenska"), *lessons("l mon 11:30-12:15 Lunch", kind=LessonKind.LUNCH))
    of = problem(rows, HOURS, coach=coach(("mon", "11:30", "12:30")))
    (step,) = found(of).steps
    assert said(step.items) == ["check_in mon 11:55-12:15"]


def test_contacts_of_a_week_without_lessons_are_dated() -> None:
    """At the times that were found for them; they are no items of the week as well."""
    of = problem(timetable(), need("no_lessons_yet", last_step=1), HOURS, steps=2, coach=coach(
        ("mon", "10:00", "12:00"), ("thu", "10:00", "12:00"),
    ))  # fmt: skip
    step = found(of).steps[0]
    assert [item for item in step.items if item.contact] == []
    assert [contact.date.weekday() for contact in step.contacts] == [0, 3]
    assert all(contact.start in range(600, 721) for contact in step.contacts)


def test_what_is_in_each_week_is_found_in_that_week() -> None:
    """The coach comes on Mondays in A weeks and on Tuesdays in B weeks."""
    hours = tuple(
        CoachHours.model_validate({"weekday": day, "start": "13:00", "end": "14:00", "weeks": [week]})
        for day, week in (("mon", "A"), ("tue", "B"))
    )
    fika = need("weekly_item", item="fika")
    of = problem(timetable(A_WEEK, ("A", "B")), fika, HOURS, coach=Coach(name="Coach Exempel", hours=hours))
    items = [item for item in found(of).last.items if item.kind == "fika"]
    assert [(item.week, item.weekday) for item in items] == [("A", 0), ("B", 1)]


def test_a_plan_without_room_for_a_need_s_item_says_delvis_and_not_no_plan() -> None:
    """Support is no promise: the lessons stay, and the plan tells what it lacks."""
    of = problem(TWO_ALIKE, BREAKFAST, HOURS, need("full_restore"), coach=coach(("tue", "07:30", "08:00")))
    outcome = plan_for(of)
    assert isinstance(outcome, Found)
    must = need("support", "hard", id="breakfast", item="breakfast")
    assert colliding(problem(TWO_ALIKE, must, HOURS, need("full_restore"), coach=of.coach)) == {
        "breakfast", "coach_availability", "full_restore",
    }  # fmt: skip


def test_the_tiers_say_what_was_promised_and_is_not_there() -> None:
    """One breakfast of two."""
    plan: Plan = found(problem(TWO_ALIKE, BREAKFAST, HOURS, coach=coach(("tue", "07:30", "08:00"))))
    assert plan.tiers["promised"] + plan.tiers.get("placed", 0) >= 1


@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_conflict_about_items_is_one_of_the_smallest(data: st.DataObject) -> None:
    """Among all that trying every time of a small week finds."""
    start = data.draw(st.sampled_from(["08:00", "09:00", "10:00"]))
    asked = [
        need("weekly_item", id=f"n{n}", item=kind, minutes=data.draw(st.sampled_from([30, 60])),
             weekdays=["mon"], start=start, end="11:00")
        for n, kind in enumerate(data.draw(st.lists(st.sampled_from(["fika", "walk"]), min_size=1, max_size=3)))
    ]  # fmt: skip
    hours = coach(("mon", "08:00", data.draw(st.sampled_from(["09:00", "10:00", "11:00"]))))
    goal = need("min_lessons_per_week", id="goal", n=data.draw(st.integers(1, 2)))
    assert_agrees_with_brute_force(problem(TWO_ALIKE, *asked, HOURS, goal, coach=hours))
