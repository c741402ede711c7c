"""«Ämnena som gymnasiet frågar efter»: the ladder 6, 8 and 12 step by step, and what a change of a subject would open.

Hidden where the student wants that (AM6). Nothing is planned anew here: it is the same plan, looked at with an «if».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from html import escape

import streamlit as st

from casework.eligibility import eligibility_of, year_group_of
from casework.facts import CaseFacts
from planning.eligibility import Picture, SubjectStanding, SubjectStatus
from planning.eligibility_rules import Level, eligibility_rules_on
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.needs import KeepEligibility
from planning.plan import Plan
from planning.problem import Problem
from planning.what_if import Change, Pass, Pause, TakeUp, difference, what_if
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.vocabulary import Preference
from ui.plain import plain
from ui.session import session
from wording.eligibility import (
    Reader,
    say_change,
    say_core_flags,
    say_difference,
    say_far_off,
    say_level,
    say_picture_notes,
    say_sources,
    say_status,
    say_step_reaches,
)
from wording.errors import say_error
from wording.language import speaking, tr
from wording.phrases import upper_first
from wording.subject_names import say_subject


class SubjectInPlan(Frozen):
    """A subject that upper secondary school asks for, and the steps that it is in."""

    subject: str
    steps: tuple[bool, ...]

    @property
    def first_step(self) -> int | None:
        """The first step with it, from 1; None when it is in none."""
        return self.steps.index(True) + 1 if any(self.steps) else None


class IfKind(StrEnum):
    """What one can try with a subject."""

    AS_PLANNED = "as_planned"
    PAUSE = "pause"
    TAKE_UP = "take_up"
    PASSED = "passed"


def subjects_in_plan(plan: Plan, problem: Problem) -> tuple[SubjectInPlan, ...]:
    """Each of them that the timetable has, those that come first in the plan first."""
    asked_for = {name for need in problem.needs if isinstance(need, KeepEligibility) for name in need.subjects}
    by_step = [{planned.lesson.subject for planned in step.lessons} for step in plan.steps]
    subjects = (
        SubjectInPlan(subject=name, steps=tuple(name in step for step in by_step)) for name in sorted(asked_for)
    )
    return tuple(sorted(subjects, key=lambda one: one.first_step or len(by_step) + 1))


def show_eligibility(plan: Plan, problem: Problem, sheet: AnswerSheet, facts: CaseFacts | None = None) -> None:
    """The small picture: open where grades matter to the student now, gone where they do not (AM6), else folded.

    With the case's facts it knows the year group, and which subjects are passed.
    """
    asked_for, wishes = subjects_in_plan(plan, problem), preferences_from(load_bank(), sheet)
    if Preference.HIDE_ELIGIBILITY in wishes:
        return
    known = facts or CaseFacts()
    try:
        picture, fault = eligibility_of(problem, plan, known), ""
    except BadInput as error:
        picture, fault = eligibility_of(problem, plan, CaseFacts()), say_error(error)
    if not (asked_for or any(subject.names for subject in picture.subjects)):
        return
    with st.expander(tr("Ämnena som gymnasiet frågar efter"), expanded=Preference.SHOW_ELIGIBILITY in wishes):
        if fault:
            st.warning(plain(fault))
        if picture.is_far_off:
            st.markdown(plain(say_far_off()))
            st.html(_list(_row(one.subject, one.steps, _since(one.first_step)) for one in asked_for))
            return
        _ladder_and_what_ifs(picture, year_is_known=year_group_of(known, plan) is not None)


@st.fragment
def _ladder_and_what_ifs(picture: Picture, *, year_is_known: bool) -> None:
    """Drawn by itself, so that a tap on a subject draws neither the plan nor the page anew."""
    with speaking(session().language):
        ladder = st.container()
        tries = st.toggle(tr("Pröva: tänk om ett ämne pausas, tas upp eller blir godkänt"), key="what_if")
        changes = _ask_changes(picture) if tries else ()
        tried = what_if(picture, changes)
        if not tries:
            st.html(_list(_subject_row(subject) for subject in in_order(picture)))
        with ladder:
            st.html(_list(ladder_rows(tried)))
            last = say_step_reaches(tried.ladder[-1:], Reader.STUDENT)
            st.markdown(_lines((*last, *say_core_flags(tried, Reader.STUDENT))))
            if changes:
                with st.container(border=True, key="what_if_said"):
                    st.markdown("  \n".join(f"**{plain(say_change(change))}**" for change in changes))
                    st.markdown(_lines(say_difference(difference(picture, tried), Reader.STUDENT)))
        with st.popover(tr("Så är det räknat")):
            notes = (*say_picture_notes(picture, year_is_known=year_is_known), *say_sources(picture))
            st.markdown(_lines(notes))


def in_order(picture: Picture) -> tuple[SubjectStanding, ...]:
    """The subjects as they are shown: those that come first in the plan, then those that wait, the passed ones last."""
    last = len(picture.days) + 1

    def place(subject: SubjectStanding) -> tuple[bool, int, str]:
        return (subject.said is SubjectStatus.PASSED, subject.first_step or last, say_subject(subject.code))

    return tuple(sorted(picture.subjects, key=place))


def ladder_rows(picture: Picture) -> tuple[str, ...]:
    """A row for each level: in which steps it is within reach."""
    rules = eligibility_rules_on(picture.days[-1])
    rows = []
    for rule in rules.levels:
        steps = tuple(step.reaches_level(rule.code) for step in picture.ladder)
        rows.append(_row(level_name(rule.code, rule.subjects), steps, _since(_first(steps))))
    return tuple(rows)


def level_name(level: Level, subjects: int) -> str:
    """«Yrkesprogram, 8 ämnen»."""
    return tr("{level}, {n} ämnen", level=upper_first(say_level(level)), n=subjects)


def _first(steps: Sequence[bool]) -> int | None:
    return steps.index(True) + 1 if any(steps) else None


def _since(step: int | None) -> str:
    return tr("från steg {number}", number=step) if step else tr("väntar än")


def _subject_row(subject: SubjectStanding) -> str:
    return _row(upper_first(say_subject(subject.code)), _stones_of(subject), _said_of(subject))


def _stones_of(subject: SubjectStanding) -> tuple[bool, ...]:
    counts = (SubjectStatus.PASSED, SubjectStatus.ONGOING)
    return tuple(subject.status(step) in counts for step in range(1, len(subject.taught) + 1))


def _said_of(subject: SubjectStanding) -> str:
    if subject.said is SubjectStatus.PASSED:
        return say_status(SubjectStatus.PASSED)
    return _since(_first(_stones_of(subject)))


def _list(rows: Iterable[str]) -> str:
    return f'<ul class="eligibility">{"".join(rows)}</ul>'


def _row(name: str, steps: Sequence[bool], when: str) -> str:
    return f"<li><b>{escape(name)}</b>{_stones(steps)}<span>{escape(when)}</span></li>"


def _stones(steps: Sequence[bool]) -> str:
    stones = "".join('<i class="on"></i>' if is_in else "<i></i>" for is_in in steps)
    return f'<span class="stones" aria-hidden="true">{stones}</span>'


def _lines(lines: Iterable[str]) -> str:
    return "\n\n".join(plain(line) for line in lines)


def _ask_changes(picture: Picture) -> tuple[Change, ...]:
    """A button for every subject; under it what to try. What is passed already has nothing to try."""
    st.markdown(tr("Tryck på ett ämne. Planen ändras inte av det du prövar."))
    open_ones = [subject for subject in in_order(picture) if subject.said is not SubjectStatus.PASSED]
    with st.container(horizontal=True, key="what_if_subjects"):
        asked = [_ask(subject, len(picture.days)) for subject in open_ones]
    return tuple(change for change in asked if change is not None)


def _ask(subject: SubjectStanding, steps: int) -> Change | None:
    words = {
        IfKind.AS_PLANNED: tr("Som i planen"),
        IfKind.PAUSE: tr("Pausas hela planen"),
        IfKind.TAKE_UP: tr("Tas upp från ett steg"),
        IfKind.PASSED: tr("Är godkänt"),
    }
    with st.popover(upper_first(say_subject(subject.code))):
        st.markdown(plain(_said_of(subject)))
        kind = st.radio(
            tr("Tänk om ämnet"), list(IfKind), format_func=words.__getitem__, key=f"what_if_{subject.code}"
        )
        step = 1
        if kind is IfKind.TAKE_UP:
            start = subject.first_step or steps
            step = st.selectbox(tr("Från steg"), range(1, steps + 1), index=start - 1, key=f"from_{subject.code}")
    return change_of(kind or IfKind.AS_PLANNED, subject, step)


def change_of(kind: IfKind, subject: SubjectStanding, step: int) -> Change | None:
    """What was tried, as a change; None where it is as planned."""
    match kind:
        case IfKind.AS_PLANNED:
            return None
        case IfKind.PAUSE:
            return Pause(subject=subject.code)
        case IfKind.TAKE_UP:
            return TakeUp(subject=subject.code, from_step=step)
        case IfKind.PASSED:
            return Pass(subject=subject.code)
