"""Which languages there are: Swedish stands in the source, and each other one is a file.

Files (`<folder>/<code>/LC_MESSAGES/stegvis.po`) are read as text and compiled in memory, so that no compiled file can
grow stale. Those of `locales/` come with the program; an installation may add a folder of its own. A file that cannot
be read is told of and left out: nobody loses the app for it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from typing import NamedTuple, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

Language: TypeAlias = str
"""The code that the language's folder has: «sv», «en», «pt_BR»."""
SOURCE_LANGUAGE: Language = "sv"
LOCALES = Path(__file__).resolve().parents[1] / "locales"
LARGEST_FILE = 5_000_000
_IN_FOLDER = "*/LC_MESSAGES/stegvis.po"
_HEADER = re.compile(r'^"(X-Language-Name|X-Direction): *(.*?) *\\n"$', re.MULTILINE)
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


class Spoken(NamedTuple):
    """A language: what it calls itself, which way it runs, and what it says."""

    code: Language
    name: str
    is_rtl: bool
    says: NullTranslations


class Unreadable(NamedTuple):
    """A file that could not be used, and why: the name of the error, never its content."""

    file: Path
    why: str


class Shelf:
    """The languages that can be spoken in this process, in the order they are offered."""

    def __init__(self) -> None:
        self._known: dict[Language, Spoken] = {}
        self.left_out: list[Unreadable] = []
        """What could not be used, so far."""

    def of(self, code: Language) -> Spoken:
        """That language; Swedish where there is no such."""
        known = self._all()
        return known.get(code) or known[SOURCE_LANGUAGE]

    def codes(self) -> tuple[Language, ...]:
        """Swedish first, those of the program, then those that were added."""
        return tuple(self._all())

    def add(self, folder: Path) -> tuple[Unreadable, ...]:
        """Takes in the languages of a folder; one that is known already is not replaced. Gives what was left out."""
        return self._take_in(folder, self._all())

    def forget(self) -> None:
        """Begins anew with those of the program."""
        self._known, self.left_out = {}, []

    def _all(self) -> dict[Language, Spoken]:
        if not self._known:
            known = {SOURCE_LANGUAGE: _spoken(SOURCE_LANGUAGE, "", NullTranslations())}
            self._take_in(LOCALES, known)
            # Taken over whole: another thread never meets half of it.
            self._known = known
        return self._known

    def _take_in(self, folder: Path, known: dict[Language, Spoken]) -> tuple[Unreadable, ...]:
        left_out = []
        for file in sorted(folder.glob(_IN_FOLDER)):
            code = file.parents[1].name
            if code in known:
                continue
            try:
                known[code] = read_language(code, file)
            except (OSError, ValueError, PoFileError) as error:
                left_out.append(Unreadable(file, type(error).__name__))
        self.left_out += left_out
        return tuple(left_out)


SHELF = Shelf()


def read_language(code: Language, file: Path) -> Spoken:
    """The language in that file. Raises `OSError`, `ValueError` or `PoFileError` where it cannot be used."""
    if not _CODE.fullmatch(code) or file.stat().st_size > LARGEST_FILE:
        raise ValueError(code)
    text = file.read_text(encoding="utf-8")
    catalogue = read_po(io.BytesIO(text.encode()), locale=code, abort_invalid=True)
    for message in list(catalogue):
        if message.id and not _fits(message.id, message.string or ""):
            catalogue.delete(message.id if isinstance(message.id, str) else message.id[0])
    if not any(message.id and message.string for message in catalogue):
        raise ValueError(code)
    return _spoken(code, text.split("\n\n", 1)[0], _compiled(catalogue))


def _spoken(code: Language, header: str, says: NullTranslations) -> Spoken:
    """The name and the way it runs stand in the header, or are what Unicode's data say."""
    try:
        locale = Locale.parse(code)
    except UnknownLocaleError as error:
        raise ValueError(code) from error
    told = dict(_HEADER.findall(header))
    name = told.get("X-Language-Name") or locale.get_display_name(code) or code
    return Spoken(code, name[:1].upper() + name[1:], told.get("X-Direction", locale.text_direction) == "rtl", says)


def _compiled(catalogue: Catalog) -> NullTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _fits(source: str | Iterable[str], translated: str | Iterable[str]) -> bool:
    """Whether what the program fills in can be filled in: the same names, and nothing but names."""
    known = {field for text in _texts(source) for field in placeholders(text)}
    try:
        return all(placeholders(text) <= known and not _has_nested(text) for text in _texts(translated))
    except ValueError:
        return False


def _texts(of: str | Iterable[str]) -> Iterator[str]:
    yield from (of,) if isinstance(of, str) else of


def _has_nested(text: str) -> bool:
    return any("{" in (form or "") for _, _, form, _ in Formatter().parse(text))


def placeholders(text: str) -> set[str]:
    """The names within braces. Raises `ValueError` at a brace that stands alone."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
