"""The code that begins a text message: read by a reader that others have made, on every paper that has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp

from exports.bad_day_page import build_short_days
from exports.blocks import Document
from exports.first_day import build_first_day
from exports.pdf import render_pdf
from exports.pocket_card import build_pocket_cards
from exports.pocket_card_blocks import CardSize
from exports.student_page import OwnPage, build_student_page
from exports.style import BODY, BOLD, DISPLAY, face_for
from tests.exports.pictures import picture

OWN = OwnPage(first_name="Test", phone="070-000 00 00")
SAYS = "SMSTO:0700000000:Hej! Det blev för mycket. Kan du höra av dig?"


def _card(problem: Any, plan: Any, own: OwnPage) -> Document:
    return build_pocket_cards(problem, plan, own, CardSize.POSTCARD)


def _wallet(problem: Any, plan: Any, own: OwnPage) -> Document:
    return build_pocket_cards(problem, plan, own, CardSize.WALLET)


def _wallets(problem: Any, plan: Any, own: OwnPage) -> Document:
    return build_pocket_cards(problem, plan, own, CardSize.WALLET, on_sheet=True)


@pytest.mark.parametrize(
    ("build", "codes"),
    [(build_student_page, 1), (_card, 1), (_wallet, 1), (_wallets, 8), (build_first_day, 1), (build_short_days, 1)],
)
def test_the_code_is_read_as_a_message(made: Any, build: Callable[..., Document], codes: int) -> None:
    """At the sharpness of a plain printer, also on copies."""
    drawn = picture(render_pdf(build(made.problem, made.plan, OWN)), dots_per_inch=300)
    assert [code.text for code in zxingcpp.read_barcodes(drawn)] == [SAYS] * codes


def test_signs_that_the_headings_font_lacks_are_drawn_in_another() -> None:
    """So that a name is whole; other fonts stay as they are."""
    assert face_for("Måndag", DISPLAY) == DISPLAY
    assert face_for("Привет", DISPLAY) == BOLD
    assert face_for("Привет", BODY) == BODY
