"""A language that nobody speaks, written in Arabic letters by a rule: for tests of one more language. Never shipped."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from wording.catalogue import messages_for

CODE = "ar"
HEADER = """msgid ""
msgstr ""
"Language: ar\\n"
"X-Language-Name: Provspråk\\n"
"X-Direction: rtl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"

"""
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_KEPT = re.compile(r"(\{\{|\}\}|\{[^{}]*\})")


def pretend(text: str) -> str:
    """The text in letters that run from right to left; what is filled in keeps its name."""
    parts = _KEPT.split(text)
    # Where braces are doubled, the browser fills in what stands between them.
    inside = False
    done = []
    for part in parts:
        if part in ("{{", "}}"):
            inside = part == "{{"
            done.append(part)
        elif inside or _KEPT.fullmatch(part):
            done.append(part)
        else:
            done.append("".join(_letter(sign) for sign in part))
    return "".join(done)


def _letter(sign: str) -> str:
    return _LETTERS[ord(sign) % len(_LETTERS)] if sign.isalpha() else sign


def write_language(folder: Path, code: str = CODE, header: str = HEADER) -> Path:
    """The catalogue of that language, whole, in that folder; its file."""
    catalogue = Catalog(locale=CODE)
    for message in messages_for(CODE).values():
        said = tuple(pretend(message.plural) for _ in range(6)) if message.plural else pretend(message.text)
        catalogue.add(message.texts if message.plural else message.text, said)
    file = folder / code / "LC_MESSAGES" / "stegvis.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        target.write(header.encode())
        write_po(target, catalogue, width=0, omit_header=True)
    return file
