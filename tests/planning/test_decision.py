"""What a decision needs beside the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.decision import (
    DocumentFacts,
    Eligibility,
    Guardian,
    GuardianView,
    HealthTeamConsultation,
    SchoolFacts,
    StudentFacts,
    missing_fields,
)


def test_nothing_known_is_nearly_everything_missing() -> None:
    """Every field that statute asks for is named once, in the order of the document."""
    missing = missing_fields(DocumentFacts())
    assert missing[0] == "school.provider"
    assert missing[-1] == "evaluation"
    assert len(missing) == len(set(missing)) > 20


def test_an_independent_school_tells_the_home_municipality() -> None:
    """Only then the date is asked for (skollagen 7 kap. 22 §)."""
    code = "investigations.home_municipality_notified"
    assert code not in missing_fields(DocumentFacts())
    assert code in missing_fields(DocumentFacts(school=SchoolFacts(is_independent=True)))


@pytest.mark.parametrize(("year", "is_asked"), [(5, False), (6, True), (9, True)])
def test_passed_subjects_are_asked_for_where_there_are_grades(year: int, *, is_asked: bool) -> None:
    """From year six; that no subject is passed is also known."""
    school = SchoolFacts(year_group=year)
    assert ("eligibility.passed" in missing_fields(DocumentFacts(school=school))) is is_asked
    assert "eligibility.passed" not in missing_fields(DocumentFacts(school=school, eligibility=Eligibility(passed=())))


def test_every_guardian_is_to_be_heard() -> None:
    """One of two is not enough; a day to answer by is."""
    day = dt.date(2026, 11, 20)
    student = StudentFacts(guardians=(Guardian(name="Förälder Ett"), Guardian(name="Förälder Två")))
    one = GuardianView(guardian="Förälder Ett", offered=day, answered=day)
    other = GuardianView(guardian="Förälder Två", offered=day, answer_by=day)
    assert "guardian_views" in missing_fields(DocumentFacts(student=student, guardian_views=(one,)))
    assert "guardian_views" not in missing_fields(DocumentFacts(student=student, guardian_views=(one, other)))


def test_why_the_health_team_was_not_asked_is_an_answer() -> None:
    """Either date and function, or the reason."""
    assert "health_team" in missing_fields(DocumentFacts(health_team=HealthTeamConsultation(date=dt.date(2026, 11, 1))))
    told = HealthTeamConsultation(not_needed_because="Redan prövat i höst.")
    assert "health_team" not in missing_fields(DocumentFacts(health_team=told))


@pytest.mark.parametrize(("day", "speaks"), [(dt.date(2026, 3, 3), False), (dt.date(2026, 3, 4), True)])
def test_sixteen_begins_on_the_birthday(day: dt.date, *, speaks: bool) -> None:
    """The day itself counts."""
    assert StudentFacts(birth_date=dt.date(2010, 3, 4)).speaks_for_self(day) is speaks


def test_without_a_birth_date_nobody_knows() -> None:
    """Neither yes nor no."""
    assert StudentFacts().speaks_for_self(dt.date(2026, 3, 3)) is None
