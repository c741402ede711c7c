"""The documents' fonts: each one draws, and measures, emoji with another font's signs where it has none of its own.

A PDF keeps a font in parts of at most 256 signs, and ReportLab asks a font which part each piece of a text is drawn
with. A font that answers with parts of two fonts lets every text, drawn anywhere, change fonts as it must; what has no
emoji is drawn and measured exactly as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
EMOJI = "NotoEmoji"
_EMOJI_FILE = "NotoEmoji_400Regular.ttf"

_EMOJI_STYLE = 0xFE0F
"""VARIATION SELECTOR-16, which asks for the emoji of a sign, and has an empty glyph without width."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)
"""They colour the sign before them, which black ink cannot."""
_CONTROL = frozenset(range(0x20))
"""Not signs, though a font may list them: ReportLab fills unused places with the first."""
_FIRST_BORROWED = 1 << 16
"""The first number of the parts that are another font's: no font has as many of its own."""


class LettersAndEmoji(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that borrows the emoji that it lacks."""

    def __init__(self, name: str, file: str) -> None:
        """Reads the font from a file of that name among ours."""
        super().__init__(name, str(FONTS / file))
        own, lent = self.face.charToGlyph, emoji_font().face
        borrowed = lent.charToGlyph.keys() - own.keys() - _CONTROL
        self.face.charWidths.update({code: lent.charWidths[code] for code in borrowed})
        self.code_points = frozenset(own.keys() | borrowed)
        """What it can draw."""
        self._borrowed = frozenset(map(chr, borrowed))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - the name is reportlab's
        """The text in pieces, each with the number of the part of a font that draws it."""
        if self._borrowed.isdisjoint(text):
            pieces: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return pieces
        return list(self._split(text, doc))

    def _split(self, text: str, doc: Any) -> Iterator[tuple[int, bytes]]:
        for is_borrowed, signs in groupby(text, self._borrowed.__contains__):
            run = "".join(signs)
            if is_borrowed:
                yield from ((_FIRST_BORROWED + part, piece) for part, piece in emoji_font().splitString(run, doc))
            else:
                yield from super().splitString(run, doc)

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - the name is reportlab's
        """What that part of a font is called in the file."""
        if subset >= _FIRST_BORROWED:
            return str(emoji_font().getSubsetInternalName(subset - _FIRST_BORROWED, doc))
        return str(super().getSubsetInternalName(subset, doc))


@cache
def emoji_font() -> Any:
    """The font that emoji are borrowed from. Skin tones stand in its texts but are not seen."""
    font = TTFont(EMOJI, str(FONTS / _EMOJI_FILE), asciiReadable=False)
    face = font.face
    _measure_the_last_glyphs(face)
    for tone in _SKIN_TONES:
        face.charToGlyph[tone], face.charWidths[tone] = face.charToGlyph[_EMOJI_STYLE], 0
    return font


def _measure_the_last_glyphs(face: Any) -> None:
    """Gives the last glyphs, which share one width in the file, that width in the font's own unit.

    ReportLab notes it in thousandths of the letters' size, and would write it so into the parts that it makes.
    """
    whole = [measure for measure in face.hmetrics if isinstance(measure[0], int)]
    shared = whole[-1][0]
    face.hmetrics = whole + [(shared, bearing) for _, bearing in face.hmetrics[len(whole) :]]
