"""Random small problems, drawn so that needs of a kind bind something."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.problem import Coach, CoachHours, PlaceUse, Problem, Ride
from planning.timetable import Lesson
from tests.planning.builders import lessons, need, problem, timetable

DAYS = ("mon", "tue", "wed")
SUBJECTS = ("Svenska", "Matematik", "Bild")
TEACHERS = ("Lärare-A", "Lärare-B")
ROOMS = ("B12", "B14")
GROUPS = ("7X", "7Y")
HOURS = tuple(f"{8 + n // 2:02d}:{n % 2 * 30:02d}" for n in range(16))
PLACES = {"corridor": PlaceUse(rooms=("B12",)), "gym": PlaceUse(subjects=("Bild",))}

times = st.sampled_from(HOURS)
some_days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=2, unique=True)
some_subjects = st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=2, unique=True)
some_teachers = st.lists(st.sampled_from(TEACHERS), min_size=1, max_size=1)
some_rooms = st.lists(st.sampled_from(ROOMS), min_size=1, max_size=1)
few = st.integers(0, 3)


@st.composite
def spans(draw: st.DrawFn) -> dict[str, str]:
    """Hours from and to."""
    start, length = draw(st.integers(0, 12)), draw(st.integers(1, 4))
    return {"start": HOURS[start], "end": HOURS[min(start + length, 15)]}


@st.composite
def _span_fields(draw: st.DrawFn) -> dict[str, Any]:
    return {**draw(spans()), "weekdays": draw(st.one_of(st.just([]), some_days))}


def _one(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(fields))


minutes = st.sampled_from([0, 30, 60, 90, 120, 180])
doorways = st.sampled_from([0, 10, 30])
some_lesson = st.sampled_from(["l0", "l1", "l2"]).map(lambda name: {"id": name})
settings = st.sampled_from([None, "small_room", "classroom"])
company = st.sampled_from([None, True, False])
part_minutes = st.sampled_from([15, 30, 60])
FIELDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "coach_minutes": _one(minutes=minutes),
    "lesson_edges": _one(minutes_late=st.sampled_from([0, 10]), minutes_early=st.sampled_from([0, 5, 20])),
    "weekly_item": _one(
        item=st.sampled_from(["fika", "homework_time", "library_time"]), times_a_week=st.integers(1, 3),
        minutes=st.sampled_from([30, 120, 240]), start=st.sampled_from(["08:00", "10:00"]),
        end=st.sampled_from(["12:30", "15:00"]), weekdays=st.one_of(st.just([]), some_days),
    ),
    "earliest_start": _one(time=times, eases_minutes_per_step=st.sampled_from([0, 60])),
    "latest_end": _one(time=times),
    "blocked_time": _span_fields(),
    "not_present_during": _span_fields(),
    "days_off": _one(weekdays=some_days),
    "dates_excluded": st.just({"dates": ["2026-09-07"]}),
    "max_days": _one(n=few, growth_per_step=st.integers(0, 1)),
    "rest_day_between": st.just({}),
    "max_visit_minutes": _one(minutes=st.sampled_from([15, 30, 60, 90, 150]), growth_percent=st.sampled_from([0, 50])),
    "max_lessons_per_day": _one(n=few, growth_per_step=st.integers(0, 1)),
    "max_lessons_per_week": _one(n=few),
    "min_lessons_per_week": _one(n=few),
    "max_minutes_per_week": _one(minutes=minutes),
    "min_minutes_per_week": _one(minutes=minutes),
    "max_growth": _one(n=few),
    "max_growth_minutes": _one(minutes=minutes),
    "preferred_times": _one(windows=st.lists(spans(), min_size=1, max_size=2)),
    "no_lessons_yet": st.just({}),
    "half_steps": st.just({}),
    "begin_with": _one(subjects=some_subjects),
    "avoid_subject": _one(subjects=some_subjects),
    "only_subjects": _one(subjects=some_subjects),
    "require_subject": _one(subjects=some_subjects, min=st.integers(1, 2)),
    "full_restore": _one(except_subjects=st.one_of(st.just([]), some_subjects)),
    "no_removal": st.just({}),
    "avoid_teacher": _one(teachers=some_teachers, doorway_minutes=doorways),
    "only_teachers": _one(teachers=some_teachers),
    "trusted_adult": _one(teachers=some_teachers),
    "require_teacher_share": _one(teachers=some_teachers, subjects=some_subjects),
    "coach_at_first_lesson": st.just({}),
    "coach_all_lessons": st.just({}),
    "coach_availability": st.just({}),
    "avoid_room": _one(rooms=some_rooms),
    "avoid_place": _one(places=st.lists(st.sampled_from([*PLACES, "classroom"]), min_size=1, max_size=2, unique=True)),
    "safe_room": _one(rooms=some_rooms),
    "small_group_first": st.just({}),
    "start_elsewhere": st.just({"places": ["library"]}),
    "place_ladder": st.just({"comfort": ["go_out"]}),
    "max_idle_gap": _one(minutes=st.sampled_from([0, 15, 30, 60])),
    "rest_between_lessons": _one(minutes=st.sampled_from([5, 20, 30, 60])),
    "lunch_elsewhere": _one(how=st.sampled_from(["undecided", "home_before", "small_room"])),
    "ride_needed": st.just({}),
    "travel_times": _one(arrivals=st.lists(times, max_size=2), departures=st.lists(times, max_size=2)),
    "with_friend": _one(groups=st.lists(st.sampled_from(GROUPS), max_size=1)),
    "avoid_group": _one(
        groups=st.lists(st.sampled_from(GROUPS), min_size=1, max_size=1), doorway_minutes=doorways
    ),
    "morning_help": st.just({"ways": ["text_message"]}),
    "keep_lesson": _one(
        lesson=some_lesson, at=st.one_of(st.none(), st.none(), spans()), setting=settings, with_coach=company
    ),
    "leave_out_lesson": _one(lesson=some_lesson),
    "lesson_setting": st.one_of(
        _one(lesson=some_lesson, setting=settings, with_coach=st.booleans()),
        _one(lesson=some_lesson, setting=st.sampled_from(["small_room", "classroom"])),
    ),
    "lesson_part": st.one_of(
        _one(lesson=some_lesson, first_minutes=part_minutes), _one(lesson=some_lesson, last_minutes=part_minutes),
        _one(lesson=some_lesson, at=spans()),
    ),
    "support": st.just({"item": "safe_place"}),
}
"""Fields of a need of each kind that can be hard; a wish to keep eligibility never is."""


@st.composite
def weeks(draw: st.DrawFn, most: int) -> tuple[Lesson, ...]:
    """At least one lesson and at most `most`, on the half hours of three days; some clash."""
    rows = []
    for n in range(draw(st.integers(1, most))):
        start, length = draw(st.integers(0, 12)), draw(st.integers(1, 3))
        words = [draw(st.sampled_from(names)) for names in (DAYS, SUBJECTS, TEACHERS, ROOMS, GROUPS)]
        hours = f"{HOURS[start]}-{HOURS[start + length]}"
        rows.append(f"l{n} {words[0]} {hours} {' '.join(words[1:])}")
    return lessons("\n".join(rows))


@st.composite
def needs_of(draw: st.DrawFn, kind: str, steps: int, strength: str = "hard", name: str = "") -> AnyNeed:
    """A need of that kind over some of the steps."""
    first = draw(st.integers(1, steps))
    last = draw(st.one_of(st.none(), st.integers(first, steps)))
    fields = draw(FIELDS[kind])
    return need(kind, strength, id=name or kind, first_step=first, last_step=last, **fields)


@st.composite
def coaches(draw: st.DrawFn) -> Coach:
    """A coach with hours on some of the days."""
    days = draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True))
    hours = tuple(CoachHours.model_validate({"weekday": day, **draw(spans())}) for day in days)
    return Coach(name="Coach Exempel", hours=hours, lead_minutes=draw(st.sampled_from([0, 10])))


@st.composite
def rides(draw: st.DrawFn) -> tuple[Ride, ...]:
    """Rides on some of the days."""
    found = []
    for day in draw(st.lists(st.sampled_from(DAYS), max_size=4)):
        span = draw(spans())
        found.append(Ride.model_validate({"weekday": day, "arrives": span["start"], "leaves": "15:00"}))
    return tuple(found)


COMPANY = {
    "coach_availability": ("coach_at_first_lesson", "coach_all_lessons"),
    "coach_at_first_lesson": ("coach_availability",),
    "coach_all_lessons": ("coach_availability",),
    "keep_lesson": ("coach_availability", "coach_at_first_lesson", "small_group_first", "avoid_place"),
    "lesson_setting": ("coach_all_lessons", "coach_at_first_lesson", "coach_availability", "small_group_first"),
    "lesson_part": ("keep_lesson", "leave_out_lesson", "max_visit_minutes"),
    "leave_out_lesson": ("keep_lesson",),
    "weekly_item": ("coach_availability", "blocked_time", "days_off", "coach_minutes"),
    "coach_minutes": ("weekly_item", "coach_at_first_lesson", "coach_all_lessons"),
    "lesson_edges": ("max_visit_minutes", "latest_end"),
}
"""Kinds that bind nothing alone, or that others bind together with."""


@st.composite
def problems_with(draw: st.DrawFn, kind: str, lessons_at_most: int, steps: int) -> Problem:
    """A small week, a need of that kind or two, what it binds together with, and a goal that may go against it."""
    wanted = [draw(needs_of(kind, steps))]
    if draw(st.booleans()):
        wanted.append(draw(needs_of(kind, steps, name=f"{kind}:2")))
    wanted += [draw(needs_of(other, steps)) for other in COMPANY.get(kind, ()) if draw(st.booleans())]
    goal = draw(st.sampled_from(["min_lessons_per_week", "require_subject", "full_restore", "min_minutes_per_week"]))
    if draw(st.booleans()):
        wanted.append(draw(needs_of(goal, steps, name="goal")))
    return problem(
        timetable(draw(weeks(lessons_at_most))), *wanted, steps=steps,
        coach=draw(coaches()), rides=draw(rides()), places=PLACES,
    )  # fmt: skip
