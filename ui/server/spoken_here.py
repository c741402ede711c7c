"""The language of a page that is no page of the app: what is asked for, or what this browser was in last."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from ui.remembered import LANGUAGE_COOKIE, remembered_language
from ui.server.edge import Edge
from wording.language import Language, languages, speaking, tr
from wording.spoken import SHELF

_YEAR = 31_536_000
Handler = Callable[[Request], Awaitable[Response]]


def language_for(request: Request, given: str = "") -> Language:
    """`given` where there is such a language; else the one in the address, else the one that is remembered."""
    asked = given or request.query_params.get("sprak", "")
    return asked if asked in languages() else remembered_language(request.cookies)


def in_its_language(handler: Handler) -> Handler:
    """The route speaks the browser's language."""

    @wraps(handler)
    async def spoken(request: Request) -> Response:
        with speaking(language_for(request)):
            return await handler(request)

    return spoken


def remember_language(answer: Response, language: Language, edge: Edge) -> Response:
    """The browser tells it from now on. The page's own script writes the same, so that it can read it."""
    secure = "; Secure" if edge.is_secure else ""
    line = f"{LANGUAGE_COOKIE}={language}; Path=/; Max-Age={_YEAR}; SameSite=Strict{secure}"
    answer.headers.append("Set-Cookie", line)
    return answer


def take_in_languages(folder: Path) -> None:
    """Those that the installation has added. A file that cannot be used is told of once, where the app is started."""
    SHELF.add(folder)
    for file, why in SHELF.left_out:
        said = tr("Språkfilen {file} går inte att läsa ({why}). Stegvis startar utan den.", file=file, why=why)
        sys.stderr.write(f"{said}\n")
