"""A tour of every page in each of its states: pictures, no English, no other host, nothing telling, and the veil.

The pictures are kept in `artefacts/pages/`, with `index.html` to look at them all.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.house import NAME, House, drawn, house_of
from tests.browser.looks import ask
from tests.browser.pages_shown import SHOWN, Shown
from tests.browser.running import ARTEFACTS
from tests.browser.steps import WIDTHS
from ui.frame import ways

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PICTURES = ARTEFACTS / "pages"
TALLEST = 3200
STREAMLIT_SAYS = re.compile(
    r"Choose (an? )?(option|date|file)|Use arrow keys|Browse files?|Drag and drop|per file|\(required\)|Increment|"
    r"Decrement|Very (dis)?satisfied|Fullscreen|Skip to (main )?content|App pages|Shortcut|Page not found|No results|"
    r"Connection error|not responding|Running|Connecting|Press Enter|Deploy|Rerun|Clear (all|cache)|Loading|Streamlit",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(the|and|of|with|without|your|you|please|choose|select|upload|download|browse|clear|remove|required|optional|"
    r"previous|next|month|year|calendar|search|settings|close|show|hide|more|error|page|press any|dialog|toggle|"
    r"expand|collapse|empty)\b",
    re.IGNORECASE,
)  # fmt: skip
MAY_STAND_IN_ADDRESS = {"arende": None, "vidare": None, "sprak": {"sv", "en"}}
PRIVATE = (NAME, "Kim", "Exempel", "Bildsalen", "matsalen", "Slöjd")
"""The student's name, and things that the student has ticked."""


@pytest.fixture(scope="module")
def house(browser: Browser) -> Iterator[House]:
    """Both apps, for the whole tour."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with house_of(browser) as made:
        yield made
    _write_index()


def test_every_page_is_on_the_list() -> None:
    """Whoever registers a page says how it is reached; what is no longer registered leaves the list."""
    assert set(ways._ADDRESSES) == {shown.page for shown in SHOWN} - {""}
    assert len({shown.key for shown in SHOWN}) == len(SHOWN)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.key)
def test_every_page_is_swedish_private_and_keeps_to_its_own_host(house: House, shown: Shown) -> None:
    """Pictures are taken of it; then every word, its title, its address, and whom it has asked for anything."""
    house.complaints.clear()
    page = shown.reach(house)
    _take_pictures(page, shown.key)

    assert shown.key == "broken" or page.get_by_text("Något gick fel här.").count() == 0
    assert _english_on(page) == []
    assert page.title() == "Stegvis"
    _is_neutral(page.url)
    own = {urlsplit(app.address).netloc for app in house.apps.values()}
    assert house.hosts - {""} <= own, "«» is what the page has made itself (data:, blob:)"
    assert [said for said in house.complaints if "404" not in said and "401" not in said and "422" not in said] == []


@pytest.mark.parametrize("shown", [shown for shown in SHOWN if shown.has_name], ids=lambda shown: shown.key)
def test_the_veil_covers_names_and_answers(house: House, shown: Shown) -> None:
    """«Insynsskydd» put on, on one page, holds on the next; taken off, everything can be read again."""
    page = shown.reach(house)
    page.evaluate("sessionStorage.setItem('stegvis-insyn', 'on')")
    shown.reach(house)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur?.()")

    assert ask(page, "readable", list(PRIVATE)) == []
    page.evaluate("sessionStorage.setItem('stegvis-insyn', 'off')")


def test_files_and_languages_ask_no_other_host(house: House) -> None:
    """A file is fetched and the language changed and changed back: nothing of it leaves the program's own address."""
    page = house.go("alone", "dokument", "ready")
    with page.expect_download() as waiting:
        page.locator("[data-file='schema.pdf']").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    for name, lang in (("English", "en"), ("Svenska", "sv")):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
        drawn(page)
    own = {urlsplit(app.address).netloc for app in house.apps.values()}

    assert house.hosts - {""} <= own


def test_a_program_that_does_not_answer_is_told_of_in_swedish(house: House) -> None:
    """With what to do about it, and nothing in English."""
    page = house.go("coordinator", "")
    house.apps["town"].kill()
    expect(page.get_by_role("heading", name="Ingen kontakt")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Kontrollera att programmet är igång.")).to_be_visible()
    page.screenshot(path=PICTURES / "no-contact-1440.png")

    assert _english_on(page) == []


def _english_on(page: Page) -> list[str]:
    """What stands there in English: Streamlit's own words, and words that Swedish does not have."""
    words: list[list[str]] = ask(page, "words")
    return [f"«{text}» in {place}" for text, place in words if STREAMLIT_SAYS.search(text) or ENGLISH.search(text)]


def _is_neutral(address: str) -> None:
    """Nothing in it but the id of a case, where the door leads on to, and a language."""
    parts = urlsplit(address)
    assert not parts.fragment or parts.fragment.isascii()
    for name, value in parse_qsl(parts.query):
        allowed = MAY_STAND_IN_ADDRESS[name]
        assert allowed is None or value in allowed
        if name == "arende":
            assert value.startswith("case-") or uuid.UUID(value)


def _take_pictures(page: Page, key: str) -> None:
    for label, (width, height) in WIDTHS.items():
        _picture(page, width, height, f"{key}-{label}")
    page.emulate_media(color_scheme="dark")
    _picture(page, 390, 844, f"{key}-390-dark")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 900})


def _picture(page: Page, width: int, height: int, name: str) -> None:
    """The whole page, however far down it goes."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(150)
    tall = page.evaluate("""() => Math.max(document.documentElement.scrollHeight,
        document.querySelector('[data-testid="stMain"]')?.scrollHeight ?? 0)""")
    page.set_viewport_size({"width": width, "height": max(height, min(tall, TALLEST))})
    page.wait_for_timeout(200)
    page.screenshot(path=PICTURES / f"{name}.png")


def _write_index() -> None:
    """All pictures on one sheet."""
    rows = []
    for shown in SHOWN:
        pictures = sorted(PICTURES.glob(f"{shown.key}-[0-9]*.png"))
        images = "".join(f'<a href="{p.name}"><img loading="lazy" src="{p.name}" alt="{p.stem}"></a>' for p in pictures)
        rows.append(f"<h2>{escape(shown.key)}</h2><p>{escape(shown.about)}</p><div>{images}</div>")
    style = "body{font:16px sans-serif;background:#888}div{display:flex;gap:8px;align-items:start}img{height:480px}"
    sheet = f"<!doctype html><meta charset=utf-8><title>Stegvis</title><style>{style}</style>{''.join(rows)}"
    (PICTURES / "index.html").write_text(sheet, encoding="utf-8")
