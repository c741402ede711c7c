"""What leaves nothing behind that tells where a student with protected identity is.

Rule D2r asks that it is not kept at all; where it is kept nevertheless it is left out of every paper, and the school
writes it in by hand. Names and the date of birth are left out by the papers themselves.
"""

from __future__ import annotations

from planning.decision import DocumentFacts
from planning.decision_forms import TeachingForms, WorkPlacement
from planning.parties import Contributor, Preparation, SchoolFacts


def without_place(facts: DocumentFacts) -> DocumentFacts:
    """The same facts; with a protected identity nothing in them names the school, its staff, a number or the way."""
    if not facts.student.has_protected_identity:
        return facts
    return facts.model_copy(
        update={
            "school": _school(facts.school),
            "prepared": _prepared(facts.prepared),
            "practical": facts.practical.model_copy(update={"travel": "", "phone": ""}),
            "forms": _forms(facts.forms),
        }
    )


def _school(school: SchoolFacts) -> SchoolFacts:
    """The kind of school and the year stay: they name no place. The provider would: there may be one school of it."""
    names = ("provider", "unit", "unit_code", "class_name", "principal")
    return school.model_copy(update=dict.fromkeys(names, ""))


def _prepared(prepared: Preparation) -> Preparation:
    """The coach stays, since the decision must say who prepared it (förvaltningslagen 31 §); others are functions."""
    functions = tuple(Contributor(name="", function=one.function) for one in prepared.contributors)
    return prepared.model_copy(update={"organisation": "", "reference": "", "contributors": functions})


def _forms(forms: TeachingForms) -> TeachingForms:
    distance = forms.distance and forms.distance.model_copy(update={"provider": ""})
    return forms.model_copy(update={"distance": distance, "work_placement": forms.work_placement and WorkPlacement()})
