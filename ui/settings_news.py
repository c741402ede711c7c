"""In a case: that the school's calendar has changed since, and one tap to take it in. Nothing changes by itself."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case
from casework.settings_news import calendar_news, take_in_calendar
from planning.errors import PlanningError
from ui.plain import plain
from ui.session import session
from wording.errors import say_error
from wording.language import tr, trn
from wording.setting_words import say_days

MOST_NAMED = 4


def show_calendar_news(case: Case) -> None:
    """Nothing where the case has all that the school's calendar says."""
    news = calendar_news(the_store(), case.id)
    if not news:
        return
    with st.container(border=True, key="calendar_news"):
        st.markdown(f"**{tr('Skolans kalender har ändrats')}**")
        named = [f"{day.name}, {say_days(day.first, day.last)}" for day in news.closed[:MOST_NAMED]]
        rest = len(news.closed) - len(named)
        named += [trn("och {n} till", "och {n} till", rest)] if rest > 0 else []
        named += [tr("Termin {days}", days=say_days(term.first, term.last)) for term in news.terms]
        st.markdown("\n".join(f"- {plain(line)}" for line in named))
        st.markdown(tr("Det här ärendet har inte det än. Det som du själv har skrivit om andra dagar står kvar."))
        if st.button(tr("Ta in skolans kalender")):
            _take_in(case)


def _take_in(case: Case) -> None:
    try:
        take_in_calendar(the_store(), case.id)
    except PlanningError as error:
        st.markdown(plain(say_error(error)))
        return
    session().facts_shown = None
    st.rerun()
