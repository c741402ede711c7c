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

Align = Literal["left", "centre", "right"]

_PAINTS = re.compile(r"(?:^|[\s\]>)])(?:S|s|f|F|f\*|B|B\*|b|b\*|Do|sh|Tj|TJ|T\*|EI)(?=\s|$)")
_ONLY_STATE = re.compile(r"^[-\d.\s\[\]]*(?:rg|RG|g|G|w|J|j|M|d)$|^/\S+ gs$")
_LINE_END = re.compile(r"((?<!\\)\) Tj) +T\*(?! *(?:ET|$))")
_CATALOG_ENTRIES = ["OutputIntents", "AF"]
_PAGE_ENTRIES = ["StructParents", "Tabs"]


@dataclass(frozen=True)
class Traits:
    """What a structure element says of itself beside its kind."""

    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    scope: Literal["Row", "Column", ""] = ""
    numbering: str = ""
    columns: int = 1

    def entries(self) -> dict[str, Any]:
        """The dictionary entries of the element."""
        attributes = []
        if self.box:
            box = pdfdoc.PDFArray([round(value, 2) for value in self.box])
            attributes.append({"O": pdfdoc.PDFName("Layout"), "Placement": pdfdoc.PDFName("Block"), "BBox": box})
        if self.scope or self.columns > 1:
            scope = {"Scope": pdfdoc.PDFName(self.scope)} if self.scope else {}
            span = {"ColSpan": self.columns} if self.columns > 1 else {}
            attributes.append({"O": pdfdoc.PDFName("Table"), **scope, **span})
        if self.numbering:
            attributes.append({"O": pdfdoc.PDFName("List"), "ListNumbering": pdfdoc.PDFName(self.numbering)})
        entries: dict[str, Any] = {"Alt": pdfdoc.PDFString(self.alt)} if self.alt else {}
        if attributes:
            entries["A"] = pdfdoc.PDFArray([pdfdoc.PDFDictionary(one) for one in attributes])
        return entries


PLAIN = Traits()


@dataclass(frozen=True)
class Annotated:
    """A field or link as a kid of a structure element: the page it lies on, and its annotation."""

    page: int
    reference: Any


class Element(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A structure element. Its kids are elements, marked content (page number, id on the page) and annotations."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: Element | None = None, traits: Traits = PLAIN) -> None:
        self.tag, self.parent, self.traits = tag, parent, traits
        self.kids: list[_Kid] = []
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """The element as PDF."""
        pages = [_page_of(kid) for kid in self.kids if not isinstance(kid, Element)]
        home = min(pages, default=None)
        parent = self.parent if self.parent is not None else document.structure_root
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName(self.tag),
            "P": document.Reference(parent),
            **self.traits.entries(),
        }
        if home is not None:
            entries["Pg"] = pdfdoc.PDFObjectReference(f"Page{home}")
        if self.kids:
            kids = [_kid(kid, home, document) for kid in self.kids]
            # Those who check signatures look for a field right under its element, not in a list of one.
            entries["K"] = kids[0] if isinstance(self.kids[0], Annotated) else pdfdoc.PDFArray(kids)
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


_Kid = Element | tuple[int, int] | Annotated


def _page_of(kid: tuple[int, int] | Annotated) -> int:
    return kid.page if isinstance(kid, Annotated) else kid[0]


def _kid(kid: _Kid, home: int | None, document: Any) -> Any:
    if isinstance(kid, Element):
        return document.Reference(kid)
    reference = pdfdoc.PDFObjectReference(f"Page{_page_of(kid)}")
    if isinstance(kid, Annotated):
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OBJR"), "Obj": kid.reference, "Pg": reference})
    page, marked = kid
    if page == home:
        return marked
    return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "MCID": marked, "Pg": reference})


class StructureRoot(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The root of the structure, and the way back to its elements: from a page's marked content, from an annotation."""

    __RefOnly__ = 1

    def __init__(self, top: Element) -> None:
        self.top = top
        self.homes: list[list[Element] | Element] = []
        """By the key of a page, its elements; by the key of an annotation, its element."""

    def format(self, document: Any) -> bytes:
        """The root as PDF."""
        numbers: list[Any] = []
        for key, home in enumerate(self.homes):
            if isinstance(home, list):
                numbers += [key, pdfdoc.PDFArray([document.Reference(element) for element in home])]
            else:
                numbers += [key, document.Reference(home)]
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        root = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFArray([document.Reference(self.top)]),
            "ParentTree": document.Reference(tree),
            "ParentTreeNextKey": len(self.homes),
        }
        return bytes(pdfdoc.PDFDictionary(root).format(document))


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
