"""«Vem ser ärendet» on the screen: who is named for the case, who sees it besides, and naming people or letting go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import streamlit as st

from casework.permissions import Standing
from planning.access import Relation, Role
from storage.actor import UserId
from storage.user_table import CasePerson
from ui.plain import plain
from wording.audit import say_role_name
from wording.language import tr
from wording.phrases import upper_first

NAMED_ROLES = (Role.COACH, Role.COORDINATOR, Role.MENTOR, Role.PRINCIPAL, Role.STUDENT, Role.GUARDIAN)
"""What somebody can be named for a case as, those who plan first (`casework.people`)."""
WHOLE_NUMBER = 36
SHOWN_OF_NUMBER = 8
"""The first signs are enough to tell people apart, as in the log."""


class Naming(NamedTuple):
    """Who is to be named for the case, and as what."""

    user: UserId
    role: Role


def standings_of(people: Iterable[CasePerson], user: str, *, in_emergency: bool) -> frozenset[Standing]:
    """How somebody who has the case open stands to it, as far as can be known on the screen.

    Only what is offered follows from it; whether it may be done is asked anew where it is done. One who has the case
    open without being named leads the unit, or is its rektor, whom the act itself then tells.
    """
    if in_emergency:
        return frozenset({(Role.COACH, Relation.BREAK_GLASS)})
    own = frozenset((one.role, one.relation) for one in people if one.user == user)
    return own or frozenset({(Role.COORDINATOR, Relation.SAME_UNIT)})


def show_alone() -> None:
    """Two sentences are enough where one coach works alone."""
    st.markdown(
        tr(
            "Bara du ser ärendet, på den här datorn och med din lösenfras. "
            "Andra får veta det som står i de papper som du själv lämnar ut."
        )
    )


def show_own_party() -> None:
    """From 16 (skollagen 29 kap. 12 §)."""
    st.markdown(
        tr(
            "Eleven har fyllt 16 år och för sin egen talan i ärendet: "
            "eleven får själv beslutet, och kan själv överklaga det."
        )
    )


def show_people(people: tuple[CasePerson, ...], user: str, *, is_protected: bool, tells_blocked: bool) -> None:
    """Who is named, and who sees it besides. From whom it is kept is told to those alone who may know of it."""
    head = [tr("Vem"), tr("Nummer"), *([tr("Ser ärendet")] if tells_blocked else [])]
    rows = [_told(one, user) for one in in_order(people)]
    if rows:
        st.table({name: [row[at] for row in rows] for at, name in enumerate(head)})
    else:
        st.markdown(tr("Ingen är utsedd i ärendet än."))
    _show_who_else(is_protected=is_protected)


def in_order(people: Iterable[CasePerson]) -> list[CasePerson]:
    """Those who plan first."""
    return sorted(people, key=lambda one: (NAMED_ROLES.index(one.role), one.user))


def _show_who_else(*, is_protected: bool) -> None:
    """Who sees it without being named."""
    if is_protected:
        st.markdown(tr("Eftersom uppgifterna är skyddade ser ingen annan ärendet, inte ens i en lista."))
        return
    st.markdown(
        tr(
            "Dessutom ser enhetens samordnare ärendet och planen, och rektorn det som har skickats till skolan. "
            "Vad eleven har kryssat i ser bara eleven och den som är utsedd. Allt som läses antecknas."
        )
    )


def ask_naming() -> Naming | None:
    """Who is to be named, once it has been said."""
    with st.form("name_for_case", border=True):
        st.markdown(f"**{tr('Ge någon ärendet')}**")
        left, right = st.columns(2)
        number = left.text_input(tr("Personens nummer"), max_chars=WHOLE_NUMBER, autocomplete="off")
        role = right.selectbox(tr("Som"), NAMED_ROLES, format_func=_role_called)
        told = tr("Varje användare ser sitt eget nummer på sidan Nödläge. Administratören har allas.")
        st.markdown(f":small[{told}]")
        if not st.form_submit_button(tr("Ge ärendet")):
            return None
    return Naming(UserId(number.strip()), role)


def ask_letting_go(people: tuple[CasePerson, ...]) -> CasePerson | None:
    """Who is to have the case no longer, once it has been said."""
    if not people:
        return None
    with st.form("let_go", border=True):
        st.markdown(f"**{tr('Ta bort någon från ärendet')}**")
        chosen = st.selectbox(
            tr("Vem"), in_order(people), index=None, format_func=called, placeholder=tr("Välj"), key="let_go_whom"
        )
        if not st.form_submit_button(tr("Ta bort")):
            return None
        if chosen is None:
            st.markdown(tr("Välj vem först."))
        return chosen


def called(person: CasePerson) -> str:
    """«Coachen, 1a2b3c4d»: users have no name here but for an administrator, who never meets a case."""
    return f"{_role_called(person.role)}, {person.user[:SHOWN_OF_NUMBER]}"


def _role_called(role: Role) -> str:
    return upper_first(say_role_name(role))


def _told(one: CasePerson, user: str) -> tuple[str, str, str]:
    who = _role_called(one.role)
    who = tr("{who} (du)", who=who) if one.user == user else who
    return plain(who), plain(one.user[:SHOWN_OF_NUMBER]), tr("Nej, hålls utanför") if one.is_blocked else tr("Ja")
