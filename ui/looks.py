"""The colours that the student's screens can have, light and dark, and what they change on the whole page.

Each is told by five colours; what else a screen needs is mixed from them (`components/tokens.css`). The first is the
app's own. `tests/ui/test_page_looks.py` measures every pair that text stands in.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, NamedTuple

from wording.language import tr


class Colours(NamedTuple):
    """The page, what lies on it, the text, what is marked, and buttons with white text."""

    paper: str
    second: str
    ink: str
    strong: str
    button: str


LOOKS: Final[dict[str, dict[str, Colours]]] = {
    "sand": {
        "light": Colours("#fbf8f1", "#f1ecdf", "#22302c", "#1c5f50", "#23705e"),
        "dark": Colours("#161c1b", "#212a28", "#ece9df", "#93d3bf", "#2a7d69"),
    },
    "mint": {
        "light": Colours("#edf6f0", "#dfede4", "#1f2f29", "#175a46", "#1f6e57"),
        "dark": Colours("#111f1a", "#1b2c26", "#e5efe9", "#8fd6b8", "#23785f"),
    },
    "sky": {
        "light": Colours("#eef5fb", "#dfeaf5", "#1f2b3a", "#1d5286", "#24629b"),
        "dark": Colours("#121a26", "#1c2735", "#e6ecf4", "#9cc7f2", "#2f6ca8"),
    },
    "lavender": {
        "light": Colours("#f5f1fb", "#e9e2f5", "#2a2638", "#553f92", "#5f4aa0"),
        "dark": Colours("#1a1725", "#262234", "#ebe7f4", "#c4b2f2", "#6a54b0"),
    },
    "stone": {
        "light": Colours("#f3f3f2", "#e6e7e7", "#262a2d", "#3b4f5c", "#465c6a"),
        "dark": Colours("#17191b", "#222527", "#ebebe8", "#b4c6d2", "#4f6676"),
    },
}
LIGHTS: Final = ("device", "light", "dark")

_ON_THE_PAGE = """
:root[data-look] :is(.stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"]) {
  background: var(--look-paper); color: var(--look-ink); }
:root[data-look] :is([data-testid="stDialog"] [role="dialog"], [data-testid="stForm"]) {
  background: var(--look-paper); color: var(--look-ink); }
:root[data-look] :is(.stApp, [data-testid="stDialog"]) :is(h1, h2, h3, p, label, li, span, summary, strong):not(
  button *) { color: inherit; }
:root[data-look] [data-testid="stRadio"] * { color: var(--look-ink); }
:root[data-look] [data-testid="stDialog"] { background: rgb(0 0 0 / .55); }
:root[data-look] [data-testid="stDialog"] [role="dialog"] { border: 1px solid var(--look-line); }
:root[data-look] :is(.stApp, [data-testid="stDialog"]) button[kind^="secondary"] {
  background: var(--look-second); color: var(--look-ink); border-color: var(--look-line); }
:root[data-look] :is(.stApp, [data-testid="stDialog"]) button[kind^="tertiary"] { color: var(--look-ink); }
:root[data-look] :is(.stApp, [data-testid="stDialog"]) button[kind^="primary"] {
  background: var(--look-button); border-color: var(--look-button); color: #fff; }
:root[data-look] :is(.stApp, [data-testid="stDialog"]) :is(input, [data-baseweb="input"], [data-baseweb="base-input"]) {
  background: var(--look-second); color: var(--look-ink); -webkit-text-fill-color: var(--look-ink); }
:root[data-look] :is([data-testid="stBidiComponentRegular"], [data-testid="stBidiComponentIsolated"]),
:root[data-look] :is([data-testid="stBidiComponentRegular"], [data-testid="stBidiComponentIsolated"]) * {
  --st-background-color: var(--look-paper) !important; --st-secondary-background-color: var(--look-second) !important;
  --st-text-color: var(--look-ink) !important; --st-link-color: var(--look-strong) !important;
  --st-primary-color: var(--look-button) !important; --st-border-color: var(--look-line) !important; }
"""


@cache
def looks_style() -> str:
    """The style sheet that dresses the page after `data-look` on its root, which the browser sets."""
    rules = [
        f':root[data-look="{name}-{light}"] {{ color-scheme: {light}; --look-paper: {colours.paper}; '
        f"--look-second: {colours.second}; --look-ink: {colours.ink}; --look-strong: {colours.strong}; "
        f"--look-button: {colours.button}; --look-line: color-mix(in srgb, {colours.ink} 25%, {colours.paper}); }}"
        for name, both in LOOKS.items()
        for light, colours in both.items()
    ]
    return "\n".join([*rules, _ON_THE_PAGE])


def looks_data() -> dict[str, Any]:
    """What can be chosen, the app's own first, and how a page looks in it."""
    return {"lights": list(LIGHTS), "colours": list(LOOKS), "style": looks_style()}


def look_names() -> dict[str, str]:
    """What the colours are called."""
    return {
        "sand": tr("Sand"), "mint": tr("Mynta"), "sky": tr("Himmel"), "lavender": tr("Lavendel"), "stone": tr("Sten")
    }  # fmt: skip
