"""A kept case whose proposal has left, for the tests of its way back."""

from __future__ import annotations

import datetime as dt
import hashlib

from casework.app_verbs import make_plan
from casework.case import DocumentMade
from casework.cases import CaseId, CaseStore, create_case, note_documents, open_case, take_in_timetable, write_facts
from casework.documents import PROPOSAL
from casework.kept_documents import dossier_of
from exports.attachment import with_plan
from exports.pdf import render_pdf
from exports.proposal import build_proposal
from exports.returned import fingerprint
from planning.public_plan import public_plan
from tests.casework.small_week import facts, week


def planned_case(store: CaseStore) -> CaseId:
    """A case with a timetable and a plan."""
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts(student="Kim"))
    take_in_timetable(store, case_id, week())
    make_plan(store, open_case(store, case_id))
    return case_id


def sent_proposal(
    store: CaseStore, case_id: CaseId, *, version: int = 1, is_draft: bool = False, is_noted: bool = True
) -> bytes:
    """The proposal as it leaves, noted as it is noted then; `is_noted`: or not, as before there were such notes."""
    dossier = dossier_of(open_case(store, case_id))
    told = dossier.document.model_copy(
        update={"prepared": dossier.document.prepared.model_copy(update={"version": version})}
    )
    public = public_plan(dossier.problem, dossier.plan)
    data = render_pdf(with_plan(build_proposal(public, told, is_draft=is_draft), public, told, case_id))
    made = DocumentMade(
        kind=PROPOSAL,
        made_at=dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC),
        sha256=hashlib.sha256(data).hexdigest(),
        plan_number=1,
        proposal=fingerprint(data) if is_noted else None,
    )
    note_documents(store, case_id, [made])
    return data
