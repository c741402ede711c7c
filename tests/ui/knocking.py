"""Requests and sockets against an ASGI app, in a loop of their own: browser tests keep the thread's to themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
from starlette.types import ASGIApp, Message, Scope

HOST = "127.0.0.1:8765"
T = TypeVar("T")


def in_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """What the work comes to."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


def ask(
    app: ASGIApp, path: str = "/", *, method: str = "GET", host: str = HOST, cookies: dict[str, str] | None = None,
    **headers: str,
) -> httpx.Response:  # fmt: skip
    """The answer to a request; `headers` with underscores for hyphens."""
    told = {name.replace("_", "-"): value for name, value in headers.items()} | {"host": host}
    if cookies:
        told["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
            return await client.request(method, path, headers=told, content=told.pop("content", None))

    return in_a_loop(asking())


@dataclass
class Socket:
    """A socket that is opened against the app; what it was sent."""

    headers: dict[str, str]
    path: str = "/_stcore/stream"
    sent: list[Message] = field(default_factory=list)
    incoming: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)

    async def open(self, app: ASGIApp) -> None:
        """Runs until the app has done with it."""
        scope: Scope = {
            "type": "websocket", "path": self.path, "query_string": b"", "client": ("127.0.0.1", 5000),
            "headers": [(name.encode(), value.encode()) for name, value in self.headers.items()],
        }  # fmt: skip

        async def send(message: Message) -> None:
            self.sent.append(message)

        await app(scope, self.incoming.get, send)

    @property
    def last(self) -> str:
        """The kind of the last message."""
        return str(self.sent[-1]["type"]) if self.sent else ""
