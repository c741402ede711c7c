"""Golden files notice what a reader would notice, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from exports.blocks import Document, Heading, Paragraph
from exports.pdf import render_pdf
from tests.exports import pictures
from tests.exports.pictures import check_picture, check_text, distance, picture

WORDS = "Eleven är med på måndagar från början till slut, och åtta lektioner i veckan räcker först. " * 12


@pytest.fixture
def golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of golden files that begins empty."""
    monkeypatch.setattr(pictures, "GOLDEN", tmp_path)
    monkeypatch.delenv("STEGVIS_GOLDEN", raising=False)
    return tmp_path


def page(words: str = WORDS, title: str = "Så här växer veckan") -> bytes:
    """A page of text."""
    return render_pdf(
        Document(title="T", subject="T", author="A", blocks=(Heading(level=1, text=title), Paragraph(text=words)))
    )


def test_page_looks_like_the_picture_that_was_kept_of_it(golden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run with STEGVIS_GOLDEN=new keeps it; every run after that compares."""
    with pytest.raises(pytest.fail.Exception, match="STEGVIS_GOLDEN=new"):
        check_picture(page(), "page")
    monkeypatch.setenv("STEGVIS_GOLDEN", "new")
    check_picture(page(), "page")
    monkeypatch.delenv("STEGVIS_GOLDEN")
    check_picture(page(), "page")
    assert (golden / "page.png").stat().st_size < 40_000


@pytest.mark.parametrize(
    "other",
    [page(WORDS.replace("måndagar", "tisdagar", 1)), page(title="Så här växte veckan"), page(WORDS[:-90]), page("")],
    ids=["a word", "a letter of the title", "a line", "everything"],
)
def test_page_that_a_reader_would_call_another_one_fails(
    golden: Path, monkeypatch: pytest.MonkeyPatch, other: bytes
) -> None:
    """The failure says where golden and drawn page can be seen side by side."""
    monkeypatch.setenv("STEGVIS_GOLDEN", "new")
    check_picture(page(), "page")
    monkeypatch.delenv("STEGVIS_GOLDEN")
    with pytest.raises(pytest.fail.Exception, match=r"page\.png"):
        check_picture(other, "page")


def test_softer_edges_are_the_same_page() -> None:
    """Another version of the drawing library may smooth letters otherwise; a page of another size is another page."""
    drawn = picture(page())
    soft = Image.blend(drawn, drawn.filter(ImageFilter.SMOOTH), 0.12)
    assert distance(drawn, drawn) == (0, 0)
    assert distance(drawn, soft).mean > 0
    assert distance(drawn, soft).is_small
    assert not distance(drawn, drawn.resize((drawn.width, drawn.height + 1))).is_small


def test_text_is_kept_and_compared_letter_by_letter(golden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same command makes both kinds of golden files anew."""
    monkeypatch.setenv("STEGVIS_GOLDEN", "new")
    check_text("Måndag\n", "text")
    monkeypatch.delenv("STEGVIS_GOLDEN")
    check_text("Måndag\n", "text")
    with pytest.raises(AssertionError):
        check_text("Tisdag\n", "text")
    assert (golden / "text.txt").read_bytes() == "Måndag\n".encode()
