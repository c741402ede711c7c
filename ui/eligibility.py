"""«Ämnena som gymnasiet frågar efter»: from which step each is in the plan. Hidden where the student wants that."""

from __future__ import annotations

from html import escape

import streamlit as st

from planning.frozen import Frozen
from planning.needs import KeepEligibility
from planning.plan import Plan
from planning.problem import Problem
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.vocabulary import Preference
from wording.language import tr


class SubjectInPlan(Frozen):
    """A subject that upper secondary school asks for, and the steps that it is in."""

    subject: str
    steps: tuple[bool, ...]

    @property
    def first_step(self) -> int | None:
        """The first step with it, from 1; None when it is in none."""
        return self.steps.index(True) + 1 if any(self.steps) else None


def subjects_in_plan(plan: Plan, problem: Problem) -> tuple[SubjectInPlan, ...]:
    """Each of them that the timetable has, those that come first in the plan first."""
    asked_for = {name for need in problem.needs if isinstance(need, KeepEligibility) for name in need.subjects}
    by_step = [{planned.lesson.subject for planned in step.lessons} for step in plan.steps]
    subjects = (
        SubjectInPlan(subject=name, steps=tuple(name in step for step in by_step)) for name in sorted(asked_for)
    )
    return tuple(sorted(subjects, key=lambda one: one.first_step or len(by_step) + 1))


def show_eligibility(plan: Plan, problem: Problem, sheet: AnswerSheet) -> None:
    """The small picture: open where grades matter to the student now, gone where they do not (AM6), else folded."""
    subjects, wishes = subjects_in_plan(plan, problem), preferences_from(load_bank(), sheet)
    if not subjects or Preference.HIDE_ELIGIBILITY in wishes:
        return
    with st.expander(tr("Ämnena som gymnasiet frågar efter"), expanded=Preference.SHOW_ELIGIBILITY in wishes):
        st.html(f'<ul class="eligibility">{"".join(map(_row, subjects))}</ul>')


def _row(one: SubjectInPlan) -> str:
    stones = "".join('<i class="on"></i>' if is_in else "<i></i>" for is_in in one.steps)
    first = one.first_step
    when = tr("från steg {number}", number=first) if first else tr("väntar än")
    name, said = escape(one.subject), escape(when)
    return f'<li><b>{name}</b><span class="stones" aria-hidden="true">{stones}</span><span>{said}</span></li>'
