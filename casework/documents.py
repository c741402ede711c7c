"""The documents of a plan, as files ready to leave: nothing is made while a duty to act is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from casework.facts import CaseFacts
from casework.mapping import needs_mapping
from casework.planned_support import planned_support
from casework.readiness import what_is_missing
from casework.wished_forms import wants_pictures
from exports.appendix import NeedsMapping, build_appendix
from exports.calendar_file import calendar_file
from exports.items_table import items_csv
from exports.pdf import render_pdf
from exports.plan_table import plan_csv
from exports.proposal import build_proposal
from exports.student_page import OwnPage, build_student_page
from planning.decision import DocumentFacts
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.needs import SafeRoom
from planning.plan import Plan
from planning.problem import Problem
from planning.public_plan import public_plan
from questionnaire.alerts import Handled, alerts_from, open_alerts
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.reading import said
from questionnaire.vocabulary import Preference
from wording.bank_words import said_in
from wording.phrases import and_list, lower_first

PROPOSAL = "forslag.pdf"
APPENDIX = "kartlaggning.pdf"
STUDENT_PAGE = "schema.pdf"
CALENDAR = "plan.ics"
TABLE = "plan.csv"
ITEMS = "insatser.csv"

DOCUMENTS = (PROPOSAL, APPENDIX, STUDENT_PAGE, CALENDAR, TABLE, ITEMS)
"""Every document by its file name, in the order they are shown. No name tells whose it is."""


class Dossier(Frozen):
    """Everything that documents are made of."""

    case_id: str
    """Tells nothing; it keeps the calendar's events apart from other cases'."""
    problem: Problem
    plan: Plan
    facts: CaseFacts
    sheet: AnswerSheet
    handled: tuple[Handled, ...] = ()
    date: dt.date
    current_step: int = 1
    """The step that is lived now: it and the next carry dates."""


def make_documents(dossier: Dossier, only: Iterable[str] = DOCUMENTS) -> Mapping[str, bytes]:
    """The named documents as bytes. Raises `NotAllowed("duty_first")` while an answer obliges somebody to act.

    The proposal is a draft until the student has said yes to the plan and the guardians are at one.
    """
    if open_alerts(alerts_from(load_bank(), dossier.sheet), dossier.handled):
        raise NotAllowed("duty_first")
    problem, plan, facts, now = dossier.problem, dossier.plan, dossier.facts, dossier.current_step
    document = _with_known(facts)
    makers = {
        PROPOSAL: lambda: render_pdf(
            build_proposal(
                public_plan(problem, plan, current_step=now), document, is_draft=bool(what_is_missing(dossier.sheet))
            )
        ),
        APPENDIX: lambda: render_pdf(
            build_appendix(_annex(dossier, document))
        ),
        STUDENT_PAGE: lambda: render_pdf(
            build_student_page(problem, plan, _own_page(problem, facts, dossier.sheet), current_step=now)
        ),
        CALENDAR: lambda: calendar_file(problem, plan, first_name(facts), dossier.case_id, current_step=now),
        TABLE: lambda: plan_csv(problem, plan).encode(),
        ITEMS: lambda: items_csv(problem, plan).encode(),
    }
    return {name: makers[name]() for name in only}


def _annex(dossier: Dossier, document: DocumentFacts) -> NeedsMapping:
    mapping = needs_mapping(dossier.problem, dossier.sheet, document, dossier.handled, dossier.date)
    return mapping.model_copy(update={"support": planned_support(dossier.problem, dossier.plan)})


def first_name(facts: CaseFacts) -> str:
    """What the student is called in documents of the student's own."""
    return facts.document.student.first_name or facts.student


def _with_known(facts: CaseFacts) -> DocumentFacts:
    """The document's facts with what the case knows already where they are empty."""
    document = facts.document
    student = document.student
    prepared = document.prepared
    return document.model_copy(
        update={
            "student": student.model_copy(update={"first_name": student.first_name or facts.student}),
            "prepared": prepared.model_copy(update={"coach": prepared.coach or facts.coach.name}),
        }
    )


LIKED = QuestionId("IN1")
"""«Vad gillar du?»"""


def _likes(sheet: AnswerSheet) -> list[str]:
    """What the student likes, in the words of the boxes; «annat» tells nothing."""
    item = load_bank().by_id[LIKED]
    ticked = set(said(load_bank(), item, sheet.of(LIKED)).ticks) - item.alone_codes - {"something_else"}
    return [lower_first(said_in(option)) for option in item.options if option.code in ticked]


def _own_page(problem: Problem, facts: CaseFacts, sheet: AnswerSheet) -> OwnPage:
    rooms = [room for need in problem.needs if isinstance(need, SafeRoom) for room in need.rooms]
    return OwnPage(
        first_name=first_name(facts),
        meets=facts.trusted_person or facts.coach.name,
        calm_place=rooms[0] if rooms else "",
        likes=and_list(_likes(sheet)),
        with_pictures=wants_pictures(sheet),
        large=Preference.READ_ALOUD in preferences_from(load_bank(), sheet),
    )
