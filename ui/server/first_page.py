"""The page that the browser gets first: Streamlit's own, told whose it is, and with something to see while it loads.

Streamlit's page claims to be in English, is called «Streamlit», shows nothing until a megabyte of script has run, and
asks for what its parts need one after the other. Ours says at once what is being opened, has the app's style with it,
and names the scripts that every page needs, so that they are fetched side by side.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ui.server.door_pages import LOGO
from ui.server.settings import DARK, LIGHT
from ui.server.spoken_here import language_for
from wording.language import current_language, direction, speaking, tr, web_tag

_STATIC = Path(streamlit.__file__).parent / "static"
_HERE = Path(__file__).parent
_PAGE_STYLE = _HERE.parent / "frame" / "page.css"
_EVERY_PAGE_NEEDS = ("BidiComponent.*.js", "Button.*.js")
"""Parts of Streamlit that it fetches only when it comes upon them: our components, and buttons."""
_HEADING_FACE = "SourceSerifVariable-Roman*.woff2"
_IMPORT = re.compile(r'from\s*"\./([^"]+\.js)"')
_CAPITAL = re.compile("[A-Z]")
_CUTS = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r'<link rel="service-desc"[^>]*>'), ""),
    (re.compile(r"<noscript>.*?</noscript>", re.DOTALL), ""),
    (re.compile(r"<title>.*?</title>", re.DOTALL), "<title>Stegvis</title>"),
)
"""What Streamlit's page says of itself, in English."""


async def first_page(request: Request) -> Response:
    """The same for every address of the app: which page it is the scripts find out."""
    with speaking(language_for(request)):
        return HTMLResponse(written_page(current_language()))


@cache
def written_page(language: str) -> str:
    """The page, in that language."""
    page = (_STATIC / "index.html").read_text(encoding="utf-8")
    for pattern, instead in _CUTS:
        page = pattern.sub(instead, page)
    page = page.replace('<html lang="en">', f'<html lang="{web_tag(language)}" dir="{direction(language)}">')
    page = page.replace("</head>", f"{_preloads()}<style>{_style()}</style></head>")
    return page.replace('<div id="root"></div>', f'{_without_scripts()}<div id="root">{_meanwhile()}</div>').strip()


def _meanwhile() -> str:
    """What stands there until the app does."""
    return f'<div class="opens" role="status">{LOGO}<p>{escape(tr("Öppnar Stegvis …"))}</p></div>'


def _without_scripts() -> str:
    said = tr("Stegvis behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.")
    return f'<noscript><p class="opens">{escape(said)}</p></noscript>'


def _style() -> str:
    """The app's own style, and the colours until Streamlit has set them."""
    colours = {"light": LIGHT, "dark": DARK}
    told = "".join(
        f"@media (prefers-color-scheme: {scheme}) {{ :root {{ --opens-paper: {colour['backgroundColor']}; "
        f"--opens-ink: {colour['textColor']}; --opens-line: {colour['linkColor']}; {_by_name(colour)} }} }}\n"
        for scheme, colour in colours.items()
    )
    return told + (_HERE / "first_page.css").read_text(encoding="utf-8") + _PAGE_STYLE.read_text(encoding="utf-8")


def _by_name(colours: dict[str, str]) -> str:
    """The colours by the names that Streamlit gives them within components, for what stands outside of any."""
    named = {_CAPITAL.sub(r"-\g<0>", name).lower(): value for name, value in colours.items()}
    return " ".join(f"--st-{name}: {value};" for name, value in named.items())


def _preloads() -> str:
    """Links to what every page needs beside what Streamlit's page names; none where an upgrade has renamed it."""
    scripts = "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in _scripts())
    face = next((_STATIC / "static" / "media").glob(_HEADING_FACE), None)
    if face is None:
        return scripts
    return f'{scripts}<link rel="preload" href="./static/media/{face.name}" as="font" type="font/woff2" crossorigin>'


@cache
def _scripts() -> tuple[str, ...]:
    folder = _STATIC / "static" / "js"
    named = (_STATIC / "index.html").read_text(encoding="utf-8")
    found: list[str] = []
    waiting = [file.name for pattern in _EVERY_PAGE_NEEDS for file in sorted(folder.glob(pattern))]
    while waiting:
        name = waiting.pop(0)
        if name in found or name in named:
            continue
        found.append(name)
        waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)
