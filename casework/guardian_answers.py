"""What guardians answer when they are logged in themselves: their own questions, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from casework.case_records import change_of
from casework.guarded import verb
from planning.access import Action
from planning.errors import NotAllowed
from planning.needs.base import Respondent
from questionnaire.answers import AnswerEvent, EventId
from questionnaire.bank import load_bank
from storage.records import CaseId
from storage.store import CaseStore


@verb(Action.ANSWER_AS_GUARDIAN)
def record_as_guardian(store: CaseStore, case_id: CaseId, events: Iterable[AnswerEvent]) -> tuple[EventId, ...]:
    """Stores the events together, each id once; the ids that are now durable, in the order given.

    Raises `NotAllowed` for what is not asked of guardians or not answered by one; then nothing of it is stored.
    """
    given = tuple(events)
    if not all(map(_is_theirs, given)):
        raise NotAllowed("not_yours_to_do", action=Action.ANSWER.value)
    with change_of(store, case_id) as change:
        if change.writer.add_events(case_id, given, change.at):
            change.has_changed = change.moves_plan = True
    return tuple(dict.fromkeys(event.id for event in given))


def _is_theirs(event: AnswerEvent) -> bool:
    """Whether it is one of the guardians' questions, answered or taken back by a guardian."""
    item = load_bank().by_id.get(event.question)
    who = event.answer.by if event.answer is not None else event.by
    return item is not None and item.asked_of is Respondent.GUARDIAN and who is Respondent.GUARDIAN
