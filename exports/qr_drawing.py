"""A QR code, drawn as one path: sharp at any size, and one figure to whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import black

from exports.tagged import TaggedCanvas, Traits


def qr_rows(text: str) -> list[list[bool]]:
    """The code's modules, from the top, dark ones true. Text of capitals and figures alone is packed tighter."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(text) if QRAlphaNum.valid(text) else QR8bitByte(text.encode()))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


def draw_qr(canvas: TaggedCanvas, text: str, corner: tuple[float, float], size: float, about: str) -> None:
    """Draws the code with its lower left corner there, `size` points wide without the empty edge it needs.

    A reader needs four empty modules around it (ISO/IEC 18004).
    """
    rows = qr_rows(text)
    module = size / len(rows)
    x, y = corner
    path = canvas.beginPath()
    for left, row, width in _bars(rows):
        path.rect(x + left * module, y + size - (row + 1) * module, width * module, module)
    at = canvas.absolutePosition(x, y)
    canvas.setFillColor(black)
    with canvas.mark("Figure", Traits(alt=about, box=(*at, at[0] + size, at[1] + size))):
        canvas.drawPath(path, stroke=0, fill=1)


def _bars(rows: list[list[bool]]) -> Iterator[tuple[int, int, int]]:
    """Dark modules that lie side by side, as one bar: where it begins, in which row, how wide it is."""
    for number, row in enumerate(rows):
        column = 0
        for is_dark, run in groupby(row):
            width = len(list(run))
            if is_dark:
                yield column, number, width
            column += width
