"""The parts of the coach's list: cards of what waits, and lines of what is to be said and found out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from casework.case import Case
from casework.facts import CaseFacts
from casework.now import SCHOOL_TIME
from casework.to_do import LackingFact, PassOn, ToDo, TwoSides, WorkList
from casework.to_do_words import say_find_out, say_go_through, say_lacking, say_pass_on, say_to_do, say_two_sides
from planning.needs import Support
from planning.needs.support import SupportKind
from questionnaire.alerts import LONGEST_NOTE
from questionnaire.answers import Answer, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import GivenConsent, needs_from
from ui.plain import plain
from wording.clock import short_date
from wording.consents import say_consent
from wording.language import tr, trn
from wording.support import say_support

Answers = Mapping[QuestionId, Answer]


def ask_who(facts: CaseFacts) -> str:
    """Who notes what is done: a role or initials."""
    return st.text_input(
        tr("Vem gör det? Roll eller initialer."), value=facts.coach.name or tr("coachen"), max_chars=LONGEST_NOTE,
        autocomplete="off", width=320,
    ).strip()  # fmt: skip


def show_tasks(tasks: Iterable[ToDo], answers: Answers) -> ToDo | None:
    """A card for each task that waits; the one that was just ticked as done."""
    ticked = None
    for task in tasks:
        told = say_to_do(task, answers.get(task.question))
        name = str(task.task)
        with st.container(border=True, key=f"task_{name}"):
            st.markdown(f"**{plain(told.title)}**")
            if told.how:
                st.markdown(plain(told.how))
            with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_{name}"):
                st.markdown(f":small[{plain(told.asked_by)}]" if told.asked_by else "")
                if st.button(tr("Klart"), key=f"done_{name}"):
                    ticked = task
    return ticked


def show_done(tasks: Iterable[ToDo]) -> ToDo | None:
    """What is done, folded away; the one that was ticked by mistake."""
    done = [(task, task.done) for task in tasks if task.done is not None]
    wrong = None
    if not done:
        return None
    with st.expander(trn("{n} sak är klar", "{n} saker är klara", len(done))):
        for task, note in done:
            with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_{task.task}"):
                day = short_date(note.at.astimezone(SCHOOL_TIME).date())
                st.markdown(f"{plain(say_to_do(task, None).title)}  \n:small[{plain(note.by)}, {day}]")
                if st.button(tr("Ångra"), key=f"undo_{task.task}"):
                    wrong = task
    return wrong


def show_lacking(facts: Iterable[LackingFact]) -> bool:
    """What an answer asks the adults to write; True when one wants to go and do so."""
    lines = list(facts)
    _bullets(tr("Att skriva upp"), map(say_lacking, lines))
    return any(fact is not LackingFact.HELP_NOT_WANTED for fact in lines) and st.button(tr("Till ramarna"))


def ask_help_not_wanted(case: Case) -> tuple[SupportKind, ...] | None:
    """Which of the help that the answers ask for is not to be used again; None until it is saved."""
    if case.timetable is None:
        return None
    needs = needs_from(load_bank(), case.sheet, case.timetable)
    told = {need.item: say_support(need).full for need in needs if isinstance(need, Support)}
    kept = tuple(kind for kind in case.facts.help_not_wanted if kind not in told)
    with st.form("help_not_wanted", border=True):
        st.markdown(f"**{tr('Hjälp som inte ska användas igen')}**")
        chosen = st.multiselect(
            tr("Kryssa det som ska bort ur planen."), list(told),
            default=[kind for kind in case.facts.help_not_wanted if kind in told],
            format_func=lambda kind: told[kind], placeholder=tr("Välj"),
        )  # fmt: skip
        if not st.form_submit_button(tr("Spara")):
            return None
    return (*kept, *chosen)


def show_people(pass_on: Iterable[PassOn], contacts: Iterable[str]) -> None:
    """Whom to turn to, profession by profession, and about what. Of what is private, only whom."""
    known = tuple(contacts)
    _bullets(tr("Att lämna vidare"), (line for one in pass_on for line in say_pass_on(one, known)))


def show_differences(matters: Iterable[TwoSides]) -> None:
    """What is seen differently: both sides, side by side, neither of them weighed."""
    told = [say_two_sides(matter) for matter in matters]
    if not told:
        return
    st.header(tr("Att prata om"))
    st.markdown(tr("Här ser ni olika. Ingen har fel. Elevens eget svar gäller i planen."))
    for one in told:
        with st.container(border=True):
            st.markdown(f"**{plain(one.topic)}**\n" + "\n".join(f"- {plain(side)}" for side in one.sides))


def show_rest(work: WorkList) -> None:
    """What to find out together, and what has been said yes and no to."""
    _bullets(tr("Att ta reda på tillsammans"), (*map(say_find_out, work.find_out), *say_go_through(work)))
    show_consents(work.consents)


def show_consents(consents: Iterable[GivenConsent]) -> None:
    """What may be told and done."""
    _bullets(tr("Det här har ni sagt ja och nej till"), map(say_consent, consents))


def _bullets(title: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        st.header(title)
        st.markdown("\n".join(f"- {plain(line)}" for line in told))
