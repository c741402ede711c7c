"""Draws a document as tagged PDF: accessible (PDF/UA-1), fit for archives (PDF/A-3a), the same bytes every time."""

from __future__ import annotations

import io
from functools import partial

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from exports.blocks import Document
from exports.draft_mark import draw_across
from exports.flow import Flow
from exports.furnished_canvas import FurnishedCanvas
from exports.page_format import MEASURES
from exports.style import (
    BODY,
    BOLD,
    BRAND,
    MUTED,
    fitted,
    printable,
    register_fonts,
)
from exports.tagged import TaggedCanvas

_CREATOR = "Stegvis"


def render_pdf(document: Document) -> bytes:
    """The document as a PDF file. Equal documents give equal bytes."""
    register_fonts()
    return _Printer(document).print()


class _Printer:
    """Prints one document: its pages first, and heads and feet once the pages are counted."""

    def __init__(self, document: Document) -> None:
        self.document = document
        width, height, self.side, self.top, self.bottom = MEASURES[document.format]
        self.size = width, height
        self.width = self.size[0] - 2 * self.side
        self.height = self.size[1] - self.top - self.bottom

    def print(self) -> bytes:
        """The bytes of the file."""
        out = io.BytesIO()
        document = self.document
        template = BaseDocTemplate(
            out, pagesize=self.size, title=printable(document.title), author=printable(document.author) or _CREATOR,
            subject=printable(document.subject), keywords=_CREATOR, creator=_CREATOR, producer=_CREATOR,
            lang=document.language, initialFontName=BODY, invariant=1,
        )
        frame = Frame(self.side, self.bottom, self.width, self.height, 0, 0, 0, 0)
        template.addPageTemplates([PageTemplate("page", [frame])])
        flow = Flow(self.width, self.height, document.blank)
        flowables = [flowable for block in document.blocks for flowable in flow.of(block)]
        canvas = partial(FurnishedCanvas, furnish=self._furnish, attached=document.attached)
        template.build(flowables, canvasmaker=canvas)
        return out.getvalue()

    def _furnish(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Head and foot of a page."""
        document, right = self.document, self.size[0] - self.side
        if document.across:
            draw_across(canvas, document.across, self.size)
        if document.mark or document.running:
            self._draw_head(canvas, right)
        canvas.setFillColor(MUTED)
        canvas.setFont(BODY, document.foot_size)
        canvas.write((right, self.bottom - 24), document.page_text.format(page=page, pages=pages), "right")
        footer, size = fitted(document.footer, BODY, document.foot_size - 0.4, self.width - 60, 6)
        canvas.setFont(BODY, size)
        canvas.write((self.side, self.bottom - 24), footer)

    def _draw_head(self, canvas: TaggedCanvas, right: float) -> None:
        y = self.size[1] - 34
        canvas.setFillColor(BRAND)
        canvas.rect(0, self.size[1] - 9, self.size[0], 9, stroke=0, fill=1)
        mark, size = fitted(self.document.mark, BOLD, 9.4, self.width * 0.62, 7)
        canvas.setFont(BOLD, size)
        canvas.write((self.side, y), mark)
        canvas.setFillColor(MUTED)
        running, size = fitted(self.document.running, BODY, 8.8, self.width * 0.36, 6)
        canvas.setFont(BODY, size)
        canvas.write((right, y), running, "right")
