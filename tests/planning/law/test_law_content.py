"""C1–C6 by hand: the core subjects, how many are alive, the wished programme, terms without a subject, motives."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.calendar import ClosedDays, SchoolCalendar
from planning.law.verdicts import LawCase, RuleLevel, Standing
from planning.plan import LeftOut, Plan, Reason, ReasonKind
from planning.problem import Problem
from planning.steps import Step
from planning.terms import TermDates
from tests.planning.builders import problem
from tests.planning.law.cases import found, law_case

WHOLE = "a b c d e f"
MOTIVES = {"subject_motives": [{"subject": name, "motive": "Ett ämne i taget."} for name in ("Svenska", "Matematik")]}


def test_c1_core_subjects_in_the_last_step_are_met() -> None:
    """Svenska, engelska and matematik from the first step to the last."""
    assert found("C1", law_case("a b d", "a b d")).standing is Standing.MET


@pytest.mark.parametrize(
    ("last", "lacking"), [("a b", ("EN",)), ("b d", ("SV",)), ("a d", ("MA",)), ("c", ("SV", "EN", "MA"))]
)
def test_c1_one_of_them_without_time_in_the_last_step_deviates(last: str, lacking: tuple[str, ...]) -> None:
    """More than 0 minutes in the last step, whatever stands before it."""
    told = found("C1", law_case(WHOLE, last))
    assert (told.standing, told.facts["subjects"]) == (Standing.DEVIATES, lacking)


def test_c1_earlier_steps_may_wait_with_a_motive() -> None:
    """Svenska and matematik wait in step 1: their motives are asked for, and are enough."""
    waiting = law_case("d", "a b d")
    told = found("C1", waiting)
    assert (told.standing, told.facts["waiting"], told.fields) == (
        Standing.UNKNOWN, ("Svenska", "Matematik"), ("subject_motives",),
    )  # fmt: skip
    assert found("C1", law_case("d", "a b d", facts=MOTIVES)).standing is Standing.MET


def test_c1_svenska_som_andrasprak_is_enough() -> None:
    """Nobody has a grade in both."""
    week = "a mon 08:00-09:00 Sva\nb mon 09:10-10:10 Matematik\nd tue 10:00-11:00 Engelska"
    assert found("C1", law_case("a b d", week=week)).standing is Standing.MET


def test_c1_a_name_that_nobody_recognises_may_be_one_of_them() -> None:
    """Where engelska seems to be missing and a name is not known it is asked, never said to deviate."""
    week = "a mon 08:00-09:00 Svenska\nb mon 09:10-10:10 Matematik\nd tue 10:00-11:00 Qwx"
    told = found("C1", law_case("a b d", week=week))
    assert (told.standing, told.facts["names"]) == (Standing.UNKNOWN, ("Qwx",))


EIGHT = ["SV", "EN", "MA", "BL", "MU", "SL", "IDH", "TK"]


def passed(number: int, **more: Any) -> LawCase:
    """A plan of svenska alone, with so many subjects passed, svenska the first of them."""
    week = "a mon 08:00-09:00 Svenska"
    said = dict.fromkeys(EIGHT[:number], "passed")
    return law_case("a", week=week, said=said, facts={"eligibility": {"passed": EIGHT[:number]}}, **more)


@pytest.mark.parametrize(
    ("number", "standing", "level"),
    [
        (8, Standing.MET, None),
        (7, Standing.DEVIATES, RuleLevel.SOFT),
        (6, Standing.DEVIATES, RuleLevel.SOFT),
        (5, Standing.DEVIATES, RuleLevel.GATE),
    ],
)
def test_c2_eight_subjects_alive_told_below_and_a_reason_below_six(
    number: int, standing: Standing, level: RuleLevel | None
) -> None:
    """Yrkesprogram asks for eight; six are programinriktat val; twelve are told beside them."""
    told = found("C2", passed(number))
    assert (told.standing, told.level, told.facts["number"]) == (standing, level, number)
    assert told.facts["all_subjects"] == 12


def test_c2_a_subject_that_comes_back_in_a_later_step_is_alive() -> None:
    """Four subjects in the last step, one in the first."""
    told = found("C2", law_case("a", WHOLE, facts={"eligibility": {"passed": []}}))
    assert told.facts["number"] == 5


def test_c2_is_unknown_while_nobody_has_said_what_is_passed_and_not_asked_before_hogstadiet() -> None:
    """Year 5 has no grades that count for upper secondary school."""
    told = found("C2", law_case("a"))
    assert (told.standing, told.fields) == (Standing.UNKNOWN, ("eligibility.passed",))
    assert found("C2", law_case("a", said={"BL": "paused"})).standing is Standing.DEVIATES
    assert found("C2", law_case("a", year=5)).standing is Standing.NOT_ASKED


SO = """
    a mon 08:00-09:00 Geografi
    b mon 09:10-10:10 Historia
    c tue 08:00-09:00 Religionskunskap
    d tue 09:10-10:00 Samhällskunskap
"""
NO = """
    a mon 08:00-09:00 Biologi
    b mon 09:10-10:10 Fysik
    c tue 08:00-09:00 Kemi
