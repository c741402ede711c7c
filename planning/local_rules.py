"""What a municipality says of its own where the law leaves it open: thresholds that are our default, and more words.

`regler.toml` in the data folder: an entry for each rule with other numbers (`[C8]`), and `[words.health]` for words
that must not stand in a public document beside the project's. What a statute says is not open: it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import Field, StringConstraints, ValidationError

from planning.errors import BadInput
from planning.frozen import Frozen
from planning.law.verdicts import LawRule, RuleLevel
from planning.local_files import read_local, tables_of
from planning.telling_kinds import Telling

LOCAL_FILE = "regler.toml"
WORDS = "words"
OPEN_TO = "C"
"""The confidence of what is inferred, or our default: that alone can be said otherwise here."""

Word = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=3, max_length=40)]


class LocalRule(Frozen):
    """Other numbers of one rule, and where they come from."""

    numbers: Mapping[str, Annotated[int, Field(ge=0, le=1000)]] = Field(min_length=1)
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
    """Which decision or guideline of the municipality they rest on."""


class LocalWords(Frozen):
    """Words of one kind. A stem matches every word that begins with it."""

    stems: tuple[Word, ...] = ()
    whole: tuple[Word, ...] = ()


class LocalRules(NamedTuple):
    """What is said otherwise here."""

    rules: Mapping[str, LocalRule] = {}
    words: Mapping[Telling, LocalWords] = {}


NOTHING = LocalRules()
OF_WORDS = tuple(kind for kind in Telling if kind is not Telling.OTHERS)
"""What own words can tell of; other students are found by the capital letter of their names."""


def is_open(rule: LawRule) -> bool:
    """Whether the rule has numbers that are not the law's."""
    return bool(open_numbers(rule))


def open_numbers(rule: LawRule) -> tuple[str, ...]:
    """The names of the numbers that can be said otherwise. Year groups move with the law itself."""
    if rule.confidence != OPEN_TO or rule.level is RuleLevel.HARD:
        return ()
    return tuple(name for name in rule.numbers if not name.endswith("_year"))


def with_local(rule: LawRule, local: LocalRules) -> LawRule:
    """The rule with the numbers and the source that are said here."""
    own = local.rules.get(rule.code)
    numbers = {name: number for name, number in own.numbers.items() if name in open_numbers(rule)} if own else {}
    if own is None or not numbers:
        return rule
    return rule.model_copy(update={"numbers": {**rule.numbers, **numbers}, "source": f"{rule.source}; {own.source}"})


def local_rules() -> LocalRules:
    """Those of this installation."""
    found: LocalRules = read_local(LOCAL_FILE, read_local_rules, NOTHING).value
    return found


def read_local_rules(text: str) -> LocalRules:
    """What that text says. Raises `BadInput` where it cannot be used; what is wrong is told by `casework.settings`."""
    tables = tables_of(text, LOCAL_FILE)
    words: Any = tables.pop(WORDS, {})
    try:
        return LocalRules(
            rules={code: LocalRule.model_validate(entry) for code, entry in tables.items()},
            words={kind: LocalWords.model_validate(words[kind]) for kind in OF_WORDS if kind in dict(words)},
        )
    except (ValidationError, ValueError, TypeError) as error:
        raise BadInput("ruleset", file=LOCAL_FILE, field="", problem=str(error)) from None
