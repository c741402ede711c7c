"""Needs about friends, and about students whom it is hard to meet, as constraints."""

from __future__ import annotations

from typing import assert_never

from planning.encounters import at_the_door
from planning.needs import AvoidGroup, FriendNeed, WithFriend
from planning.timetable import Lesson
from planning.visits import Visit
from scheduler.model import Model, Posting
from scheduler.rules.company import post_some_of_these


def post(need: FriendNeed, model: Model) -> None:
    """Put the need into the model."""

    def is_shared(visit: Visit) -> bool:
        return not need.groups or _is_theirs(visit.lesson, need)

    posting = Posting(model, need)
    for week in model.weeks_of(need):
        match need:
            case WithFriend():
                post_some_of_these(posting, week, is_shared)
            case AvoidGroup():
                for choice in week.choices:
                    if _is_theirs(choice.visit.lesson, need) or _meets_them(need, choice.visit, model):
                        posting.never_together(choice.taken)
            case _:
                assert_never(need)


def _is_theirs(lesson: Lesson, need: FriendNeed) -> bool:
    return any(group in need.groups for group in (*lesson.groups, lesson.part_of_group))


def _meets_them(need: AvoidGroup, visit: Visit, model: Model) -> bool:
    passing = at_the_door(model.problem.timetable, visit, need.doorway_minutes)
    return any(_is_theirs(lesson, need) for lesson in passing)
