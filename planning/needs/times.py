"""Needs about when: hours, days, how much and how fast it may grow."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.needs.base import Disclosure, NeedBase
from planning.timetable import Lesson


class EarliestStart(NeedBase):
    """No lesson begins before `time`. It eases by `eases_minutes_per_step` for every step after the first."""

    kind: Literal["earliest_start"] = "earliest_start"
    time: ClockTime
    """Earliest start of a lesson, time of day."""
    eases_minutes_per_step: int = Field(default=0, ge=0, le=240)
    """Minutes earlier for every step after the first; 0: the same time all along."""

    def time_in(self, step: int) -> int:
        """The bound that holds in that step, minutes after midnight."""
        return self.time - self.eases_minutes_per_step * (step - self.first_step)


class LatestEnd(NeedBase):
    """No lesson ends after `time`."""

    kind: Literal["latest_end"] = "latest_end"
    time: ClockTime
    """Latest end of a lesson, time of day."""


class BlockedTime(NeedBase):
    """Time that is already taken: no lesson touches it. No weekday named means every day."""

    kind: Literal["blocked_time"] = "blocked_time"
    weekdays: tuple[WeekdayField, ...] = ()
    """Weekdays that it holds on; empty for every day."""
    start: ClockTime
    """When it begins, time of day."""
    end: ClockTime
    """When it ends, later than `start`."""


class NotPresentDuring(NeedBase):
    """Not at school at all between `start` and `end`: not in a lesson and not waiting between two."""

    kind: Literal["not_present_during"] = "not_present_during"
    weekdays: tuple[WeekdayField, ...] = ()
    """Weekdays that it holds on; empty for every day."""
    start: ClockTime
    """When it begins, time of day."""
    end: ClockTime
    """When it ends, later than `start`."""


class DaysOff(NeedBase):
    """No lesson on these weekdays."""

    kind: Literal["days_off"] = "days_off"
    weekdays: tuple[WeekdayField, ...]
    """The weekdays without lessons."""


class DatesExcluded(NeedBase):
    """No lesson on these dates."""

    kind: Literal["dates_excluded"] = "dates_excluded"
    dates: tuple[dt.date, ...]
    """The dates without lessons."""


class MaxDays(NeedBase):
    """At most `n` days a week at first, and `growth_per_step` more for every step after."""

    kind: Literal["max_days"] = "max_days"
    n: int = Field(ge=0, le=5)
    """Most days a week in the first step."""
    growth_per_step: int = Field(default=0, ge=0, le=5)
    """Days a week more for every step after."""

    def n_in(self, step: int) -> int:
        """Days a week that step."""
        return min(7, self.n + self.growth_per_step * (step - self.first_step))


class RestDayBetween(NeedBase):
    """Never two school days in a row."""

    kind: Literal["rest_day_between"] = "rest_day_between"


class MaxVisitMinutes(NeedBase):
    """At most so many minutes from the first lesson's start to the last one's end, on any day.

    A lesson longer than the bound may be visited in part. For every step the bound grows by `growth_percent`, and
    once a whole lesson fits by at least `growth_minutes` (`method.md` TI4: ×1.5 or one lesson more; SI4: ×1.25).
    """

    kind: Literal["max_visit_minutes"] = "max_visit_minutes"
    minutes: int = Field(gt=0, le=600)
    """Most minutes at school on a day, in the first step."""
    growth_percent: int = Field(default=50, ge=0, le=400)
    """How many percent the bound grows for every step."""
    growth_minutes: int = Field(default=0, ge=0, le=300)
    """Least minutes that it grows, once a whole lesson fits."""

    def minutes_in(self, step: int) -> int:
        """The bound in that step, minutes, on the five-minute grid."""
        bound = self.minutes
        for _ in range(step - self.first_step):
            grown = bound * (100 + self.growth_percent) // 100
            bound = max(grown, bound + self.growth_minutes) if bound >= LESSON_LENGTH else max(grown, bound + 5)
            bound = -(-bound // 5) * 5
        return bound


LESSON_LENGTH = 40
"""Minutes of a short lesson: below it a visit is a part of a lesson. Our default."""


class LessonEdges(NeedBase):
    """Comes in a little later than the others, or leaves a little earlier: every lesson is cut at its edges.

    Agreed with the school, and marked in its register as being according to plan (`method.md` TI2).
    """

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["lesson_edges"] = "lesson_edges"
    minutes_late: int = Field(default=0, ge=0, le=30)
    """Minutes after the lesson's start that the student comes in."""
    minutes_early: int = Field(default=0, ge=0, le=30)
    """Minutes before the lesson's end that the student leaves."""

    def span_of(self, lesson: Lesson) -> tuple[int, int]:
        """From when to when the student can be there; all of a lesson that is too short to be cut."""
        if lesson.minutes - self.minutes_late - self.minutes_early < SHORTEST_VISIT:
            return lesson.start, lesson.end
        return lesson.start + self.minutes_late, lesson.end - self.minutes_early


