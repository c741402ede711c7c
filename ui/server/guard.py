"""The edge of the app: who may knock, what is never served, and who gets further than the door.

Anything on the same computer can reach a loopback port, and any web page can try to through the browser. So a request
must call this installation by its name, one that says where it comes from must come from the app itself, and without a
living session there is nothing but the door.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from enum import Enum, auto
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casework.sessions import Session
from planning.errors import PlanningError
from ui.server.edge import Edge, way_inside
from ui.server.limits import LARGEST_BODY, Rate, rates
from ui.server.policy import add_headers
from ui.server.tabs import Tabs

DOOR = "/las-upp"
DOORS = (DOOR, "/logga-in", "/logga-ut", "/las", "/dorr")
"""Open to whoever knocks; each looks itself at who it is."""
SESSION_HEADER = b"x-stegvis-session"
"""Tells Streamlit whose socket it is, so that one session cannot take up what another has left."""
_FOR_ANYBODY = ("/halsa", "/static/", "/egna/", "/favicon.png")
"""The program's own files, the same for everybody."""
_OF_STREAMLIT = frozenset({"/_stcore/stream", "/_stcore/health", "/_stcore/host-config"})
"""What the page needs. The rest is closed: counts of sessions, the agent interface, uploads (files come with the
socket), media (files leave through `ui.downloads`)."""
_CLOSED = ("/_stcore", "/media", "/component", "/app/static")


class Place(Enum):
    """What is behind a path."""

    ANYBODY = auto()
    DOOR = auto()
    SESSION = auto()
    NOWHERE = auto()


def place_of(path: str) -> Place:
    """Who gets what is there."""
    if path in _OF_STREAMLIT:
        return Place.SESSION
    if path.startswith(_CLOSED):
        return Place.NOWHERE
    if path.startswith(_FOR_ANYBODY):
        return Place.ANYBODY
    return Place.DOOR if path.startswith(DOORS) else Place.SESSION


class TooLarge(Exception):
    """More was sent than anything here takes."""


