"""What waits in a kept case before its proposal can be sent, also while there is no plan to make one of."""

from __future__ import annotations

from casework.before_sending import Waiting, what_waits
from casework.case import Case
from casework.dossier import document_of
from casework.kept_documents import dossier_of
from casework.readiness import what_is_missing
from planning.decision import missing_fields
from planning.errors import NotAllowed


def what_waits_in(case: Case) -> Waiting:
    """What waits. Without a plan of today's answers no rule of law is asked: fields and the student's word are.

    Raises `BadInput` as `casework.law.law_verdicts` does.
    """
    try:
        dossier = dossier_of(case)
    except NotAllowed:
        return Waiting(missing=missing_fields(document_of(case.facts)), hindrances=what_is_missing(case.sheet))
    return what_waits(dossier)
