"""T7–T11 by hand: small groups, distance, remote, at home, at a workplace."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.calendar import SchoolCalendar
from planning.items import ItemKind
from planning.law.verdicts import LawCase, Standing
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from planning.steps import Step
from planning.terms import TermDates
from tests.planning.builders import A_WEEK, MONDAY, problem
from tests.planning.law.cases import found, law_case

TERMS = SchoolCalendar(
    terms=(
        TermDates(first=dt.date(2026, 8, 17), last=dt.date(2026, 12, 18)),
        TermDates(first=dt.date(2027, 1, 11), last=dt.date(2027, 6, 11)),
    )
)
DISTANCE = {
    "subjects": ("Svenska", "Matematik"),
    "last_day": "2026-12-18",
    "problem_documented": "2026-08-20",
    "other_support_exhausted": "Liten grupp och kortare dagar har prövats.",
    "guardian_consent": "2026-08-25",
    "provider": "Exempel Distans",
}


def with_item(case: LawCase, kind: ItemKind) -> LawCase:
    """The same case with one such item in its first step, on Fridays."""
    item = PlannedItem(kind=kind, week="", weekday="fri", start="10:00", end="10:30", carrier="adult")
    first = case.plan.steps[0].model_copy(update={"items": (item,)})
    return case._replace(plan=Plan(steps=(first, *case.plan.steps[1:]), proven=False))


def beginning(monday: dt.date, week: str = A_WEEK) -> Problem:
    """A problem of one step of one week."""
    step = Step(number=1, mondays=(monday,), week_labels=("",))
    return problem(week).model_copy(update={"steps": (step,)})


def test_t7_is_not_asked_without_teaching_apart() -> None:
    """Everything in the classroom."""
    assert found("T7", law_case("a b")).standing is Standing.NOT_ASKED


@pytest.mark.parametrize(
    ("steps", "occasions", "weeks", "standing"),
    [
        (("a* b*",), 2, 1, Standing.MET),  # two in September
        (("a* b* d*",), 3, 1, Standing.DEVIATES),
        (("a*", "b"), 1, 1, Standing.MET),
        (("a*", "b", "d*", "f"), 2, 2, Standing.MET),
        (("a*", "b", "d", "f", "a*", "b", "d", "f", "a*", "b", "d", "f"), 1, 3, Standing.MET),
        (("a*", "b", "d", "f", "a*", "b", "d", "f", "a*", "b", "d", "f", "a*"), 2, 4, Standing.DEVIATES),
    ],
)
def test_t7_now_and_then_is_two_a_month_in_fewer_than_four_weeks(
    steps: tuple[str, ...], occasions: int, weeks: int, standing: Standing
) -> None:
    """The law's «special group» begins where it is more than now and then: three in a month, or four weeks."""
    told = found("T7", law_case(*steps))
    assert (told.facts["occasions_a_month"], told.facts["weeks"]) == (occasions, weeks)
    assert told.standing is standing


def test_t7_asks_for_special_reasons_until_they_are_written() -> None:
    """In their own field, or with the part of the decision that is asked for."""
    assert found("T7", law_case("a* b* d*")).fields == ("forms.small_group_reasons",)
    written = {"forms": {"small_group_reasons": "Behöver få börja i ett lugnt rum."}}
    assert found("T7", law_case("a* b* d*", facts=written)).fields == ()
    asked = {"decisions": [{"kind": "special_group", "because": "Behöver få börja i ett lugnt rum."}]}
    assert found("T7", law_case("a* b* d*", facts=asked)).fields == ()


def test_t7_lessons_of_one_s_own_count_too() -> None:
    """One to one with an adult of the school is teaching apart; help with homework is not."""
    apart = with_item(law_case("a* b*"), ItemKind.ONE_TO_ONE_SCHOOL)
    assert found("T7", apart).standing is Standing.DEVIATES
    homework = with_item(law_case("a* b*"), ItemKind.HOMEWORK_TIME)
    assert found("T7", homework).standing is Standing.MET


def distance(year: int | None = 8, **changes: Any) -> LawCase:
    """A case with distansundervisning from 7 September, whole but for the changes."""
    facts = {"forms": {"distance": {**DISTANCE, **changes}}}
    return law_case("a b", of=problem(calendar=TERMS), year=year, facts=facts)


def test_t8_whole_is_met_and_without_it_nothing_is_asked() -> None:
    """Every condition of 3 kap. 11 a § and 22 kap. is there; without distance none is asked for."""
    assert found("T8", distance()).standing is Standing.MET
    assert found("T8", law_case("a b")).standing is Standing.NOT_ASKED


