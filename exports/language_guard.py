"""Keeps words that tell of health, medicine, family or social matters out of documents that become public, and words
that call absence voluntary.

The words and the search for them are `planning.telling`'s, which tells the coach beforehand. What people have written
freely is looked through here before it is printed; names, dates and the school's own words are not.
"""

from __future__ import annotations

import re
from typing import Any

from planning.decision import DocumentFacts
from planning.telling import NOT_FREE_TEXT
from planning.telling import TellingPassage as TellingPassage
from planning.telling import telling_passages as telling_passages
from planning.telling import telling_words as telling_words

_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def without_telling_sentences(text: str) -> str:
    """The text without the sentences that hold a telling word."""
    return " ".join(sentence for sentence in _SENTENCES.split(text) if not telling_words(sentence))


def guarded(facts: DocumentFacts) -> DocumentFacts:
    """The facts without telling sentences: what is taken away becomes a line for the school to fill in."""
    return DocumentFacts.model_validate(_guarded(facts.model_dump()))


def _guarded(value: Any) -> Any:
    if isinstance(value, str):
        return without_telling_sentences(value)
    if isinstance(value, dict):
        return {name: part if name in NOT_FREE_TEXT else _guarded(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        kept = (_guarded(part) for part in value)
        return tuple(part for part in kept if part != "")
    return value
