"""The planning problem whole: the ordinary week, the ladder's steps, the needs, and the people who can be there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from planning.calendar import SchoolCalendar
from planning.clock import ClockTime, Weekday, WeekdayField
from planning.frozen import Frozen
from planning.needs import AnyNeed, Need, NeedId
from planning.steps import Step
from planning.timetable import Lesson, Timetable, WeekLabel


class CoachHours(Frozen):
    """Hours when the coach can be with this student. `weeks` are week labels, empty for every week."""

    weekday: WeekdayField
    """The weekday."""
    start: ClockTime
    """When they begin, time of day."""
    end: ClockTime
    """When they end, later than `start`."""
    weeks: tuple[WeekLabel, ...] = ()
    """Week labels of the timetable that they hold in; empty for every week."""

    def covers(self, weekday: Weekday, week: WeekLabel, start: int, end: int) -> bool:
        """Whether `start`–`end` (minutes) that weekday lies within these hours."""
        right_week = not self.weeks or week in self.weeks
        return right_week and self.weekday == weekday and self.start <= start and end <= self.end


class Coach(Frozen):
    """The coach of this case.

    When meeting, the coach is there `lead_minutes` before the lesson and stays for `stays_minutes` of it (0: all).
    """

    name: str = ""
    hours: tuple[CoachHours, ...] = ()
    lead_minutes: int = 0
    stays_minutes: int = 15

    def can_be_there(self, weekday: Weekday, week: WeekLabel, start: int, end: int) -> bool:
        """Whether one stretch of the coach's hours covers `start`–`end` that weekday."""
        return any(hours.covers(weekday, week, start, end) for hours in self.hours)

    def meeting_minutes(self, lesson: Lesson) -> int:
        """Minutes that meeting at the lesson takes: those before it and those of it that the coach stays for."""
        return self.lead_minutes + min(lesson.minutes, self.stays_minutes or lesson.minutes)

    def can_stay(self, lesson: Lesson, week: WeekLabel) -> bool:
        """Whether the coach can be there from the lesson's start to its end."""
        return self.can_be_there(lesson.weekday, week, lesson.start, lesson.end)

    def can_meet(self, lesson: Lesson, week: WeekLabel) -> bool:
        """Whether the coach can be there before the lesson and stay a while."""
        end = min(lesson.end, lesson.start + self.stays_minutes) if self.stays_minutes else lesson.end
        return self.can_be_there(lesson.weekday, week, lesson.start - self.lead_minutes, end)


class Ride(Frozen):
    """A ride that can be had: at school at `arrives`, from school at `leaves`. Empty `weeks`: every week."""

    weekday: WeekdayField
    """The weekday."""
    arrives: ClockTime
    """When it is at school, time of day."""
    leaves: ClockTime
    """When it leaves school, later than `arrives`."""
    by: str = ""
    """Who drives."""
    weeks: tuple[WeekLabel, ...] = ()
    """Week labels of the timetable that it goes in; empty for every week."""


class PlaceUse(Frozen):
    """Which lessons take the student to a place of the school: those in these rooms or of these subjects."""

    rooms: tuple[str, ...] = ()
    """Rooms there, as the timetable writes them."""
    subjects: tuple[str, ...] = ()
    """Subjects there, as the timetable writes them."""

    def is_used_by(self, lesson: Lesson) -> bool:
        """Whether that lesson goes there."""
        return lesson.subject in self.subjects or not set(self.rooms).isdisjoint(lesson.rooms)


class Problem(Frozen):
    """Everything a plan depends on. Equal problems give equal plans."""

    timetable: Timetable
    steps: tuple[Step, ...]
    needs: tuple[Need, ...] = ()
    calendar: SchoolCalendar = SchoolCalendar()
    coach: Coach = Coach()
    rides: tuple[Ride, ...] = ()
    places: Mapping[str, PlaceUse] = {}
    rises_per_step: int = 1
    """How many of the five dimensions a step raises: one, or two where the student has ticked two."""
    trusted_person: str = ""
    """Whom the student trusts, for the contact that every plan falls back on."""

    @cached_property
    def remembered(self) -> dict[object, object]:
        """What has been worked out from the problem already (`remembering`)."""
        return {}

    @cached_property
    def needs_by_id(self) -> dict[NeedId, AnyNeed]:
        """The needs by their ids."""
        return {need.id: need for need in self.needs}

    def week_before(self, step: int, week: WeekLabel) -> WeekLabel | None:
        """The week of the step before that this week is compared with: the same label, or the last dated week."""
        if step <= 1:
            return None
        before = self.steps[step - 2].week_labels
        return week if week in before else (before[-1] if before else None)

    def hard_needs(self) -> Iterator[AnyNeed]:
        """The needs that every plan must meet."""
        return iter(self._hard)

    @cached_property
    def _hard(self) -> tuple[AnyNeed, ...]:
        return tuple(need for need in self.needs if need.is_hard)

    def ending(self, need_id: NeedId, last_step: int) -> Problem:
        """The same problem with one need ending after that step."""
        ended = (n.model_copy(update={"last_step": last_step}) if n.id == need_id else n for n in self.needs)
        return self.model_copy(update={"needs": tuple(ended)})

    def without(self, *ids: NeedId) -> Problem:
        """The same problem with some needs given up."""
        return self.model_copy(update={"needs": tuple(n for n in self.needs if n.id not in ids)})


Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembering(
    work_out: Callable[Concatenate[Problem, Asked], Answer],
) -> Callable[Concatenate[Problem, Asked], Answer]:
    """Works something out from a problem once: equal questions to the same problem get the same answer."""

    @wraps(work_out)
    def answer(problem: Problem, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (work_out, asked, tuple(sorted(named.items())))
        if key not in problem.remembered:
            problem.remembered[key] = work_out(problem, *asked, **named)
        return cast(Answer, problem.remembered[key])

    return answer
