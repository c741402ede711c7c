"""T1–T6 by hand: days, hours, the calendar, a timetable for each step, whole days, and what deviates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.items import ItemKind
from planning.law.verdicts import Standing
from planning.needs import RestBetweenLessons
from planning.plan import Plan, PlannedItem, PlanStep
from planning.public_plan import public_plan
from planning.steps import Step
from planning.terms import TermDates
from planning.timetable import LessonKind, iso_week
from tests.planning.builders import A_WEEK, MONDAY, lessons, need, plan, problem, timetable
from tests.planning.law.cases import found, law_case

WHOLE = "a b c d e f"


def long_day(end: str, day: str = "mon") -> str:
    """A week with one day from eight o'clock, two lessons, the last of which ends then."""
    return f"a {day} 08:00-09:00 Svenska\nb {day} 12:00-{end} Matematik"


def test_t1_lessons_on_weekdays_are_met() -> None:
    """Monday to Thursday of an ordinary week."""
    assert found("T1", law_case(WHOLE)).standing is Standing.MET


def test_t1_a_lesson_on_a_saturday_deviates() -> None:
    """No lesson on a Saturday or Sunday (skollagen 7 kap. 17 §)."""
    told = found("T1", law_case("a b", week="a sat 08:00-09:00 Svenska\nb mon 08:00-09:00 Bild"))
    assert told.standing is Standing.DEVIATES
    assert told.facts["subjects"] == ("Svenska",)


def test_t1_a_lesson_dated_to_a_lov_deviates() -> None:
    """A dated timetable that has a lesson on a day without school; one that comes every week simply falls out."""
    closed = SchoolCalendar(closed=(ClosedDays(first=MONDAY, last=MONDAY, name="Lov"),))
    rows = lessons("a mon 08:00-09:00 Svenska", date=MONDAY, week=iso_week(MONDAY))
    of = problem(timetable(rows, labels=(iso_week(MONDAY),)), calendar=closed)
    assert found("T1", law_case(f"{iso_week(MONDAY)}|a".split("|")[1], of=of)).standing is Standing.DEVIATES
    assert found("T1", law_case("a", of=problem(calendar=closed))).standing is Standing.MET


@pytest.mark.parametrize(
    ("year", "end", "standing"),
    [
        (8, "16:00", Standing.MET),  # 480 minutes
        (8, "16:01", Standing.DEVIATES),
        (3, "16:00", Standing.MET),  # year 3 is not one of the two lowest
        (2, "14:00", Standing.MET),  # 360 minutes
        (2, "14:01", Standing.DEVIATES),
        (1, "14:01", Standing.DEVIATES),
        (0, "14:01", Standing.DEVIATES),  # förskoleklass
        (None, "14:00", Standing.MET),
        (None, "14:01", Standing.UNKNOWN),
        (None, "16:01", Standing.DEVIATES),
    ],
)
def test_t2_eight_hours_a_day_and_six_for_the_youngest(year: int | None, end: str, standing: Standing) -> None:
    """480 and 360 minutes from first to last lesson; without a year group only what holds for all is known."""
    assert found("T2", law_case("a b", week=long_day(end), year=year)).standing is standing


def test_t2_names_the_day_and_both_numbers() -> None:
    """Wednesday of the plan's first week, 500 minutes of at most 480."""
    told = found("T2", law_case("a b", week=long_day("16:20", "wed")))
    assert told.facts == {"date": MONDAY + dt.timedelta(days=2), "minutes": 500, "most_minutes": 480}


def test_t2_an_unknown_year_group_says_where_to_fill_it_in() -> None:
    """Up to eight hours may be too long for the youngest."""
    told = found("T2", law_case("a b", week=long_day("15:00"), year=None))
    assert told.fields == ("school.year_group",)


def test_t2_over_the_summer_of_2028_each_step_is_judged_by_its_own_days() -> None:
    """Year 2 has six hours in the spring; in the autumn the same student is in year 4 of ten and has eight."""
    before, after = dt.date(2028, 5, 8), dt.date(2028, 8, 21)
    week = long_day("14:01")
    for mondays, year, standing in (
        ((before,), 2, Standing.DEVIATES),
        ((after,), 2, Standing.MET),  # two years up over that summer: year 4
        ((after,), 1, Standing.DEVIATES),  # year 3 of ten: six hours
        ((after,), 0, Standing.DEVIATES),  # förskoleklass becomes year 2 of ten
    ):
        of = problem(week).model_copy(update={"steps": (Step(number=1, mondays=mondays, week_labels=("",)),)})
        assert found("T2", law_case("a b", of=of, year=year, school_year=2027)).standing is standing, (mondays, year)


