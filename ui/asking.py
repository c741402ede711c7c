"""The questionnaire of an open case: drawn, stored, and left."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import must_be_handled, the_store
from casework.cases import CaseId, mark_summary, open_case, record_answers
from planning.errors import PlanningError
from questionnaire.answers import AnswerEvent, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.vocabulary import Routine
from ui.components.questionnaire import Asking, ask
from ui.frame.ways import go_to
from ui.session import session
from wording.language import speaking


def show_questions(case_id: CaseId, *, is_alone: bool) -> None:
    """The questions, and where one goes when they are left."""
    _questions(case_id, is_alone=is_alone)
    left, session().left = session().left, None
    if left is None:
        return
    focus, session().focus = session().focus, None
    if focus is not None:
        _forget_wrong(case_id, focus)
    if is_alone:
        session().wants_back = True
        st.rerun()
    back_to, session().back_to = session().back_to, "summary"
    go_to("start" if left == "pause" else back_to)


def _forget_wrong(case_id: CaseId, question: QuestionId) -> None:
    """A line that was wrong has been answered anew: what was said of it no longer holds."""
    case = open_case(the_store(), case_id)
    wrong = [mark for mark in case.summary if mark.question == question and mark.is_right is False]
    mark_summary(the_store(), case.id, [mark.model_copy(update={"is_right": None}) for mark in wrong])


@st.fragment
def _questions(case_id: CaseId, *, is_alone: bool) -> None:
    """Drawn by itself, so that a tap does not draw the whole page anew."""
    with speaking(session().language):
        store = the_store()
        case = open_case(store, case_id)
        if case.timetable is None:
            return

        def record(events: tuple[AnswerEvent, ...]) -> tuple[EventId, ...]:
            try:
                return record_answers(store, case.id, events)
            except PlanningError:
                # Not stored: the browser keeps them, says so, and sends them again.
                return ()

        asked_for_talk = any(alert.routine is Routine.TALK_TODAY for alert in must_be_handled(case))
        asking = Asking(
            bank=load_bank(),
            timetable=case.timetable,
            sheet=case.sheet,
            place=case.id,
            is_alone=is_alone,
            focus=session().focus,
            call_coach=asked_for_talk and is_alone,
        )
        key = "questions_alone" if is_alone else "questions" if session().focus is None else "question_again"
        with st.container(key="stegvis_asking"):
            left = ask(asking, record, key=key)
        # What obliges somebody to act is told by the frame, which a tap alone does not draw.
        open_now = 0 if is_alone else len(must_be_handled(open_case(store, case_id)))
    if left is not None:
        session().left = left
        st.rerun()
    if open_now > session().known_duties:
        st.rerun()
