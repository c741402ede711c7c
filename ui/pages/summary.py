"""«Så här har jag förstått dig»: each line is the student's to call right or wrong."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import ask_again, mark_summary, record_answers, write_facts
from casework.now import now
from casework.proposing import IMPORTANT_LINES
from casework.summary_document import SUMMARIES, summary_in
from questionnaire.answers import AnswerEvent
from ui.agreement import NotAgreed, agree, facts_with_end
from ui.components.downloads import OfferedFile, offer_files
from ui.components.summary import Shown, show_summary
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import session
from ui.summary_view import marked, question_of, shown_changes, shown_groups
from ui.two_answers_view import show_two_answers
from wording.language import speaking, tr

store = the_store()
case = case_in_hand()


def keep_agreed(line: str, typed: Mapping[str, str]) -> None:
    """What was agreed beside a line; remembered with a message where it cannot be kept."""
    with speaking(session().language):
        now_case, question = case_in_hand(), question_of(line)
        made = agree(now_case, question, typed, now())
    if isinstance(made, AnswerEvent):
        record_answers(the_store(), now_case.id, [made])
        if made.answer is not None and made.answer.last_step is not None:
            write_facts(the_store(), now_case.id, facts_with_end(now_case, question, made.answer.last_step))
    else:
        session().not_agreed = NotAgreed(line, typed, made.message)


def paper(name: str) -> bytes:
    """The page on paper, as it stands now, in the language of the file with that name."""
    return summary_in(case_in_hand(), SUMMARIES[name])


st.title(tr("Så här har jag förstått dig"))
show_two_answers(case)
groups = shown_groups(case)
if not groups:
    st.markdown(tr("Här kommer det du svarar på frågorna."))
shown = Shown(groups, shown_changes(case), IMPORTANT_LINES, f"stegvis-{case.id}", session().not_agreed)
said = show_summary(shown, keep_agreed)
session().not_agreed = None
if said is not None:
    line, what = said
    mark = marked(case, line, what)
    if mark is not None:
        mark_summary(store, case.id, [mark])
    if what == "wrong":
        session().focus = question_of(line)
        go_to("questions")
    st.rerun()
with st.container(horizontal=True):
    if st.button(tr("Gör en plan"), type="primary"):
        go_to("plan")
    if st.button(tr("Fler frågor")):
        go_to("questions")
    if groups and st.button(tr("Svara igen")):
        ask_again(store, case.id)
        go_to("questions")
if groups:
    titles = {"sv": tr("På papper"), "en": tr("På papper, på engelska")}
    offer_files(
        [
            OfferedFile(
                key=name,
                title=titles[language],
                about=tr("Sidan att läsa, kryssa och stjärnmärka för hand. Den är elevens egen."),
                leaves=tr("Med: tilltalsnamn och raderna här ovanför. Inte med: det som är privat, och namn på andra."),
                fetch=tr("Skriv ut"),
            )
            for name, language in SUMMARIES.items()
        ],
        paper,
        key="summary_paper",
    )
