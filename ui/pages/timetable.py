"""The student's ordinary timetable: given in one of four ways, looked at and put right, and taken in."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import FileLook
from casework.cases import Case
from planning.timetable import LessonKind
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.lesson_form import change_lessons
from ui.session import session
from ui.timetable_ask import ask, read
from ui.timetable_fixing import offer_weekly, show_findings, show_rows
from ui.timetable_keeping import keep_or_leave
from ui.timetable_view import choose_week, show_doubts, show_ordinary_week
from ui.week_draft import WeekDraft
from wording.language import tr, trn


def look(case: Case, draft: WeekDraft) -> None:
    """The week before it is kept: what to look at, the week itself, and lessons by hand."""
    choose_group(draft)
    st.header(tr("Ändra i schemat") if draft.is_in_hand else tr("Stämmer det?"))
    show_rows(draft)
    offer_weekly(draft)
    show_findings(draft)
    if any(lesson.kind is LessonKind.LESSON for lesson in draft.timetable.lessons):
        show_ordinary_week(draft.timetable, choose_week(draft.timetable))
    else:
        st.info(tr("Det finns inga lektioner kvar. Ångra, eller lägg till en."))
    with st.expander(tr("Ändra en lektion eller lägg till"), expanded=draft.is_in_hand):
        change_lessons(draft)
    keep_or_leave(case, draft)


def choose_group(draft: WeekDraft) -> None:
    """Which group of the file it is, where it has several; another one is read anew."""
    offers = {offer.group: offer for offer in draft.offers}
    if len(offers) < 2 or draft.given is None:
        return
    names = list(offers)
    chosen = st.selectbox(
        tr("Vilken klass eller grupp?"),
        names,
        index=names.index(draft.choice.group) if draft.choice.group in offers else 0,
        format_func=lambda name: f"{name} ({trn('{n} lektion', '{n} lektioner', offers[name].lessons)})",
        placeholder=tr("Välj"),
    )
    if chosen != draft.choice.group:
        read(draft.given, draft.choice.model_copy(update={"group": chosen, "rows": {}}))


def show_in_hand(case: Case) -> None:
    """The timetable that the case has, and the ways to change it."""
    if case.timetable is None:
        return
    show_ordinary_week(case.timetable, choose_week(case.timetable))
    show_doubts(case.doubts)
    with st.container(horizontal=True):
        goes_on = st.button(tr("Gå vidare"), type="primary")
        changes = st.button(tr("Ändra i schemat"))
    if goes_on:
        go_to("terms")
    if changes:
        in_hand = FileLook(timetable=case.timetable, doubts=case.doubts)
        session().draft = WeekDraft(in_hand, is_in_hand=True)
        st.rerun()
    with st.expander(tr("Byt schema"), expanded=bool(session().way_in or session().hours_wanted)):
        if not session().way_in:
            st.markdown(tr("Du får se vad som skiljer innan något byts."))
        ask(case)


case_here = case_in_hand()
st.title(tr("Elevens vanliga schema"))
draft_here = session().draft
if draft_here is not None:
    look(case_here, draft_here)
elif case_here.timetable is not None:
    show_in_hand(case_here)
else:
    if not (session().way_in or session().hours_wanted):
        st.markdown(tr("Det som eleven skulle ha en vanlig vecka. Välj det som är enklast för dig."))
    ask(case_here)
