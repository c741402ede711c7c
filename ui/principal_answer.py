"""The rektor's own answer: chosen, written and confirmed on the proposal's page, on the very document that was sent.

What is written is kept as it is written (`casework.answer_drafts`), so that neither a reload nor a new log-in loses it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import streamlit as st

from casework import now as clock
from casework.answer_drafts import LONGEST_NAME, LONGEST_REFERENCE, AnswerDraft, save_draft
from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.course_look import what_waits
from casework.principal_look import PrincipalLook
from casework.sessions import require_recent_proof
from planning.decided import Ruling
from planning.errors import NotAllowed
from planning.sent_proposal import SentProposal
from planning.telling import telling_words
from planning.workflow.comments import LessonComment
from planning.workflow.moves import LONGEST_NOTE
from planning.workflow.moving import move_of
from ui.answering import Answering
from ui.course_form import DATED
from ui.frame.ways import CASE_IN_ADDRESS
from ui.plain import plain
from ui.principal_view import say_kinds, whose
from ui.session import session, typed
from wording.clock import written_date
from wording.course_comments import say_about
from wording.course_hindrances import say_waits
from wording.errors import say_error
from wording.language import tr, trn
from wording.phrases import and_list, lower_first

ORDER = (Ruling.AS_PROPOSED, Ruling.WITH_CHANGES, Ruling.RETURNED, Ruling.NO_PROGRAMME)


def say_choice(ruling: Ruling) -> str:
    """What one taps: «Besluta»."""
    return {
        Ruling.AS_PROPOSED: tr("Besluta"),
        Ruling.WITH_CHANGES: tr("Besluta med ändringar"),
        Ruling.RETURNED: tr("Skicka tillbaka"),
        Ruling.NO_PROGRAMME: tr("Besluta att det inte blir något åtgärdsprogram"),
    }[ruling]


def _about_choice(ruling: Ruling) -> str:
    return {
        Ruling.AS_PROPOSED: tr("Som det är föreslaget."),
        Ruling.WITH_CHANGES: tr("Det gäller nu, med dina ändringar."),
        Ruling.RETURNED: tr("Coachen gör färdigt och skickar en ny version."),
        Ruling.NO_PROGRAMME: tr("Det är också ett beslut och går att överklaga."),
    }[ruling]


def ask_answer(case_id: CaseId, look: PrincipalLook, proposal: SentProposal) -> AnswerDraft | None:
    """The whole answer part; what is answered once it has been confirmed, else None."""
    held = _held(look, proposal)
    if not _has_proved(case_id, is_begun=held.now.is_begun or bool(_comments(look))):
        # What was typed last came with the very tap that asked for the proof.
        keep_if_new(case_id, look, held.now.model_copy(update={"comments": _comments(look)}))
        return None
    if held.confirms:
        return _confirm(look, proposal, held)
    draft = _form(look, held).model_copy(update={"comments": _comments(look)})
    keep_if_new(case_id, look, draft)
    if draft.ruling is None or not st.button(tr("Gå vidare"), type="primary", key="principal_go_on"):
        return None
    waits = _waits(case_id, draft, draft.ruling)
    if not waits:
        held.confirms = True
        st.rerun()
    with st.container(border=True, key="principal_waits"):
        st.markdown(f"**{tr('Det här kommer först:')}**")
        st.markdown("\n".join(f"- {plain(line)}" for line in waits))
    return None


def _waits(case_id: CaseId, draft: AnswerDraft, ruling: Ruling) -> tuple[str, ...]:
    """All that the answer waits for, in sentences: what its kind asks to be written, and what law and course ask."""
    found = what_waits(the_store(), case_id, move_of(ruling), draft.given(clock.today()))
    unsaid = () if found or is_ready(draft) else (_unsaid(ruling),)
    return tuple(dict.fromkeys((*unsaid, *map(say_waits, found))))


def _unsaid(ruling: Ruling) -> str:
    if ruling is Ruling.RETURNED:
        return tr("Skriv vad som behöver kompletteras, eller tryck på en lektion i veckan och skriv om den.")
    return tr("Skriv motiveringen, och ditt namn och din titel.")


def keep_if_new(case_id: CaseId, look: PrincipalLook, draft: AnswerDraft) -> None:
    """Keeps what is written, where it is other than what is kept."""
    is_begun = draft.is_begun or (look.draft is not None and look.draft.is_begun)
    if is_begun and draft != look.draft:
        save_draft(the_store(), case_id, draft)


def _has_proved(case_id: CaseId, *, is_begun: bool) -> bool:
    """Whether the rektor has proved who they are just now; else how they do it, before anything is written."""
    try:
        require_recent_proof(the_store())
    except NotAllowed as error:
        with st.container(border=True, key="principal_prove"):
            st.markdown(plain(say_error(error)))
            if is_begun:
                st.markdown(tr("Det du har skrivit är sparat och finns kvar när du kommer tillbaka."))
            way = quote(f"/rektor?{CASE_IN_ADDRESS}={case_id}", safe="")
            st.html(
                f'<a class="way button" target="_self" href="/logga-in?igen=1&amp;vidare={way}">'
                f"{tr('Bekräfta att det är du')}</a>"
            )
        return False
    return True


def _held(look: PrincipalLook, proposal: SentProposal) -> Answering:
    """What the form began with: of another document another form, with the days of the proposal."""
    held = session().answering
    if held is not None and held.draft.sha256 == proposal.sha256:
        return held
    kept = look.draft or AnswerDraft(sha256=proposal.sha256)
    signature = tr("{name}, rektor", name=look.signature) if look.signature else ""
    begun = kept.model_copy(
        update={
            "valid_from": kept.valid_from or proposal.public.first_day,
            "valid_to": kept.valid_to or proposal.public.last_day,
            "decided_by": kept.decided_by or signature[:LONGEST_NAME],
        }
    )
    held = session().answering = Answering(begun)
    return held


def _form(look: PrincipalLook, held: Answering) -> AnswerDraft:
    """The fields that the choice asks for, with what has been written; nothing of it waits for a button to be kept."""
    begun = held.draft
    ruling = st.radio(
        tr("Ditt svar"), ORDER, index=ORDER.index(begun.ruling) if begun.ruling else None, format_func=say_choice,
        captions=[_about_choice(one) for one in ORDER], **_noting("ruling", begun),
    )  # fmt: skip
    if ruling is None:
        return held.now
    if ruling is not begun.ruling:
        # Other fields are drawn now: they begin with what was typed in them before, whatever has been chosen between.
        held.draft = held.now.model_copy(update={"ruling": ruling})
    if ruling in (Ruling.RETURNED, Ruling.WITH_CHANGES):
        _show_comments(_comments(look))
    if ruling is Ruling.RETURNED:
        st.text_area(
            tr("Vad som behöver kompletteras, en punkt på varje rad"), value=held.draft.points, max_chars=LONGEST_NOTE,
            height=110, **_noting("points", begun),
        )  # fmt: skip
    else:
        _decision_fields(ruling, held.draft)
    _warn_of_words(held.now, _comments(look))
    return held.now


def _noting(name: str, begun: AnswerDraft) -> dict[str, Any]:
    """The key of a field, and that what is typed in it is noted at once."""
    key = f"principal_{name}_{begun.sha256[:12]}"
    return {"key": key, "on_change": _note, "args": (name, key)}


def _note(name: str, key: str) -> None:
    held = session().answering
    if held is not None:
        held.typed[name] = typed(key)


def _comments(look: PrincipalLook) -> tuple[LessonComment, ...]:
    return look.draft.comments if look.draft is not None else ()


def _decision_fields(ruling: Ruling, begun: AnswerDraft) -> None:
    asks = tr("Skriv bestämmelserna och vad som har avgjort (förvaltningslagen 32 §).")
    changes = tr("Skriv vad som ändras, bestämmelserna och vad som har avgjort (förvaltningslagen 32 §).")
    st.markdown(changes if ruling is Ruling.WITH_CHANGES else asks)
    st.text_area(
        tr("Motivering"), value=begun.reasons, max_chars=LONGEST_NOTE, height=140, **_noting("reasons", begun)
    )
    if ruling is not Ruling.NO_PROGRAMME:
        first, second = st.columns(2)
        first.date_input(tr("Gäller från"), value=begun.valid_from, format=DATED, **_noting("valid_from", begun))
        second.date_input(tr("Gäller till"), value=begun.valid_to, format=DATED, **_noting("valid_to", begun))
    st.text_input(
        tr("Namn och titel"), value=begun.decided_by, max_chars=LONGEST_NAME, autocomplete="off",
        **_noting("decided_by", begun),
    )  # fmt: skip
    st.text_input(
        tr("Diarienummer, om det finns"), value=begun.reference, max_chars=LONGEST_REFERENCE, autocomplete="off",
        **_noting("reference", begun),
    )  # fmt: skip


def _show_comments(comments: tuple[LessonComment, ...]) -> None:
    """What has been written about lessons, steps and subjects, which goes along; or that one can."""
    if not comments:
        st.markdown(tr("Vill du skriva om en viss lektion? Tryck på den i veckan här ovanför."))
        return
    st.markdown(f"**{trn('{n} kommentar följer med', '{n} kommentarer följer med', len(comments))}**")
    st.markdown("\n".join(f"- **{plain(say_about(one))}**: {plain(_line(one.text))}" for one in comments))


def _line(text: str) -> str:
    return " ".join(text.split())


def _warn_of_words(draft: AnswerDraft, comments: tuple[LessonComment, ...]) -> None:
    """A decision is public at a municipal school: words that tell of health or the family are pointed out."""
    text = " ".join((draft.reasons, draft.points, *(one.text for one in comments)))
    words = list(dict.fromkeys(telling_words(text)))
    if words:
        with st.container(border=True, key="principal_words"):
            st.markdown(
                plain(tr("Beslutet kan bli offentligt. Se efter om det här ska stå där: {words}.",
                         words=and_list([f"«{word}»" for word in words])))
            )  # fmt: skip


def _confirm(look: PrincipalLook, proposal: SentProposal, held: Answering) -> AnswerDraft | None:
    """What is about to be answered, in one sentence, and the button that makes it final."""
    draft = look.draft or held.draft
    with st.container(border=True, key="principal_confirm"):
        st.header(say_choice(draft.ruling or Ruling.RETURNED))
        st.markdown(plain(say_confirmed(draft, proposal)))
        if draft.ruling is not Ruling.RETURNED and draft.reasons:
            st.markdown(f"**{tr('Motivering')}:** {plain(_line(draft.reasons))}")
        if draft.ruling is Ruling.RETURNED and draft.points:
            st.markdown("\n".join(f"- {plain(line)}" for line in draft.points.splitlines() if line.strip()))
        if draft.ruling in (Ruling.RETURNED, Ruling.WITH_CHANGES) and draft.comments:
            _show_comments(draft.comments)
        with st.container(horizontal=True):
            is_sure = st.button(_final(draft.ruling), type="primary", key="principal_final")
            goes_back = st.button(tr("Ändra"), key="principal_back")
    if goes_back:
        session().answering = None
        st.rerun()
    return draft if is_sure else None


def _final(ruling: Ruling | None) -> str:
    return tr("Ja, skicka tillbaka") if ruling is Ruling.RETURNED else tr("Ja, besluta")


def say_confirmed(draft: AnswerDraft, proposal: SentProposal) -> str:
    """What, for whom, from when to when, by whom and on what day: one sentence, before it is final."""
    who = whose(proposal.facts)
    if draft.ruling is Ruling.RETURNED:
        return tr("Du skickar tillbaka version {version} för {who}, så att den kan göras färdig.",
                  version=proposal.version, who=who)  # fmt: skip
    day = written_date(clock.today())
    if draft.ruling is Ruling.NO_PROGRAMME:
        return tr("Du beslutar {day} att det inte blir något åtgärdsprogram för {who}.", day=day, who=who)
    period = tr("{first} till {last}", first=written_date(draft.valid_from) if draft.valid_from else "–",
                last=written_date(draft.valid_to) if draft.valid_to else "–")  # fmt: skip
    kinds = lower_first(say_kinds(proposal))
    if draft.ruling is Ruling.WITH_CHANGES:
        return tr("Du beslutar {day} om {kinds} för {who}, {period}, med ändringar.", day=day, kinds=kinds, who=who,
                  period=period)  # fmt: skip
    return tr("Du beslutar {day} om {kinds} för {who}, {period}, enligt förslaget.", day=day, kinds=kinds, who=who,
              period=period)  # fmt: skip


def is_ready(draft: AnswerDraft) -> bool:
    """Whether the answer says what its kind asks for: a return something to complete, a decision its reasons."""
    if draft.ruling is Ruling.RETURNED:
        return bool(draft.points.strip() or draft.comments)
    return bool(draft.ruling and draft.reasons.strip() and draft.decided_by.strip())
