"""A canvas that draws heads and feet last, when the pages are counted, under what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.pdf_file import compressed_stream
from exports.tagged import TaggedCanvas

Furnish = Callable[[TaggedCanvas, int, int], None]
"""Draws what surrounds the text of a page; it is told the page's number and how many there are."""

_PLACE = "% head and foot"
"""A comment in the page's code, at its very beginning, where head and foot are put."""


class FurnishedCanvas(TaggedCanvas):
    """Lays a document out once: «page 1 of 11» is known only when the eleventh is done."""

    def __init__(self, filename: Any, *, furnish: Furnish, **options: Any) -> None:
        self._furnish = furnish
        super().__init__(filename, **options)

    def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
        """Finishes the page but for its head and foot."""
        self._code.insert(0, _PLACE)
        super().showPage()

    def save(self) -> None:
        """Draws all heads and feet, and writes the file."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, start=1):
            code = page.stream.replace(_PLACE, self._drawn(number, len(pages)), 1)
            page.Contents = compressed_stream(code.encode("latin-1"))  # ReportLab's own is a quarter longer
        super().save()

    def _drawn(self, page: int, pages: int) -> str:
        """The code of that page's head and foot; what comes after it starts as if nothing had been drawn."""
        self.saveState()
        with self.artifact():
            self._furnish(self, page, pages)
        self.restoreState()
        code = "\n".join(self._code)
        self._code.clear()
        return code
