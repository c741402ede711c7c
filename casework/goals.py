"""What the adults wrote down, as needs: goals, the coach's company and hours, travel, and what holds by default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casework.facts import Amount, CaseFacts, Goals, SmallerFirstStep
from casework.time_facts import Span
from planning.needs import (
    NEED,
    AnyNeed,
    CoachAvailability,
    CoachMinutes,
    KeepEligibility,
    MaxVisitMinutes,
    MinLessonsPerWeek,
    NeedId,
    Origin,
    Respondent,
    Source,
    Strength,
    TravelTimes,
)
from planning.timetable import Timetable


def goal_needs(goals: Goals) -> Iterator[AnyNeed]:
    """The goals as needs that every plan must meet."""
    for amount in goals.lessons_per_week:
        yield from _bounds("goals.lessons_per_week", amount, "min_lessons_per_week", "max_lessons_per_week", "n")
    for amount in goals.minutes_per_week:
        yield from _bounds("goals.minutes_per_week", amount, "min_minutes_per_week", "max_minutes_per_week", "minutes")
    for most in goals.lessons_per_day:
        yield _goal("goals.lessons_per_day", most, kind="max_lessons_per_day", n=most.most)
    for most in goals.days_per_week:
        yield _goal("goals.days_per_week", most, kind="max_days", n=most.most)
    for least in goals.subject_minimum:
        yield _goal("goals.subject_minimum", least, kind="require_subject", subjects=least.subjects, min=least.least)
    for only in goals.only_subjects:
        yield _goal("goals.only_subjects", only, kind="only_subjects", subjects=only.subjects)
    for span in goals.coach_at_first_lesson:
        yield _goal("goals.coach_at_first_lesson", span, kind="coach_at_first_lesson")
    for span in goals.coach_at_every_lesson:
        yield _goal("goals.coach_at_every_lesson", span, kind="coach_all_lessons")
    yield from _pace(goals)


def _pace(goals: Goals) -> Iterator[AnyNeed]:
    growth = goals.growth_per_step
    if growth.lessons is not None:
        yield _goal("goals.growth_per_step", Span(), kind="max_growth", n=growth.lessons)
    if growth.minutes is not None:
        yield _goal("goals.growth_per_step", Span(), kind="max_growth_minutes", minutes=growth.minutes)
    if goals.full_return is not None:
        back = Span(first_step=goals.full_return.from_step)
        excepted = goals.full_return.except_subjects
        yield _goal("goals.full_return", back, kind="full_restore", except_subjects=excepted)
    if goals.nothing_removed:
        yield _goal("goals.nothing_removed", Span(), kind="no_removal")


def _bounds(ref: str, amount: Amount, least_kind: str, most_kind: str, unit: str) -> Iterator[AnyNeed]:
    if amount.least is not None:
        yield _goal(ref, amount, kind=least_kind, **{unit: amount.least})
    if amount.most is not None:
        yield _goal(ref, amount, kind=most_kind, **{unit: amount.most})


def _goal(ref: str, span: Span, **fields: Any) -> AnyNeed:
    return NEED.validate_python(
        {
            "id": f"{ref}:{fields['kind']}",
            "origin": Origin(source=Source.GOAL, ref=ref, by=Respondent.COACH),
            "strength": Strength.HARD,
            "first_step": span.first_step,
            "last_step": span.last_step,
            "weeks": span.weeks,
            **fields,
        }
    )


def frame_needs(facts: CaseFacts) -> Iterator[AnyNeed]:
    """What the coach's hours and the bus bind, and how much of the coach's week there is."""
    if facts.coach.hours:
        yield CoachAvailability(
            id=NeedId("coach.hours:coach_availability"),
            origin=Origin(source=Source.COACH, ref="coach.hours", by=Respondent.COACH),
            strength=Strength.FRAME,
        )
    if facts.coach.minutes_per_week is not None:
        yield CoachMinutes(
            id=NeedId("coach.minutes_per_week:coach_minutes"),
            origin=Origin(source=Source.COACH, ref="coach.minutes_per_week", by=Respondent.COACH),
            strength=Strength.FRAME,
            minutes=facts.coach.minutes_per_week,
        )
    for times in facts.travel.times:
        yield TravelTimes(
            id=NeedId("travel:travel_times"),
            origin=Origin(source=Source.TRAVEL, ref="travel", by=Respondent.COACH),
            strength=Strength.FRAME,
            first_step=times.first_step,
            last_step=times.last_step,
            weeks=times.weeks,
            arrivals=times.arrivals,
            departures=times.departures,
            minutes_to_room=times.minutes_to_room,
        )


def default_needs(facts: CaseFacts, timetable: Timetable, last_step: int) -> Iterator[AnyNeed]:
    """What every plan aims at unless told otherwise: some lesson at the end, and eligibility kept alive."""
    known = {subject.casefold() for subject in facts.eligibility_subjects}
    subjects = tuple(subject for subject in timetable.subjects if subject.casefold() in known)
    if subjects:
        yield KeepEligibility(
            id=NeedId("eligibility_subjects:keep_eligibility"),
            origin=Origin(source=Source.DEFAULT, ref="eligibility_subjects", by=Respondent.SCHOOL),
            strength=Strength.WISH_1,
            subjects=subjects,
        )
    yield MinLessonsPerWeek(
        id=NeedId("default.lesson_in_last_step:min_lessons_per_week"),
        origin=Origin(source=Source.DEFAULT, ref="default.lesson_in_last_step", by=Respondent.COACH),
        strength=Strength.HARD,
        first_step=last_step,
        n=1,
    )


SMALLER_FIRST_VISIT_MINUTES = 30
"""How long the first visit is at most when the student said that the first step was too big. Our default."""

LEAST_VISIT_MINUTES = 15
"""The shortest visit that question TI4 knows."""


def smaller_first_step(question: str, choice: SmallerFirstStep, needs: Iterable[AnyNeed]) -> Iterator[AnyNeed]:
    """The first step that the student chose instead, after answering that the first one was too big.

    `needs` are those that the answers give: half the time is half of what they allowed at first.
    """
    if choice is SmallerFirstStep.PLACE_DOWN:
        yield _smaller(question, kind="no_lessons_yet")
        return
    yield _smaller(question, kind="max_lessons_per_week", n=1)
    if choice is SmallerFirstStep.HALF_TIME:
        bounds = [n.minutes for n in needs if isinstance(n, MaxVisitMinutes) and n.is_hard and n.holds_in(1)]
        half = min([*(bound // 2 for bound in bounds), SMALLER_FIRST_VISIT_MINUTES])
        yield _smaller(question, kind="max_visit_minutes", minutes=max(LEAST_VISIT_MINUTES, half))
    else:
        yield _smaller(question, kind="coach_all_lessons")
        yield _smaller(question, kind="small_group_first")


def _smaller(question: str, **fields: Any) -> AnyNeed:
    origin = Origin(source=Source.ANSWER, ref=question)
    paperwork = {"id": f"{question}:{fields['kind']}", "origin": origin, "strength": Strength.HARD_NOW, "last_step": 1}
    return NEED.validate_python({**paperwork, **fields})
