"""A conflict on the screen: the few ticks that collide, and the ways out as cards that are taken by one tap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from casework.cases import Case
from planning.outcomes import MOST_WAYS, Conflict, WayOut
from planning.timetable import Timetable
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.summary import LineKind, summarise
from ui.components.cards import Block, OfferCard, SmallWeek, show_cards
from ui.conflict_ways import Doing, Way, go_back, is_students, take, way_of
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from wording.conflict import ConflictText, WayText, say_conflict
from wording.language import tr
from wording.summary_lines import say_line


def show_conflict(outcome: Conflict, case: Case, timetable: Timetable) -> None:
    """No plan just now: the few things that collide, and the ways out. Never empty: the contact stands."""
    text = say_conflict(outcome, timetable)
    show_why_not(tr("Det går inte ihop just nu"), text, own_words(outcome, case))
    ways = ways_shown(outcome, case)
    st.header(tr("Vägar framåt"))
    st.markdown(tr("Det räcker med en av dem. Varje ändring går att ångra."))
    if session().way_failed:
        st.markdown(plain(session().way_failed))
    cards = [way_card(way, said, str(number)) for number, (way, said) in enumerate(zip(ways, text.ways, strict=True))]
    pressed = show_cards(cards[:MOST_WAYS], key="ways_out")
    if cards[MOST_WAYS:]:
        with st.expander(tr("Fler vägar")):
            pressed = show_cards(cards[MOST_WAYS:], key="more_ways_out") or pressed
    st.markdown(f"**{plain(text.contact)}**")
    if pressed is not None:
        go_along(ways[int(pressed)], case)


def ways_shown(conflict: Conflict, case: Case) -> tuple[Way, ...]:
    """Every way out with what a tap on it does, in their order."""
    needs = {need.id: need for need in conflict.needs}
    return tuple(way_of(way, needs[way.give_up], case) for way in conflict.ways_out if way.give_up in needs)


def own_words(conflict: Conflict, case: Case) -> tuple[str, ...]:
    """For everything that collides what the student has said of it, in the student's own words; «» where nothing."""
    lines = [line for line in summarise(load_bank(), case.sheet).lines if line.kind is LineKind.SAID]
    said = {line.question: say_line(line) for line in reversed(lines)}
    return tuple(said.get(QuestionId(need.origin.ref), "") if is_students(need) else "" for need in conflict.needs)


def way_card(way: Way, text: WayText, card_id: str) -> OfferCard:
    """The way out as a card: the condition, what it opens with the first week that it gives, and what a tap does."""
    return OfferCard(
        id=card_id,
        title=text.condition,
        lines=tuple(line for line in (text.opens, text.first) if line),
        weeks=_first_week(way.way),
        note=_note(way),
        button=_button(way),
        is_main=way.doing is Doing.SAY_UNTIL,
    )


def _first_week(way: WayOut) -> tuple[SmallWeek, ...]:
    if way.first_step is None or not way.first_lessons:
        return ()
    blocks = tuple(Block(one.weekday, one.start, one.end, one.subject) for one in way.first_lessons)
    return (SmallWeek(tr("Steg {number}", number=way.first_step), blocks),)


def _button(way: Way) -> str:
    match way.doing:
        case Doing.SAY_UNTIL:
            return tr("Ja, det gäller till och med steg {step}", step=way.way.until)
        case Doing.EASE_GOAL:
            return (
                tr("Ta bort målet")
                if way.waits_until is None
                else tr("Låt målet vänta till steg {step}", step=way.waits_until)
            )
        case Doing.TAKE_BACK:
            return tr("Ta tillbaka ändringen")
        case Doing.ASK:
            return tr("Fråga eleven") if is_students(way.need) else tr("Till frågan")
        case Doing.TERMS:
            return tr("Till ramarna")
        case Doing.NOTHING:
            return ""


def _note(way: Way) -> str:
    match way.doing:
        case Doing.SAY_UNTIL if is_students(way.need):
            return tr("Fråga eleven först. Det är elevens egen gräns.")
        case Doing.ASK if is_students(way.need):
            return tr("Det är elevens svar, så bara eleven kan ändra det. Ni kommer tillbaka hit efteråt.")
        case Doing.NOTHING:
            return tr("Det här går inte att ändra i appen.")
        case _:
            return ""


def go_along(way: Way, case: Case) -> NoReturn:
    """Take the way: at once where a tap does it, and to its place where it is asked or written elsewhere."""
    session().way_failed = ""
    if way.doing is Doing.ASK:
        session().focus, session().back_to = QuestionId(way.need.origin.ref), "plan"
        session().plans_anew = True
        go_to("questions")
    if way.doing is Doing.TERMS:
        go_to("terms")
    taken = take(way, case)
    if isinstance(taken, str):
        session().way_failed = taken
    else:
        session().way_taken, session().plans_anew = taken, True
    st.rerun()


def show_way_taken(case: Case) -> None:
    """What the tap changed, as long as it still holds, and one tap back."""
    taken = session().way_taken
    if taken is None or not taken.holds(case):
        session().way_taken = None
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="wayrow_taken"):
        st.markdown(plain(taken.said))
        if (taken.facts or taken.answers) and st.button(tr("Ångra"), key="way_back"):
            session().way_failed = go_back(taken, case)
            session().way_taken, session().plans_anew = None, True
            st.rerun()


def show_why_not(title: str, text: ConflictText, own: Sequence[str] = ()) -> None:
    """The heading of a page without a plan, and what collides where that is known, with the student's own words."""
    st.title(title)
    st.markdown(plain(text.headline))
    if text.colliding:
        with st.container(border=True, key="colliding"):
            st.header(tr("Det här krockar"))
            words = [*own, *[""] * len(text.colliding)]
            st.markdown("\n".join(_collides(line, said) for line, said in zip(text.colliding, words, strict=False)))
            for note in text.notes:
                st.markdown(plain(note))


def _collides(line: str, own: str) -> str:
    quoted = tr("Elevens egna ord: «{words}»", words=own) if own else ""
    return f"- {plain(line)}" + (f"  \n  {plain(quoted)}" if quoted else "")
