"""What is said when a move of a case is made: a form of only those fields that the move asks for or keeps."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import streamlit as st

from casework import now as clock
from casework.course_look import CourseLook, OfferedMove
from planning.workflow.course_facts import Guard
from planning.workflow.moves import LONGEST_NOTE, MOST_POINTS, Ending, Given, Heard, MoveName
from planning.workflow.table import Recorded
from wording.course import say_ending, say_heard, say_move
from wording.language import tr

DATED = "YYYY-MM-DD"
NEEDS_NOTE = frozenset({Guard.WHY, Guard.ENDING_SAID})


def ask_given(look: CourseLook, move: OfferedMove, *, is_first: bool) -> Given | None:
    """The button that makes the move, with the fields that it asks for; what was said once it is pressed, else None."""
    name = move.row.name
    kind: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
    if not asks_something(move):
        return Given() if st.button(say_move(name), type=kind, key=f"course_do_{name}") else None
    with st.form(f"course_form_{name}", border=False):
        said: dict[str, Any] = {**_dates(move), **_words(move), **_ending(look, move)}
        if not st.form_submit_button(say_move(name), type=kind):
            return None
    return Given(**said)


def asks_something(move: OfferedMove) -> bool:
    """Whether there is anything to fill in."""
    return bool(move.asks) or Recorded.DAY in move.row.records or Recorded.HEARD in move.row.records


def _dates(move: OfferedMove) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if Recorded.DAY in move.row.records:
        said["day"] = st.date_input(_day_label(move.row.name), value=_today(move), format=DATED)
    if Guard.CONSENT in move.asks:
        said["other_area"] = st.checkbox(tr("Coachen arbetar i en annan verksamhet än skolan, med egen sekretess"))
        said["consented_on"] = st.date_input(tr("Samtycke till att prata med skolan"), value=None, format=DATED)
    return said


def _today(move: OfferedMove) -> dt.date | None:
    """Today, where a day is only noted; nothing where a move waits for somebody to say which."""
    is_asked = {Guard.INFORMED, Guard.DAY_GIVEN, Guard.P9}.intersection(move.asks)
    return None if is_asked else clock.today()


def _day_label(name: MoveName) -> str:
    match name:
        case MoveName.BEGIN_MAPPING:
            return tr("Dagen då eleven och vårdnadshavarna fick veta")
        case MoveName.NOTIFY:
            return tr("Dagen då eleven och vårdnadshavarna fick beslutet")
        case MoveName.APPEAL:
            return tr("Dagen då överklagandet kom in")
        case MoveName.UPHOLD | MoveName.ANNUL | MoveName.REMIT:
            return tr("Dagen då svaret kom")
        case _:
            return tr("Dag")


def _words(move: OfferedMove) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if Recorded.HEARD in move.row.records:
        ticked = {who: st.checkbox(say_heard(who), key=f"course_heard_{move.row.name}_{who}") for who in Heard}
        said["heard"] = tuple(who for who, is_ticked in ticked.items() if is_ticked)
    if Guard.POINTS_GIVEN in move.asks:
        text = st.text_area(tr("Vad som behöver kompletteras, en punkt på varje rad"), max_chars=LONGEST_NOTE)
        said["points"] = tuple(line.strip() for line in text.splitlines() if line.strip())[:MOST_POINTS]
    label = tr("Varför") if NEEDS_NOTE.intersection(move.asks) else tr("Anteckning, om du vill")
    said["note"] = st.text_area(label, max_chars=LONGEST_NOTE, height=80, key=f"course_note_{move.row.name}")
    return said


def _ending(look: CourseLook, move: OfferedMove) -> dict[str, Any]:
    if Guard.ENDING_SAID not in move.asks:
        return {}
    said: dict[str, Any] = {
        "ending": st.selectbox(
            tr("Varför insatsen avslutas"), list(Ending), index=None, format_func=say_ending, placeholder=tr("Välj")
        )
    }
    if look.in_force is not None:
        said["decided_by"] = st.text_input(tr("Vem som avslutar, namn och titel"), max_chars=120, autocomplete="off")
    if look.step:
        said["attendance_closed"] = st.date_input(
            tr("Dagen då närvarosystemet fick veta"), value=None, format=DATED
        )
    return said
