"""LIX, a Swedish measure of how heavy a text is to read (Björnsson 1968): to 40 easy, from 50 heavy.

LIX = words per sentence + percent of words with more than six letters. Here a sentence ends at a full stop, an
exclamation or question mark, a colon or the end of a line, and a number counts as a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

LONG_WORD_LETTERS = 7
_SENTENCES = re.compile(r"[.!?:]+(?=\s|$)|\n")
_WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Counted(NamedTuple):
    """What LIX is made of."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int:
        """LIX, a whole number; 0 without words."""
        if not self.words:
            return 0
        return round(self.words / max(1, self.sentences) + 100 * self.long_words / self.words)


def counted(texts: Iterable[str]) -> Counted:
    """The words, sentences and long words of texts taken together; a text ends its last sentence."""
    sentences = [words for text in texts for part in _SENTENCES.split(text) if (words := _WORDS.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    return Counted(len(words), len(sentences), sum(len(word) >= LONG_WORD_LETTERS for word in words))
