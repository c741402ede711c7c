"""One visit to a page in one of its states, and all that is seen to be wrong there, by promise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

from tests.browser.steps import WIDTHS

_LOOKING = (Path(__file__).parent / "looking.js").read_text(encoding="utf-8")
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PHONE, NARROW, ZOOMED, WIDE = (390, 844), (320, 640), (640, 450), (1440, 900)
MOST_STOPS = 400


@dataclass(frozen=True)
class Excused:
    """Something that axe finds within an element of Streamlit's own, and why it stays."""

    rule: str
    within: str
    why: str


@dataclass
class Seen:
    """What is wrong, by promise; and which excuses were needed."""

    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    met: set[int] = field(default_factory=set)


def look(page: Page, excused: tuple[Excused, ...]) -> Seen:
    """Look at the page as it stands, in every way that something is promised of."""
    seen = Seen()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its two words
        page.wait_for_timeout(150)
        for size in WIDTHS.values():
            _resize(page, size)
            found = ask(page, "axe", [[each.rule, each.within] for each in excused])
            seen.wrong["axe"] += [f"{fault} ({scheme})" for fault in found["found"]]
            seen.met |= set(found["met"])
    page.emulate_media(color_scheme="light")
    for promise, size in (("reflow", NARROW), ("zoom", ZOOMED), ("reflow", PHONE)):
        _resize(page, size)
        seen.wrong[promise] += ask(page, "tooWide")
    seen.wrong["spacing"] += ask(page, "cutWhenSpaced")
    page.emulate_media(reduced_motion="reduce")
    seen.wrong["motion"] += ask(page, "moving")
    page.emulate_media(reduced_motion="no-preference", forced_colors="active")
    seen.wrong["contrast mode"] += ask(page, "withoutBorder") + ask(page, "chosenWithoutMark")
    page.emulate_media(forced_colors="none")
    _resize(page, WIDE)
    _walk_with_keys(page, seen)
    return seen


def ask(page: Page, what: str, *given: Any) -> Any:
    """Ask the page by one of the functions of `looking.js`."""
    if not page.evaluate("() => Boolean(window.looking && window.axe)"):
        page.evaluate(_AXE)
        page.evaluate(_LOOKING)
    return page.evaluate(f"(given) => looking.{what}(...given)", list(given))


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(120)


def _walk_with_keys(page: Page, seen: Seen) -> None:
    """From the top with Tab alone until one has come round."""
    expected = ask(page, "beginTabbing")
    for _ in range(min(expected + 30, MOST_STOPS)):
        page.keyboard.press("Tab")
        if page.evaluate("() => looking.tabbed()"):
            break
    else:
        seen.wrong["keyboard"].append("one does not come round")
    seen.wrong["keyboard"] += [f"not reached: {each}" for each in ask(page, "notReached")]
    seen.wrong["keyboard"] += [f"focus unseen: {each}" for each in ask(page, "hidden")]
