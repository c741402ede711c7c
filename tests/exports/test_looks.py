"""Colour is never the only carrier: looks can be told apart in grey, and ink can be read on every tint."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.lib.colors import Color, white
from reportlab.pdfgen.canvas import Canvas

from exports.blocks import Look
from exports.style import BRAND, BRAND_TINT, INK, MUTED, PAINTS, SAND, paint_box
from tests.exports.pictures import picture

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: between letters and what they stand on."""
LEAST_APART = 3.0
"""Mean difference in grey between two looks' edges, of 255. Our default: seen on a school's printer."""


def brightness(colour: Color) -> float:
    """Relative luminance by WCAG."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb())
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: Color, other: Color) -> float:
    """Between 1 and 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_counted_as_the_standard_counts_it() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast(Color(0, 0, 0), white) == pytest.approx(21)
    assert contrast(INK, INK) == 1


@pytest.mark.parametrize("look", Look)
def test_ink_can_be_read_on_every_tint(look: Look) -> None:
    """Names and times stand on the tint; the pattern at its edge can be told from it."""
    assert contrast(INK, PAINTS[look].tint) >= LEAST_CONTRAST
    assert contrast(MUTED, PAINTS[look].tint) >= LEAST_CONTRAST
    assert contrast(PAINTS[look].edge, PAINTS[look].tint) >= (3 if PAINTS[look].pattern != "none" else 1)


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        (INK, white), (MUTED, white), (MUTED, SAND), (BRAND, white), (BRAND, BRAND_TINT), (white, BRAND),
        (INK, BRAND_TINT),
    ],
)  # fmt: skip
def test_letters_can_be_read_on_every_ground(letters: Color, ground: Color) -> None:
    """Headings, quiet words and what is set apart."""
    assert contrast(letters, ground) >= LEAST_CONTRAST


def test_no_two_looks_have_one_pattern() -> None:
    """The pattern alone says which it is."""
    assert len({paint.pattern for paint in PAINTS.values()}) == len(PAINTS) == len(Look)


def strip(look: Look) -> Image.Image:
    """The left edge of an entry in that look, in grey."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(60, 40))
    paint_box(canvas, (5, 5, 50, 30), look)
    canvas.save()
    return picture(out.getvalue(), dots_per_inch=200).convert("L").crop((12, 12, 34, 98))


@pytest.mark.parametrize(("one", "other"), list(combinations(Look, 2)))
def test_two_looks_are_told_apart_in_grey(one: Look, other: Look) -> None:
    """As they are printed without colours, and by their patterns: also when both are made equally dark on the whole."""
    first, second = strip(one), strip(other)
    assert ImageStat.Stat(ImageChops.difference(first, second)).mean[0] > LEAST_APART
    shift = ImageStat.Stat(first).mean[0] - ImageStat.Stat(second).mean[0]
    level = second.point(lambda dot: max(0, min(255, round(dot + shift))))
    assert ImageStat.Stat(ImageChops.difference(first, level)).mean[0] > LEAST_APART
