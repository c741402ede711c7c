"""What a way out of a conflict does when it is tapped, and how it is taken back.

A tap records how long a limit holds (said by whoever sits with the student, as in the summary), lets a goal wait, or
takes back a change made by hand. The student's own tick is never overwritten here: its card leads to the question.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

from casework.app_verbs import the_store
from casework.cases import Case, keep_facts, open_case, record_answers
from casework.easing import ease_goal
from casework.letting_go import let_go
from casework.now import now
from planning.errors import PlanningError
from planning.needs import AnyNeed, Source
from planning.needs.base import CARE, Respondent
from planning.outcomes import WayOut
from questionnaire.answers import AnswerEvent, EventId, QuestionId, after_all
from questionnaire.bank import load_bank
from questionnaire.vocabulary import Detail
from ui.agreement import Agreements, Refused, WayTaken, agree, facts_with_end
from ui.plan_change_view import in_its_way
from wording.errors import say_error
from wording.language import tr
from wording.needs import say_limit
from wording.phrases import lower_first


class Doing(StrEnum):
    """What a tap on a way out does."""

    SAY_UNTIL = "say_until"
    EASE_GOAL = "ease_goal"
    TAKE_BACK = "take_back"
    ASK = "ask"
    """Opens just that question."""
    TERMS = "terms"
    """Opens the terms."""
    NOTHING = "nothing"
    """There is nothing in the app that would change it."""


class Way(NamedTuple):
    """One way out: what it gives up, and what a tap on it does."""

    way: WayOut
    need: AnyNeed
    doing: Doing
    waits_until: int | None = None
    """The step that a goal waits until; None: it is let go of."""


def way_of(way: WayOut, need: AnyNeed, case: Case) -> Way:
    """What a tap on that way does in that case."""
    match need.origin.source:
        case Source.ANSWER:
            return Way(way, need, _of_answer(way, need, case))
        case Source.GOAL:
            eased = ease_goal(case.facts, need, way)
            return Way(way, need, Doing.TERMS) if eased is None else Way(way, need, Doing.EASE_GOAL, eased.waits_until)
        case Source.HAND:
            return Way(way, need, Doing.TAKE_BACK if _change_of(need, case) else Doing.NOTHING)
        case Source.COACH | Source.TRAVEL | Source.CALENDAR:
            return Way(way, need, Doing.NOTHING if need.origin == CARE else Doing.TERMS)
        case Source.DEFAULT:
            return Way(way, need, Doing.NOTHING)


def _of_answer(way: WayOut, need: AnyNeed, case: Case) -> Doing:
    """A private question is opened by nobody but the student, alone with the screen."""
    question = QuestionId(need.origin.ref)
    item = load_bank().by_id.get(question)
    if item is None:
        return Doing.TERMS
    if item.private:
        return Doing.NOTHING
    has_field = any(field.name == Detail.LAST_STEP for field in Agreements(case).fields(question))
    return Doing.SAY_UNTIL if way.until is not None and has_field else Doing.ASK


def is_students(need: AnyNeed) -> bool:
    """Whether the student has ticked it."""
    return need.origin.source is Source.ANSWER and need.origin.by is Respondent.STUDENT


def _change_of(need: AnyNeed, case: Case) -> str | None:
    """The change made by hand that the need came with."""
    return next((change.id for change in in_its_way((need.id,), case.changes)), None)


def take(way: Way, case: Case) -> WayTaken | str:
    """Do what the way says, at once. What was before, to go back by; or, as text, why it could not be done."""
    try:
        match way.doing:
            case Doing.SAY_UNTIL:
                return _say_until(way, case)
            case Doing.EASE_GOAL:
                return _ease(way, case)
            case Doing.TAKE_BACK:
                return _take_back(way, case)
            case _:
                return tr("Det går inte att ändra härifrån.")
    except PlanningError as error:
        return say_error(error)


def _say_until(way: Way, case: Case) -> WayTaken | str:
    question, until = QuestionId(way.need.origin.ref), way.way.until
    before = case.sheet.of(question)
    made = agree(case, question, {Detail.LAST_STEP: str(until)}, now())
    if isinstance(made, Refused):
        return made.message
    if before is None or made.answer is None or until is None:
        return tr("Svaret finns inte längre. Ladda om sidan.")
    after = facts_with_end(case, question, until)
    record_answers(the_store(), case.id, [made])
    if after != case.facts:
        keep_facts(the_store(), case.id, seen=case.facts, mine=after)
    said = tr("Nu gäller «{limit}» till och med steg {step}.", limit=_limit(way), step=until)
    facts = (case.facts, after) if after != case.facts else None
    return WayTaken(said, facts, (before, made.answer), question)


def _ease(way: Way, case: Case) -> WayTaken | str:
    eased = ease_goal(case.facts, way.need, way.way)
    if eased is None:
        return tr("Målet finns inte längre. Ladda om sidan.")
    keep_facts(the_store(), case.id, seen=case.facts, mine=eased.facts)
    said = (
        tr("Målet «{goal}» är borttaget.", goal=_limit(way))
        if eased.waits_until is None
        else tr("Målet «{goal}» väntar till steg {step}.", goal=_limit(way), step=eased.waits_until)
    )
    return WayTaken(said, (case.facts, eased.facts))


def _take_back(way: Way, case: Case) -> WayTaken | str:
    change = _change_of(way.need, case)
    if change is None:
        return tr("Ändringen finns inte längre. Ladda om sidan.")
    let_go(the_store(), case, change)
    return WayTaken(tr("Ändringen är tillbakatagen."))


def _limit(way: Way) -> str:
    return lower_first(say_limit(way.need))


def go_back(taken: WayTaken, case: Case) -> str:
    """Make it as it was before the tap. Empty, or why it could not be done."""
    store = the_store()
    try:
        if taken.answers is not None and taken.question is not None:
            at = after_all(open_case(store, case.id).events, now())
            event = AnswerEvent(
                id=EventId(str(uuid4())), question=taken.question, answer=taken.answers[0], at=at
            )
            record_answers(store, case.id, [event])
        if taken.facts is not None:
            before, after = taken.facts
            keep_facts(store, case.id, seen=after, mine=before)
    except PlanningError as error:
        return say_error(error)
    return ""
