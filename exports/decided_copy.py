"""The proposal that was sent with the rektor's decision filled in: the same file, and the seven fields of its form.

Nothing else in it is touched, so that it can be read back as a decision that has come on paper or by mail can.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from exports.decision_form import (
    DECIDED_BY,
    DECIDED_ON,
    LONGEST,
    REASONS,
    REFERENCE,
    RULING,
    VALID_FROM,
    VALID_TO,
)
from planning.decided import Written

_CUT = " …"


def decided_copy(content: bytes, written: Written, changes: Sequence[str] = ()) -> bytes:
    """The file with the decision in its fields. `changes` are sentences that stand after the reasons, a line each."""
    days = {VALID_FROM: written.valid_from, VALID_TO: written.valid_to, DECIDED_ON: written.decided_on}
    reasons = "\n".join([line for line in (written.reasons, *changes) if line])
    values = {
        RULING: f"/{written.ruling.value}",
        REASONS: _within(reasons, LONGEST[REASONS]),
        DECIDED_BY: _within(written.decided_by, LONGEST[DECIDED_BY]),
        REFERENCE: _within(written.reference, LONGEST[REFERENCE]),
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _within(text: str, longest: int) -> str:
    """What the field has room for: what is cut says so, and the app keeps all of it."""
    return text if len(text) <= longest else text[: longest - len(_CUT)] + _CUT