def whole_year(**calendar: object) -> tuple[Step, ...]:
    """One step of 39 weeks from August: 195 weekdays."""
    return (Step(number=1, mondays=tuple(dt.date(2026, 8, 17) + dt.timedelta(weeks=n) for n in range(39)),
                 week_labels=("",)),)  # fmt: skip


def test_t3_a_plan_of_a_few_weeks_is_met() -> None:
    """Two weeks are ten days of at most 190."""
    told = found("T3", law_case("a", WHOLE))
    assert told.standing is Standing.MET
    assert told.facts["days"] == 10


@pytest.mark.parametrize(("closed", "standing"), [(5, Standing.MET), (4, Standing.DEVIATES)])
def test_t3_more_than_190_days_of_a_school_year_deviate(closed: int, standing: Standing) -> None:
    """195 weekdays less five closed ones are 190; less four they are 191."""
    first = dt.date(2026, 10, 26)
    calendar = SchoolCalendar(
        closed=(ClosedDays(first=first, last=first + dt.timedelta(days=closed - 1), name="Höstlov"),)
    )
    of = problem(calendar=calendar).model_copy(update={"steps": whole_year()})
    assert found("T3", law_case("a", of=of)).standing is standing


@pytest.mark.parametrize(("spring_ends", "standing"), [("2027-05-21", Standing.DEVIATES), ("2027-06-11", Standing.MET)])
def test_t3_a_school_year_below_178_days_deviates(spring_ends: str, standing: Standing) -> None:
    """Autumn of 90 weekdays and spring of 85 are 175; three weeks more are 190."""
    terms = (
        TermDates(first=dt.date(2026, 8, 17), last=dt.date(2026, 12, 18)),
        TermDates(first=dt.date(2027, 1, 25), last=dt.date.fromisoformat(spring_ends)),
    )
    told = found("T3", law_case("a", of=problem(calendar=SchoolCalendar(terms=terms))))
    assert told.standing is standing
    assert told.facts.get("days_of_terms") == (175 if standing is Standing.DEVIATES else None)


def test_t4_every_step_has_its_timetable() -> None:
    """Lessons in both steps; a step with neither lesson nor meeting has none."""
    case = law_case("a", "a b")
    assert found("T4", case).standing is Standing.MET
    empty = PlanStep(step=case.plan.steps[1].step, lessons=())
    of_one = case._replace(plan=Plan(steps=(case.plan.steps[0], empty), proven=False))
    told = found("T4", of_one)
    assert (told.standing, told.facts["steps"]) == (Standing.DEVIATES, ("2",))


def test_t4_a_step_of_meetings_alone_has_a_timetable() -> None:
    """Contacts stand in a step without lessons."""
    assert found("T4", law_case("", "a")).standing is Standing.MET


def test_t5_an_hour_of_waiting_deviates_and_a_lunch_is_no_waiting() -> None:
    """80 minutes between two lessons; with a lunch of 30 there it is 50, and with a rest of 30 as well."""
    week = "a mon 08:00-09:00 Svenska\nb mon 10:20-11:00 Bild"
    told = found("T5", law_case("a b", week=week))
    assert (told.standing, told.facts["gap_minutes"], told.facts["steps"]) == (Standing.DEVIATES, 80, ("1",))
    lunch = lessons("l mon 09:10-09:40 Lunch", kind=LessonKind.LUNCH)
    with_lunch = problem(timetable((*lessons(week), *lunch)))
    assert found("T5", law_case("a b", of=with_lunch)).standing is Standing.MET
    resting = problem(week, need("rest_between_lessons", minutes=30))
    assert isinstance(resting.needs[0], RestBetweenLessons)
    assert found("T5", law_case("a b", of=resting)).standing is Standing.MET


def test_t5_a_rest_with_an_adult_at_school_is_no_waiting() -> None:
    """What is planned at school fills the gap."""
    case = law_case("a b", week="a mon 08:00-09:00 Svenska\nb mon 10:20-11:00 Bild")
    rest = PlannedItem(
        kind=ItemKind.BREAK_WITH_ADULT, week="", weekday="mon", start="09:10", end="10:00", carrier="adult"
    )
    step = case.plan.steps[0].model_copy(update={"items": (rest,)})
    assert found("T5", case._replace(plan=Plan(steps=(step,), proven=False))).standing is Standing.MET


