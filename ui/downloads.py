"""Files out of the app: kept in memory for a minute, handed out once, to the session they were made for.

Streamlit's own download keeps the file at an address that anybody on the computer can open; this does not.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

SECONDS_TO_FETCH = 60
_TYPES = {
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "png": "image/png",
}


@dataclass(frozen=True)
class _Waiting:
    name: str
    content: bytes
    session: str
    until: float


@dataclass
class Counter:
    """Where files wait. `clock` gives seconds that only grow."""

    clock: Callable[[], float] = time.monotonic
    _files: dict[str, _Waiting] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def leave(self, name: str, content: bytes, session: str) -> str:
        """Leave a file for that session; gives the address to fetch it at. `name` must not tell whose it is."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._throw_away_old()
            self._files[token] = _Waiting(name, content, session, self.clock() + SECONDS_TO_FETCH)
        return f"/hamta/{token}"

    def collect(self, token: str, session: str) -> tuple[str, bytes] | None:
        """The name and content, once; None when it is gone, too old or somebody else's."""
        with self._lock:
            self._throw_away_old()
            waiting = self._files.get(token)
            if waiting is None or not secrets.compare_digest(waiting.session, session):
                return None
            del self._files[token]
        return waiting.name, waiting.content

    def throw_away(self, session: str) -> None:
        """A session has ended: nothing of it waits."""
        with self._lock:
            self._files = {token: waiting for token, waiting in self._files.items() if waiting.session != session}

    def _throw_away_old(self) -> None:
        now = self.clock()
        self._files = {token: waiting for token, waiting in self._files.items() if waiting.until > now}


COUNTER = Counter()


async def fetch(request: Request) -> Response:
    """The route `/hamta/<token>`."""
    session = getattr(request.state, "session", None)
    collected = COUNTER.collect(request.path_params["token"], session.id) if session is not None else None
    if collected is None:
        return Response(status_code=404)
    name, content = collected
    return Response(
        content,
        media_type=_TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
        headers={"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'},
    )
