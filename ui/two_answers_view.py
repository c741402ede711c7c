"""Two answers to one question by people who did not see each other's: both are shown, and somebody says which."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from casework import now as clock
from casework.app_verbs import the_store
from casework.cases import Case, record_answers
from casework.now import SCHOOL_TIME
from casework.to_do_words import say_answer
from questionnaire.answers import EventId
from questionnaire.bank import load_bank
from questionnaire.two_answers import StandingAnswer, TwoAnswers, settling, two_answers
from ui.plain import plain
from wording.bank_words import said_in
from wording.choices import respondent_names
from wording.language import tr
from wording.summary_lines import day_and_month


def show_two_answers(case: Case) -> None:
    """Nothing where nobody has answered past somebody else. What is private is told of, and never shown here."""
    found = two_answers(case.events)
    if not found:
        return
    items = load_bank().by_id
    open_ones = [two for two in found if two.question in items and not items[two.question].private]
    with st.container(border=True, key="two_answers"):
        st.markdown(f"**{tr('Två svar på samma fråga')}**")
        st.markdown(tr("De kom in samtidigt, från två håll. Båda är sparade. Säg vilket som gäller."))
        for two in open_ones:
            _show_one(case, two)
        if len(open_ones) < len(found):
            st.markdown(tr("Det finns också en fråga som eleven svarar på själv. Låt eleven svara på den igen."))


def _show_one(case: Case, two: TwoAnswers) -> None:
    st.markdown(plain(said_in(load_bank().by_id[two.question])))
    for one in two.standing:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{plain(_told(two, one))}  \n:small[{plain(_given(case, two, one))}]")
            if st.button(tr("Det här gäller"), key=f"settle_{one.event}"):
                event = settling(two, one.event, EventId(str(uuid4())), clock.now())
                record_answers(the_store(), case.id, [event])
                st.rerun()


def _told(two: TwoAnswers, one: StandingAnswer) -> str:
    return say_answer(two.question, one.answer) or tr("Inget svar")


def _given(case: Case, two: TwoAnswers, one: StandingAnswer) -> str:
    """«Eleven, 23 november kl 08.15», and whose log-in it came from where there are several."""
    local = one.at.astimezone(SCHOOL_TIME)
    users = {case.who_answered.get(each.event, "") for each in two.standing}
    when = tr("{date} kl {time}", date=day_and_month(local.date(), clock.today()), time=f"{local:%H.%M.%S}")
    sent_by = tr("inloggad: {user}", user=case.who_answered.get(one.event, "")[:8]) if len(users) > 1 else ""
    return ", ".join(part for part in (respondent_names()[two.by], when, sent_by) if part)
