"""A returned file is read whoever filled it in, and whatever it is not is said in a word with a way on."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from threading import Thread
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from exports.appendix import NeedsMapping, build_appendix
from exports.decision_form import REASONS, RULING
from exports.fingerprint import MOST_UNPACKED
from exports.pdf import render_pdf
from exports.pdfium import PDFIUM
from exports.returned import MOST_BYTES, MOST_SIGNS, fingerprint, read_file
from planning.decision import DocumentFacts
from planning.errors import BadInput
from tests.exports.conftest import make, whole_facts
from tests.exports.form_samples import FILLED, filled, left
from tests.exports.tampering import pages_alone, with_field, with_other_plan
from wording.errors import say_error
from wording.returned_words import returned_text


@pytest.fixture(scope="module")
def sent() -> bytes:
    """A proposal that has left."""
    return left(make(4), whole_facts()).data


def code_of(data: bytes) -> str:
    """What is said of the file instead of reading it."""
    with pytest.raises(BadInput) as told:
        read_file(data)
    assert returned_text(told.value.code, told.value.data)
    assert "(" not in say_error(told.value)
    return told.value.code


def by_pdfium(data: bytes) -> bytes:
    """Filled in by the engine of Chrome and Edge: a click in the second box, and keys in the field for reasons."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    form = document.formenv
    number = next(n for n, page in enumerate(PdfReader(BytesIO(data)).pages) if "/Annots" in page)
    places = {}
    for reference in PdfReader(BytesIO(data)).pages[number]["/Annots"]:
        box = reference.get_object()
        states = [name for name in box["/AP"]["/N"] if name != "/Off"] if "/Parent" in box else []
        places[str(box.get("/T", "")) or states[0]] = [float(side) for side in box["/Rect"]]
    page = document[number]
    raw = pypdfium2.raw
    for name in ("/with_changes", REASONS):
        x, y = (places[name][0] + places[name][2]) / 2, (places[name][1] + places[name][3]) / 2
        raw.FORM_OnMouseMove(form, page, 0, x, y)
        raw.FORM_OnLButtonDown(form, page, 0, x, y)
        raw.FORM_OnLButtonUp(form, page, 0, x, y)
    for sign in "Därför: åäö":
        raw.FORM_OnChar(form, page, ord(sign), 0)
    raw.FORM_ForceToKillFocus(form)
    out = BytesIO()
    document.save(out)
    page.close()
    document.close()
    return out.getvalue()


def test_what_pypdf_filled_in_is_read(sent: bytes) -> None:
    """Every field, with its line breaks and its letters."""
    came = read_file(filled(sent))
    assert {name: came.values.of(name) for name in FILLED} == {**FILLED, RULING: "with_changes"}
    assert came.values.ticked == ("with_changes",)


def test_what_chrome_s_engine_filled_in_is_read(sent: bytes) -> None:
    """By mouse and keys; the pages are the same as when they left."""
    came = read_file(by_pdfium(sent))
    assert (came.values.of(RULING), came.values.of(REASONS)) == ("with_changes", "Därför: åäö")
    assert came.print == fingerprint(sent)


def test_reading_waits_while_another_thread_draws(sent: bytes) -> None:
    """PDFium serves one thread at a time; two at once could end the app."""
    read: list[object] = []
    reader = Thread(target=lambda: read.append(fingerprint(sent)))
    with PDFIUM:
        reader.start()
        reader.join(0.5)
        assert read == []
    reader.join(30)
    assert read == [fingerprint(sent)]


def test_an_unfilled_file_holds_nothing(sent: bytes) -> None:
    """No field has a value, no box is ticked, nobody has signed."""
    came = read_file(sent)
    assert {value for _, value in came.values.by_name} == {""}
    assert (came.values.ticked, came.signed, came.signed_values, came.added) == ((), (), None, ())


def test_a_file_saved_anew_has_the_same_marks(sent: bytes) -> None:
    """Other packing and other order are no difference."""
    anew = filled(sent)
    assert anew != sent
    assert fingerprint(anew) == fingerprint(sent)


def _locked(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt("hemligt", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _swollen(data: bytes) -> bytes:
    """A small file whose first page unpacks to more than anybody has memory for."""
    writer = PdfWriter(clone_from=BytesIO(data))
    stream = DecodedStreamObject()
    stream.set_data(b" " * (MOST_UNPACKED + 10_000_000))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _many_pages(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(data))
    for _ in range(130):
        writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda _: b"", "returned_not_pdf"),
        (lambda _: b"PK\x03\x04" + b"0" * 5000, "returned_not_pdf"),
        (lambda data: data + b"\0" * MOST_BYTES, "returned_too_large"),
        (lambda data: data[: len(data) // 3], "returned_broken"),
        (_locked, "returned_locked"),
        (_many_pages, "returned_not_ours"),
        (pages_alone, "returned_not_ours"),
        (_swollen, "returned_too_heavy"),
        (lambda data: with_other_plan(data, b'"stegvis_plan":1', b'"stegvis_plan":2'), "returned_newer"),
        (lambda data: with_other_plan(data, b'"stegvis_plan":1', b'"something":1'), "returned_not_ours"),
        (lambda data: with_other_plan(data, b'"steps":[', b'"steps":[7,'), "returned_plan_unreadable"),
        (lambda data: with_other_plan(data, b"{", b"["), "returned_plan_unreadable"),
        (lambda data: with_field(data, REASONS, "Å" * (MOST_SIGNS + 1)), "returned_too_heavy"),
    ],
)
def test_what_cannot_be_read_is_said(sent: bytes, spoil: Callable[[bytes], bytes], code: str) -> None:
    """Each with a sentence that tells what to do, and without a trace of the program."""
    assert code_of(spoil(sent)) == code


def test_another_of_our_documents_is_not_taken_for_it() -> None:
    """The secret annex has neither form nor plan."""
    assert code_of(render_pdf(build_appendix(NeedsMapping()))) == "returned_not_ours"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=40)), min_size=1, max_size=8))
def test_no_file_breaks_the_reader(sent: bytes, places: list[tuple[float, bytes]]) -> None:
    """Whatever is overwritten in it, it is read or refused."""
    data = bytearray(sent)
    for share, other in places:
        at = int(share * (len(data) - 1))
        data[at : at + len(other)] = other
    try:
        assert read_file(bytes(data)).print.pages
    except BadInput as refused:
        assert returned_text(refused.code, refused.data)  # noqa: PT017 - either is right, and nothing else


def test_the_plan_comes_back_as_it_left(made: Any, facts: DocumentFacts) -> None:
    """Bytes in, bytes out: the same mark, and a plan that can be read."""
    proposal = left(made, facts)
    came = read_file(filled(proposal.data))
    assert came.print.code == proposal.form.code
    assert came.plan.facts.student == "Test Testsson"
    assert [step.number for step in came.plan.steps] == [1, 2, 3, 4]
