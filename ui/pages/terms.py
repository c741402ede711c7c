"""Ramar: goal and pace, when the ladder begins, when the coach can be there, rides, lov and places."""

from __future__ import annotations

import streamlit as st

from ui.facts_in_hand import facts_in_hand, keep_in_hand, show_clashes
from ui.frame.ways import go_to
from ui.goals_form import ask_goals
from ui.in_hand import case_in_hand
from ui.settings_news import show_calendar_news
from ui.terms_form import ask_calendar, ask_coach, ask_contacts, ask_ladder, ask_places, ask_rides
from wording.language import tr

case = case_in_hand()
facts = facts_in_hand("terms", case)

st.title(tr("Ramar"))
st.markdown(tr("Det du vet nu räcker. Allt har ett rimligt värde från början och går att ändra när som helst."))
show_clashes(case)
show_calendar_news(case)
ask_goals(case)
with st.form("terms", border=False):
    left, right = st.columns(2, gap="large")
    with left:
        ladder = ask_ladder(facts.ladder)
        calendar, lost_days = ask_calendar(facts.calendar)
        contacts, lost_numbers = ask_contacts(facts.contacts)
    with right:
        coach, lost_hours = ask_coach(facts.coach)
        travel, lost_rides = ask_rides(facts.travel)
        trusted = st.text_input(
            tr("Vem litar eleven på?"), value=facts.trusted_person, placeholder=tr("Coachen, om inget annat står här")
        )
    places = ask_places(facts.places, case.sheet, case.timetable)
    saved = st.form_submit_button(tr("Spara och gå vidare"), type="primary")

if saved:
    unread = (*lost_days, *lost_hours, *lost_rides, *lost_numbers)
    told = {"ladder": ladder, "calendar": calendar, "coach": coach, "travel": travel, "places": places}
    mine = facts.model_copy(update={**told, "trusted_person": trusted, "contacts": contacts})
    if not keep_in_hand("terms", case, mine):
        st.rerun()
    if not unread:
        go_to("questions" if case.timetable is not None else "timetable")
    st.warning(tr("Det här gick inte att läsa: {parts}. Resten är sparat.", parts=", ".join(unread)))
