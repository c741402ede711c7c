"""What is missing is said by its name, with where it is filled in."""

from __future__ import annotations

import pytest

from planning.decision import DocumentFacts, Measure, SchoolFacts, missing_fields
from wording.language import speaking
from wording.missing_fields import label_of, place_of, say_missing, section_of, sections_of

NOTHING = DocumentFacts(school=SchoolFacts(is_independent=True, year_group=8))
STRAY = NOTHING.model_copy(
    update={
        "school": NOTHING.school.model_copy(update={"year_group": 8}),
        "needs": ("Lugn start",),
        "measures": (Measure(need="Något annat", what="Möts vid dörren"),),
        "decisions": (),
    }
)
EVERY = tuple(dict.fromkeys((*missing_fields(NOTHING), *missing_fields(STRAY))))


@pytest.mark.parametrize("code", EVERY)
def test_every_missing_field_has_a_name_and_a_place(code: str) -> None:
    """The coach never meets a code, and always hears which part of which screen it is."""
    assert label_of(code) not in (code, "En uppgift till skolan")
    assert section_of(code)
    assert place_of(code).startswith("Uppgifter till skolan, ")


def test_the_whole_field_list_is_asked_for() -> None:
    """Rows 3–13, 19, 21–23 and 25 of the field list, each by the field that holds it."""
    assert EVERY == (
        "school.provider", "school.unit", "school.form", "school.class_name", "school.school_year",
        "student.full_name", "student.birth_date", "student.guardians",
        "prepared.coach", "prepared.organisation", "prepared.date", "prepared.contributors",
        "investigations.special_support", "investigations.absence", "investigations.provider_notified",
        "investigations.home_municipality_notified", "health_team", "earlier_support", "needs", "measures",
        "eligibility.passed", "student_view.text", "student_view.how_learned", "student_view.how_weighed",
        "guardian_views", "follow_up", "evaluation", "measures.need", "needs.measure", "decisions",
    )  # fmt: skip


def test_a_line_says_what_and_where() -> None:
    """«Huvudman», and the screen and its part."""
    assert say_missing("school.provider") == "Huvudman (Uppgifter till skolan, Skolan)"
    assert say_missing("needs.measure") == "En insats för varje behov (Uppgifter till skolan, Behov, mål och insatser)"
    assert say_missing("decided.reasons").endswith("(Dokument, Rektorns beslut)")


def test_a_row_is_called_as_its_list() -> None:
    """A passage within a measure is found under the measures."""
    assert label_of("measures.0.what") == "Insatser med vem, när och hur ofta"
    assert section_of("measures.0.what") == "needs"


def test_parts_of_the_form_come_once_in_the_order_of_the_fields() -> None:
    """However many fields they lack; what stands in no part of it has none."""
    assert sections_of(("follow_up", "school.unit", "school.form", "decided.reasons")) == ("follow_up", "school")


def test_names_are_translated() -> None:
    """In English for a coach who reads that."""
    with speaking("en"):
        assert say_missing("school.provider") != "Huvudman (Uppgifter till skolan, Skolan)"
