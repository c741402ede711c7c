"""The student's word on the draft: which parts are right, whether the first step is, and which smaller one instead.

A draft that has changed has not been seen: what was said of the one before is taken back and asked anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from uuid import uuid4

from casework import now as clock
from casework.app_verbs import make_plan, problem_for
from casework.case import Case
from casework.cases import CaseStore, keep_plan, open_case, record_answers, write_facts
from casework.facts import SmallerFirstStep
from casework.guarded import verb
from casework.proposing import propose
from casework.readiness import PARTS_QUESTION, STEP_QUESTION, PlanPart
from planning.access import Action
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.outcomes import Found
from planning.plan import PlanStep
from planning.problem import Problem
from planning.stories import StepStory, tell
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, after_all
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.vocabulary import Preference

Planning = Callable[[CaseStore, Case], object]
"""What makes the plan anew: at once (`make_plan`), or in a search that is watched (`casework.searching`)."""


class SmallerStep(Frozen):
    """One of the smaller first steps, as a whole plan with it would begin."""

    choice: SmallerFirstStep
    step: PlanStep
    story: StepStory


@verb(Action.ANSWER)
def say_parts_right(store: CaseStore, case: Case, parts: Iterable[PlanPart]) -> None:
    """Record which parts of the draft the student calls right. The plan is as it was."""
    ticks = tuple(part.value for part in parts)
    _record(store, case, {PARTS_QUESTION: Answer(ticks=ticks) if ticks else None})
    _keep_current(store, case)


@verb(Action.ANSWER)
def answer_first_step(store: CaseStore, case: Case, choice: Choice | None, planning: Planning = make_plan) -> None:
    """Record what the student says of the draft's first step (None takes it back), and make the plan anew with it.

    An answer that asks for no other first step leaves a plan that was current as it is.
    """
    _record(store, case, {STEP_QUESTION: None if choice is None else Answer(choice=choice)})
    after = open_case(store, case.id)
    if _wants_smaller(after) is not _wants_smaller(case):
        planning(store, after)
    else:
        _keep_current(store, case)


def _wants_smaller(case: Case) -> bool:
    return Preference.SMALLER_FIRST_STEP in preferences_from(load_bank(), case.sheet)


@verb(Action.MAKE_PLAN)
def plan_anew(store: CaseStore, case: Case) -> None:
    """Make the plan anew; where it became another, what was said of the one before is taken back."""
    make_plan(store, case)
    ask_anew(store, case)


@verb(Action.MAKE_PLAN)
def ask_anew(store: CaseStore, before: Case) -> None:
    """Take back what was said of the draft that the case had `before`, where another has come instead.

    A search that ended without a plan changes no draft: what was said of the last one still holds.
    """
    after = open_case(store, before.id)
    was, now = before.last_good_plan, after.plan
    if was is None or now is None or now.outcome == was.outcome or not isinstance(now.outcome, Found):
        return
    step = after.sheet.of(STEP_QUESTION)
    # «Nej» stays: it is what the smaller first step comes from.
    asked_anew = [PARTS_QUESTION, *([STEP_QUESTION] if step and step.choice is not Choice.NO else [])]
    said = [question for question in asked_anew if after.sheet.of(question)]
    if said:
        _record(store, after, dict.fromkeys(said))
        _keep_current(store, after)


@verb(Action.ANSWER)
def choose_smaller(
    store: CaseStore, case: Case, choice: SmallerFirstStep | None, planning: Planning = make_plan
) -> None:
    """Make the plan with that smaller first step, or again without any, and ask about it anew."""
    write_facts(store, case.id, case.facts.model_copy(update={"smaller_first_step": choice}))
    _record(store, case, {PARTS_QUESTION: None, STEP_QUESTION: None})
    planning(store, open_case(store, case.id))


def smaller_steps(case: Case) -> Iterator[SmallerStep]:
    """The smaller first steps that a plan can be made with, each planned for its own; half the time first."""
    for choice in SmallerFirstStep:
        facts = case.facts.model_copy(update={"smaller_first_step": choice})
        try:
            problem = problem_for(case.model_copy(update={"facts": facts}))
        except BadInput:
            continue
        if problem is not None and (found := _first_step(problem)):
            yield SmallerStep(choice=choice, step=found[0], story=found[1])


def _first_step(problem: Problem) -> tuple[PlanStep, StepStory] | None:
    outcome = propose(problem)
    return (outcome.plan.steps[0], tell(problem, outcome.plan)[0]) if isinstance(outcome, Found) else None


def _record(store: CaseStore, case: Case, said: dict[QuestionId, Answer | None]) -> None:
    """Records the student's answers as the latest of all, whatever the browser's clock says."""
    at = after_all(case.events, clock.now())
    events = [
        AnswerEvent(id=EventId(str(uuid4())), question=question, answer=answer, at=at)
        for question, answer in said.items()
    ]
    record_answers(store, case.id, events)


def _keep_current(store: CaseStore, before: Case) -> None:
    """What was said changes nothing that a plan depends on: one that was current still is."""
    if before.plan is not None and before.plan_is_current:
        after = open_case(store, before.id)
        keep_plan(store, after.id, before.plan.outcome, revision=after.revision)
