"""Needs about friends as wishes."""

from __future__ import annotations

from planning.needs import FriendNeed
from planning.visits import Visit
from scheduler.model import Model, Posting
from scheduler.rules.company import post_some_of_these


def post(need: FriendNeed, model: Model) -> None:
    """Put the need into the model."""

    def is_shared(visit: Visit) -> bool:
        return not need.groups or any(g in need.groups for g in (*visit.lesson.groups, visit.lesson.part_of_group))

    posting = Posting(model, need)
    for week in model.weeks_of(need):
        post_some_of_these(posting, week, is_shared)
