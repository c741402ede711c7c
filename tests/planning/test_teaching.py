"""Teaching that a plan holds and leaves out, counted day by day over its real weeks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.items import ItemKind, item_catalogue
from planning.plan import Plan, PlannedContact, PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.steps import Step
from planning.teaching import BySubject, Minutes, Teaching, teaching_of
from planning.timetable import Timetable, iso_week
from tests.planning.builders import MONDAY, ladder, lessons, plan, problem, timetable

WEEK = """
    a mon 08:00-09:00 Svenska
    b mon 09:10-10:00 Matematik
    c tue 10:00-11:00 Svenska
    d fri 12:30-13:30 Bild
"""


def counted(of: Problem, *steps: str) -> Teaching:
    """The teaching of the plan written so."""
    return teaching_of(of, plan(of, *steps))


def told(by_subject: BySubject) -> dict[str, tuple[int, int]]:
    """Ordinary and planned minutes by subject."""
    return {name: (minutes.ordinary, minutes.planned) for name, minutes in by_subject.items()}


def test_a_week_by_hand() -> None:
    """One of two lessons of svenska, half of matematik, no bild."""
    done = counted(problem(WEEK), "a b@09:10-09:35")
    assert told(done.steps[0].subjects) == {"Svenska": (120, 60), "Matematik": (50, 25), "Bild": (60, 0)}
    assert done.steps[0].total == Minutes(ordinary=230, planned=85)
    assert done.steps[0].total.lost == 145
    assert len(done.steps[0].days) == 5


def test_what_is_lost_is_summed_up_step_by_step() -> None:
    """At the end of the second step what the first one left out stands too."""
    done = counted(problem(WEEK, steps=2), "a", "a b c d")
    assert [told(step)["Svenska"] for step in done.cumulated] == [(120, 60), (240, 180)]
    assert [total.lost for total in done.cumulated_total] == [170, 170]


def test_days_without_school_count_on_neither_side() -> None:
    """A closed Monday takes its lessons from the timetable and from the plan."""
    closed = SchoolCalendar(closed=(ClosedDays(first=MONDAY, last=MONDAY, name="Studiedag"),))
    done = counted(problem(WEEK, calendar=closed), "a b d")
    assert told(done.steps[0].subjects) == {"Svenska": (60, 0), "Bild": (60, 60)}
    assert len(done.steps[0].days) == 4


def test_weeks_a_and_b_count_by_their_labels() -> None:
    """Two real weeks of A and one of B: lessons of A twice, lessons of B once, those of every week three times."""
    rows = (
        *lessons("a mon 08:00-09:00 Svenska", week="A"),
        *lessons("b tue 08:00-09:00 Matematik", week="B"),
        *lessons("c wed 08:00-08:40 Bild"),
    )
    table = timetable(rows, labels=("A", "B"))
    mondays = tuple(MONDAY + dt.timedelta(weeks=n) for n in range(3))
    step = Step(number=1, mondays=mondays, week_labels=("A", "B"))
    asked = problem(table).model_copy(update={"steps": (step,)})
    done = counted(asked, "A|a B|c")
    assert told(done.steps[0].subjects) == {"Svenska": (120, 120), "Matematik": (60, 0), "Bild": (120, 40)}


def test_a_dated_timetable_counts_by_date() -> None:
    """Each lesson on its own day; a week with school that it says nothing of is told, never guessed."""
    later = MONDAY + dt.timedelta(weeks=1)
    rows = tuple(
        one.model_copy(update={"date": day, "week": iso_week(day)})
        for day, text in ((MONDAY, "a mon 08:00-09:00 Svenska"), (later, "b mon 08:00-09:00 Svenska"))
        for one in lessons(text)
    )
    table = Timetable(group="7X", lessons=rows, week_labels=(iso_week(MONDAY), iso_week(later)))
    step = Step(number=1, mondays=(MONDAY, later, later + dt.timedelta(weeks=1)), week_labels=table.week_labels)
    asked = problem(table).model_copy(update={"steps": (step,)})
    second = asked.timetable.occasions[1]
    attended = PlannedLesson(lesson=second.lesson, week=second.week, start=second.lesson.start, end=second.lesson.end)
    done = teaching_of(asked, Plan(steps=(PlanStep(step=step, lessons=(attended,)),), proven=True))
    assert told(done.steps[0].subjects) == {"Svenska": (120, 60)}
    assert done.steps[0].weeks_unknown == (later + dt.timedelta(weeks=1),)


def test_what_is_not_a_lesson_is_never_teaching() -> None:
    """1:1 time, homework at a distance, meetings and the coach's time count for nothing (skollagen 1 kap. 3 §)."""
    asked = problem(WEEK)
    done = plan(asked, "a+")
    items = tuple(
        PlannedItem(
            kind=kind, week="", weekday=2, start=600, end=660, carrier=item_catalogue()[kind].carrier,
            subject="Svenska",
        )
        for kind in ItemKind
    )  # fmt: skip
    meeting = PlannedContact(date=MONDAY, kind=ItemKind.MEETING, start=800, end=830)
    with_items = done.steps[0].model_copy(update={"items": items, "contacts": (meeting,)})
    assert teaching_of(asked, done.model_copy(update={"steps": (with_items,)})) == teaching_of(asked, done)
    assert told(teaching_of(asked, done).steps[0].subjects)["Svenska"] == (120, 60)


