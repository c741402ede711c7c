"""What a rektor has written of an answer so far: kept as it is written, so that neither a reload nor a log-in loses it.

It is tied to the very document that was sent, and is its writer's own: nobody else is shown it, and what is answered is
what was said when the answer was given. Rows are only added; the newest of the same writer and document counts.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from casework.guarded import allows, changing, looking, verb
from planning.access import Action
from planning.decided import Ruling, Written
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.workflow.comments import MOST_COMMENTS, LessonComment
from planning.workflow.moves import LONGEST_NOTE, MOST_POINTS, Given, Text
from storage import schema
from storage.reading import Reader
from storage.records import CaseId, Record
from storage.store import CaseStore

LONGEST_NAME = 120
LONGEST_REFERENCE = 60


class AnswerDraft(Frozen):
    """An answer that is being written on the document of that hash."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    ruling: Ruling | None = None
    reasons: Text = ""
    points: Text = ""
    """What is to be completed, a line each."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    decided_by: Annotated[str, StringConstraints(max_length=LONGEST_NAME)] = ""
    reference: Annotated[str, StringConstraints(max_length=LONGEST_REFERENCE)] = ""
    comments: tuple[LessonComment, ...] = Field(default=(), max_length=MOST_COMMENTS)

    @property
    def is_begun(self) -> bool:
        """Whether anything is written or chosen."""
        return self.ruling is not None or bool(self.reasons or self.points or self.comments)

    def with_comment(self, comment: LessonComment) -> AnswerDraft:
        """With the comment in the place of one about the same, else last. The newest forty are kept."""
        others = tuple(one for one in self.comments if one.about != comment.about)
        at = next((n for n, one in enumerate(self.comments) if one.about == comment.about), len(others))
        told = (*others[:at], comment, *others[at:])
        return self.model_copy(update={"comments": told[-MOST_COMMENTS:]})

    def without_comment(self, comment: LessonComment) -> AnswerDraft:
        """Without the comment about that."""
        kept = tuple(one for one in self.comments if one.about != comment.about)
        return self.model_copy(update={"comments": kept})

    def given(self, on: dt.date) -> Given:
        """The answer as it is given that day. Raises `NotAllowed` while nothing is chosen."""
        if self.ruling is None:
            raise NotAllowed("nothing_chosen")
        lines = tuple(line.strip() for line in self.points.splitlines() if line.strip())
        is_return = self.ruling is Ruling.RETURNED
        written = Written(
            ruling=self.ruling, reasons=self.reasons, decided_on=on, decided_by=self.decided_by,
            valid_from=None if is_return else self.valid_from, valid_to=None if is_return else self.valid_to,
            reference=self.reference,
        )  # fmt: skip
        says_lessons = self.ruling in (Ruling.RETURNED, Ruling.WITH_CHANGES)
        return Given(
            sha256=self.sha256, written=written, points=lines[:MOST_POINTS] if is_return else (),
            comments=self.comments if says_lessons else (), note=self.reasons[:LONGEST_NOTE] if is_return else "",
        )  # fmt: skip


DRAFTS: Record[AnswerDraft] = Record(schema.answer_drafts, AnswerDraft)


@verb(Action.COMMENT)
def save_draft(store: CaseStore, case_id: CaseId, draft: AnswerDraft) -> None:
    """Keeps what is written so far; the same twice in a row is kept once. Raises `NotAllowed`.

    Only for one who could give the answer now.
    """
    with changing(store, case_id) as (writer, row, at):
        standing = writer.standings((row,), at)[case_id]
        if not allows(writer, standing, row, Action.DECIDE):
            raise NotAllowed("not_yours_to_do", action=Action.DECIDE.value)
        if own_draft(writer, case_id, draft.sha256) != draft:
            writer.add(DRAFTS, case_id, draft, at)


@verb(Action.COMMENT)
def my_draft(store: CaseStore, case_id: CaseId, sha256: str) -> AnswerDraft:
    """What the actor has written on the document of that hash; an empty one where nothing is."""
    with looking(store, case_id) as (reader, _):
        return own_draft(reader, case_id, sha256)


def own_draft(reader: Reader, case_id: CaseId, sha256: str) -> AnswerDraft:
    """The same for those who have asked already whether they may."""
    mine = (one.noun for one in reversed(reader.every(DRAFTS, case_id)) if one.by == reader.actor.user)
    return next((one for one in mine if one.sha256 == sha256), AnswerDraft(sha256=sha256))
