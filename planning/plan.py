"""A plan: for every step, the lessons that are attended, how, with whom and why."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cached_property

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.items import Carrier, ItemKind, item_catalogue
from planning.needs.base import NeedId
from planning.rungs import LadderRung
from planning.setting import Setting as Setting
from planning.steps import Step
from planning.timetable import Lesson, OccasionId, WeekLabel


class ReasonKind(StrEnum):
    """Why something stands in the plan, or does not."""

    WISHED_SUBJECT = "wished_subject"
    WISHED_TIME = "wished_time"
    TRUSTED_ADULT = "trusted_adult"
    SAFE_ROOM = "safe_room"
    FRIEND = "friend"
    COACH_CAN_BE_THERE = "coach_can_be_there"
    GOAL = "goal"
    ELIGIBILITY = "eligibility"
    LIMIT_RELEASED = "limit_released"
    KEPT = "kept"
    NEXT_IN_CALM_PACE = "next_in_calm_pace"
    LIMIT_HOLDS = "limit_holds"
    PACE = "pace"
    MOVED_BY_LIMIT = "moved_by_limit"
    SETTLED = "settled"
    """Coach and student have settled it by hand."""


class Reason(Frozen):
    """One reason: its kind and, where there is one, the need behind it."""

    kind: ReasonKind
    need: NeedId | None = None


class PlannedLesson(Frozen):
    """One lesson attended every time its week comes in the step. `start`–`end` is the part that is attended."""

    lesson: Lesson
    week: WeekLabel
    start: ClockTime
    end: ClockTime
    setting: Setting = Setting.CLASSROOM
    with_coach: bool = False
    is_new: bool = False
    """Whether the step before did not have it (in the same setting and length)."""
    reasons: tuple[Reason, ...] = ()

    @property
    def occasion(self) -> OccasionId:
        """Which occasion of the timetable it is."""
        return OccasionId(f"{self.week}|{self.lesson.id}")

    @property
    def minutes(self) -> int:
        """Minutes attended."""
        return self.end - self.start

    @property
    def is_part(self) -> bool:
        """Whether only a part of the lesson is attended."""
        return self.minutes < self.lesson.minutes


class PlannedContact(Frozen):
    """A dated contact with somebody the student trusts. Without `start` the coach and the student agree on the hour."""

    date: dt.date
    kind: ItemKind
    start: ClockTime | None = None
    end: ClockTime | None = None
    person: str = ""
    place: str = ""
    need: NeedId | None = None
    is_invitation: bool = False
    """Whether it aims at something that the student has not said is possible yet: it is asked, never expected."""


class PlannedItem(Frozen):
    """An item at its place in the week; it comes every time its week comes in the step."""

    kind: ItemKind
    week: WeekLabel
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    carrier: Carrier
    person: str = ""
    """Who it is with or by, by name where that is known."""
    place: str = ""
    """Code of the place («library»), or a room; empty where the kind says it."""
    subject: str = ""
    """The subject that it is about, where it is about one."""
    need: NeedId | None = None
    """The need that asks for it."""
    contact: int = 0
    """Which of the week's contacts it is, from 1; 0: it is none of them."""
    is_new: bool = False
    """Whether the step before did not have it at that time."""

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.end - self.start

    @property
    def at_school(self) -> bool:
        """Whether it takes the student to school."""
        return item_catalogue()[self.kind].at_school


class LeftOut(Frozen):
    """A subject that has lessons which the step leaves out: how many a week, and why."""

    subject: str
    week: WeekLabel
    lessons: int
    minutes: int
    reasons: tuple[Reason, ...]


class StepState(Frozen):
    """A step's level in each of the five dimensions (`planning.dimensions`), 0 to 7."""

    place: int = 0
    time: int = 0
    subjects: int = 0
    people: int = 0
    support: int = 7


class PlanStep(Frozen):
    """One step of the ladder as planned."""

    step: Step
    lessons: tuple[PlannedLesson, ...]
    contacts: tuple[PlannedContact, ...] = ()
    """Dated meetings in weeks without lessons."""
    items: tuple[PlannedItem, ...] = ()
    """What is not a lesson and comes every time its week comes in the step."""
    left_out: tuple[LeftOut, ...] = ()
    released: tuple[NeedId, ...] = ()
    """Needs that held in the step before and no longer do."""
    state: StepState = StepState()
    """Where it stands in the five dimensions."""
    rungs: tuple[LadderRung, ...] = ()
    """Where it stands on the small ladders that there are (`planning.small_ladders`)."""

    @property
    def number(self) -> int:
        """The step's number, from 1."""
        return self.step.number

    def in_week(self, week: WeekLabel) -> tuple[PlannedLesson, ...]:
        """Its lessons in weeks with that label, in the order of the clock."""
        chosen = (lesson for lesson in self.lessons if lesson.week == week)
        return tuple(sorted(chosen, key=lambda p: (p.lesson.weekday, p.start, p.end, p.lesson.id)))

    def items_in(self, week: WeekLabel) -> tuple[PlannedItem, ...]:
        """Its items in weeks with that label, in the order of the clock."""
        chosen = (item for item in self.items if item.week == week)
        return tuple(sorted(chosen, key=lambda item: (item.weekday, item.start, item.end, item.kind)))

    def minutes(self, week: WeekLabel) -> int:
        """Attended teaching minutes in weeks with that label."""
        return sum(lesson.minutes for lesson in self.lessons if lesson.week == week)

    @property
    def mean_minutes(self) -> int:
        """Attended teaching minutes a week, on average over its week labels."""
        labels = self.step.week_labels
        return round(sum(self.minutes(week) for week in labels) / len(labels)) if labels else 0


class Plan(Frozen):
    """The ladder as planned. `proven` says that no better plan exists by the stated tiers."""

    steps: tuple[PlanStep, ...]
    proven: bool
    tiers: dict[str, int] = {}
    """What each tier of the objective came to; lower is better, tiers in falling weight."""

    @cached_property
    def last(self) -> PlanStep:
        """The last step."""
        return self.steps[-1]
