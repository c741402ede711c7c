"""The catalogues say all that the source says, and nothing else."""

from __future__ import annotations

import re

import pytest

from wording.catalogue import (
    messages_in_source,
    missing,
    placeholders,
    read_catalogue,
    unused,
    with_other_placeholders,
)
from wording.language import LANGUAGES, SOURCE_LANGUAGE, Language

TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
NEVER_SAID = re.compile(
    r"hemmasitt|skolk(a|ar|ade|at|are|aren|ning)?\b|vägrar(e|en|na)\b|truan|school refus|risknivå|risk level",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: Language) -> None:
    """`python -m wording.catalogue` adds those that are missing, to be filled in."""
    assert sorted(missing(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(language: Language) -> None:
    """`python -m wording.catalogue` takes out what nobody says any more."""
    assert sorted(unused(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_placeholders(language: Language) -> None:
    """What the program fills in has the same names in every language."""
    assert sorted(with_other_placeholders(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_shames_or_scores(language: Language) -> None:
    """Neither the Swedish nor its translation has a word that the house never says."""
    translated = {text for entry in read_catalogue(language) for text in _texts(entry.string)}
    assert [text for text in messages_in_source() | translated if NEVER_SAID.search(text)] == []


def test_placeholders_are_the_names_within_braces() -> None:
    """Formats belong to the translation; doubled braces are braces."""
    assert placeholders("{hour:02d}.{minute:02d} {{page}}") == {"hour", "minute"}


def _texts(string: object) -> list[str]:
    return [string] if isinstance(string, str) else [str(part) for part in string or ()]  # type: ignore[attr-defined]  # babel gives a list here
