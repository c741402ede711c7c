"""One card for each thing that waits: what it is, what to do, by when, and who has taken care of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from casework.duties import Due
from casework.now import SCHOOL_TIME, now, today
from casework.routines import Help, LocalRoutine, Person
from questionnaire.alerts import LATEST, LONGEST_NOTE, Handled
from ui.entries import read_moment, write_moment
from wording.alerts import say_alert, say_last_day
from wording.bank_words import said_in
from wording.clock import written_date
from wording.language import tr


def show_alert(due: Due, local: LocalRoutine) -> Handled | None:
    """One duty to act; the note when somebody has taken care of it and a second person has been given it."""
    text = say_alert(due.alert)
    with st.container(border=True):
        st.header(text.title)
        st.markdown(f"{text.body} **{say_last_day(due.by, today())}**")
        _list(tr("Det här gäller alltid"), text.duties)
        to = tr("Lämna över till {who}.", who=_written(local.hand_over_to))
        also = tr("Ge uppgiften till en person till: {who}.", who=_written(local.second))
        _list(tr("Så gör vi här"), [*(said_in(line) for line in local.todo), to, also])
        with st.form(f"handled_{due.alert.question}_{due.alert.routine}", border=False):
            return _ask_handled(due, local)


def _ask_handled(due: Due, local: LocalRoutine) -> Handled | None:
    left, right = st.columns(2)
    by = left.text_input(
        tr("Vem tog emot det? Roll eller initialer."), placeholder=_example(local.hand_over_to),
        max_chars=LONGEST_NOTE, autocomplete="off",
    )  # fmt: skip
    second = right.text_input(
        tr("Vem mer har fått uppgiften? Roll eller initialer."), placeholder=_example(local.second),
        max_chars=LONGEST_NOTE, autocomplete="off",
    )  # fmt: skip
    when = st.text_input(
        tr("När?"), value=write_moment(now().astimezone(SCHOOL_TIME)), autocomplete="off", width=280
    )
    if not st.form_submit_button(tr("Det här är omhändertaget"), type="primary"):
        return None
    at = _moment(when)
    if by and second and by.casefold() != second.casefold() and at is not None:
        return Handled.of(due.alert, at, by, second)
    st.markdown(tr("Skriv vem som tog emot det, vem mer som har fått uppgiften, och när: ÅÅÅÅ-MM-DD TT.MM."))
    return None


def show_to_share(due: Due, local: LocalRoutine) -> Handled | None:
    """Taken care of by one person alone; the note when a second person has been given it."""
    if due.alone is None:
        return None
    handled = due.alone.handled
    with st.container(border=True):
        st.header(tr("En person till ska få uppgiften"))
        st.markdown(say_alert(due.alert).title)
        day = written_date(handled.at.astimezone(SCHOOL_TIME).date())
        shared = tr("Omhändertaget {date} av {who}. Ingen ska bära det ensam.", who=handled.by, date=day)
        st.markdown(f"{shared} **{say_last_day(due.by, today())}**")
        with st.form(f"shared_{due.alert.question}_{due.alert.routine}", border=False):
            second = st.text_input(
                tr("Vem mer har fått uppgiften? Roll eller initialer."), placeholder=_example(local.second),
                max_chars=LONGEST_NOTE, autocomplete="off",
            )  # fmt: skip
            if not st.form_submit_button(tr("Skriv in"), type="primary"):
                return None
        if second and second.casefold() != handled.by.casefold():
            return Handled.of(due.alert, handled.at, handled.by, second)
        st.markdown(tr("Skriv vem mer som har fått uppgiften."))
    return None


def show_numbers(numbers: Help) -> None:
    """The numbers that the student sees, and whether the municipality has made sure that they are right."""
    with st.expander(tr("Nummer att ringa nu")):
        st.markdown("\n".join(f"- {said_in(number)}: **{number.phone}**" for number in numbers.numbers))
        if numbers.checked_on is None:
            st.markdown(tr("Kommunen har inte kontrollerat numren än. Gör det innan de används."))
        else:
            st.markdown(tr("Kontrollerade {date}.", date=written_date(numbers.checked_on)))


def _list(heading: str, lines: Sequence[str]) -> None:
    if lines:
        numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
        st.markdown(f"**{heading}**\n\n{numbered}")


def _written(person: Person) -> str:
    """«kuratorn, 0500-00 00 00»: the function, and name and phone where the municipality has written them."""
    return ", ".join(filter(None, (said_in(person), person.name, person.phone)))


def _example(person: Person) -> str:
    return tr("Till exempel «{who}»", who=person.name or said_in(person))


def _moment(text: str) -> dt.datetime | None:
    """The moment, at school; None for what cannot be read and for what has not been yet."""
    at = read_moment(text)
    if at is None or not 2000 <= at.year < LATEST.year:
        return None
    moment = at.replace(tzinfo=SCHOOL_TIME)
    return moment if moment <= now() + dt.timedelta(minutes=1) else None
