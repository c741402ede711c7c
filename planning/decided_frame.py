"""What a decision leaves room for, and what in a later plan goes beyond it and needs a new one (rule P13).

That the coach may act within the decided frame is our reading of skollagen 3 kap. 9 § (`law.md` §7, confidence C).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from planning.decision import DecisionKind, DocumentFacts
from planning.frozen import Frozen
from planning.plan import Plan
from planning.setting import Setting


class DecidedFrame(Frozen):
    """The frame of a decided version."""

    floor_minutes: int
    """Fewest teaching minutes a week."""
    subjects: tuple[str, ...]
    """The subjects that the decided plan has lessons in, in some step, as the timetable writes them."""
    kinds: tuple[DecisionKind, ...]
    """The kinds of decision that it holds."""
    last_day: dt.date
    """The last day that it holds."""


class NewDecision(StrEnum):
    """Why a new decision is needed."""

    BELOW_FLOOR = "below_floor"
    SUBJECT_REMOVED = "subject_removed"
    FORM_CHANGED = "form_changed"
    PERIOD_EXTENDED = "period_extended"


class Beyond(NamedTuple):
    """Something that goes beyond the frame, and what it is: the steps, subjects or kinds, or the later last day."""

    why: NewDecision
    what: tuple[str, ...]


def frame_of(plan: Plan, facts: DocumentFacts, valid_to: dt.date | None = None) -> DecidedFrame:
    """The frame of a plan as it was decided; `valid_to` is the last day where the rektor wrote one.

    Without a written floor it is the minutes of the first step: our default, as the proposal prints it.
    """
    floor = facts.floor_minutes
    return DecidedFrame(
        floor_minutes=plan.steps[0].mean_minutes if floor is None else floor,
        subjects=taught(plan),
        kinds=kinds_of(plan, facts),
        last_day=valid_to or last_day_of(plan),
    )


def needs_new_decision(
    decided: DecidedFrame, plan: Plan, facts: DocumentFacts | None = None
) -> tuple[Beyond, ...]:
    """What of the plan goes beyond the frame, in the order of `NewDecision`; empty while it stays within."""
    low = tuple(str(step.number) for step in plan.steps if step.mean_minutes < decided.floor_minutes)
    now = set(taught(plan))
    removed = tuple(name for name in decided.subjects if name not in now)
    kinds = tuple(kind for kind in kinds_of(plan, facts or DocumentFacts()) if kind not in decided.kinds)
    last_day = last_day_of(plan)
    longer = (last_day.isoformat(),) if last_day > decided.last_day else ()
    found = (
        Beyond(NewDecision.BELOW_FLOOR, low),
        Beyond(NewDecision.SUBJECT_REMOVED, removed),
        Beyond(NewDecision.FORM_CHANGED, kinds),
        Beyond(NewDecision.PERIOD_EXTENDED, longer),
    )
    return tuple(one for one in found if one.what)


def taught(plan: Plan) -> tuple[str, ...]:
    """Every subject that some step has a lesson in, in alphabetical order."""
    return tuple(sorted({planned.lesson.subject for step in plan.steps for planned in step.lessons}))


def kinds_of(plan: Plan, facts: DocumentFacts) -> tuple[DecisionKind, ...]:
    """The kinds of decision that a plan asks for: those that are asked, and those that its forms of teaching need."""
    asked = {one.kind for one in facts.decisions}
    if any(planned.setting is Setting.SMALL_ROOM for step in plan.steps for planned in step.lessons):
        asked.add(DecisionKind.SPECIAL_GROUP)
    if facts.forms.distance is not None:
        asked.add(DecisionKind.DISTANCE)
    if facts.forms.work_placement is not None:
        asked.add(DecisionKind.WORK_PLACEMENT)
    return tuple(kind for kind in DecisionKind if kind in asked)


def first_day_of(plan: Plan) -> dt.date:
    """The Monday that the plan begins."""
    return next(step.step.first_day for step in plan.steps if step.step.mondays)


def last_day_of(plan: Plan) -> dt.date:
    """The Friday that the plan ends."""
    return max(step.step.last_day for step in plan.steps if step.step.mondays)
