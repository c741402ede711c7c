"""T12–T14 by hand: what is counted as teaching, what never is, and what is lost."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.items import ItemKind
from planning.law.verdicts import Standing
from planning.plan import Plan, PlannedItem, PlannedLesson
from planning.steps import Step
from planning.timetable import LessonKind, iso_week
from tests.planning.builders import MONDAY, lessons, problem, timetable
from tests.planning.law.cases import found, law_case

WHOLE = "a b c d e f"


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(
        st.tuples(
            st.sampled_from(list(ItemKind)), st.integers(0, 4), st.integers(480, 900), st.integers(5, 120),
            st.sampled_from(["coach", "adult", "nobody"]),
        ),
        max_size=6,
    ),
)  # fmt: skip
def test_t12_time_with_the_coach_is_never_counted(
    attended: list[str], items: list[tuple[ItemKind, int, int, int, str]]
) -> None:
    """Whatever is planned beside the lessons, counted teaching is the same and the rule is met."""
    case = law_case(" ".join(attended))
    beside = tuple(
        PlannedItem(kind=kind, week="", weekday=day, start=start, end=start + length, carrier=carrier)
        for kind, day, start, length, carrier in items
    )
    step = case.plan.steps[0].model_copy(update={"items": beside})
    with_items = law_case(of=case.problem, done=Plan(steps=(step,), proven=False))
    told = found("T12", with_items)
    assert (told.standing, told.facts["counted_minutes"]) == (Standing.MET, 0)
    assert with_items.teaching.steps[0].total.planned == 60 * len(attended)
    meetings = sum((c.end or 0) - (c.start or 0) for c in step.contacts)
    assert told.facts["minutes"] == meetings + sum(length for _, _, _, length, _ in items)


def test_t12_a_lesson_with_the_coach_is_still_the_teacher_s() -> None:
    """The coach comes along; the teacher leads."""
    assert found("T12", law_case("a+ b")).standing is Standing.MET


def test_t12_what_stands_among_the_lessons_and_is_none_deviates() -> None:
    """An hour with the coach that is no lesson of the timetable, and a lunch, are 100 minutes too many."""
    case = law_case("a")
    (own,) = lessons("x tue 08:00-09:00 Coachtid")
    (lunch,) = lessons("l wed 11:00-11:40 Lunch", kind=LessonKind.LUNCH)
    added = tuple(PlannedLesson(lesson=one, week="", start=one.start, end=one.end) for one in (own, lunch))
    step = case.plan.steps[0].model_copy(update={"lessons": (*case.plan.steps[0].lessons, *added)})
    told = found("T12", case._replace(plan=Plan(steps=(step,), proven=False)))
    assert (told.standing, told.facts["counted_minutes"]) == (Standing.DEVIATES, 100)


STUDY = "a mon 08:00-09:00 Svenska\ns tue 14:00-15:00 Extra_studietid"


def study_week() -> tuple[object, ...]:
    """A lesson of svenska and an hour of extra study time."""
    return tuple(
        one.model_copy(update={"subject": one.subject.replace("_", " ")}) for one in lessons(STUDY)
    )


def test_t13_extra_study_time_beside_the_timplan_is_met() -> None:
    """It stands in the timetable, and no row of the timplan counts it."""
    told = found("T13", law_case("a s", week=study_week()))
    assert (told.standing, told.facts["subjects"]) == (Standing.MET, ("Extra studietid",))


def test_t13_extra_study_time_that_is_called_a_subject_deviates() -> None:
    """Somebody has said that the name stands for matematik: 60 minutes would be counted."""
    told = found("T13", law_case("a s", week=study_week(), codes={"Extra studietid": "MA"}))
    assert (told.standing, told.facts["counted_minutes"]) == (Standing.DEVIATES, 60)
    assert told.facts["subjects"] == ("Extra studietid",)


def test_t13_is_not_asked_where_there_is_none_of_it() -> None:
    """An ordinary week without distance teaching."""
    assert found("T13", law_case("a b")).standing is Standing.NOT_ASKED


def test_t13_a_lesson_in_class_of_a_subject_taught_at_a_distance_deviates_while_it_is() -> None:
    """The timplan does not hold meanwhile (22 kap. 3 §): 60 minutes in each week that the distance covers."""
    facts = {"forms": {"distance": {"subjects": ["Svenska"], "last_day": MONDAY + dt.timedelta(days=9)}}}
    told = found("T13", law_case("a b", "a b", "a b", facts=facts))
    assert (told.standing, told.facts["counted_minutes"]) == (Standing.DEVIATES, 120)
    assert found("T13", law_case("b", "b", "a b", facts=facts)).standing is Standing.MET


def test_t14_what_is_lost_is_told_subject_by_subject() -> None:
    """Over two weeks: matematik 120 and 60 less, bild 60; the most first."""
    told = found("T14", law_case("a d f", "a c d e f"))
    assert told.standing is Standing.DEVIATES
    assert told.facts["subjects"] == ("Matematik", "Bild")
    assert told.facts["minutes"] == ("180", "60")
    assert told.facts["lost_minutes"] == 240


def test_t14_beside_the_hours_of_the_stage() -> None:
    """Five days of year 8: matematik 400 h over 3 × 178 days are 225 minutes a week, and the plan has 60."""
    told = found("T14", law_case("a b c d f"))
    below = dict(zip(told.facts["timplan"], told.facts["below_minutes"], strict=True))
    assert below["MA"] == str(225 - 60)
    assert "SV" in below


def test_t14_nothing_lost_is_met() -> None:
    """The whole timetable, whatever the timplan says of it."""
    told = found("T14", law_case(WHOLE))
    assert (told.standing, told.facts["lost_minutes"]) == (Standing.MET, 0)


def test_t14_without_a_year_group_it_says_where_to_fill_it_in() -> None:
    """The class timetable is compared all the same."""
    told = found("T14", law_case("a", year=None))
    assert (told.standing, told.fields) == (Standing.DEVIATES, ("school.year_group",))


def test_t14_weeks_that_the_timetable_says_nothing_of_are_unknown() -> None:
    """A dated timetable of one week, and a plan of two."""
    later = MONDAY + dt.timedelta(weeks=1)
    rows = lessons("a mon 08:00-09:00 Svenska", date=MONDAY, week=iso_week(MONDAY))
    table = timetable(rows, labels=(iso_week(MONDAY),))
    step = Step(number=1, mondays=(MONDAY, later), week_labels=(iso_week(MONDAY),))
    of = problem(table).model_copy(update={"steps": (step,)})
    assert found("T14", law_case("a", of=of)).standing is Standing.UNKNOWN
