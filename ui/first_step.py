"""«Är första steget lagom?»: the student's word on the draft, asked where the draft is seen, and easy to take back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, CaseId, open_case
from casework.draft_word import SmallerStep, answer_first_step, choose_smaller, smaller_steps
from casework.facts import SmallerFirstStep
from casework.readiness import STEP_QUESTION
from casework.searching import begin_search
from questionnaire.answers import Choice
from questionnaire.bank import load_bank
from ui.plain import plain
from ui.session import session
from wording.bank_words import said_in
from wording.choices import choice_names
from wording.clock import hours_text
from wording.contacts import say_contact
from wording.language import tr
from wording.phrases import upper_first
from wording.steps import say_story

LONGEST_CARD = 3
"""So many lines tell what a smaller first step is; the whole of it is seen when it is chosen. Our default."""


def ask_first_step(case: Case) -> None:
    """The question with its four big answers; once answered, the answer and a way to take it back.

    After «Nej» there are three smaller first steps to choose among.
    """
    text = said_in(load_bank().by_id[STEP_QUESTION])
    answer = case.sheet.of(STEP_QUESTION)
    with st.container(border=True, key="first_step"):
        _show_chosen(case)
        if answer is None or answer.choice is None:
            st.header(text)
            with st.container(horizontal=True, key="first_step_answers"):
                for choice, name in choice_names().items():
                    if st.button(name, key=f"first_step_{choice}"):
                        _answer(case, choice)
        else:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(told(text, answer.choice))
                if st.button(tr("Ångra"), key="first_step_undo"):
                    _answer(case, None)
            if answer.choice is Choice.NO:
                _offer_smaller(case)


def told(text: str, choice: Choice) -> str:
    """What the student has said of the first step, and what came of it."""
    said = f"{text} **{choice_names()[choice]}.**"
    return f"{said} {tr('Nu är första steget mindre.')}" if choice is Choice.NO else said


def card_lines(smaller: SmallerStep) -> Sequence[str]:
    """What that first step would be: its hours, what is new in it, and the contact."""
    new = say_story(smaller.story, to_student=True).new
    contacts = [upper_first(say_contact(contact)) for contact in smaller.step.contacts]
    return [*new, *(line for line in contacts if line not in new)][:LONGEST_CARD]


def say_choice(choice: SmallerFirstStep) -> str:
    """What the smaller step is called on its card."""
    names = {
        SmallerFirstStep.HALF_TIME: tr("Halva tiden"),
        SmallerFirstStep.PLACE_DOWN: tr("En plats närmare hemma"),
        SmallerFirstStep.MORE_SUPPORT: tr("Mer stöd"),
    }
    return names[choice]


def _show_chosen(case: Case) -> None:
    chosen = case.facts.smaller_first_step
    if chosen is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(tr("Du valde ett mindre första steg: **{name}**.", name=say_choice(chosen)))
        if st.button(tr("Gå tillbaka till det större"), key="first_step_larger", type="tertiary"):
            _choose(case, None)


def _offer_smaller(case: Case) -> None:
    st.markdown(tr("Välj det första steg som känns bäst. Det går alltid att ändra."))
    with st.spinner(tr("Letar efter mindre steg …")):
        offers = _offers(case.id, case.revision)
    for column, offer in zip(st.columns(max(len(offers), 1)), offers, strict=False):
        with column.container(border=True, key=f"smaller_{offer.choice}", height="stretch"):
            st.markdown(f"**{say_choice(offer.choice)}**  \n{_hours(offer)}")
            st.markdown("\n".join(f"- {plain(line)}" for line in card_lines(offer)))
            if st.button(tr("Välj det här"), key=f"choose_{offer.choice}", width="stretch"):
                _choose(case, offer.choice)
    if not offers:
        st.markdown(tr("Det gick inte att hitta ett mindre steg. Prata om vad som skulle kännas lagom."))


def _hours(offer: SmallerStep) -> str:
    minutes = offer.step.mean_minutes
    return tr("{hours} lektion i veckan", hours=hours_text(minutes)) if minutes else tr("Ingen lektion än")


@lru_cache(maxsize=4)
def _offers(case_id: CaseId, revision: int) -> tuple[SmallerStep, ...]:
    """The smaller steps of the case as it was at that revision: what is shown again is not planned again."""
    case = open_case(the_store(), case_id)
    assert case.revision >= revision
    return tuple(smaller_steps(case))


def _answer(case: Case, choice: Choice | None) -> None:
    answer_first_step(the_store(), case, choice, begin_search)
    if choice is Choice.NO:
        session().step = 1
    st.rerun()


def _choose(case: Case, choice: SmallerFirstStep | None) -> None:
    choose_smaller(the_store(), case, choice, begin_search)
    session().step = 1
    st.rerun()
