"""Proposals as they leave, for the tests of the form and of its way back."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter

from exports.attachment import with_plan
from exports.blocks import Document
from exports.decision_form import DECIDED_BY, DECIDED_ON, REASONS, REFERENCE, RULING, VALID_FROM, VALID_TO, DecisionForm
from exports.pdf import render_pdf
from exports.proposal import build_proposal
from planning.decision import DocumentFacts
from planning.public_plan import public_plan

FILLED = {
    RULING: "/with_changes",
    REASONS: "Skollagen 3 kap. 12 §. Idrott börjar i steg 3.\nåäö ÅÄÖ é “x”",
    VALID_FROM: "2026-11-30",
    VALID_TO: "2027-01-22",
    DECIDED_ON: "2026-11-27",
    DECIDED_BY: "Rektor Rektorsson, rektor",
    REFERENCE: "BUN 2026/0001",
}
"""A decision as a rektor could write it."""


class Left(NamedTuple):
    """A proposal that has left: as a document and as the file."""

    document: Document
    data: bytes

    @property
    def form(self) -> DecisionForm:
        """The rektor's box."""
        return next(block for block in self.document.blocks if isinstance(block, DecisionForm))


def left(made: Any, facts: DocumentFacts, *, case_id: str = "case-1", is_draft: bool = False) -> Left:
    """The proposal of that plan."""
    public = public_plan(made.problem, made.plan)
    document = with_plan(build_proposal(public, facts, is_draft=is_draft), public, facts, case_id)
    return Left(document, render_pdf(document))


def filled(data: bytes, values: dict[str, str] | None = None) -> bytes:
    """The file filled in by pypdf, which writes it anew from end to end."""
    writer = PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, FILLED if values is None else values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def words_of(data: bytes) -> str:
    """All text of the file, white space joined."""
    return " ".join(" ".join(page.extract_text() or "" for page in PdfReader(BytesIO(data)).pages).split())
