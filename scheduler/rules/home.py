"""Needs about the morning: arranged around the lessons, they bind none of them."""

from __future__ import annotations

from planning.needs import HomeNeed
from scheduler.model import Model


def post(need: HomeNeed, model: Model) -> None:
    """Put nothing into the model here: waking up comes with its offer (`scheduler.items`)."""
