"""WCAG 2.1 AA and more, held for every page in each of its states. What is held stands in docs/accessibility.md."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.house import House, house_of
from tests.browser.looks import Excused, Seen, look
from tests.browser.pages_shown import SHOWN, Shown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXCUSED: tuple[Excused, ...] = (
    Excused(
        "target-size",
        '[data-testid="stDateInput"]',
        "The parts of a date that Streamlit's field is written in are narrower than 24 pixels; beside each stands the "
        "whole field, which takes the same date typed.",
    ),
)
PROMISES = ("axe", "reflow", "zoom", "spacing", "motion", "contrast mode", "keyboard")
PRINTED = ("home", "home-guardian", "my-week", "summary")
"""Pages that somebody prints as they stand. The week of the plan is tested beside the plan."""
_LOOKED: dict[str, Seen] = {}


@pytest.fixture(scope="module")
def house(browser: Browser) -> Iterator[House]:
    """Both apps, for all pages."""
    _LOOKED.clear()
    with house_of(browser) as made:
        yield made


def looked_at(house: House, shown: Shown) -> Seen:
    """What was seen there, on one visit."""
    if shown.key not in _LOOKED:
        _LOOKED[shown.key] = look(shown.reach(house), EXCUSED)
    return _LOOKED[shown.key]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.key)
def test_every_page_holds_what_is_promised(house: House, shown: Shown) -> None:
    """By rule (axe) at three widths in both colours; narrow, zoomed, spaced, still, in few colours, by keys alone."""
    seen = looked_at(house, shown)

    told = [f"{promise}: {fault}" for promise in seen.wrong for fault in dict.fromkeys(seen.wrong[promise])]
    assert not told, "\n".join(told)
    assert set(seen.wrong) == set(PROMISES)


def test_the_first_link_leads_past_the_bar(house: House) -> None:
    """In Swedish, seen when it has the focus, and one Tab after it stands the first thing of the page itself."""
    page = house.go("alone", "ramar", "demo")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Till innehållet")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    within = page.evaluate("() => Boolean(document.activeElement.closest('.st-key-stepbar'))")
    assert not within
    assert page.evaluate("() => Boolean(document.activeElement.closest('[data-testid=stMain]'))")


@pytest.mark.parametrize("key", PRINTED)
def test_what_is_printed_is_one_page(house: House, key: str) -> None:
    """A4, with the page's own content and without the bar and the buttons."""
    page = next(shown for shown in SHOWN if shown.key == key).reach(house)
    page.emulate_media(media="print")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.emulate_media(media="screen")
    text = " ".join(reader.pages[0].extract_text().split())

    assert len(reader.pages) == 1
    assert len(text) > 100
    assert "Lås nu" not in text
    assert "English" not in text


def test_every_excuse_is_still_needed(house: House) -> None:
    """What Streamlit has mended is taken off the list."""
    if len(_LOOKED) < len(SHOWN):
        pytest.skip("only some of the pages were looked at")
    met = set().union(*(seen.met for seen in _LOOKED.values()))

    assert [excuse for number, excuse in enumerate(EXCUSED) if number not in met] == []
