"""The extract as a document: what it says, word for word, and that no text breaks it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.data_export import Extract, ExtractPart, build_extract
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.text_blocks import Entry
from tests.exports.validator import faults

GOLDEN = """Personuppgifter – lämnas till den det gäller
Det som är sparat

# Det som är sparat

Till Kim.

Gjort i dag.

## Ärendet

Kallas: Kim

## Svar

Det senaste.

När | Svar
i går | Ja

## Beslut

Inget är sparat.
"""


def extract(text: str = "Ja") -> Extract:
    """A small one."""
    return Extract(
        title="Det som är sparat",
        lead="Till Kim.",
        about=("Gjort i dag.",),
        parts=(
            ExtractPart(heading="Ärendet", facts=(Entry(label="Kallas", values=("Kim",)),)),
            ExtractPart(
                heading="Svar", intro="Det senaste.", head=("När", "Svar"), rows=(("i går", text),), widths=(1, 3)
            ),
            ExtractPart(heading="Beslut", head=("När",)),
        ),
    )


def test_it_says_what_is_kept_and_what_is_not() -> None:
    """A part of which nothing is kept says so: a gap would leave the reader wondering."""
    assert render_text(build_extract(extract())) == GOLDEN


def test_it_keeps_to_the_standards_and_names_nobody_in_the_file_s_own_facts() -> None:
    """PDF/UA-1 and PDF/A-3a; the name stands in the text alone."""
    made = render_pdf(build_extract(extract()))
    assert faults(made) == []
    told = PdfReader(io.BytesIO(made)).metadata
    assert told is not None
    assert "Kim" not in str(dict(told))


@pytest.mark.parametrize("text", ["<b>fet</b>", "<img src='x'/>", "&amp;", "=1+1", "a" * 4000, "\U0001f600"])
def test_hostile_text_is_only_text(text: str) -> None:
    """What somebody has answered is drawn as it was written."""
    made = render_pdf(build_extract(extract(text)))
    assert len(PdfReader(io.BytesIO(made)).pages) >= 1
    assert b"/URI" not in made


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever a child has written."""
    assert render_pdf(build_extract(extract(text))).startswith(b"%PDF")
