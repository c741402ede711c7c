"""Documents of a kept case: made from the plan it has, noted with their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from casework import now as clock
from casework.app_verbs import problem_for
from casework.before_sending import what_waits
from casework.case import Case, DocumentMade
from casework.cases import CaseStore, note_documents
from casework.documents import DOCUMENTS, PROPOSAL, make_documents
from casework.dossier import Dossier
from exports.returned import fingerprint
from planning.checks.judge import broken_promises
from planning.errors import NotAllowed
from planning.outcomes import Found


def dossier_of(case: Case) -> Dossier:
    """What the case's documents are made of. `NotAllowed` while there is no plan, or it is older than the answers."""
    problem = problem_for(case)
    if problem is None or case.plan is None or not isinstance(case.plan.outcome, Found):
        raise NotAllowed("no_plan_yet")
    plan = case.plan.outcome.plan
    if not case.plan_is_current or broken_promises(problem, plan):
        raise NotAllowed("plan_is_old")
    return Dossier(
        case_id=case.id,
        problem=problem,
        plan=plan,
        facts=case.facts,
        sheet=case.sheet,
        handled=case.handled,
        date=clock.today(),
    )


def documents_of(
    store: CaseStore, case: Case, only: Iterable[str] = DOCUMENTS, *, is_draft: bool | None = None
) -> Mapping[str, bytes]:
    """The named documents, made now and noted in the case before they leave.

    With `is_draft` unsaid the proposal is a draft while anything waits (`casework.before_sending`).
    """
    names, dossier = tuple(only), dossier_of(case)
    if is_draft is None:
        is_draft = PROPOSAL in names and not what_waits(dossier).is_nothing
    made = make_documents(dossier.model_copy(update={"is_draft": is_draft}), names)
    assert case.plan is not None
    note_documents(
        store,
        case.id,
        [
            DocumentMade(
                kind=name,
                made_at=clock.now(),
                sha256=hashlib.sha256(content).hexdigest(),
                plan_number=case.plan.number,
                proposal=fingerprint(content) if name == PROPOSAL else None,
            )
            for name, content in made.items()
        ],
    )
    return made
