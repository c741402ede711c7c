"""A correction of what is written about somebody, as it is kept beside what it corrected (GDPR art. 16)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from planning.frozen import Frozen

LONGEST_REASON = 400
"""Letters (our default: a few sentences)."""

WhyCorrected = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_REASON)]


class Correction(Frozen):
    """Something that was wrong has been put right. What stood there before is the version before."""

    at: AwareDatetime
    """When."""
    by: str = Field(min_length=1, max_length=36)
    """The id of who did it, which is no name."""
    fields: tuple[str, ...] = Field(min_length=1)
    """What was put right, by its place («document.school.unit»)."""
    reason: WhyCorrected
    """Why, in the words of whoever did it."""
    issued_again: tuple[str, ...] = ()
    """The documents that had been made with the old value, by kind: to be made and handed out again."""
