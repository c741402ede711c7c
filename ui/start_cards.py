"""Cases at the start as cards: one for each, with what it waits for and one way on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal, NoReturn

import streamlit as st

from casework import now as clock
from casework.start_view import StartCase
from planning.workflow.states import State
from ui.case_list import (
    MOST_WITHOUT_SEARCH,
    called,
    in_order,
    next_page,
    say_case,
    say_follow_up,
    say_to_others,
    say_waited,
    say_way_on,
    to_do_text,
)
from ui.frame.ways import go_to, is_there
from ui.plain import plain
from ui.session import turn_to
from ui.veil import shown_name
from wording.clock import short_date
from wording.language import tr, trn

SOON = dt.timedelta(days=14)
"""So long before its day a follow-up is told of. Our default."""
MOST_AT_FIRST = 5
"""Of what is only remembered, so many are shown before somebody asks for more. Our default."""


def open_at(case: StartCase, page: str) -> NoReturn:
    """Into the case, at that page."""
    turn_to(case.id)
    go_to(page)


def show_card(
    case: StartCase, lines: Sequence[str], way: str, page: str, *, kind: Literal["primary", "secondary"] = "secondary"
) -> None:
    """One case: the name, short lines, and the way on."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"case_card_{case.id}"):
        name = plain(shown_name(case.summary.name)) or tr("Utan namn")
        told = "".join(f"  \n:small[{plain(line)}]" for line in filter(None, lines))
        with st.container():
            st.markdown(f"**{name}**{told}")
        if st.button(way, key=f"go_{case.id}", type=kind, disabled=bool(case.summary.trouble)):
            open_at(case, page)


def show_coached(cases: Sequence[StartCase]) -> None:
    """The coach's own: what waits first, a search where they are many, and those that have ended folded away."""
    going = [case for case in cases if not case.is_closed]
    ended = [case for case in cases if case.is_closed]
    shown = searched(going, "search_coached")
    for case in in_order(shown):
        changed = tr("ändrat {date}", date=short_date(case.summary.changed_at.date()))
        more = " · ".join(filter(None, (to_do_text(case.summary), changed)))
        show_card(case, (say_case(case), more), say_way_on(case), next_page(case))
    if not going:
        st.markdown(tr("Inget väntar på dig just nu."))
    if ended:
        with st.expander(trn("{n} avslutat ärende", "{n} avslutade ärenden", len(ended))):
            for case in ended:
                show_card(case, (say_case(case),), tr("Öppna"), "course")


def searched(cases: Sequence[StartCase], key: str) -> Sequence[StartCase]:
    """Those that are looked for; all where there are few."""
    if len(cases) <= MOST_WITHOUT_SEARCH:
        return cases
    wanted = st.text_input(tr("Sök på namn eller initialer"), key=key, max_chars=40, autocomplete="off")
    found = called(cases, wanted)
    if not found:
        st.markdown(tr("Ingen heter så. Pröva med färre bokstäver."))
    return found


def show_to_decide(cases: Sequence[StartCase]) -> None:
    """What waits for the rektor's decision, the longest wait first; then what is to be followed up, and the rest."""
    waits = sorted((case for case in cases if case.may_decide), key=lambda case: -case.waits_days)
    rest = [case for case in cases if not case.may_decide]
    st.header(tr("Att besluta om"))
    page = "principal" if is_there("principal") else "course"
    for case in waits:
        waited = tr("Har väntat: {time}", time=say_waited(case))
        coach = tr("coach: {name}", name=case.coach) if case.coach else ""
        show_card(case, (waited, coach), tr("Läs och besluta"), page, kind="primary")
    if not waits:
        st.markdown(tr("Inget väntar på dig just nu."))
    followed = sorted((case for case in rest if is_followed_soon(case, clock.today())), key=_when_followed)
    show_some(tr("Att följa upp"), followed, lambda case: (say_follow_up(case), say_to_others(case)))
    others = [case for case in rest if case not in followed]
    show_some(tr("Beslutade och pågående"), others, lambda case: (say_to_others(case),))


def is_followed_soon(case: StartCase, on: dt.date) -> bool:
    """Whether a plan that is lived is to be followed up within some days, or should have been."""
    is_lived = case.state in (State.ACTIVE, State.EVALUATED)
    return is_lived and case.follow_up is not None and case.follow_up <= on + SOON


def _when_followed(case: StartCase) -> str:
    return case.follow_up.isoformat() if case.follow_up else ""


def show_led(cases: Sequence[StartCase]) -> None:
    """The unit's cases, for its coordinator: what waits, and for whom."""
    st.header(tr("Enhetens ärenden"))
    going = [case for case in cases if not case.is_closed]
    for case in searched(going, "search_led"):
        show_card(case, (say_to_others(case), say_follow_up(case)), tr("Öppna"), "course")
    if not going:
        st.markdown(tr("Inget väntar på dig just nu."))
    show_some(tr("Avslutade"), [case for case in cases if case.is_closed], lambda case: (say_to_others(case),))


def show_some(title: str, cases: Sequence[StartCase], lines: Callable[[StartCase], Sequence[str]]) -> None:
    """A heading and its cases, the most of them folded; nothing where there is none."""
    if not cases:
        return
    st.header(title)
    for case in cases[:MOST_AT_FIRST]:
        show_card(case, lines(case), tr("Öppna"), "course")
    if rest := cases[MOST_AT_FIRST:]:
        with st.expander(trn("{n} till", "{n} till", len(rest))):
            for case in rest:
                show_card(case, lines(case), tr("Öppna"), "course")


def show_choice(cases: Sequence[StartCase], title: str) -> None:
    """Whose page to open, for a guardian with several children."""
    st.header(title)
    for case in cases:
        show_card(case, (), tr("Öppna"), next_page(case), kind="primary")
