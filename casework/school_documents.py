"""What leaves for the school: the proposal, its secret annex, and the tables."""

from __future__ import annotations

from casework.before_sending import refuse_while_waiting
from casework.dossier import Dossier
from casework.law import law_case_of
from casework.mapping import needs_mapping
from casework.planned_support import planned_support
from exports import workbook
from exports.appendix import NeedsMapping, build_appendix
from exports.attachment import with_plan
from exports.items_table import items_csv
from exports.pdf import render_pdf
from exports.plan_table import plan_csv
from exports.proposal import build_proposal, with_log_head
from planning.law.judging import judge_law
from planning.public_plan import public_plan


def proposal(dossier: Dossier) -> bytes:
    """D1, for real or as a draft that bears «UTKAST» across every page.

    Asked for real while anything waits (`casework.before_sending`) it raises `NotAllowed("proposal_incomplete")`.
    """
    case = law_case_of(dossier)
    verdicts = judge_law(case)
    if not dossier.is_draft:
        refuse_while_waiting(dossier, verdicts)
    public = public_plan(dossier.problem, dossier.plan, current_step=dossier.current_step)
    document = build_proposal(
        public,
        dossier.document,
        is_draft=dossier.is_draft,
        picture=case.picture,
        teaching=case.teaching,
        law=verdicts,
    )
    document = with_log_head(document, dossier.log_head)
    return render_pdf(with_plan(document, public, dossier.document, dossier.case_id))


def appendix(dossier: Dossier) -> bytes:
    """D2, the secret annex."""
    return render_pdf(build_appendix(_annex(dossier)))


def plan_table(dossier: Dossier) -> bytes:
    """The lessons, row by row."""
    return plan_csv(dossier.problem, dossier.plan).encode()


def plan_workbook(dossier: Dossier) -> bytes:
    """Timetable, attendance, subjects and grades for the school's own systems, as xlsx."""
    return workbook.plan_workbook(dossier.problem, dossier.plan, current_step=dossier.current_step)


def items_table(dossier: Dossier) -> bytes:
    """What is not a lesson, row by row."""
    return items_csv(dossier.problem, dossier.plan).encode()


def _annex(dossier: Dossier) -> NeedsMapping:
    mapping = needs_mapping(dossier.problem, dossier.sheet, dossier.document, dossier.handled, dossier.date)
    return mapping.model_copy(update={"support": planned_support(dossier.problem, dossier.plan)})
