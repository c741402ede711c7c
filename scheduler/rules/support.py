"""Support: arranged around the lessons, it binds none of them."""

from __future__ import annotations

from planning.needs import SupportNeed
from scheduler.model import Model


def post(need: SupportNeed, model: Model) -> None:
    """Put nothing into the model: support moves no lesson."""
