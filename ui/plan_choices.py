"""«Andra planer att välja bland»: two or three plans side by side, and one of them is chosen or the plan is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casework.app_verbs import the_store
from casework.cases import Case, CaseId, open_case
from casework.changing import alternatives_for, choose_alternative
from casework.draft_word import ask_anew
from planning.alternatives import Alternatives, first_steps
from planning.errors import BadInput, NotAllowed
from planning.outcomes import Found
from planning.plan import Plan
from ui.plain import plain
from ui.plan_change_view import Told
from ui.plan_view import step_minutes
from ui.session import session
from wording.alternatives import AlternativeText, say_alternative, say_no_alternatives
from wording.clock import hours_text
from wording.errors import say_error
from wording.language import tr

NO_BREAK = "\N{NO-BREAK SPACE}"
"""«20 h 55 min» is read as one, and stays on one line."""


def show_choices(case: Case, plan: Plan) -> None:
    """A button that looks for other plans; then the plan and what it could be instead, side by side."""
    with st.container(border=True, key="plan_choices"):
        st.subheader(tr("Andra planer att välja bland"))
        chosen = session().chosen
        if chosen is not None and chosen.revision == case.revision:
            st.markdown("  \n".join(plain(line) for line in chosen.lines))
        if session().choices_at != case.revision:
            st.markdown(tr("Ibland finns det fler planer som är lika bra. Då kan ni välja den som känns bäst."))
            if st.button(tr("Leta efter andra planer"), key="look_for_choices"):
                session().choices_at = case.revision
                st.rerun()
            return
        try:
            with st.spinner(tr("Letar efter andra planer …")):
                answer = _alternatives(case.id, case.revision)
        except (BadInput, NotAllowed) as error:
            st.markdown(plain(say_error(error)))
            return
        if not answer.found:
            st.markdown(plain(say_no_alternatives(answer)))
            return
        _show_cards(case, plan, answer)


def hours_lines(plan: Plan) -> Sequence[str]:
    """«Steg 1: 2 h 10 min i veckan» for the steps that a choice is about, and those after them in one line."""
    minutes = dict(enumerate(step_minutes(plan), 1))
    about = first_steps(plan)
    later = [
        hours_text(amount).replace(" ", NO_BREAK)
        for number, amount in minutes.items()
        if number > max(about, default=0)
    ]
    return (
        *(tr("Steg {number}: {hours} i veckan", number=number, hours=hours_text(minutes[number])) for number in about),
        *([tr("Sedan: {hours}", hours=", ".join(later))] if later else []),
    )


def costs_said(text: AlternativeText) -> Sequence[str]:
    """What it costs, or that it costs nothing."""
    return text.costs or (tr("Det ni har önskat hålls lika bra som nu."),)


def _show_cards(case: Case, plan: Plan, answer: Alternatives) -> None:
    columns = st.columns(1 + len(answer.found))
    with _card(columns[0], 0):
        _show_plan(tr("Planen som den är"), plan, ())
        if st.button(tr("Behåll planen"), key="keep_plan", width="stretch"):
            session().choices_at = None
            st.rerun()
    for number, one in enumerate(answer.found, 1):
        text = say_alternative(one)
        with _card(columns[number], number):
            _show_plan(text.label, one.plan, (*text.lines, *costs_said(text)))
            if st.button(tr("Välj den här"), key=f"choose_plan_{number}", width="stretch"):
                _choose(case, number, text.label)


def _card(column: DeltaGenerator, number: int) -> DeltaGenerator:
    """All as high as the highest, with the button at the foot."""
    return column.container(border=True, key=f"choice_{number}", height="stretch", vertical_alignment="distribute")


def _show_plan(label: str, plan: Plan, lines: Sequence[str]) -> None:
    with st.container():
        st.markdown(f"**{plain(label)}**")
        st.markdown("  \n".join(plain(line) for line in hours_lines(plan)))
        if lines:
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))


@lru_cache(maxsize=4)
def _alternatives(case_id: CaseId, revision: int) -> Alternatives:
    """Those of the case as it was at that revision: what is shown again is not looked for again."""
    case = open_case(the_store(), case_id)
    assert case.revision >= revision
    return alternatives_for(case)


def _choose(case: Case, number: int, label: str) -> NoReturn:
    try:
        with st.spinner(tr("Planerar om, så nära som möjligt …")):
            outcome = choose_alternative(the_store(), case, number)
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    if not isinstance(outcome, Found):
        _tell(case, tr("Det gick inte att byta plan just nu. Planen är som förut."))
    ask_anew(the_store(), case)
    session().step = 1
    _tell(
        case,
        tr("Nu gäller den plan som du valde: {label}.", label=label),
        tr("Den är låst i de första stegen. Du kan ta tillbaka valet under «Ändra i planen»."),
    )


def _tell(case: Case, *lines: str) -> NoReturn:
    revision = open_case(the_store(), case.id).revision
    session().choices_at, session().chosen = None, Told(revision, lines)
    st.rerun()
