"""What tells where a protected student is: left out of the facts that papers are made of, and of nobody else's."""

from __future__ import annotations

from planning.decision import DocumentFacts, PracticalMatters, missing_fields
from planning.decision_forms import DistanceTeaching, TeachingForms, WorkPlacement
from planning.parties import Contributor, Preparation, SchoolFacts, StudentFacts
from planning.protected import without_place

SECRET = "Hemlig"
"""Every word that tells where, in the facts below."""
KNOWN = DocumentFacts(
    school=SchoolFacts(
        provider="Hemlig kommun", unit="Hemlig skola", unit_code="Hemlig 1", form="Grundskola", year_group=8,
        class_name="Hemlig 8B", principal="Hemlig Rektorsson",
    ),
    prepared=Preparation(
        coach="Coach Exempel", organisation="Hemlig enhet", reference="Hemlig 2026/1",
        contributors=(Contributor(name="Hemlig Mentorsson", function="mentor"),),
    ),
    practical=PracticalMatters(travel="Hemlig buss", phone="Hemlig 08-000 00 00", meals="Äter med coachen"),
    forms=TeachingForms(
        distance=DistanceTeaching(provider="Hemlig utförare", other_support_exhausted="Prövat"),
        work_placement=WorkPlacement(workplace="Hemlig", supervisor="Hemlig", school_contact="Hemlig"),
    ),
)  # fmt: skip


def of(*, is_protected: bool) -> DocumentFacts:
    """The same facts of a student with or without a protected identity."""
    return KNOWN.model_copy(update={"student": StudentFacts(has_protected_identity=is_protected)})


def test_nothing_of_a_protected_student_tells_where() -> None:
    """School, provider, staff, number, way and workplace are gone, wherever they stood."""
    assert SECRET not in without_place(of(is_protected=True)).model_dump_json()


def test_what_does_not_tell_where_stays() -> None:
    """Kind of school, year, coach, functions and everyday matters are what the decision rests on."""
    told = without_place(of(is_protected=True))
    assert (told.school.form, told.school.year_group, told.prepared.coach) == ("Grundskola", 8, "Coach Exempel")
    assert [one.function for one in told.prepared.contributors] == ["mentor"]
    assert told.practical.meals == "Äter med coachen"
    assert told.forms.distance is not None
    assert told.forms.distance.other_support_exhausted == "Prövat"


def test_nobody_else_s_facts_are_touched() -> None:
    """Without the flag they are the very same."""
    assert without_place(of(is_protected=False)) is not None
    assert without_place(of(is_protected=False)) == of(is_protected=False)


def test_what_is_written_by_hand_is_not_missed() -> None:
    """Who runs the school and whom the coach works for are asked for, save where they may not be kept."""
    places = {"school.provider", "school.unit", "school.class_name", "prepared.organisation"}
    empty = DocumentFacts()
    hidden = empty.model_copy(update={"student": StudentFacts(has_protected_identity=True)})
    assert places <= set(missing_fields(empty))
    assert places.isdisjoint(missing_fields(hidden))
