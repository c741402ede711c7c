"""The language that is spoken: Swedish stands in the source, a catalogue gives others (`wording.spoken`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from wording.spoken import LOCALES, SHELF, SOURCE_LANGUAGE, Language

__all__ = [
    "LANGUAGES", "LOCALES", "SOURCE_LANGUAGE", "Language", "catalogue_path", "current_language", "direction",
    "language_tag", "languages", "name_of_language", "speaking", "tr", "translated", "trn", "web_tag",
]  # fmt: skip

LANGUAGES: tuple[Language, ...] = ("sv", "en")
"""Those that the program itself holds complete, and that documents and paper forms are written in."""

_language: ContextVar[Language] = ContextVar("language", default=SOURCE_LANGUAGE)


def languages() -> tuple[Language, ...]:
    """Those that can be spoken on the screen: the two of the program, and those that have been added."""
    return SHELF.codes()


def catalogue_path(language: Language) -> Path:
    """Where that language's catalogue stands."""
    return LOCALES / language / "LC_MESSAGES" / "stegvis.po"


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
    spoken = language or current_language()
    return "sv-SE" if spoken == SOURCE_LANGUAGE else web_tag(spoken)


def web_tag(language: Language | None = None) -> str:
    """A language as a page names it: «sv», «en», «pt-BR»."""
    return (language or current_language()).replace("_", "-")


def direction(language: Language | None = None) -> str:
    """Which way it is read, as browsers name it: «ltr», «rtl»."""
    return "rtl" if SHELF.of(language or current_language()).is_rtl else "ltr"


def name_of_language(language: Language) -> str:
    """What the language calls itself: «Svenska», «English»."""
    return SHELF.of(language).name


def tr(text: str, /, **values: object) -> str:
    """A Swedish message in the language spoken, its `{placeholders}` filled in. Braces to print are doubled."""
    said = translated(text, current_language())
    return _filled_in(said, text, values)


def trn(singular: str, plural: str, n: int, /, **values: object) -> str:
    """One of two Swedish messages by the number `n`, in the language spoken; `{n}` may stand in it."""
    source = singular if n == 1 else plural
    spoken = SHELF.of(current_language())
    # A catalogue that lacks the message gives the source back, by a rule for the number that is not Swedish.
    said = source if spoken.code == SOURCE_LANGUAGE else spoken.says.ngettext(singular, plural, n)
    return _filled_in(said, source, {"n": n, **values})


def translated(text: str, language: Language) -> str:
    """A Swedish text in that language, as it stands; the Swedish one where its catalogue does not have it."""
    return SHELF.of(language).says.gettext(text) if text else ""


def _filled_in(said: str, source: str, values: dict[str, object]) -> str:
    """With the values in place. A translation that they do not fit gives way to the source."""
    try:
        return said.format(**values)
    except (ValueError, KeyError, IndexError, AttributeError):
        if said == source:
            raise
        return source.format(**values)
