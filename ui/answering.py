"""The answer that a rektor is giving in this tab."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from casework.answer_drafts import AnswerDraft


@dataclass
class Answering:
    """What the fields began with, what has been typed in them since, and whether it is being confirmed."""

    draft: AnswerDraft
    typed: dict[str, Any] = field(default_factory=dict)
    """By field: what is typed is here at once, also when the field is not drawn any more."""
    confirms: bool = False

    @property
    def now(self) -> AnswerDraft:
        """All that is written."""
        return self.draft.model_copy(update=self.typed)
