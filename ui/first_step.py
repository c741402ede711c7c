"""«Är första steget lagom?»: the student's word on the draft, asked where the draft is seen, and easy to take back."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import answer_first_step, the_store
from casework.cases import Case
from casework.proposing import FIRST_STEP_QUESTION
from questionnaire.answers import Choice, QuestionId
from questionnaire.bank import load_bank
from ui.session import session
from wording.bank_words import said_in
from wording.language import tr

QUESTION = QuestionId(FIRST_STEP_QUESTION)


def ask_first_step(case: Case) -> None:
    """The question with its four big answers; once answered, the answer and a way to take it back."""
    text = said_in(load_bank().by_id[QUESTION])
    answer = case.sheet.of(QUESTION)
    with st.container(border=True, key="first_step"):
        if answer is None or answer.choice is None:
            st.subheader(text)
            with st.container(horizontal=True, key="first_step_answers"):
                for choice, name in _names().items():
                    if st.button(name, key=f"first_step_{choice}"):
                        _answer(case, choice)
        else:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(told(text, answer.choice))
                if st.button(tr("Ångra"), key="first_step_undo"):
                    _answer(case, None)


def told(text: str, choice: Choice) -> str:
    """What the student has said of the first step, and what came of it."""
    said = f"{text} **{_names()[choice]}.**"
    return f"{said} {tr('Nu är första steget mindre.')}" if choice is Choice.NO else said


def _names() -> dict[Choice, str]:
    return {
        Choice.YES: tr("Ja"),
        Choice.NO: tr("Nej"),
        Choice.DONT_KNOW: tr("Vet inte"),
        Choice.SKIP: tr("Hoppa över"),
    }


def _answer(case: Case, choice: Choice | None) -> None:
    with st.spinner(tr("Letar efter en lugn väg …")):
        answer_first_step(the_store(), case, choice)
    if choice is Choice.NO:
        session().step = 1
    st.rerun()
