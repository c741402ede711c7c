"""Keeps words that tell of health, medicine, family or social matters out of documents that become public, and words
that call absence voluntary.

The words are data (`telling_words.toml`). What people have written freely is looked through before it is printed;
names, dates and the school's own words are not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planning.decision import DocumentFacts

_FILE = Path(__file__).with_name("telling_words.toml")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_NOT_FREE_TEXT = frozenset(
    {
        "provider", "unit", "unit_code", "form", "class_name", "school_year", "principal", "first_name", "full_name",
        "name", "guardian", "person", "coach", "organisation", "reference", "function", "interpreter", "kind",
        "subject", "channel", "passed", "who",
    }
)
"""Fields that hold names and the school's own words: a surname may well look like something else."""


class TellingPassage(NamedTuple):
    """Where in the facts something telling stands («measures.0.what»), and the words."""

    field: str
    words: tuple[str, ...]


class _Lists(NamedTuple):
    telling: re.Pattern[str]
    allowed: frozenset[str]


@cache
def _lists() -> _Lists:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    groups = [group for name, group in data.items() if name != "allowed"]
    stems = sorted({stem for group in groups for stem in group["stems"]}, key=len, reverse=True)
    whole = sorted({word for group in groups for word in group["whole"]})
    pattern = rf"\b(?:(?:{_either(stems)})\w*|(?:{_either(whole)})\b)"
    return _Lists(re.compile(pattern, re.IGNORECASE), frozenset(data["allowed"]["words"]))


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def telling_words(text: str) -> tuple[str, ...]:
    """The telling words of a text, as they stand, each once."""
    telling, allowed = _lists()
    found = (match.group() for match in telling.finditer(text))
    return tuple(dict.fromkeys(word for word in found if word.lower() not in allowed))


def telling_passages(facts: DocumentFacts) -> tuple[TellingPassage, ...]:
    """Every passage of the facts that cannot stand in a public document, for the coach to write anew."""
    dumped = facts.model_dump()
    return tuple(TellingPassage(at, words) for at, text in _free_texts(dumped) if (words := telling_words(text)))


def _free_texts(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _NOT_FREE_TEXT:
                yield from _free_texts(part, f"{at}.{name}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from _free_texts(part, f"{at}.{number}")


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
        return {name: part if name in _NOT_FREE_TEXT else _guarded(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        kept = (_guarded(part) for part in value)
        return tuple(part for part in kept if part != "")
    return value
