"""The catalogues say all that the source says, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wording import catalogue
from wording.catalogue import (
    ROOT,
    begin,
    kept_languages,
    messages_for,
    messages_in_source,
    missing,
    placeholders,
    read_catalogue,
    refresh,
    source_files,
    source_messages,
    unused,
    with_other_placeholders,
)
from wording.language import Language

TRANSLATED = kept_languages()
"""Every language that stands in `locales/`."""
NO_PART_OF_THE_APP = {"tests", "benchmarks", "launch", "artefacts"}
SAYS = re.compile(r"\btrn?\(")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r""""([^"\\\n]*)"|'([^'\\\n]*)'|`([^`]*)`""")
SENTENCE = re.compile(r"[åäöÅÄÖ]|\b[A-Z][a-z]+ [a-z]+")
"""A letter that only Swedish has, or words one after the other of which the first begins a sentence."""
OF_STREAMLIT = {"Connection error"}
"""Looked for, so that it can be said in another language."""
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


def test_every_module_that_says_something_is_read() -> None:
    """A package that is new cannot say anything past the catalogues."""
    read = set(source_files())
    modules = [path for path in ROOT.glob("[a-z]*/**/*.py") if SAYS.search(path.read_text("utf-8"))]
    saying = [path for path in modules if path.relative_to(ROOT).parts[0] not in NO_PART_OF_THE_APP]
    assert len(saying) > 100
    assert [path for path in saying if path not in read] == []


def test_no_script_says_anything_of_its_own() -> None:
    """What a component says it has been given, so that it is said in the language spoken."""
    scripts = sorted((ROOT / "ui").rglob("*.js"))
    assert len(scripts) > 10
    said = [
        (script.name, text)
        for script in scripts
        for found in LITERAL.finditer(COMMENT.sub("", script.read_text("utf-8")))
        if SENTENCE.search(re.sub(r"\$\{[^}]*\}", "", text := "".join(part or "" for part in found.groups())))
    ]
    assert [text for text in said if text[1] not in OF_STREAMLIT] == []


def test_a_new_language_begins_with_everything_to_translate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The questions too; its header has what Unicode knows of it."""
    monkeypatch.setattr(catalogue, "catalogue_path", lambda code: tmp_path / code / "LC_MESSAGES" / "stegvis.po")
    begin("ar")
    lacking = refresh("ar")
    assert lacking == len(messages_for("ar")) > len(source_messages())
    header = (tmp_path / "ar" / "LC_MESSAGES" / "stegvis.po").read_text("utf-8").split("\n\n", 1)[0]
    assert '"X-Language-Name: العربية\\n"' in header
    assert '"X-Direction: rtl\\n"' in header
    assert "nplurals=6" in header


def test_placeholders_are_the_names_within_braces() -> None:
    """Formats belong to the translation; doubled braces are braces."""
    assert placeholders("{hour:02d}.{minute:02d} {{page}}") == {"hour", "minute"}


def _texts(string: object) -> list[str]:
    return [string] if isinstance(string, str) else [str(part) for part in string or ()]  # type: ignore[attr-defined]  # babel gives a list here