"""


@pytest.mark.parametrize(
    ("week", "wish", "attended", "standing", "missing"),
    [
        (SO, "Samhällsvetenskapsprogrammet", "a b c d", Standing.MET, ()),
        (SO, "Ekonomiprogrammet", "a b c", Standing.DEVIATES, ("SH",)),
        (SO, "HU", "b c d", Standing.DEVIATES, ("GE",)),
        (NO, "Naturvetenskapsprogrammet", "a b c", Standing.MET, ()),
        (NO, "TE", "a b", Standing.DEVIATES, ("KE",)),
        (NO, "Teknikprogrammet", "c", Standing.DEVIATES, ("BI", "FY")),
        (NO, "Estetiska programmet", "a", Standing.NOT_ASKED, None),
        (NO, "Fordonsprogrammet", "a", Standing.NOT_ASKED, None),
        (NO, "", "a", Standing.NOT_ASKED, None),
    ],
)
def test_c3_the_subjects_that_a_wished_programme_asks_for(
    week: str, wish: str, attended: str, standing: Standing, missing: tuple[str, ...] | None
) -> None:
    """Four of SO for EK, HU and SA; three of NO for NA and TE; none beside for ES."""
    told = found("C3", law_case(attended, week=week, facts={"eligibility": {"wish": wish}}))
    assert (told.standing, told.facts.get("subjects")) == (standing, missing)


AUTUMN = TermDates(first=dt.date(2026, 8, 17), last=dt.date(2026, 12, 18))


def term_of(weeks: int, first: dt.date = AUTUMN.first, last: dt.date = AUTUMN.last) -> Problem:
    """A plan of one step over so many weeks from the first day of a term."""
    mondays = tuple(first + dt.timedelta(weeks=n) for n in range(weeks))
    calendar = SchoolCalendar(terms=(TermDates(first=first, last=last),))
    return problem(calendar=calendar).model_copy(
        update={"steps": (Step(number=1, mondays=mondays, week_labels=("",)),)}
    )


def test_c4_a_subject_without_teaching_for_a_whole_term_deviates() -> None:
    """18 weeks from 17 August to 18 December without bild; a week less is no whole term."""
    told = found("C4", law_case("a b d f", of=term_of(18)))
    assert (told.standing, told.facts["subjects"]) == (Standing.DEVIATES, ("Bild",))
    assert found("C4", law_case("a b d f", of=term_of(17))).standing is Standing.NOT_ASKED
    assert found("C4", law_case(WHOLE, of=term_of(18))).standing is Standing.MET


@pytest.mark.parametrize(
    ("year", "standing"),
    [(5, Standing.MET), (6, Standing.DEVIATES), (9, Standing.DEVIATES), (None, Standing.UNKNOWN)],
)
def test_c4_in_the_years_with_grades(year: int | None, standing: Standing) -> None:
    """Years 6 to 9 in the nine-year school."""
    told = found("C4", law_case("a b d f", of=term_of(18), year=year))
    assert told.standing is standing


@pytest.mark.parametrize(("year", "standing"), [(6, Standing.MET), (7, Standing.DEVIATES), (10, Standing.DEVIATES)])
def test_c4_from_2028_the_years_with_grades_are_seven_to_ten(year: int, standing: Standing) -> None:
    """Each year group is one higher."""
    of = term_of(18, dt.date(2028, 8, 21), dt.date(2028, 12, 22))
    assert found("C4", law_case("a b d f", of=of, year=year)).standing is standing


def test_c4_mentor_time_has_no_grade() -> None:
    """What stands in the timetable without a grade is not told."""
    week = "a mon 08:00-09:00 Svenska\nm tue 08:00-08:30 Mentorstid"
    of = term_of(18).model_copy(update={"timetable": problem(week).timetable})
    assert found("C4", law_case("a", of=of)).standing is Standing.MET


def test_c4_a_week_of_lov_need_not_lie_in_the_plan() -> None:
    """Only weeks with school make the term."""
    lov = ClosedDays(first=dt.date(2026, 12, 14), last=dt.date(2026, 12, 18), name="Lov")
    calendar = SchoolCalendar(terms=(AUTUMN,), closed=(lov,))
    of = term_of(17).model_copy(update={"calendar": calendar})
    assert found("C4", law_case("a b d f", of=of)).standing is Standing.DEVIATES


def test_c5_every_deviating_subject_has_a_motive() -> None:
    """Minutes and period follow from the plan; the motive is written, or told by the plan in public."""
    assert found("C5", law_case(WHOLE)).standing is Standing.NOT_ASKED
    told = found("C5", law_case("a c d e f"))
    assert (told.standing, told.facts["subjects"], told.fields) == (
        Standing.UNKNOWN, ("Matematik",), ("subject_motives",),
    )  # fmt: skip
    assert found("C5", law_case("a c d e f", facts=MOTIVES)).standing is Standing.MET
    empty = {"subject_motives": [{"subject": "Matematik", "motive": ""}]}
    assert found("C5", law_case("a c d e f", facts=empty)).standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "standing"), [(ReasonKind.PACE, Standing.MET), (ReasonKind.WISHED_SUBJECT, Standing.UNKNOWN)]
)
def test_c5_only_reasons_that_may_be_told_are_a_motive(kind: ReasonKind, standing: Standing) -> None:
    """A reason that tells of an answer never stands in the proposal."""
    case = law_case("a c d e f")
    left = LeftOut(subject="Matematik", week="", lessons=1, minutes=60, reasons=(Reason(kind=kind),))
    step = case.plan.steps[0].model_copy(update={"left_out": (left,)})
    assert found("C5", case._replace(plan=Plan(steps=(step,), proven=False))).standing is standing


@pytest.mark.parametrize(
    ("steps", "standing", "removed"),
    [
        ((WHOLE,), Standing.NOT_ASKED, None),
        (("a b d f c@12:30-13:00",), Standing.MET, ()),
        (("a b d f",), Standing.DEVIATES, ("Bild",)),
        (("a", WHOLE), Standing.MET, ()),
    ],
)
def test_c6_less_time_in_a_subject_before_no_time_in_it(
    steps: tuple[str, ...], standing: Standing, removed: tuple[str, ...] | None
) -> None:
    """Removed is what no step has; half a lesson, or a later step, keeps it."""
    told = found("C6", law_case(*steps))
    assert told.standing is standing
    assert told.facts.get("subjects") == removed
