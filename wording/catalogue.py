"""Keeps the catalogues true to the source: which messages there are, what a catalogue lacks, and how to add it.

`python -m wording.catalogue` writes every catalogue anew: translations are kept, messages that are new get an empty
translation to fill in, messages that nobody says any more are dropped.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from wording.language import LANGUAGES, SOURCE_LANGUAGE, Language, catalogue_path

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("planning", "questionnaire", "wording", "interop", "storage", "exports", "scheduler", "casework", "ui")


class Message(NamedTuple):
    """A message of the source: one text, or two where the number decides."""

    text: str
    plural: str = ""
    file: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The text, and the plural one if there is any."""
        return (self.text, self.plural) if self.plural else (self.text,)


def source_files() -> list[Path]:
    """Every module that may say something."""
    layers = (path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
    return sorted([*ROOT.glob("*.py"), *layers])


def messages_in_source() -> set[str]:
    """All Swedish texts in `tr("…")` and `trn("…", "…", n)`."""
    return {text for message in source_messages().values() for text in message.texts}


def source_messages() -> dict[str, Message]:
    """The messages of the source by their (singular) text, in the order of files and lines.

    Raises `ValueError` at a call whose text is not a literal: no catalogue could know it.
    """
    found: dict[str, Message] = {}
    for path in source_files():
        name = path.relative_to(ROOT).as_posix()
        for call in _calls(ast.parse(path.read_text("utf-8"))):
            message = _message(call, name)
            known = found.get(message.text)
            if known is None or (message.plural and not known.plural):
                found[message.text] = message
    return found


def _calls(module: ast.Module) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call) and _name(node) in ("tr", "trn"))
    yield from sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _message(call: ast.Call, file: str) -> Message:
    texts = call.args[:2] if _name(call) == "trn" else call.args[:1]
    literals = [arg.value for arg in texts if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if not literals or len(literals) != len(texts):
        raise ValueError(f"{file}:{call.lineno}: the text of a message must be a literal")
    return Message(literals[0], literals[1] if len(literals) > 1 else "", file)


def read_catalogue(language: Language) -> Catalog:
    """The catalogue as it stands."""
    with catalogue_path(language).open("rb") as source:
        return read_po(source, locale=language)


def _translations(catalogue: Catalog, text: str) -> tuple[str, ...]:
    entry = catalogue.get(text)
    if entry is None or not entry.string:
        return ()
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def missing(language: Language) -> set[str]:
    """Messages of the source that the catalogue does not translate (in all forms that the number asks for)."""
    catalogue = read_catalogue(language)
    found = set()
    for message in source_messages().values():
        translated = [text for text in _translations(catalogue, message.text) if text]
        if len(translated) < (catalogue.num_plurals if message.plural else 1):
            found.add(message.text)
    return found


def unused(language: Language) -> set[str]:
    """Messages of the catalogue that the source does not say."""
    singular = {m.id[0] if isinstance(m.id, list | tuple) else m.id for m in read_catalogue(language)}
    return {text for text in singular if text} - set(source_messages())


def with_other_placeholders(language: Language) -> set[str]:
    """Messages whose translation leaves out a placeholder of the source, or has one that the source does not know."""
    catalogue = read_catalogue(language)
    found = set()
    for message in source_messages().values():
        known = [placeholders(text) for text in message.texts]
        translated = [placeholders(text) for text in _translations(catalogue, message.text) if text]
        # A form that the number decides may leave the number out: «one lesson».
        required = set.intersection(*known) - ({"n"} if message.plural else set())
        if any(not required <= used <= set.union(*known) for used in translated):
            found.add(message.text)
    return found


def placeholders(text: str) -> set[str]:
    """The names within braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def refresh(language: Language) -> int:
    """Writes the catalogue anew from the source. Returns how many messages still lack a translation."""
    before = read_catalogue(language)
    after = Catalog(locale=language, fuzzy=False)
    lacking = 0
    for message in source_messages().values():
        known = _translations(before, message.text)
        lacking += not any(known)
        translation = known if message.plural else "".join(known[:1])
        after.add(message.texts if message.plural else message.text, translation, locations=[(message.file, 1)])
    write_catalogue(language, after)
    return lacking


def write_catalogue(language: Language, catalogue: Catalog) -> None:
    """Writes the messages beneath the header that stands in the file: a header with dates would differ every time."""
    path = catalogue_path(language)
    header = path.read_text("utf-8").split("\n\n", 1)[0]
    messages = io.BytesIO()
    write_po(messages, catalogue, width=0, omit_header=True, include_lineno=False)
    path.write_text(f"{header}\n\n{messages.getvalue().decode('utf-8').lstrip()}", "utf-8")


if __name__ == "__main__":
    for spoken in LANGUAGES:
        if spoken != SOURCE_LANGUAGE:
            refresh(spoken)
