"""Emoji on paper: drawn with another font's signs, measured as drawn, and read back as they were written."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Document, Heading, Paragraph, Rows
from exports.pdf import render_pdf
from exports.style import BODY, BOLD, DISPLAY, SEMI, printable, register_fonts, text_width
from tests.exports.drawn import misplaced
from tests.exports.pictures import picture
from tests.exports.put_in import missing
from tests.exports.spoken import spoken
from tests.exports.stress_cases import EMOJI, PDFS, printed
from tests.exports.validator import faults

FIXED = ("kort.pdf",)
"""Documents without a word that somebody has written."""


def page(*texts: str) -> Document:
    """A document that says each text in a heading, a paragraph, the head of a table and a cell."""
    rows = Rows(head=texts, rows=(texts,))
    said = tuple(Paragraph(text=text) for text in texts)
    return Document(
        title=texts[0], subject="S", author=texts[0], blocks=(Heading(level=1, text=texts[0]), *said, rows)
    )


def extracted(data: bytes) -> str:
    """The text that pypdf takes out of the file."""
    return " ".join(part.extract_text() for part in PdfReader(io.BytesIO(data)).pages)


def fonts_of(data: bytes) -> set[str]:
    """The fonts that the first page uses."""
    fonts = PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"].values()
    return {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts}


@pytest.mark.parametrize("name", [name for name in PDFS if name not in FIXED])
def test_every_document_gives_its_emoji_back(name: str) -> None:
    """To whoever listens, and to another reader; a colour of skin and the wish for a picture are kept."""
    data = printed("emoji", name).data
    heard = " ".join(one.text for one in spoken(data))
    read = extracted(data)
    assert [sign for sign in EMOJI.split() if sign not in heard or sign not in read] == []


def test_emoji_stand_in_headings_cells_bookmarks_and_the_title() -> None:
    """In the file's information and its bookmarks too, and without a fault."""
    document = page(f"Häst {EMOJI}", f"{EMOJI}mitt i{EMOJI}")
    data = render_pdf(document)
    reader = PdfReader(io.BytesIO(data))
    assert missing(document, spoken(data)) == []
    assert [*faults(data), *misplaced(data)] == []
    assert reader.metadata is not None
    assert reader.xmp_metadata is not None
    assert reader.metadata.title == reader.metadata.author == document.title
    assert reader.xmp_metadata.dc_title == {"x-default": document.title}
    assert [entry.title for entry in reader.outline] == [document.title]  # type: ignore[union-attr]  # one level


@settings(max_examples=25)
@given(st.lists(st.text(alphabet=[*"aåÖ1.", *"🙂👍\U0001f3fd🐴⭐❤\ufe0f🏠\u20e3"], min_size=1, max_size=8), min_size=1))
def test_any_mixture_of_letters_and_emoji_is_read_as_it_was_written(words: list[str]) -> None:
    """Letter by letter, however often the font changes."""
    text = " ".join(words)
    data = render_pdf(Document(title="T", subject="S", author="A", blocks=(Paragraph(text=text),)))
    said = next(one.text for one in spoken(data) if one.tag == "P")
    assert said.split() == printable(text).split() == text.split()


def test_more_emoji_than_a_part_of_a_font_holds_are_read() -> None:
    """Each with the part that has it."""
    every = [chr(code) for code in range(0x1F300, 0x1FA00) if printable(chr(code)) == chr(code)]
    lines = tuple(Paragraph(text=" ".join(every[at : at + 100])) for at in range(0, len(every), 100))
    data = render_pdf(Document(title="T", subject="S", author="A", blocks=(Heading(level=1, text="T"), *lines)))
    heard = "".join(one.text for one in spoken(data))
    assert len(every) > 600
    assert [sign for sign in every if sign not in heard] == []
    assert faults(data) == []


@pytest.mark.parametrize("font", [BODY, SEMI, BOLD, DISPLAY])
def test_a_text_is_as_wide_as_its_letters_and_its_emoji(font: str) -> None:
    """In every font an emoji takes the room that it is drawn in."""
    register_fonts()
    emoji = text_width("🙂", BODY, 10)
    assert emoji > 10
    assert text_width("a🙂b", font, 10) == pytest.approx(text_width("ab", font, 10) + emoji)


def test_a_colour_of_skin_takes_no_room_and_is_not_seen() -> None:
    """Black ink has none."""
    plain, coloured = (render_pdf(page(f"a 👍{tone} b")) for tone in ("", "\U0001f3fd"))
    assert picture(plain) == picture(coloured)


def test_a_document_without_emoji_carries_no_font_for_them() -> None:
    """And one with emoji a single one."""
    assert "NotoEmoji-Regular" not in fonts_of(render_pdf(page("Häst")))
    assert "NotoEmoji-Regular" in fonts_of(render_pdf(page("Häst 🐴")))


def test_what_no_font_has_is_still_said_to_be_missing() -> None:
    """With a question mark; a sign that only changes another is left out."""
    assert printable("دری") == "???"
    assert printable("a\ufe01b") == "ab"
