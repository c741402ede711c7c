"""A conflict on the screen: what collides, the ways out and what each would open, and where it can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, NoReturn

import streamlit as st

from planning.needs import AnyNeed, Source
from planning.outcomes import MOST_WAYS, Conflict
from planning.timetable import Timetable
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from wording.conflict import ConflictText, say_conflict
from wording.language import tr


class ShownWay(NamedTuple):
    """One way out. Without `button` there is nothing in the app that would change it."""

    text: str
    button: str = ""
    page: Literal["questions", "summary", "terms"] = "terms"
    question: QuestionId | None = None


def ways_shown(conflict: Conflict, text: ConflictText) -> tuple[ShownWay, ...]:
    """Every way out with its sentence and where it leads."""
    needs = {need.id: need for need in conflict.needs}
    known = [(way, needs[way.give_up]) for way in conflict.ways_out if way.give_up in needs]
    return tuple(
        # How long a limit holds is answered beside its line in the summary.
        ShownWay(sentence, tr("Svara på hur länge"), "summary") if way.until is not None else _shown(sentence, need)
        for sentence, (way, need) in zip(text.ways_out, known, strict=True)
    )


def _shown(sentence: str, need: AnyNeed) -> ShownWay:
    match need.origin.source:
        case Source.ANSWER:
            return _to_question(sentence, need)
        case Source.GOAL | Source.COACH | Source.TRAVEL | Source.CALENDAR:
            return ShownWay(sentence, tr("Till ramarna"), "terms")
        case Source.DEFAULT | Source.HAND:
            return ShownWay(sentence)


def _to_question(sentence: str, need: AnyNeed) -> ShownWay:
    """To the question behind it. A private one is opened by nobody but the student, alone with the screen."""
    question = QuestionId(need.origin.ref)
    item = load_bank().by_id.get(question)
    if item is None:
        return ShownWay(sentence, tr("Till ramarna"), "terms")
    if item.private:
        return ShownWay(sentence)
    return ShownWay(sentence, tr("Till frågan"), "questions", question)


def show_conflict(outcome: Conflict, timetable: Timetable) -> None:
    """No plan just now: the few things that collide, and beside each way out where it is changed. Never empty."""
    text = say_conflict(outcome, timetable)
    show_why_not(tr("Det går inte ihop just nu"), text)
    with st.container(border=True):
        st.subheader(tr("Vägar framåt"))
        ways = list(enumerate(ways_shown(outcome, text)))
        _offer_ways(ways[:MOST_WAYS])
        if ways[MOST_WAYS:]:
            with st.expander(tr("Fler vägar")):
                _offer_ways(ways[MOST_WAYS:])
    st.markdown(f"**{plain(text.contact)}**")


def _offer_ways(ways: Sequence[tuple[int, ShownWay]]) -> None:
    for number, way in ways:
        with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_{number}"):
            st.markdown(plain(way.text))
            if way.button and st.button(way.button, key=f"way_out_{number}"):
                go_along(way)


def go_along(way: ShownWay) -> NoReturn:
    """To where it can be changed; from a question one comes back to the plan."""
    if way.question is not None:
        session().focus, session().back_to = way.question, "plan"
    go_to(way.page)


def show_why_not(title: str, text: ConflictText) -> None:
    """The heading of a page without a plan, and what collides where that is known."""
    st.title(title)
    st.markdown(plain(text.headline))
    if text.colliding:
        with st.container(border=True):
            st.subheader(tr("Det här krockar"))
            st.markdown("\n".join(f"- {plain(line)}" for line in text.colliding))
            for note in text.notes:
                st.markdown(plain(note))
