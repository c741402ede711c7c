"""The sent file with a decision filled in: the form's fields and nothing else."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from exports.comparison import differences
from exports.decided_copy import decided_copy
from exports.decision_form import LONGEST, REASONS, RULING, VALID_TO
from exports.decision_values import decision_in
from exports.returned import fingerprint, read_file
from planning.decided import CameAs, Ruling, Written
from planning.decision import DocumentFacts
from tests.exports.form_samples import left

WRITTEN = Written(
    ruling=Ruling.WITH_CHANGES, reasons="Skollagen 3 kap. 12 §. åäö", valid_from=dt.date(2027, 1, 11),
    valid_to=dt.date(2027, 3, 19), decided_on=dt.date(2026, 12, 1), decided_by="Eva Exempel, rektor", reference="BUN 1",
)  # fmt: skip


def test_what_is_read_back_is_what_was_decided(made: Any, facts: DocumentFacts) -> None:
    """And the file is otherwise the one that left."""
    sent = left(made, facts).data
    copy = decided_copy(sent, WRITTEN, ("Bild, måndag 08.10, steg 1: Vänta.",))
    came = read_file(copy)
    assert differences(came, fingerprint(sent)) == ()
    decided = decision_in(came.values, came.print.code, CameAs.FORM).decided
    assert decided is not None
    assert decided.reasons == f"{WRITTEN.reasons}\nBild, måndag 08.10, steg 1: Vänta."
    assert decided.model_dump(include={"ruling", "valid_to", "decided_by", "reference"}) == WRITTEN.model_dump(
        include={"ruling", "valid_to", "decided_by", "reference"}
    )


def test_an_empty_day_stays_empty_and_a_long_reason_says_that_it_is_cut(made: Any, facts: DocumentFacts) -> None:
    """Nothing is made up, and nothing is longer than its field."""
    sent = left(made, facts).data
    written = Written(ruling=Ruling.NO_PROGRAMME, reasons="x" * (LONGEST[REASONS] + 9))
    fields = PdfReader(BytesIO(decided_copy(sent, written))).get_fields() or {}
    assert str(fields[RULING]["/V"]) == "/no_programme"
    assert str(fields[VALID_TO].get("/V", "")) == ""
    assert len(str(fields[REASONS]["/V"])) == LONGEST[REASONS]
    assert str(fields[REASONS]["/V"]).endswith("…")
