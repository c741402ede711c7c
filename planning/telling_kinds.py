"""What a word that must not stand in a public document tells of."""

from __future__ import annotations

from enum import StrEnum


class Telling(StrEnum):
    """What a word tells of."""

    HEALTH = "health"
    MEDICINE = "medicine"
    FAMILY = "family"
    SOCIAL = "social"
    HARM = "harm"
    """What others have done to the student."""
    BLAME = "blame"
    """It puts the absence on the student."""
    REDUCTION = "reduction"
    """It calls absence voluntary."""
    OTHERS = "others"
    """It names another student."""
