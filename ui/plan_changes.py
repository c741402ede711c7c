"""A lesson of the step is locked, left out, taken up, moved or shortened by hand; undone, done again and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, open_case
from casework.changes import HandChange
from casework.changing import (
    change_plan,
    check,
    keep_with_reason,
    plan_of_number,
    settled_about,
    stale_changes,
    take_back,
    why_not_for,
)
from casework.course_comments import comments_on_lessons
from casework.draft_word import ask_anew
from casework.letting_go import let_go
from casework.undoing import last_change, put_back, unlock
from planning.errors import BadInput, NotAllowed
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.plan import Plan
from planning.problem import Problem
from ui.components.week import AskedAbout, WeekEvent, week_event
from ui.plain import plain
from ui.plan_change_view import (
    Action,
    Answered,
    Asked,
    LessonSeen,
    Told,
    actions,
    held_in,
    in_its_way,
    is_locked,
    lessons_seen,
    part_actions,
    part_lengths,
    said_of,
    settled_text,
    short_name,
    told_of_change,
    told_of_undoing,
    why_not_kept,
)
from ui.plan_page import WEEK
from ui.plan_weeks import InHand
from ui.session import session
from wording.change_check import say_check
from wording.conflict import say_conflict, say_interrupted
from wording.errors import say_error
from wording.language import tr, trn
from wording.why_not import say_why_not


def act_on_week(case: Case, problem: Problem) -> bool:
    """Do what was just asked for in the week, before it is drawn anew; whether there was anything.

    An event counts once, by its id; one about a plan that has changed since changes nothing.
    """
    event = week_event(WEEK)
    if event is None or event.id == session().acted:
        return False
    session().acted = event.id
    try:
        if event.revision != case.revision:
            _tell(case, tr("Planen ändrades nyss. Titta på den som den är nu, och pröva igen."))
        else:
            _do(case, problem, event)
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    return True


def in_hand(case: Case, problem: Problem) -> InHand | None:
    """What the week of a step needs to be changed; nothing while the plan is an old one, which is made anew first."""
    if not case.plan_is_current:
        return None
    held = session()
    is_told = held.told is not None and held.told.revision == case.revision
    asked = held.asked if held.asked is not None and held.asked.revision == case.revision else None
    answers = held.why_not.lines_at(case.revision) if held.why_not is not None else {}
    return InHand(
        case=case,
        problem=problem,
        last=last_change(case, partial(plan_of_number, the_store(), case.id)),
        comments=comments_on_lessons(the_store(), case.id),
        said=held.told.lines if is_told and held.told is not None else (),
        asked=asked,
        asked_lines=asked_about(asked, case, problem) if asked is not None else None,
        answers=answers,
        answered=held.acted,
    )


def asked_about(asked: Asked, case: Case, problem: Problem) -> AskedAbout:
    """What speaks against the change, and the ways on; a reason is asked for where nothing else helps."""
    card = str(asked.needs[0].lesson.id)
    if asked.conflict is None:
        found = check(case, asked.needs)
        in_way = in_its_way(found.hard, case.changes)
        return AskedAbout(card, say_check(found, problem), _takes(in_way))
    colliding = say_conflict(asked.conflict, problem.timetable).colliding
    in_way = in_its_way((need.id for need in asked.conflict.needs), case.changes)
    first = tr("Det går inte ihop, hur resten än flyttas. Inget är ändrat. Det här krockar:")
    why_not = why_not_kept(asked, problem)
    lines = (first, *colliding, *([why_not] if why_not else []))
    return AskedAbout(card, lines, _takes(in_way), may_be=not why_not, asks_reason=not why_not)


def _takes(changes: Sequence[HandChange]) -> tuple[tuple[str, str], ...]:
    return tuple((change.id, settled_text(change)) for change in changes)


def show_settled(case: Case) -> None:
    """What is settled by hand, each with a way back, and what the timetable no longer has."""
    if not case.changes:
        return
    stale = {change.id for change in stale_changes(case)}
    title = trn("Ändrat för hand: {n} sak", "Ändrat för hand: {n} saker", len(case.changes))
    with st.expander(title, key="plan_changes", expanded=bool(stale) or not case.plan_is_current):
        for change in case.changes:
            gone = f" {tr('Schemat har inte längre den lektionen, så det här gäller inget nu.')}"
            with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_change_{change.id}"):
                st.markdown(plain(settled_text(change) + (gone if change.id in stale else "")))
                if st.button(tr("Ta tillbaka"), key=f"take_back_{change.id}"):
                    _take_back_here(case, change)


def _do(case: Case, problem: Problem, event: WeekEvent) -> None:
    match event.act:
        case "undo" | "take_back":
            _undo(case, event.change)
        case "redo":
            _redo(case, event.change)
        case "not":
            session().asked = None
        case "anyway":
            _anyway(case, event)
        case "why":
            _find_out(case, problem, event)
        case _:
            _settle(case, problem, event)


def _plan_of(case: Case) -> Plan:
    if case.plan is None or not isinstance(case.plan.outcome, Found):
        raise NotAllowed("no_plan_yet")
    return case.plan.outcome.plan


def _seen(case: Case, problem: Problem, event: WeekEvent) -> LessonSeen:
    """The lesson that the event is about, as it stands. Raises `BadInput` where the week has none such."""
    step = next((step for step in _plan_of(case).steps if step.number == event.step), None)
    lessons = {} if step is None else lessons_seen(step, problem, event.week)
    found = next((one for one in lessons.values() if one.occasion.lesson.id == event.lesson), None)
    if found is None:
        raise BadInput("no_such_lesson", field="lesson", value=event.lesson)
    return found


def _settle(case: Case, problem: Problem, event: WeekEvent) -> None:
    """Make the change when nothing speaks against it; otherwise say first what does."""
    seen = _seen(case, problem, event)
    action = _wanted(seen, event, locked=is_locked(seen, event.step, problem))
    if action is None:
        _tell(case, tr("Planen ändrades nyss. Titta på den som den är nu, och pröva igen."))
        return
    lesson = seen.occasion.lesson
    done = said_of(action.code, lesson.subject, event.minutes)
    if action.kind is None:
        outcome = unlock(the_store(), case, lesson.id, event.step, event.week)
        _say_what_came(case, outcome, lambda before, after: told_of_undoing(before, after, done))
        return
    where = held_in(event.step, event.week, problem, onward=event.onward)
    need = settled_about(case, action.kind, lesson.id, **where, **action.fields)
    asked = Asked((need,), event.step, case.revision, done=done)
    if check(case, [need]).is_clear:
        _make(case, asked)
    else:
        session().asked, session().told = asked, None


def _wanted(seen: LessonSeen, event: WeekEvent, *, locked: bool) -> Action | None:
    """Of what can be settled about the lesson, the thing asked for: what is not offered is not done."""
    parts = part_actions(event.minutes) if event.minutes in part_lengths(seen.planned) else ()
    offered = (*actions(seen.planned, locked=locked), *parts)
    return next((action for action in offered if action.code == event.act), None)


def _anyway(case: Case, event: WeekEvent) -> None:
    asked = session().asked
    if asked is None or asked.revision != case.revision or str(asked.needs[0].lesson.id) != event.lesson:
        _tell(case, tr("Planen ändrades nyss. Titta på den som den är nu, och pröva igen."))
    elif asked.conflict is None or event.reason:
        _make(case, asked, event.reason)


def _find_out(case: Case, problem: Problem, event: WeekEvent) -> None:
    """Why the lesson is not there yet, by trying it."""
    seen = _seen(case, problem, event)
    lines = say_why_not(why_not_for(case, seen.occasion.id, event.step), problem)
    session().why_not, session().told = Answered(case.revision, event.lesson, lines), None


def _make(case: Case, asked: Asked, reason: str = "") -> None:
    """Keep the change with what is planned around it; where nothing fits, what collides is asked about."""
    store = the_store()
    needs = asked.needs
    if reason:
        outcome = keep_with_reason(store, case, needs, reason, known=asked.conflict)
    else:
        outcome = change_plan(store, case, needs)
    if isinstance(outcome, Conflict):
        session().asked, session().told = Asked(needs, asked.step, asked.revision, outcome, asked.done), None
        return
    _say_what_came(case, outcome, lambda before, after: told_of_change(before, after, needs, asked.done))


def _undo(case: Case, change_id: str) -> None:
    change = next((one for one in case.changes if one.id == change_id), None)
    done = tr("Ångrat: {what}.", what=short_name(change)) if change is not None else ""
    outcome = take_back(the_store(), case, change_id)
    _say_what_came(case, outcome, lambda before, after: told_of_undoing(before, after, done))


def _redo(case: Case, change_id: str) -> None:
    change = next((one for one in case.taken_back if one.id == change_id), None)
    done = tr("Gjort igen: {what}.", what=short_name(change)) if change is not None else ""
    outcome = put_back(the_store(), case, change_id)
    _say_what_came(case, outcome, lambda before, after: told_of_undoing(before, after, done))


def _take_back_here(case: Case, change: HandChange) -> None:
    """From the list: in the plan where there is one to change; else it is let go and the next search does without."""
    if case.plan_is_current and case.plan is not None and isinstance(case.plan.outcome, Found):
        try:
            with st.spinner(tr("Planerar om, så nära som möjligt …")):
                _undo(case, change.id)
        except (BadInput, NotAllowed) as error:
            _tell(case, say_error(error))
    else:
        let_go(the_store(), case, change.id)
        session().plans_anew = True
    st.rerun()


def _say_what_came(case: Case, outcome: Outcome, say: Callable[[Plan, Plan], Sequence[str]]) -> None:
    match outcome:
        case Found(plan=after):
            ask_anew(the_store(), case)
            _tell(case, *say(_plan_of(case), after))
        case Conflict():
            _tell(case, tr("Det går inte ihop. Inget är ändrat."), *say_conflict(outcome, case.timetable).colliding)
        case Interrupted():
            _tell(case, say_interrupted(outcome).headline, tr("Inget är ändrat. Pröva gärna igen."))
        case _:
            assert_never(outcome)


def _tell(case: Case, *lines: str) -> None:
    """Beside the case as it stands by now: a change made elsewhere meanwhile is what an error is often about."""
    revision = open_case(the_store(), case.id).revision
    session().asked, session().told = None, Told(revision, tuple(line for line in lines if line))
