"""A PDF as a screen reader meets it: its structure in reading order, each element with its tag, its page and its text.

Read with pypdf and a small reader of page code; nothing of `exports` is used, so that it cannot agree with a fault.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject

ARTIFACT = -1
"""Where text stands that belongs to the page: heads, feet, numbers of a drawing."""

_TOKEN = re.compile(
    rb"\((?P<text>(?:[^\\()]|\\.)*)\)|/MCID (?P<mcid>\d+)|/(?P<name>[^\s/<>\[\]()]+)|(?P<word>[A-Za-z]+)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Spoken(NamedTuple):
    """Marked content: the tags from the document down to it, the page it stands on (from 0), and its text."""

    tags: tuple[str, ...]
    page: int
    text: str

    @property
    def tag(self) -> str:
        """The innermost tag."""
        return self.tags[-1]


def spoken(data: bytes) -> list[Spoken]:
    """All marked content, in the order of the structure tree."""
    reader = PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    texts = [marked_text(page) for page in reader.pages]
    root = reader.root_object["/StructTreeRoot"].get_object()
    return list(_walk(root["/K"], (), 0, pages, texts))


def _walk(
    kid: Any, tags: tuple[str, ...], home: int, pages: Mapping[int, int], texts: list[dict[int, str]]
) -> Iterator[Spoken]:
    kid = kid.get_object()
    if isinstance(kid, int):
        yield Spoken(tags, home, texts[home].get(int(kid), ""))
    elif isinstance(kid, list):
        for one in kid:
            yield from _walk(one, tags, home, pages, texts)
    else:
        page = pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else home
        if "/S" in kid:
            yield from _walk(kid.get("/K", ArrayObject()), (*tags, str(kid["/S"])[1:]), page, pages, texts)
        elif "/MCID" in kid:
            yield Spoken(tags, page, texts[page].get(int(kid["/MCID"]), ""))


def marked_text(page: PageObject) -> dict[int, str]:
    """The page's text by the ids of its marked content; what is not marked stands under `ARTIFACT`."""
    fonts = {f"/{name}"[1:]: _signs_of(font.get_object()) for name, font in _fonts(page).items()}
    contents = page.get_contents()
    found: dict[int, list[str]] = {}
    signs: Mapping[int, str] = {}
    open_marks: list[int] = []
    names: list[str] = []
    mcid = ARTIFACT
    held = b""
    for token in _TOKEN.finditer(b"" if contents is None else contents.get_data()):
        if token["name"] is not None:
            names.append(f"/{token['name'].decode('latin-1')}")
        elif token["mcid"]:
            mcid = int(token["mcid"])
        elif token["text"] is not None:
            held = _ESCAPE.sub(_unescaped, token["text"])
        elif token["word"] == b"Tf":
            signs = fonts[names[-1]]
        elif token["word"] in (b"BDC", b"BMC"):
            open_marks.append(mcid)
            mcid = ARTIFACT
        elif token["word"] == b"EMC":
            open_marks.pop()
        elif token["word"] == b"Tj":
            where = open_marks[-1] if open_marks else ARTIFACT
            found.setdefault(where, []).append("".join(signs.get(code, "\ufffd") for code in held))
    return {where: "".join(texts) for where, texts in found.items()}


def _fonts(page: PageObject) -> Mapping[str, Any]:
    resources: Any = page["/Resources"].get_object()
    return dict(resources.get("/Font", {}).get_object().items()) if "/Font" in resources else {}


def _signs_of(font: Any) -> dict[int, str]:
    """What each code of the font means, by its own map to Unicode."""
    if "/ToUnicode" not in font:
        return {code: chr(code) for code in range(256)}
    listed = font["/ToUnicode"].get_object().get_data().partition(b"beginbfchar")[2]
    rows = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>", listed, re.IGNORECASE)
    return {int(code, 16): bytes.fromhex(signs.decode()).decode("utf-16-be") for code, signs in rows}


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 255]) if code[:1].isdigit() else _SIGNS.get(code, code)
