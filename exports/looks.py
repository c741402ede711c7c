"""How things in a week are told apart: a tint and a pattern each."""

from __future__ import annotations

from enum import StrEnum


class Look(StrEnum):
    """How something in a week looks: a tint and a pattern, so that it can be told apart in grey."""

    LANGUAGE = "language"
    MATHEMATICS = "mathematics"
    SCIENCE = "science"
    SOCIETY = "society"
    ARTS = "arts"
    SPORTS = "sports"
    OTHER = "other"
    COACH = "coach"
    LUNCH = "lunch"
