"""The language that is spoken: Swedish stands in the source, a catalogue gives others.

Catalogues (`locales/*/LC_MESSAGES/stegvis.po`) are read as text and compiled in memory
at first use, so that no compiled file can grow stale.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Literal, get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE_LANGUAGE: Language = "sv"
LOCALES = Path(__file__).resolve().parents[1] / "locales"

_language: ContextVar[Language] = ContextVar("language", default=SOURCE_LANGUAGE)


def catalogue_path(language: Language) -> Path:
    """Where that language's catalogue stands."""
    return LOCALES / language / "LC_MESSAGES" / "stegvis.po"


@cache
def _translations(language: Language) -> NullTranslations:
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    with catalogue_path(language).open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Everything said inside is said in that language. Other threads and tasks are not touched."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def current_language() -> Language:
    """The language that is spoken now."""
    return _language.get()


def language_tag(language: Language | None = None) -> str:
    """A language as files name it: «sv-SE», «en»; the one that is spoken now unless another is given."""
    return "sv-SE" if (language or current_language()) == "sv" else "en"


def tr(text: str, /, **values: object) -> str:
    """A Swedish message in the language spoken, its `{placeholders}` filled in. Braces to print are doubled."""
    translated = _translations(current_language()).gettext(text) if text else ""
    return translated.format(**values)


def trn(singular: str, plural: str, n: int, /, **values: object) -> str:
    """One of two Swedish messages by the number `n`, in the language spoken; `{n}` may stand in it."""
    if current_language() == SOURCE_LANGUAGE:
        return (singular if n == 1 else plural).format(n=n, **values)
    return _translations(current_language()).ngettext(singular, plural, n).format(n=n, **values)
