"""Random small problems in which much is offered beside the lessons, with little room for it."""

from __future__ import annotations

from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.problem import Coach, CoachHours, Problem
from tests.planning.builders import need, problem, timetable
from tests.scheduler.small_problems import DAYS, HOURS, needs_of, rides, weeks

SUPPORT = {
    "breakfast": (), "meet_at_arrival": ("Läraren Exempel",), "break_company": (), "energy_check": (),
    "text_messages": ("in_the_morning", "afterwards"), "contact_other_way": ("fika", "lunch"),
    "first_meeting": ("fishing",), "meet_adult_first": (), "catch_up": ("Bild",), "lesson_from_home": (),
}  # fmt: skip
"""Support that has a time of its own, and its ticked boxes."""

LIMITS = ("blocked_time", "latest_end", "not_present_during", "earliest_start", "max_days", "max_lessons_per_week")


@st.composite
def short_hours(draw: st.DrawFn) -> Coach:
    """A coach with an hour or so on one, two or three days."""
    rows = []
    for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)):
        start, length = draw(st.integers(0, 12)), draw(st.integers(1, 3))
        rows.append(CoachHours.model_validate({"weekday": day, "start": HOURS[start], "end": HOURS[start + length]}))
    return Coach(name="Coach Exempel", hours=tuple(rows), lead_minutes=draw(st.sampled_from([0, 10])))


@st.composite
def offered_problems(draw: st.DrawFn) -> Problem:
    """Five lessons at most and two steps; support, rests, lunches, rides and written-in items in any mixture."""
    needs: list[AnyNeed] = [
        need("support", "support", id=item, item=item, choices=SUPPORT[item])
        for item in draw(st.lists(st.sampled_from(sorted(SUPPORT)), max_size=4, unique=True))
    ]
    some = st.booleans()
    if draw(some):
        needs.append(need("morning_help", "support", ways=["phone_call"]))
    if draw(some):
        needs.append(need("coach_availability", "frame", source="coach"))
    if draw(some):
        needs.append(need("rest_between_lessons", draw(st.sampled_from(["hard", "wish_1"])), minutes=15))
    if draw(some):
        how = draw(st.sampled_from(["small_room", "with_coach", "before_others"]))
        needs.append(need("lunch_elsewhere", how=how))
    if draw(some):
        needs.append(draw(needs_of(draw(st.sampled_from(LIMITS)), 2, name="limit")))
    if draw(some):
        needs.append(draw(needs_of("weekly_item", 2, draw(st.sampled_from(["hard", "wish_2"])))))
    if draw(some):
        needs.append(need("ride_needed", draw(st.sampled_from(["hard", "wish_1"]))))
    return problem(
        timetable(draw(weeks(5))), *needs, steps=draw(st.integers(1, 2)),
        coach=draw(short_hours()), rides=draw(rides()),
    )  # fmt: skip
