"""The proposal as it left for the school: what may be told of the plan, and the file itself, kept as they were.

It is made by taking in from the public view (`planning.public_plan`), never by leaving out, so that whoever reads it in
the app can meet nothing that the printed proposal does not say. No answer, need's origin or teacher is among it.
"""

from __future__ import annotations

import base64

from pydantic import Field

from planning.clock import ClockTime, WeekdayField
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.public_plan import PublicPlan
from planning.timetable import LessonId, WeekLabel


class ClassLesson(Frozen):
    """A lesson of the class's own week, without who teaches it."""

    id: LessonId
    subject: str
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    room: str = ""


class SeenWeek(Frozen):
    """Beside a week of the public plan: which lessons of the timetable it has, and the class's own week."""

    week: WeekLabel = ""
    """As the school calls it; empty where every week is the same or the label would tell of a home."""
    lessons: tuple[LessonId, ...]
    """The ids of the public week's lessons, in their order."""
    whole: tuple[ClassLesson, ...]


class LawLine(Frozen):
    """How the plan goes with one rule of law, in the words that were printed."""

    code: str
    group: str
    """What it asks for (`wording.law.LawGroup`), by its code."""
    title: str
    said: str
    source: str


class SentProposal(Frozen):
    """A proposal made for real: by its bytes known to be what was sent."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    version: int = Field(ge=1)
    pdf: str
    """The file, in base64."""
    public: PublicPlan
    """Without its stories: what a need asks for can tell who and where, so of these only the words are kept."""
    support: tuple[str, ...] = ()
    """What is arranged around the lessons, in the words that were printed."""
    facts: DocumentFacts
    """As they are printed: without telling sentences, and without places where the identity is protected."""
    weeks: tuple[tuple[SeenWeek, ...], ...]
    """For every week of every step of `public`, in the same order."""
    lost: tuple[tuple[str, int], ...] = ()
    """Minutes of teaching that the plan leaves out of each subject."""
    law: tuple[LawLine, ...] = ()

    @property
    def file(self) -> bytes:
        """The very bytes that were sent."""
        return base64.b64decode(self.pdf)
