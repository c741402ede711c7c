"""Whose turn it is to answer, and how the questions are left."""

from __future__ import annotations

from enum import StrEnum

from planning.needs.base import Respondent


class Turn(StrEnum):
    """Who answers, and who is beside."""

    TOGETHER = "together"
    """The student, with the coach beside."""
    ALONE = "alone"
    """The student has the screen; nothing else of the app can be opened."""
    ADULT = "adult"
    """An adult fills in what the student is asked. It counts as the adult's picture (`method.md` E10)."""
    GUARDIAN = "guardian"
    """The guardians, in their own form."""
    FOR_GUARDIANS = "for_guardians"
    """The coach fills in the guardians' form for them, by telephone. They can answer themselves later."""

    @property
    def asks_guardians(self) -> bool:
        """Whether it is the guardians' form that is filled in."""
        return self in (Turn.GUARDIAN, Turn.FOR_GUARDIANS)

    @property
    def respondent(self) -> Respondent:
        """Whose the answers are."""
        match self:
            case Turn.GUARDIAN:
                return Respondent.GUARDIAN
            case Turn.ADULT | Turn.FOR_GUARDIANS:
                return Respondent.COACH
            case _:
                return Respondent.STUDENT


class Left(StrEnum):
    """How the questions were left."""

    PAUSE = "pause"
    END = "end"
    HAND_OVER = "hand_over"
    """The student wants the screen."""