@pytest.mark.parametrize(
    "name", ["last_day", "problem_documented", "other_support_exhausted", "guardian_consent", "provider", "subjects"]
)
def test_t8_each_condition_that_is_missing_is_named(name: str) -> None:
    """Consent, documented problem, other support, provider, last day and subjects."""
    nothing = () if name == "subjects" else "" if name in ("other_support_exhausted", "provider") else None
    told = found("T8", distance(**{name: nothing}))
    assert told.standing is Standing.UNKNOWN
    assert told.fields == (f"forms.distance.{name}",)


@pytest.mark.parametrize("subject", ["Bild", "Musik", "Slöjd", "Idrott och hälsa", "Hem- och konsumentkunskap"])
def test_t8_practical_subjects_are_never_given_at_a_distance(subject: str) -> None:
    """They stand on no list (skollagen 22 kap. 6 §)."""
    told = found("T8", distance(subjects=("Svenska", subject)))
    assert (told.standing, told.facts["subjects"]) == (Standing.DEVIATES, (subject,))


@pytest.mark.parametrize(("last_day", "standing"), [("2026-12-18", Standing.MET), ("2026-12-19", Standing.DEVIATES)])
def test_t8_ends_with_the_term(last_day: str, standing: Standing) -> None:
    """At most one term at a time."""
    told = found("T8", distance(last_day=last_day))
    assert told.standing is standing
    if standing is Standing.DEVIATES:
        assert told.facts["term_ends"] == dt.date(2026, 12, 18)


@pytest.mark.parametrize(("year", "standing"), [(3, Standing.UNKNOWN), (4, Standing.MET), (None, Standing.UNKNOWN)])
def test_t8_lagstadiet_asks_for_exceptional_reasons(year: int | None, standing: Standing) -> None:
    """Years 1 to 3 in the nine-year school; without a year group nobody knows."""
    told = found("T8", distance(year=year))
    assert told.standing is standing
    field = "school.year_group" if year is None else "forms.distance.exceptional_reasons"
    assert told.fields == (() if standing is Standing.MET else (field,))
    reasons = distance(year=3, exceptional_reasons="Synnerliga skäl finns.")
    assert found("T8", reasons).standing is Standing.MET


def test_t8_lagstadiet_has_four_years_from_2028() -> None:
    """In the ten-year school year 4 is lågstadiet too: by the day that the distance teaching begins."""
    after = {**DISTANCE, "first_day": "2028-08-21", "last_day": "2028-12-01"}
    facts = {"forms": {"distance": after}}
    case = law_case("a b", of=beginning(dt.date(2028, 8, 21)), year=4, facts=facts)
    assert found("T8", case).standing is Standing.UNKNOWN
    fifth = law_case("a b", of=beginning(dt.date(2028, 8, 21)), year=5, facts=facts)
    assert found("T8", fifth).standing is Standing.MET


def test_t8_a_plan_with_teaching_at_a_distance_is_asked_for_its_conditions() -> None:
    """Also when nobody has written anything of it."""
    told = found("T8", with_item(law_case("a b"), ItemKind.DISTANCE_TIME))
    assert told.standing is Standing.UNKNOWN
    assert "forms.distance.guardian_consent" in told.fields
    asked = law_case("a b", facts={"decisions": [{"kind": "distance"}]})
    assert found("T8", asked).standing is Standing.UNKNOWN


def remote(minutes: int | None, *subjects: str, year: int | None = 8, monday: dt.date = MONDAY) -> LawCase:
    """Four lessons of an hour a week, so many minutes of them in another room."""
    facts = {"forms": {"remote": {"subjects": subjects, "minutes_a_week": minutes}}}
    return law_case("a b c d", of=beginning(monday), year=year, facts=facts)


def test_t9_is_not_asked_without_remote_teaching() -> None:
    """No fjärrundervisning."""
    assert found("T9", law_case("a")).standing is Standing.NOT_ASKED


@pytest.mark.parametrize(("minutes", "percent", "standing"), [(60, 25, Standing.MET), (61, 26, Standing.DEVIATES)])
def test_t9_at_most_a_quarter_of_the_student_s_hours(minutes: int, percent: int, standing: Standing) -> None:
    """60 of 240 minutes a week is a quarter; a minute more is told as more."""
    told = found("T9", remote(minutes, "Svenska"))
    assert (told.standing, told.facts["percent"], told.facts["most_percent"]) == (standing, percent, 25)


