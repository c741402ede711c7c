"""The course of a case on the screen: where it stands, what comes next, what differs, and what has been done."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Literal

import streamlit as st

from casework.course_comments import newest_return
from casework.course_facts import SHARING
from casework.course_look import CourseLook, OfferedMove
from casework.course_words import say_details, say_headline, say_look, say_move_line, say_reminders, say_what_waits
from planning.workflow.course_facts import Guard, Hindrance
from planning.workflow.moves import Given, Move, MoveName
from planning.workflow.states import AT_THE_SCHOOL, State
from ui.course_form import ask_given, asks_something
from ui.plain import plain
from ui.session import session
from wording.course import say_move, say_state
from wording.course_comments import say_comment
from wording.course_difference import say_difference
from wording.language import tr, trn
from wording.missing_fields import sections_of

_STYLE = (Path(__file__).parent / "course_view.css").read_text(encoding="utf-8")
THE_WAY = (
    State.MAPPING, State.DRAFT, State.PRESENTED, State.WITH_GUARDIANS, State.SENT, State.DECIDED, State.ACTIVE,
    State.EVALUATED,
)  # fmt: skip
"""The states that a case goes through when nothing turns it back: what the line of steps shows."""
_STANDS_AT = {
    State.RAISED: State.MAPPING,
    State.PREPARED: State.SENT,
    State.RETURNED: State.DRAFT,
    State.REFUSED: State.DECIDED,
    State.NOTIFIED: State.DECIDED,
    State.REVISING: State.DRAFT,
    State.APPEALED: State.ACTIVE,
    State.CLOSED: State.EVALUATED,
    State.ARCHIVED: State.EVALUATED,
}
"""Where the others stand on it."""
PLACES = {
    Guard.FIELDS_FILLED: "school_facts", Guard.GUARDIANS_OFFERED: "school_facts", Guard.NEW_VERSION: "school_facts",
    Guard.STUDENT_COPY: "school_facts", Guard.PLAN_HOLDS: "plan", Guard.STUDENT_SAID_YES: "plan",
    Guard.SHARING_CHOSEN: "questions", Guard.DOCUMENT_MADE: "documents", Guard.D4R: "alerts", Guard.D5R: "alerts",
}  # fmt: skip
"""The page where something is put in place; rules of law say themselves which fields they ask for."""


def show_where(look: CourseLook) -> None:
    """The state in words, whose turn it is, and the way so far."""
    with st.container(border=True, key="course_where"):
        st.header(plain(say_headline(look)))
        st.markdown("\n\n".join(plain(line) for line in say_look(look)))
    st.html(f"<style>{_STYLE}</style>{_way(look.state)}")


def _way(state: State) -> str:
    """The line of steps, which tells in words, too, where one is."""
    at = THE_WAY.index(_STANDS_AT.get(state, state))
    items = []
    for number, stop in enumerate(THE_WAY):
        kind = "done" if number < at else "now" if number == at else "next later" if number == at + 1 else "later"
        said = say_state(state) if number == at else say_state(stop)
        mark = {"done": tr("klart"), "now": tr("här är ni"), "next later": tr("sedan")}.get(kind, tr("senare"))
        current = ' aria-current="step"' if kind == "now" else ""
        items.append(f'<li class="{kind}"{current}>{said}<span> – {mark}</span></li>')
    return f'<ol class="course" aria-label="{tr("Ärendets väg")}">{"".join(items)}</ol>'


def show_read(look: CourseLook) -> str | None:
    """The way to what was sent, to whoever may read it: a rektor answers there. The page, once it is tapped."""
    if look.sent is None or look.state is State.RETURNED:
        return None
    if look.may_decide or look.state in AT_THE_SCHOOL:
        kind: Literal["primary", "secondary"] = "primary" if look.may_decide else "secondary"
        name = tr("Läs och svara på förslaget") if look.may_decide else tr("Läs det som skickades")
        return "principal" if st.button(name, type=kind, key="course_read") else None
    return None


def show_returned(look: CourseLook) -> str | None:
    """What the rektor asks for in what has been sent back, lesson by lesson, until a new version has left.

    The page that one wants to go to, once it is tapped.
    """
    returned = newest_return(look.moves)
    if returned is None:
        return None
    lines = [*returned.points, *map(say_comment, returned.comments)]
    if not lines and not returned.note:
        return None
    with st.container(border=True, key="course_returned"):
        st.markdown(f"**{tr('Rektorn ber om det här')}**")
        st.markdown("\n".join(f"- {plain(' '.join(line.split()))}" for line in (lines or [returned.note])))
        with st.container(horizontal=True):
            if st.button(tr("Till planen"), type="primary", key="course_to_plan"):
                return "plan"
            if look.sent is not None and st.button(tr("Läs det som skickades"), key="course_read_sent"):
                return "principal"
    return None


def show_moves(look: CourseLook) -> tuple[MoveName, Given] | str | None:
    """What can be done next; the move that was just made with what was said, or the page that one wants to go to."""
    on = [move for move in look.offered if move.leads_on]
    beside = [move for move in look.offered if not move.leads_on]
    chosen: tuple[MoveName, Given] | str | None = None
    if on or look.may_register:
        st.header(tr("Nästa steg"))
    for simple, some in groupby(on, key=is_simple):
        with st.container(horizontal=simple):
            for move in some:
                is_first = move is on[0]
                made = _press(move, is_first=is_first) if simple else _show_move(look, move, is_first=is_first)
                chosen = made or chosen
    if look.may_register and (look.is_locked or look.state is State.WITH_GUARDIANS) and _offer_answer():
        chosen = "returned"
    if beside:
        with st.expander(trn("{n} sak till att göra", "{n} saker till att göra", len(beside))):
            for move in beside:
                shown = _press(move, is_first=False) if is_simple(move) else _show_move(look, move, is_first=False)
                chosen = shown or chosen
    return chosen


def is_simple(move: OfferedMove) -> bool:
    """Whether there is nothing to read or fill in before it: then a button is enough."""
    return not (move.hindrances or move.reminders or asks_something(move))


def _press(move: OfferedMove, *, is_first: bool) -> tuple[MoveName, Given] | None:
    kind: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
    name = move.row.name
    return (name, Given()) if st.button(say_move(name), type=kind, key=f"course_press_{name}") else None


def _offer_answer() -> bool:
    with st.container(border=True, key="course_answer"):
        st.markdown(tr("Har rektorn svarat? Läs in filen, eller skriv in beslutet från papper."))
        return st.button(tr("Skolan har svarat"), key="course_to_returned")


def _show_move(look: CourseLook, move: OfferedMove, *, is_first: bool) -> tuple[MoveName, Given] | str | None:
    """A card of a move: what it waits for with the way there, or what it asks, and the button that makes it."""
    name = move.row.name
    with st.container(border=True, key=f"course_move_{name}"):
        if move.hindrances or move.reminders:
            st.markdown(f"**{plain(say_move(name))}**")
        if reminders := say_reminders(move.reminders):
            st.markdown("\n".join(f"- {plain(line)}" for line in reminders))
        if move.hindrances:
            return _show_waits(move)
        given = ask_given(look, move, is_first=is_first)
        return (name, given) if given is not None else None


def _show_waits(move: OfferedMove) -> str | None:
    """All that the move waits for, and the first place where something can be done about it."""
    st.markdown(tr("Det här kommer först:"))
    st.markdown("\n".join(f"- {plain(line)}" for line in say_what_waits(move)))
    where = next((place for hindrance in move.hindrances if (place := place_of(hindrance))), "")
    if where and st.button(tr("Gör det nu"), key=f"course_go_{move.row.name}"):
        fields = [field for one in move.hindrances for field in fields_of(one)]
        session().section = next(iter(sections_of(fields)), session().section)
        if where == "questions":
            # Not on every route: only that one is asked, and it leads back here.
            session().focus, session().back_to = SHARING, "course"
        return where
    return None


def place_of(hindrance: Hindrance) -> str:
    """The page where it is put in place; empty where it is somebody else's."""
    return PLACES.get(hindrance.guard) or ("school_facts" if sections_of(fields_of(hindrance)) else "")


def fields_of(hindrance: Hindrance) -> tuple[str, ...]:
    """The fields that it asks for."""
    return hindrance.verdict.fields if hindrance.verdict is not None else hindrance.what


def show_difference(look: CourseLook) -> None:
    """What has changed since it was sent; nothing where it was never sent, lies there now, or is lived as it is."""
    if look.difference is None or look.sent is None:
        return
    if look.difference.is_nothing and look.version <= look.sent.version:
        return
    st.header(tr("Det här skiljer från version {version}", version=look.sent.version))
    st.markdown("\n".join(f"- {plain(line)}" for line in say_difference(look.difference)))


def show_history(look: CourseLook) -> None:
    """Every move, the last one first."""
    if not look.moves:
        return
    with st.expander(tr("Det här har hänt"), expanded=len(look.moves) <= 4):
        st.markdown("\n".join(_history_line(move) for move in reversed(look.moves)))


def _history_line(move: Move) -> str:
    details = "".join(f"\n    - {plain(' '.join(line.split()))}" for line in say_details(move))
    return f"- {plain(say_move_line(move))}{details}"