class Guard:
    """ASGI middleware in front of everything."""

    def __init__(
        self, app: ASGIApp, *, edge: Edge, find: Callable[[str], Session | None], tabs: Tabs,
        walk_in: Callable[[], str] | None = None,
    ) -> None:  # fmt: skip
        """`find` gives the living session that a secret opens. `walk_in`: where nobody is asked, a new one's secret."""
        self.app = app
        self._edge, self._find, self._tabs, self._walk_in = edge, find, tabs, walk_in
        self._rates: dict[str, Rate] = rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, hide or pass on, and add the headers."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers, place = Headers(scope=scope), place_of(scope["path"])
        host, is_socket = headers.get("host", ""), scope["type"] == "websocket"
        if not is_socket:
            send = self._with_headers(send, host, place)
        if not self._edge.is_welcome(host, headers.get("origin"), is_socket=is_socket):
            await _refuse(scope, receive, send, 403)
        elif place is Place.NOWHERE or (is_socket and place is not Place.SESSION):
            await _refuse(scope, receive, send, 404)
        elif is_socket:
            await self._socket(scope, receive, send, headers)
        elif place is Place.SESSION:
            await self._page(scope, receive, send, headers)
        else:
            await self._open(scope, receive, send, headers, place)

    async def _open(self, scope: Scope, receive: Receive, send: Send, headers: Headers, place: Place) -> None:
        tries = scope["method"] == "POST" or scope["path"].startswith("/logga-in")
        if place is Place.DOOR and tries and not self._rates["door"].takes(self._caller(scope, headers)):
            await _refuse(scope, receive, send, 429)
        else:
            await self._with_small_body(scope, receive, send, headers)

    async def _page(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        """A page or file of the app: for a living session."""
        session = await self._session(headers)
        is_page = scope["method"] == "GET" and "text/html" in headers.get("accept", "")
        if session is not None:
            is_download = scope["path"].startswith("/hamta/")
            if is_download and not self._rates["download"].takes(session.id):
                await _refuse(scope, receive, send, 429)
                return
            scope.setdefault("state", {})["session"] = session
            await self._with_small_body(scope, receive, send, headers)
        elif not is_page:
            await _refuse(scope, receive, send, 404 if scope["path"].startswith("/hamta/") else 401)
        elif headers.get("sec-fetch-site") == "cross-site":
            # Coming from another site the browser keeps the cookie to itself; asked for again by our own page it tells.
            await _again(scope)(scope, receive, send)
        elif self._walk_in is not None and self._edge.cookie not in cookies_of(headers):
            secret = await to_thread.run_sync(self._walk_in)
            await self._with_small_body(scope, receive, self._giving(send, secret), headers)
        else:
            await RedirectResponse(f"{DOOR}?vidare={quote(_asked_for(scope), safe='')}", 303)(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        """The socket of a tab, which is closed when the session ends."""
        session = await self._session(headers)
        task = asyncio.current_task()
        if session is None or task is None:
            await _refuse(scope, receive, send, 401)
            return
        others = [(name, value) for name, value in scope["headers"] if name.lower() != SESSION_HEADER]
        scope = {**scope, "headers": [*others, (SESSION_HEADER, session.id.encode())]}
        running = asyncio.ensure_future(self.app(scope, self._counted(receive, session), send))
        self._tabs.opened(session.id, running)
        try:
            await running
        except (asyncio.CancelledError, TooLarge):
            if task.cancelling():
                running.cancel()
                raise
            with contextlib.suppress(RuntimeError):  # it has been closed already
                await send({"type": "websocket.close", "code": 1008})
        finally:
            self._tabs.closed(session.id, running)

    def _counted(self, receive: Receive, session: Session) -> Receive:
        async def receiving() -> Message:
            message = await receive()
            size = len(message.get("bytes") or b"") + len(message.get("text") or "")
            if size and not self._rates["socket"].takes(session.id, size):
                raise TooLarge
            return message

        return receiving

    async def _session(self, headers: Headers) -> Session | None:
        secret = cookies_of(headers).get(self._edge.cookie, "")
        try:
            return await to_thread.run_sync(self._find, secret) if secret else None
        except PlanningError:
            # The file is busy or gone: nobody is let in by that.
            return None

    async def _with_small_body(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        """Passes on; a body larger than any form is refused, whatever length it claims."""
        told = headers.get("content-length", "0")
        if not told.isdigit() or int(told) > LARGEST_BODY:
            await _refuse(scope, receive, send, 413)
            return
        received = 0

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LARGEST_BODY:
                raise TooLarge
            return message

        try:
            await self.app(scope, receiving, send)
        except TooLarge:
            await _refuse(scope, receive, send, 413)

    def _caller(self, scope: Scope, headers: Headers) -> str:
        peer = (scope.get("client") or ("", 0))[0]
        return self._edge.caller(peer, headers.get("x-forwarded-for", ""))

    def _with_headers(self, send: Send, host: str, place: Place) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                kept = place is Place.ANYBODY and message["status"] == 200
                add_headers(headers, self._edge, host, is_door=place is Place.DOOR, may_be_kept=kept)
            await send(message)

        return sending

    def _giving(self, send: Send, secret: str) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie_line(self._edge.cookie, secret, self._edge))
            await send(message)

        return sending


def cookie_line(name: str, value: str, edge: Edge, *, same_site: str = "Strict", seconds: int | None = None) -> str:
    """A cookie that no script reads and no other site sends along. `seconds`: how long; else while the browser runs."""
    age = "" if seconds is None else f"; Max-Age={seconds}"
    return f"{name}={value}; Path=/; HttpOnly; SameSite={same_site}{age}{'; Secure' if edge.is_secure else ''}"


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies that came along."""
    return cookie_parser(headers.get("cookie", ""))


def _asked_for(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return way_inside(str(scope["path"]) + (f"?{query}" if query else ""))


def _again(scope: Scope) -> Response:
    address = quote(_asked_for(scope), safe="/?=&%")
    head = f'<meta charset="utf-8"><title>Stegvis</title><meta http-equiv="refresh" content="0;url={address}">'
    return Response(f"<!doctype html>{head}", media_type="text/html")


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("", status_code=status)(scope, receive, send)
