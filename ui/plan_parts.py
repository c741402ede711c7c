"""«Vad blev rätt i planen?»: the student ticks the parts; what is not right leads to the answers it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn
from zlib import crc32

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, CaseId, open_case
from casework.draft_word import say_parts_right
from casework.readiness import PARTS_QUESTION, PlanPart, parts_are_answered, parts_not_right, rests_on
from casework.readiness_words import say_part
from casework.to_do_words import say_answer
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session, typed
from wording.bank_words import said_in
from wording.language import tr


def ask_parts(case: Case) -> None:
    """Five boxes; under them, what was not called right and where it can be changed."""
    wrong = parts_not_right(case.sheet)
    with st.container(border=True, key="plan_parts"):
        st.header(said_in(load_bank().by_id[PARTS_QUESTION]))
        st.markdown(tr("Kryssa det som blev rätt. Det andra ändrar vi, så ofta du vill."))
        asked = _asked(case)
        with st.container(horizontal=True, key="plan_parts_boxes"):
            for part in PlanPart:
                key = f"right_{part}_{asked}"
                st.checkbox(say_part(part), value=part not in wrong, key=key, on_change=_say, args=(case.id, part, key))
        if not wrong:
            st.markdown(tr("Allt blev rätt. Tack för att du tittade noga."))
        elif parts_are_answered(case.sheet):
            st.markdown(tr("Vill du ändra något? Planen görs om med ditt nya svar."))
            for part in wrong:
                with st.expander(say_part(part)):
                    _show_answers(part, rests_on(part, case.sheet), case)


def _asked(case: Case) -> str:
    """Names this asking: the same from tick to tick, another where the draft is, or where the answer was taken back.

    Boxes that were named anew at every tick would lose one that comes while the one before is kept.
    """
    draft = case.plan.outcome.model_dump_json() if case.plan else ""
    taken_back = sum(event.question == PARTS_QUESTION and event.answer is None for event in case.events)
    return f"{crc32(draft.encode()):08x}_{taken_back}"


def _say(case_id: CaseId, part: PlanPart, key: str) -> None:
    """Record one tick, or that it is taken away, beside what is kept of the others."""
    is_right = typed(key)
    with session().one_tick:
        case = open_case(the_store(), case_id)
        right = [one for one in PlanPart if one not in parts_not_right(case.sheet)]
        say_parts_right(the_store(), case, [one for one in PlanPart if (is_right if one is part else one in right)])


def _show_answers(part: PlanPart, questions: Iterable[QuestionId], case: Case) -> None:
    asked = tuple(questions)
    if not asked:
        st.markdown(tr("Det här har du inte svarat på än. Berätta för coachen hur du vill ha det."))
    for question in asked:
        text = said_in(load_bank().by_id[question])
        with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_{part}_{question}"):
            st.markdown(f"{plain(text)} **{plain(say_answer(question, case.sheet.of(question)))}**")
            if st.button(tr("Ändra svar"), key=f"change_{part}_{question}"):
                _open_again(question)


def _open_again(question: QuestionId) -> NoReturn:
    """Ask it anew; back here the plan is made anew."""
    session().focus, session().back_to, session().plans_anew = question, "plan", True
    go_to("questions")
