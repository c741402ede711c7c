"""The map of a font to Unicode, as readers are to find it in the file."""

from __future__ import annotations

from exports.pdf_file import with_pairs, without_reserved_slots

MAP = """\
1 begincodespacerange
<00> <03>
endcodespacerange
4 beginbfchar
<00> <0000>
<01> <0061>
<02> <2B50>
<03> <1F642>
endbfchar
"""


def test_signs_beyond_the_first_plane_are_written_as_two_halves() -> None:
    """As UTF-16 has them; all others stay as they are."""
    assert with_pairs(MAP) == MAP.replace("<1F642>", "<D83DDE42>")


def test_slots_without_a_sign_are_left_out_and_not_counted() -> None:
    """Both standards forbid them."""
    kept = without_reserved_slots(MAP)
    assert "<0000>" not in kept
    assert "3 beginbfchar" in kept
