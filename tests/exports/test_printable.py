"""Text on its way to paper."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from exports.printable import clean, in_font
from exports.style import BODY, DISPLAY, printable

SWEDISH = "ABCÅÄÖabcåäöéÉü 0123456789 .,:;–…·§%()«»“”•→"


@given(st.text())
def test_cleaned_text_is_one_line_without_control(text: str) -> None:
    """No control character, no line break, no double space, whatever came in."""
    cleaned = clean(text)
    assert all(unicodedata.category(sign)[0] != "C" for sign in cleaned)
    assert "  " not in cleaned
    assert "\n" not in cleaned


@given(st.text(min_size=50))
def test_length_is_capped(text: str) -> None:
    """The cut is shown."""
    cleaned = clean(text, 20)
    assert len(cleaned) <= 20


def test_the_fonts_have_what_swedish_needs() -> None:
    """Every sign of the documents is in both fonts, so nothing becomes a question mark."""
    assert printable(SWEDISH, BODY) == SWEDISH
    assert printable("ABCÅÄÖabcåäöé 0123456789 .,:–·", DISPLAY) == "ABCÅÄÖabcåäöé 0123456789 .,:–·"


def test_a_missing_sign_becomes_its_nearest() -> None:
    """Without its mark where the font has that, else a question mark."""
    assert in_font("gḡ🙂", {ord("g")}) == "gg?"
