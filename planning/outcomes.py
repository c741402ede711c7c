"""What planning can come to. Outcomes are values: each is an answer that a reader can be given."""

from __future__ import annotations

from enum import StrEnum

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.needs import Need
from planning.needs.base import NeedId
from planning.plan import Plan, PlannedContact
from planning.timetable import WeekLabel


class Breach(Frozen):
    """One place where a plan does not meet a need."""

    step: int
    week: WeekLabel = ""
    lessons: tuple[str, ...] = ()
    """Ids of the lessons that break it; empty when something is missing rather than wrong."""
    amount: int = 0
    """How far from met, in the need's own unit (minutes, days, lessons)."""


class Met(Frozen):
    """The plan meets the need."""


class PartlyMet(Frozen):
    """A wish that the plan meets in part."""

    breaches: tuple[Breach, ...]


class NotMet(Frozen):
    """The plan does not meet the need."""

    breaches: tuple[Breach, ...]


Verdict = Met | PartlyMet | NotMet


class OpenedLesson(Frozen):
    """A lesson that a way out would open, in the first week of its step. `start`–`end` is the part attended."""

    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    subject: str
    with_coach: bool = False


class WayOut(Frozen):
    """What giving up one of the colliding needs would open, or letting it end in time, found by really solving it.

    `lessons_per_step` are lessons a week (first week label); empty when giving up this one alone is not enough.
    """

    give_up: NeedId
    until: int | None = None
    """The last step that it may hold in: a limit that nobody has said the end of is asked about, not given up."""
    lessons_per_step: tuple[int, ...] = ()
    minutes_per_step: tuple[int, ...] = ()
    first_subjects: tuple[str, ...] = ()
    first_lessons: tuple[OpenedLesson, ...] = ()
    """What its first step with lessons would hold, in the order of the week."""

    @property
    def first_step(self) -> int | None:
        """The number of its first step with lessons; None where there is none."""
        return next((number for number, lessons in enumerate(self.lessons_per_step, 1) if lessons), None)

    @property
    def is_enough(self) -> bool:
        """Whether a plan exists without this need."""
        return bool(self.lessons_per_step)


class Found(Frozen):
    """A plan that passes every check."""

    plan: Plan


MOST_WAYS = 3
"""How many ways out are shown at once: more are a list to get tired of (`features.md` F19). Our default."""


class Conflict(Frozen):
    """No plan is possible: the smallest set of needs that collide, ways out, and the contact to fall back on."""

    needs: tuple[Need, ...]
    ways_out: tuple[WayOut, ...]
    contact: PlannedContact
    without_ride: tuple[WeekdayField, ...] = ()
    """Where a ride is among what collides: the weekdays with lessons that no ride is known for."""


class InterruptedBy(StrEnum):
    """What ended a search before it had come to an answer."""

    OUT_OF_TIME = "out_of_time"
    CANCELLED = "cancelled"
    OUT_OF_MEMORY = "out_of_memory"
    WORKER_DIED = "worker_died"


class Interrupted(Frozen):
    """The search ended before a plan was proven or ruled out: nothing is known to collide."""

    why: InterruptedBy = InterruptedBy.OUT_OF_TIME
    """What ended it. Cases kept before there were others say nothing: it was time."""
    seconds: float
    """How long it had been going on."""
    contact: PlannedContact
    best: Plan | None = None
    """The best plan until then: it has passed every check, and is never called proven."""


Outcome = Found | Conflict | Interrupted
