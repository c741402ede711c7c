"""The coach's sheet: the day in order, boxes to tick, texts to send, and nobody left out in silence."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from exports.day_sheet import CoachDay, DayAgreed, DayRow, DayText, LeftOutCase, build_day_sheet
from exports.pdf import render_pdf
from exports.plain_text import render_text
from tests.exports.pictures import check_picture, check_text
from tests.exports.small_papers import HOSTILE, check_conformance

TICKS = ("kom", "på lektion", "stannade")
DAY = CoachDay(
    date=dt.date(2027, 1, 28),
    rows=(
        DayRow(start=650, end=700, who="Maxi", what=("Svenska", "du är med"), where="A12", is_mine=True, ticks=TICKS),
        DayRow(start=540, end=560, who="Mini", what=("Skjuts till skolan", "du kör"), is_mine=True, ticks=("blev av",)),
        DayRow(start=570, end=660, who="Mini", what=("Slöjd", "du är med"), where="litet rum", is_mine=True,
               ticks=TICKS),
        DayRow(start=660, end=700, who="Mini", what=("Matematik", "utan dig"), where="B14", ticks=TICKS),
        DayRow(start=480, who="Maxi", what=("Sms", "från dig"), is_mine=True, ticks=("skickat",)),
        DayRow(when="kväll", who="Mini", what=("kort för nästa dag",), is_mine=True, ticks=("lämnat",)),
    ),
    texts=(DayText(when="08.00", who="Maxi", words="God morgon Maxi! I dag: Svenska 10.50–11.40."),),
    agreed=(
        DayAgreed(
            who="Maxi", bad_day=("Bara Svenska 10.50–11.15",), calm_place="biblioteket", phones=("070-000 00 00",)
        ),
        DayAgreed(who="Mini", bad_day=("Ett sms räcker.",)),
    ),
    free=("Test",),
    left_out=(LeftOutCase(who="Prov", why="ingen plan än"), LeftOutCase(who="", why="filen går inte att läsa")),
)  # fmt: skip


def test_the_sheet_reads_and_looks_as_it_did() -> None:
    """Every word, and the page as a picture."""
    document = build_day_sheet(DAY)
    check_text(render_text(document), "dagblad")
    check_picture(render_pdf(document), "dagblad")


def test_the_day_stands_in_the_order_of_the_clock() -> None:
    """What has no hour comes last."""
    lines = render_text(build_day_sheet(DAY)).splitlines()
    times = [line.split(" | ")[0] for line in lines if "[ ]" in line]
    assert times == ["08.00", "09.00–09.20", "09.30–11.00", "10.50–11.40", "11.00–11.40", "kväll"]


def test_two_things_at_once_are_said() -> None:
    """Only where the coach is to be at both, and never of one student alone."""
    text = render_text(build_day_sheet(DAY))
    assert "• 10.50: Mini och Maxi" in text
    assert text.count("• ") == 2  # and the line of those with nothing planned


def test_nobody_is_left_out_in_silence() -> None:
    """Those who have nothing planned, those who are not on the sheet and why; a case without a name too."""
    text = render_text(build_day_sheet(DAY))
    assert "• Test" in text
    assert "– Prov: ingen plan än" in text
    assert "– Utan namn: filen går inte att läsa" in text


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    """Calm place and number."""
    assert "Mini | Ett sms räcker. | ______ | ______" in render_text(build_day_sheet(DAY))


def test_every_page_says_that_it_is_the_coachs_own() -> None:
    """Also when the day runs over several pages; the head of the table is repeated."""
    many = DAY.model_copy(update={"rows": DAY.rows * 12})
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(build_day_sheet(many)))).pages]
    assert len(pages) > 2
    assert all("Bara för coachen." in page for page in pages)
    check_conformance(build_day_sheet(many))


def test_an_empty_day_says_so() -> None:
    """No cases, or nothing planned."""
    document = build_day_sheet(CoachDay(date=DAY.date))
    assert "Inget är planerat den här dagen." in render_text(document)
    check_conformance(document, build_day_sheet(DAY))


@pytest.mark.parametrize("text", [HOSTILE, "", "Ö" * 200])
def test_no_text_breaks_the_sheet(text: str) -> None:
    """Whatever names, subjects and places are called."""
    row = DayRow(start=480, end=490, who=text, what=(text, text), where=text, is_mine=True, ticks=(text, text))
    day = DAY.model_copy(
        update={
            "rows": (row, row),
            "texts": (DayText(when=text, who=text, words=text),),
            "agreed": (DayAgreed(who=text, bad_day=(text,), calm_place=text, phones=(text, text), address=text),),
            "left_out": (LeftOutCase(who=text, why=text),),
        }
    )
    check_conformance(build_day_sheet(day))
