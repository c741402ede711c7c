"""Documents of a kept case: made from the plan it has, noted with their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from casework import now as clock
from casework.app_verbs import problem_for
from casework.before_sending import what_waits
from casework.case import Case, DocumentMade
from casework.cases import CaseStore, note_documents
from casework.decided_frames import decided_now, frame_in_force
from casework.documents import (
    BUNDLES,
    CALENDAR,
    DOCUMENTS,
    PROPOSAL,
    file_name,
    language_of,
    making_documents,
)
from casework.dossier import Dossier
from casework.guarded import verb
from casework.protection import refuse_unconfirmed
from casework.sent_proposals import as_sent
from casework.student_documents import calendar_handed
from exports.bundle import bundle
from exports.returned import fingerprint
from planning.access import Action
from planning.checks.judge import broken_promises
from planning.decided_frame import DecidedFrame, frame_of
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.outcomes import Found
from planning.sent_proposal import SentProposal
from wording.language import SOURCE_LANGUAGE, Language, speaking


class Order(Frozen):
    """Which documents are asked for, and how."""

    names: tuple[str, ...] = DOCUMENTS
    language: Language = SOURCE_LANGUAGE
    """Of those that are written in it; the others are in Swedish."""
    is_draft: bool = False
    """Whether a draft of the proposal is asked for."""
    reminder_minutes: int = 0
    """So long before the day's first event the calendar reminds the student; 0: not at all."""
    log_head: str = ""
    """How far the log has come, to be printed on what is handed to the school; empty: not told."""
    is_confirmed: bool = False
    """Of a protected student: somebody has said that they know where it goes (rule D2r)."""


EVERYTHING = Order()


class Made(NamedTuple):
    """Documents that are made and not yet noted, by the file names that they leave with."""

    files: Mapping[str, bytes]
    plan_number: int
    calendar_memory: str = ""
    """What the next calendar needs to know of this one; empty where there is none among the files."""
    frame: DecidedFrame | None = None
    """What a decision on the proposal leaves room for, where it is among the files."""
    log_head: str = ""
    sent: SentProposal | None = None
    """The proposal as the school will read it, where it is among the files and no draft."""


def dossier_of(case: Case, order: Order = EVERYTHING) -> Dossier:
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
        decided=decided_now(case),
        frame=frame_in_force(case),
        is_draft=order.is_draft,
        summary=case.summary,
        reminder_minutes=order.reminder_minutes,
        log_head=order.log_head,
        calendar_memory=next((note.memory for note in reversed(case.documents) if note.memory), ""),
    )


def make_ordered(case: Case, order: Order, goes_on: Callable[[int], bool] = lambda _: True) -> Made | None:
    """The documents that are asked for. `goes_on` is told how many are made, and may say no: then there are none.

    Raises `NotAllowed` as `dossier_of` does, and where the identity is protected and nobody has confirmed.
    """
    refuse_unconfirmed(case.facts, is_confirmed=order.is_confirmed)
    dossier = dossier_of(case, order)
    assert case.plan is not None
    files: dict[str, bytes] = {}
    if not goes_on(0):
        return None
    for name, content in making_documents(dossier, order.names, language=order.language):
        files[name] = content
        if not goes_on(len(files)):
            return None
    memory = ""
    if CALENDAR in order.names:
        with speaking(language_of(CALENDAR, order.language)):
            memory = calendar_handed(dossier).memory
    frame = frame_of(dossier.plan, dossier.document) if PROPOSAL in order.names else None
    sent = as_sent(dossier, files[PROPOSAL]) if PROPOSAL in files and not order.is_draft else None
    return Made(files, case.plan.number, memory, frame, order.log_head, sent)


@verb(Action.MAKE_DOCUMENTS)
def note_made(store: CaseStore, case: Case, made: Made) -> None:
    """Notes in the case what was made, before it leaves."""
    calendars = {file_name(CALENDAR, SOURCE_LANGUAGE), file_name(CALENDAR, "en")}
    note_documents(
        store,
        case.id,
        [
            DocumentMade(
                kind=name,
                made_at=clock.now(),
                sha256=hashlib.sha256(content).hexdigest(),
                plan_number=made.plan_number,
                memory=made.calendar_memory if name in calendars else "",
                proposal=fingerprint(content) if name == PROPOSAL else None,
                frame=made.frame if name == PROPOSAL else None,
                log_head=made.log_head if name == PROPOSAL else "",
            )
            for name, content in made.files.items()
        ],
        made.sent,
    )


def file_of(made: Made, wanted: str) -> tuple[str, bytes]:
    """The file to hand out, by its name: the document itself, or all of them as one where a bundle is wanted."""
    if wanted in BUNDLES.values():
        return wanted, bundle(made.files)
    ((name, content),) = made.files.items()
    return name, content


@verb(Action.MAKE_DOCUMENTS)
def documents_of(
    store: CaseStore,
    case: Case,
    only: Iterable[str] = DOCUMENTS,
    *,
    is_draft: bool | None = None,
    is_confirmed: bool = False,
) -> Mapping[str, bytes]:
    """The named documents, made now and noted in the case before they leave.

    With `is_draft` unsaid the proposal is a draft while anything waits (`casework.before_sending`).
    """
    names = tuple(only)
    if is_draft is None:
        is_draft = PROPOSAL in names and not what_waits(dossier_of(case)).is_nothing
    order = Order(names=names, is_draft=is_draft, log_head=store.head().printed, is_confirmed=is_confirmed)
    made = make_ordered(case, order)
    assert made is not None
    note_made(store, case, made)
    return made.files
