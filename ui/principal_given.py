"""What the rektor has answered, what happens now, and the decision as a file."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.principal_look import PrincipalLook
from casework.sent_proposals import decision_file
from planning.decided import Decided, Ruling
from planning.workflow.comments import LessonComment
from planning.workflow.states import State
from ui.components.downloads import OfferedFile, offer_files
from ui.plain import plain
from ui.returned_view import show_decided
from wording.clock import written_date
from wording.course_comments import say_change
from wording.language import tr

DECISION = "beslut.pdf"


def show_given(case_id: CaseId, look: PrincipalLook) -> None:
    """The answer, where there is one."""
    if look.decision is not None:
        with st.container(border=True, key="principal_decided"):
            st.header(tr("Beslutet"))
            show_decided(look.decision.decided)
            show_changes(look.changes)
        _show_next(look.decision.decided, look.state)
        if look.proposal is not None:
            number = look.decision.number
            made = lambda _: decision_file(the_store(), case_id, number)  # noqa: E731  two words of a line
            offer_files([_decision_offer()], made, key="principal_made")
    elif look.returned is not None:
        with st.container(border=True, key="principal_returned"):
            st.header(tr("Återsänt för komplettering"))
            show_asked(look.returned.points, look.returned.comments)
        st.markdown(tr("Coachen gör färdigt tillsammans med eleven och skickar en ny version. Du får den här."))


def show_asked(points: Iterable[str], comments: Iterable[LessonComment]) -> None:
    """What is asked for, point by point, and lesson by lesson."""
    lines = [*points, *map(say_change, comments)]
    st.markdown("\n".join(f"- {plain(' '.join(line.split()))}" for line in lines))


def show_changes(changes: Iterable[LessonComment]) -> None:
    """What a decision changes of lessons, steps and subjects."""
    lines = [f"- {plain(' '.join(say_change(one).split()))}" for one in changes]
    if lines:
        st.markdown(f"**{tr('Ändringar')}**\n" + "\n".join(lines))


def _show_next(decided: Decided, state: State) -> None:
    if state not in (State.DECIDED, State.REFUSED):
        return
    st.header(tr("Det här händer nu"))
    lines = [
        tr("Eleven och vårdnadshavarna ska få beslutet, med hur man överklagar. Skriv in dagen på ärendets gång."),
        tr("Det går att överklaga till Skolväsendets överklagandenämnd inom tre veckor från att man fick beslutet."),
    ]
    if decided.ruling is not Ruling.NO_PROGRAMME and decided.valid_from is not None:
        lines.append(tr("Planen kan börja {day}, när alla har fått beslutet.", day=written_date(decided.valid_from)))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _decision_offer() -> OfferedFile:
    return OfferedFile(
        key=DECISION,
        title=tr("Beslutet (PDF)"),
        about=tr("Förslaget som det skickades, med ditt beslut ifyllt, att diarieföra och lämna ut."),
        fetch=tr("Öppna"),
    )
