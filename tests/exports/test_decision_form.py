"""The rektor's box: what it asks, whom it names, and that it serves on paper as on a screen."""

from __future__ import annotations

from io import BytesIO
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Document, Heading
from exports.decision_form import LOCKED, PRINCIPAL_SIGNS, RULING, decision_form, form_text
from exports.pdf import render_pdf
from planning.decided import Ruling
from planning.decision import DocumentFacts
from tests.exports.form_samples import filled, left, words_of
from tests.exports.validator import faults


def test_every_ruling_can_be_ticked_and_no_other() -> None:
    """The form and the noun that it is read back as know the same four answers."""
    assert [choice.value for choice in decision_form("", ()).choices] == list(Ruling)


def test_no_field_s_name_begins_with_another_s(made: Any, facts: DocumentFacts) -> None:
    """A signature locks names by how they begin, so one would freeze another."""
    names = list(PdfReader(BytesIO(left(made, facts).data)).get_fields() or {})
    assert len(names) == len(LOCKED) + 3
    assert [pair for pair in permutations(names, 2) if pair[1].startswith(pair[0])] == []


def test_the_rektor_s_signature_locks_what_was_decided(made: Any, facts: DocumentFacts) -> None:
    """All seven fields; a guardian's signature locks none."""
    fields = PdfReader(BytesIO(left(made, facts).data)).get_fields() or {}
    lock = fields[PRINCIPAL_SIGNS].indirect_reference.get_object()["/Lock"]
    assert (lock["/Action"], [str(name) for name in lock["/Fields"]]) == ("/Include", list(LOCKED))
    assert "/Lock" not in fields["sig_vh1"].indirect_reference.get_object()


def test_the_box_can_be_read_and_filled_in_on_paper(made: Any, facts: DocumentFacts) -> None:
    """Every label, and the code in words, stands among the page's own text."""
    proposal = left(made, facts)
    printed = words_of(proposal.data)
    for line in form_text(proposal.form):
        said = line.removeprefix("[ ] ").removesuffix(": ______").removesuffix(":")
        assert said in printed


def test_a_draft_says_that_it_cannot_be_decided_on(made: Any, facts: DocumentFacts) -> None:
    """It has the same fields, and a line before them; the real proposal has no such line."""
    draft, real = left(made, facts, is_draft=True), left(made, facts)
    assert "Det här är ett utkast och kan inte beslutas." in words_of(draft.data)
    assert "kan inte beslutas" not in words_of(real.data)
    fields, same = (PdfReader(BytesIO(one.data)).get_fields() for one in (draft, real))
    assert list(fields or {}) == list(same or {})


def test_a_protected_identity_names_nobody_in_the_box(made: Any, facts: DocumentFacts) -> None:
    """Neither guardians nor the rektor, whose name leads to the school."""
    student = facts.student.model_copy(update={"has_protected_identity": True})
    said = "\n".join(form_text(left(made, facts.model_copy(update={"student": student})).form))
    assert "Förälder" not in said
    assert "Rektorsson" not in said


@pytest.mark.parametrize("guardians", [0, 1, 3, 4, 9])
def test_the_box_has_room_for_every_family(made: Any, facts: DocumentFacts, guardians: int) -> None:
    """Places for up to four; more than that sign on paper."""
    form = decision_form("R", tuple(f"Förälder {n}" for n in range(guardians)))
    assert len(form.informed) == min(guardians, 4)
    document = left(made, facts).document.model_copy(update={"blocks": (Heading(level=1, text="T"), form)})
    assert len(PdfReader(BytesIO(render_pdf(document))).pages) == 1


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=400), max_size=4))
def test_any_name_can_stand_in_the_box(principal: str, guardians: list[str]) -> None:
    """Whatever somebody is called, the box stays whole on its page."""
    blocks = (Heading(level=1, text="T"), decision_form(principal, tuple(guardians)))
    document = Document(title="T", subject="T", author="A", blocks=blocks)
    assert len(PdfReader(BytesIO(render_pdf(document))).pages) == 1


def test_the_form_keeps_both_standards_empty_and_filled_in(made: Any, facts: DocumentFacts) -> None:
    """Also a draft, and a file that pypdf has filled in and written anew."""
    real = left(made, facts)
    for data in (real.data, left(made, DocumentFacts(), is_draft=True).data, filled(real.data)):
        assert faults(data) == []


def test_one_answer_takes_the_place_of_the_other(made: Any, facts: DocumentFacts) -> None:
    """The four boxes are one field, that can be cleared again."""
    fields = PdfReader(BytesIO(filled(left(made, facts).data))).get_fields() or {}
    assert fields[RULING].get("/V") == "/with_changes"
    assert [kid["/AS"] for kid in fields[RULING]["/Kids"] if kid.get_object()["/AS"] != "/Off"] == ["/with_changes"]
    no_toggle_to_off = 1 << 14
    assert not fields[RULING].indirect_reference.get_object()["/Ff"] & no_toggle_to_off
