"""What a proposal was when it left, so that what comes back can be held against it: a mark of each page and plan.

A program that saves a file anew may pack and order it otherwise; what is compared is therefore what the pages are drawn
with, unpacked, and the words that can be read on them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # pypdfium2 has no types
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from exports.document_code import PagePrint
from exports.pdfium import PDFIUM

MOST_UNPACKED = 60_000_000
"""Bytes that a file's pages may unpack to, a hundred times those of a proposal of thirty-five steps. Our default."""
_DEEPEST = 30
_NOT_DRAWN = frozenset(
    {"/Length", "/Filter", "/DecodeParms", "/DL", "/Parent", "/ProcSet", "/Metadata", "/StructParents"}
)


class TooHeavy(Exception):
    """The file unpacks to more than any proposal does."""


def sha256(content: bytes) -> str:
    """Its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def page_prints(data: bytes, reader: PdfReader) -> tuple[PagePrint, ...]:
    """The marks of every page. Raises `TooHeavy`, and whatever the two readers raise of a broken file."""
    marks = _Marks()
    drawn = [marks.of_page(page) for page in reader.pages]  # before PDFium, which unpacks whatever there is
    with PDFIUM, pypdfium2.PdfDocument(BytesIO(data)) as document:
        return tuple(
            PagePrint(drawn=mark, text=sha256(text.encode()))
            for mark, text in zip(drawn, _texts(document), strict=True)
        )


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        yield " ".join(words.get_text_range().split())
        words.close()
        page.close()


class _Marks:
    """Makes marks of what pages are drawn with; what several pages share is marked once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._unpacked = 0

    def of_page(self, page: PageObject) -> str:
        """The mark of its drawing code, what that refers to, and its size."""
        parts = page.get("/Contents", NullObject()).get_object()
        streams = parts if isinstance(parts, ArrayObject) else [parts]
        code = b"\n".join(self._data(stream.get_object()).strip() for stream in streams)
        size = ",".join(f"{float(side):.2f}" for side in page.mediabox)
        shown = ",".join(f"{float(side):.2f}" for side in page.cropbox)
        resources = self._mark(page.get("/Resources", NullObject()), 0)
        return sha256(code + b"\0" + resources + f"{size} {shown} {page.rotation}".encode())

    def _data(self, stream: Any) -> bytes:
        if not isinstance(stream, StreamObject):
            return b""
        data = stream.get_data()
        self._unpacked += len(data)
        if self._unpacked > MOST_UNPACKED:
            raise TooHeavy
        return bytes(data)

    def _mark(self, item: Any, depth: int) -> bytes:
        if depth > _DEEPEST:
            raise TooHeavy
        if isinstance(item, IndirectObject):
            key = (item.idnum, item.generation)
            if key not in self._known:
                self._known[key] = b"itself"
                self._known[key] = self._mark(item.get_object(), depth + 1)
            return self._known[key]
        return hashlib.sha256(b"\0".join(self._parts(item, depth))).digest()

    def _parts(self, item: Any, depth: int) -> Iterator[bytes]:
        match item:
            case DictionaryObject():
                yield b"dictionary"
                for name in sorted(item.keys() - _NOT_DRAWN):
                    yield name.encode()
                    yield self._mark(item.raw_get(name), depth + 1)
                yield self._data(item)
            case ArrayObject():
                yield b"list"
                yield from (self._mark(one, depth + 1) for one in list.__iter__(item))
            case TextStringObject() | ByteStringObject():
                yield b"text" + bytes(item.original_bytes)
            case NameObject():
                yield b"name" + item.encode()
            case BooleanObject() | NullObject() | None:
                yield b"word" + str(item).encode()
            case _:
                yield b"number" + f"{float(item):.4f}".encode()
