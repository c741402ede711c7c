"""How the student's own page is drawn: as it was, every word on it, and larger where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pytest

from exports.pdf import render_pdf
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage, build_student_page
from planning.items import ItemKind
from tests.exports.pictures import check_picture
from tests.exports.test_student_page import days, item, with_items


@pytest.mark.parametrize(
    ("style", "page"), [(PictureStyle.CALM, 1), (PictureStyle.CALM, 8), (PictureStyle.COLOURFUL, 5)]
)
def test_the_page_looks_as_it_did(make_plan: Callable[[int], Any], style: PictureStyle, page: int) -> None:
    """A week of little and a full one, calm without a number to write to; in colours with one."""
    made = make_plan(8)
    own = OwnPage(first_name="Test", calm_place="Grupprum 2", likes="spel och musik", style=style)
    if style is PictureStyle.COLOURFUL:
        own = own.model_copy(update={"phone": "070-000 00 00"})
    data = render_pdf(build_student_page(made.problem, made.plan, own))
    check_picture(data, f"schema-{style}-{page}", page, in_all_colours=True)


def test_nothing_is_lost_on_a_full_day(make_plan: Callable[[int], Any]) -> None:
    """Three items beside five lessons: on paper stands every time, name and fact, in letters that can be read."""
    made = make_plan(4)
    planned = with_items(
        made.plan, item(ItemKind.WAKE_UP, "thu", "06:50", "07:05", carrier="coach_remote"),
        item(ItemKind.BREAKFAST, "thu", "07:50", "08:00", person="Coach Exempel", place="library"),
        item(ItemKind.BREAK_WITH_ADULT, "thu", "09:10", "09:20"),
    )  # fmt: skip
    document = build_student_page(made.problem, planned, OwnPage(first_name="Test"), current_step=4)
    page = pdfium.PdfDocument(render_pdf(document))[3]
    text = page.get_textpage().get_text_bounded()
    for moment in days(made.problem, planned, 4)[3]:
        for part in (moment.time, *moment.name.split(), *(word for fact in moment.details for word in fact.split())):
            assert part in text, part
    assert "…" not in text


def test_larger_letters_are_larger(make_plan: Callable[[int], Any]) -> None:
    """Of the day's times and names, where there is room (question ST2)."""
    made = make_plan(8)
    tall = {}
    for is_large in (False, True):
        data = render_pdf(build_student_page(made.problem, made.plan, OwnPage(first_name="Test", large=is_large)))
        page = pdfium.PdfDocument(data)[0].get_textpage()
        at = page.get_text_range().index("12.20")
        _, bottom, _, top = page.get_charbox(at)
        tall[is_large] = top - bottom
    assert tall[True] > 1.2 * tall[False]
