"""Fields that can be filled in, written so that the file keeps PDF/UA-1 and PDF/A-3a also when it has been filled in.

Each widget brings its own look and stands under a Form element; the fields' font is embedded whole, in WinAnsi, so that
a viewer that draws anew what was typed has every letter it needs. ReportLab's own fields do neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from exports.fonts import FONTS
from exports.pdf_file import compressed_stream
from exports.tagged import TaggedCanvas, Traits

FORM_FONT = "Figtree_400Regular.ttf"
"""Its licence lets a whole copy travel in every document, and it is a tenth of the size of the text's font."""
TYPE_SIZE = 9.5
"""Of what is typed, points."""
OFF = "Off"

_NAME = "Figtree"
_RADIO, _MULTILINE = 1 << 15, 1 << 12
_PRINTS = 4
_SIGNATURES_EXIST = 1
_INK = "0.086 0.129 0.169"
_TICK = "0.043 0.325 0.392"

Box = tuple[float, float, float, float]
"""x, y, width and height, in the canvas's own measure."""


class TextSpec(NamedTuple):
    """A field for text. `about` is read aloud, `longest` counts characters."""

    name: str
    about: str
    longest: int
    is_long: bool = False


class TickSpec(NamedTuple):
    """One box of a group: what it stands for in the file, what is read aloud, where its corner lies."""

    value: str
    about: str
    corner: tuple[float, float]


class SignatureSpec(NamedTuple):
    """A place for a signature, and the fields that nobody may change after it."""

    name: str
    about: str
    locks: Sequence[str] = ()


class AcroForm(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The form of a document: its fields, and the font that they are filled in with."""

    __RefOnly__ = 1

    def __init__(self, document: Any) -> None:
        self.font = document.Reference(_font(document))
        self.fields: list[Any] = []
        self.can_be_signed = False

    def format(self, document: Any) -> bytes:
        """The form as PDF."""
        entries = {
            "Fields": pdfdoc.PDFArray(self.fields),
            "DA": pdfdoc.PDFString(_appearance()),
            "DR": self.resources(),
        }
        if self.can_be_signed:
            entries["SigFlags"] = _SIGNATURES_EXIST
        return bytes(pdfdoc.PDFDictionary(entries).format(document))

    def resources(self) -> Any:
        """What a field's look is drawn with."""
        return pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({_NAME: self.font})})


def form_of(canvas: TaggedCanvas) -> AcroForm:
    """The form of the canvas's document, made when the first field asks for it."""
    catalog = canvas._doc.Catalog  # noqa: SLF001 - reportlab shows its catalogue nowhere else
    form: AcroForm | None = getattr(catalog, "AcroForm", None)
    if form is None:
        form = catalog.AcroForm = AcroForm(canvas._doc)  # noqa: SLF001 - as above
    return form


def add_text(canvas: TaggedCanvas, spec: TextSpec, box: Box) -> None:
    """A field for text, see-through, so that what is drawn under it serves on paper."""
    form = form_of(canvas)
    widget = _widget(
        canvas, box,
        FT=pdfdoc.PDFName("Tx"), T=pdfdoc.PDFString(spec.name), TU=pdfdoc.PDFString(spec.about),
        V=pdfdoc.PDFString(""), Ff=_MULTILINE if spec.is_long else 0, MaxLen=spec.longest,
        DA=pdfdoc.PDFString(_appearance()), AP=_normal(_look(canvas, box, "/Tx BMC EMC")),
    )  # fmt: skip
    form.fields.append(canvas.annotate(widget, "Form", Traits(alt=spec.about)))


def add_ticks(canvas: TaggedCanvas, name: str, about: str, ticks: Iterable[TickSpec], size: float) -> None:
    """Boxes of which one can be ticked, and cleared again: two answers at once cannot be given."""
    document = canvas._doc  # noqa: SLF001 - reportlab shows its document nowhere else
    group = pdfdoc.PDFDictionary(
        {"FT": pdfdoc.PDFName("Btn"), "Ff": _RADIO, "T": pdfdoc.PDFString(name), "TU": pdfdoc.PDFString(about),
         "V": pdfdoc.PDFName(OFF)}
    )
    reference = document.Reference(group)
    kids = []
    for tick in ticks:
        box = (*tick.corner, size, size)
        ticked, empty = f"{_square(size)} {_check(size)}", _square(size)
        looks = {tick.value: _look(canvas, box, ticked), OFF: _look(canvas, box, empty)}
        widget = _widget(
            canvas, box,
            Parent=reference, TU=pdfdoc.PDFString(tick.about), AS=pdfdoc.PDFName(OFF), H=pdfdoc.PDFName("N"),
            AP=_normal(pdfdoc.PDFDictionary(looks)),
        )  # fmt: skip
        kids.append(canvas.annotate(widget, "Form", Traits(alt=tick.about)))
    group["Kids"] = pdfdoc.PDFArray(kids)
    form_of(canvas).fields.append(reference)


