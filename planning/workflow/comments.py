"""What a rektor writes about one lesson, one step or one subject of the proposal that was sent."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.timetable import WeekLabel

LONGEST_COMMENT = 4000
"""Letters of one comment, as of a note of a move. Our default."""
MOST_COMMENTS = 40
"""Of one answer. Our default."""


class LessonComment(Frozen):
    """A comment, and what of the sent proposal it is about. Without a lesson and a subject it is about a step."""

    step: int = Field(default=0, ge=0)
    """The step that it was written in; 0: the whole plan."""
    week: WeekLabel = ""
    """The week of the step, by its label in the timetable."""
    lesson: str = ""
    """The lesson's id in the timetable that was sent; empty: it is about a step, a subject or the whole plan."""
    subject: Annotated[str, StringConstraints(max_length=200)] = ""
    """What the lesson is called there, or the subject that it is about."""
    weekday: WeekdayField | None = None
    start: ClockTime | None = None
    """When the lesson begins there, so that it can be told without the timetable."""
    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_COMMENT)]

    @property
    def about(self) -> tuple[int, str, str, str]:
        """What it is about: a second comment of the same takes the place of the first."""
        return self.step, self.week, self.lesson, self.subject
