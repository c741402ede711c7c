"""The public view of a plan: what a proposal may print, and nothing else.

The proposal becomes a public document when it is decided, so this view is made by taking in, never by leaving out:
lessons without teachers and reasons, contacts without persons and places, and of the needs only those whose disclosure
allows it, without their origin.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.needs import AnyNeed
from planning.needs.base import Disclosure, Origin, Source
from planning.plan import Plan, PlannedContact, PlannedLesson, PlanStep, ReasonKind, Setting
from planning.problem import Problem
from planning.public_weeks import public_labels, without_homes
from planning.smaller_days import BadDay
from planning.step_changes import StepChange, changes_of, public_change
from planning.steps import Timing, timing_of
from planning.stories import StepStory, tell
from planning.timetable import EVERY_WEEK, Lesson, LessonKind, WeekLabel

PUBLIC_REASONS = frozenset(
    {
        ReasonKind.GOAL,
        ReasonKind.ELIGIBILITY,
        ReasonKind.COACH_CAN_BE_THERE,
        ReasonKind.KEPT,
        ReasonKind.NEXT_IN_CALM_PACE,
        ReasonKind.LIMIT_RELEASED,
        ReasonKind.LIMIT_HOLDS,
        ReasonKind.PACE,
    }
)
"""Kinds of reason that tell nothing of an answer (law.md, finding 2)."""


class PublicLesson(Frozen):
    """An attended lesson. `start`–`end` is the attended part; without a room in a small group."""

    subject: str
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    room: str = ""
    setting: Setting = Setting.CLASSROOM
    with_coach: bool = False
    is_part: bool = False


class PublicWeek(Frozen):
    """A week of a step: the Mondays that look so, its lessons and the lunches that fall inside a school day."""

    labels: tuple[WeekLabel, ...]
    mondays: tuple[dt.date, ...]
    lessons: tuple[PublicLesson, ...]
    lunches: tuple[PublicLesson, ...] = ()

    @property
    def minutes(self) -> int:
        """Teaching minutes."""
        return sum(lesson.end - lesson.start for lesson in self.lessons)


class ClosedDay(Frozen):
    """A weekday without school within a step, and why."""

    date: dt.date
    name: str


class PublicStep(Frozen):
    """A step. `story` holds what may be told of it; sentences are made by `wording.steps`."""

    number: int
    mondays: tuple[dt.date, ...]
    timing: Timing
    """Whether its weeks are dates, or only the earliest that it can come."""
    minutes: int
    """Teaching minutes a week, on average."""
    full_minutes: int
    weeks: tuple[PublicWeek, ...]
    closed: tuple[ClosedDay, ...]
    school_days: int
    story: StepStory
    change: StepChange
    """What it changes after the step before: of the large dimensions only, and nothing of why it was ticked."""

    @property
    def first_day(self) -> dt.date:
        """The Monday that it begins."""
        return self.mondays[0]

    @property
    def last_day(self) -> dt.date:
        """The Friday that it ends."""
        return self.mondays[-1] + dt.timedelta(days=4)

    @property
    def share_percent(self) -> int:
        """Minutes as share of the whole ordinary week, whole percent."""
        return round(100 * self.minutes / self.full_minutes) if self.full_minutes else 0

    @property
    def lessons_per_week(self) -> int:
        """Lessons a week: the most of its weeks."""
        return max((len(week.lessons) for week in self.weeks), default=0)


class PublicSubject(Frozen):
    """A subject's minutes a week, in the ordinary timetable and in every step, on average over the step's weeks."""

    subject: str
    ordinary: int
    per_step: tuple[int, ...]
    reasons: tuple[ReasonKind, ...] = ()
    """Why it is less than ordinary somewhere, of the kinds that may be told."""

    @property
    def deviates(self) -> bool:
        """Whether some step has less than the ordinary timetable."""
        return any(minutes < self.ordinary for minutes in self.per_step)

    @property
    def first_step(self) -> int | None:
        """The first step that has it, from 1; None when no step has."""
        return next((n for n, minutes in enumerate(self.per_step, 1) if minutes), None)


class PublicPlan(Frozen):
    """The plan as the proposal prints it."""

    steps: tuple[PublicStep, ...]
    subjects: tuple[PublicSubject, ...]
    coach: str = ""

    @property
    def first_day(self) -> dt.date:
        """The plan's first day."""
        return self.steps[0].first_day

    @property
    def last_day(self) -> dt.date:
        """The plan's last day."""
        return self.steps[-1].last_day

    @property
    def ends_whole(self) -> bool:
        """Whether the last step is the whole timetable."""
        return self.steps[-1].story.is_whole


def public_plan(problem: Problem, plan: Plan, *, current_step: int = 1) -> PublicPlan:
    """The public view of a plan that has at least one step, while `current_step` is lived."""
    stories = tell(problem, plan)
    told = zip(plan.steps, stories, changes_of(problem, plan), strict=True)
    return PublicPlan(
        steps=tuple(_step(problem, *one, current_step) for one in told),
        subjects=tuple(_subject(problem, plan, subject) for subject in problem.timetable.subjects),
        coach=problem.coach.name,
    )


