"""Needs about the morning and home."""

from __future__ import annotations

from typing import ClassVar, Literal

from planning.needs.base import Disclosure, NeedBase


class MorningHelp(NeedBase):
    """Help with the morning, only in the ways the student has ticked."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["morning_help"] = "morning_help"
    ways: tuple[str, ...]
    """Ways by their box in the questionnaire."""
