"""Keeps the catalogues true to the source: which messages there are, what a catalogue lacks, and how to add it.

`python -m wording.catalogue` writes every catalogue anew: translations are kept, messages that are new get an empty
translation to fill in, messages that nobody says any more are dropped. With codes after it (`… so ar`) it begins
catalogues of those languages. The question bank has Swedish and English itself; other catalogues have its texts too.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from pydantic import BaseModel

from questionnaire.bank import load_bank
from questionnaire.items import Text
from wording.language import LANGUAGES, LOCALES, SOURCE_LANGUAGE, Language, catalogue_path
from wording.spoken import placeholders

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


def messages_for(language: Language) -> dict[str, Message]:
    """What a catalogue of that language has: what the source says and, where the bank has no own words, its texts."""
    said = source_messages()
    if language in LANGUAGES:
        return said
    return {**{text: Message(text, "", "questionnaire/bank") for text in bank_texts()}, **said}


def bank_texts() -> tuple[str, ...]:
    """Every Swedish text of the question bank, each once."""
    return tuple(dict.fromkeys(text.sv for text in _texts_in(load_bank())))


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    if isinstance(value, BaseModel):
        value = [held for _, held in value]
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for held in value:
            yield from _texts_in(held)


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
    for message in messages_for(language).values():
        translated = [text for text in _translations(catalogue, message.text) if text]
        if len(translated) < (catalogue.num_plurals if message.plural else 1):
            found.add(message.text)
    return found


def unused(language: Language) -> set[str]:
    """Messages of the catalogue that the source does not say."""
    singular = {m.id[0] if isinstance(m.id, list | tuple) else m.id for m in read_catalogue(language)}
    return {text for text in singular if text} - set(messages_for(language))


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


def refresh(language: Language) -> int:
    """Writes the catalogue anew from the source. Returns how many messages still lack a translation."""
    before = read_catalogue(language)
    after = Catalog(locale=language, fuzzy=False)
    lacking = 0
    for message in messages_for(language).values():
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


def begin(language: Language) -> None:
    """A catalogue of that language with everything still to translate."""
    locale = Locale.parse(language)
    path = catalogue_path(language)
    path.parent.mkdir(parents=True)
    header = {
        "Project-Id-Version": "Stegvis",
        "Language": language,
        "X-Language-Name": locale.get_display_name(language) or language,
        "X-Direction": locale.text_direction,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": Catalog(locale=locale).plural_forms,
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in header.items())
    path.write_text(f'msgid ""\nmsgstr ""\n{lines}\n', "utf-8")


def kept_languages() -> list[Language]:
    """Those that stand in `locales/`."""
    return sorted(path.parents[1].name for path in LOCALES.glob("*/LC_MESSAGES/stegvis.po"))


if __name__ == "__main__":
    for code in set(sys.argv[1:]) - {SOURCE_LANGUAGE, *kept_languages()}:
        begin(code)
    for kept in kept_languages():
        refresh(kept)
