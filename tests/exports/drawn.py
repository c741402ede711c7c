"""Where on its pages a PDF draws its letters, by another library than the one that drew them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

CELL = 8.0
"""Side of the squares that letters are looked for in, points."""
COVERED = 0.35
"""Share of a letter that another may cover: rounder letters lean into each other's boxes. Our default."""
LARGEST = 40.0
"""Larger letters are a word across the page, which stands under everything, points."""


class Letter(NamedTuple):
    """A letter: its box in points from the page's lower left corner, and which run of text it is of."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    run: int

    @property
    def area(self) -> float:
        """Of its box."""
        return (self.right - self.left) * (self.top - self.bottom)

    def covers(self, other: Letter) -> bool:
        """Whether the two lie over each other."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width > 0 and height > 0 and width * height > COVERED * min(self.area, other.area)


def misplaced(data: bytes) -> list[str]:
    """What is wrong with where letters stand: «page 3, outside: …», «page 4, over each other: …»."""
    found: list[str] = []
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        letters = list(_letters(page))
        outside = [one for one in letters if min(one.left, one.bottom) < 0 or one.right > width or one.top > height]
        for what, signs in (("outside", outside), ("over each other", _colliding(letters))):
            if signs:
                found.append(f"page {number}, {what}: {''.join(one.sign for one in signs)[:60]} at {signs[0][1:3]}")
        page.close()
    document.close()
    return found


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = sides
    for index in range(pdfium.FPDFText_CountChars(text)):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) or sign.isspace():
            continue
        if pdfium.FPDFText_GetFontSize(text, index) > LARGEST:
            continue
        pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(side) for side in sides))
        run = ctypes.cast(pdfium.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0
        yield Letter(sign, left.value, bottom.value, right.value, top.value, run)
    text.close()


def _colliding(letters: list[Letter]) -> list[Letter]:
    """Letters of different runs that lie over each other, in the order they are drawn."""
    squares: dict[tuple[int, int], list[Letter]] = {}
    found: list[Letter] = []
    for letter in letters:
        for column in range(int(letter.left // CELL), int(letter.right // CELL) + 1):
            for row in range(int(letter.bottom // CELL), int(letter.top // CELL) + 1):
                near = squares.setdefault((column, row), [])
                found += [letter for other in near if other.run != letter.run and letter.covers(other)]
                near.append(letter)
    return list(dict.fromkeys(found))
