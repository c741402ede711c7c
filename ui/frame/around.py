"""The frame around every page: whose turn it is, which case is open, what must come first, and the bar of steps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.navigation.page import Page

from casework import now as clock
from casework.app_verbs import open_demo, the_store
from casework.break_glass import own_opening
from casework.cases import Case, list_cases, open_case
from casework.duties import Duties, duties_of
from casework.logging_in import DEMO
from casework.to_do import open_tasks
from planning.access import Role
from planning.errors import CaseFileError, NotAllowed
from planning.outcomes import Found
from ui.components.page_language import set_page_language
from ui.components.stepbar import Stop, language_in, show_stepbar
from ui.components.watch import keep_watch
from ui.course_lock import LOCKED_WITH_IT, show_lock
from ui.emergency_view import show_banner
from ui.frame.ways import CASE_IN_ADDRESS, go_to, name_of
from ui.handover import HANDOVER
from ui.server.edge import the_edge
from ui.session import session, turn_to
from ui.start_offers import met_as_here
from wording.language import speaking, tr

_AFTER_ALERTS = frozenset({"plan", "documents", "school_facts", "start", "home", "my_week"})
"""Pages that wait until somebody has taken care of what the student has told. The way to the start goes by there too,
since that is where one leaves the case."""
_NEVER_HELD = frozenset({"alerts", "questions", "handover", "guardians"})
"""Open whatever waits: the duties themselves, and the conversations."""
_TELLS_THE_COACH = frozenset(
    {"timetable", "terms", "questions", "summary", "plan", "documents", "school_facts", "to_do", "returned", "course",
     "people"}
)  # fmt: skip
"""Pages that are the coach's own, or the coach's and the student's together: there a line says that something waits.
Where guardians hold the screen nothing does (`method.md` E4)."""
_ABOUT_A_CASE = frozenset(
    {"timetable", "terms", "questions", "summary", "plan", "documents", "school_facts", "alerts", "handover", "paper",
     "to_do", "guardians", "returned", "course", "principal", "people", "home", "my_week"}
)  # fmt: skip
_HANDED_OVER = frozenset({"handover", "my_week"})
"""Pages of whoever has been given the screen: nothing else of the app is drawn around them."""


@contextmanager
def frame_around(page: Page) -> Iterator[None]:
    """Everything but the page itself; the page speaks the language that has been chosen."""
    _keep_watch()
    with speaking(session().language):
        set_page_language()
        name = name_of(page)
        _keep_to_turn(name)
        _open_demo_once(name)
        case = _case_in_hand()
        if name in _ABOUT_A_CASE and case is None:
            go_to("start")
        is_coach = case is not None and met_as_here(case.id) is Role.COACH
        # What is to be taken care of is the coach's: a student who has told of something is never sent to it.
        duties = duties_of(case) if case is not None and is_coach else Duties()
        if HANDOVER.case is None and _is_held(name, duties):
            go_to("alerts")
        if name != "handover" and HANDOVER.case is None:
            of_case = case if name in _ABOUT_A_CASE and name != "guardians" else None
            _draw_bar(name, of_case, duties, is_coach=is_coach)
            if case is not None and name in _ABOUT_A_CASE:
                _draw_emergency(case)
            _draw_what_waits(name, duties)
            if case is not None and name in LOCKED_WITH_IT and show_lock(case.id):
                go_to("course")
        yield


def _keep_watch() -> None:
    """Nothing is drawn for a tab whose session has ended; the browser empties it and shows the door."""
    try:
        the_store()
    except NotAllowed:
        keep_watch(is_over=True)
        st.stop()
    keep_watch(is_handed_over=HANDOVER.case is not None)


def _is_held(name: str, duties: Duties) -> bool:
    """Whether that page waits. What is due the same day holds all but the conversation; other duties the plan."""
    if name == "start":
        return bool(duties.open)
    return (duties.holds_the_case and name not in _NEVER_HELD) or (duties.holds_the_plan and name in _AFTER_ALERTS)


def _draw_what_waits(name: str, duties: Duties) -> None:
    """To the coach at once, without a word of what it is: the student may be sitting there too.

    The place is there on every page, so that nothing below it is drawn anew when it fills.
    """
    session().known_duties = len(duties.open)
    with st.container(key="first_of_all", horizontal=True, vertical_alignment="center"):
        if duties.waits and name in _TELLS_THE_COACH:
            st.markdown(tr("Det finns något att ta hand om. Läs det själv."))
            if st.button(tr("Öppna")):
                go_to("alerts")


def _draw_emergency(case: Case) -> None:
    """That the case stands open for an hour only, to one who has opened it so. Alone there is nobody else to."""
    if the_edge().is_service and (opening := own_opening(the_store(), case.id)) is not None:
        show_banner(opening, clock.now())


def _keep_to_turn(name: str) -> None:
    """While the student holds the screen there is one page only."""
    if HANDOVER.case is not None:
        turn_to(HANDOVER.case)
        if name not in _HANDED_OVER or (name == "my_week" and HANDOVER.turn.asks_guardians):
            go_to("handover")
    elif name == "handover":
        go_to("questions")


def _open_demo_once(name: str) -> None:
    """In a showing, the invented student's case is what one meets first."""
    if os.environ.get(DEMO) and name == "start" and not session().has_opened_demo:
        turn_to(open_demo())
        session().has_opened_demo = True
        go_to("questions")


