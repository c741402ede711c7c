"""The structure of a tagged PDF: elements in reading order, and the way back to them from the page.

Written by hand rather than through ReportLab's dictionaries: a proposal has more than a thousand elements, and they
took a third of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True)
class Traits:
    """What a structure element says of itself beside its kind."""

    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    scope: Literal["Row", "Column", ""] = ""
    numbering: str = ""
    columns: int = 1

    def format(self, document: Any) -> bytes:
        """The entries of the element's dictionary."""
        attributes = b""
        if self.box:
            attributes += b"<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>" % self.box
        if self.scope or self.columns > 1:
            scope = b"/Scope/%s" % self.scope.encode() if self.scope else b""
            span = b"/ColSpan %d" % self.columns if self.columns > 1 else b""
            attributes += b"<</O/Table%s%s>>" % (scope, span)
        if self.numbering:
            attributes += b"<</O/List/ListNumbering/%s>>" % self.numbering.encode()
        alt = b"/Alt %s" % pdfdoc.PDFString(self.alt).format(document) if self.alt else b""
        return b"%s/A[%s]" % (alt, attributes) if attributes else alt


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
        home = min((_page_of(kid) for kid in self.kids if not isinstance(kid, Element)), default=None)
        parent = pointer(self.parent if self.parent is not None else document.structure_root, document)
        page = b"" if home is None else b"/Pg %s" % _pointer_to_page(home, document)
        kids = b" ".join([_kid(kid, home, document) for kid in self.kids])
        if kids:
            # Those who check signatures look for a field right under its element, not in a list of one.
            kids = b"/K %s" % kids if isinstance(self.kids[0], Annotated) else b"/K[%s]" % kids
        traits = b"" if self.traits is PLAIN else self.traits.format(document)
        return b"<</Type/StructElem/S/%s/P %s%s%s%s>>" % (self.tag.encode(), parent, page, kids, traits)


_Kid = Element | tuple[int, int] | Annotated


def _page_of(kid: tuple[int, int] | Annotated) -> int:
    return kid.page if isinstance(kid, Annotated) else kid[0]


def _kid(kid: _Kid, home: int | None, document: Any) -> bytes:
    if isinstance(kid, Element):
        return pointer(kid, document)
    if isinstance(kid, Annotated):
        return b"<</Type/OBJR/Obj %s/Pg %s>>" % (pointer(kid.reference, document), _pointer_to_page(kid.page, document))
    page, marked = kid
    if page == home:
        return b"%d" % marked
    return b"<</Type/MCR/MCID %d/Pg %s>>" % (marked, _pointer_to_page(page, document))


def pointer(item: Any, document: Any) -> bytes:
    """«12 0 R»: the object as others name it. An object that is not in the file yet comes in."""
    return b"%d 0 R" % document.idToObjectNumberAndVersion[document.Reference(item).name][0]


def _pointer_to_page(number: int, document: Any) -> bytes:
    return b"%d 0 R" % document.idToObjectNumberAndVersion[f"Page{number}"][0]


class _ParentTree(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """From the keys of pages and annotations to their elements."""

    __RefOnly__ = 1

    def __init__(self, homes: list[list[Element] | Element]) -> None:
        self.homes = homes

    def format(self, document: Any) -> bytes:
        """The tree as PDF."""
        numbers = (b"%d %s" % (key, self._home(home, document)) for key, home in enumerate(self.homes))
        return b"<</Nums[%s]>>" % b" ".join(numbers)

    def _home(self, home: list[Element] | Element, document: Any) -> bytes:
        if isinstance(home, Element):
            return pointer(home, document)
        return b"[%s]" % b" ".join([pointer(element, document) for element in home])


class StructureRoot(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The root of the structure, and the way back to its elements: from a page's marked content, from an annotation."""

    __RefOnly__ = 1

    def __init__(self, top: Element) -> None:
        self.top = top
        self.homes: list[list[Element] | Element] = []
        """By the key of a page, its elements; by the key of an annotation, its element."""
        self._tree = _ParentTree(self.homes)

    def format(self, document: Any) -> bytes:
        """The root as PDF."""
        top, tree = pointer(self.top, document), pointer(self._tree, document)
        return b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d>>" % (top, tree, len(self.homes))
