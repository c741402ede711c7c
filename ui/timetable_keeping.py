"""Taking a timetable in: what it changes of the one in hand is told first."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, take_in_timetable
from casework.retaking import Retaking, retaking
from planning.errors import PlanningError
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from ui.week_draft import WeekDraft
from wording.errors import say_error
from wording.language import tr
from wording.week_difference import say_counts, say_differences, say_plan_effect


def keep_or_leave(case: Case, draft: WeekDraft) -> None:
    """The difference where there is one, and the two ways on."""
    replaced = retaking(case, draft.timetable)
    if replaced is not None:
        _show_difference(replaced)
    with st.container(horizontal=True):
        keeps = st.button(tr("Ja, spara schemat"), type="primary")
        leaves = st.button(tr("Spara inte") if draft.is_in_hand else tr("Börja om med ett annat schema"))
    if keeps:
        _keep(case, draft)
    if leaves:
        session().draft = None
        st.rerun()


def _show_difference(replaced: Retaking) -> None:
    with st.container(border=True, key="difference"):
        if replaced.difference.is_empty:
            st.markdown(tr("Det är likadant som schemat du har. Inget ändras."))
            return
        st.markdown(tr("**Jämfört med schemat du har:** {counts}.", counts=say_counts(replaced.difference)))
        if replaced.has_plan:
            st.markdown(say_plan_effect(replaced.touched, replaced.changes))
        with st.expander(tr("Visa vad som ändras")):
            for line in say_differences(replaced.difference):
                st.markdown(f"- {plain(line)}")


def _keep(case: Case, draft: WeekDraft) -> None:
    try:
        take_in_timetable(the_store(), case.id, draft.timetable, draft.now.doubts, day=draft.day)
    except PlanningError as error:
        st.warning(plain(say_error(error)))
        return
    session().draft = None
    go_to("timetable")
