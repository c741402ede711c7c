"""Text that other people have written, made safe to print: the one door through which all text reaches a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

SHORT, CELL, LONG = 120, 300, 600
"""Longest name, table cell and passage, in characters. Our default: what a page can hold with dignity."""

REPLACEMENT = "?"
_UNBROKEN_HYPHEN = "\u2011"
_VARIANTS = range(0xFE00, 0xFE10)
"""Signs that ask for another look of the one before, and are nothing themselves."""


def clean(text: str, limit: int = LONG) -> str:
    """The text in one line: composed, without control and format characters, at most `limit` characters long."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text)
    line = " ".join(unicodedata.normalize("NFC", text.replace(_UNBROKEN_HYPHEN, "-")).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def in_font(text: str, code_points: Container[int]) -> str:
    """The text with every character that the font lacks replaced: a missing glyph breaks the archive format."""
    if all(map(code_points.__contains__, map(ord, text))):
        return text
    return "".join(sign if ord(sign) in code_points else _nearest(sign, code_points) for sign in text)


def _nearest(character: str, code_points: Container[int]) -> str:
    """The character without its marks where the font has that («ḡ» becomes «g»), nothing for a lone mark."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Sk" or ord(character) in _VARIANTS:
        return ""
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if ord(base) in code_points else REPLACEMENT
