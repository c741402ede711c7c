"""Routines and numbers: who is given what, and a short form for the numbers and one for each routine's people."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from casework.now import today
from casework.routines import Help, HelpNumber, LocalRoutine, Person, Routines
from casework.settings import Setting
from casework.settings_difference import said_person
from casework.settings_forms import with_numbers, with_people
from questionnaire.alerts import LONGEST_NOTE
from questionnaire.vocabulary import Routine
from ui.plain import plain
from wording.bank_words import said_in
from wording.clock import written_date
from wording.language import tr
from wording.setting_words import say_routine

MOST_NUMBERS = 6
KeepText = Callable[[str], None]


def show_routines(setting: Setting, keep: KeepText) -> None:
    """All of it: the numbers first, since a student may need them tonight."""
    routines: Routines = setting.value
    st.header(tr("Nummer att ringa nu"))
    _show_numbers(routines.help)
    if setting.state.may_keep:
        with st.expander(tr("Ändra numren")):
            _ask_numbers(setting, routines.help, keep)
    st.header(tr("Rutiner"))
    st.markdown(tr("Det lagen kräver står alltid i varningen. Här står vad ni gör, och vem som får uppgiften."))
    for routine in Routine:
        with st.expander(say_routine(routine)):
            _show_routine(routines.by_routine[routine])
            if setting.state.may_keep:
                _ask_people(setting, routine, routines.by_routine[routine], keep)


def _show_numbers(help_now: Help) -> None:
    lines = (f"- {plain(said_in(number))}: **{plain(number.phone)}**" for number in help_now.numbers)
    st.markdown("\n".join(lines))
    if help_now.checked_on is None:
        st.markdown(tr("Ingen har kontrollerat numren än. Gör det innan de används."))
    else:
        st.markdown(tr("Kontrollerade {date}.", date=written_date(help_now.checked_on)))


def _ask_numbers(setting: Setting, help_now: Help, keep: KeepText) -> None:
    with st.form("setting_numbers", border=False):
        rows = [_ask_number(at, known) for at, known in enumerate((*help_now.numbers, None)[:MOST_NUMBERS])]
        st.markdown(f":small[{tr('En rad utan nummer tas bort.')}]")
        checked = st.checkbox(tr("Jag har kontrollerat numren i dag"))
        if not st.form_submit_button(tr("Spara numren"), type="primary"):
            return
    numbers = [row for row in rows if isinstance(row, HelpNumber)]
    unread = [row for row in rows if isinstance(row, str) and row]
    if unread or not numbers:
        told = tr("Det här är inget telefonnummer: {numbers}.", numbers=", ".join(unread))
        st.markdown(plain(told) if unread else tr("Minst ett nummer behöver stå kvar."))
        return
    same = tuple(numbers) == help_now.numbers
    keep(with_numbers(setting, numbers, today() if checked else help_now.checked_on if same else None))


def _ask_number(at: int, known: HelpNumber | None) -> HelpNumber | str | None:
    """The number as it was typed; the text of one that is none; None for an empty row."""
    left, right = st.columns([2, 1])
    who = left.text_input(
        tr("Vem, {n}", n=at + 1), value=known.sv if known else "", max_chars=LONGEST_NOTE, autocomplete="off",
        key=f"number_who_{at}", placeholder="" if known else tr("Ett nummer till"),
    )  # fmt: skip
    phone = right.text_input(
        tr("Nummer, {n}", n=at + 1), value=known.phone if known else "", max_chars=20, autocomplete="off",
        key=f"number_phone_{at}",
    )  # fmt: skip
    if not phone.strip():
        return None
    english = known.en if known is not None and known.sv == who else who
    try:
        return HelpNumber(sv=who.strip(), en=english.strip(), phone=phone.strip())
    except ValidationError:
        return phone if who.strip() else tr("{phone} (vem?)", phone=phone)


def _show_routine(routine: LocalRoutine) -> None:
    lines = [said_in(line) for line in routine.todo]
    lines.append(tr("Lämna över till {who}.", who=said_person(routine.hand_over_to)))
    lines.append(tr("Ge uppgiften till en person till: {who}.", who=said_person(routine.second)))
    st.markdown("\n".join(f"{number}. {plain(line)}" for number, line in enumerate(lines, 1)))


def _ask_people(setting: Setting, routine: Routine, now: LocalRoutine, keep: KeepText) -> None:
    with st.form(f"setting_people_{routine.value}", border=False):
        hand_over_to = _ask_person(f"{routine.value}_first", now.hand_over_to)
        second = _ask_person(f"{routine.value}_second", now.second)
        if not st.form_submit_button(tr("Spara")):
            return
    if hand_over_to is None or second is None:
        st.markdown(tr("Numret går inte att läsa. Skriv siffror, eller lämna tomt."))
        return
    keep(with_people(setting, routine, hand_over_to, second))


def _ask_person(key: str, person: Person) -> Person | None:
    left, right = st.columns(2)
    name = left.text_input(
        tr("Namn: {function}", function=said_in(person)), value=person.name, max_chars=LONGEST_NOTE,
        autocomplete="off", key=f"{key}_name",
    )  # fmt: skip
    phone = right.text_input(
        tr("Telefon: {function}", function=said_in(person)), value=person.phone, max_chars=20, autocomplete="off",
        key=f"{key}_phone",
    )  # fmt: skip
    try:
        return Person(sv=person.sv, en=person.en, name=name.strip(), phone=phone.strip())
    except ValidationError:
        return None
