"""The rektor's own answer in the app: on the very document that was sent, which the form is tied to."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from casework import now as clock
from casework.app_verbs import the_store
from casework.course_look import CourseLook
from casework.sessions import require_recent_proof
from planning.decided import Ruling, Written
from planning.errors import NotAllowed
from planning.workflow.moves import LONGEST_NOTE, MOST_POINTS, Given
from ui.course_form import DATED
from wording.errors import say_error
from wording.language import tr
from wording.returned_words import say_ruling


class Answer(NamedTuple):
    """What the rektor answers."""

    ruling: Ruling
    given: Given


def _has_proved() -> bool:
    """Whether the rektor has proved who they are just now; else how they do it, before anything is written."""
    try:
        require_recent_proof(the_store())
    except NotAllowed as error:
        st.markdown(say_error(error))
        st.link_button(tr("Bekräfta att det är du"), "/logga-in?igen=1")
        return False
    return True


def ask_answer(look: CourseLook) -> Answer | None:
    """The form; what was answered once it is sent, else None. Another document is another form, which begins empty."""
    if not look.may_decide or look.sent is None:
        return None
    st.header(tr("Rektorns beslut"))
    if not _has_proved():
        return None
    with st.form(f"course_decide_{look.sent.sha256[:16]}", border=True):
        st.markdown(
            tr("Svaret gäller version {version}, kontrollsumma {code}.",
               version=look.sent.version, code=look.sent.sha256[:12])
        )  # fmt: skip
        ruling = st.radio(tr("Beslut"), list(Ruling), index=None, format_func=say_ruling)
        reasons = st.text_area(tr("Motivering"), max_chars=LONGEST_NOTE, height=120)
        points = st.text_area(tr("Vad som behöver kompletteras, en punkt på varje rad"), max_chars=LONGEST_NOTE)
        first, second = st.columns(2)
        valid_from = first.date_input(tr("Gäller från"), value=None, format=DATED)
        valid_to = second.date_input(tr("Gäller till"), value=None, format=DATED)
        decided_by = st.text_input(tr("Namn och titel"), max_chars=120, autocomplete="off")
        if not st.form_submit_button(tr("Spara beslutet"), type="primary"):
            return None
    if ruling is None:
        st.warning(tr("Välj vad rektorn har beslutat."))
        return None
    written = Written(
        ruling=ruling, reasons=reasons, valid_from=valid_from, valid_to=valid_to, decided_on=clock.today(),
        decided_by=decided_by,
    )  # fmt: skip
    lines = tuple(line.strip() for line in points.splitlines() if line.strip())
    return Answer(ruling, Given(sha256=look.sent.sha256, written=written, points=lines[:MOST_POINTS]))
