"""The guardians' questions where they are logged in themselves: answers are stored, and those from before not shown."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.guardian_answers import record_as_guardian
from planning.errors import PlanningError
from planning.timetable import Timetable
from questionnaire.answers import AnswerEvent, EventId
from questionnaire.bank import load_bank
from ui.components.questionnaire import Asking, Turn, ask
from ui.session import session
from wording.language import speaking, tr


def ask_at_home(case_id: CaseId) -> bool:
    """Draw the questions; True when they have just been left."""
    st.markdown(f"**{tr('Era frågor')}** · {tr('Era svar ändrar inte barnets svar.')}")
    st.markdown(tr("Det ni har svarat förut visas inte här. Svarar ni igen gäller det nya."))
    _questions(case_id)
    left, session().left = session().left, None
    return left is not None


@st.fragment
def _questions(case_id: CaseId) -> None:
    with speaking(session().language):

        def record(events: tuple[AnswerEvent, ...]) -> tuple[EventId, ...]:
            try:
                stored = record_as_guardian(the_store(), case_id, events)
            except PlanningError:
                # Not stored: the browser keeps them, says so, and sends them again.
                return ()
            known = {event.id for event in session().answered_at_home}
            session().answered_at_home += tuple(event for event in events if event.id not in known)
            return stored

        asking = Asking(
            bank=load_bank(),
            # None of their questions is about lessons.
            timetable=Timetable(group="", lessons=(), source=""),
            events=session().answered_at_home,
            place=f"{case_id}-home",
            turn=Turn.GUARDIAN,
        )
        left = ask(asking, record, key="questions_at_home")
    if left is not None:
        session().left = left
        st.rerun()
