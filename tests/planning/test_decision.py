"""What a decision needs beside the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.decision import (
    AskedDecision,
    DecisionKind,
    DocumentFacts,
    Eligibility,
    Guardian,
    GuardianView,
    HealthTeamConsultation,
    Measure,
    SchoolFacts,
    StudentFacts,
    StudentView,
    missing_fields,
)
from planning.decision_forms import DistanceTeaching, TeachingForms


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


def test_a_measure_meets_a_need_and_a_need_has_a_measure() -> None:
    """Word for word, in both directions; without any of them only that they lack is said."""
    start, calm = "Behöver en lugn start", "Behöver en plats att äta"
    first = Measure(need=start, what="Möts vid dörren", who="Coachen", when="från steg 1", how_often="varje dag")
    stray = first.model_copy(update={"need": "Något annat"})

    def lacking(*measures: Measure) -> set[str]:
        return {"measures", "measures.need", "needs.measure"} & set(
            missing_fields(DocumentFacts(needs=(start, calm), measures=measures))
        )

    assert lacking() == {"measures", "needs.measure"}
    assert lacking(first) == {"needs.measure"}
    assert lacking(first, first.model_copy(update={"need": calm})) == set()
    assert lacking(first, first.model_copy(update={"need": calm}), stray) == {"measures.need"}
    assert lacking(first, first.model_copy(update={"need": calm, "how_often": ""})) == {"measures"}


def test_the_student_s_view_is_also_how_it_is_known_and_what_came_of_it() -> None:
    """Row 22 of the field list: own words, how learned, how weighed (skollagen 1 kap. 10 §)."""
    said = DocumentFacts(student_view=StudentView(text="Vill börja med bild."))
    assert [code for code in missing_fields(said) if code.startswith("student_view")] == [
        "student_view.how_learned", "student_view.how_weighed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "forms", "is_missing"),
    [
        (AskedDecision(kind=DecisionKind.ADAPTED_STUDIES), TeachingForms(), False),
        (AskedDecision(kind=DecisionKind.SPECIAL_GROUP), TeachingForms(), True),
        (AskedDecision(kind=DecisionKind.SPECIAL_GROUP, because="En vuxen åt gången."), TeachingForms(), False),
        (AskedDecision(kind=DecisionKind.SPECIAL_GROUP), TeachingForms(small_group_reasons="Lugn start."), False),
        (AskedDecision(kind=DecisionKind.DISTANCE), TeachingForms(), True),
        (AskedDecision(kind=DecisionKind.DISTANCE), TeachingForms(distance=DistanceTeaching()), False),
    ],
)
def test_what_is_asked_for_rests_on_something(asked: AskedDecision, forms: TeachingForms, *, is_missing: bool) -> None:
    """An anpassad studiegång on the whole proposal, the others on what is said of them."""
    assert ("decisions" in missing_fields(DocumentFacts(decisions=(asked,), forms=forms))) is is_missing


def test_with_a_protected_identity_nobody_asks_who_and_where() -> None:
    """The school fills it in by hand; what has been investigated and done is asked for all the same."""
    missing = missing_fields(DocumentFacts(student=StudentFacts(has_protected_identity=True)))
    by_hand = {"school.unit", "school.class_name", "student.full_name", "student.birth_date", "student.guardians"}
    assert by_hand.isdisjoint(missing)
    assert by_hand < set(missing_fields(DocumentFacts()))
    assert "investigations.special_support" in missing