SHORTEST_VISIT = 15
"""Minutes that are left of a lesson at least when its edges are cut: the shortest visit that TI4 knows. Our default."""


class MaxLessonsPerDay(NeedBase):
    """At most `n` lessons on any day, and `growth_per_step` more for every step after."""

    kind: Literal["max_lessons_per_day"] = "max_lessons_per_day"
    n: int = Field(ge=0, le=20)
    """Most lessons on a day in the first step."""
    growth_per_step: int = Field(default=0, ge=0, le=20)
    """Lessons a day more for every step after."""

    def n_in(self, step: int) -> int:
        """Lessons a day that step."""
        return self.n + self.growth_per_step * (step - self.first_step)


class MaxLessonsPerWeek(NeedBase):
    """At most `n` lessons a week."""

    kind: Literal["max_lessons_per_week"] = "max_lessons_per_week"
    n: int = Field(ge=0, le=100)
    """Most lessons a week."""


class MinLessonsPerWeek(NeedBase):
    """At least `n` lessons a week."""

    kind: Literal["min_lessons_per_week"] = "min_lessons_per_week"
    n: int = Field(ge=0, le=100)
    """Fewest lessons a week."""


class MaxMinutesPerWeek(NeedBase):
    """At most so many minutes of lessons a week."""

    kind: Literal["max_minutes_per_week"] = "max_minutes_per_week"
    minutes: int = Field(ge=0, le=6000)
    """Most minutes of lessons a week."""


class MinMinutesPerWeek(NeedBase):
    """At least so many minutes of lessons a week."""

    kind: Literal["min_minutes_per_week"] = "min_minutes_per_week"
    minutes: int = Field(ge=0, le=6000)
    """Fewest minutes of lessons a week."""


class MaxGrowth(NeedBase):
    """At most `n` lessons a week more than in the step before."""

    kind: Literal["max_growth"] = "max_growth"
    n: int = Field(ge=0, le=100)
    """Most lessons a week more than in the step before."""


class MaxGrowthMinutes(NeedBase):
    """At most so many minutes of lessons a week more than in the step before."""

    kind: Literal["max_growth_minutes"] = "max_growth_minutes"
    minutes: int = Field(ge=0, le=6000)
    """Most minutes of lessons a week more than in the step before."""


class HalfSteps(NeedBase):
    """Calmer pace: every step takes up half of what it otherwise would (`planning.pace`)."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["half_steps"] = "half_steps"


class Window(Frozen):
    """A stretch of the day."""

    start: ClockTime
    """When it begins, time of day."""
    end: ClockTime
    """When it ends, time of day."""


class PreferredTimes(NeedBase):
    """Lessons within one of these windows come first."""

    kind: Literal["preferred_times"] = "preferred_times"
    windows: tuple[Window, ...]
    """The stretches of the day, any of which will do."""

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The windows as stretches of the day (start, end), those that meet or overlap made one."""
        merged: list[tuple[int, int]] = []
        for window in sorted(self.windows, key=lambda w: w.start):
            if merged and window.start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], window.end))
            else:
                merged.append((window.start, window.end))
        return tuple(merged)


class NoLessonsYet(NeedBase):
    """No lesson at all: contact and small visits come first."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["no_lessons_yet"] = "no_lessons_yet"