def _case_in_hand() -> Case | None:
    """The case that this tab has open, found again by its address after a reload."""
    asked_for = st.query_params.get(CASE_IN_ADDRESS)
    if session().case_id is None:
        turn_to(next((case.id for case in list_cases(the_store()) if case.id == asked_for), None))
    case_id = session().case_id
    if case_id is None:
        return None
    if asked_for != case_id:
        st.query_params[CASE_IN_ADDRESS] = case_id
    try:
        return open_case(the_store(), case_id)
    except CaseFileError:
        turn_to(None)
        st.query_params.clear()
        raise


_STANDS_UNDER = {
    "school_facts": "documents", "returned": "documents", "course": "documents", "people": "documents",
    "principal": "documents",
    "paper": "questions", "home": "documents", "my_week": "documents",
}  # fmt: skip
"""Pages that have no place of their own on the bar."""


def _draw_bar(name: str, case: Case | None, duties: Duties, *, is_coach: bool) -> None:
    stops = _stops(case, duties) if case is not None and is_coach else ()
    tells = name == "alerts" or name in _TELLS_THE_COACH
    went = show_stepbar(
        [stop for stop in stops if tells or stop.page != "alerts"],
        now=_STANDS_UNDER.get(name, name),
        whose=case.facts.student if case is not None else "",
        is_veiled=session().is_veiled,
        is_shared=the_edge().is_service,
    )
    match went:
        case None:
            return
        case "veil" | "unveil":
            session().is_veiled = went == "veil"
            st.rerun()
        case _ if (language := language_in(went)) is not None:
            session().language = language
            st.rerun()
        case _:
            go_to(went)


def _stops(case: Case, duties: Duties) -> tuple[Stop, ...]:
    first = Stop("alerts", tr("Ta hand om"))
    if duties.holds_the_case:
        return (Stop("questions", tr("Frågor"), is_done=bool(case.sheet.answers)), first)
    waits = duties.holds_the_plan
    has_week = case.timetable is not None
    has_plan = case.plan is not None and isinstance(case.plan.outcome, Found)
    way = [
        Stop("timetable", tr("Schema"), is_done=has_week),
        Stop("terms", tr("Ramar"), is_done=case.facts.ladder.first_monday is not None),
        Stop("questions", tr("Frågor"), is_done=bool(case.sheet.answers), is_closed=not has_week),
        Stop("summary", tr("Sammanfattning"), is_done=bool(case.summary), is_closed=not case.sheet.answers),
        Stop("plan", tr("Plan"), is_done=case.plan is not None, is_closed=waits or not has_week),
        Stop("documents", tr("Dokument"), is_done=bool(case.documents), is_closed=waits or not has_plan),
        Stop("to_do", tr("Att göra"), is_done=bool(case.done) and not open_tasks(case), is_closed=not has_week),
    ]
    if duties.waits or duties.may_say_where:
        way.insert(4, first)
    return tuple(way)
