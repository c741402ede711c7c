"""The picture on the decision's page can be read by a camera, and by ear."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
import zxingcpp

from exports.document_code import read_code
from exports.qr_drawing import qr_rows
from planning.decision import DocumentFacts
from tests.exports.form_samples import left


@pytest.mark.parametrize("dpi", [75, 100])
def test_a_coarse_picture_of_the_page_still_says_which_document_it_is(
    made: Any, facts: DocumentFacts, dpi: int
) -> None:
    """As a scanner or a telephone sees it; the code read is the code printed."""
    proposal = left(made, facts)
    seen = []
    with pypdfium2.PdfDocument(proposal.data) as document:
        for page in document:
            picture = page.render(scale=dpi / 72).to_pil()
            seen += [code.text for code in zxingcpp.read_barcodes(picture)]
    assert proposal.form.code is not None
    assert seen == [proposal.form.code.for_camera]
    assert read_code(seen[0]) == proposal.form.code


@pytest.mark.parametrize("text", ["STEGVIS 1", "SMSTO:0700000000:hej på dig"])
def test_any_text_becomes_a_square(text: str) -> None:
    """Capitals and figures, or whatever else; three corners are dark."""
    rows = qr_rows(text)
    assert {len(row) for row in rows} == {len(rows)}
    assert [rows[0][0], rows[0][-1], rows[-1][0]] == [True] * 3
