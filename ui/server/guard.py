"""The edge of the app: who may knock, what is never served, and the headers that every answer carries.

Anything on the same computer can reach a loopback port, and any web page can try to through the browser. So a
request must name this computer as its host, and one that says where it comes from must come from the app itself.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BROWSER_COOKIE = "stegvis"
"""Names the browser, so that a file made for one browser is not handed to another."""

_OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
_CLOSED = ("/_stcore/metrics", "/_stcore/agent")
"""What Streamlit would tell anybody about itself: counts of sessions, and the description of its agent interface."""
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def _inline_script_hashes() -> str:
    """The CSP hashes of the scripts inside Streamlit's own page, so that an upgrade does not break it."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


_POLICY = (
    "default-src 'self'; "
    # Streamlit loads a component's own script from a blob that it has made itself.
    f"script-src 'self' blob: {_inline_script_hashes()}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws://{host}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def is_welcome(host: str, origin: str | None, *, is_socket: bool) -> bool:
    """Whether a request to `host` («127.0.0.1:8765») that says it comes from `origin` may be answered.

    A socket without origin is refused: every browser tells it, so something else is at the door.
    """
    if urlsplit(f"//{host}").hostname not in _OWN_HOSTS:
        return False
    if origin is None:
        return not is_socket
    return urlsplit(origin).netloc == host


class Guard:
    """ASGI middleware in front of everything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, hide or pass on, and add the headers."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host, is_socket = headers.get("host", ""), scope["type"] == "websocket"
        if not is_welcome(host, headers.get("origin"), is_socket=is_socket):
            await _refuse(scope, receive, send, 403)
        elif scope["path"].startswith(_CLOSED):
            await _refuse(scope, receive, send, 404)
        elif is_socket:
            await self.app(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send, host, _new_browser(headers)))


def _new_browser(headers: Headers) -> str | None:
    """A name for a browser that opens a page without having one."""
    is_page = "text/html" in headers.get("accept", "")
    known = BROWSER_COOKIE in SimpleCookie(headers.get("cookie", ""))
    return secrets.token_urlsafe(24) if is_page and not known else None


def _with_headers(send: Send, host: str, browser: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = _POLICY.format(host=host)
            headers["Referrer-Policy"] = "no-referrer"
            headers["X-Content-Type-Options"] = "nosniff"
            headers["X-Frame-Options"] = "DENY"
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
            if browser is not None:
                headers.append("Set-Cookie", f"{BROWSER_COOKIE}={browser}; Path=/; HttpOnly; SameSite=Strict")
        await send(message)

    return sending


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("", status_code=status)(scope, receive, send)