def _step(
    problem: Problem, planned: PlanStep, story: StepStory, change: StepChange, current_step: int
) -> PublicStep:
    calendar, mondays = problem.calendar, planned.step.mondays
    weekdays = [monday + dt.timedelta(days=n) for monday in mondays for n in range(5)]
    closed = tuple(
        ClosedDay(date=day, name=name) for day in weekdays if (name := calendar.closed_because(day)) is not None
    )
    return PublicStep(
        number=planned.number,
        mondays=mondays,
        timing=timing_of(planned.number, current_step),
        minutes=planned.mean_minutes,
        full_minutes=story.full_minutes,
        weeks=_weeks(problem, planned),
        closed=closed,
        school_days=len(weekdays) - len(closed),
        story=_public_story(without_homes(problem, mondays, story)),
        change=public_change(problem, change),
    )


def _weeks(problem: Problem, planned: PlanStep) -> tuple[PublicWeek, ...]:
    """The step's different weeks in the order they first come, those that look alike joined.

    A week of the rotation that does not come in the step is left out: nobody will live it.
    """
    labelled = [(problem.calendar.week_label(problem.timetable, monday), monday) for monday in planned.step.mondays]
    weeks: list[PublicWeek] = []
    for label in planned.step.week_labels:
        mondays = tuple(monday for which, monday in labelled if which == label)
        if labelled and not mondays:
            continue
        week = _week(problem, planned, label, mondays)
        twin = next((n for n, w in enumerate(weeks) if (w.lessons, w.lunches) == (week.lessons, week.lunches)), None)
        if twin is None:
            weeks.append(week)
        else:
            labels = public_labels((*weeks[twin].labels, label))
            joined = tuple(sorted((*weeks[twin].mondays, *mondays)))
            weeks[twin] = weeks[twin].model_copy(update={"labels": labels, "mondays": joined})
    return tuple(sorted(weeks, key=lambda week: week.mondays[:1] or (dt.date.max,)))


def _week(problem: Problem, planned: PlanStep, label: WeekLabel, mondays: tuple[dt.date, ...]) -> PublicWeek:
    lessons = tuple(public_lesson(lesson) for lesson in planned.in_week(label))
    lunches = tuple(
        PublicLesson(subject=lunch.subject, weekday=lunch.weekday, start=lunch.start, end=lunch.end)
        for lunch in problem.timetable.lessons
        if lunch.kind is LessonKind.LUNCH and lunch.week in (EVERY_WEEK, label) and _is_within_day(lunch, lessons)
    )
    return PublicWeek(labels=public_labels((label,)), mondays=mondays, lessons=lessons, lunches=lunches)


def _is_within_day(lunch: Lesson, lessons: Iterable[PublicLesson]) -> bool:
    that_day = [lesson for lesson in lessons if lesson.weekday == lunch.weekday]
    is_before = any(lesson.end <= lunch.start for lesson in that_day)
    return is_before and any(lesson.start >= lunch.end for lesson in that_day)


def public_lesson(planned: PlannedLesson) -> PublicLesson:
    """The lesson without who teaches it and why it is there."""
    in_class = planned.setting is Setting.CLASSROOM
    return PublicLesson(
        subject=planned.lesson.subject,
        weekday=planned.lesson.weekday,
        start=planned.start,
        end=planned.end,
        room=", ".join(planned.lesson.rooms) if in_class else "",
        setting=planned.setting,
        with_coach=planned.with_coach,
        is_part=planned.is_part,
    )


def _public_story(story: StepStory) -> StepStory:
    return story.model_copy(
        update={
            "new": tuple(_without_people(lesson) for lesson in story.new),
            "bad_days": tuple(_without_people_on(day) for day in story.bad_days),
            "contacts": tuple(_without_person(contact) for contact in story.contacts),
            "released": _tellable(story.released),
            "holding": _tellable(story.holding),
            "support": _tellable(story.support),
        }
    )


def _without_people(planned: PlannedLesson) -> PlannedLesson:
    lesson = planned.lesson.model_copy(update={"teachers": (), "groups": (), "part_of_group": "", "source_ref": ""})
    return planned.model_copy(update={"lesson": lesson, "reasons": ()})


def _without_people_on(day: BadDay) -> BadDay:
    lesson, contact = day.lesson, day.contact
    return day.model_copy(
        update={"lesson": lesson and _without_people(lesson), "contact": contact and _without_person(contact)}
    )


def _without_person(contact: PlannedContact) -> PlannedContact:
    return contact.model_copy(update={"person": "", "place": "", "need": None})


def _tellable(needs: Sequence[AnyNeed]) -> tuple[AnyNeed, ...]:
    """The needs that may be told, without what gave rise to them."""
    nothing = Origin(source=Source.DEFAULT, ref="")
    return tuple(
        need.model_copy(update={"origin": nothing}) for need in needs if need.disclosure is not Disclosure.CLOSED
    )


def _subject(problem: Problem, plan: Plan, subject: str) -> PublicSubject:
    labels = problem.timetable.week_labels
    ordinary = sum(o.lesson.minutes for o in problem.timetable.occasions if o.lesson.subject == subject)
    left_out = (left for step in plan.steps for left in step.left_out if left.subject == subject)
    kinds = sorted(reason.kind for left in left_out for reason in left.reasons if reason.kind in PUBLIC_REASONS)
    return PublicSubject(
        subject=subject,
        ordinary=round(ordinary / len(labels)),
        per_step=tuple(_minutes_of(step, subject) for step in plan.steps),
        reasons=tuple(kind for kind, _ in groupby(kinds)),
    )


def _minutes_of(step: PlanStep, subject: str) -> int:
    labels = step.step.week_labels
    minutes = sum(planned.minutes for planned in step.lessons if planned.lesson.subject == subject)
    return round(minutes / len(labels)) if labels else 0
