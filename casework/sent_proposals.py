"""The proposal as it left, kept for whoever answers it: what is read in the app is what was sent, and nothing since.

It is kept when it is made for real. Who may see documents may see it; nobody needs an answer of the student's for that.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping

from casework.case_records import DECISIONS, PROPOSALS
from casework.course_records import moves_of
from casework.dossier import Dossier
from casework.guarded import looking, verb
from casework.law import law_case_of
from exports.decided_copy import decided_copy
from exports.language_guard import guarded, without_telling_sentences
from exports.proposal_law import stands_in_proposal
from exports.proposal_subjects import lost_by_subject
from exports.proposal_support import support_by_step
from planning.access import Action
from planning.decided import Decided, Ruling
from planning.decision import DocumentFacts
from planning.decision_follow_ups import AroundDecision
from planning.errors import NotAllowed
from planning.law.judging import judge_law
from planning.law.verdicts import LawVerdict
from planning.parties import StudentFacts
from planning.plan import PlanStep
from planning.problem import Problem
from planning.protected import without_place
from planning.public_plan import PublicPlan, PublicStep, public_plan
from planning.public_weeks import public_labels
from planning.sent_proposal import ClassLesson, LawLine, SeenWeek, SentProposal
from planning.timetable import WeekLabel
from planning.workflow.comments import LessonComment
from planning.workflow.moves import Move, MoveName
from storage.reading import Reader
from storage.records import CaseId
from storage.store import CaseStore
from wording.course_comments import say_change
from wording.law import group_of, say_law, say_law_reason, say_law_rule, say_law_source


def as_sent(dossier: Dossier, content: bytes) -> SentProposal:
    """What is kept of a proposal that has been made for real, beside its bytes."""
    case = law_case_of(dossier)
    public = public_plan(dossier.problem, dossier.plan, current_step=dossier.current_step)
    facts = printed_facts(dossier.document)
    pairs = zip(public.steps, dossier.plan.steps, strict=True)
    return SentProposal(
        sha256=hashlib.sha256(content).hexdigest(),
        version=facts.prepared.version,
        pdf=base64.b64encode(content).decode(),
        public=_without_stories(public),
        support=tuple(support_by_step(public)),
        facts=facts,
        weeks=tuple(tuple(_weeks(dossier.problem, *pair)) for pair in pairs),
        lost=tuple(lost_by_subject(public, case.teaching).items()),
        law=tuple(_law_lines(judge_law(case))),
    )


def _without_stories(public: PublicPlan) -> PublicPlan:
    """The public plan without the needs, contacts and days that its sentences are made of."""
    nothing = dict.fromkeys(("new", "released", "holding", "support", "contacts", "bad_days"), ())
    steps = (step.model_copy(update={"story": step.story.model_copy(update=nothing)}) for step in public.steps)
    return public.model_copy(update={"steps": tuple(steps)})


def printed_facts(facts: DocumentFacts) -> DocumentFacts:
    """The facts as the proposal prints them; with a protected identity it names nobody."""
    told = without_place(guarded(facts)).model_copy(update={"around": AroundDecision()})
    if not told.student.has_protected_identity:
        return told
    return told.model_copy(update={"student": StudentFacts(has_protected_identity=True)})


@verb(Action.SEE_DECISION)
def decision_file(store: CaseStore, case_id: CaseId, number: int) -> bytes:
    """The proposal with the decision of that number filled in, as a file. Raises `NotAllowed` where there is none."""
    with looking(store, case_id) as (reader, row):
        decisions = {one.number: one.noun for one in reader.every(DECISIONS, case_id)}
        kept = reader.every(PROPOSALS, case_id)
        moves = moves_of(reader, row)
    decided = decisions.get(number)
    answered = [one.noun for one in kept if decided is not None and one.noun.version == decided.proposal_version]
    if decided is None or not answered:
        raise NotAllowed("no_decision_file")
    return decided_copy(answered[-1].file, decided, tuple(map(say_change, changes_in(decided, decisions, moves))))


def changes_in(
    decided: Decided, decisions: Mapping[int, Decided], moves: Iterable[Move]
) -> tuple[LessonComment, ...]:
    """What a decision with changes says of lessons, steps and subjects; it is told anew when its receipt is noted."""
    if decided.ruling is not Ruling.WITH_CHANGES:
        return ()
    made = (move for move in moves if move.name is MoveName.DECIDE_WITH_CHANGES and move.decision in decisions)
    same = [move for move in made if decisions[move.decision or 0].proposal_version == decided.proposal_version]
    return same[-1].comments if same else ()


def kept_proposal(reader: Reader, case_id: CaseId, sha256: str) -> SentProposal | None:
    """The proposal of those bytes, for those who have asked already whether they may see documents.

    None where it was made before such were kept, or has been made elsewhere.
    """
    kept = (one.noun for one in reversed(reader.every(PROPOSALS, case_id)))
    return next((one for one in kept if one.sha256 == sha256), None)


def _weeks(problem: Problem, public: PublicStep, planned: PlanStep) -> Iterator[SeenWeek]:
    labels = planned.step.week_labels
    for number, week in enumerate(public.weeks):
        label = (
            problem.calendar.week_label(problem.timetable, week.mondays[0])
            if week.mondays
            else labels[min(number, len(labels) - 1)]
        )
        whole = (occasion.lesson for occasion in problem.timetable.occasions if occasion.week == label)
        yield SeenWeek(
            week=_told(label),
            lessons=tuple(lesson.lesson.id for lesson in planned.in_week(label)),
            whole=tuple(
                ClassLesson(
                    id=lesson.id, subject=lesson.subject, weekday=lesson.weekday, start=lesson.start, end=lesson.end,
                    room=", ".join(lesson.rooms),
                )
                for lesson in whole
            ),
        )  # fmt: skip


def _told(label: WeekLabel) -> WeekLabel:
    return public_labels((label,))[0]


def _law_lines(verdicts: tuple[LawVerdict, ...]) -> Iterator[LawLine]:
    for verdict in verdicts:
        group = group_of(verdict)
        if group is None or not stands_in_proposal(verdict):
            continue
        said = " ".join(part for part in (say_law(verdict), say_law_reason(verdict)) if part)
        yield LawLine(
            code=verdict.rule.code, group=group.value, title=say_law_rule(verdict.rule.code),
            said=without_telling_sentences(said), source=say_law_source(verdict.rule),
        )  # fmt: skip