def add_signature(canvas: TaggedCanvas, spec: SignatureSpec, box: Box) -> None:
    """A place for a signature; signing freezes the fields that it locks."""
    form = form_of(canvas)
    form.can_be_signed = True
    more: dict[str, Any] = {}
    if spec.locks:
        lock = {
            "Type": pdfdoc.PDFName("SigFieldLock"), "Action": pdfdoc.PDFName("Include"),
            "Fields": pdfdoc.PDFArray([pdfdoc.PDFString(name) for name in spec.locks]),
        }  # fmt: skip
        more["Lock"] = canvas._doc.Reference(pdfdoc.PDFDictionary(lock))  # noqa: SLF001 - as above
    widget = _widget(
        canvas, box,
        FT=pdfdoc.PDFName("Sig"), T=pdfdoc.PDFString(spec.name), TU=pdfdoc.PDFString(spec.about),
        AP=_normal(_look(canvas, box, "q Q")), **more,
    )  # fmt: skip
    form.fields.append(canvas.annotate(widget, "Form", Traits(alt=spec.about)))


def _widget(canvas: TaggedCanvas, box: Box, **entries: Any) -> Any:
    x, y, width, height = box
    x, y = canvas.absolutePosition(x, y)
    corners = [round(value, 2) for value in (x, y, x + width, y + height)]
    return pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Widget"), "F": _PRINTS,
         "Rect": pdfdoc.PDFArray(corners), "P": canvas._doc.thisPageRef(), **entries}  # noqa: SLF001 - as above
    )


def _normal(look: Any) -> Any:
    """Only the normal look: PDF/A-3 allows neither pressed nor hovered ones."""
    return pdfdoc.PDFDictionary({"N": look})


def _look(canvas: TaggedCanvas, box: Box, code: str) -> Any:
    measures = pdfdoc.PDFArray([0, 0, round(box[2], 2), round(box[3], 2)])
    stream = compressed_stream(
        code.encode("ascii"), Type=pdfdoc.PDFName("XObject"), Subtype=pdfdoc.PDFName("Form"), BBox=measures,
        Resources=form_of(canvas).resources(),
    )
    return canvas._doc.Reference(stream)  # noqa: SLF001 - as above


def _appearance() -> str:
    return f"/{_NAME} {TYPE_SIZE:g} Tf {_INK} rg"


def _square(size: float) -> str:
    return f"1 1 1 rg {_INK} RG 1 w 0.5 0.5 {size - 1:.2f} {size - 1:.2f} re B"


def _check(size: float) -> str:
    corners = ((0.22, 0.52, "m"), (0.43, 0.28, "l"), (0.8, 0.76, "l"))
    path = " ".join(f"{x * size:.2f} {y * size:.2f} {operator}" for x, y, operator in corners)
    return f"q {_TICK} RG 1 J 1 j 2 w {path} S Q"


@cache
def _letters() -> tuple[bytes, Any]:
    """The font's bytes, and what ReportLab has read of its measures."""
    file = FONTS / FORM_FONT
    return file.read_bytes(), TTFont("form-fields", str(file)).face


def _font(document: Any) -> Any:
    """The font, whole, with the letters of Western Europe."""
    data, face = _letters()
    signs = [bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)]
    widths = [round(face.charWidths.get(ord(sign), face.defaultWidth) if sign else face.defaultWidth) for sign in signs]
    name = pdfdoc.PDFName(face.name.decode() if isinstance(face.name, bytes) else face.name)
    descriptor = {
        "Type": pdfdoc.PDFName("FontDescriptor"), "FontName": name, "Flags": 32, "FontBBox": pdfdoc.PDFArray(face.bbox),
        "ItalicAngle": 0, "Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capHeight,
        "StemV": face.stemV, "FontFile2": document.Reference(compressed_stream(data, Length1=len(data))),
    }  # fmt: skip
    return pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("TrueType"), "BaseFont": name,
         "Encoding": pdfdoc.PDFName("WinAnsiEncoding"), "FirstChar": 32, "LastChar": 255,
         "Widths": pdfdoc.PDFArray(widths),
         "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor))}
    )
