"""The school's decision on the screen: what was read and what differs, the form for paper, and what has been kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from casework.case import RegisteredDecision
from casework.decision_words import confirmed, to_look_at, way_on, worth_knowing
from casework.returned_decision import ByHand, ReturnedLook
from planning.decided import Decided, Ruling
from ui.plain import plain
from wording.clock import written_date
from wording.language import tr
from wording.returned_words import decided_rows, say_ruling


def show_decided(decided: Decided) -> None:
    """The decision, label by label."""
    st.markdown(
        "  \n".join(
            f"**{label}:** " + "  \n".join(plain(line) for line in value.splitlines())
            for label, value in decided_rows(decided)
        )
    )


def show_look(look: ReturnedLook) -> None:
    """What the file turned out to be: the decision, what can be relied on, what to look at, and the way on."""
    with st.container(border=True):
        if look.decided is not None:
            show_decided(look.decided)
        lines = [*(f"✓ {plain(line)}" for line in confirmed(look)), *map(plain, worth_knowing(look))]
        if lines:
            st.markdown("  \n".join(lines))
    doubts = to_look_at(look)
    if doubts:
        st.markdown(f"**{tr('Titta på det här')}**")
        st.markdown("\n".join(f"- {plain(line)}" for line in doubts))
    if look.hindrance:
        st.warning(plain(way_on(look)))


def ask_received() -> dt.date | None:
    """When the family got the decision: the time to appeal counts from then."""
    return st.date_input(tr("Dagen då eleven och vårdnadshavarna fick beslutet"), value=None, format="YYYY-MM-DD")


def ask_by_hand() -> ByHand | None:
    """The form for a decision on paper; what was written when it was sent, else None."""
    with st.form("by_hand", border=False):
        code = st.text_input(
            tr("Koden vid QR-koden"),
            help=tr("Dokument, version och kontroll, i den ordningen. Mellanslag spelar ingen roll."),
            autocomplete="off",
        )
        ruling = st.radio(tr("Beslut"), list(Ruling), index=None, format_func=say_ruling)
        reasons = st.text_area(tr("Motivering"), max_chars=4000, height=120)
        first, second, third = st.columns(3)
        valid_from = first.date_input(tr("Gäller från"), value=None, format="YYYY-MM-DD")
        valid_to = second.date_input(tr("Gäller till"), value=None, format="YYYY-MM-DD")
        decided_on = third.date_input(tr("Datum för beslutet"), value=None, format="YYYY-MM-DD")
        decided_by = st.text_input(tr("Namn och titel"), max_chars=120, autocomplete="off")
        reference = st.text_input(tr("Diarienummer"), max_chars=60, autocomplete="off")
        received_on = ask_received()
        if not st.form_submit_button(tr("Spara beslutet"), type="primary"):
            return None
    if ruling is None:
        st.warning(tr("Välj vad rektorn har beslutat."))
        return None
    return ByHand(
        code=code, ruling=ruling, reasons=reasons, valid_from=valid_from, valid_to=valid_to, decided_on=decided_on,
        decided_by=decided_by, reference=reference, received_on=received_on,
    )  # fmt: skip


def show_kept(decisions: Sequence[RegisteredDecision]) -> None:
    """What has been kept, the latest opened."""
    for kept in reversed(decisions):
        said = say_ruling(kept.decided.ruling)
        with st.expander(f"{written_date(kept.at.date())}: {said}", expanded=kept is decisions[-1]):
            show_decided(kept.decided)
