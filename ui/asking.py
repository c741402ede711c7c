"""The questionnaire of an open case: drawn, stored, and left."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import CaseId, mark_summary, open_case, record_answers
from casework.questions import open_questions
from planning.errors import PlanningError
from questionnaire.answers import AnswerEvent, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.vocabulary import Routine
from ui.components.questionnaire import Asking, Left, Turn, ask
from ui.session import session
from wording.language import speaking

__all__ = ["Left", "Turn", "show_questions"]


def show_questions(case_id: CaseId, turn: Turn = Turn.TOGETHER, *, name: str = "", is_lent: bool = True) -> Left | None:
    """The questions of the one whose turn it is. Gives how they were left if they were just left, None otherwise.

    Where one goes then is for the page to say. `name`: what the student is called; `is_lent`: whether whoever has the
    screen alone is to give it back. A single question that was opened
    again is asked side by side only.
    """
    with st.container(key="stegvis_asking"):
        _questions(case_id, turn, name, is_lent=is_lent)
    left, session().left = session().left, None
    if left is None:
        return None
    focus, session().focus = session().focus, None
    if focus is not None:
        _forget_wrong(case_id, focus)
    return Left(left)


def _forget_wrong(case_id: CaseId, question: QuestionId) -> None:
    """A line that was wrong has been answered anew: what was said of it no longer holds."""
    case = open_case(the_store(), case_id)
    wrong = [mark for mark in case.summary if mark.question == question and mark.is_right is False]
    mark_summary(the_store(), case.id, [mark.model_copy(update={"is_right": None}) for mark in wrong])


@st.fragment
def _questions(case_id: CaseId, turn: Turn, name: str, *, is_lent: bool) -> None:
    """Drawn by itself, so that a tap does not draw the whole page anew."""
    with speaking(session().language):
        store = the_store()
        case = open_questions(store, case_id)
        if case.timetable is None:
            return

        def record(events: tuple[AnswerEvent, ...]) -> tuple[EventId, ...]:
            try:
                return record_answers(store, case_id, events, keeps_agreed=True)
            except PlanningError:
                # Not stored: the browser keeps them, says so, and sends them again.
                return ()

        asked_for_talk = any(alert.routine is Routine.TALK_TODAY for alert in case.must_be_handled)
        focus = session().focus if turn is Turn.TOGETHER else None
        asking = Asking(
            bank=load_bank(),
            timetable=case.timetable,
            events=case.events,
            place=case.id,
            turn=turn,
            name=name,
            focus=focus,
            is_lent=is_lent,
            call_coach=asked_for_talk and turn is Turn.ALONE,
            round_started=case.round_started,
        )
        left = ask(asking, record, key=f"questions_{turn}" if focus is None else "question_again")
        # What obliges somebody to act is told by the frame, which a tap alone does not draw.
        frame_is_away = turn in (Turn.ALONE, Turn.GUARDIAN)
        open_now = 0 if frame_is_away else len(case.must_be_handled)
    if left is not None:
        session().left = left
        st.rerun()
    if open_now > session().known_duties:
        st.rerun()
