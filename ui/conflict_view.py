"""The ways out of a conflict on the screen: what each would open, and where it can be changed."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planning.needs import AnyNeed, Source
from planning.outcomes import Conflict
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from wording.conflict import ConflictText
from wording.language import tr


class ShownWay(NamedTuple):
    """One way out. Without `button` there is nothing in the app that would change it."""

    text: str
    button: str = ""
    page: Literal["questions", "summary", "terms"] = "terms"
    question: QuestionId | None = None


def ways_shown(conflict: Conflict, text: ConflictText) -> tuple[ShownWay, ...]:
    """Every way out with its sentence and where it leads."""
    needs = {need.id: need for need in conflict.needs}
    known = [(way, needs[way.give_up]) for way in conflict.ways_out if way.give_up in needs]
    return tuple(
        # How long a limit holds is answered beside its line in the summary.
        ShownWay(sentence, tr("Svara på hur länge"), "summary") if way.until is not None else _shown(sentence, need)
        for sentence, (way, need) in zip(text.ways_out, known, strict=True)
    )


def _shown(sentence: str, need: AnyNeed) -> ShownWay:
    match need.origin.source:
        case Source.ANSWER:
            return _to_question(sentence, need)
        case Source.GOAL | Source.COACH | Source.TRAVEL | Source.CALENDAR:
            return ShownWay(sentence, tr("Till ramarna"), "terms")
        case Source.DEFAULT | Source.HAND:
            return ShownWay(sentence)


def _to_question(sentence: str, need: AnyNeed) -> ShownWay:
    """To the question behind it. A private one is opened by nobody but the student, alone with the screen."""
    question = QuestionId(need.origin.ref)
    item = load_bank().by_id.get(question)
    if item is None:
        return ShownWay(sentence, tr("Till ramarna"), "terms")
    if item.private:
        return ShownWay(sentence)
    return ShownWay(sentence, tr("Till frågan"), "questions", question)
