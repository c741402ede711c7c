"""Learning beside the class's lessons: one to one at a place to begin at, help with what was missed, at a distance."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import ItemKind
from planning.needs import (
    BeginWith,
    MaxLessonsPerDay,
    MaxVisitMinutes,
    NoLessonsYet,
    StartElsewhere,
    Support,
    SupportKind,
    WeeklyItem,
)
from planning.offers.base import SCHOOL_WEEK, Anchor, DayWindow, Offer, holding, offer_of
from planning.problem import Problem
from planning.timetable import WeekLabel

AFTERNOON = (13 * 60, 16 * 60)
"""When there is help at school with what was missed. Our default."""

MORNING_TO_AFTERNOON = (10 * 60, 15 * 60)
"""When there is teaching at a place to begin at. Our default."""


def learning_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What there is to learn in that week beside the class's lessons, and what the coach has written in."""
    held = tuple(holding(problem, step, week))
    may_speak_of_school = not any(isinstance(need, NoLessonsYet) for need in held)
    is_capped = any(isinstance(n, MaxVisitMinutes | MaxLessonsPerDay) and n.is_hard for n in held)
    for need in held:
        match need:
            case StartElsewhere() if may_speak_of_school:
                yield _at_the_stopover(need, problem)
            case Support(item=SupportKind.CATCH_UP) if not is_capped and step > 1:
                yield offer_of(
                    ItemKind.HOMEWORK_TIME, need, Anchor.FREE, a_week=1, windows=_days(AFTERNOON),
                    subject=need.choices[0] if need.choices else "",
                )  # fmt: skip
            case Support(item=SupportKind.LESSON_FROM_HOME) if step < len(problem.steps):
                yield offer_of(ItemKind.DISTANCE_TIME, need, Anchor.FREE, a_week=1, windows=_days(MORNING_TO_AFTERNOON))
            case WeeklyItem():
                yield _written_in(need)
            case _:
                pass


def _days(hours: tuple[int, int]) -> tuple[DayWindow, ...]:
    return tuple(DayWindow(weekday=day, start=hours[0], end=hours[1]) for day in SCHOOL_WEEK)


def _at_the_stopover(need: StartElsewhere, problem: Problem) -> Offer:
    """A lesson of one's own in a subject that the student would begin with; a while there where none was ticked."""
    liked = next((n.subjects[0] for n in problem.needs if isinstance(n, BeginWith) and n.subjects), "")
    kind = ItemKind.ONE_TO_ONE_STOPOVER if liked else ItemKind.LIBRARY_TIME
    place = need.places[0] if need.places else ""
    hours = _days(MORNING_TO_AFTERNOON)
    return offer_of(kind, need, Anchor.FREE, a_week=1, windows=hours, place=place, subject=liked)


def _written_in(need: WeeklyItem) -> Offer:
    windows = tuple(DayWindow(weekday=day, start=need.start, end=need.end) for day in need.weekdays or SCHOOL_WEEK)
    fields: dict[str, object] = {"minutes": need.minutes} if need.minutes else {}
    if need.carrier:
        fields["carrier"] = need.carrier
    return offer_of(
        need.item, need, Anchor.FREE, a_week=need.times_a_week, windows=windows, person=need.person, place=need.place,
        subject=need.subject, **fields,
    )  # fmt: skip
