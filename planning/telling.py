"""Words that tell of health, medicine, family or social matters, of others' doings or other students, where they stand
in the facts of a document that becomes public.

One list (`rulesets/telling_words.toml`) and one search: rule D1r tells the coach before anything is printed, and
`exports.language_guard` takes the sentence away where somebody prints it all the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from planning.decision import DocumentFacts
from planning.local_rules import LocalWords, local_rules
from planning.ruleset_files import RULESETS
from planning.telling_kinds import Telling as Telling

_FILE = RULESETS / "telling_words.toml"
NOT_FREE_TEXT = frozenset(
    {
        "provider", "unit", "unit_code", "form", "class_name", "school_year", "principal", "first_name", "full_name",
        "name", "guardian", "person", "coach", "organisation", "reference", "function", "interpreter", "kind",
        "subject", "subjects", "channel", "passed", "who", "by", "rule", "workplace", "supervisor", "school_contact",
        "new_unit",
    }
)
"""Fields that hold names and the school's own words: a surname may well look like something else."""


class TellingWord(NamedTuple):
    """A word as it stands, and what it tells of."""

    word: str
    tells: Telling


class TellingPassage(NamedTuple):
    """Where in the facts something telling stands («measures.0.what»), and the words."""

    field: str
    words: tuple[str, ...]


class _Lists(NamedTuple):
    telling: re.Pattern[str]
    allowed: frozenset[str]
    others: re.Pattern[str]


Own = tuple[tuple[Telling, LocalWords], ...]
"""The installation's own words, by what they tell of."""


@lru_cache(maxsize=2)
def _lists(own: Own) -> _Lists:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    groups: dict[Telling, Any] = {kind: data[kind] for kind in Telling if kind is not Telling.OTHERS}
    for kind, words in own:
        group = groups[kind]
        groups[kind] = {"stems": [*group["stems"], *words.stems], "whole": [*group["whole"], *words.whole]}
    stems = sorted(((stem, kind) for kind, group in groups.items() for stem in group["stems"]), key=_longest_first)
    whole = sorted(((word, kind) for kind, group in groups.items() for word in group["whole"]), key=_longest_first)
    parts = [f"(?P<{kind}_s>(?:{_either(stems, kind)})\\w*)" for kind in groups if _either(stems, kind)]
    parts += [f"(?P<{kind}_w>(?:{_either(whole, kind)})\\b)" for kind in groups if _either(whole, kind)]
    before = "|".join(map(re.escape, data["others"]["before_a_name"]))
    return _Lists(
        telling=re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE),
        allowed=frozenset(data["allowed"]["words"]),
        others=re.compile(rf"\b(?i:{before})[^\S\n]+(?:[A-ZÅÄÖ][\w-]+)"),
    )


def _longest_first(entry: tuple[str, Telling]) -> tuple[int, str]:
    return -len(entry[0]), entry[0]


def _either(words: Iterable[tuple[str, Telling]], kind: Telling) -> str:
    return "|".join(re.escape(word) for word, of in words if of is kind)


def words_that_tell(text: str) -> tuple[TellingWord, ...]:
    """The telling words of a text, as they stand and in their order, each once, with what they tell of."""
    lists = _lists(tuple(sorted(local_rules().words.items())))
    found = [(m.start(), TellingWord(m.group(), _kind(m))) for m in lists.telling.finditer(text)]
    kept = [(at, word) for at, word in found if word.word.lower() not in lists.allowed]
    named = [(m.start(), TellingWord(m.group(), Telling.OTHERS)) for m in lists.others.finditer(text)]
    return tuple(dict.fromkeys(word for _, word in sorted((*kept, *named))))


def _kind(match: re.Match[str]) -> Telling:
    assert match.lastgroup
    return Telling(match.lastgroup.rpartition("_")[0])


def telling_words(text: str) -> tuple[str, ...]:
    """The telling words of a text, as they stand, each once."""
    return tuple(dict.fromkeys(found.word for found in words_that_tell(text)))


def telling_passages(facts: DocumentFacts) -> tuple[TellingPassage, ...]:
    """Every passage of the facts that cannot stand in a public document, for the coach to write anew."""
    return tuple(TellingPassage(at, words) for at, text in free_texts(facts) if (words := telling_words(text)))


def free_texts(facts: DocumentFacts) -> Iterator[tuple[str, str]]:
    """Everything that people have written freely, with the field that it stands in; nothing that is empty."""
    return _free_texts(facts.model_dump())


def _free_texts(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value:
            yield at, value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_FREE_TEXT:
                yield from _free_texts(part, f"{at}.{name}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from _free_texts(part, f"{at}.{number}")