DIVIDED = """
    a mon 08:00-09:00 Spanska
    b mon 08:00-09:00 Tyska
    c mon 09:00-10:00 Svenska
    d mon 09:00-10:00 Svenska
    e tue 09:00-10:00 Slöjd
    f tue 09:00-09:20 Bild
"""


def test_another_half_of_the_class_is_not_the_student_s() -> None:
    """Whoever reads Spanska has not lost Tyska; two groups of one subject are one lesson."""
    done = counted(problem(DIVIDED, steps=2), "c", "a c e")
    assert told(done.steps[0].subjects) == {"Spanska": (60, 0), "Svenska": (60, 60), "Slöjd": (60, 0)}
    assert told(done.steps[1].subjects) == {"Spanska": (60, 60), "Svenska": (60, 60), "Slöjd": (60, 60)}
    assert done.side_by_side == ()


def test_a_choice_that_no_step_makes_is_told() -> None:
    """Both languages stand there; in all the time counts once."""
    done = counted(problem(DIVIDED), "c e")
    assert told(done.steps[0].subjects)["Tyska"] == (60, 0)
    assert done.side_by_side == ("Spanska", "Tyska")
    assert done.steps[0].total == Minutes(ordinary=180, planned=120)


def test_a_lesson_mostly_beside_others_is_the_student_s_own() -> None:
    """Slöjd lies for a third beside Bild: with Bild alone taken up, the rest of it is lost."""
    done = counted(problem(DIVIDED), "c f")
    assert told(done.steps[0].subjects)["Slöjd"] == (40, 0)


WEEKS = st.lists(
    st.builds(
        lambda day, hour, subject: f"{day} {hour:02d}:00-{hour:02d}:50 {subject}",
        st.sampled_from(["mon", "tue", "wed", "thu", "fri"]),
        st.integers(8, 14),
        st.sampled_from(["Svenska", "Matematik", "Bild", "Slöjd"]),
    ),
    min_size=1,
    max_size=10,
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Problem, tuple[str, ...]]:
    """A week, closed days, and a plan of three steps: any lessons, whole or in part, and at last the whole week."""
    rows = draw(WEEKS)
    names = [chr(ord("a") + number) for number in range(len(rows))]
    week = "\n".join(f"{name} {row}" for name, row in zip(names, rows, strict=True))
    closed = draw(st.lists(st.integers(0, 20), max_size=4))
    days = [MONDAY + dt.timedelta(days=n) for n in closed]
    calendar = SchoolCalendar(closed=tuple(ClosedDays(first=day, last=day, name="Lov") for day in days))
    hours = {name: row.split()[1] for name, row in zip(names, rows, strict=True)}
    some = [
        " ".join(
            draw(st.sampled_from([name, f"{name}@{hours[name][:5]}-{hours[name][:2]}:20"]))
            for name in draw(st.lists(st.sampled_from(names), unique=True))
        )
        for _ in range(2)
    ]
    return problem(week, steps=3, calendar=calendar), (*some, " ".join(names))


@given(plans())
def test_sums_hold_whatever_is_planned(given_plan: tuple[Problem, tuple[str, ...]]) -> None:
    """The cumulated loss is the sum of the steps, nothing is below zero, and a full return loses nothing at last."""
    asked, steps = given_plan
    done = counted(asked, *steps)
    for name in done.subjects:
        by_step = [step.subjects.get(name, Minutes()).lost for step in done.steps]
        assert [at.get(name, Minutes()).lost for at in done.cumulated] == [sum(by_step[:n]) for n in (1, 2, 3)]
        assert all(lost >= 0 for lost in by_step)
        assert by_step[-1] == 0
    assert done.steps[-1].total.lost == 0
    assert done.cumulated_total[-1].lost == sum(step.total.lost for step in done.steps)
    for step in done.steps:
        assert all(asked.calendar.is_open(day) for day in step.days)
        assert step.total.ordinary <= sum(minutes.ordinary for minutes in step.subjects.values())


@pytest.mark.parametrize("steps", [1, 3])
def test_an_empty_plan_loses_the_whole_week(steps: int) -> None:
    """Every minute of every week of it."""
    done = counted(problem(WEEK, steps=steps), *[""] * steps)
    assert done.cumulated_total[-1] == Minutes(ordinary=230 * steps, planned=0)
    assert len(ladder(steps)) == len(done.steps)
