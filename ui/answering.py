"""The answer that a rektor is giving in this tab."""

from __future__ import annotations

from dataclasses import dataclass

from casework.answer_drafts import AnswerDraft


@dataclass
class Answering:
    """What the form began with, and whether it is being confirmed."""

    draft: AnswerDraft
    confirms: bool = False
