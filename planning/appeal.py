"""Until when a decision can be appealed."""

from __future__ import annotations

import datetime as dt

from planning.public_holidays import next_weekday

DAYS_TO_APPEAL = 21
"""Three weeks from the day that one got the decision (förvaltningslagen 44 §)."""


def appeal_by(received: dt.date, days: int = DAYS_TO_APPEAL) -> dt.date:
    """The last day on which an appeal must have come in to the school.

    A last day on a Saturday, Sunday, public holiday or one of the three eves moves to the next weekday (lagen 1930:173
    2 §; that it is so here is our reading).
    """
    return next_weekday(received + dt.timedelta(days=days))
