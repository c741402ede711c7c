"""Why a rule of procedure or protection has nothing to say of a case: not asked is not the same as met."""

from __future__ import annotations

from enum import StrEnum

from planning.law.verdicts import Finding, Standing


class NotAsked(StrEnum):
    """The reason that the rule is not asked."""

    NOT_DECIDED = "not_decided"
    """It is about a decision, and none has come back."""
    RETURNED = "returned"
    """The proposal was sent back: nothing is decided."""
    NOT_BEGUN = "not_begun"
    """It is about a plan that has begun."""
    UNDER_AGE = "under_age"
    """The student is not yet a party of her or his own."""
    NO_NEED = "no_need"
    """Nobody needs it."""
    SAME_TIMES = "same_times"
    """The days begin and end as they do for the class."""
    TOO_LITTLE_TEXT = "too_little_text"
    """So little is written that it cannot be measured."""
    NO_EARLIER_DECISION = "no_earlier_decision"
    """No earlier decision holds."""
    NO_MOVE = "no_move"
    """No change of school is written down."""
    NOT_PROTECTED = "not_protected"
    """The student has no protected identity."""


def not_asked(because: NotAsked) -> Finding:
    """The finding of a rule that is not asked."""
    return Finding(Standing.NOT_ASKED, {"because": because.value})
