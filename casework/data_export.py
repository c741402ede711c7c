"""Everything that is kept of a student, for the student (GDPR art. 15 and 20): to read, and for machines."""

from __future__ import annotations

import json
from typing import Any

from casework.data_extract import extract_of
from casework.data_gathering import For, as_data, gather, json_schema
from casework.guarded import changing, verb
from exports.bundle import bundle
from exports.data_export import build_extract
from exports.pdf import render_pdf
from planning.access import Action
from planning.errors import NotAllowed
from storage.records import CaseId
from storage.store import CaseStore

ZIP_NAME = "utdrag.zip"
"""Tells of nobody."""
PDF_NAME, JSON_NAME, SCHEMA_NAME = "utdrag.pdf", "utdrag.json", "utdrag.schema.json"


@verb(Action.EXPORT_DATA)
def export_data(
    store: CaseStore, case_id: CaseId, receiver: For = For.STUDENT, *, is_confirmed: bool = False
) -> bytes:
    """The extract as one ZIP: a PDF to read, the same and more as JSON, and the JSON's schema.

    Raises `NotAllowed("protected_export")` for a protected identity until it `is_confirmed` that it may leave, and
    `CaseFileError` where there is no such case for the actor.
    """
    with changing(store, case_id) as (reader, row, at):
        if row.is_protected and not is_confirmed:
            raise NotAllowed("protected_export")
        export = gather(reader, row, at, receiver)
    files = {
        PDF_NAME: render_pdf(build_extract(extract_of(export))),
        JSON_NAME: _written(as_data(export)),
        SCHEMA_NAME: json.dumps(json_schema(), ensure_ascii=False).encode(),
    }
    return bundle(files)


def _written(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
