"""«Ändra i planen»: a lesson of the step is locked, left out, taken up, moved or shortened by hand, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NoReturn, assert_never

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, open_case
from casework.changes import HandChange
from casework.changing import (
    change_plan,
    check,
    keep_with_reason,
    settled_about,
    stale_changes,
    take_back,
    why_not_for,
)
from casework.draft_word import ask_anew
from casework.letting_go import let_go
from planning.errors import BadInput, NotAllowed
from planning.needs import NeedId
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from questionnaire.alerts import LONGEST_NOTE
from ui.plain import plain
from ui.plan_change_view import (
    Action,
    Asked,
    LessonSeen,
    Told,
    actions,
    held_in,
    in_its_way,
    is_locked,
    lesson_names,
    lessons_seen,
    part_actions,
    part_lengths,
    settled_text,
    told_of_change,
    told_of_taking_back,
    why_not_kept,
)
from ui.plan_page import UnderWeek
from ui.session import session
from wording.change_check import say_check
from wording.conflict import say_conflict, say_interrupted
from wording.errors import say_error
from wording.language import tr, trn
from wording.why_not import say_why_not

NO_LESSON = ""
"""What is chosen before a lesson is. Without it Streamlit would offer, in English, to clear the choice."""


def changes_under_week(case: Case, problem: Problem) -> UnderWeek | None:
    """What stands under the week of a step; nothing while the plan is an old one, which is made anew first."""
    return partial(show_changes, case, problem) if case.plan_is_current else None


def show_changes(case: Case, problem: Problem, step: PlanStep, week: WeekLabel) -> None:
    """Under the week of a step: a closed box to change in, with what came of the last change."""
    with st.expander(tr("Ändra i planen"), key="plan_changes"):
        seen = lessons_seen(step, problem, week)
        chosen = _choose_lesson(seen, f"{step.number}_{week}_{case.revision}")
        if chosen is not None:
            _offer(case, problem, step.number, seen[chosen])
        told = session().told
        if told is not None and told.revision == case.revision:
            with st.container(border=True, key="change_told"):
                _lines(told.lines)
        show_settled(case)


def _choose_lesson(seen: Mapping[str, LessonSeen], key: str) -> str | None:
    """The occasion that is looked at. It stays chosen after a change, when its name tells of another state."""
    names = {NO_LESSON: tr("Välj"), **lesson_names(seen)}
    offered, before = list(names), session().lesson
    chosen = st.selectbox(
        tr("Vilken lektion?"), offered, format_func=lambda one: names[one],
        index=offered.index(before) if before in names else 0, placeholder=tr("Välj"), key=f"change_lesson_{key}",
    )  # fmt: skip
    session().lesson = chosen
    return chosen or None


def show_settled(case: Case) -> None:
    """What is settled by hand, each with a way back, and what the timetable no longer has."""
    if not case.changes:
        return
    stale = {change.id for change in stale_changes(case)}
    st.markdown(f"**{trn('Ändrat för hand: {n} sak', 'Ändrat för hand: {n} saker', len(case.changes))}**")
    for change in case.changes:
        is_stale = change.id in stale
        gone = f" {tr('Schemat har inte längre den lektionen, så det här gäller inget nu.')}" if is_stale else ""
        with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_change_{change.id}"):
            st.markdown(plain(settled_text(change) + gone))
            if st.button(tr("Ta tillbaka"), key=f"take_back_{change.id}"):
                _take_back(case, change)


def _offer(case: Case, problem: Problem, step: int, seen: LessonSeen) -> None:
    """What can be done about that lesson, and what it would go against once something has been chosen."""
    where = _choose_where(problem, step, seen)
    offered = actions(seen.planned, locked=is_locked(seen, step, problem))
    with st.container(horizontal=True, key="change_actions"):
        pressed = [action for action in offered if _button(action, seen)]
        asks_why = seen.planned is None and st.button(tr("Varför är den inte med?"), key=f"why_{seen.occasion.id}")
    if lengths := part_lengths(seen.planned):
        minutes = st.pills(
            tr("Bara en del av lektionen, i minuter"), lengths, default=lengths[0], required=True,
            key=f"part_{seen.occasion.id}",
        )  # fmt: skip
        with st.container(horizontal=True, key="change_parts"):
            pressed += [action for action in part_actions(minutes or lengths[0]) if _button(action, seen)]
    if pressed:
        _begin(case, pressed[0], step, seen, where)
    if asks_why:
        with st.spinner(tr("Tar reda på varför …")):
            answer = why_not_for(case, seen.occasion.id, step)
        _lines(say_why_not(answer, problem))
    asked = session().asked
    if asked is not None and asked.is_about(seen.occasion.lesson.id, step, case.revision):
        _show_asked(asked, case, problem)


def _choose_where(problem: Problem, step: int, seen: LessonSeen) -> dict[str, object]:
    here = tr("Bara i steg {number}", number=step)
    onward = tr("Från steg {number} och framåt", number=step)
    is_last = step == len(problem.steps)
    chosen = here if is_last else st.radio(
        tr("Var ska det gälla?"), [here, onward], horizontal=True, key=f"change_where_{step}"
    )  # fmt: skip
    return dict(held_in(step, seen.occasion.week, problem, onward=chosen == onward))


def _button(action: Action, seen: LessonSeen) -> bool:
    return st.button(action.label, key=f"change_{action.code}_{seen.occasion.id}")


def _begin(case: Case, action: Action, step: int, seen: LessonSeen, where: dict[str, object]) -> NoReturn:
    """Make the change when nothing speaks against it; otherwise say first what does."""
    try:
        need = settled_about(case, action.kind, seen.occasion.lesson.id, **where, **action.fields)
        is_clear = check(case, [need]).is_clear
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    asked = Asked((need,), step, case.revision)
    if is_clear:
        _make(case, asked)
    session().asked, session().told = asked, None
    st.rerun()


def _show_asked(asked: Asked, case: Case, problem: Problem) -> None:
    """What speaks against the change, and the two ways on; a reason is asked for where nothing else helps."""
    with st.container(border=True, key="change_asked"):
        if asked.conflict is None:
            found = check(case, asked.needs)
            _lines(say_check(found, problem))
            _offer_take_back(case, found.hard)
            reason, may_be = "", True
        else:
            st.markdown(tr("Det går inte ihop, hur resten än flyttas. Inget är ändrat. Det här krockar:"))
            st.markdown(
                "\n".join(f"- {plain(one)}" for one in say_conflict(asked.conflict, problem.timetable).colliding)
            )
            _offer_take_back(case, (need.id for need in asked.conflict.needs))
            reason, may_be = _ask_reason(asked, problem)
        with st.container(horizontal=True):
            if may_be and st.button(tr("Gör det ändå"), type="primary", key="change_anyway"):
                if asked.conflict is not None and not reason.strip():
                    st.markdown(tr("Skriv varför det ska gälla ändå."))
                else:
                    _make(case, asked, reason)
            if st.button(tr("Låt bli"), key="change_not"):
                session().asked = None
                st.rerun()


def _offer_take_back(case: Case, against: Iterable[NeedId]) -> None:
    """Changes made before that speak against this one can go right here."""
    for change in in_its_way(against, case.changes):
        with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_first_{change.id}"):
            st.markdown(plain(settled_text(change)))
            if st.button(tr("Ta tillbaka"), key=f"take_first_{change.id}"):
                _take_back(case, change)


def _ask_reason(asked: Asked, problem: Problem) -> tuple[str, bool]:
    """The reason as it is written so far, and whether one helps."""
    why_not = why_not_kept(asked, problem)
    if why_not:
        st.markdown(plain(why_not))
        return "", False
    reason = st.text_input(
        tr("Varför ska det gälla ändå? Skälet sparas med ändringen."), max_chars=LONGEST_NOTE, key="change_reason"
    )
    return reason, True


def _make(case: Case, asked: Asked, reason: str = "") -> NoReturn:
    store = the_store()

    def search() -> Outcome:
        if reason.strip():
            return keep_with_reason(store, case, asked.needs, reason)
        return change_plan(store, case, asked.needs)

    outcome = _searched(case, search)
    if isinstance(outcome, Conflict):
        session().asked, session().told = Asked(asked.needs, asked.step, asked.revision, outcome), None
        st.rerun()
    _say_what_came(case, outcome, lambda before, after: told_of_change(before, after, asked.needs))


def _take_back(case: Case, change: HandChange) -> NoReturn:
    """Undo it, in the plan where there is one to change; else it is let go and the next search does without it."""
    if not (case.plan_is_current and case.plan is not None and isinstance(case.plan.outcome, Found)):
        let_go(the_store(), case, change.id)
        session().plans_anew = True
        st.rerun()
    outcome = _searched(case, lambda: take_back(the_store(), case, change.id))
    _say_what_came(case, outcome, told_of_taking_back)


def _searched(case: Case, search: Callable[[], Outcome]) -> Outcome:
    try:
        with st.spinner(tr("Planerar om, så nära som möjligt …")):
            return search()
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))


def _say_what_came(case: Case, outcome: Outcome, say: Callable[[Plan, Plan], Sequence[str]]) -> NoReturn:
    match outcome:
        case Found(plan=after):
            ask_anew(the_store(), case)
            assert case.plan is not None
            assert isinstance(case.plan.outcome, Found)
            _tell(case, *say(case.plan.outcome.plan, after))
        case Conflict():
            _tell(case, tr("Det går inte ihop. Inget är ändrat."), *say_conflict(outcome, case.timetable).colliding)
        case Interrupted():
            _tell(case, say_interrupted(outcome).headline, tr("Inget är ändrat. Pröva gärna igen."))
        case _:
            assert_never(outcome)


def _tell(case: Case, *lines: str) -> NoReturn:
    """Beside the case as it stands by now: a change made elsewhere meanwhile is what an error is often about."""
    session().asked, session().told = None, Told(open_case(the_store(), case.id).revision, lines)
    st.rerun()


def _lines(lines: Sequence[str]) -> None:
    st.markdown("  \n".join(plain(line) for line in lines))
