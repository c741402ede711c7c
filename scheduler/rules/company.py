"""Wishes that some of a week's lessons be of a kind: with somebody trusted, in a good room, with a friend."""

from __future__ import annotations

from collections.abc import Callable

from planning.visits import Visit
from scheduler.model import Posting, Week


def post_some_of_these(posting: Posting, week: Week, is_wished: Callable[[Visit], bool]) -> None:
    """A week with lessons has one of the wished kind; beyond that, wished lessons come early among equals."""
    wished = [c.taken for c in week.choices if is_wished(c.visit)]
    for choice in week.choices:
        if not is_wished(choice.visit):
            posting.if_then_any(choice.taken, wished)
    for taken in wished:
        posting.model.lose_shape(week, 1, taken.negated())
