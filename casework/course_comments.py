"""What the rektor has written about lessons of what was sent: for the plan's page, until a new version has left."""

from __future__ import annotations

from collections.abc import Mapping

from casework.course_records import MOVES
from casework.guarded import looking, verb
from planning.access import Action
from planning.timetable import LessonId
from planning.workflow.comments import LessonComment
from planning.workflow.moves import Move, MoveName
from storage.records import CaseId
from storage.store import CaseStore

_ANSWERS = frozenset({MoveName.RETURN, MoveName.REGISTER_RETURN})
_SETTLES = frozenset({MoveName.SUBMIT, MoveName.DECIDE, MoveName.DECIDE_WITH_CHANGES, MoveName.REFUSE,
                      MoveName.REGISTER_DECISION, MoveName.REGISTER_REFUSAL, MoveName.RESUME})  # fmt: skip
"""After these a return has been answered."""


@verb(Action.SEE_PLAN)
def comments_on_lessons(store: CaseStore, case_id: CaseId) -> Mapping[LessonId, tuple[str, ...]]:
    """What the rektor has written about each lesson of the newest return, by the ids of the timetable that was sent.

    Empty once a new version has been sent, or the matter is settled. Raises `CaseFileError` or `NotAllowed`.
    """
    with looking(store, case_id) as (reader, _):
        moves = tuple(kept.noun for kept in reader.every(MOVES, case_id))
    told: dict[LessonId, tuple[str, ...]] = {}
    for comment in comments_waiting(moves):
        if comment.lesson:
            lesson = LessonId(comment.lesson)
            told[lesson] = (*told.get(lesson, ()), comment.text)
    return told


def comments_waiting(moves: tuple[Move, ...]) -> tuple[LessonComment, ...]:
    """The comments of the newest return, while nothing after it has settled them."""
    returned = newest_return(moves)
    return returned.comments if returned is not None else ()


def newest_return(moves: tuple[Move, ...]) -> Move | None:
    """The return that is being worked on; None where there is none, or a new version has left since."""
    for move in reversed(moves):
        if move.name in _SETTLES:
            return None
        if move.name in _ANSWERS:
            return move
    return None
