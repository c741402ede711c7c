"""Text that other people have written, made safe to print: the one door through which all text reaches a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from xml.sax.saxutils import escape

SHORT, CELL, LONG = 120, 300, 600
"""Longest name, table cell and passage, in characters. Our default: what a page can hold with dignity."""

REPLACEMENT = "?"
_SPACES = {0x00A0: " ", 0x2007: " ", 0x202F: " ", 0x200B: "", 0x00AD: "", 0x2011: "-"}


def clean(text: str, limit: int = LONG) -> str:
    """The text in one line: composed, without control and format characters, at most `limit` characters long."""
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    kept = "".join(" " if character.isspace() else character for character in composed if _is_printable(character))
    line = " ".join(kept.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _is_printable(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] != "C"


def in_font(text: str, code_points: Container[int]) -> str:
    """The text with every character that the font lacks replaced: a missing glyph breaks the archive format."""
    return "".join(sign if ord(sign) in code_points else _nearest(sign, code_points) for sign in text)


def _nearest(character: str, code_points: Container[int]) -> str:
    """The character without its marks where the font has that («ḡ» becomes «g»), nothing for a lone mark."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Sk":
        return ""
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if ord(base) in code_points else REPLACEMENT


def marked_up(text: str) -> str:
    """The text for ReportLab's paragraph parser, with everything that could be read as markup escaped."""
    return escape(text)
