"""Ways in which a returned file can have been changed, as somebody with tools could."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, NameObject, StreamObject, TextStringObject

from exports.decision_form import RULING


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _opened(data: bytes, *, adds: bool) -> PdfWriter:
    """The file to be changed: by adding at its end, which leaves what was signed in place, or written anew."""
    return PdfWriter(BytesIO(data), incremental=True) if adds else PdfWriter(clone_from=BytesIO(data))


def with_field(data: bytes, name: str, text: str, *, adds: bool = True) -> bytes:
    """Another text in a field."""
    writer = _opened(data, adds=adds)
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            field = reference.get_object()
            if field.get("/T") == name:
                field[NameObject("/V")] = TextStringObject(text)
    return _written(writer)


def with_ruling(data: bytes, ruling: str, *, adds: bool = True, is_seen: bool = True) -> bytes:
    """Another answer; `is_seen`: the tick follows."""
    writer = _opened(data, adds=adds)
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            box = reference.get_object()
            group = box["/Parent"].get_object() if "/Parent" in box else {}
            if group.get("/T") == RULING:
                group[NameObject("/V")] = NameObject(f"/{ruling}")
                state = f"/{ruling}" if f"/{ruling}" in box["/AP"]["/N"] else "/Off"
                if is_seen:
                    box[NameObject("/AS")] = NameObject(state)
    return _written(writer)


def drawn_upon(data: bytes, *, number: int = 1, adds: bool = True) -> bytes:
    """A box drawn over a page."""
    writer = _opened(data, adds=adds)
    page = writer.pages[number - 1]
    box = StreamObject()
    box.set_data(b"q 0 0 0 rg 100 500 300 40 re f Q")
    before = page.raw_get("/Contents")
    streams = list(before.get_object()) if isinstance(before.get_object(), ArrayObject) else [before]
    page[NameObject("/Contents")] = ArrayObject([*streams, writer._add_object(box)])
    return _written(writer)


def noted_upon(data: bytes, *, number: int = 1) -> bytes:
    """A note laid over a page, as readers' programs do it."""
    writer = _opened(data, adds=True)
    writer.add_annotation(number - 1, FreeText(text="En annan timme", rect=(50, 550, 200, 650)))
    return _written(writer)


def with_other_words(data: bytes, *, number: int = 1) -> bytes:
    """A page whose first words are gone."""
    writer = _opened(data, adds=True)
    page = writer.pages[number - 1]
    stream = page.raw_get("/Contents").get_object()
    code = stream.get_data()
    end = code.index(b") Tj")
    changed = StreamObject()
    changed.set_data(code[: code.rindex(b"(", 0, end) + 1] + code[end:])
    page[NameObject("/Contents")] = writer._add_object(changed)
    return _written(writer)


def with_other_plan(data: bytes, old: bytes = b'"version":2', new: bytes = b'"version":3') -> bytes:
    """Another plan in the place of the attached one."""
    writer = _opened(data, adds=True)
    (named,) = writer.root_object["/AF"]
    file = named.get_object()["/EF"].raw_get("/F")
    content = file.get_object().get_data()
    assert old in content
    swapped = StreamObject()
    swapped.update({NameObject("/Type"): NameObject("/EmbeddedFile")})
    swapped.set_data(content.replace(old, new))
    writer._replace_object(file, swapped)
    return _written(writer)


def without_a_page(data: bytes) -> bytes:
    """The file with its last page gone."""
    writer = _opened(data, adds=False)
    writer.remove_page(len(writer.pages) - 1)
    return _written(writer)


def pages_alone(data: bytes) -> bytes:
    """What «print to PDF» leaves: pages, without fields and without the plan."""
    writer = PdfWriter()
    for page in PdfReader(BytesIO(data)).pages:
        page.pop("/Annots", None)
        writer.add_page(page)
    return _written(writer)
