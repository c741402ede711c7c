"""How easy a Swedish text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import mean


def words(text: str) -> list[str]:
    """The words of a text; «{n}» and figures are words too."""
    return re.findall(r"[\wåäöÅÄÖé{}:-]+", text)


def lix(sentences: Iterable[str]) -> float:
    """LIX (Björnsson 1968): words a sentence, and the percentage of words longer than six letters."""
    read = [words(sentence) for sentence in sentences]
    every = [word for sentence in read for word in sentence]
    return mean(map(len, read)) + 100 * sum(len(word) > 6 for word in every) / len(every)
