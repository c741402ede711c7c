"""Every document keeps to PDF/UA-1 and PDF/A-3a, by a judge that is first shown to see faults."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from tests.exports.stress_cases import PDFS, printed
from tests.exports.validator import faults

USUAL = "8 steps"

Mutation = Callable[[PdfWriter], object]


@pytest.mark.parametrize("name", PDFS)
def test_pdf_keeps_to_both_standards(name: str) -> None:
    """No rule of either is broken."""
    assert faults(printed(USUAL, name).data) == []


def mutated(change: Mutation) -> bytes:
    """The proposal with one fault put in."""
    writer = PdfWriter(clone_from=io.BytesIO(printed(USUAL, "forslag.pdf").data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def dictionaries(writer: PdfWriter) -> list[Any]:
    """Every dictionary among the file's objects."""
    return [one for one in writer._objects if isinstance(one, dict)]


def elements(writer: PdfWriter, *tags: str) -> list[Any]:
    """The structure elements with those tags."""
    return [one for one in dictionaries(writer) if one.get("/Type") == "/StructElem" and one["/S"] in tags]


def _without(name: str) -> Mutation:
    """The catalogue lacks an entry."""
    return lambda writer: writer.root_object.pop(NameObject(name))


def _metadata(pattern: str, replacement: str) -> Mutation:
    """The metadata says something else."""

    def change(writer: PdfWriter) -> None:
        old: Any = writer.root_object["/Metadata"].get_object()
        stream: Any = DecodedStreamObject()
        stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
        text, count = re.subn(pattern.encode(), replacement.encode(), old.get_data())
        assert count
        stream.set_data(text)
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return change


def _element(name: str, *tags: str) -> Mutation:
    """Elements of those tags lack an entry."""

    def change(writer: PdfWriter) -> None:
        found = [element for element in elements(writer, *tags) if name in element]
        assert found
        for element in found:
            del element[name]

    return change


def _headings_skip(writer: PdfWriter) -> None:
    elements(writer, "/H1")[0][NameObject("/S")] = NameObject("/H4")


def _fonts_lack(name: str) -> Mutation:
    """No font has that entry, in itself or in its descriptor."""

    def change(writer: PdfWriter) -> None:
        found = [one for one in dictionaries(writer) if name in one]
        assert found
        for one in found:
            del one[name]

    return change


def _untagged_text(writer: PdfWriter) -> None:
    contents: Any = writer.pages[0].get_contents()
    code, count = re.subn(rb"/P <</MCID 1>> BDC(.*?)EMC", rb"\1", contents.get_data(), flags=re.DOTALL)
    assert count == 1
    contents.set_data(code)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(contents)


MUTANTS: dict[str, Mutation] = {
    "no language": _without("/Lang"),
    "no structure": _without("/StructTreeRoot"),
    "not said to be marked": _without("/MarkInfo"),
    "title not shown": _without("/ViewerPreferences"),
    "no colour profile": _without("/OutputIntents"),
    "no metadata": _without("/Metadata"),
    "no title": _metadata("<dc:title>.*?</dc:title>", ""),
    "does not claim to be accessible": _metadata("<pdfuaid:part>1</pdfuaid:part>", ""),
    "does not claim to be archivable": _metadata("<pdfaid:part>3</pdfaid:part>", ""),
    "figures without words": _element("/Alt", "/Figure"),
    "table heads without scope": _element("/A", "/TH"),
    "headings skip a level": _headings_skip,
    "text without a tag": _untagged_text,
    "text without letters": _fonts_lack("/ToUnicode"),
    "fonts left out": _fonts_lack("/FontFile2"),
}


def test_file_rewritten_without_a_fault_is_still_without_one() -> None:
    """What the mutants below fail for is their fault, not that they were rewritten."""
    assert faults(mutated(lambda _: None)) == []


@pytest.mark.parametrize("change", MUTANTS.values(), ids=MUTANTS)
def test_judge_sees_every_fault_that_is_put_in(change: Mutation) -> None:
    """A judge that calls everything right would prove nothing."""
    assert faults(mutated(change))