@pytest.mark.parametrize(
    ("year", "subject", "standing"),
    [
        (7, "Svenska", Standing.MET),
        (6, "Svenska", Standing.DEVIATES),
        (6, "Modersmål", Standing.MET),
        (6, "Spanska", Standing.MET),
        (4, "Teckenspråk", Standing.MET),
        (5, "Extra studietid", Standing.MET),
        (3, "Modersmål", Standing.MET),
        (3, "Spanska", Standing.DEVIATES),
        (3, "Extra studietid", Standing.DEVIATES),
    ],
)
def test_t9_few_subjects_in_the_lower_years(year: int, subject: str, standing: Standing) -> None:
    """Years 1–3 modersmål alone; 4–6 modersmål, moderna språk, teckenspråk and extra studietid; 7–9 all."""
    assert found("T9", remote(30, subject, year=year)).standing is standing


@pytest.mark.parametrize(
    ("year", "subject", "standing"),
    [(7, "Svenska", Standing.DEVIATES), (8, "Svenska", Standing.MET), (4, "Spanska", Standing.DEVIATES)],
)
def test_t9_from_2028_the_years_are_one_higher(year: int, subject: str, standing: Standing) -> None:
    """Mellanstadiet is years 5–7 and lågstadiet 1–4 in the ten-year school."""
    assert found("T9", remote(30, subject, year=year, monday=dt.date(2028, 8, 21))).standing is standing


def test_t9_what_is_not_written_down_is_named() -> None:
    """Minutes, subjects, year group."""
    assert found("T9", remote(None, year=None)).fields == (
        "forms.remote.subjects", "forms.remote.minutes_a_week", "school.year_group",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("at_home", "standing", "fields"),
    [
        (None, Standing.NOT_ASKED, ()),
        ({"decision": "2026-09-01", "doctor_not_against": True, "consent": "2026-09-01"}, Standing.MET, ()),
        ({"decision": "2026-09-01", "doctor_not_against": False, "consent": "2026-09-01"}, Standing.DEVIATES, ()),
        ({"decision": "2026-09-08", "doctor_not_against": True, "consent": "2026-09-01"}, Standing.DEVIATES, ()),
        ({"doctor_not_against": True, "consent": "2026-09-01"}, Standing.UNKNOWN, ("forms.at_home.decision",)),
        ({"decision": "2026-09-01", "consent": "2026-09-01"}, Standing.UNKNOWN, ("forms.at_home.doctor_not_against",)),
        ({"decision": "2026-09-01", "doctor_not_against": True}, Standing.UNKNOWN, ("forms.at_home.consent",)),
    ],
)
def test_t10_teaching_at_home_has_a_decision_of_its_own(
    at_home: dict[str, Any] | None, standing: Standing, fields: tuple[str, ...]
) -> None:
    """Decision (24 kap. 20 §) before the first day, 7 September; doctor not against it, consent (21 §)."""
    told = found("T10", law_case("a", facts={"forms": {"at_home": at_home}}))
    assert (told.standing, told.fields) == (standing, fields)


PLACEMENT = {"workplace": "Exempelverkstaden", "supervisor": "Handledare Exempel", "school_contact": "Mentor Exempel"}


def placed(year: int | None = 8, monday: dt.date = MONDAY, **changes: str) -> LawCase:
    """A case with education at a workplace, whole but for the changes."""
    facts = {"forms": {"work_placement": {**PLACEMENT, **changes}}}
    return law_case("a", of=beginning(monday), year=year, facts=facts)


@pytest.mark.parametrize(
    ("year", "monday", "standing"),
    [
        (7, MONDAY, Standing.MET),
        (6, MONDAY, Standing.DEVIATES),
        (None, MONDAY, Standing.UNKNOWN),
        (7, dt.date(2028, 8, 21), Standing.DEVIATES),
        (8, dt.date(2028, 8, 21), Standing.MET),
    ],
)
def test_t11_in_the_higher_year_groups(year: int | None, monday: dt.date, standing: Standing) -> None:
    """From year 7 in our reading; from year 8 of ten."""
    assert found("T11", placed(year, monday)).standing is standing


@pytest.mark.parametrize("name", list(PLACEMENT))
def test_t11_workplace_supervisor_and_school_contact_are_named(name: str) -> None:
    """Each is asked for while it is empty."""
    told = found("T11", placed(**{name: ""}))
    assert (told.standing, told.fields) == (Standing.UNKNOWN, (f"forms.work_placement.{name}",))


def test_t11_is_asked_when_the_plan_or_the_decision_has_it() -> None:
    """An item at a workplace, or the part of the decision; else nothing is asked."""
    assert found("T11", law_case("a")).standing is Standing.NOT_ASKED
    assert found("T11", with_item(law_case("a"), ItemKind.WORK_PLACEMENT)).standing is Standing.UNKNOWN
    asked = law_case("a", facts={"decisions": [{"kind": "work_placement"}]})
    assert found("T11", asked).standing is Standing.UNKNOWN
