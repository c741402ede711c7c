"""The form's part for special ways of teaching: a part comes with its first field and goes with its last."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from planning.decision import DocumentFacts
from planning.decision_forms import DistanceTeaching, TeachingForms, TestChoice
from planning.frozen import Frozen
from ui.fact_form import read_entry, value_at, with_value
from ui.form_parts import Entry, Kind
from ui.law_fields import WAYS, forms_section
from wording.fact_names import called

ENTRIES = [part for part in forms_section().parts if isinstance(part, Entry)]
WRITTEN: dict[Kind, Any] = {
    Kind.TEXT: "Exempel", Kind.LONG: "Exempel", Kind.LINES: ("Svenska",), Kind.DATE: dt.date(2026, 9, 1),
    Kind.NUMBER: 2, Kind.MINUTES: 60, Kind.SAID: False, Kind.TESTS: TestChoice.ADAPTED,
}  # fmt: skip
EMPTY: dict[Kind, Any] = {Kind.TEXT: "", Kind.LONG: "", Kind.LINES: ()}


def leaves(model: type[Frozen], path: str) -> list[str]:
    """Every field under a model, by its path; parts that may be missing are looked into."""
    found = []
    for name, field in model.model_fields.items():
        parts = [part for part in getattr(field.annotation, "__args__", ()) if isinstance(part, type)]
        inner = next((part for part in parts if issubclass(part, Frozen)), None)
        found += leaves(inner, f"{path}.{name}") if inner else [f"{path}.{name}"]
    return found


def test_every_field_of_the_forms_is_asked_and_has_a_name() -> None:
    """None can be missing without a place to fill it in."""
    paths = [entry.path for entry in ENTRIES]
    assert sorted(paths) == sorted(leaves(TeachingForms, "forms"))
    assert all(called(path) for path in paths)
    assert {path.rpartition(".")[0] for path in paths} - {"forms"} == set(WAYS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.path)
def test_a_part_comes_with_its_first_field_and_goes_with_its_last(entry: Entry) -> None:
    """Nothing written is no part at all: no rule asks about what nobody plans."""
    nothing = DocumentFacts()
    written = with_value(nothing, entry.path, WRITTEN[entry.kind])
    assert value_at(written, entry.path) == WRITTEN[entry.kind]
    assert with_value(written, entry.path, EMPTY.get(entry.kind)) == nothing


def test_other_fields_of_a_part_stay() -> None:
    """Two fields written, one taken away."""
    facts = with_value(DocumentFacts(), "forms.distance.provider", "Exempel Distans")
    facts = with_value(facts, "forms.distance.subjects", ("Svenska",))
    assert facts.forms.distance == DistanceTeaching(provider="Exempel Distans", subjects=("Svenska",))
    left = with_value(facts, "forms.distance.provider", "")
    assert left.forms.distance == DistanceTeaching(subjects=("Svenska",))


def test_what_is_chosen_is_kept_as_it_is() -> None:
    """No is a word of its own: nobody having said is something else."""
    assert read_entry(Kind.SAID, False) is False  # noqa: FBT003 - what the form gives
    assert read_entry(Kind.SAID, None) is None
    assert read_entry(Kind.TESTS, TestChoice.EXEMPT) is TestChoice.EXEMPT


def the_section() -> None:
    """The part of the form, and what it gave back when it was saved."""
    import streamlit as st  # noqa: PLC0415 – runs in a script of its own

    from planning.decision import DocumentFacts  # noqa: PLC0415 – runs in a script of its own
    from ui.fact_form import ask_section  # noqa: PLC0415 – runs in a script of its own
    from ui.law_fields import forms_section  # noqa: PLC0415 – runs in a script of its own

    saved = ask_section(forms_section(), DocumentFacts())
    if saved is not None:
        st.text(saved.forms.model_dump_json(exclude_none=True))


def test_the_form_asks_and_gives_back_what_was_written() -> None:
    """Saved empty it is empty; a choice, a date and lines come back."""
    page = AppTest.from_function(the_section).run(timeout=60)
    assert not page.exception
    page = page.button[0].click().run(timeout=60)
    assert page.text[0].value == '{"small_group_reasons":"","work_experience":""}'

    (doctor,) = [one for one in page.selectbox if one.label == "Undervisning i hemmet: läkaren avråder inte"]
    doctor.set_value(False)
    (subjects,) = [one for one in page.text_area if one.label == "Fjärrundervisning: ämnen, ett på varje rad"]
    subjects.set_value("Svenska\nEngelska")
    page = page.button[0].click().run(timeout=60)
    saved = TeachingForms.model_validate_json(page.text[0].value)
    assert saved.at_home is not None
    assert saved.at_home.doctor_not_against is False
    assert saved.remote is not None
    assert saved.remote.subjects == ("Svenska", "Engelska")
    assert saved.distance is None
