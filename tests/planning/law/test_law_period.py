"""C7 and C8 by hand: minutes that never fall, the whole timetable at the end, the term, and the length of steps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.law.verdicts import LawCase, Standing
from planning.plan import LeftOut, Plan, Reason, ReasonKind
from planning.steps import Step
from planning.terms import TermDates
from tests.planning.builders import MONDAY, problem
from tests.planning.law.cases import found, law_case

WHOLE = "a b c d e f"
AUTUMN = TermDates(first=dt.date(2026, 8, 17), last=dt.date(2026, 12, 18))


def test_c7_growing_to_the_whole_timetable_is_met() -> None:
    """60, 120 and 360 minutes; the same again is no fall."""
    told = found("C7", law_case("a", "a b", "b c", WHOLE))
    assert (told.standing, told.facts["steps"], told.facts["last_step"]) == (Standing.MET, (), "")


def test_c7_a_step_with_less_than_the_one_before_deviates() -> None:
    """120 minutes, then 60: step 2 is named."""
    told = found("C7", law_case("a b", "a", WHOLE))
    assert (told.standing, told.facts["steps"]) == (Standing.DEVIATES, ("2",))


def ending_short(**facts: Any) -> LawCase:
    """Two steps, the last of which leaves bild out."""
    case = law_case("a", "a b d e f", facts=facts)
    left = LeftOut(subject="Bild", week="", lessons=1, minutes=60, reasons=(Reason(kind=ReasonKind.PACE),))
    last = case.plan.steps[1].model_copy(update={"left_out": (left,)})
    return case._replace(plan=Plan(steps=(case.plan.steps[0], last), proven=False))


def test_c7_a_last_step_that_is_not_whole_says_why() -> None:
    """«Way back» is the field of the proposal that says it."""
    told = found("C7", ending_short())
    assert (told.standing, told.fields, told.facts["last_step"]) == (Standing.DEVIATES, ("way_back",), "2")
    assert found("C7", ending_short(way_back="Resten planeras efter sportlovet.")).standing is Standing.MET


def test_c7_a_lesson_in_part_in_the_last_step_is_not_the_whole_timetable() -> None:
    """Half of bild is something left."""
    assert found("C7", law_case("a", "a b d e f c@12:30-13:00")).standing is Standing.DEVIATES


@given(st.permutations("abcdef"), st.lists(st.integers(0, 6), min_size=1, max_size=6))
def test_c7_steps_that_never_fall_and_end_whole_are_met(order: list[str], sizes: list[int]) -> None:
    """Whatever is taken up, in whatever order."""
    steps = [" ".join(order[:size]) for size in sorted(sizes)]
    assert found("C7", law_case(*steps, WHOLE)).standing is Standing.MET


@given(st.lists(st.integers(0, 6), min_size=2, max_size=6))
def test_c7_names_exactly_the_steps_that_fall(sizes: list[int]) -> None:
    """Every one of them, and no other."""
    steps = [" ".join("abcdef"[:size]) for size in sizes]
    falls = tuple(str(n) for n in range(2, len(sizes) + 1) if sizes[n - 1] < sizes[n - 2])
    assert found("C7", law_case(*steps)).facts["steps"] == falls


def of_weeks(*weeks: int, first: dt.date = MONDAY, terms: tuple[TermDates, ...] = (AUTUMN,)) -> LawCase:
    """A plan whose steps have so many weeks each, from that Monday."""
    steps, monday = [], first
    for number, count in enumerate(weeks, start=1):
        mondays = tuple(monday + dt.timedelta(weeks=n) for n in range(count))
        steps.append(Step(number=number, mondays=mondays, week_labels=("",)))
        monday += dt.timedelta(weeks=count)
    of = problem(calendar=SchoolCalendar(terms=terms)).model_copy(update={"steps": tuple(steps)})
    return law_case(*("a" for _ in weeks), of=of)


@pytest.mark.parametrize(
    ("weeks", "standing", "long_steps"),
    [
        ((2, 4, 6), Standing.MET, ()),
        ((2, 7), Standing.DEVIATES, ("2",)),
        ((5, 5, 5), Standing.MET, ()),  # 7 September and 15 weeks: to 18 December
        ((5, 5, 6), Standing.DEVIATES, ()),
    ],
)
def test_c8_within_the_term_and_no_step_above_six_weeks(
    weeks: tuple[int, ...], standing: Standing, long_steps: tuple[str, ...]
) -> None:
    """The term ends on 18 December 2026."""
    told = found("C8", of_weeks(*weeks))
    assert (told.standing, told.facts["steps"]) == (standing, long_steps)
    assert told.facts.get("term_ends") == (dt.date(2026, 12, 18) if weeks == (5, 5, 6) else None)


def test_c8_a_term_that_ends_on_a_sunday_is_told_by_its_last_day_with_school() -> None:
    """Where lov are written down and terms are not, the term lasts until the day before the lov."""
    lov = ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov")
    steps = of_weeks(5, 5, 5, 5).problem.steps
    of = problem(calendar=SchoolCalendar(closed=(lov,))).model_copy(update={"steps": steps})
    assert found("C8", law_case("a", "a", "a", "a", of=of)).facts["term_ends"] == dt.date(2026, 12, 18)


def test_c8_the_numbers_are_told() -> None:
    """Four to six weeks before somebody looks."""
    told = found("C8", of_weeks(2))
    assert (told.facts["usual_weeks"], told.facts["most_weeks"]) == (4, 6)


def test_c8_between_two_terms_nobody_knows_which_term_it_is() -> None:
    """A plan that begins in July, where the terms are written down."""
    told = found("C8", of_weeks(1, first=dt.date(2026, 7, 6)))
    assert told.standing is Standing.UNKNOWN
