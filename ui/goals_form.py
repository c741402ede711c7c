"""The part of the terms where goal and pace are agreed: a short list, and one way to add to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, write_facts
from casework.facts import Goals
from ui.agreement import number_of_steps
from ui.goal_rows import GoalEntry, GoalKind, GoalRow, NotAGoal, goal_name, goal_rows, with_goal, without_goal
from wording.language import tr
from wording.steps import step_name

MOST_LESSONS = 40
"""More lessons than any school week holds."""


def ask_goals(case: Case) -> None:
    """The goals that have been agreed, each to be taken away, and a new one to add. Kept at once."""
    rows = goal_rows(case.facts.goals)
    with st.expander(tr("Mål och takt")):
        if not rows:
            st.markdown(tr("Utan mål växer planen lugnt av sig själv. Lägg till det som är bestämt på förhand."))
        for row in rows:
            _show(row, case)
        _ask_new(case)


def _show(row: GoalRow, case: Case) -> None:
    name = f"goal_{row.field}_{row.place}"
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"{name}_row"):
        st.text(f"{row.text}.", width="stretch")
        if st.button(tr("Ta bort"), key=name, type="tertiary"):
            _keep(case, without_goal(case.facts.goals, row))


def _ask_new(case: Case) -> None:
    kinds: list[GoalKind] = list(GoalKind)
    kind = st.selectbox(tr("Vad är bestämt?"), kinds, format_func=goal_name)
    entry = _entry(kind, number_of_steps(case), case.timetable.subjects if case.timetable else ())
    if st.button(tr("Lägg till")):
        made = with_goal(case.facts.goals, entry, number_of_steps(case))
        if isinstance(made, NotAGoal):
            st.warning(made.message)
        else:
            _keep(case, made)


def _entry(kind: GoalKind, steps: int, subjects: Sequence[str]) -> GoalEntry:
    entry = GoalEntry(kind)
    all_steps = list(range(1, steps + 1))
    with st.container(horizontal=True, key="goal_fields"):
        if kind.has_number:
            number = st.selectbox(tr("Lektioner"), range(1, MOST_LESSONS + 1), width=140, key="goal_number")
            entry = entry._replace(number=number)
        if kind.has_first_step:
            first = st.selectbox(tr("Från och med"), all_steps, format_func=step_name, width=140, key="goal_first")
            entry = entry._replace(first_step=first)
        if kind.has_last_step:
            last = st.selectbox(
                tr("Till och med"), all_steps, index=steps - 1, format_func=step_name, width=140, key="goal_last"
            )
            entry = entry._replace(last_step=last)
    if kind.has_subjects:
        label = tr("Ämnen") if kind is GoalKind.SUBJECT else tr("Utom de här ämnena")
        chosen = st.multiselect(label, subjects, placeholder=tr("Inget valt"), key=f"goal_subjects_{kind}")
        entry = entry._replace(subjects=tuple(chosen))
    return entry


def _keep(case: Case, goals: Goals) -> None:
    write_facts(the_store(), case.id, case.facts.model_copy(update={"goals": goals}))
    st.rerun()
