"""The question bank's own words, which it has in every language itself, in the language spoken."""

from __future__ import annotations

from questionnaire.items import Text
from wording.language import Language, current_language


def said_in(text: Text, language: Language | None = None) -> str:
    """The text in that language; without one, in the language spoken."""
    return text.en if (language or current_language()) == "en" else text.sv
