"""C9–C12 by hand: national tests, prao, newly arrived, other school forms."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.calendar import NationalTest, SchoolCalendar
from planning.law.verdicts import LawCase, Standing
from planning.problem import Problem
from planning.steps import Step
from tests.planning.builders import MONDAY, problem
from tests.planning.law.cases import found, law_case

AFTER = dt.date(2028, 8, 21)


def beginning(monday: dt.date, **fields: Any) -> Problem:
    """A problem of one step of one week."""
    step = Step(number=1, mondays=(monday,), week_labels=("",))
    return problem(**fields).model_copy(update={"steps": (step,)})


def case(year: int | None, monday: dt.date = MONDAY, **forms: Any) -> LawCase:
    """A case in that year group, with those special ways written down."""
    return law_case("a", of=beginning(monday), year=year, facts={"forms": forms})


@pytest.mark.parametrize("year", [3, 6, 9])
def test_c9_in_the_years_of_national_tests_it_is_asked_what_is_decided(year: int) -> None:
    """Years 3, 6 and 9: take part, be exempt, or adapted."""
    told = found("C9", case(year))
    assert (told.standing, told.fields) == (Standing.UNKNOWN, ("forms.national_tests",))
    decided = found("C9", case(year, national_tests="exempt"))
    assert (decided.standing, decided.facts["choice"]) == (Standing.MET, "exempt")


@pytest.mark.parametrize(
    ("year", "monday", "standing"),
    [
        (8, MONDAY, Standing.NOT_ASKED),
        (None, MONDAY, Standing.NOT_ASKED),
        (9, AFTER, Standing.NOT_ASKED),
        (10, AFTER, Standing.UNKNOWN),
        (7, AFTER, Standing.UNKNOWN),
        (4, AFTER, Standing.UNKNOWN),
    ],
)
def test_c9_other_years_are_not_asked_and_from_2028_they_are_one_higher(
    year: int | None, monday: dt.date, standing: Standing
) -> None:
    """Years 4, 7 and 10 of the ten-year school."""
    assert found("C9", case(year, monday)).standing is standing


def test_c9_a_national_test_on_a_day_of_the_plan_is_told() -> None:
    """Whatever the year group, when the class writes one in the plan's weeks."""
    test = NationalTest(date=MONDAY + dt.timedelta(days=1), subject="Engelska", start="09:00", end="11:00")
    calendar = SchoolCalendar(national_tests=(test,))
    told = found("C9", law_case("a", of=problem(calendar=calendar)))
    assert (told.standing, told.facts["subjects"]) == (Standing.UNKNOWN, ("Engelska",))
    later = SchoolCalendar(national_tests=(test.model_copy(update={"date": dt.date(2026, 12, 1)}),))
    assert found("C9", law_case("a", of=problem(calendar=later))).standing is Standing.NOT_ASKED


@pytest.mark.parametrize(
    ("year", "monday", "standing"),
    [
        (7, MONDAY, Standing.NOT_ASKED),
        (8, MONDAY, Standing.UNKNOWN),
        (9, MONDAY, Standing.UNKNOWN),
        (None, MONDAY, Standing.NOT_ASKED),
        (8, AFTER, Standing.NOT_ASKED),
        (9, AFTER, Standing.UNKNOWN),
        (10, AFTER, Standing.UNKNOWN),
    ],
)
def test_c10_prao_is_asked_about_in_its_years(year: int | None, monday: dt.date, standing: Standing) -> None:
    """At least ten days from year 8; from year 9 of ten."""
    told = found("C10", case(year, monday))
    assert told.standing is standing
    if standing is Standing.UNKNOWN:
        assert (told.facts["days"], told.fields) == (10, ("forms.work_experience",))


def test_c10_what_is_said_of_it_is_enough() -> None:
    """When and how, or why it waits."""
    assert found("C10", case(8, work_experience="En dag i veckan från steg 4.")).standing is Standing.MET


@pytest.mark.parametrize(
    ("arrived", "standing"),
    [
        (None, Standing.NOT_ASKED),
        ({}, Standing.UNKNOWN),
        ({"years_in_sweden": 4}, Standing.DEVIATES),
        ({"years_in_sweden": 4, "considered": "Studieplan är upprättad."}, Standing.MET),
        ({"years_in_sweden": 5}, Standing.NOT_ASKED),
    ],
)
def test_c11_newly_arrived_for_four_years(arrived: dict[str, Any] | None, standing: Standing) -> None:
    """Whether an individual study plan or an anpassad timplan fits better (3 kap. 12 g and 12 h §§)."""
    assert found("C11", case(8, newly_arrived=arrived)).standing is standing


@pytest.mark.parametrize(
    ("form", "standing"),
    [
        ("Grundskola", Standing.MET),
        ("grundskolan", Standing.MET),
        ("", Standing.UNKNOWN),
        ("Exempelform", Standing.UNKNOWN),
        ("Anpassad grundskola", Standing.DEVIATES),
        ("Specialskola", Standing.DEVIATES),
        ("Sameskolan", Standing.DEVIATES),
    ],
)
def test_c12_other_school_forms_have_other_timplaner(form: str, standing: Standing) -> None:
    """Annex 1 is the grundskola's; 2 to 4 are the others'."""
    told = found("C12", law_case("a", facts={"school": {"form": form}}))
    assert told.standing is standing
    if standing is Standing.DEVIATES:
        assert (told.facts["first_annex"], told.facts["last_annex"]) == (2, 4)
