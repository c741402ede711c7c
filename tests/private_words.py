"""The words that private questions and their answers could be known by, and the search for them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator

from PIL import Image
from pypdf import PdfReader

from questionnaire.alerts import Alert
from questionnaire.bank import load_bank
from questionnaire.items import Item
from wording.alerts import say_alert
from wording.language import LANGUAGES, speaking

BANK = load_bank()
PRIVATE = tuple(item for item in BANK.items if item.private)
IDS = tuple(item.id for item in PRIVATE)


def _own_words(item: Item) -> Iterator[str]:
    """The question, its boxes as far as no open question has the same, and the notices that it can give rise to."""
    open_boxes = [option for other in BANK.items if not other.private for option in other.options]
    shared = {word for option in open_boxes for word in (option.sv, option.en, option.code)}
    yield from (item.sv, item.en)
    for option in item.options:
        yield from sorted({option.sv, option.en} - shared - {"Nej", "No"})
        yield from sorted({option.code} - shared - {"today", "soon", "no"})
    for effect in item.alerts:
        for language in LANGUAGES:
            with speaking(language):
                yield say_alert(Alert(level=effect.level, question=item.id, routine=effect.routine)).title


QUESTIONS = tuple(dict.fromkeys(word for item in PRIVATE for word in (item.sv, item.en)))
WORDS = tuple(dict.fromkeys(word for item in PRIVATE for word in _own_words(item)))
ROUTINES = tuple(sorted({effect.routine.value for item in PRIVATE for effect in item.alerts if "_" in effect.routine}))
_IDS = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(IDS)})(?![A-Za-z0-9])")


def private_words_in(text: str) -> list[str]:
    """Which of the words, ids and routines stand in that text, in whatever way JSON or HTML may have written them."""
    plain = _unescaped(text)
    even = _even(plain)
    return sorted({word for word in (*WORDS, *ROUTINES) if _even(word) in even} | set(_IDS.findall(plain)))


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)


def text_of(name: str, content: bytes) -> str:
    """What can be read in a file: of a PDF its text, names and structure; of anything else everything.

    Of a picture only what is written beside it: what it shows is the student's own page, which is read as one.
    """
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join([name, *(parts.read(part).decode("utf-8") for part in parts.namelist())])
    if name.endswith(".png"):
        with Image.open(io.BytesIO(content)) as picture:
            return f"{name}\n{picture.info}"
    if not name.endswith(".pdf"):
        return content.decode("utf-8").replace("\r\n ", "")
    reader = PdfReader(io.BytesIO(content))
    pages = "\n".join(page.extract_text() or "" for page in reader.pages)
    outline = [str(entry.get("/Title")) for entry in reader.outline if isinstance(entry, dict)]
    return "\n".join([name, pages, json.dumps(dict(reader.metadata or {}), default=str), *outline])
