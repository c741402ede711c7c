"""Support: what has a time in the week is put there by `scheduler.items`, with the items that a plan must have."""

from __future__ import annotations

from planning.needs import SupportNeed
from scheduler.model import Model


def post(need: SupportNeed, model: Model) -> None:
    """Put nothing into the model here: support itself moves no lesson, and items come with their offers."""
