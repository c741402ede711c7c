"""The question bank's own words: in Swedish and English it has them itself, in others the catalogue has them."""

from __future__ import annotations

from questionnaire.items import Text
from wording.language import Language, current_language, translated


def said_in(text: Text, language: Language | None = None) -> str:
    """The text in that language; without one, in the language spoken. What no catalogue has stays Swedish."""
    match language or current_language():
        case "en":
            return text.en
        case "sv":
            return text.sv
        case other:
            return translated(text.sv, other)
