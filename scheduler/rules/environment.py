"""Needs about rooms and places as constraints."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AvoidPlace,
    AvoidRoom,
    EnvironmentNeed,
    PlaceLadder,
    SafeRoom,
    SmallGroupFirst,
    StartElsewhere,
)
from planning.needs.environment import CLASSROOM
from planning.timetable import Lesson
from scheduler.model import Model, Posting
from scheduler.rules.company import post_some_of_these
from scheduler.rules.hand import post_small_room


def post(need: EnvironmentNeed, model: Model) -> None:
    """Put the need into the model.

    A small group first binds no choice but where the setting is settled by hand: which setting a lesson is met in
    follows from when it is taken up, and the plan is read off so (`scheduler.reading`). Nor does the ladder into
    school: it shapes contacts.
    """
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        match need:
            case SafeRoom():
                post_some_of_these(posting, week, lambda v: not set(v.lesson.rooms).isdisjoint(need.rooms))
            case AvoidRoom() | AvoidPlace() | StartElsewhere():
                for choice in week.choices:
                    if _rules_out(need, choice.visit.lesson, model):
                        posting.never_together(choice.taken)
                if isinstance(need, AvoidPlace) and CLASSROOM in need.places:
                    post_small_room(posting, week, only_new=False)
            case SmallGroupFirst():
                post_small_room(posting, week, only_new=True)
            case PlaceLadder():
                return
            case _:
                assert_never(need)


def _rules_out(need: AvoidRoom | AvoidPlace | StartElsewhere, lesson: Lesson, model: Model) -> bool:
    match need:
        case AvoidRoom(rooms=rooms):
            return any(room in rooms for room in lesson.rooms)
        case AvoidPlace(places=places):
            known = [model.problem.places[p] for p in places if p in model.problem.places]
            return any(lesson.subject in use.subjects or set(lesson.rooms) & set(use.rooms) for use in known)
        case StartElsewhere():
            return True
