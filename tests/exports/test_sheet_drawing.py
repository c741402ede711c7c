"""A sheet keeps to its page: as large as fits, never cut, whatever stands on it."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Document
from exports.page_format import PageFormat
from exports.pdf import render_pdf
from exports.sheet_blocks import (
    Bullet,
    CutCard,
    CutCards,
    FourSheets,
    Sheet,
    SheetField,
    SheetFields,
    SheetLines,
    SheetPair,
    SheetTable,
    SheetText,
)
from tests.exports.small_papers import check_conformance


def sheet(text: str = "ord", *, rows: int = 2, number: int = 1) -> Sheet:
    """A sheet with every kind of part."""
    lines = SheetLines(title=text, lines=(text,) * rows, bullet=Bullet.DO)
    fields = SheetFields(title=text, rows=(SheetField(label=text, value=text), SheetField(label=text)))
    return Sheet(
        title=text, subtitle=text, foot=text, number=number,
        parts=(
            SheetText(text=text, is_muted=True),
            SheetTable(title=text, head=(text, text), rows=((text, (text, text)), ("", "")) * rows, widths=(1, 2),
                       ruled=(1,)),
            SheetPair(left=(lines,), right=(fields,)),
            SheetPair(left=(lines.model_copy(update={"is_set_apart": True}),),
                      right=(lines.model_copy(update={"is_set_apart": True}),)),
        ),
    )  # fmt: skip


def document(*blocks: Sheet | FourSheets | CutCards, page: PageFormat = PageFormat.A4) -> Document:
    """A document of small papers."""
    return Document(title="T", subject="T", author="", page_text="", format=page, blocks=blocks)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=500))
def test_any_text_can_stand_on_a_small_paper(text: str) -> None:
    """One page a sheet, two for cards, whatever somebody has written."""
    card = CutCard(icon="", front=text, line=text, blanks=1, back_title=text, back=(text,) * 4)
    cards = CutCards(cards=(card,) * 8, fronts_title=text, backs_title=text, number=3)
    whole = document(sheet(text), FourSheets(sheets=(sheet(text, number=2),) * 4), cards)
    assert len(PdfReader(io.BytesIO(render_pdf(whole))).pages) == 4


@pytest.mark.parametrize("page", [PageFormat.A4, PageFormat.A6])
@pytest.mark.parametrize("rows", [0, 1, 12, 60])
def test_a_sheet_is_one_page_and_loses_no_line(rows: int, page: PageFormat) -> None:
    """Every line stands on it, however many there are."""
    many = sheet(rows=1).model_copy(
        update={"parts": (SheetLines(title="T", lines=tuple(f"rad{n:03d}" for n in range(rows))),)}
    )
    data = render_pdf(document(many, page=page))
    (only,) = PdfReader(io.BytesIO(data)).pages
    text = only.extract_text()
    assert all(f"rad{n:03d}" in text for n in range(rows))
    check_conformance(document(many, page=page))


def test_a_sheet_that_may_run_on_takes_the_pages_it_needs() -> None:
    """In letters of their own size."""
    long = sheet(rows=80).model_copy(update={"may_run_on": True, "parts": sheet(rows=80).parts[:2]})
    assert len(PdfReader(io.BytesIO(render_pdf(document(long)))).pages) > 1
    check_conformance(document(long))
