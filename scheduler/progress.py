"""What can be told of a search while it goes on: how far it has come, and the best plan so far."""

from __future__ import annotations

from collections.abc import Callable

from planning.frozen import Frozen
from planning.plan import Plan


class Progress(Frozen):
    """Where a search stands. `done` of `of` packs of tiers are settled."""

    done: int
    of: int
    best: Plan | None = None
    """The best plan so far; it has passed every check. None while only the numbers have changed."""


Watch = Callable[[Progress], None]
"""Is told of every plan that is better than the one before, and of every pack of tiers that is settled."""


def nobody(_: Progress) -> None:
    """Nobody is watching."""
