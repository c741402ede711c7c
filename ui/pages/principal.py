"""The rektor's page: what is asked, what it rests on, and the answer; everything as it was sent."""

from __future__ import annotations

import streamlit as st

from casework import now as clock
from casework.answer_drafts import AnswerDraft, save_draft
from casework.app_verbs import the_store
from casework.course import decide
from casework.course_look import course_look
from casework.course_verbs import receive, return_
from casework.principal_look import PrincipalLook, principal_look
from casework.sessions import require_recent_proof
from planning.decided import Ruling
from planning.errors import NotAllowed
from planning.sent_proposal import SentProposal
from planning.workflow.moves import Given
from ui import principal_view as view
from ui.components.downloads import OfferedFile, offer_files
from ui.components.sent import Said, comment_of, common_motive, show_sent_subjects, show_sent_weeks
from ui.course_decide import ask_answer as ask_answer_to_paper
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plain import plain
from ui.principal_answer import ask_answer
from ui.principal_given import show_given
from ui.principal_law import show_law
from ui.session import session
from wording.errors import say_error
from wording.language import tr

PROPOSAL = "forslag.pdf"
store, case = the_store(), case_in_hand()


def leave() -> None:
    """The ways on from here."""
    with st.container(horizontal=True):
        if st.button(tr("Ärendets gång")):
            go_to("course")
        if st.button(tr("Till listan")):
            go_to("start")


def keep(said: Said | None, proposal: SentProposal, draft: AnswerDraft | None) -> None:
    """Keeps what was just written about a lesson, a step or a subject."""
    if said is None or draft is None:
        return
    comment = comment_of(said, proposal)
    if comment is None:
        return
    kept = draft.with_comment(comment) if said.text else draft.without_comment(comment)
    save_draft(store, case.id, kept)
    st.rerun()


def read(look: PrincipalLook, proposal: SentProposal) -> None:
    """All that the answer rests on, the most telling first."""
    comments = look.draft.comments if look.draft is not None else look.changes
    view.show_ask(look, proposal)
    view.show_steps(proposal)
    st.header(tr("Veckan"))
    keep(show_sent_weeks(proposal, comments, may_comment=look.draft is not None), proposal, look.draft)
    view.show_needs(proposal)
    view.show_views(proposal.facts)
    st.header(tr("Ämnen mot klassens schema"))
    differ = sum(subject.deviates for subject in proposal.public.subjects)
    of = len(proposal.public.subjects)
    with st.expander(tr("{n} av {of} ämnen avviker i något steg", n=differ, of=of), key="principal_subjects"):
        st.markdown(tr("Minuter i veckan, i klassen och i varje steg. Det som avviker står först."))
        if motive := common_motive(proposal):
            st.markdown(plain(tr("Skälet för alla: {motive}", motive=motive)))
        keep(show_sent_subjects(proposal, comments, may_comment=look.draft is not None), proposal, look.draft)
    show_law(proposal)
    view.show_tried(proposal.facts)
    view.show_when(proposal.facts)
    st.header(tr("Bilagor"))
    offer_files([offered()], lambda _: proposal.file, key="principal_files")


def offered() -> OfferedFile:
    """The very file that was sent."""
    return OfferedFile(
        key=PROPOSAL,
        title=tr("Förslaget (PDF)"),
        about=tr("Filen som skickades, med allt som står här och rutan för beslutet."),
        leaves=tr("Kartläggningen följer inte med. Den omfattas av sekretess och lämnas för sig."),
        fetch=tr("Öppna"),
    )


def answer(look: PrincipalLook) -> None:
    """What has been answered, or the form for it, or whose it is."""
    st.html('<div id="svar"></div>')
    show_given(case.id, look)
    if look.may_receive:
        st.header(tr("Ta emot förslaget"))
        st.markdown(tr("Skolan registrerar förslaget. Sedan kan rektorn svara."))
        if st.button(tr("Skolan har tagit emot det"), type="primary", key="principal_receive"):
            receive(store, case.id, Given(day=clock.today()))
            st.rerun()
    elif look.may_decide and look.is_tried:
        st.header(tr("Rektorns svar"))
        answered = ask(look)
        if answered is not None:
            give(*answered)


def ask(look: PrincipalLook) -> tuple[Ruling, Given] | None:
    """The form; on a proposal that is kept on paper alone, one that begins empty."""
    if look.proposal is None:
        on_paper = ask_answer_to_paper(course_look(store, case.id))
        return (on_paper.ruling, on_paper.given) if on_paper is not None else None
    draft = ask_answer(case.id, look, look.proposal)
    return (draft.ruling, draft.given(clock.today())) if draft is not None and draft.ruling is not None else None


def give(ruling: Ruling, given: Given) -> None:
    """Gives the answer. What holds it back is told, and nothing that was written is lost."""
    try:
        require_recent_proof(store)
        (return_ if ruling is Ruling.RETURNED else decide)(store, case.id, given)
    except NotAllowed as error:
        st.warning(plain(say_error(error)))
        return
    session().answering = None
    st.rerun()


try:
    look = principal_look(store, case.id)
except NotAllowed:
    st.title(tr("Förslaget"))
    st.markdown(tr("Förslaget är inte hos skolan nu. När en version skickas kan du läsa den här."))
    leave()
    st.stop()
st.title(tr("Förslag att besluta om") if look.may_decide else tr("Förslaget"))
if look.sent is None:
    st.markdown(tr("Inget förslag är skickat till skolan än."))
elif look.proposal is None:
    st.markdown(tr("Förslaget finns bara på papper eller som fil hos skolan. Läs det där, och svara här.")
                if look.may_decide else tr("Förslaget finns bara på papper eller som fil hos skolan."))  # fmt: skip
else:
    read(look, look.proposal)
answer(look)
leave()
