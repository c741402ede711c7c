"""Naming a group that is not there: the error carries the nearest names that are."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from planning.errors import BadInput

_NEAREST = 5


def no_such_group(asked: str, groups: Sequence[str], name: str) -> BadInput:
    """`BadInput("no_such_group")` with `nearest`: up to five names that look like it, otherwise the first five."""
    shown = asked[:200]
    nearest = get_close_matches(shown, list(dict.fromkeys(groups))[:2000], n=_NEAREST, cutoff=0.5)
    return BadInput("no_such_group", file=name, field="group", group=shown, nearest=tuple(nearest or groups[:_NEAREST]))
