"""Proposals made to break whoever reads them: each ends in a sentence that sends the coach back to the school.

Some unpack to more than the reader's memory, some lead it round in circles. None is more than some kilobytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject

from casework.reading_apart import read_proposal
from exports.pdf_file import ATTACHED
from planning.errors import BadInput
from tests.exports.conftest import make, whole_facts
from tests.exports.form_samples import left
from wording.errors import say_error
from wording.returned_words import returned_text

SWOLLEN = 500_000_000


@pytest.fixture(scope="module")
def sent() -> bytes:
    """A proposal that has left."""
    return left(make(2), whole_facts()).data


@pytest.fixture(scope="module")
def packed() -> bytes:
    """Five hundred megabytes of spaces, packed: a thousandth of it."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(b" " * 1_000_000) for _ in range(SWOLLEN // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def stream(content: bytes, *filters: str) -> StreamObject:
    """A stream that says it was packed so."""
    made = StreamObject()
    made._data = content
    made[NameObject("/Filter")] = ArrayObject(NameObject(f"/{name}") for name in filters or ("FlateDecode",))
    return made


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """The file with something else in it."""
    writer = PdfWriter(clone_from=BytesIO(data))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def on_page(content: StreamObject) -> Callable[[PdfWriter], None]:
    """That as what the first page is drawn with."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/Contents")] = writer._add_object(content)

    return change


def as_plan(content: StreamObject) -> Callable[[PdfWriter], None]:
    """That in place of the plan that travels along."""

    def change(writer: PdfWriter) -> None:
        names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]  # pypdf gives its objects no types
        place = [str(one) for one in names].index(ATTACHED)
        writer._replace_object(names[place + 1].get_object()["/EF"].raw_get("/F"), content)

    return change


def as_field(content: StreamObject) -> Callable[[PdfWriter], None]:
    """That as the text of every field."""

    def change(writer: PdfWriter) -> None:
        for page in writer.pages:
            for reference in page.get("/Annots", ()):
                if "/T" in reference.get_object():
                    reference.get_object()[NameObject("/V")] = writer._add_object(content)

    return change


def round_and_round(writer: PdfWriter) -> None:
    """Pages that have themselves for children."""
    tree = writer.root_object["/Pages"].get_object()
    tree[NameObject("/Kids")] = ArrayObject([writer.root_object.raw_get("/Pages")] * 2)
    tree[NameObject("/Count")] = NumberObject(10**9)


def fields_of_themselves(writer: PdfWriter) -> None:
    """A field that is its own child."""
    fields = writer.root_object["/AcroForm"]["/Fields"]  # type: ignore[index]  # pypdf gives its objects no types
    field = fields[0].get_object()
    field[NameObject("/Kids")] = ArrayObject([fields[0], fields[0]])


def told(data: bytes) -> str:
    """What is said instead of reading it."""
    assert len(data) < 2_000_000
    with pytest.raises(BadInput) as refused:
        read_proposal(data)
    assert returned_text(refused.value.code, refused.value.data)
    assert "(" not in say_error(refused.value)
    return refused.value.code


@pytest.mark.parametrize("place", [on_page, as_plan, as_field])
@pytest.mark.parametrize("filters", [1, 2])
def test_what_unpacks_to_half_a_gigabyte_is_not_unpacked(
    sent: bytes, packed: bytes, place: Callable[[StreamObject], Callable[[PdfWriter], None]], filters: int
) -> None:
    """On a page, as the plan, in a field; packed once or twice."""
    content = packed if filters == 1 else zlib.compress(packed, 9)
    assert told(changed(sent, place(stream(content, *["FlateDecode"] * filters)))) == "returned_too_heavy"


@pytest.mark.parametrize(
    "change",
    [
        round_and_round,
        on_page(stream(b"0" * 1000, *["ASCIIHexDecode"] * 500)),
        as_plan(stream(zlib.compress(b'{"stegvis_plan":1,"steps":' + b"[" * 900_000))),
        fields_of_themselves,
        as_plan(stream(zlib.compress(b'{"stegvis_plan":1,"version":' + b"9" * 900_000 + b"}"))),
    ],
)
def test_what_leads_round_in_circles_is_left(sent: bytes, change: Callable[[PdfWriter], None]) -> None:
    """Pages within themselves, filters upon filters, a plan that nests without end, a number without end."""
    assert told(changed(sent, change)).startswith("returned_")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"[" * 1_000_000,
        b"%PDF-1.7\n1 0 obj\n" + b"<</A" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 99999999\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"1 0 obj\n" * 200_000,
    ],
    ids=["lists", "dictionaries", "a long list of objects", "a list that follows itself", "objects"],
)
def test_what_only_begins_as_a_pdf_is_left(data: bytes) -> None:
    """Before anything of it has been built."""
    assert told(data) in {"returned_broken", "returned_too_heavy"}


def test_the_reader_goes_on(sent: bytes) -> None:
    """A good proposal is read after all that."""
    assert len(PdfReader(BytesIO(sent)).pages) == len(read_proposal(sent).came.print.pages)
