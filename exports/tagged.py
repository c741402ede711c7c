"""A canvas that writes tagged PDF: every mark on the page is either content of a structure element or an artifact.

Content is drawn inside `mark`; whatever is painted outside becomes an artifact when the page is finished, so nothing
can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from exports.pdf_file import CompactDocument, attach, compressed_stream, metadata, srgb_profile
from exports.structure import PLAIN as PLAIN
from exports.structure import Annotated, StructureRoot
from exports.structure import Element as Element
from exports.structure import Traits as Traits

Align = Literal["left", "centre", "right"]

_PAINTS = re.compile(r"(?:^|[\s\]>)])(?:S|s|f|F|f\*|B|B\*|b|b\*|Do|sh|Tj|TJ|T\*|EI)(?=\s|$)")
_ONLY_STATE = re.compile(r"^[-\d.\s\[\]]*(?:rg|RG|g|G|w|J|j|M|d)$|^/\S+ gs$")
_LINE_END = re.compile(r"((?<!\\)\) Tj) +T\*(?! *(?:ET|$))")
_CATALOG_ENTRIES = ["OutputIntents", "AF"]
_PAGE_ENTRIES = ["StructParents", "Tabs"]


class _Operator(str):
    """A marked-content operator among the canvas's drawing code."""

    __slots__ = ()


@dataclass
class _Run:
    """Painting outside all marks, gathered into one artifact; code after the last painting stays outside."""

    code: list[str] = field(default_factory=list)
    painted: int = 0

    def flush(self) -> list[str]:
        inside, after = self.code[: self.painted], self.code[self.painted :]
        self.code, self.painted = [], 0
        return ["/Artifact BMC", *inside, "EMC", *after] if inside else after


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's canvas with structure, for one document in one language. `attached` is a plan as JSON, or nothing."""

    def __init__(self, filename: Any, *, attached: str = "", **options: Any) -> None:
        self.top = Element("Document")
        self.root = StructureRoot(self.top)
        self.within: list[Element] = [self.top]
        self.marked: list[Element] = []
        self.is_marking = False
        self.is_repeating = False
        super().__init__(filename, **{**options, "pdfVersion": (1, 7)})
        self._doc.__class__ = CompactDocument
        self._doc.structure_root = self.root
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, *_CATALOG_ENTRIES]
        catalog.StructTreeRoot = self.root
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda document: metadata(document, options.get("lang") or "sv-SE"))
        catalog.OutputIntents = pdfdoc.PDFArray([self._output_intent()])
        self.setViewerPreference("DisplayDocTitle", "true")
        if attached:
            attach(self._doc, attached.encode())

    def _output_intent(self) -> Any:
        profile = self._doc.Reference(compressed_stream(srgb_profile(), N=3))
        name = pdfdoc.PDFString("sRGB IEC61966-2.1")
        kind = pdfdoc.PDFName("OutputIntent")
        return pdfdoc.PDFDictionary(
            {"Type": kind, "S": pdfdoc.PDFName("GTS_PDFA1"), "OutputConditionIdentifier": name, "Info": name,
             "DestOutputProfile": profile}
        )

    @contextmanager
    def struct(self, element: Element | str, traits: Traits = PLAIN) -> Iterator[Element]:
        """Groups what follows under an element: a new one of that tag, or one begun before."""
        group = element if isinstance(element, Element) else Element(element, self.within[-1], traits)
        self.within.append(group)
        try:
            yield group
        finally:
            self.within.pop()

    @contextmanager
    def mark(self, element: Element | str, traits: Traits = PLAIN) -> Iterator[Element]:
        """Marks what is drawn as content of an element; marks do not nest."""
        if self.is_marking:
            raise AssertionError("marked content may not nest")
        leaf = element if isinstance(element, Element) else Element(element, self.within[-1], traits)
        leaf.kids.append((self._pageNumber, len(self.marked)))
        self._code.append(_Operator(f"/{leaf.tag} <</MCID {len(self.marked)}>> BDC"))
        self.marked.append(leaf)
        self.is_marking = True
        try:
            yield leaf
        finally:
            self._code.append(_Operator("EMC"))
            self.is_marking = False

    def annotate(self, annotation: Any, tag: str, traits: Traits) -> Any:
        """Lays an annotation on the page, under an element of its own; gives the reference to it."""
        element = Element(tag, self.within[-1], traits)
        annotation["StructParent"] = len(self.root.homes)
        self.root.homes.append(element)
        self._addAnnotation(annotation)
        reference = self._annotationrefs[-1]
        element.kids.append(Annotated(self._pageNumber, reference))
        return reference

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Marks what is drawn as belonging to the page, not to the text: repeated heads, page numbers."""
        self._code.append(_Operator("/Artifact <</Type /Pagination>> BDC"))
        self.is_marking = True
        try:
            yield
        finally:
            self._code.append(_Operator("EMC"))
            self.is_marking = False

    def write(self, at: tuple[float, float], text: str, align: Align = "left") -> None:
        """Draws one line of text with a space after it, so that lines do not run together when read aloud."""
        x, y = at
        if align != "left":
            width = self.stringWidth(text, self._fontname, self._fontsize)
            x -= width if align == "right" else width / 2
        self.drawString(x, y, f"{text} ")

    def drawText(self, text: Any) -> None:  # noqa: N802 - the name is reportlab's
        """Draws a text object with a space at every line's end, which ReportLab leaves out."""
        self._code.append(_LINE_END.sub(r"\1 ( ) Tj T*", str(text.getCode())))

    def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
        """Finishes the page; what was painted outside all marks becomes artifacts."""
        self._code[:] = _with_artifacts(self._code)
        super().showPage()

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"  # without the default font, which would not be embedded

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - the name is reportlab's
        super()._setAnnotations(page)
        if isinstance(page, pdfdoc.PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_ENTRIES]
            page.StructParents = len(self.root.homes)
            page.Tabs = pdfdoc.PDFName("S")
            self.root.homes.append(self.marked)
            self.marked = []


def _with_artifacts(code: list[str]) -> list[str]:
    out: list[str] = []
    run, depth = _Run(), 0
    for operator in code:
        if isinstance(operator, _Operator):
            out += [*run.flush(), operator]
            depth += -1 if operator == "EMC" else 1
        elif depth:
            out.append(operator)
        elif _PAINTS.search(operator):
            run.code.append(operator)
            run.painted = len(run.code)
        elif run.code and _ONLY_STATE.match(operator):
            run.code.append(operator)
        else:
            out += [*run.flush(), operator]
    return out + run.flush()