@pytest.mark.parametrize(("attended", "standing"), [("a b c", Standing.DEVIATES), ("a b d", Standing.MET)])
def test_t5_three_lessons_all_on_one_day_deviate(attended: str, standing: Standing) -> None:
    """The time is spread over the week's days as evenly as can be."""
    week = "a mon 08:00-09:00 Svenska\nb mon 09:10-10:00 Bild\nc mon 10:10-11:00 Musik\nd tue 08:00-09:00 Slöjd"
    told = found("T5", law_case(attended, week=week))
    assert told.standing is standing
    assert told.facts["gathered_steps"] == (("1",) if standing is Standing.DEVIATES else ())


def test_t6_the_whole_timetable_deviates_in_nothing() -> None:
    """Every lesson in every step."""
    assert found("T6", law_case(WHOLE, WHOLE)).standing is Standing.MET


def test_t6_tells_each_subject_and_its_minutes_a_week() -> None:
    """One of two hours of matematik, half of svenska; the step that lacks most is told."""
    told = found("T6", law_case("a@08:00-08:30 b c d f", WHOLE))
    assert told.standing is Standing.DEVIATES
    assert told.facts["subjects"] == ("Matematik", "Svenska")
    assert told.facts["minutes"] == ("60", "30")
    assert told.facts["minutes_a_week"] == 90
    assert told.fields == ()


def test_t6_a_week_with_a_closed_day_is_told_as_a_whole_week() -> None:
    """Two weeks, in one of which the lesson's day is closed: it is 60 minutes less in a week all the same."""
    closed = SchoolCalendar(closed=(ClosedDays(first=MONDAY + dt.timedelta(days=9),
                                               last=MONDAY + dt.timedelta(days=9), name="Studiedag"),))  # fmt: skip
    of = problem(A_WEEK, calendar=closed).model_copy(
        update={"steps": (Step(number=1, mondays=(MONDAY, MONDAY + dt.timedelta(weeks=1)), week_labels=("",)),)}
    )
    told = found("T6", law_case("a b c d f", of=of))
    assert (told.facts["minutes"], told.facts["minutes_a_week"]) == (("60",), 60)


@given(
    st.lists(st.sets(st.sampled_from(["a", "b", "A|c", "B|d", "B|e"])), min_size=1, max_size=3),
    st.integers(1, 5),
    st.sets(st.integers(0, 60)),
)
def test_t6_tells_the_minutes_of_the_proposal_s_table(steps: list[set[str]], weeks: int, closed: set[int]) -> None:
    """In weeks A and B, however many of each a step has and whatever days are closed: the two never disagree."""
    rows = (
        *lessons("a mon 08:00-09:00 Svenska\nb tue 08:00-08:50 Matematik"),
        *lessons("c wed 08:00-08:45 Bild", week="A"),
        *lessons("d wed 08:00-09:15 Musik\ne thu 08:00-08:50 Matematik", week="B"),
    )
    days = (MONDAY + dt.timedelta(days=n) for n in closed)
    calendar = SchoolCalendar(closed=tuple(ClosedDays(first=day, last=day, name="Lov") for day in days))
    given_steps = tuple(
        Step(number=n + 1, week_labels=("A", "B"),
             mondays=tuple(MONDAY + dt.timedelta(weeks=n * weeks + week) for week in range(weeks)))
        for n in range(len(steps))
    )  # fmt: skip
    of = problem(timetable(rows, labels=("A", "B")), calendar=calendar).model_copy(update={"steps": given_steps})
    both = {"a": "A|a B|a", "b": "A|b B|b"}
    written = [" ".join(both.get(word, word) for word in sorted(step)) for step in steps]
    case = law_case(*written, of=of)
    told = found("T6", case)
    table = {
        one.subject: max(one.ordinary - minutes for minutes in one.per_step)
        for one in public_plan(of, case.plan).subjects
        if one.deviates
    }
    assert dict(zip(told.facts["subjects"], map(int, told.facts["minutes"]), strict=True)) == table


def test_t6_says_where_to_ask_for_the_decision_when_nobody_has() -> None:
    """An anpassad studiegång is a part of the decision by itself."""
    assert found("T6", law_case("a", facts={"decisions": ()})).fields == ("decisions",)


@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_t6_deviates_exactly_when_something_of_the_week_is_left_out(attended: list[str]) -> None:
    """Any deviation at all, and nothing else."""
    case = law_case(" ".join(attended))
    assert (found("T6", case).standing is Standing.MET) == (len(attended) == 6)


def test_a_plan_made_by_hand_is_the_one_that_is_judged() -> None:
    """The builder gives the case the very plan that is written."""
    of = problem(steps=2)
    assert law_case("a", "a b", of=of).plan == plan(of, "a", "a b")
